from itertools import combinations, pairwise
from math import inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from eclaireurs_play.layout.lines import (
    _ROUNDING,
    OverflowingWord,
    Run,
    Voice,
    _best_lines,
    _last_edge,
    _measured,
    break_lines,
)
from eclaireurs_play.layout.typography import SOFT, french, plain
from tests.layout.samples import QUESTION, look

FONTS = look().fonts
VOICE = Voice()

words = st.text(alphabet="abcdéèàœuvrlt", min_size=1, max_size=16)
texts = st.lists(words, min_size=1, max_size=40).map(" ".join)
measures = st.floats(min_value=6, max_value=40)


def broken(text: str, measure: float) -> tuple[tuple[Run, ...], ...]:
    return break_lines(text, measure, VOICE, FONTS)


def text_of(lines: tuple[tuple[Run, ...], ...]) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


def whole(lines: list[str]) -> str:
    """Put the lines back together as they were before cutting."""
    text = ""
    for line in lines:
        glue = "" if not text or text.endswith((SOFT, "-", "/")) else " "
        text = text.removesuffix(SOFT) + glue + line
    return text


def width(line: tuple[Run, ...]) -> float:
    return sum(FONTS.face(run.font).width(run.text) for run in line)


@given(texts, measures)
def test_no_word_is_lost_or_moved(text: str, measure: float) -> None:
    try:
        lines = text_of(broken(text, measure))
    except OverflowingWord:
        assume(False)
    assert whole(lines) == text


@given(texts, measures)
def test_no_line_is_wider_than_its_measure(text: str, measure: float) -> None:
    try:
        lines = broken(text, measure)
    except OverflowingWord:
        assume(False)
    assert all(width(line) <= measure + 1e-6 for line in lines)


@given(texts, measures)
def test_a_wider_measure_never_needs_more_lines(text: str, measure: float) -> None:
    try:
        narrow = broken(text, measure)
    except OverflowingWord:
        assume(False)
    assume(not any(SOFT in line for line in text_of(narrow)))
    assert len(broken(text, measure * 1.5)) <= len(narrow)


@given(st.lists(words, min_size=1, max_size=6).map(" ".join), st.floats(2, 20))
def test_no_other_way_of_cutting_is_calmer(text: str, measure: float) -> None:
    measured = _measured(text, VOICE, FONTS, cut=True)
    atoms, starts, ends, costs = measured.atoms, measured.starts, measured.ends, measured.costs
    assume(len(atoms) <= 10)

    def weight(lines: list[tuple[int, int]]) -> tuple[int, float]:
        uneven = 0.0
        for start, end in lines:
            slack = (starts[start] + measure + _ROUNDING - ends[end - 1]) / measure
            edge = _last_edge(slack) if end == len(atoms) else slack * slack
            uneven += costs[end - 1] + edge if slack >= 0 else inf
        return len(lines), uneven

    cuts = (places for count in range(len(atoms)) for places in
            combinations(range(1, len(atoms)), count))  # fmt: skip
    ways = [list(pairwise((0, *places, len(atoms)))) for places in cuts]
    possible = [one for one in map(weight, ways) if one[1] != inf]
    found = _best_lines(measured, measure)
    assert (found is None) == (not possible)
    if found is not None:
        count, uneven = weight(found)
        assert (count, uneven) <= (min(possible)[0], min(possible)[1] + 1e-9)


def test_the_last_word_stays_whole() -> None:
    text = "Cette parole tient anticonstitutionnellement"
    with pytest.raises(OverflowingWord, match="anticonstitutionnellement"):
        broken(text, 8)
    assert not any(line.endswith(SOFT) for line in text_of(broken(text, 16)))


def test_a_long_word_is_hyphenated_rather_than_overflow() -> None:
    lines = text_of(broken("un anticonstitutionnellementissime mot", 9))
    assert any(line.endswith(SOFT) for line in lines)


def test_an_address_breaks_at_slashes_only() -> None:
    lines = text_of(broken("voir https://exemple.fr/dossiers/enquete/2024 en ligne", 12))
    assert all("-" not in line and SOFT not in line for line in lines)
    assert any(line.endswith("/") for line in lines)


def test_punctuation_is_never_orphaned() -> None:
    text = french("Et après ? Qui le dira ; qui le fera ? « Nous », dit-elle !")
    for measure in range(7, 30):
        for line in text_of(broken(text, measure)):
            assert line[0] not in ";:!?»"
            assert not line.endswith("«")


def test_a_line_avoids_ending_on_one_letter() -> None:
    ends = [
        line.split(" ")[-1]
        for measure in range(12, 30)
        for line in text_of(broken(plain(french(QUESTION)), measure))[:-1]
    ]
    assert sum(len(end) == 1 for end in ends) <= len(ends) / 20


def test_lines_of_a_paragraph_are_about_even() -> None:
    lines = broken(plain(french(QUESTION)), 17)
    slack = [1 - width(line) / 17 for line in lines[:-1]]
    assert max(slack) < 0.4


def test_emphasis_changes_font_inside_a_line() -> None:
    [line] = broken("dit la _passeuse_, ici", 40)
    assert [run.font for run in line] == ["regular", "italic", "regular"]
    assert "".join(run.text for run in line) == "dit la passeuse, ici"
