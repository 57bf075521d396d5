"""Where each value stands in its file, kept beside plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from eclaireurs_play.errors import Diagnostic

Trail = tuple[str | int, ...]
"""The way to a value from the top of its file: `("cards", 3, "family")`."""

Place = tuple[int, int]
"""A line and a column, both counted from 1."""

Data = str | int | float | bool | None | list["Data"] | dict[str, "Data"]
"""What a YAML file holds once read; keys are always text."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its name for people, its data, and the place of every value and key.

    `borrowed` sends the trail of an alias to the trail of what it repeats.
    """

    file: str
    data: Data
    values: Mapping[Trail, Place] = field(default_factory=dict)
    keys: Mapping[Trail, Place] = field(default_factory=dict)
    borrowed: Mapping[Trail, Trail] = field(default_factory=dict)
    warnings: tuple[Diagnostic, ...] = ()

    def where(self, trail: Trail) -> Place:
        """Find the place of a value, or of the nearest value around it."""
        known = self._known(trail)
        return self.values.get(known, (1, 1))

    def where_key(self, trail: Trail) -> Place:
        """Find the place of the key that leads to a value; of the value when it has no key."""
        parent = self._known(trail[:-1])
        parent = self.borrowed.get(parent, parent)
        return self.keys.get(trail) or self.keys.get((*parent, *trail[-1:])) or self.where(trail)

    def problem(self, trail: Trail, sentence: str, hint: str = "", **how: bool) -> Diagnostic:
        """Build the diagnostic of a value; `key=True` points at its key, `warning=True` warns."""
        place = self.where_key(trail) if how.get("key") else self.where(trail)
        return Diagnostic(self.file, *place, sentence, hint, warning=how.get("warning", False))

    def at(self, trail: Trail) -> Data:
        """Read the value at a trail; None when nothing stands there."""
        value: Data = self.data
        for step in trail:
            value = child(value, step)
        return value

    def _known(self, trail: Trail) -> Trail:
        """Shorten a trail to the nearest value that has a place, through aliases."""
        kept = trail
        while kept and kept not in self.values:
            kept = kept[:-1]
        if kept != trail and kept in self.borrowed:
            return self._known(self.borrowed[kept] + trail[len(kept) :])
        return kept


def child(value: Data, step: str | int) -> Data:
    """Take one step inside a value; None when it leads nowhere."""
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return None
