import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Group, Page, Rect, Strokes, Text, walk
from eclaireurs_play.model.print import CardFormat, SheetFormat
from eclaireurs_play.printing.imposition import (
    EDGE,
    OVERLAP,
    TILE,
    Printed,
    Slot,
    back_slot,
    crop_marks,
    front_slots,
    impose,
    tiles,
)
from tests.layout.samples import look

CARD = CardFormat(id="petite", title="Petite", width=30, height=40, safe=3, corner=2, bleed=2)


def sheet(**changes: object) -> SheetFormat:
    values = {
        "id": "feuille",
        "title": "Feuille",
        "width": 100,
        "height": 150,
        "card": "petite",
        "columns": 3,
        "rows": 3,
    }
    return SheetFormat.model_validate(values | changes)


def printed(count: int) -> list[Printed]:
    def side(name: str) -> tuple[Text, ...]:
        return (Text(0, 0, name, "bold", 10, "#000000"),)

    return [Printed(side(f"devant {one}"), side(f"dos {one}")) for one in range(count)]


def corner(group: Group) -> tuple[float, float]:
    """Give the top left corner a card covers, whichever way up it is."""
    if group.angle:
        return round(group.x - CARD.width, 6), round(group.y - CARD.height, 6)
    return round(group.x, 6), round(group.y, 6)


def placed(page: Page) -> dict[str, tuple[float, float]]:
    """Give the corner of each card of a page by its text."""
    found: dict[str, tuple[float, float]] = {}
    for outer in page.items:
        if isinstance(outer, Group) and not outer.name:
            [group] = [one for one in outer.items if isinstance(one, Group)]
            [text] = [one for one in group.items if isinstance(one, Text)]
            found[text.string] = corner(group)
    return found


@given(st.integers(min_value=1, max_value=30), st.sampled_from(["long-edge", "short-edge"]))
def test_each_back_is_behind_its_front_on_full_and_partial_pages(count: int, edge: str) -> None:
    form = sheet(backs=edge)
    pages = list(impose(printed(count), form, CARD, "#999999"))
    assert len(pages) == 2 * -(-count // 9)
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        fronts, backs = placed(front), placed(back)
        assert len(fronts) == len(backs)
        for name, (x, y) in fronts.items():
            behind = backs[name.replace("devant", "dos")]
            if edge == "long-edge":
                assert behind == pytest.approx((form.width - x - CARD.width, y))
            else:
                assert behind == pytest.approx((x, form.height - y - CARD.height))


def test_along_the_short_edge_backs_are_turned_to_stand_as_their_front() -> None:
    assert back_slot(Slot(5, 15), sheet(backs="short-edge"), CARD).angle == 180
    assert back_slot(Slot(5, 15), sheet(backs="long-edge"), CARD).angle == 0


def test_on_a_wide_sheet_the_edges_change_places() -> None:
    wide = sheet(width=150, height=100, columns=4, rows=2, backs="long-edge")
    assert back_slot(Slot(5, 10), wide, CARD) == Slot(35, 90, 180)


@given(st.integers(min_value=1, max_value=5), st.integers(min_value=1, max_value=4))
def test_cards_are_centred_and_never_overlap(columns: int, rows: int) -> None:
    form = sheet(width=200, height=200, columns=columns, rows=rows, gap=2)
    slots = front_slots(form, CARD)
    assert len(set(slots)) == columns * rows
    left = min(slot.x for slot in slots)
    right = max(slot.x for slot in slots) + CARD.width
    assert left == pytest.approx(form.width - right)
    across = sorted({slot.x for slot in slots})
    assert all(b - a >= CARD.width for a, b in itertools.pairwise(across))


def test_a_sheet_too_small_is_refused() -> None:
    with pytest.raises(LayoutError, match="trop petite"):
        front_slots(sheet(columns=4), CARD)


def test_crop_marks_stay_in_the_margins_on_the_cuts() -> None:
    form = sheet(width=120, gap=2)
    slots = front_slots(form, CARD)
    box = (slots[0].x, slots[0].y, slots[-1].x + CARD.width, slots[-1].y + CARD.height)
    [strokes] = [one for one in walk(crop_marks(form, CARD, "#999999")) if isinstance(one, Strokes)]
    cuts = {slot.x for slot in slots} | {slot.x + CARD.width for slot in slots}
    for x1, y1, x2, y2 in strokes.segments:
        outside = max(y1, y2) < box[1] or min(y1, y2) > box[3]
        outside |= max(x1, x2) < box[0] or min(x1, x2) > box[2]
        assert outside
        assert abs(x1 - x2) + abs(y1 - y2) == pytest.approx(form.mark)
        assert x1 != x2 or x1 in cuts
        assert min(x1, y1, x2, y2) >= 0


def test_no_marks_when_the_format_wants_none() -> None:
    assert crop_marks(sheet(marks="none"), CARD, "#999999") == ()


def test_bleed_stops_half_way_to_a_neighbour() -> None:
    [front, _] = impose(printed(2), sheet(gap=1), CARD, "#999999")
    [first, second] = [one.clip for one in front.items if isinstance(one, Group) and one.clip]
    assert isinstance(first, Rect)
    assert isinstance(second, Rect)
    assert first.x + first.width == pytest.approx(second.x)
    assert first.width == pytest.approx(CARD.width + CARD.bleed + 0.5)


def test_fronts_only_has_no_backs() -> None:
    assert len(list(impose(printed(9), sheet(backs="none"), CARD, "#999999"))) == 1


def wide(width: float) -> Page:
    return Page(width, 297, (Text(30, 50, "à gauche", "bold", 10, "#000000"),), "Plateau")


def test_a_wide_page_comes_on_two_upright_sheets_that_share_a_seam() -> None:
    first, second = tiles(wide(420), look())
    assert (first.width, first.height) == (second.width, second.height) == (210, 297)
    starts = [-one.x for page in (first, second) for one in page.items if isinstance(one, Group)]
    seams = [
        start + one.segments[0][0]
        for start, page in zip(starts, (first, second), strict=True)
        for one in page.items
        if isinstance(one, Strokes)
    ]
    assert seams[0] == pytest.approx(seams[1])
    left, right = starts
    assert left + EDGE <= 14
    assert right + TILE - EDGE >= 420 - 14
    assert (left + TILE - EDGE) - (right + EDGE) == pytest.approx(OVERLAP)
    assert seams[0] == pytest.approx(right + EDGE)


def test_a_page_too_wide_for_two_sheets_is_named() -> None:
    with pytest.raises(LayoutError, match="« Plateau » ne tient pas sur deux feuilles"):
        tiles(wide(500), look())
