"""The public's version of an anonymous game: no pseudonym, and nothing that joins two slips.

Attacks by someone of the same corridor, who knows which pseudonyms were in the hat and perhaps one
thing about a colleague: a day off, what they know how to do, a sentence they said.
"""

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.gestures import Fill
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, Deviation, State
from eclaireurs_play.synthesis.unnamed import MENTION, people
from tests.support import REPOSITORY
from tests.synthesis.reading_back import AUDIENCES, markdown
from tests.synthesis.sessions import played
from tests.synthesis.test_parts import part

IDEAS = sorted(path.stem for path in (REPOSITORY / "scenarios" / "demineurs").glob("*.yaml"))
IDEA = "placard-commun"
DAYS = "Les 5 jours"


def pseudonyms(rules: Rules) -> dict[str, str]:
    return {
        seat: rules.name(seat) for seat, one in rules.scenario.seats.items() if one.optional
    }  # fmt: skip


@pytest.mark.parametrize("name", IDEAS)
@given(seed=st.integers(0, 3), cut=st.floats(0, 1))
def test_at_no_moment_does_the_public_read_a_pseudonym(name: str, seed: int, cut: float) -> None:
    session = played(name, seed)
    state = session.played[round(cut * (len(session.played) - 1))].state
    text = markdown(session.rules, state)
    for seat, shown in pseudonyms(session.rules).items():
        assert not re.search(rf"(?<!\w){shown}(?!\w)", text), shown
        assert f"« {seat} »" not in text
    assert "pseudonyme-" not in text


Made = tuple[Contribution, ...]


def dealt(made: Made, seats: list[str], luck: Random) -> Made:
    """Give each slip of one time to someone else who held one."""
    turn = luck.randrange(1, len(seats))
    other = dict(zip(seats, seats[turn:] + seats[:turn], strict=True))
    return tuple(replace(one, by=other.get(one.by, one.by)) for one in made)


@pytest.mark.parametrize("name", IDEAS[:3])
@given(seed=st.integers(0, 3), luck=st.randoms(use_true_random=False))
def test_who_wrote_which_slip_of_which_day_changes_nothing(
    name: str, seed: int, luck: Random
) -> None:
    """Deal every day's slips again, each day otherwise: the public reads the same bytes."""
    session = played(name, seed)
    seats = [one for one in pseudonyms(session.rules) if one in session.state.seats]
    results = tuple(
        replace(one, made=dealt(one.made, seats, luck)) for one in session.state.results
    )
    mixed = replace(session.state, results=results)
    assert markdown(session.rules, mixed) == markdown(session.rules, session.state)
    assert markdown(session.rules, mixed, "parties") != markdown(
        session.rules, session.state, "parties"
    )


def test_the_words_are_all_there() -> None:
    session = played(IDEA, 1)
    text = part(markdown(session.rules, session.state), DAYS)
    slips = [
        one
        for result in session.state.results
        if result.phase == "contributions"
        for one in result.made
    ]
    assert slips
    for one in slips:
        assert isinstance(one.gesture, Fill)
        for words in one.gesture.values.values():
            assert str(words) in text
    assert f"Fiche remplie par : {people(5)}." in text


def test_the_host_keeps_the_pseudonyms() -> None:
    session = played(IDEA, 1)
    present = [rules_name for seat, rules_name in pseudonyms(session.rules).items()
               if seat in session.state.seats]  # fmt: skip
    text = part(markdown(session.rules, session.state, "facilitator"), DAYS)
    assert all(f"Fiche remplie par : {name}." in text for name in present)


def rewritten(state: State, text: str) -> State:
    """Put words into the first slip of the first day."""
    days = [one for one in state.results if one.phase == "contributions"]
    first, *rest = days[0].made
    assert isinstance(first.gesture, Fill)
    values = {**first.gesture.values, next(iter(first.gesture.values)): text}
    changed = replace(
        days[0], made=(replace(first, gesture=Fill(first.gesture.about, values)), *rest)
    )
    return replace(
        state, results=tuple(changed if one is days[0] else one for one in state.results)
    )


@pytest.mark.parametrize("said", ["Frêne a raison, le granit est froid.", "FRÊNE A RAISON."])
def test_a_pseudonym_that_someone_wrote_is_crossed_out(said: str) -> None:
    session = played(IDEA, 1)
    state = rewritten(session.state, said)
    public = markdown(session.rules, state).replace("\\", "")
    assert f"{MENTION} {said[6:]}" in public
    assert said in markdown(session.rules, state, "facilitator")


def test_who_owes_something_is_counted() -> None:
    session = played(IDEA, 1)
    owed = "« Ma contribution du jour » : 1 par personne au moins ; il en manque à "
    named = Deviation("under-quota", f"{owed}Frêne, Granit.", "contributions", 9)
    alone = Deviation("under-quota", f"{owed}Frêne.", "contributions", 9)
    state = replace(session.state, lapses=(named, alone))
    told = part(markdown(session.rules, state), "Écarts et manques")
    assert f"{owed}2 personnes." in told
    assert f"{owed}une personne." in told
    assert "Frêne" in markdown(session.rules, state, "facilitator")


def test_places_are_counted() -> None:
    session = played(IDEA, 1)
    text = part(markdown(session.rules, session.state), "Les places à la table")
    assert "- **5 personnes sous pseudonyme** : « Aider " in text
    assert "- **La personne qui porte l'idée** : " in text


def test_a_game_with_names_is_left_alone() -> None:
    session = played("zone-logistique", 1)
    for audience in AUDIENCES:
        assert "**Maire** [simulé] : " in markdown(session.rules, session.state, audience)
