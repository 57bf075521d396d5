"""Marks inside a text: `:EF:` is drawn as the shape of its family, `:eau:` as its theme's icon.

Between reading and drawing, a mark is one character of the private area of Unicode.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import get_args

from eclaireurs_play.layout.vectors import Drawing, drawing
from eclaireurs_play.model.deck import Family, Shape
from eclaireurs_play.model.deck import Theme as Subject

Mark = Shape | Drawing

_SHAPES: tuple[Shape, ...] = get_args(Shape)
_ICONS = range(0xE100, 0xE500)
_CHARACTERS: dict[Shape, str] = {shape: chr(0xE000 + place) for place, shape in enumerate(_SHAPES)}
_MARK = re.compile(r"(?<![\w:]):([A-Z]{2,3}|[a-z0-9]+(?:-[a-z0-9]+)*):(?![\w:])")

ADVANCE, SIZE = 0.95, 0.82
"""The width of a mark and the size of its shape, in em."""

ADVANCES: Mapping[str, float] = dict.fromkeys((*_CHARACTERS.values(), *map(chr, _ICONS)), ADVANCE)
"""The width of each mark in em, as a font would give it."""


@dataclass(frozen=True)
class Marks:
    """The marks that a text may name, between two colons."""

    named: Mapping[str, Mark] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.named)

    @cached_property
    def _characters(self) -> dict[str, str]:
        drawings = {one.name for one in self.named.values() if isinstance(one, Drawing)}
        icons = dict(zip(sorted(drawings), map(chr, _ICONS), strict=False))
        return {
            name: icons[one.name] if isinstance(one, Drawing) else _CHARACTERS[one]
            for name, one in self.named.items()
        }

    @cached_property
    def _drawn(self) -> dict[str, Mark]:
        return {character: self.named[name] for name, character in self._characters.items()}

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile(f"([{''.join(self._drawn)}])")

    def inlined(self, prose: str) -> str:
        """Replace each mark that names something; any other stays as it is written."""
        return _MARK.sub(lambda found: self._characters.get(found[1], found[0]), prose)

    def parted(self, text: str) -> Iterator[tuple[str, Mark | None]]:
        """Cut a text at its marks: words without a mark, or one character with its mark."""
        for part in self._any.split(text):
            if part:
                yield part, self._drawn.get(part)


def marks(
    families: Mapping[str, Family],
    subjects: Mapping[str, Subject] | None = None,
    files: Mapping[str, Path] | None = None,
) -> Marks:
    """Give the icon of each theme by its id, the shape of each family by its code and its id.

    `files` says where an icon is drawn. Raises Unplaced for a drawing that can't be read.
    """
    found = ((name, (files or {}).get(one.icon or "")) for name, one in (subjects or {}).items())
    named: dict[str, Mark] = {name: drawing(path) for name, path in found if path}
    named |= {name: family.shape for name, family in families.items()}
    return Marks(named | {family.code: family.shape for family in families.values()})


def unknown_marks(prose: str, known: Marks) -> tuple[str, ...]:
    """List what looks like a mark in a text and names nothing."""
    return tuple(name for name in _MARK.findall(prose) if name not in known.named)
