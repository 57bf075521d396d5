import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.fitting import fitted, largest
from eclaireurs_play.layout.look import Style, set_prose
from eclaireurs_play.model.print import Size
from tests.layout.samples import QUESTION, look

SIZE = Size(most=10.5, least=9)
LOOK = look()


def fits_in(room: float, size: float) -> bool:
    return set_prose(QUESTION, 55, Style(size, 1.35, "#000000"), LOOK).height <= room


@given(st.floats(min_value=8.9, max_value=11))
def test_the_largest_size_under_a_limit_is_found(limit: float) -> None:
    found = largest(SIZE, lambda size: size <= limit)
    if limit < SIZE.least:
        assert found is None
    else:
        assert found is not None
        assert min(limit, SIZE.most) - 0.1 - 1e-9 <= found <= limit + 1e-9


@given(st.floats(min_value=25, max_value=60), st.floats(min_value=0, max_value=20))
def test_more_room_never_gives_a_smaller_size(room: float, more: float) -> None:
    small = largest(SIZE, lambda size: fits_in(room, size)) or 0
    large = largest(SIZE, lambda size: fits_in(room + more, size)) or 0
    assert large >= small


@given(st.floats(min_value=25, max_value=60))
def test_what_is_found_fits(room: float) -> None:
    found = largest(SIZE, lambda size: fits_in(room, size))
    if found is not None:
        assert fits_in(room, found)


def test_overflow_names_the_place_and_the_text() -> None:
    with pytest.raises(LayoutError, match=r"decks/x\.yaml:3:9 : carte PO-01 : le texte ne tient"):
        fitted(SIZE, lambda _size: False, "decks/x.yaml:3:9 : carte PO-01", "le texte")
