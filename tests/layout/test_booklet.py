"""A booklet, folded back: sheets are stacked, folded and read page after page."""

from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.layout.booklet import spreads, stitched
from eclaireurs_play.layout.display import Page, Text, walk
from eclaireurs_play.layout.guide import guide
from tests.layout.samples import content, formats, look, paper

COUNTS = st.integers(min_value=1, max_value=200)


def folded(pages: int) -> list[int | None]:
    """Fold the sheets of a booklet and read it from its first page to its last.

    Each sheet is a leaf before the fold and one after it. A leaf before the fold is read on the
    right of the front, then on the left of the back; after the fold, the other way round, and
    inner sheets come first.
    """
    sides = spreads(pages)
    sheets = [(sides[place], sides[place + 1]) for place in range(0, len(sides), 2)]
    before = [page for front, back in sheets for page in (front[1], back[0])]
    after = [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    return before + after


@given(COUNTS)
def test_folding_the_sheets_gives_the_pages_in_order(pages: int) -> None:
    assert [page for page in folded(pages) if page is not None] == list(range(pages))


@given(COUNTS)
def test_sheets_have_two_sides_of_two_pages_and_none_too_many(pages: int) -> None:
    sides = spreads(pages)
    assert len(sides) % 2 == 0
    assert 0 <= 2 * len(sides) - pages < 4


@given(COUNTS)
def test_blanks_come_just_before_the_last_page(pages: int) -> None:
    read = folded(pages)
    assert read[-1] == pages - 1
    assert None not in read[: pages - 1]


def test_a_page_stands_whole_on_its_half_of_the_sheet() -> None:
    pages = [Page(100, 150, (Text(10, 20, f"p{n}", "regular", 9, "#000000"),)) for n in range(5)]
    sheets = list(stitched(pages, look()))
    assert [(sheet.width, sheet.height) for sheet in sheets] == [(200, 150)] * 4
    said = [[one.string for one in walk(sheet.items) if isinstance(one, Text)] for sheet in sheets]
    assert said == [["p4", "p0"], ["p1"], ["p2"], ["p3"]]


def test_no_page_no_sheet() -> None:
    assert list(stitched([], look())) == []


def test_the_guide_holds_on_small_pages() -> None:
    forms = formats()
    assert forms.pages["a5-livret"].height == forms.pages["a5"].height
    pages = guide(content(), paper("a5-livret"), paper("a5"), look(), torn=False)
    assert {(page.width, page.height) for page in pages} == {(148.5, 210)}
