"""The domain of what is made on the spot: fields that hold words, one perhaps narrowing another."""

from collections.abc import Mapping
from dataclasses import dataclass

from eclaireurs_play.engine.domains.base import Luck, suggest
from eclaireurs_play.engine.domains.forms import Blanks
from eclaireurs_play.engine.gestures import Create, Fill, Gesture, Value

FARTHEST = 1_000_000.0
"""The most that a number written on the spot may be, above or below zero."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """For each value of the field `by`, those that the field `name` may then take."""

    by: str
    name: str
    allowed: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Making:
    """The fields of something new, all that are required at once."""

    blanks: Blanks
    narrowed: Narrowed | None = None

    def mistake(self, gesture: Gesture) -> str:
        """Refuse a field that is missing, empty, unknown or out of its bounds."""
        if not isinstance(gesture, Create):
            return "Il s'agit ici de créer une carte, un imprévu ou un rôle."
        values = gesture.values
        empty = [name for name, value in values.items() if _is_blank(value)]
        if empty:
            return f"Il manque les mots de : {', '.join(empty)}."
        far = [name for name, value in values.items()
               if isinstance(value, float | int) and not abs(value) <= FARTHEST]  # fmt: skip
        if far:
            return f"{far[0]} : un million au plus, en plus ou en moins."
        wrong = self.blanks.mistake(Fill(gesture.about, values))
        return wrong or self._misplaced(values)

    def _misplaced(self, values: Mapping[str, Value]) -> str:
        one = self.narrowed
        if one is None or one.name not in values:
            return ""
        allowed, value = one.allowed[str(values[one.by])], str(values[one.name])
        if value in allowed:
            return ""
        return f"{one.name} : {suggest(value, allowed)} n'est pas possible ici pour cette famille."

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Fill every field."""
        filled = self.blanks.sample(by, about, luck)
        values = dict(filled.values) if isinstance(filled, Fill) else {}
        if self.narrowed is not None:
            allowed = self.narrowed.allowed[str(values[self.narrowed.by])]
            values[self.narrowed.name] = allowed[luck(len(allowed))]
        return Create(about, values)


def _is_blank(value: Value) -> bool:
    return isinstance(value, str) and not value.strip()
