"""The few measures layout needs of a TrueType file, read straight from its tables."""

from collections.abc import Iterator
from struct import error as StructError  # noqa: N812 - named as the exception it is
from struct import unpack_from
from typing import NamedTuple

_BASIC = 4
"""The format of `cmap` every font has: ranges of 16-bit characters."""

_WITH_CAPITALS = 2
"""The version of `OS/2` from which the height of capitals is written."""

_FULL_NAME = 4
_WINDOWS = 3
_WHOLE = 0x10000


class Metrics(NamedTuple):
    """A font's full name, its advances by character, and its heights; lengths in em."""

    title: str
    advances: dict[str, float]
    cap_height: float
    ascent: float
    descent: float


def metrics(font: bytes) -> Metrics:
    """Read a font's metrics; raises ValueError when the bytes are not a usable TrueType font."""
    try:
        return _metrics(font, _tables(font))
    except (KeyError, StructError):
        raise ValueError("ce n'est pas une police TrueType") from None


def _metrics(font: bytes, tables: dict[bytes, int]) -> Metrics:
    [units] = unpack_from(">H", font, tables[b"head"] + 18)
    ascent, descent = unpack_from(">hh", font, tables[b"hhea"] + 4)
    [version] = unpack_from(">H", font, tables[b"OS/2"])
    if version < _WITH_CAPITALS:
        raise ValueError("elle ne dit pas la hauteur de ses capitales")
    [cap_height] = unpack_from(">h", font, tables[b"OS/2"] + 88)
    [count] = unpack_from(">H", font, tables[b"hhea"] + 34)
    wide = unpack_from(">" + "Hxx" * count, font, tables[b"hmtx"])
    last = count - 1
    advances = {
        chr(code): wide[min(glyph, last)] / units for code, glyph in _glyphs(font, tables[b"cmap"])
    }
    title = _full_name(font, tables[b"name"])
    return Metrics(title, advances, cap_height / units, ascent / units, -descent / units)


def _tables(font: bytes) -> dict[bytes, int]:
    """Say where each table starts."""
    [count] = unpack_from(">H", font, 4)
    entries = (unpack_from(">4sII", font, 12 + 16 * place) for place in range(count))
    return {tag: start for tag, _, start in entries}


def _glyphs(font: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Give each character's code with its glyph's number."""
    [count] = unpack_from(">H", font, cmap + 2)
    places = [cmap + unpack_from(">I", font, cmap + 8 + 8 * one)[0] for one in range(count)]
    [table, *_] = (one for one in places if unpack_from(">H", font, one) == (_BASIC,))
    segments = unpack_from(">H", font, table + 6)[0] // 2
    row = f">{segments}H"
    ends = unpack_from(row, font, table + 14)
    starts = unpack_from(row, font, table + 16 + 2 * segments)
    deltas = unpack_from(row, font, table + 16 + 4 * segments)
    offsets_at = table + 16 + 6 * segments
    offsets = unpack_from(row, font, offsets_at)
    for segment, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end + 1, _WHOLE - 1)):
            glyph = code
            if offsets[segment]:
                at = offsets_at + 2 * segment + offsets[segment] + 2 * (code - start)
                [glyph] = unpack_from(">H", font, at)
            if glyph := (glyph + deltas[segment]) % _WHOLE:
                yield code, glyph


def _full_name(font: bytes, name: int) -> str:
    """Give the name people know the font by."""
    count, strings = unpack_from(">HH", font, name + 2)
    for place in range(count):
        platform, _, _, kind, length, start = unpack_from(">6H", font, name + 6 + 12 * place)
        if (platform, kind) == (_WINDOWS, _FULL_NAME):
            text = font[name + strings + start : name + strings + start + length]
            return text.decode("utf-16-be")
    return ""
