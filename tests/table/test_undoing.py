"""Undoing at the desk while slips wait: the last thing done is taken back, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Clock, Seat
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.table.cards import Cards
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.testing import play_until
from tests.support import content
from tests.table.hands import LOOK, Hands, at_the_table

SEATS = ("porteur", "heron", "merle", "chouette", "frene")
PAUSE, GOES = Clock("elapsed", 60), Seat("porteur", (), "empty")


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    """Come to where stances are chosen in silence."""
    opened = api.start(content("bouton-bruit"), Setup(seats=SEATS))
    play_until(opened.session, "postures")
    return at_the_table(tmp_path, opened)


def playing(hands: Hands) -> Playing:
    found = hands.table.playing
    assert found is not None
    return found


def slip(table: Playing, seat: str, stance: str = "naif") -> None:
    """Put someone's paper in the envelope."""
    table.entry = None
    table.turn_entry()
    assert table.entry is not None
    table.entry.write(f"{seat} choisit posture={stance}")
    table.enter()


def test_a_departure_is_taken_back_and_the_papers_stay(hands: Hands) -> None:
    table = playing(hands)
    slip(table, "heron")
    slip(table, "merle")
    assert table.make(FACILITATOR, GOES)
    assert table.state.away == ("porteur",)
    hands.press("undo")
    assert table.state.away == ()
    assert len(table.envelope) == 2
    assert table.message.startswith("Annulé, sans toucher aux papiers. Dans l'enveloppe : 2")
    hands.press("undo")
    assert len(table.envelope) == 1
    assert table.message.startswith("Le dernier papier est retiré. Dans l'enveloppe : 1")
    assert "erle" not in table.message
    table.redo()
    assert table.state.away == ("porteur",)
    table.undo()
    slip(table, "frene")
    table.redo()
    assert table.message == "L'enveloppe s'ouvre quand l'étape se clôt."


def test_what_was_undone_among_papers_is_put_back(hands: Hands) -> None:
    table = playing(hands)
    slip(table, "heron")
    table.make(FACILITATOR, GOES)
    after = table.state
    table.undo()
    table.redo()
    assert table.state == after
    assert len(table.envelope) == 1


def test_another_gesture_in_the_place_of_the_one_undone_is_seen(hands: Hands) -> None:
    table = playing(hands)
    slip(table, "heron")
    table.make(FACILITATOR, GOES)
    assert table.state.away
    table.undo()
    table.session.play(Action(FACILITATOR, PAUSE))
    assert table.state.away == ()


def test_a_phase_closed_by_mistake_opens_again_with_its_papers(hands: Hands) -> None:
    table = playing(hands)
    for seat in SEATS[1:]:
        slip(table, seat)
    here = len(table.session.played)
    table.close("postures")
    assert len(table.envelope) == 0
    table.undo()
    assert table.undoing is not None
    table.undo(knowingly=True)
    leaf = table.state.leaf
    assert leaf is not None
    assert leaf.phase == "postures"
    assert len(table.session.played) == here + len(SEATS) - 1


@settings(max_examples=20)
@given(st.lists(st.sampled_from((*SEATS[1:], "clock")), max_size=8, unique_by=lambda one: one))
def test_undoing_all_goes_back_through_every_state_in_order(order: list[str]) -> None:
    setup = Setup(seats=SEATS)
    opened = api.start(content("bouton-bruit"), setup)
    play_until(opened.session, "postures")
    table = Playing(opened, Cards(opened.content, LOOK))
    seen = [(table.state, len(table.envelope))]
    for one in order:
        if one == "clock":
            table.make(FACILITATOR, PAUSE)
        else:
            slip(table, one)
        seen.append((table.state, len(table.envelope)))
    while seen:
        assert (table.state, len(table.envelope)) == seen.pop()
        if seen:
            table.undo()
