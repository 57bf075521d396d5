"""Where cards stand: a sheet is turned or folded by the test, and each back must be behind."""

import itertools
from collections.abc import Sequence
from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.model.print import CardFormat, SheetFormat
from eclaireurs_play.printing.imposition.geometry import Placement, Slot, placements

EXACT = 0.01
"""How far a back may be from its place, in mm."""

Point = tuple[float, float]


def form(width: float = 63, height: float = 88, bleed: float = 2) -> CardFormat:
    return CardFormat(
        id="c", title="Carte", width=width, height=height, safe=3, corner=2, bleed=bleed
    )


def sheet(**changes: object) -> SheetFormat:
    values = {"id": "f", "title": "Feuille", "width": 210, "height": 297, "card": "c"}
    return SheetFormat.model_validate(values | changes)


def on_sheet(point: Point, slot: Slot) -> Point:
    """Follow a point of a card, from its own top left corner, to where it falls on a side."""
    turn = radians(slot.turn)
    x, y = point
    left, top = slot.origin
    return left + x * cos(turn) - y * sin(turn), top + x * sin(turn) + y * cos(turn)


def turned_over(point: Point, flat: SheetFormat) -> Point:
    """Turn the paper along its edge: where a point of the back is, seen through from the front."""
    x, y = point
    long_is_upright = flat.height >= flat.width
    if (flat.flip == "long-edge") == long_is_upright:
        return flat.width - x, y
    return x, flat.height - y


def folded_over(point: Point, placement: Placement) -> Point:
    """Fold the paper backwards along its axis."""
    x, y = point
    assert placement.fold
    at = placement.fold.at
    return (2 * at - x, y) if placement.fold.upright else (x, 2 * at - y)


SIZES = st.lists(
    st.sampled_from([(63.0, 88.0), (70.0, 120.0), (88.0, 88.0), (44.5, 63.5), (74.0, 105.0)]),
    min_size=1,
    max_size=30,
)
ONE_SIZE = st.tuples(st.floats(30, 95), st.floats(30, 130), st.integers(1, 40)).map(
    lambda one: [(one[0], one[1])] * one[2]
)
SHEETS = st.builds(
    lambda size, imposition, flip, gap, margin: sheet(
        width=size[0], height=size[1], imposition=imposition, flip=flip, gap=gap, margin=margin
    ),
    st.sampled_from([(210, 297), (297, 210), (297, 420), (420, 297), (215.9, 279.4), (320, 450)]),
    st.sampled_from(["duplex", "fronts", "gutter-fold", "single"]),
    st.sampled_from(["long-edge", "short-edge"]),
    st.sampled_from([0.0, 2.0, 6.5]),
    st.sampled_from([3.0, 5.0]),
)


def laid(sizes: Sequence[Point], flat: SheetFormat) -> tuple[list[CardFormat], list[Placement]]:
    forms = [form(*size) for size in sizes]
    return forms, list(placements(forms, flat))


@given(SIZES | ONE_SIZE, SHEETS)
def test_each_back_is_behind_its_front_whatever_is_asked(
    sizes: list[Point], flat: SheetFormat
) -> None:
    forms, sheets = laid(sizes, flat)
    for one in sheets:
        assert len(one.backs) == (0 if flat.imposition == "fronts" else len(one.fronts))
        for rank, front, back in zip(one.cards, one.fronts, one.backs, strict=False):
            card = forms[rank]
            for x, y in ((0, 0), (card.width, 0), (card.width / 3, card.height / 4)):
                seen = on_sheet((card.width - x, y), back)
                if one.fold:
                    seen = folded_over(seen, one)
                elif flat.imposition == "single":
                    seen = (one.size.width - seen[0], seen[1])
                else:
                    seen = turned_over(seen, flat)
                assert seen == pytest.approx(on_sheet((x, y), front), abs=EXACT)


@given(SIZES | ONE_SIZE, SHEETS)
def test_every_card_is_laid_once_and_in_order_of_its_kind(
    sizes: list[Point], flat: SheetFormat
) -> None:
    _, sheets = laid(sizes, flat)
    ranks = [rank for one in sheets for rank in one.cards]
    assert sorted(ranks) == list(range(len(sizes)))
    for size in set(sizes):
        alike = [rank for rank in ranks if sizes[rank] == size]
        assert alike == sorted(alike)


@given(SIZES | ONE_SIZE, SHEETS)
def test_cards_never_overlap_and_stay_within_the_margins(
    sizes: list[Point], flat: SheetFormat
) -> None:
    forms, sheets = laid(sizes, flat)
    for one in sheets:
        slots = [*one.fronts, *(one.backs if one.fold else ())]
        edge = 0 if flat.imposition == "single" else flat.margin
        for place, slot in enumerate(slots):
            assert slot.x >= edge - EXACT
            assert slot.y >= edge - EXACT
            assert slot.x + slot.width <= one.size.width - edge + EXACT
            assert slot.y + slot.height <= one.size.height - edge + EXACT
            assert not any(overlap(slot, other) for other in slots[place + 1 :])
        for rank, slot in zip(one.cards, one.fronts, strict=True):
            card = (forms[rank].width, forms[rank].height)
            assert (slot.width, slot.height) in (card, card[::-1])


def overlap(one: Slot, other: Slot) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > EXACT and down > EXACT


@given(SIZES)
def test_mixed_sizes_come_apart_in_two_passes_of_a_guillotine(sizes: list[Point]) -> None:
    flat = sheet(gap=2)
    for one in placements([form(*size) for size in sizes], flat):
        rows: dict[float, set[float]] = {}
        for slot in one.fronts:
            rows.setdefault(round(slot.y, 3), set()).add(slot.height)
        if len(set(sizes)) > 1:
            assert all(len(heights) == 1 for heights in rows.values())
        tops = sorted(rows)
        for above, below in itertools.pairwise(tops):
            assert above + max(rows[above]) <= below + EXACT


@pytest.mark.parametrize(
    ("paper", "size", "count"),
    [
        ((210, 297), (63, 88), 9),
        ((297, 420), (63, 88), 18),
        ((215.9, 279.4), (63, 88), 9),
        ((210, 297), (70, 120), 4),
        ((210, 297), (105, 148), 2),
        ((210, 297), (88, 88), 6),
        ((320, 450), (63, 88), 20),
    ],
)
def test_as_many_cards_as_fit_are_laid(paper: Point, size: Point, count: int) -> None:
    flat = sheet(width=paper[0], height=paper[1])
    [first, *_] = placements([form(*size)] * 100, flat)
    assert len(first.cards) == count


def test_columns_and_rows_may_be_imposed_into_the_margins() -> None:
    [first, *_] = placements([form(70, 99)] * 20, sheet(columns=3, rows=3))
    assert len(first.cards) == 9
    assert first.fronts[0].x == pytest.approx(0)


def test_cards_of_a_partial_sheet_stand_where_those_of_a_full_one_do() -> None:
    full, partial = placements([form()] * 11, sheet())
    assert partial.fronts == full.fronts[:2]
    assert partial.backs == full.backs[:2]


def test_folds_lay_four_playing_cards_on_a4_head_to_the_gutter() -> None:
    [first, *_] = placements([form()] * 8, sheet(imposition="gutter-fold"))
    assert len(first.cards) == 4
    assert first.fold
    gap = min(back.x for back in first.backs) - max(one.x + one.width for one in first.fronts)
    assert gap == pytest.approx(6)


@pytest.mark.parametrize("imposition", ["duplex", "fronts", "gutter-fold"])
def test_a_sheet_smaller_than_its_card_is_told_with_both_sizes(imposition: str) -> None:
    flat = sheet(width=90, height=60, title="Étiquette", imposition=imposition)
    with pytest.raises(LayoutError, match=r"« Étiquette » \(90 × 60 mm.*carte de 63 × 88 mm"):
        list(placements([form()], flat))


def test_no_card_no_sheet() -> None:
    assert list(placements([], sheet())) == []


def test_a_card_alone_has_its_bleed_around_and_room_for_its_marks() -> None:
    [bare] = placements([form()], sheet(imposition="single", marks="none"))
    assert (bare.size, bare.fronts) == ((67, 92), (Slot(2, 2, 63, 88),))
    [marked] = placements([form()], sheet(imposition="single", marks="crop"))
    assert marked.size == (63 + 2 * 6, 88 + 2 * 6)
