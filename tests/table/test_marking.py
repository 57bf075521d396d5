"""Bookmarks at the desk: marked, named otherwise, come back to, forgotten."""

from pathlib import Path

import pytest

from eclaireurs_play import api
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.table.scene import words
from tests.support import FIXTURES, content
from tests.table.hands import Hands, at_the_table


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "salle.jsonl"


@pytest.fixture
def hands(tmp_path: Path, path: Path) -> Hands:
    return at_the_table(tmp_path, api.start(content("salle"), Setup(3), path))


def marks(hands: Hands) -> dict[str, int]:
    assert hands.table.playing
    return hands.table.playing.session.bookmarks


def name(hands: Hands, old: str, new: str) -> None:
    hands.press(f"mark:name:{old}")
    hands.press(f"mark:field:{old}")
    hands.key("a", ctrl=True)
    hands.type(new)
    hands.key("return")


def test_a_bookmark_is_named_and_its_journal_read_again(hands: Hands, path: Path) -> None:
    hands.press("bookmark")
    name(hands, "signet 1", "Avant l'orage 🌧")
    assert marks(hands) == {"Avant l'orage 🌧": 0}
    assert "Avant l’orage" in words(hands.desk)
    assert api.replay(path, FIXTURES).session.bookmarks == marks(hands)


def test_one_comes_back_to_a_bookmark(hands: Hands) -> None:
    hands.press("bookmark")
    assert hands.desk.hit("mark:jump:signet 1") is None
    hands.press("form:option:oui")
    hands.type("Parce que")
    hands.press("make")
    hands.press("mark:jump:signet 1")
    assert hands.table.playing
    assert hands.table.playing.session.played == ()
    assert marks(hands) == {"signet 1": 0}


def test_a_bookmark_is_forgotten_and_its_number_given_again(hands: Hands, path: Path) -> None:
    hands.press("bookmark")
    hands.press("form:option:oui")
    hands.press("bookmark")
    assert marks(hands) == {"signet 1": 0, "signet 2": 1}
    hands.press("mark:drop:signet 1")
    assert marks(hands) == {"signet 2": 1}
    hands.press("undo")
    hands.press("bookmark")
    assert marks(hands) == {"signet 1": 0}
    assert api.replay(path, FIXTURES).session.bookmarks == marks(hands)


def test_a_moment_is_marked_once(hands: Hands) -> None:
    for _ in range(5):
        hands.press("bookmark")
    assert marks(hands) == {"signet 1": 0}
    assert hands.table.playing
    assert hands.table.playing.message == "Ce moment a déjà son signet : signet 1."


def test_a_name_that_is_taken_is_refused_in_a_sentence(hands: Hands) -> None:
    hands.press("bookmark")
    hands.press("form:option:oui")
    hands.press("bookmark")
    name(hands, "signet 2", "signet 1")
    assert set(marks(hands)) == {"signet 1", "signet 2"}
    assert "existe déjà" in words(hands.desk)
    name_field = hands.desk.hit("mark:field:signet 2")
    assert name_field is not None
    hands.key("a", ctrl=True)
    hands.key("delete")
    hands.press("mark:keep")
    assert set(marks(hands)) == {"signet 1", "signet 2"}


def test_what_has_no_bookmark_is_refused(hands: Hands) -> None:
    assert hands.table.playing
    session = hands.table.playing.session
    with pytest.raises(RefusedError, match="Aucun signet"):
        session.rename_bookmark("a", "b")
    with pytest.raises(RefusedError, match="Aucun signet"):
        session.drop_bookmark("a")
