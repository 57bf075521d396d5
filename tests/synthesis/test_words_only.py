"""At any moment of any session, a synthesis is in words, and ballots stay secret."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import new_session, random_play
from tests.synthesis.reading_back import AUDIENCES, markdown
from tests.synthesis.sessions import ALL, RAW, played, without_hidden

seeds = st.integers(0, 2**32)


@pytest.mark.parametrize("name", ALL)
@given(seed=st.integers(0, 3), cut=st.floats(0, 1))
def test_any_moment_of_any_scenario_is_written_up_in_words(
    name: str, seed: int, cut: float
) -> None:
    session = played(name, seed)
    state = session.played[round(cut * (len(session.played) - 1))].state
    for audience in AUDIENCES:
        assert not RAW.search(markdown(session.rules, state, audience))


@given(name=st.sampled_from(ALL), seed=seeds, steps=st.integers(0, 150))
def test_so_is_any_state_reached_at_random(name: str, seed: int, steps: int) -> None:
    session = new_session(name, seed=seed)
    for _ in random_play(session, seed, steps):
        pass
    for audience in AUDIENCES:
        assert not RAW.search(markdown(session.rules, session.state, audience))


@pytest.mark.parametrize("name", ALL)
@given(seed=st.integers(0, 3), cut=st.floats(0, 1))
def test_what_is_hidden_is_told_to_nobody(name: str, seed: int, cut: float) -> None:
    """A ballot stays secret, even from whoever hosts; the count tells what it must."""
    session = played(name, seed)
    state = session.played[round(cut * (len(session.played) - 1))].state
    for audience in AUDIENCES:
        shown = markdown(session.rules, state, audience)
        assert shown == markdown(session.rules, without_hidden(state), audience)
