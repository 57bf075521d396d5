"""Modes as they reach paper: read back and looked at as a printer or an eye would."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import get_args

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageStat

from eclaireurs_play.layout import modes
from eclaireurs_play.layout.display import Bitmap, Box, Page, Raster, Rect
from eclaireurs_play.layout.patterns import texture
from eclaireurs_play.model.deck import Shape, Translated, Translation
from eclaireurs_play.model.print import Kit, Theme
from eclaireurs_play.printing.inks import inks
from eclaireurs_play.printing.job import prepared
from eclaireurs_play.printing.kit import export_kit, write_kit
from eclaireurs_play.printing.order import Order, formats_asked
from eclaireurs_play.printing.pdf import About, PdfWriter
from tests.layout.samples import content, kit, look, theme
from tests.printing.reading import reader, words

SHAPES: tuple[Shape, ...] = get_args(Shape)


def items(*whats: str) -> Kit:
    return kit().model_copy(
        update={"items": tuple(one for one in kit().items if one.what in whats)}
    )


def seen(path: Path | bytes, scale: float = 1.0) -> Image.Image:
    """Give the first page as grey pixels."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0]
        picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
        page.close()
        return picture
    finally:
        document.close()


def printed(page: Page, used: str = "rgb") -> bytes:
    writer = PdfWriter(About("", "", ""), look().fonts, inks(used))  # type: ignore[arg-type]
    writer.add(page)
    return writer.data()


def test_every_code_is_read_back(tmp_path: Path) -> None:
    export_kit(content(), items("cards"), theme(), tmp_path / "k.pdf")
    found = {code.text for code in zxingcpp.read_barcodes(seen(tmp_path / "k.pdf", 4))}
    assert found == {f"jeu-du-pont/PO-{n:02}" for n in range(1, 10)}


def test_low_ink_takes_much_less_ink_and_loses_no_word(tmp_path: Path) -> None:
    export_kit(content(), items("cards"), theme(), tmp_path / "k.pdf")
    export_kit(content(), items("cards"), theme(), tmp_path / "l.pdf", Order(low_ink=True))
    usual, low = ((tmp_path / name).read_bytes() for name in ("k.pdf", "l.pdf"))
    for before, after in zip(reader(usual).pages, reader(low).pages, strict=True):
        assert words(before) == words(after)
    assert _ink(low, 1) < 0.5 * _ink(usual, 1)
    assert _ink(low, 0) < 0.9 * _ink(usual, 0)


def _ink(data: bytes, place: int) -> float:
    document = pypdfium2.PdfDocument(data)
    page = document[place]
    picture = page.render(scale=2, grayscale=True).to_pil().convert("L")
    page.close()
    document.close()
    return 255 - ImageStat.Stat(picture).mean[0]


@pytest.fixture(scope="module")
def bands() -> dict[Shape, Image.Image]:
    """Draw the pattern of each family as a grey printer would, on its tint."""
    grey: Theme = modes.greyscale(theme())
    found: dict[Shape, Image.Image] = {}
    for shape in SHAPES:
        swatch = grey.shapes[shape]
        box = Rect(0, 0, 24, 8, fill=swatch.tint)
        drawn = texture(swatch.pattern, Box(0, 0, 24, 8), swatch.solid, box)
        found[shape] = seen(printed(Page(24, 8, (box, drawn))), 4)
    return found


@pytest.mark.parametrize(("one", "other"), tuple(combinations(SHAPES, 2)))
def test_in_greyscale_every_pair_of_patterns_is_told_apart(
    one: Shape, other: Shape, bands: dict[Shape, Image.Image]
) -> None:
    difference = ImageChops.difference(bands[one], bands[other])
    assert ImageStat.Stat(difference).mean[0] > 12


def test_a_proof_draws_a_grid_on_every_card_and_page(tmp_path: Path) -> None:
    export_kit(content(), items("cards", "board"), theme(), tmp_path / "p.pdf", Order(proof=True))
    assert "63 × 88 mm" in reader((tmp_path / "p.pdf").read_bytes()).pages[0].extract_text()


@pytest.mark.parametrize("order", [Order(large=True), Order(large=True, greyscale=True)])
def test_a_whole_kit_is_printed_large(order: Order, tmp_path: Path) -> None:
    formats = formats_asked(content().formats, kit(), order, None)
    found = replace(content(), formats=formats)
    report = export_kit(found, kit(), theme(), tmp_path / "g.pdf", order)
    assert report.cards == 15
    assert any(paper.startswith("A3") for paper in report.sheets_by_paper)


def translation(*left_out: str) -> Translation:
    cards = {
        card.id: Translated(title="The bridge", text=f'Who crosses {card.id}? "Not I," she says.')
        for card in content().cards
        if card.id not in left_out
    }
    families = {"ponts": "Bridges", "rives": "Banks", "recits": "Tales"}
    return Translation(
        language="en", attribution="us", license="CC BY-SA 4.0", families=families, cards=cards
    )


def test_both_languages_are_on_each_card(tmp_path: Path) -> None:
    order = Order(language="en")
    formats = formats_asked(content().formats, items("cards"), order, None)
    found = replace(content(), formats=formats)
    to = prepared(found, items("cards"), theme(), order, translation())
    write_kit(to, tmp_path / "b.pdf")
    both = words(reader((tmp_path / "b.pdf").read_bytes()).pages[0])
    assert {"traversera", "crosses", "“Not", "I,”", "Bridges"} <= both
    assert "crosses\u202f" not in " ".join(both)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("used", ["rgb", "cmyk"])
def test_a_picture_is_the_same_on_paper(kind: str, used: str, tmp_path: Path) -> None:
    drawn = Image.new("L", (300, 200), 240)
    drawn.paste(40, (0, 0, 150, 200))
    drawn.convert("RGB").save(tmp_path / "i", kind)
    file = (tmp_path / "i").read_bytes()
    image = Bitmap("i", "png" if kind == "PNG" else "jpeg", 300, 200, file)
    page = Page(30, 20, (Raster(0, 0, 30, 20, image, ""),))
    picture = seen(printed(page, used), 72 / 25.4)
    assert picture.getpixel((20, 20)) == pytest.approx(40, abs=45)
    assert picture.getpixel((picture.width - 20, 20)) == pytest.approx(240, abs=8)


def test_what_is_transparent_shows_white_paper(tmp_path: Path) -> None:
    Image.new("RGBA", (300, 200), (200, 0, 0, 0)).save(tmp_path / "i.png")
    image = Bitmap("i", "png", 300, 200, (tmp_path / "i.png").read_bytes())
    picture = seen(printed(Page(30, 20, (Raster(0, 0, 30, 20, image, ""),))))
    assert picture.getextrema() == (255, 255)


def test_a_look_in_greyscale_prints_no_colour(tmp_path: Path) -> None:
    export_kit(content(), items("cards"), theme(), tmp_path / "g.pdf", Order(greyscale=True))
    document = pypdfium2.PdfDocument(tmp_path / "g.pdf")
    page = document[1]
    red, green, blue = page.render(scale=1).to_pil().convert("RGB").split()
    page.close()
    document.close()
    assert ImageChops.difference(red, green).getbbox() is None
    assert ImageChops.difference(green, blue).getbbox() is None
