"""Forms of quantities: a place on an axis, parts of a whole."""

from functools import partial

from eclaireurs_play.engine.domains import Amounts, Scale
from eclaireurs_play.engine.gestures import Gesture, Move, Share
from eclaireurs_play.layout.display import Box
from eclaireurs_play.play.values import number_words, signed, with_unit
from eclaireurs_play.table.brush import BODY, TALL, Brush
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.fields import field_of
from eclaireurs_play.table.forms.base import Asked, Done
from eclaireurs_play.table.words import _

STEPS = 21
"""The longest axis drawn as buttons."""

NAMES = 0.5
"""The share of the width that names of lines take."""


class ScaleForm:
    """An axis as buttons, or a number to type when it is long."""

    def __init__(self, asked: Asked, done: Done) -> None:
        assert isinstance(asked.ask.domain, Scale)  # noqa: S101 - the registry keeps them together
        self.asked, self.domain, self.done = asked, asked.ask.domain, done
        self.short = self.domain.most - self.domain.least < STEPS
        self.value: int | None = None
        self.editor = Editor(single=True, longest=12)
        self.label = "" if self.short else _("Se placer")

    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Draw every place of the axis, in order."""
        if not self.short:
            words = _("De {least} à {most}").format(
                least=signed(self.domain.least), most=signed(self.domain.most)
            )
            return field_of(brush, ("form:number", words), self.editor, Box(left, top, 40, 0), 1)
        places = range(self.domain.least, self.domain.most + 1)
        wide = min(16.0, (width + 1) / len(places))
        for at, value in enumerate(places):
            box = Box(left + at * wide, top, wide - 1, TALL + 2)
            brush.button(f"form:place:{value}", signed(value), box, partial(self._stand, value))
        return top + TALL + 2

    def _stand(self, value: int) -> None:
        self.value = value
        self.done()

    def gesture(self) -> Gesture | None:
        """Stand there."""
        value = self.value if self.short else _whole(self.editor.text)
        return None if value is None else Move(self.asked.ask.about, value)


class AmountsForm:
    """A line for each part, to type or to step; what is left stands under them."""

    def __init__(self, asked: Asked, done: Done) -> None:
        assert isinstance(asked.ask.domain, Amounts)  # noqa: S101 - the registry keeps them together
        del done
        self.asked, self.domain = asked, asked.ask.domain
        self.parts = {name: Editor(single=True, longest=12) for name in self.domain.items}
        self.label = _("Répartir ainsi")
        held = asked.held
        if isinstance(held, Share):
            for name, value in held.parts.items():
                self.parts[name].write(words_of(value))

    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Draw a line for each part, with a step down, a field and a step up."""
        names = width * NAMES
        for name, words in self.domain.items.items():
            base = brush.middle(Box(left, top, width, TALL), BODY)
            brush.word(words, (left, base), room=names - 3)
            x = left + names
            less, more = partial(self._step, name, -1), partial(self._step, name, 1)
            brush.button(f"form:less:{name}", "−", Box(x, top, TALL, TALL), less)
            place = Box(x + TALL + 1.5, top, 26, 0)
            field_of(brush, (f"form:part:{name}", "0"), self.parts[name], place, 1)
            brush.button(f"form:more:{name}", "+", Box(x + TALL + 29, top, TALL, TALL), more)
            top += TALL + 3
        return brush.prose(self._left(), left, top, width)

    def _left(self) -> str:
        total, unit = self.domain.total, self.domain.unit
        left = total - sum(value or 0 for value in self._values().values())
        words = _("Reste {left} sur {total}.").format(
            left=with_unit(left, unit), total=with_unit(total, unit)
        )
        if self.domain.most_each is None:
            return words
        return (
            f"{words} {_('Une part : {most} au plus.').format(most=number_words(self.domain.most))}"
        )

    def _step(self, name: str, way: int) -> None:
        step = max(1.0, self.domain.total // 20) if self.domain.whole else self.domain.total / 20
        value = max(0.0, min((self._values()[name] or 0) + way * step, self.domain.most))
        self.parts[name] = Editor(number_words(value), single=True, longest=12)

    def _values(self) -> dict[str, float | None]:
        return {name: number(editor.text) for name, editor in self.parts.items()}

    def gesture(self) -> Gesture | None:
        """Give the parts, once one is said."""
        parts = {name: value for name, value in self._values().items() if value}
        return Share(self.asked.ask.about, parts) if parts else None


def number(text: str) -> float | None:
    """Read a number as people type it: `12`, `1 200`, `0,5`, `−3`."""
    plain = "".join(text.split()).replace(",", ".").replace("−", "-").replace("\u202f", "")
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if abs(value) < 1e15 else None  # noqa: PLR2004 - nobody shares more


def words_of(value: str | float | tuple[str, ...]) -> str:
    """Write a value as people type it."""
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)


def _whole(text: str) -> int | None:
    value = number(text)
    return int(value) if value is not None and value == int(value) else None
