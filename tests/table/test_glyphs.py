"""What the fonts can't draw is named, or a square; the journal keeps what was typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import Write
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.layout.glyphs import MISSING, NAMES, drawable, squared
from eclaireurs_play.table.scene import words
from tests.support import content
from tests.table.hands import LOOK, at_the_table


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("C'est noté", "C'est noté"),
        ("Oui 👍", "Oui [pouce levé]"),
        ("Oui 👍🏽 !", "Oui [pouce levé] !"),
        ("❤️", "[cœur]"),
        ("👩‍🌾", "[femme][épi]"),
        ("🇫🇷", "FR"),
        ("🦄", MISSING),
        ("a\nb", "a\nb"),
    ],
)
def test_an_emoji_is_named(typed: str, told: str) -> None:
    assert drawable(typed, LOOK.fonts) == told


@given(st.text(max_size=60))
def test_anything_typed_can_be_drawn_and_places_stay(text: str) -> None:
    known = LOOK.fonts.face("regular").advances
    assert all(one in known or one == "\n" for one in drawable(text, LOOK.fonts))
    assert len(squared(text, LOOK.fonts)) == len(text)


def test_names_can_be_drawn() -> None:
    for name in NAMES.values():
        assert drawable(name, LOOK.fonts) == name
        assert drawable(next(iter(NAMES)), LOOK.fonts) != MISSING


def test_a_note_with_an_emoji_is_read_on_the_wall_and_kept_whole(tmp_path: Path) -> None:
    hands = at_the_table(tmp_path, api.start(content("salle"), Setup(3)))
    hands.press("form:option:oui")
    hands.type("D'accord 👍")
    hands.press("make")
    assert hands.table.playing
    gesture = hands.table.playing.session.played[-1].action.gesture
    assert isinstance(gesture, Write)
    assert gesture.text == "D'accord 👍"
    assert "[pouce levé]" in words(hands.wall)
    assert "[pouce levé]" in words(hands.desk)
