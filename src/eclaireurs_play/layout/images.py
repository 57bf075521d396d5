"""Pictures on cards: read, judged for the place they take, and credited."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

from eclaireurs_play.layout.display import Bitmap, Box, Group, Item, Raster, Rect
from eclaireurs_play.layout.look import Look, Setting, Style, draw_setting, set_prose
from eclaireurs_play.layout.tracing import traced
from eclaireurs_play.layout.trouble import Unplaced
from eclaireurs_play.layout.vectors import drawing
from eclaireurs_play.model.deck import Picture

LEAST_DPI = 200
"""Fewer pixels to the inch than this show on paper."""

TALLEST = 0.2
"""The height a picture may take, as a share of its card's."""

UNDER = 0.6
"""Space between a picture and its credit, in mm."""

MM_PER_INCH = 25.4
LARGEST = 20_000_000
KINDS: dict[str, Literal["png", "jpeg"]] = {"PNG": "png", "JPEG": "jpeg"}


@lru_cache(maxsize=256)
def bitmap(path: Path) -> Bitmap:
    """Read a PNG or a JPEG file.

    Raises Unplaced when it is missing, larger than 20 MB, or not what it says.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only pictures need it

    try:
        if path.stat().st_size > LARGEST:
            raise Unplaced(f"l'image « {path.name} » pèse plus de 20 Mo")
        file = path.read_bytes()
        with Image.open(path, formats=tuple(KINDS)) as opened:
            opened.load()
            kind, (columns, rows) = KINDS[opened.format or ""], opened.size
    except FileNotFoundError:
        raise Unplaced(f"l'image « {path.name} » n'existe pas dans {path.parent.name}/") from None
    except (UnidentifiedImageError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise Unplaced(f"« {path.name} » n'est pas une image PNG ou JPEG") from None
    except OSError:
        raise Unplaced(f"l'image « {path.name} » est abîmée ou ne se laisse pas lire") from None
    return Bitmap(sha256(file).hexdigest()[:16], kind, columns, rows, file)


def placed(picture: Picture, folder: Path, box: Box, look: Look) -> tuple[tuple[Item, ...], float]:
    """Draw a picture as large as it can be in a box, its credit under it; give their height.

    Raises Unplaced for what can't be read, or has fewer than 200 pixels to the inch there.
    """
    path = folder / picture.file
    drawn, tall = _vector(path, box, look) if path.suffix == ".svg" else _raster(picture, path, box)
    credit = _credit(picture, box.width, look)
    under = draw_setting(credit, box.x, box.y + tall + UNDER, look)
    return (drawn, *under), tall + UNDER + credit.height


def _raster(picture: Picture, path: Path, box: Box) -> tuple[Item, float]:
    image = bitmap(path)
    scale = min(box.width / image.columns, box.height / image.rows)
    wide, tall = image.columns * scale, image.rows * scale
    _refuse_coarse(picture, image, wide)
    return Raster(box.x, box.y, wide, tall, image, picture.shows), tall


def _vector(path: Path, box: Box, look: Look) -> tuple[Item, float]:
    """Draw an SVG file; what passes its frame is hidden."""
    read = drawing(path)
    scale = min(box.width / read.width, box.height / read.height)
    wide, tall = read.width * scale, read.height * scale
    items = tuple(traced(read, (0, 0), scale, look.theme.ink))
    return Group(items, box.x, box.y, clip=Rect(0, 0, wide, tall)), tall


def _credit(picture: Picture, width: float, look: Look) -> Setting:
    sizes = look.theme.sizes
    return set_prose(picture.credit, width, Style(sizes.card_mark, 1.25, look.theme.soft), look)


def _refuse_coarse(picture: Picture, image: Bitmap, wide: float) -> None:
    needed = round(wide / MM_PER_INCH * LEAST_DPI)
    if image.columns < needed:
        raise Unplaced(
            f"l'image « {picture.file} » est trop petite : {image.columns} × {image.rows} pixels, "
            f"il en faut {needed} de large à cette place ({LEAST_DPI} par pouce)"
        )
