"""Pages as eyes see them: small grey pictures; `pytest --regenerate` writes them anew."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from eclaireurs_play.printing.kit import export_kit
from tests.layout.samples import content, kit, theme

PICTURES = Path(__file__).parent / "pictures"
SCALE = 0.3
"""Pixels for a point: an A4 page is 179 wide."""

TOLERANCE = 2.0
"""Mean difference allowed, out of 255: another version of the renderer moves edges a little."""

PAGES = {"regles": "Règles du jeu", "cartes": "Cartes", "fiches": "Fiches de rôle"}


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image.Image]:
    output = tmp_path_factory.mktemp("vues") / "kit.pdf"
    export_kit(content(), kit(), theme(), output)
    document = pypdfium2.PdfDocument(output)
    try:
        first = {one.get_title(): one.get_dest().get_index() for one in document.get_toc()}
        drawn = {name: first[title] for name, title in PAGES.items()}
        drawn["dos"] = drawn["cartes"] + 1
        return {name: picture(document, place) for name, place in drawn.items()}
    finally:
        document.close()


def picture(document: pypdfium2.PdfDocument, place: int) -> Image.Image:
    page = document[place]
    try:
        return page.render(scale=SCALE, grayscale=True).to_pil().convert("L")
    finally:
        page.close()


@pytest.mark.parametrize("name", [*PAGES, "dos"])
def test_the_page_looks_as_it_did(
    name: str,
    pictures: dict[str, Image.Image],
    regenerate: bool,
    tmp_path: Path,
) -> None:
    stored = PICTURES / f"{name}.png"
    drawn = pictures[name]
    if regenerate:
        PICTURES.mkdir(exist_ok=True)
        drawn.save(stored, optimize=True)
    with Image.open(stored) as image:
        expected = image.convert("L")
    assert drawn.size == expected.size
    difference = ImageChops.difference(drawn, expected)
    drawn.save(tmp_path / f"{name}.png")
    assert ImageStat.Stat(difference).mean[0] < TOLERANCE, f"see {tmp_path}"
