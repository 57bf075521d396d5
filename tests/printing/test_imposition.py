from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Group, Page, Rect, Strokes, Text, walk
from eclaireurs_play.model.print import CardFormat, SheetFormat
from eclaireurs_play.printing.imposition import Printed, impose, tiles
from eclaireurs_play.printing.imposition.posters import EDGE, OVERLAP, TILE
from eclaireurs_play.printing.imposition.register import Drift, end_over_end, shifted
from tests.layout.samples import look

CARD = CardFormat(id="petite", title="Petite", width=30, height=40, safe=3, corner=2, bleed=2)
WIDE = CardFormat(id="large", title="Large", width=50, height=60, safe=3, corner=2, bleed=3)
SMALL = CardFormat(id="mini", title="Mini", width=22, height=30, safe=3, corner=2, bleed=2)
GREY = "#999999"


def sheet(**changes: object) -> SheetFormat:
    values = {"id": "feuille", "title": "Feuille", "width": 100, "height": 150, "card": "petite"}
    return SheetFormat.model_validate(values | changes)


def printed(count: int, form: CardFormat = CARD, start: int = 0) -> list[Printed]:
    def side(name: str) -> tuple[Text, ...]:
        return (Text(0, 0, name, "bold", 10, "#000000"),)

    numbers = range(start, start + count)
    return [Printed(side(f"devant {one}"), side(f"dos {one}"), form) for one in numbers]


def placed(page: Page) -> dict[str, tuple[float, float]]:
    """Give the middle of the area that each card of a page shows, by its text."""
    found: dict[str, tuple[float, float]] = {}
    for outer in page.items:
        if isinstance(outer, Group) and isinstance(outer.clip, Rect):
            [text] = [one for one in walk(outer.items) if isinstance(one, Text)]
            clip = outer.clip
            found[text.string] = (clip.x + clip.width / 2, clip.y + clip.height / 2)
    return found


def marks(page: Page) -> list[tuple[float, float, float, float]]:
    return [one for item in walk(page.items) if isinstance(item, Strokes) for one in item.segments]


@given(st.integers(min_value=1, max_value=30), st.integers(min_value=0, max_value=6))
def test_fronts_then_backs_sheet_after_sheet_with_all_cards(small: int, large: int) -> None:
    pages = list(impose([*printed(small), *printed(large, WIDE, small)], sheet(gap=2), GREY))
    fronts = [name for page in pages[::2] for name in placed(page)]
    backs = [name for page in pages[1::2] for name in placed(page)]
    assert [name.replace("devant", "dos") for name in fronts] == backs
    assert len(set(fronts)) == small + large


def test_fronts_only_has_no_backs() -> None:
    assert len(list(impose(printed(9), sheet(imposition="fronts"), GREY))) == 1


def test_a_folded_sheet_has_both_sides_of_its_cards_and_a_fold() -> None:
    [page] = impose(printed(3), sheet(imposition="gutter-fold", width=120), GREY)
    assert len(placed(page)) == 6
    assert any(item.log().startswith("line") and "dash" in item.log() for item in page.items)


@pytest.mark.parametrize("kind", ["crop", "outer", "lines"])
@given(count=st.integers(min_value=1, max_value=9), gap=st.sampled_from([0.0, 2.0, 9.0, 12.0]))
def test_marks_are_never_on_a_card(kind: str, count: int, gap: float) -> None:
    flat = sheet(width=140, height=180, gap=gap, marks=kind)
    for page in impose(printed(count), flat, GREY):
        clips = [one.clip for one in page.items if isinstance(one, Group) and one.clip]
        for x1, y1, x2, y2 in marks(page):
            assert 0 <= min(x1, x2) <= max(x1, x2) <= page.width
            assert 0 <= min(y1, y2) <= max(y1, y2) <= page.height
            for clip in clips:
                assert isinstance(clip, Rect)
                inside_x = x1 < clip.x + clip.width - 2.01 and x2 > clip.x + 2.01
                inside_y = y1 < clip.y + clip.height - 2.01 and y2 > clip.y + 2.01
                assert not (inside_x and inside_y)


def test_crop_marks_stand_on_every_cut_of_a_full_sheet() -> None:
    flat = sheet(width=110)
    [front, _] = impose(printed(9), flat, GREY)
    found = marks(front)
    assert {x1 for x1, _, x2, _ in found if x1 == x2} == {10, 40, 70, 100}
    assert {y1 for _, y1, _, y2 in found if y1 == y2} == {15, 55, 95, 135}
    assert all(abs(x1 - x2) + abs(y1 - y2) == pytest.approx(4) for x1, y1, x2, y2 in found)


def test_marks_in_gaps_are_drawn_when_there_is_room_and_not_when_outer_only() -> None:
    flat = sheet(width=160, gap=14)
    [crop, _] = impose(printed(4), flat, GREY)
    [outer, _] = impose(printed(4), flat.model_copy(update={"marks": "outer"}), GREY)
    assert len(marks(outer)) < len(marks(crop))
    assert set(marks(outer)) < set(marks(crop))


def test_full_lines_go_around_every_card() -> None:
    [front, _] = impose(printed(9), sheet(width=110, marks="lines"), GREY)
    around = [one for one in marks(front) if abs(one[0] - one[2]) + abs(one[1] - one[3]) > 10]
    assert (10, 15, 10, 135) in around
    assert len(around) == 8


@pytest.mark.parametrize(
    ("sides", "fronts", "backs"), [("both", 1, 1), ("fronts", 1, 0), ("backs", 0, 1)]
)
def test_marks_are_on_the_sides_asked(sides: str, fronts: int, backs: int) -> None:
    pages = impose(printed(2), sheet(marks_on=sides), GREY)
    assert [min(1, len(marks(page))) for page in pages] == [fronts, backs]


def test_no_marks_when_the_format_wants_none() -> None:
    assert all(not marks(page) for page in impose(printed(2), sheet(marks="none"), GREY))


def test_bleed_stops_half_way_to_a_neighbour() -> None:
    [front, _] = impose(printed(2), sheet(gap=1, columns=3, rows=3), GREY)
    [first, second] = [one.clip for one in front.items if isinstance(one, Group) and one.clip]
    assert isinstance(first, Rect)
    assert isinstance(second, Rect)
    assert first.x + first.width == pytest.approx(second.x)
    assert first.width == pytest.approx(CARD.width + CARD.bleed + 0.5)


def test_a_card_alone_says_where_it_is_cut_and_how_far_it_bleeds() -> None:
    pages = list(impose(printed(2), sheet(imposition="single", marks="none"), GREY))
    assert len(pages) == 4
    for page in pages:
        assert page.trim
        box = (page.trim.x, page.trim.y, page.trim.width, page.trim.height, page.bleed)
        assert box == (2, 2, 30, 40, 2)
        assert (page.width, page.height) == (34, 44)


def spot(page: Page) -> tuple[float, float]:
    """Follow the first point of a page's drawing through what it was moved by."""
    [group] = page.items
    assert isinstance(group, Group)
    [text] = group.items
    assert isinstance(text, Text)
    return on_page(group, text.x, text.y)


def on_page(group: Group, x: float, y: float) -> tuple[float, float]:
    turn = radians(group.angle)
    return (
        group.x + x * cos(turn) - y * sin(turn),
        group.y + x * sin(turn) + y * cos(turn),
    )


def dotted(x: float, y: float) -> Page:
    return Page(210, 297, (Text(x, y, "point", "bold", 10, "#000000"),))


@given(st.floats(0, 210), st.floats(0, 297))
def test_a_back_turned_end_over_end_is_that_of_the_other_edge(x: float, y: float) -> None:
    assert spot(end_over_end(dotted(x, y))) == pytest.approx((210 - x, 297 - y))


@given(
    st.floats(0, 210),
    st.floats(0, 297),
    st.floats(-5, 5),
    st.floats(-5, 5),
    st.floats(-2, 2),
)
def test_a_measured_drift_is_made_up_for(
    x: float, y: float, right: float, down: float, angle: float
) -> None:
    """The paper is where fronts fell: turned around the middle of the sheet, then moved."""
    turn = radians(angle)
    wanted = (
        105 + (x - 105) * cos(turn) - (y - 148.5) * sin(turn) + right,
        148.5 + (x - 105) * sin(turn) + (y - 148.5) * cos(turn) + down,
    )
    assert spot(shifted(dotted(x, y), Drift(right, down, angle))) == pytest.approx(wanted)


def wide(width: float) -> Page:
    return Page(width, 297, (Text(30, 50, "à gauche", "bold", 10, "#000000"),), "Plateau")


def test_a_wide_page_comes_on_two_upright_sheets_that_share_a_seam() -> None:
    first, second = tiles(wide(420), look())
    assert (first.width, first.height) == (second.width, second.height) == (210, 297)
    moved = (one for page in (first, second) for one in page.items if isinstance(one, Group))
    starts = [-one.x for one in moved if not one.clip]
    seams = [
        start + one.segments[0][0]
        for start, page in zip(starts, (first, second), strict=True)
        for one in page.items
        if isinstance(one, Strokes)
    ]
    assert seams[0] == pytest.approx(seams[1])
    left, right = starts
    assert left + EDGE <= 15
    assert right + TILE - EDGE >= 420 - 15
    assert (left + TILE - EDGE) - (right + EDGE) == pytest.approx(OVERLAP)
    assert seams[0] == pytest.approx(right + EDGE)


def test_a_page_too_wide_for_two_sheets_is_named() -> None:
    with pytest.raises(LayoutError, match="« Plateau » ne tient pas sur deux feuilles"):
        tiles(wide(500), look())


def test_each_shelf_of_mixed_cards_has_the_marks_of_its_own_cuts() -> None:
    """Cuts of one shelf are not those of the next: each has marks above and under it."""
    cards = [*printed(2, WIDE), *printed(5, CARD, 2), *printed(2, SMALL, 7)]
    [front, _] = impose(cards, sheet(width=180, height=180), GREY)
    found = marks(front)
    clips = [one.clip for one in front.items if isinstance(one, Group) and one.clip]
    assert len(clips) == 9
    for clip, form in zip(clips, [WIDE] * 2 + [CARD] * 5 + [SMALL] * 2, strict=True):
        assert isinstance(clip, Rect)
        middle = (clip.x + clip.width / 2, clip.y + clip.height / 2)
        top, bottom = middle[1] - form.height / 2, middle[1] + form.height / 2
        left = min(
            (x1 for x1, _, x2, _ in found if x1 == x2),
            key=lambda x: abs(x - (middle[0] - form.width / 2)),
        )
        ends = {y for x1, y1, x2, y2 in found if x1 == x2 == left for y in (y1, y2)}
        assert any(0 < top - y < 8 for y in ends)
        assert any(0 < y - bottom < 8 for y in ends)
