"""Propose and amend: one amendment at a time, answered before the next; every version kept."""

import pytest

from eclaireurs_play.engine.state import proposal_named
from eclaireurs_play.play.session import Session
from tests.engine.phases.bench import IDEA, Data, needed, outcome, phase, refused, say, table

PROPOSED = ("ana propose horaire=tot clefs=une", "clôt")


def _amending(*lines: str, past: bool = False, **settings: object) -> Session:
    essai = phase("amend", uses=["idee"], who=["bob", "cleo"], **settings)
    return say(table(IDEA, essai, past=past), *PROPOSED, *lines)


def test_a_proposal_is_whole_from_the_start_and_made_by_who_is_entitled() -> None:
    session = table(IDEA)
    assert refused(session, "ana propose horaire=tot") == "out-of-domain"
    assert refused(session, "bob propose horaire=tot clefs=une") == "not-invited"
    assert refused(session, "clôt") == "turns-left"
    say(session, "ana propose horaire=tot clefs=une")
    assert refused(session, "ana propose horaire=tard clefs=une") == "turn-taken"
    assert outcome(say(session, "clôt"), "idee").items == ("p1",)


def test_someone_may_make_several_proposals() -> None:
    session = table({**IDEA, "each": 2})
    say(session, "ana propose horaire=tot clefs=une", "ana propose horaire=midi clefs=une", "clôt")
    assert outcome(session, "idee").items == ("p1", "p2")


def test_an_amendment_is_answered_before_the_next() -> None:
    session = _amending("bob amende p1 horaire=tard")
    assert needed(session, "ana") == {("choose", "p2")}
    assert refused(session, "cleo amende p1 clefs=trois") == "answer-first"
    assert refused(session, "clôt") == "answer-first"
    assert refused(session, "groupe choisit p2=oui") == "not-invited"
    say(session, "ana choisit p2=oui")
    assert refused(session, "bob amende p2 clefs=trois") == "turn-taken"
    assert refused(session, "cleo amende p1 clefs=trois") == "unknown-subject"
    say(session, "cleo amende p2 clefs=trois", "ana choisit p3=non", "clôt")
    assert outcome(session).items == ("p2",)
    assert outcome(session).sentence == "2 amendements : 1 intégré, 1 écarté."


def test_every_version_is_kept_with_what_it_amends() -> None:
    session = _amending("bob amende p1 horaire=tard", "ana choisit p2=non", "cleo passe", "clôt")
    version = proposal_named(session.state, "p2")
    assert version is not None
    assert (version.by, version.parent) == ("bob", "p1")
    assert version.options == {"horaire": "tard", "clefs": "une"}
    assert outcome(session).items == ("p1",)


def test_the_group_may_answer_instead_of_the_holder() -> None:
    session = _amending("bob amende p1 horaire=tard", accepts="group")
    assert refused(session, "ana choisit p2=oui") == "not-invited"
    assert outcome(say(session, "groupe choisit p2=oui", "cleo passe", "clôt")).items == ("p2",)


def test_scenarios_are_kept_apart_up_to_the_limit() -> None:
    session = _amending("bob amende p1 horaire=tard", scenarios=2, rounds=2)
    say(session, "ana choisit p2=a-part", "cleo amende p2 clefs=trois")
    assert refused(session, "ana choisit p3=a-part") == "out-of-domain"
    say(session, "ana choisit p3=oui", "bob passe", "cleo passe", "clôt")
    assert outcome(session).items == ("p1", "p3")
    assert outcome(session).sentence == "2 amendements : 1 intégré, 1 gardé à part."


def test_one_scenario_is_never_kept_apart() -> None:
    session = _amending("bob amende p1 horaire=tard")
    assert refused(session, "ana choisit p2=a-part") == "out-of-domain"


def test_an_amendment_changes_something() -> None:
    session = _amending()
    assert refused(session, "bob amende p1 horaire=tot") == "out-of-domain"
    assert refused(session, "bob amende p1 horaire=minuit") == "out-of-domain"
    assert refused(session, "cleo amende p1 horaire=tard") == "not-your-turn"


def test_each_takes_its_turn_so_many_rounds() -> None:
    session = _amending("bob passe", "cleo passe", rounds=2)
    assert refused(session, "clôt") == "turns-left"
    assert refused(session, "cleo passe") == "not-your-turn"
    assert outcome(say(session, "bob passe", "cleo passe", "clôt")).items == ("p1",)


def test_words_are_amended_where_there_are_no_terms() -> None:
    essai = phase("amend", uses=["idee"], who=["bob"])
    session = say(table(IDEA, essai, terms={}), "proposition ana: Une salle.", "clôt")
    say(session, "p1 bob: Une salle sans piano.", "ana choisit p2=oui", "clôt")
    assert outcome(session).items == ("p2",)
    assert session.state.proposals[-1].text == "Une salle sans piano."


def test_a_past_session_may_have_skipped_turns_and_answers() -> None:
    session = _amending("cleo amende p1 horaire=tard", "bob amende p1 clefs=trois", past=True)
    assert [one.code for one in session.state.deviations] == ["not-your-turn", "answer-first"]
    assert needed(session, "ana") == {("choose", "p2"), ("choose", "p3")}
    say(session, "ana choisit p3=non", "clôt")
    assert [one.code for one in session.state.deviations][2:] == ["answer-first"]
    assert outcome(session).items == ("p1",)
    assert len(session.state.proposals) == 3


BOB, CLEO = "bob amende p1 horaire=tard", "cleo amende p1 clefs=trois"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("bob passe", "cleo passe"), "Aucun amendement."),
        ((BOB, "ana choisit p2=oui"), "1 amendement, intégré."),
        ((BOB, "ana choisit p2=non"), "1 amendement, écarté."),
        ((BOB, "ana choisit p2=a-part"), "1 amendement, gardé à part."),
        ((BOB, CLEO, "ana choisit p2=non", "ana choisit p3=non"), "2 amendements, tous écartés."),
        (
            (BOB, CLEO, "ana choisit p2=a-part", "ana choisit p3=a-part"),
            "2 amendements, tous gardés à part.",
        ),
        (
            (BOB, BOB, CLEO, CLEO, "ana choisit p2=a-part", "ana choisit p3=non",
             "ana choisit p4=non"),
            "4 amendements : 1 gardé à part, 2 écartés, 1 sans réponse.",
        ),
    ],
)  # fmt: skip
def test_what_became_of_amendments_is_said_in_words(lines: tuple[str, ...], said: str) -> None:
    session = _amending(*lines, "clôt", past=True, scenarios=3)
    assert outcome(session).sentence == said


@pytest.mark.parametrize("answers", [("p2", "p3"), ("p3", "p2")])
def test_amendments_taken_in_one_after_the_other_add_up(answers: tuple[str, ...]) -> None:
    lines = ("bob amende p1 horaire=tard", "cleo amende p1 clefs=trois")
    session = _amending(*lines, *(f"ana choisit {one}=oui" for one in answers), "clôt", past=True)
    first, last = answers
    assert outcome(session).items == (last,)
    version = proposal_named(session.state, last)
    assert version is not None
    assert version.parent == first
    assert version.options == {"horaire": "tard", "clefs": "trois"}
    assert outcome(session).sentence == "2 amendements, tous intégrés."


def test_an_amendment_set_aside_changes_no_other() -> None:
    session = _amending("bob amende p1 horaire=tard", "cleo amende p1 clefs=trois", past=True)
    say(session, "ana choisit p2=non", "ana choisit p3=oui", "clôt")
    version = proposal_named(session.state, "p3")
    assert version is not None
    assert (version.parent, version.options["horaire"]) == ("p1", "tot")
    assert outcome(session).items == ("p3",)


def test_words_taken_in_last_are_those_that_hold() -> None:
    essai = phase("amend", uses=["idee"], who=["bob", "cleo"])
    session = say(table(IDEA, essai, terms={}, past=True), "proposition ana: Une salle.", "clôt")
    say(session, "p1 bob: Une salle sans piano.", "p1 cleo: Une cour.")
    say(session, "ana choisit p2=oui", "ana choisit p3=oui", "clôt")
    assert outcome(session).items == ("p3",)
    assert [one.parent for one in session.state.proposals] == ["", "p1", "p2"]
    assert session.state.proposals[-1].text == "Une cour."


AGAIN = ("bob amende p1 horaire=tard", "ana choisit p2=oui", "cleo passe", "clôt")


@pytest.mark.parametrize("repeat", [{"times": 2}, {"until": {"missing": "essai"}, "at_most": 2}])
def test_a_repeated_phase_goes_on_from_what_it_left(repeat: Data) -> None:
    session = _amending(*AGAIN, repeat=repeat)
    assert refused(session, "bob amende p1 clefs=trois") == "unknown-subject"
    say(session, "bob amende p2 clefs=trois", "ana choisit p3=oui", "cleo passe", "clôt")
    assert outcome(session).items == ("p3",)
    assert session.state.status == "over"


def test_a_phase_within_a_repeated_group_goes_on_too() -> None:
    essai = phase("amend", uses=["idee"], who=["bob", "cleo"])
    group = {"id": "jours", "title": "Jours", "repeat": {"times": 2}, "phases": [essai]}
    session = say(table(IDEA, group), *PROPOSED, *AGAIN, "bob passe", "cleo passe", "clôt")
    assert outcome(session).items == ("p2",)


def test_a_new_proposal_is_taken_up_afresh() -> None:
    essai = phase("amend", uses=["idee"], who=["bob", "cleo"])
    group = {"id": "jours", "title": "Jours", "repeat": {"times": 2}, "phases": [IDEA, essai]}
    session = say(table(group), *PROPOSED, *AGAIN, "ana propose horaire=midi clefs=une", "clôt")
    say(session, "bob passe", "cleo passe", "clôt")
    assert outcome(session).items == ("p3",)
