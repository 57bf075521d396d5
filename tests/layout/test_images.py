import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pydantic import ValidationError

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.display import Group, Line, Page, Raster, Rect, walk, words
from eclaireurs_play.layout.display import Path as Shaped
from eclaireurs_play.layout.svg import svg
from eclaireurs_play.model.deck import Card, Picture
from tests.layout.samples import content, formats, look

FORM = formats().cards["poker"]


def card(file: str, folder: Path) -> tuple[CardMaker, Card]:
    found = content()
    picture = Picture(file=file, credit="Dessin : A. Rivière, CC BY 4.0", shows="Un moulin")
    first = found.cards[0].model_copy(update={"image": picture, "text": "Qui traverse ?"})
    deck = found.decks[0].model_copy(update={"cards": (first,)})
    return CardMaker(replace(found, decks=(deck,), folder=folder), FORM, look()), first


def draw(path: Path, size: tuple[int, int] = (900, 500)) -> None:
    Image.new("RGB", size, "#8f3312").save(path)


@pytest.mark.parametrize("name", ["moulin.png", "moulin.jpg"])
def test_a_picture_stands_in_its_place_with_its_credit(name: str, tmp_path: Path) -> None:
    draw(tmp_path / name)
    maker, one = card(name, tmp_path)
    face = maker.front(one)
    [drawn] = [item for item in walk(face) if isinstance(item, Raster)]
    assert drawn.width / drawn.height == pytest.approx(900 / 500)
    assert FORM.safe <= drawn.x
    assert drawn.x + drawn.width <= FORM.width - FORM.safe
    assert "Rivière" in words(face)


def test_a_picture_goes_into_an_svg_with_what_it_shows(tmp_path: Path) -> None:
    draw(tmp_path / "moulin.png")
    maker, one = card("moulin.png", tmp_path)
    drawn = svg(Page(FORM.width, FORM.height, maker.front(one)), look())
    assert "data:image/png;base64," in drawn
    assert "<title>Un moulin</title>" in drawn


RUST = "#123456"
MILL = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 50">
<path d="M0 0H90V50H0Z M30 10V40H60V10Z" fill="{RUST}"/>
<circle cx="45" cy="25" r="8" fill="none" stroke="currentColor" stroke-width="2"/></svg>"""


def test_a_drawing_stays_vector_within_its_frame(tmp_path: Path) -> None:
    (tmp_path / "moulin.svg").write_text(MILL, encoding="utf-8")
    maker, one = card("moulin.svg", tmp_path)
    face = maker.front(one)
    groups = [item for item in walk(face) if isinstance(item, Group)]
    [drawn] = [
        one
        for one in groups
        if any(isinstance(part, Shaped) and part.fill == RUST for part in one.items)
    ]
    clip, [filled, ring] = drawn.clip, drawn.items
    assert isinstance(clip, Rect)
    assert isinstance(filled, Shaped)
    assert isinstance(ring, Line)
    assert clip.width / clip.height == pytest.approx(90 / 50)
    assert (filled.fill, ring.colour) == (RUST, look().theme.ink)
    assert drawn.x >= FORM.safe
    assert "Rivière" in words(face)


def torn(path: Path) -> None:
    draw(path)
    path.write_bytes(path.read_bytes()[:120])


def false(path: Path) -> None:
    path.write_text("Ceci n'est pas un moulin.", encoding="utf-8")


def gif(path: Path) -> None:
    drawn = io.BytesIO()
    Image.new("L", (900, 500)).save(drawn, "GIF")
    path.write_bytes(drawn.getvalue())


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (lambda _path: None, r"l'image « moulin\.png » n'existe pas dans jeu/"),
        (lambda path: draw(path, (120, 80)), r"trop petite : 120 × 80 pixels, il en faut 2\d\d"),
        (false, r"« moulin\.png » n'est pas une image PNG ou JPEG"),
        (gif, r"« moulin\.png » n'est pas une image PNG ou JPEG"),
        (torn, r"« moulin\.png »"),
        (lambda path: path.mkdir(), r"« moulin\.png »"),
    ],
)
def test_a_bad_picture_is_one_sentence_with_file_line_and_card(
    made: object, told: str, tmp_path: Path
) -> None:
    folder = tmp_path / "jeu"
    folder.mkdir()
    made(folder / "moulin.png")  # type: ignore[operator]
    maker, one = card("moulin.png", folder)
    with pytest.raises(LayoutError, match=rf"cards\.yaml:5:9 : carte PO-01 : .*{told}"):
        maker.front(one)


@pytest.mark.parametrize("file", ["../moulin.png", "/moulin.png", "moulin.gif", "a//b.png", "m"])
def test_a_picture_stays_beside_its_deck(file: str) -> None:
    with pytest.raises(ValidationError):
        Picture(file=file, credit="Qui ?", shows="Quoi ?")
