"""Consent: understand, react, object in silence, examine, integrate, ask again."""

import pytest

from eclaireurs_play.engine.state import proposal_named
from eclaireurs_play.play.session import Session
from tests.engine.phases.bench import (
    IDEA,
    SEATS,
    leaf,
    needed,
    outcome,
    phase,
    refused,
    say,
    seen,
    table,
)

OTHERWISE = "On garde les horaires d'avant."
PROPOSED = ("ana propose horaire=tot clefs=une", "clôt")
NOBODY = tuple(f"{seat} passe" for seat in SEATS)


def _consent(*lines: str, past: bool = False, **settings: object) -> Session:
    essai = phase("consent", uses=["idee"], otherwise=OTHERWISE, **settings)
    return say(table(IDEA, essai, past=past), *PROPOSED, *lines)


def _objecting(*, rounds: int = 1) -> Session:
    """Go straight to objections: bob has one, n2; the others have none."""
    lines = ("ana passe", "objection bob: le bruit", "cleo passe")
    return _consent(*lines, steps=(), rounds=rounds)


def test_steps_come_in_order_and_each_waits_for_everyone() -> None:
    session = _consent("clarification ana: Tôt, c'est quand ?", "bob passe")
    assert leaf(session).step == "clarification"
    assert needed(session, "cleo") == {("write", "clarification"), ("pass", "")}
    assert needed(session, "ana") == set()
    assert refused(session, "ana passe") == "turn-taken"
    say(session, "cleo passe")
    assert leaf(session).step == "reaction"
    say(session, *NOBODY)
    assert leaf(session).step == "objection"
    say(session, *NOBODY)
    assert leaf(session).step == "adopte"


def test_steps_left_out_are_not_played() -> None:
    assert leaf(_consent(steps=())).step == "objection"
    assert leaf(_consent(*NOBODY, steps=("reaction",))).step == "objection"


def test_objections_are_written_in_silence_then_all_shown() -> None:
    session = _consent("ana passe", "objection bob: le bruit", steps=())
    assert [one.by for one in seen(session, "cleo")] == []
    assert [one.by for one in seen(session, "bob")] == ["bob"]
    say(session, "cleo passe")
    assert [one.by for one in seen(session, "cleo")] == ["ana", "bob", "cleo"]
    assert all(one.version == "p1" for one in leaf(session).made)


def test_nobody_objects_and_it_is_adopted() -> None:
    session = say(_consent(*NOBODY, steps=()), "clôt")
    assert outcome(session).chosen == ("adopte",)
    assert outcome(session).items == ("p1",)
    assert session.state.results[-1].closing == "complete"


def test_a_preference_does_not_block() -> None:
    session = say(_objecting(), "groupe choisit n3=preference", "clôt")
    assert outcome(session).chosen == ("adopte",)
    assert outcome(session).items == ("p1",)


def test_a_risk_is_integrated_by_the_holder_then_everyone_is_asked_again() -> None:
    session = say(_objecting(), "groupe choisit n3=objection")
    assert leaf(session).step == "integration"
    assert refused(session, "bob amende p1 horaire=tard") in {"not-invited", "not-asked"}
    say(session, "ana amende p1 horaire=tard")
    version = proposal_named(session.state, "p2")
    assert version is not None
    assert (version.parent, version.options["horaire"]) == ("p1", "tard")
    assert (leaf(session).step, leaf(session).round) == ("objection", 1)
    say(session, *NOBODY, "clôt")
    assert outcome(session).chosen == ("adopte",)
    assert outcome(session).items == ("p2",)


def test_objections_are_integrated_one_at_a_time() -> None:
    lines = ("ana passe", "objection bob: le bruit", "objection cleo: les clefs")
    session = _consent(*lines, "groupe choisit n3=objection", steps=())
    assert leaf(session).step == "examen"
    say(session, "animateur choisit n4=objection", "ana amende p1 horaire=tard")
    assert leaf(session).step == "integration"
    say(session, "ana passe")
    assert leaf(session).step == "objection"
    assert len(session.state.proposals) == 2


@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_when_rounds_are_spent_the_otherwise_holds(rounds: int) -> None:
    session = _objecting(rounds=rounds)
    for _ in range(rounds):
        again = leaf(session).made[-2].id
        say(session, f"groupe choisit {again}=objection", "ana passe")
        say(session, "ana passe", "objection bob: encore le bruit", "cleo passe")
    say(session, f"groupe choisit {leaf(session).made[-2].id}=objection", "clôt")
    assert outcome(session).chosen == ("sinon",)
    assert OTHERWISE in outcome(session).sentence
    assert outcome(session).items == ("p1",)


def test_it_can_t_be_closed_before_objections_are_dealt_with() -> None:
    session = _consent(*NOBODY)
    assert refused(session, "clôt") == "no-consent-yet"
    say(session, *NOBODY, *NOBODY)
    say(session, "clôt")


def test_a_past_session_says_what_was_cut_short() -> None:
    session = say(_consent("clarification ana: Quand ?", past=True), "clarification ana: Où ?")
    assert [one.code for one in session.state.deviations] == ["turn-taken"]
    say(session, "clôt")
    assert [one.code for one in session.state.deviations] == ["turn-taken", "no-consent-yet"]
    assert session.state.results[-1].closing == "shortened"
    assert outcome(session).chosen == ("sinon",)


def test_a_repeated_consent_goes_on_from_what_it_left() -> None:
    session = _objecting_again()
    say(session, "groupe choisit n3=objection", "ana amende p1 horaire=tard")
    say(session, "ana passe", "objection bob: encore le bruit", "cleo passe")
    say(session, f"groupe choisit {leaf(session).made[-2].id}=objection", "clôt")
    assert outcome(session).items == ("p2",)
    say(session, *NOBODY, "clôt")
    assert outcome(session).items == ("p2",)


def _objecting_again() -> Session:
    lines = ("ana passe", "objection bob: le bruit", "cleo passe")
    return _consent(*lines, steps=(), rounds=1, repeat={"times": 2})


def test_words_are_changed_where_there_are_no_terms() -> None:
    essai = phase("consent", uses=["idee"], otherwise=OTHERWISE, steps=())
    session = say(table(IDEA, essai, terms={}), "proposition ana: Une salle.", "clôt")
    say(session, "ana passe", "objection bob: le bruit", "cleo passe")
    say(session, "groupe choisit n3=objection", "p1 ana: Une salle sans piano.")
    assert session.state.proposals[-1].text == "Une salle sans piano."
    say(session, *NOBODY, "clôt")
    assert outcome(session).items == ("p2",)


def test_what_a_person_objects_is_never_weighed_by_numbers() -> None:
    numbers = {
        "axes": {"usage": {"title": "Usage", "unit": "h"}},
        "seats": {seat: {"role": seat, "weights": {"usage": 1}} for seat in SEATS},
    }
    essai = phase("consent", uses=["idee"], otherwise=OTHERWISE, steps=(), rounds=1)
    session = say(table(IDEA, essai, **numbers), *PROPOSED)
    for _ in range(2):
        say(session, "ana passe", "objection bob: je ne dors plus", "cleo passe")
        say(session, f"groupe choisit {leaf(session).made[-2].id}=objection")
        if leaf(session).step == "integration":
            say(session, "ana passe")
    assert outcome(say(session, "clôt")).chosen == ("sinon",)
