"""A deck's box: as deep as its cards, on its sheet, in as many boxes as it takes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Line, Path, walk, words
from eclaireurs_play.layout.tuckbox import EASE, EDGE, LEAST_DEPTH, Net, net, shares, tuck_boxes
from eclaireurs_play.model.print import CardFormat, PageFormat
from tests.layout.samples import content, formats, look

FORMATS = formats()
A4 = FORMATS.pages["a4-plein"]
POKER = FORMATS.cards["poker"]
COUNTS = st.integers(min_value=1, max_value=600)
THICK = st.floats(min_value=0.1, max_value=0.5)


def outline(flat: Net) -> list[tuple[float, float]]:
    """Give the corners that are cut, ends of curves included."""
    page = next(tuck_boxes(content(), POKER, 0.3, A4, look()))
    paths = [one for one in walk(page.items) if isinstance(one, Path)]
    [cut] = [one for one in paths if one.start == (0.0, flat.top + 4) and one.stroke]
    return [cut.start, *((step[-2], step[-1]) for step in cut.steps)]


@given(COUNTS, THICK)
def test_a_box_is_as_deep_as_its_cards_and_no_deeper(count: int, thickness: float) -> None:
    flat = net(count, POKER, thickness)
    pile = count * thickness
    assert pile + EASE - 0.051 <= flat.depth <= max(LEAST_DEPTH, pile + EASE) + 0.051
    assert flat.width > POKER.width
    assert flat.height > POKER.height


@given(COUNTS, THICK)
def test_cards_are_shared_between_as_few_boxes_as_the_sheet_allows(
    count: int, thickness: float
) -> None:
    counts = shares(count, POKER, thickness, A4)
    assert sum(counts) == count
    assert max(counts) - min(counts) <= 1
    assert all(_holds(net(one, POKER, thickness)) for one in counts)
    if len(counts) > 1:
        fewer = -(-count // (len(counts) - 1))
        assert not _holds(net(fewer, POKER, thickness))


def _holds(flat: Net) -> bool:
    sides = sorted((A4.width, A4.height))
    return any(
        flat.wide <= width - 2 * EDGE and flat.tall <= height - 2 * EDGE
        for width, height in (sides, reversed(sides))
    )


def test_a_card_too_large_for_the_sheet_is_one_sentence() -> None:
    large = CardFormat(id="a5", title="A5", width=148, height=210, safe=5, corner=3, bleed=2)
    with pytest.raises(LayoutError, match=r"« A5 » fait 328 × 243 mm à plat : elle ne tient pas"):
        shares(10, large, 0.3, A4)
    a3 = PageFormat(id="a3", title="A3", width=297, height=420, top=0, bottom=0, inner=0, outer=0)
    assert shares(10, large, 0.3, a3) == (10,)


def test_the_cut_is_closed_and_stays_inside() -> None:
    flat = net(len(content().cards), POKER, 0.3)
    corners = outline(flat)
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    assert (min(xs), max(xs)) == (0, pytest.approx(flat.wide))
    assert (min(ys), max(ys)) == (0, pytest.approx(flat.tall))
    assert corners[-1][0] == corners[0][0]


def test_each_fold_is_as_long_as_the_panel_it_bounds() -> None:
    page = next(tuck_boxes(content(), POKER, 0.3, A4, look()))
    flat = net(len(content().cards), POKER, 0.3)
    dashed = [one for one in walk(page.items) if isinstance(one, Line) and one.dash]
    upright = [one for one in dashed if one.points[0][0] == one.points[1][0]]
    assert [one.points[0][0] for one in upright] == list(flat.folds)
    tall = {round(one.points[1][1] - one.points[0][1], 3) for one in upright}
    assert tall == {flat.height}


def test_a_box_says_what_it_holds() -> None:
    [page] = tuck_boxes(content(), POKER, 0.3, A4, look())
    said = words(page.items)
    assert "15 cartes" in said.replace("\u00a0", " ")
    assert "Ponts 10" in said
    assert "boîte" not in said


def test_several_boxes_share_the_families() -> None:
    pages = list(tuck_boxes(content(ponts=150), POKER, 0.5, A4, look()))
    said = [words(page.items).replace("\u00a0", " ") for page in pages]
    assert len(pages) == 2
    assert "78 cartes · boîte 1 sur 2" in said[0]
    assert "boîte 2 sur 2" in said[1]
    assert "Récits" not in said[0]
    assert "Récits" in said[1]


def test_no_card_no_box() -> None:
    assert list(tuck_boxes(replace(content(), decks=()), POKER, 0.3, A4, look())) == []
