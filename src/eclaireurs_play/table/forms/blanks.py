"""The form of forms: a field for each blank, by what it takes."""

from collections.abc import Iterable, Mapping
from functools import partial
from math import ceil, floor

from eclaireurs_play.engine.domains import Blanks
from eclaireurs_play.engine.gestures import Fill, Gesture, Rate, Value
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.layout.display import Box
from eclaireurs_play.model.fields import Field
from eclaireurs_play.table.brush import Brush, Chip
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.fields import field_of
from eclaireurs_play.table.forms.base import Asked, Done
from eclaireurs_play.table.forms.quantities import number, words_of
from eclaireurs_play.table.forms.square import axes_of, draw_square
from eclaireurs_play.table.words import _

MOST_STEPS = 11
"""The longest scale drawn as buttons."""

SHORT = 80
"""The longest text, in characters, that is given a single line."""


class BlanksForm:
    """Fields one under the other; what was filled before is there to correct."""

    def __init__(self, asked: Asked, done: Done) -> None:
        assert isinstance(asked.ask.domain, Blanks)  # noqa: S101 - the registry keeps them together
        del done
        self.asked, self.domain = asked, asked.ask.domain
        self.picked: dict[str, list[str]] = {}
        self.typed: dict[str, Editor] = {
            name: Editor(single=(one.text or 0) <= SHORT, longest=one.text or 12)
            for name, one in self.domain.fields.items()
            if one.text is not None or (one.number is not None and not _steps(one))
        }
        self.label = _("Noter") if self.domain.rating else _("Remplir")
        held = asked.held
        if isinstance(held, Fill | Rate):
            self.begin(held.values)

    def begin(self, values: Mapping[str, Value]) -> None:
        """Begin from what was filled before."""
        for name, value in values.items():
            editor = self.typed.get(name)
            if editor is not None:
                editor.write(words_of(value))
            elif name in self.domain.fields:
                self.picked[name] = [words_of(one) for one in _each(value)]

    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Draw each field under its title."""
        top = self.draw_fields(brush, self.domain.fields.items(), (left, top, width))
        sides = axes_of(self.asked) if self.domain.rating else None
        if sides is None or not {*sides[1:]} <= self.domain.fields.keys():
            return top
        return draw_square(brush, self.asked, self._marks(*sides[1:]), self._put, (left, top + 4))

    def _marks(self, across: str, up: str) -> tuple[int, int] | None:
        """Give where both marks stand, once both are given."""
        held = [self.picked.get(name) for name in (across, up)]
        first, second = (int(float(one[0])) if one else 0 for one in held)
        return (first, second) if first and second else None

    def _put(self, right: int, high: int) -> None:
        """Give both marks at once."""
        sides = axes_of(self.asked)
        if sides is not None:
            self.picked |= {sides[1]: [str(right)], sides[2]: [str(high)]}

    def draw_fields(
        self, brush: Brush, fields: Iterable[tuple[str, Field]], place: tuple[float, float, float]
    ) -> float:
        """Draw some of the fields, each under its title."""
        left, top, width = place
        for name, one in fields:
            words = one.title or capital(self.asked.title(name))
            unit = f" ({one.number})" if one.number else ""
            needed = "" if one.required or self.domain.rating else _(" (si vous voulez)")
            top = brush.heading(words + unit + needed, left, top, width)
            if one.help:
                top = brush.note(one.help, left, top - 0.6, width) + 1
            top = self._field(brush, name, one, Box(left, top, width, 0)) + 3.4
        return top - 3.4

    def _field(self, brush: Brush, name: str, one: Field, place: Box) -> float:
        if name in self.typed:
            rows = 1 if self.typed[name].single else 3
            wide = 40.0 if one.number is not None else place.width
            box = Box(place.x, place.y, min(wide, place.width), 0)
            return field_of(brush, (f"form:blank:{name}", _hint(one)), self.typed[name], box, rows)
        picked = self.picked.get(name, [])
        items = [
            Chip(f"form:blank:{name}:{value}", words, "chosen" if value in picked else "plain",
             partial(self._pick, name, value, several=one.many_of is not None))
            for value, words in self._choices(one).items()
        ]  # fmt: skip
        return brush.chips(items, place.x, place.y, place.width)

    def _choices(self, one: Field) -> dict[str, str]:
        if steps := _steps(one):
            return {str(step): str(step) for step in steps}
        if one.seat:
            return {seat: capital(self.asked.rules.name(seat)) for seat in self.domain.seats}
        return dict(one.one_of or one.many_of or {})

    def _pick(self, name: str, value: str, *, several: bool) -> None:
        picked = self.picked.get(name, [])
        if value in picked:
            self.picked[name] = [one for one in picked if one != value]
        else:
            self.picked[name] = [*picked, value] if several else [value]

    def gesture(self) -> Gesture | None:
        """Give the fields that hold something."""
        values: dict[str, Value] = {}
        for name, one in self.domain.fields.items():
            value = self._value(name, one)
            if value is not None:
                values[name] = value
        if not values:
            return None
        about = self.asked.ask.about
        return Rate(about, values) if self.domain.rating else Fill(about, values)

    def _value(self, name: str, one: Field) -> Value | None:
        """Read a field; what is no number goes as it is, for the rules to say what is wrong."""
        if name in self.typed:
            text = self.typed[name].text.strip()
            read = number(text) if one.number is not None else None
            return (text if read is None else read) if text else None
        picked = self.picked.get(name)
        if not picked:
            return None
        if one.number is not None:
            return float(picked[0])
        return tuple(picked) if one.many_of is not None else picked[0]


def _each(value: Value) -> tuple[str | float, ...]:
    return value if isinstance(value, tuple) else (value,)


def _steps(one: Field) -> range:
    """Give the whole numbers a field takes, when there are few: they are drawn as buttons."""
    if one.number is None or one.at_least is None or one.at_most is None:
        return range(0)
    least, most = ceil(one.at_least), floor(one.at_most)
    return range(least, most + 1) if most - least < MOST_STEPS else range(0)


def _hint(one: Field) -> str:
    if one.at_least is not None and one.at_most is not None:
        return _("de {least:g} à {most:g}").format(least=one.at_least, most=one.at_most)
    return "…"
