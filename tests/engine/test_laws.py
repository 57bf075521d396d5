"""Laws of the engine, on every game at hand and on sessions played at random."""

import dataclasses
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play import testing
from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.codec import (
    action_from_data,
    action_to_data,
    state_from_json,
    state_to_json,
)
from eclaireurs_play.engine.creating import PILE
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Close, Draw, Move, Rate, Write
from eclaireurs_play.engine.improvised import SURPRISE, WHERE
from eclaireurs_play.engine.state import Contribution, State
from eclaireurs_play.engine.transition import legal_actions, transition
from eclaireurs_play.engine.view import PUBLIC, view
from eclaireurs_play.play.notation import read_line, write_line
from tests.support import EVERYTHING, SCENARIOS, auto_session, new_session, rules

random_play = partial(testing.random_play, whims=True)

NAMES = st.sampled_from((*SCENARIOS, EVERYTHING))
SEEDS = st.integers(0, 2**64 - 1)
STEPS = st.integers(0, 120)


@given(NAMES, SEEDS, STEPS)
def test_every_reachable_state_survives_json(name: str, seed: int, steps: int) -> None:
    session = new_session(name, seed=seed)
    list(random_play(session, seed, steps))
    assert state_from_json(state_to_json(session.state)) == session.state


@given(NAMES, SEEDS, STEPS, st.booleans())
def test_every_gesture_survives_the_notation_and_json(
    name: str, seed: int, steps: int, in_hand: bool
) -> None:
    session = new_session(name, seed=seed, in_hand=in_hand)
    for _who, _ask, action in random_play(session, seed, steps):
        assert read_line(write_line(action), session.rules) == action
        assert action_from_data(action_to_data(action)) == action


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(str.strip)


@given(TEXTS, st.sampled_from(["public", "parties", "facilitator"]))
def test_any_text_survives_the_notation(text: str, audience: str) -> None:
    action = Action("maire", Write("note", text, audience))  # type: ignore[arg-type]
    line = write_line(action)
    assert "\n" not in line
    assert read_line(line, rules("zone-logistique")) == action


@given(NAMES, SEEDS, STEPS)
def test_a_refusal_changes_nothing(name: str, seed: int, steps: int) -> None:
    session = new_session(name, seed=seed)
    list(random_play(session, seed, steps))
    before = state_to_json(session.state)
    for gesture in (
        Draw("nulle-part"),
        Write("rien", "texte"),
        Move("rien", 99),
        Close("ailleurs"),
    ):
        for by in (*session.state.seats, "animateur", "personne"):
            answer = transition(session.rules, session.state, Action(by, gesture))
            assert isinstance(answer, Refused)
            assert answer.sentence.endswith((".", "?)", "…"))
    assert state_to_json(session.state) == before


def _with_other_secrets(state: State, who: str) -> State:
    """Change only what `who` may not know: the seed, the order of piles, others' hidden words."""
    piles = {name: tuple(reversed(pile)) for name, pile in state.piles.items()}
    leaf = state.leaf
    if leaf is not None:
        made = tuple(
            dataclasses.replace(one, asked="autre chose") if one.hidden and one.by != who else one
            for one in leaf.made
        )
        leaf = dataclasses.replace(leaf, made=made)
    return dataclasses.replace(state, seed=state.seed ^ 1, piles=piles, leaf=leaf)


@given(NAMES, SEEDS, STEPS)
def test_states_that_differ_in_hidden_facts_look_the_same(name: str, seed: int, steps: int) -> None:
    session = new_session(name, seed=seed)
    list(random_play(session, seed, steps))
    for who in session.state.seats:
        other = _with_other_secrets(session.state, who)
        assert view(session.state, who) == view(other, who)
        mine = legal_actions(session.rules, session.state, who)
        assert mine == legal_actions(session.rules, other, who)
        assert mine == legal_actions(session.rules, view(session.state, who).state, who)


def _readable(one: Contribution, who: str) -> bool:
    """Say from the words of the rule, one contribution at a time, who reads what."""
    if who in (FACILITATOR, one.by):
        return True
    to = one.gesture.to if isinstance(one.gesture, Write | Rate) else "public"
    return not one.hidden and (to == "public" or (to == "parties" and who != PUBLIC))


@given(NAMES, SEEDS, STEPS)
def test_a_view_holds_all_that_one_may_read_and_nothing_else(
    name: str, seed: int, steps: int
) -> None:
    session = new_session(name, seed=seed)
    list(random_play(session, seed, steps))
    state = session.state
    for who in (*state.seats, FACILITATOR, PUBLIC):
        seen = view(state, who).state
        pairs = [(state.aside, seen.aside)]
        pairs += [(one.made, other.made) for one, other in zip(state.results, seen.results,
                                                               strict=True)]  # fmt: skip
        if state.leaf and seen.leaf:
            pairs.append((state.leaf.made, seen.leaf.made))
        for made, shown in pairs:
            assert shown == tuple(one for one in made if _readable(one, who))
        silent = {one.number for one in (state.leaf.made if state.leaf else ())
                  if not _readable(one, who)}  # fmt: skip
        assert seen.proposals == tuple(one for one in state.proposals if one.number not in silent)


@given(NAMES, SEEDS, STEPS)
def test_a_changed_state_is_the_one_that_replace_gives(name: str, seed: int, steps: int) -> None:
    session = new_session(name, seed=seed)
    list(random_play(session, seed, steps))
    state, leaf = session.state, session.state.leaf
    assert changed(state, seed=1, leaf=None) == dataclasses.replace(state, seed=1, leaf=None)
    assert changed(state) == state
    if leaf is not None:
        assert changed(leaf, step="un") == dataclasses.replace(leaf, step="un")
        assert leaf == session.state.leaf


@given(NAMES, SEEDS)
def test_random_sessions_end_when_people_do_what_is_asked(name: str, seed: int) -> None:
    session = new_session(name, seed=seed)
    for _ in random_play(session, seed, 3000):
        pass
    assert session.state.status == "over"


@pytest.mark.parametrize("name", [*SCENARIOS, EVERYTHING])
def test_simulated_players_end_a_session(name: str) -> None:
    session = auto_session(name)
    assert session.state.status == "over"
    assert session.state.path == ()
    assert not session.state.deviations


@given(NAMES, SEEDS, STEPS)
def test_what_is_legal_is_accepted(name: str, seed: int, steps: int) -> None:
    session = new_session(name, seed=seed)
    for who, ask, _action in random_play(session, seed, steps):
        assert ask.guard is None
        assert who in {*session.state.seats, "animateur", "groupe"}


@given(NAMES, SEEDS, STEPS)
def test_cards_are_neither_lost_nor_doubled(name: str, seed: int, steps: int) -> None:
    session = new_session(name, seed=seed)
    before = sorted(card for pile in session.state.piles.values() for card in pile)
    list(random_play(session, seed, steps))
    state = session.state
    piles = set(session.state.piles) - {"role"}
    left = [card for pile in piles for card in state.piles[pile]]
    drawn = [
        one.gesture.card
        for made in (
            *(result.made for result in state.results),
            state.leaf.made if state.leaf else (),
            state.aside,
        )
        for one in made
        if isinstance(one.gesture, Draw) and one.gesture.about in piles
    ]
    put = [one.code for one in state.improvised
           if one.kind == SURPRISE or one.values.get(WHERE) == PILE]  # fmt: skip
    assert sorted(left + drawn) == sorted(before + put)
