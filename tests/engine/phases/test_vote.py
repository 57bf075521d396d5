"""Vote: a ballot per method, hidden until the end, counted by that method."""

import pytest
from pydantic import ValidationError

from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.gestures import Action, Choose
from eclaireurs_play.play.narration import tell
from eclaireurs_play.play.session import Session
from tests.engine.phases.bench import (
    IDEA,
    SEATS,
    act,
    outcome,
    phase,
    refused,
    say,
    seen,
    table,
)

DAYS = {"lundi": "Lundi", "mardi": "Mardi", "jeudi": "Jeudi"}


def _vote(method: str, *lines: str, **settings: object) -> Session:
    essai = phase("vote", method=method, question="Et alors ?", **{"options": DAYS, **settings})
    return say(table(essai), *lines)


def _yes_no(*answers: str, **settings: object) -> Session:
    lines = (f"{seat} choisit essai={one}" if one else f"{seat} passe"
             for seat, one in zip(SEATS, answers, strict=True))  # fmt: skip
    return say(_vote("majority", *lines, **settings), "clôt")


@pytest.mark.parametrize(
    ("answers", "threshold", "adopted"),
    [
        (("oui", "oui", "non"), 0.5, "oui"),
        (("oui", "non", "abstention"), 0.5, "non"),
        (("oui", "abstention", "abstention"), 0.5, "oui"),
        (("abstention", "abstention", "abstention"), 0.5, "non"),
        (("", "", ""), 0.5, "non"),
        (("oui", "oui", "non"), 0.75, "non"),
        (("oui", "oui", "oui"), 1, "oui"),
        (("oui", "oui", "non"), "2/3", "oui"),
        (("oui", "oui", "non"), 0.67, "non"),
        (("oui", "non", "abstention"), "1/2", "non"),
    ],
)
def test_majority(answers: tuple[str, ...], threshold: float | str, adopted: str) -> None:
    session = _yes_no(*answers, threshold=threshold)
    assert outcome(session).chosen == (adopted,)
    assert outcome(session).sentence


def test_a_threshold_is_a_share_from_a_half_to_all() -> None:
    for wrong in ("1/3", "3/2", "2/0", "deux tiers", 0.4):
        with pytest.raises(ValidationError):
            table(phase("vote", method="majority", question="Oui ?", threshold=wrong))


def test_ballots_are_cast_once_together_and_stay_secret() -> None:
    session = _vote("majority", "cleo choisit essai=oui")
    assert refused(session, "cleo choisit essai=non") == "turn-taken"
    assert refused(session, "animateur choisit essai=non") == "not-invited"
    assert refused(session, "clôt") == "ballots-left"
    assert seen(session, "ana") == ()
    say(session, "ana choisit essai=non", "bob passe", "clôt")
    assert all(one.hidden for one in session.state.results[-1].made)


def test_in_the_past_the_last_ballot_of_each_counts() -> None:
    essai = phase("vote", method="majority", question="Et alors ?", threshold=0.6)
    session = table(essai, past=True)
    say(session, "ana choisit essai=oui", "ana choisit essai=oui", "bob choisit essai=non", "clôt")
    assert outcome(session).chosen == ("non",)
    assert session.state.deviations


def test_what_was_counted_is_kept() -> None:
    session = _vote("borda", *(f"{seat} classe essai lundi > mardi > jeudi" for seat in SEATS))
    say(session, "clôt")
    assert outcome(session).columns
    assert set(outcome(session).figures) == set(DAYS)


def test_a_show_of_hands_is_seen() -> None:
    session = _vote("majority", "cleo choisit essai=oui", hidden=False)
    assert [one.by for one in seen(session, "ana")] == ["cleo"]


def test_approval_takes_any_number_of_options() -> None:
    session = _vote("approval", "ana choisit essai=lundi+mardi", "bob choisit essai=mardi")
    assert refused(session, "cleo choisit essai=mercredi") == "out-of-domain"
    say(session, "cleo choisit essai=jeudi+mardi", "clôt")
    assert outcome(session).ordered[0] == ("mardi",)
    assert set(outcome(session).items) == set(DAYS)


def test_points_are_all_given_within_the_cap() -> None:
    session = _vote("points", points=4, most_each=3)
    assert refused(session, "ana répartit essai lundi=4") == "out-of-domain"
    assert refused(session, "ana répartit essai lundi=2") == "out-of-domain"
    assert refused(session, "ana répartit essai lundi=2.5 mardi=1.5") == "out-of-domain"
    assert refused(session, "ana répartit essai lundi=5 mardi=-1") == "out-of-domain"
    say(session, "ana répartit essai lundi=3 mardi=1", "bob répartit essai mardi=2 lundi=2")
    say(session, "cleo répartit essai jeudi=3 mardi=1", "clôt")
    assert outcome(session).ordered == (("lundi",), ("mardi",), ("jeudi",))


@pytest.mark.parametrize("method", ["borda", "schulze"])
def test_orders_may_be_partial_and_tied(method: str) -> None:
    session = _vote(method, "ana classe essai mardi > lundi ~ jeudi")
    assert refused(session, "bob classe essai mardi > mardi") == "out-of-domain"
    assert refused(session, "bob classe essai samedi") == "out-of-domain"
    say(session, "bob classe essai mardi", "cleo classe essai jeudi > mardi > lundi", "clôt")
    assert outcome(session).ordered[0] == ("mardi",)


def test_judgment_gives_every_option_a_mention() -> None:
    session = _vote("judgment", mentions=("Bien", "Mal"))
    assert refused(session, "ana remplit essai lundi=m1") == "out-of-domain"
    for seat in SEATS:
        say(session, f"{seat} remplit essai lundi=m2 mardi=m1 jeudi=m2")
    assert outcome(say(session, "clôt")).ordered[0] == ("mardi",)


def test_ballots_typed_for_absent_voters_are_weighed_by_channel() -> None:
    session = _vote(
        "borda", who="group", ballots=3, channels={"en-ligne": 1, "au-marche": 5}, order="together"
    )
    say(session, "groupe classe en-ligne lundi > mardi > jeudi")
    say(session, "groupe classe en-ligne lundi > mardi > jeudi")
    assert refused(session, "clôt") == "ballots-left"
    assert refused(session, "groupe passe") == "not-asked"
    say(session, "groupe classe au-marche jeudi > mardi > lundi")
    assert refused(session, "groupe classe en-ligne lundi") == "turn-taken"
    assert outcome(say(session, "clôt")).ordered[0] == ("jeudi",)


def test_a_channel_may_have_a_title_where_it_is_asked_and_counted() -> None:
    channels = {"salle": {"title": "Dans la salle", "weight": 2.5}, "en-ligne": 1}
    session = _vote("borda", who="group", ballots=2, channels=channels)
    prompts = {one.about: one.prompt for one in session.legal_actions("groupe") if one.needed}
    assert prompts == {"salle": "Et alors ? (Dans la salle)", "en-ligne": "Et alors ? (en ligne)"}
    say(session, "groupe classe salle lundi > mardi", "groupe classe en-ligne mardi > lundi")
    assert outcome(say(session, "clôt")).ordered[0] == ("lundi",)
    said = outcome(session).sentence
    assert "1 bulletin par « Dans la salle », 1 bulletin par « en ligne »" in said


def test_a_channel_weighs_one_unless_it_says_otherwise() -> None:
    session = _vote("borda", who="group", ballots=2, channels={"salle": {"title": "La salle"},
                    "rue": 1})  # fmt: skip
    say(session, "groupe classe salle lundi > mardi", "groupe classe rue mardi > lundi", "clôt")
    assert outcome(session).ordered[0] == ("lundi", "mardi")


@pytest.mark.parametrize("weight", [0, -1, 101])
def test_a_channel_weighs_something(weight: float) -> None:
    for channel in (weight, {"title": "La salle", "weight": weight}):
        with pytest.raises(ValidationError):
            _vote("borda", channels={"salle": channel})


def test_a_majority_says_what_it_answers() -> None:
    said = outcome(_yes_no("oui", "oui", "non")).sentence
    assert said == ("À la question « Et alors ? », 2 voix pour, 1 contre : "
                    "la proposition est adoptée.")  # fmt: skip
    tie = outcome(_yes_no("oui", "non", "abstention")).sentence
    assert tie.startswith("À la question « Et alors ? », égalité entre le pour et le contre :")


def test_a_majority_names_the_one_proposal_it_is_about() -> None:
    essai = phase("vote", method="majority", question="Et alors ?", uses=["idee"])
    session = table({**IDEA, "each": 2, "may": ["shorten"]}, essai)
    say(session, "ana propose horaire=tot clefs=une", "clôt")
    say(session, *(f"{seat} choisit essai=oui" for seat in SEATS), "clôt")
    told = list(tell(session.rules, session.state, session.played[-1].events))
    assert "Sur la proposition 1, 3 voix pour, 0 contre : la proposition est adoptée." in told


def test_a_majority_on_several_proposals_answers_its_question() -> None:
    essai = phase("vote", method="majority", question="Et alors ?", uses=["idee"])
    session = table({**IDEA, "each": 2}, essai)
    say(session, "ana propose horaire=tot clefs=une", "ana propose horaire=tard clefs=une", "clôt")
    say(session, *(f"{seat} choisit essai=oui" for seat in SEATS), "clôt")
    assert outcome(session).sentence.startswith("À la question « Et alors ? », 3 voix pour")


def test_without_options_one_votes_on_what_is_used() -> None:
    paysage = phase("compose", "paysage", zones={"un": "Un", "deux": "Deux"}, families=["fam"],
                    who="group")  # fmt: skip
    essai = phase("vote", method="approval", question="Quoi ?", uses=["paysage"])
    cards = ({"id": "XX-01", "family": "fam"}, {"id": "XX-02", "family": "fam"})
    session = say(table(paysage, essai, cards=cards), "groupe pose XX-02 dans un", "clôt")
    assert isinstance(act(session, "ana", Choose("essai", ("XX-01",))), Refused)
    for seat in SEATS:
        session.play(Action(seat, Choose("essai", ("XX-02",))))
    assert outcome(say(session, "clôt")).items == ("XX-02",)
