"""The form of what is made on the spot: its fields, those of any sheet."""

from dataclasses import replace

from typing_extensions import override

from eclaireurs_play.engine.domains import Making
from eclaireurs_play.engine.gestures import Create, Fill, Gesture
from eclaireurs_play.layout.display import Box
from eclaireurs_play.model.fields import Field
from eclaireurs_play.table.brush import SMALL, Brush
from eclaireurs_play.table.fields import field_of
from eclaireurs_play.table.forms.base import Asked, Done
from eclaireurs_play.table.forms.blanks import BlanksForm
from eclaireurs_play.table.words import _

COLUMN = 84.0
"""The width, in mm, of an axis with its number."""


class MakingForm(BlanksForm):
    """Fields one under the other, kept while the session goes on around them."""

    def __init__(self, asked: Asked, done: Done) -> None:
        assert isinstance(asked.ask.domain, Making)  # noqa: S101 - the registry keeps them together
        blanks = replace(asked.ask, domain=asked.ask.domain.blanks)
        super().__init__(replace(asked, ask=blanks), done)
        self.label = _("Créer")

    @override
    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        fields = self.domain.fields.items()
        top = self.draw_fields(brush, [one for one in fields if one[1].number is None],
                               (left, top, width))  # fmt: skip
        numbers = [one for one in fields if one[1].number is not None]
        if not numbers:
            return top
        words = _("Ce que cela fait bouger, en plus ou en moins (si vous voulez)")
        top = brush.heading(words, left, top + 3.4, width) + 1
        for at in range(0, len(numbers), max(1, int(width // COLUMN))):
            row = numbers[at : at + max(1, int(width // COLUMN))]
            lows = [self._number(brush, one, (left + COLUMN * place, top))
                    for place, one in enumerate(row)]  # fmt: skip
            top = max(lows) + 2
        return top

    def _number(self, brush: Brush, blank: tuple[str, Field], at: tuple[float, float]) -> float:
        """Draw an axis: a number, and what it is a number of."""
        (name, one), (left, top) = blank, at
        wide = 22.0
        low = field_of(brush, (f"form:blank:{name}", "…"), self.typed[name],
                       Box(left, top, wide, 0), 1)  # fmt: skip
        room, right = COLUMN - wide - 6, left + wide + 2
        words = f"{one.title} ({one.number})"
        return max(low, brush.prose(words, right, top + 0.6, room, SMALL, leading=1.2))

    @override
    def gesture(self) -> Gesture | None:
        filled = super().gesture()
        return Create(filled.about, filled.values) if isinstance(filled, Fill) else None
