"""Words typed in a hurry are always set: no text, width or size is refused, and none is lost."""

import re
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.layout.fonts import Fonts
from eclaireurs_play.layout.glyphs import drawable
from eclaireurs_play.layout.lines import Voice
from eclaireurs_play.layout.look import HEAVY, PLAIN, SLANTED, Setting, Style, set_prose
from eclaireurs_play.layout.rough import letters, rough_lines, set_anyhow
from eclaireurs_play.layout.typography import paragraphs, plain
from eclaireurs_play.table.cards import default_look

LOOK = default_look()
NASTY = [
    "Prix : 120 000 95 000 130 000",
    "Numéros : " + " ".join(map(str, range(101, 111))),
    " ".join(map(str, range(101, 128))),
    "Quoi" + "?" * 37,
    "Non" + "!" * 40 + " _vraiment_" + ";" * 30,
    "SIRET 123 456 789 00012 et 987 654 321 00098",
    "x\u00a0" * 300,
    "« " + "m" * 200 + " » : ?",
    "_" + "a" * 90 + "_" + "b" * 90,
    "e" + "\u0301" * 60 + "😀👨‍👩‍👧" * 9,
    "\u202eמזל טוב\u202c" * 12 + "\x00\x07\r\t\v\u2028" * 3,
    "https://exemple.fr/" + "dossier/" * 30 + "?a=1;b=2",
    "1 000 000 000 000 000 000 €, 50 % h 12 n° 4 p. 3 M. X",
    "\u0301" * 9,
    "",
]
PIECES = (
    "12", "345", " ", " ", "\u00a0", "\u202f", "?", "!", ":", ";", "«", "»", "_", "'", "-", "/",
    "mot", "anticonstitutionnellement", "W" * 15, "😀", "🏳️‍🌈", "\u0301", "é", "שלום", "\u202e",
    "\u200d", "\x00", "\n", "\t", "€", "...", "n°", "www.", "\ud800",
)  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.text())


def bare(text: str) -> str:
    """Leave spaces and hyphens of cut words aside."""
    return re.sub(r"[\s\u00ad]", "", text)


def read(cut: Setting) -> str:
    return bare("".join(run.text for line in cut.lines for run in line or ()))


def check(text: str, width: float, style: Style, fonts: Fonts) -> None:
    words = drawable(text, fonts)
    cut = set_anyhow(words, width, style, LOOK)
    assert read(cut).replace("_", "") == bare(
        "".join(map(plain, paragraphs(words)))
    ).replace("_", "")  # fmt: skip
    for line in cut.lines:
        wide = sum(fonts.width(run.font, style.size, run.text) for run in line or ())
        seen = [one for run in line or () for one in run.text if category(one) != "Mn"]
        assert wide <= max(width, 0) + 1e-6 or len(seen) == 1, line


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("width", [-5, 0, 0.5, 6, 20, 47, 140])
@pytest.mark.parametrize("size", [9.0, 20.0, 40.0])
def test_what_is_typed_on_a_real_evening_is_set(text: str, width: float, size: float) -> None:
    check(text, width, Style(size, 1.2, "#000000"), LOOK.fonts)


@given(TEXTS, st.floats(-10, 300), st.sampled_from((7.0, 20.0, 60.0)),
       st.sampled_from((PLAIN, HEAVY, SLANTED)))  # fmt: skip
def test_any_text_is_set_at_any_width(text: str, width: float, size: float, voice: Voice) -> None:
    check(text, width, Style(size, 1.2, "#000000", voice), LOOK.fonts)


@given(st.lists(st.sampled_from(("le", "mot", "juste", "et", "12")), min_size=1))
def test_what_the_rules_can_cut_is_cut_by_the_rules(words: list[str]) -> None:
    style = Style(10, 1.2, "#000000")
    text = " ".join(words)
    assert set_anyhow(text, 30, style, LOOK) == set_prose(text, 30, style, LOOK)


def test_a_line_is_cut_at_a_space_first_and_an_accent_stays_on_its_letter() -> None:
    def width(text: str) -> float:
        return sum(one != "\u0301" for one in text)

    assert [*rough_lines("95\u202f000\u202f130\u202f000", 7, width)] == [
        "95\u202f000",
        "130\u202f000",
    ]
    assert [*rough_lines("aa bbbbb c", 3, width)] == ["aa", "bbb", "bb", "c"]
    assert letters("e\u0301e\u0301e\u0301", 2, width) == ["e\u0301e\u0301", "e\u0301"]
    assert letters("ab", 0, width) == ["a", "b"]
