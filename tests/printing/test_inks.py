"""Inks: computed from light, within a limit, letters in black alone."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Group, Modules, Page, Rect, Strokes, Text
from eclaireurs_play.printing.inks import Cmyk, separated
from eclaireurs_play.printing.kit import export_kit
from eclaireurs_play.printing.order import Order
from eclaireurs_play.printing.pdf import About, PdfWriter
from tests.layout.samples import content, kit, look, theme
from tests.printing.reading import reader

COLOURS = st.integers(0, 0xFFFFFF).map(lambda one: f"#{one:06x}")


@given(COLOURS)
def test_inks_give_the_light_back(colour: str) -> None:
    cyan, magenta, yellow, black = separated(colour)
    light = [(1 - one) * (1 - black) for one in (cyan, magenta, yellow)]
    expected = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    assert light == pytest.approx(expected)
    assert min(cyan, magenta, yellow) == pytest.approx(0)


@pytest.mark.parametrize(
    ("colour", "inks"),
    [("#ffffff", "0 0 0 0"), ("#000000", "0 0 0 1"), ("#ff0000", "0 1 1 0"), ("#808080", "0.498")],
)
def test_known_colours(colour: str, inks: str) -> None:
    assert inks in Cmyk().area(colour)


def test_more_ink_than_the_limit_is_one_sentence() -> None:
    with pytest.raises(LayoutError, match="#400000 demande 275 % d'encre, la limite est 240 %"):
        Cmyk(240).area("#400000")


def test_letters_and_codes_are_black_alone() -> None:
    page = Page(
        50,
        50,
        (
            Rect(0, 0, 5, 5, "#8f3312"),
            Text(5, 5, "a", "bold", 10, "#8f3312"),
            Text(5, 15, "b", "bold", 10, "#ffffff"),
            Modules(0, 0, 5, ("10", "01"), "#22262b"),
            Group((Strokes(((0, 0, 5, 5),), "#174a78"),)),
        ),
    )
    writer = PdfWriter(About("", "", ""), look().fonts, Cmyk())
    writer.add(page)
    found = reader(writer.data()).pages[0].get_contents()
    assert found is not None
    drawn = found.get_data().decode("latin-1")
    assert not re.search(r"\b(?:rg|RG)\b", drawn)
    colours = re.findall(r"([\d. ]+) k\b", drawn)
    assert [one.strip() for one in colours][1:] == ["0 0 0 1", "0 0 0 0", "0 0 0 1"]


def test_a_whole_kit_is_written_in_inks_or_not_at_all(tmp_path: Path) -> None:
    output = tmp_path / "kit.pdf"
    export_kit(content(), kit(), theme(), output, Order(ink="cmyk"))
    before = output.read_bytes()
    for page in reader(before).pages:
        found = page.get_contents()
        assert found is not None
        assert not re.search(rb"\b(?:rg|RG)\b", found.get_data())
    with pytest.raises(LayoutError, match="la limite est 60 %"):
        export_kit(content(), kit(), theme(), output, Order(ink="cmyk", ink_limit=60))
    assert output.read_bytes() == before
