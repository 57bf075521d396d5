"""Widths of text, read once from the font files; a character no font has is an error."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.icons import ADVANCES
from eclaireurs_play.layout.trouble import Unplaced
from eclaireurs_play.layout.truetype import metrics
from eclaireurs_play.model.print import MM_PER_POINT, FontName


class Face:
    """One font file: advances and vertical measures in em."""

    def __init__(self, path: Path) -> None:
        read = metrics(path.read_bytes())
        self.title, advances, self.cap_height, self.ascent, self.descent = read
        self.advances: dict[str, float] = {**advances, **ADVANCES}
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Give the width of a text in em, whatever its size."""
        known = self._widths.get(text)
        if known is None:
            known = self._widths[text] = self._measure(text)
        return known

    def _measure(self, text: str) -> float:
        advances = self.advances
        try:
            return sum([advances[one] for one in text])
        except KeyError as missing:
            glyph = str(missing.args[0])
            raise Unplaced(
                f"le caractère « {glyph} » (U+{ord(glyph):04X}) manque dans la police {self.title}"
            ) from None


class Fonts:
    """The fonts of a theme, each parsed when first used."""

    def __init__(self, folder: Path, files: Mapping[FontName, str]) -> None:
        self.folder = folder
        self.files = files
        self._faces: dict[FontName, Face] = {}

    def path(self, name: FontName) -> Path:
        """Say where a font's file stands."""
        return self.folder / self.files[name]

    def face(self, name: FontName) -> Face:
        """Give a font's measures."""
        found = self._faces.get(name)
        if found is None:
            found = self._faces[name] = _face(self.path(name))
        return found

    def width(self, name: FontName, size: float, text: str, spacing: float = 0.0) -> float:
        """Give the width of a text in mm; `size` and `spacing` are in points."""
        return (self.face(name).width(text) * size + spacing * len(text)) * MM_PER_POINT

    def cap_height(self, name: FontName, size: float) -> float:
        """Give the height of capitals in mm at a size in points."""
        return self.face(name).cap_height * size * MM_PER_POINT


@lru_cache(maxsize=16)
def _face(path: Path) -> Face:
    try:
        return Face(path)
    except OSError as error:
        raise LayoutError(f"police illisible : {path.name} ({error.strerror})") from None
    except ValueError as error:
        raise LayoutError(f"police illisible : {path.name} ({error})") from None
