"""Domains of quantities: a place on an axis, parts of a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

from eclaireurs_play.engine.domains.base import Luck, suggest
from eclaireurs_play.engine.gestures import Gesture, Move, Share

_SLACK = 1e-6
"""Below any unit people write."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A whole number from `least` to `most`."""

    least: int
    most: int

    def mistake(self, gesture: Gesture) -> str:
        """Refuse a place beyond the ends."""
        if not isinstance(gesture, Move):
            return "Il s'agit ici de se placer sur l'axe."
        if not self.least <= gesture.value <= self.most:
            return f"{gesture.value:+d} est hors de l'axe, qui va de {self.least} à {self.most:+d}."
        return ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Stand anywhere."""
        del by
        return Move(about, self.least + luck(self.most - self.least + 1))


@dataclass(frozen=True, slots=True)
class Amounts:
    """Parts that add up to `total`, none above `most_each`; whole numbers when `whole`."""

    items: Mapping[str, str]
    total: float
    unit: str = ""
    most_each: float | None = None
    whole: bool = True

    @property
    def most(self) -> float:
        """Give the most that one line can take."""
        most = self.total if self.most_each is None else min(self.most_each, self.total)
        return float(floor(most)) if self.whole else most

    @property
    def impossible(self) -> str:
        """Say in French why no sharing comes out right, or "" when one does."""
        if not self.items:
            return "il n'y a rien entre quoi répartir"
        if self.whole and self.total % 1:
            return f"des parts entières ne font jamais {self.total:g}"
        if self.most * len(self.items) >= self.total - _SLACK:
            return ""
        lines = "1 ligne" if len(self.items) == 1 else f"{len(self.items)} lignes"
        return f"{lines} à {self.most:g} au plus n'en font pas {self.total:g}"

    def mistake(self, gesture: Gesture) -> str:
        """Refuse an unknown item, a negative part, a sum that does not come out right."""
        if not isinstance(gesture, Share):
            return "Il s'agit ici de répartir."
        for item, part in gesture.parts.items():
            if item not in self.items:
                return f"On ne répartit rien sur {suggest(item, tuple(self.items))}."
            if why := self._part_mistake(part):
                return why
        total = sum(gesture.parts.values())
        if abs(total - self.total) > _SLACK:
            return f"La somme fait {total:g} {self.unit} ; il faut {self.total:g} {self.unit}."
        return ""

    def _part_mistake(self, part: float) -> str:
        if part < 0:
            return "Une part ne peut pas être négative."
        if self.most_each is not None and part > self.most_each:
            return f"Une part ne dépasse pas {self.most_each:g} {self.unit}."
        return "Les parts sont des nombres entiers." if self.whole and part != int(part) else ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Share in steps of a tenth or of one unit, whichever is larger, as far as lines hold."""
        del by
        step = max(1.0, self.total // 10) if self.whole else self.total / 10
        parts = dict.fromkeys(self.items, 0.0)
        left = float(floor(self.total)) if self.whole else self.total
        while left > 0 and (room := self._room(parts)):
            item = tuple(room)[luck(len(room))]
            part = min(step, left, room[item])
            parts[item] = min(self.most, parts[item] + part)
            left -= part
        return Share(about, {item: part for item, part in parts.items() if part})

    def _room(self, parts: Mapping[str, float]) -> Mapping[str, float]:
        """Give what each line can still take, those that are full left out."""
        return {item: self.most - part for item, part in parts.items() if part < self.most}
