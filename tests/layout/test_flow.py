import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.blocks import Column, prose, question
from eclaireurs_play.layout.display import Line, walk
from eclaireurs_play.layout.flow import Strip, paginate, together
from eclaireurs_play.layout.look import Style
from tests.layout.samples import look

ROOM = 100.0

strips = st.lists(
    st.builds(
        Strip,
        height=st.floats(min_value=1, max_value=30),
        before=st.floats(min_value=0, max_value=10),
        keep=st.booleans(),
        fresh=st.booleans(),
    ),
    max_size=40,
)


@given(strips)
def test_pages_hold_every_strip_in_order_and_never_overflow(found: list[Strip]) -> None:
    try:
        pages = paginate(found, ROOM)
    except LayoutError:
        return
    assert [strip for page in pages for _, strip in page] == found
    for page in pages:
        ends = [top + strip.height for top, strip in page]
        assert all(end <= ROOM + 0.1 for end in ends)
        assert ends == sorted(ends)


@given(strips)
def test_a_kept_strip_is_never_last_on_its_page(found: list[Strip]) -> None:
    try:
        pages = paginate(found, ROOM)
    except LayoutError:
        return
    for page, following in itertools.pairwise(pages):
        if page and page[-1][1].keep:
            assert following[0][1].fresh


def test_what_can_t_fit_a_page_is_an_error() -> None:
    with pytest.raises(LayoutError, match="150 mm ne tient pas dans 100 mm"):
        paginate(together([Strip(50), Strip(50), Strip(50)]), ROOM)


def test_a_paragraph_leaves_no_line_alone() -> None:
    column = Column(40, look())
    lines = prose(column, "un mot puis un autre, " * 12, Style(10, 1.4, "#000000"))
    for room in range(12, 40, 3):
        pages = paginate(lines, float(room))
        assert all(len(page) >= 2 for page in pages)


def test_lines_to_write_on_are_eight_millimetres_apart() -> None:
    strips_ = question(Column(100, look()), "Pourquoi ici ?", 3)
    rules = [strip for strip in strips_ if any(isinstance(one, Line) for one in walk(strip.items))]
    assert [strip.height for strip in rules] == [8.0, 8.0, 8.0]
