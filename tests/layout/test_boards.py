from xml.etree import ElementTree as ET

import pytest

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.boards import axes, impact_board
from eclaireurs_play.layout.display import Group, Page, Path, Rect, Text, words
from eclaireurs_play.layout.flow import Paper
from eclaireurs_play.layout.impact_map import Legend, Mark, describe_marks, impact_map
from eclaireurs_play.layout.maps import smooth
from eclaireurs_play.layout.svg import svg
from tests.layout.samples import content, formats, look

ROWS = {"eau": "L'eau", "sols": "Les sols"}
COLUMNS = {"ville": "La ville", "region": "La région"}
LEGEND = Legend(
    {"mieux": "Mieux", "moins": "Moins bien", "deux": "Les deux"},
    {"tot": "Maintenant", "tard": "Dans 10 ans"},
)
MARKS = (
    Mark("eau", "ville", "mieux", "tot"),
    Mark("eau", "ville", "moins", "tard"),
    Mark("sols", "region", "deux", "tot"),
    Mark("", "region", "deux", "tot"),
)


def drawn(*marks: Mark) -> Page:
    return impact_map("Carte", ROWS, COLUMNS, marks, look(), legend=LEGEND)


def outline(page: Page) -> list[Path]:
    """Give the marks drawn in the grid, the legend apart."""
    empty = sum(isinstance(item, Path) for item in drawn().items)
    return [item for item in page.items if isinstance(item, Path)][: -empty or None]


def shape(path: Path) -> list[tuple[float, ...]]:
    x, y = path.start
    return [(round(step[0] - x, 2), round(step[1] - y, 2)) for step in path.steps]


def test_sign_is_told_by_outline_and_horizon_by_fill() -> None:
    signs = [outline(drawn(Mark("eau", "ville", sign, "tot")))[0] for sign in LEGEND.signs]
    assert len({str(shape(one)) for one in signs}) == 3
    [now] = outline(drawn(Mark("eau", "ville", "mieux", "tot")))
    [later] = outline(drawn(Mark("eau", "ville", "mieux", "tard")))
    assert shape(now) == shape(later)
    assert now.fill != later.fill
    assert now.stroke == later.stroke


def test_a_full_cell_makes_its_row_taller() -> None:
    many = drawn(*[Mark("eau", "ville", "mieux", "tot")] * 40)
    assert many.height > drawn().height
    assert len(outline(many)) == 40


def test_an_effect_without_a_place_is_counted() -> None:
    assert "1 effet sans place" in words(drawn(*MARKS).items)
    assert "sans place" not in words(drawn(*MARKS[:3]).items)


def test_the_map_is_told_in_words() -> None:
    told = describe_marks(ROWS, COLUMNS, MARKS, LEGEND)
    assert "L'eau, La ville : mieux (maintenant), moins bien (dans 10 ans)" in told
    assert describe_marks(ROWS, COLUMNS, (), LEGEND) == "Aucun effet placé"


def test_the_svg_stands_alone_and_carries_its_words() -> None:
    page = drawn(*MARKS)
    text = svg(page, look(), "Ce que montre la carte & plus", name="carte")
    root = ET.fromstring(text)  # noqa: S314 - our own text
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title").text == "Carte"  # type: ignore[union-attr]
    assert root.find(f"{space}desc").text == "Ce que montre la carte & plus"  # type: ignore[union-attr]
    assert "L’eau" in [one.text for one in root.iter(f"{space}text")]
    assert "href" not in text
    assert "url(" not in text.replace("url(#", "")


def test_the_board_has_the_axes_of_the_game() -> None:
    found = content()
    page = impact_board(found.game, Paper(formats().pages["a3-paysage"], "Plateau", "pied"), look())
    printed = words(page.items)
    assert (page.width, page.height) == (420, 297)
    for title in ("L’eau", "Le quai", "Dans 10 ans", "Moins bien"):
        assert title in printed


def test_a_game_without_a_map_has_no_board() -> None:
    game = content().game.model_copy(update={"map": None})
    with pytest.raises(LayoutError, match="jeu-du-pont"):
        axes(game)


def test_a_smoothed_line_goes_through_its_points() -> None:
    points = [(0.0, 0.0), (10.0, 5.0), (20.0, 0.0), (30.0, 8.0)]
    assert set(points) <= set(smooth(points, closed=False))
    assert set(points) <= set(smooth(points, closed=True))


def test_groups_and_clips_are_kept_in_svg() -> None:
    inner = Text(0, 0, "dedans", "bold", 10, "#000000")
    group = Group((inner,), 3, 4, 90, clip=Rect(0, 0, 5, 5))
    text = svg(Page(10, 10, (group,)), look())
    assert '<clipPath id="dessin-1"><rect' in text
    assert '<g transform="translate(3 4) rotate(90)" clip-path="url(#dessin-1)">' in text
    assert 'font-weight="700"' in text
