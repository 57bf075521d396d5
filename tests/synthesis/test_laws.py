"""What holds for the synthesis of any session, at any moment, for anyone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.gestures import Action, Audience, Close
from eclaireurs_play.engine.state import State
from eclaireurs_play.play.session import Session
from eclaireurs_play.synthesis import build, to_html, to_markdown
from tests.support import EVERYTHING, SCENARIOS, auto_session, new_session, random_play, rules
from tests.synthesis.reading_back import AUDIENCES, READS, markdown, notes, page, retold

seeds = st.integers(0, 2**32)


def reached(name: str, seed: int, steps: int) -> Session:
    session = new_session(name, seed=seed)
    for _ in random_play(session, seed, steps):
        pass
    return session


@given(name=st.sampled_from([EVERYTHING, *SCENARIOS]), seed=seeds, steps=st.integers(0, 120))
def test_any_state_reached_at_random_is_written_up(name: str, seed: int, steps: int) -> None:
    session = reached(name, seed, steps)
    for audience in AUDIENCES:
        assert page(session.rules, session.state, audience).count("<h1>") == 1


@given(seed=seeds, steps=st.integers(0, 150))
def test_a_session_stopped_anywhere_is_written_up(seed: int, steps: int) -> None:
    session = reached(EVERYTHING, seed, steps)
    if session.state.status == "playing":
        session.play(Action("animateur", Close("seance")))
        assert "arrêtée avant la fin" in markdown(session.rules, session.state)


@pytest.mark.parametrize("name", [EVERYTHING, *SCENARIOS])
def test_every_moment_of_a_whole_session_is_written_up(name: str) -> None:
    session = auto_session(name)
    for played in session.played[::7]:
        assert markdown(session.rules, played.state, "facilitator")


@given(
    name=st.sampled_from([EVERYTHING, "zone-logistique"]),
    seed=seeds,
    steps=st.integers(0, 120),
    audiences=st.permutations(AUDIENCES),
)
def test_an_audience_reads_all_that_is_for_it_and_nothing_else(
    name: str, seed: int, steps: int, audiences: list[Audience]
) -> None:
    session = reached(name, seed, steps)
    state = retold(session.state, audiences=tuple(audiences))
    for audience in AUDIENCES:
        text = markdown(session.rules, state, audience)
        for to, words in notes(state):
            assert (words in text) == (to in READS[audience]), (audience, to)


@given(seed=seeds, steps=st.integers(0, 120))
def test_a_private_note_changes_nothing_in_the_other_versions(seed: int, steps: int) -> None:
    session = reached(EVERYTHING, seed, steps)
    one = retold(session.state, ("un secret",), ("facilitator",))
    other = retold(session.state, ("tout autre chose",), ("facilitator",))
    for audience in ("public", "parties"):
        assert markdown(session.rules, one, audience) == markdown(session.rules, other, audience)


def test_private_sheets_never_show() -> None:
    session = new_session("zone-logistique")
    text = markdown(session.rules, session.state, "facilitator")
    for seat in session.rules.scenario.seats.values():
        assert not seat.private or seat.private.strip()[:60] not in text
    for role in session.rules.roles.values():
        assert role.private.knows.strip()[:60] not in text


@pytest.mark.parametrize("name", [EVERYTHING, "zone-logistique"])
def test_the_same_session_gives_the_same_bytes(name: str) -> None:
    def written(state: State) -> str:
        document = build(rules(name), state, "parties", credits=("Un jeu de cartes.",))
        return to_html(to_markdown(document), {}, document.title)

    assert written(auto_session(name).state) == written(auto_session(name).state)
