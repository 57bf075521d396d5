"""Proposals made in silence, and what is by nature for everyone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.transition import legal_actions
from eclaireurs_play.engine.view import PUBLIC, view
from eclaireurs_play.play.narration import tell
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import LAWS, holds
from eclaireurs_play.testing.playouts import random_play
from tests.engine.phases.bench import (
    SEATS,
    TERMS,
    Data,
    leaf,
    needed,
    outcome,
    phase,
    refusal,
    rules_of,
    say,
    table,
)

SILENT = phase("propose", "idee", hidden=True, order="together", each=2)
AFTER = (
    phase("amend", "retouches", uses=["idee"], rounds=2, scenarios=5),
    phase("consent", "accord", uses=["retouches"], otherwise="Rien ne change.", rounds=1),
)
WORDS = st.sampled_from([{}, TERMS])


def _proposals(session: Session, who: str) -> list[str]:
    return [one.id for one in view(session.state, who).state.proposals]


@pytest.mark.parametrize("terms", [{}, TERMS], ids=["words", "terms"])
def test_a_proposal_made_in_silence_is_seen_when_the_phase_closes(terms: Data) -> None:
    lines = {True: "{} propose horaire=tot clefs=une", False: "proposition {}: Une salle."}
    session = table(SILENT, *AFTER, terms=terms)
    for seat in SEATS:
        say(session, *[lines[bool(terms)].format(seat)] * 2)
    assert _proposals(session, "ana") == ["p1", "p2"]
    assert _proposals(session, "cleo") == ["p5", "p6"]
    assert _proposals(session, PUBLIC) == []
    assert _proposals(session, "animateur") == [f"p{number}" for number in range(1, 7)]
    say(session, "clôt")
    assert outcome(session, "idee").items == tuple(f"p{number}" for number in range(1, 7))
    assert _proposals(session, PUBLIC) == list(outcome(session, "idee").items)
    told = list(tell(session.rules, session.state, session.played[-1].events))
    assert [line.partition(" : ")[0] for line in told[:6]] == [
        f"{seat.capitalize()} fait la proposition {2 * number + more}"
        for number, seat in enumerate(SEATS)
        for more in (1, 2)
    ]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("terms", [{}, TERMS], ids=["words", "terms"])
def test_a_game_of_silent_proposals_keeps_the_contract(law: object, terms: Data) -> None:
    holds(law, rules_of(SILENT, *AFTER, terms=terms), seed=3)  # type: ignore[arg-type]


@given(WORDS, st.integers(0, 2**32), st.integers(0, 80), st.booleans())
def test_what_one_may_do_does_not_hang_on_what_one_may_not_see(
    terms: Data, seed: int, steps: int, past: bool
) -> None:
    session = Session(rules_of(SILENT, *AFTER, terms=terms), Setup(seed=seed, past=past))
    list(random_play(session, seed, steps))
    for who in (*SEATS, "groupe", "animateur"):
        seen = view(session.state, who).state
        assert session.legal_actions(who) == legal_actions(session.rules, seen, who)


def test_an_amendment_is_never_hidden() -> None:
    with pytest.raises(ValidationError, match="hidden"):
        table(phase("amend", hidden=True))


@pytest.mark.parametrize("past", [False, True])
@pytest.mark.parametrize("to", ["animateur", "parties"])
def test_what_everyone_answers_is_for_everyone(to: str, past: bool) -> None:
    amend = phase("amend", "retouches", uses=["idee"])
    consent = phase("consent", "accord", uses=["retouches"], otherwise="Rien.", steps=())
    idea = phase("propose", "idee", who=["ana"])
    session = table(idea, amend, consent, terms={}, past=past)
    for kept, then in (
        (f"proposition ana ({to}): Une salle.", ("proposition ana: Une salle.", "clôt")),
        (f"p1 ana ({to}): Une cour.", ("ana passe", "bob passe", "cleo passe", "clôt")),
        (f"objection bob ({to}): Le bruit.", ("objection bob: Le bruit.", "ana passe")),
    ):
        answer = refusal(session, kept)
        assert (answer.code, answer.rule) == ("out-of-domain", False)
        assert "est pour tout le monde" in answer.sentence
        say(session, *then)
    say(session, "cleo passe", f"groupe choisit {leaf(session).made[0].id}=objection")
    assert "est pour tout le monde" in refusal(session, f"p1 ana ({to}): Une cour.").sentence


def test_a_simulated_group_sees_every_objection_that_a_person_makes() -> None:
    consent = phase("consent", "accord", otherwise="Rien.", steps=(), uses=["idee"])
    rules = rules_of(phase("propose", "idee", who=["ana"]), consent, terms=TERMS)
    session = Session(rules, Setup(simulated=("groupe", "animateur")))
    say(session, "ana propose horaire=tot clefs=une")
    list(autoplay(session))
    objection = "objection ana (animateur): Le bruit."
    assert refusal(session, objection).code == "out-of-domain"
    say(session, objection.replace(" (animateur)", ""), "bob passe", "cleo passe")
    list(autoplay(session))
    assert leaf(session).step == "integration"
    assert needed(session, "ana") == {("fill", "p1"), ("pass", "")}
