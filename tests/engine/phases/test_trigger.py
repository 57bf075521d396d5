"""Trigger: news, a date or an alert opens the clause when the charter covers it."""

from dataclasses import replace

import pytest

from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.domains import Options
from eclaireurs_play.engine.gestures import NEWS, Choose, Draw, Fill, Write
from eclaireurs_play.engine.state import Contribution, Outcome, Result
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session
from tests.engine.phases.bench import Data, act, needed, outcome, phase, refused, say, table

SUITS = {
    "contexte": {"title": "Le contexte", "called_by": ["ana", "cleo"]},
    "offre": {"title": "Une offre", "called_by": ["bob"]},
    "essai": {"title": "Un essai", "called_by": ["ana", "bob"], "calendar": True},
}
CARDS: tuple[Data, ...] = (
    {"id": "CR-01", "family": "criteres", "fields": {"couleur": "contexte"}},
    {"id": "CR-02", "family": "criteres", "fields": {"couleur": "offre"}},
    {"id": "CR-03", "family": "criteres", "fields": {"couleur": ["offre", "essai"]}},
)
NEWS_OF = {
    "pluie": {"title": "La pluie", "text": "Il pleut.", "suit": "contexte"},
    "robot": {"title": "Le robot", "text": "Il est là.", "suit": "offre"},
    "bilan": {"title": "Le bilan", "text": "Un an.", "suit": "essai"},
    "bruit": {"title": "Le bruit", "text": "Rien à voir."},
}
EVERYONE = ("ana", "bob", "cleo", "animateur")
READ = ("ana passe", "bob passe", "clôt")
CHARTER = phase("charter", "charte", criteria="criteres", suit="couleur", who=["ana", "bob"])


def _alert(text: str) -> tuple[Result, ...]:
    made = (
        Contribution(1, "groupe", "tableau", Fill("murs", {"quand": "mai"})),
        Contribution(2, "groupe", "tableau", Write("murs", text)),
    )
    left = Outcome(items=("murs",), titles={"murs": "Les murs"}, sentence="Version 1.")
    return (Result("tableau", "tableau", 1, "", "complete", made, left),)


def _trigger(
    *lines: str,
    charter: tuple[str, ...] = READ,
    past: bool = False,
    inherited: tuple[Result, ...] = (),
    surprises: Data = NEWS_OF,
    seed: int = 0,
    simulated: tuple[str, ...] = (),
    **settings: object,
) -> Session:
    essai = phase("trigger", uses=["charte", "tableau"], **{"pick": "choose", **settings})
    session = table(
        CHARTER, essai, cards=CARDS, past=past, inherited=inherited, surprises=surprises,
        seed=seed, simulated=simulated,
        charter={"criteria": ["CR-01", "CR-02", "CR-03"]},
        game={"suits": SUITS, "inherits": {"tableau": "Le tableau"}},
    )  # fmt: skip
    return say(session, *charter, *lines)


def test_a_covered_trigger_opens_for_whoever_its_suit_names() -> None:
    session = _trigger("animateur pioche pluie", "ana choisit critere=CR-01", "clôt")
    assert outcome(session).chosen == ("ouverte",)
    assert outcome(session).items == ("pluie",)
    assert outcome(session).sentence == (
        "La clause s'ouvre sur « La pluie », critère « C », à la demande de : ana."
    )
    assert session.state.active == ("pluie",)


def test_only_the_roles_of_the_suit_may_ask() -> None:
    session = _trigger("animateur pioche robot")
    assert refused(session, "ana choisit critere=CR-02") != ""
    assert needed(session, "ana") == set()
    say(session, "bob choisit critere=CR-02", "clôt")
    assert outcome(session).chosen == ("ouverte",)


@pytest.mark.parametrize("card", ["CR-02", "CR-03"])
def test_any_criterion_of_the_suit_covers_it(card: str) -> None:
    session = _trigger("animateur pioche robot", f"bob choisit critere={card}", "clôt")
    assert outcome(session).chosen == ("ouverte",)


@pytest.mark.parametrize("meant", ["CR-02", "CR-03"])
def test_news_opens_first_on_the_criterion_it_answers_to(meant: str) -> None:
    robot = {**NEWS_OF["robot"], "criterion": meant}
    session = _trigger("animateur pioche robot", surprises={**NEWS_OF, "robot": robot})
    (ask,) = (one for one in session.legal_actions("bob") if one.about == "critere")
    assert isinstance(ask.domain, Options)
    assert ask.domain.hoped == meant


def test_when_its_criterion_was_struck_another_of_the_suit_still_opens() -> None:
    robot = {**NEWS_OF["robot"], "criterion": "CR-02"}
    struck = ("ana choisit criteres=CR-02", "bob passe", "clôt")
    news = {**NEWS_OF, "robot": robot}
    session = _trigger("animateur pioche robot", charter=struck, surprises=news)
    say(session, "bob choisit critere=CR-03", "clôt")
    assert outcome(session).chosen == ("ouverte",)


def test_a_criterion_of_another_suit_is_refused_as_a_rule() -> None:
    session = _trigger("animateur pioche pluie")
    answer = act(session, "ana", Choose("critere", ("CR-02",)))
    assert isinstance(answer, Refused)
    assert (answer.code, answer.rule) == ("not-in-charter", True)
    assert answer.sentence == "La charte ne couvre pas « La pluie » : la clause ne s'ouvre pas."


def test_what_was_struck_from_the_charter_covers_nothing() -> None:
    struck = ("ana choisit criteres=CR-01", "bob passe", "clôt")
    session = _trigger("animateur pioche pluie", charter=struck)
    for seat in ("ana", "cleo"):
        assert refused(session, f"{seat} choisit critere=CR-01") == "not-in-charter"
    say(session, "clôt")
    assert outcome(session).chosen == ("fermee",)
    assert outcome(session).sentence == (
        "La clause reste fermée : la charte ne couvre pas « La pluie »."
    )


def test_it_waits_for_news_then_for_those_who_could_ask() -> None:
    session = _trigger()
    assert refused(session, "clôt") == "no-news-yet"
    assert needed(session, "animateur") == {("draw", NEWS)}
    say(session, "animateur pioche pluie")
    assert refused(session, "clôt") == "opening-unasked"
    say(session, "ana passe")
    assert refused(session, "clôt") == "opening-unasked"
    say(session, "cleo passe", "clôt")
    assert outcome(session).chosen == ("fermee",)
    assert outcome(session).sentence == "La clause reste fermée."


def test_the_first_opening_is_the_only_one() -> None:
    session = _trigger("animateur pioche pluie", "ana choisit critere=CR-01")
    assert refused(session, "cleo choisit critere=CR-01") in {"not-asked", "not-invited"}
    assert refused(session, "animateur pioche robot") in {"not-asked", "not-invited"}


def test_one_piece_of_news_at_a_time() -> None:
    session = _trigger("animateur pioche pluie")
    assert refused(session, "animateur pioche robot") in {"not-asked", "not-invited"}


def test_a_date_of_the_contract_needs_no_news() -> None:
    session = _trigger()
    assert refused(session, "cleo choisit critere=CR-03") in {"not-asked", "not-invited"}
    assert refused(session, "bob choisit critere=CR-02") == "not-in-charter"
    say(session, "bob choisit critere=CR-03", "clôt")
    assert outcome(session).sentence.startswith("La clause s'ouvre sur une échéance du contrat")
    assert outcome(session).items == ()


def test_once_news_is_told_the_date_no_longer_serves() -> None:
    session = _trigger("animateur pioche pluie")
    assert refused(session, "ana choisit critere=CR-03") == "not-in-charter"


def test_news_without_a_suit_never_comes() -> None:
    session = _trigger(surprises={"bruit": NEWS_OF["bruit"]})
    assert refused(session, "animateur pioche bruit") in {"not-asked", "not-invited"}
    say(session, "ana passe", "bob passe", "clôt")
    assert outcome(session).chosen == ("fermee",)


def test_news_is_drawn_from_the_pile_when_it_is_not_chosen() -> None:
    session = _trigger(pick="draw")
    assert refused(session, "animateur pioche pluie") == "out-of-domain"
    first = next(one for one in session.state.piles[NEWS] if one != "bruit")
    say(session, "animateur pioche imprevus")
    assert session.state.active == (first,)


def test_an_alert_of_the_board_opens_by_itself() -> None:
    session = _trigger(inherited=_alert("Le mur penche."))
    assert needed(session, "ana") == {("choose", "alerte"), ("pass", "")}
    assert needed(session, "animateur") == {("draw", NEWS)}
    assert refused(session, "ana choisit alerte=a2") == "out-of-domain"
    say(session, "ana choisit alerte=a1", "clôt")
    assert outcome(session).chosen == ("ouverte",)
    assert "l'alerte a1, « Le mur penche »" in outcome(session).sentence


def test_an_alert_left_aside_says_nothing_of_the_news() -> None:
    session = _trigger("ana passe", inherited=_alert("Le mur penche."))
    assert needed(session, "ana") == set()
    assert refused(session, "clôt") == "no-news-yet"
    say(session, "animateur pioche pluie")
    assert refused(session, "clôt") == "opening-unasked"
    assert needed(session, "ana") == {("choose", "critere")}
    assert refused(session, "ana choisit alerte=a1") in {"not-asked", "unknown-subject"}


def test_an_alert_already_settled_opens_nothing_more() -> None:
    (left,) = _alert("Le mur penche.")
    after = replace(left, made=(), outcome=replace(left.outcome, chosen=("a1",)))
    session = _trigger(inherited=(left, after))
    assert refused(session, "ana choisit alerte=a1") in {"not-asked", "unknown-subject"}
    assert ("choose", "alerte") not in needed(session, "ana")


def test_by_lot_simulated_players_open_on_any_alert_or_wait_for_news() -> None:
    left = _alert("Le mur penche.") + _alert("Le toit fuit.")
    opened: set[str] = set()
    for seed in range(20):
        session = _trigger(inherited=left, pick="draw", seed=seed, simulated=EVERYONE)
        list(autoplay(session))
        made = session.state.results[-1].made
        opened |= {option for one in made if isinstance(one.gesture, Choose)
                   for option in one.gesture.options}  # fmt: skip
        opened |= {"news" for one in made if isinstance(one.gesture, Draw)}
    assert opened >= {"a1", "a2", "news", "CR-01"}


def test_simulated_players_don_t_open_on_a_criterion_of_something_else() -> None:
    robot = {**NEWS_OF["robot"], "criterion": "CR-02"}
    struck = ("ana choisit criteres=CR-02", "bob passe", "clôt")
    session = _trigger(
        "animateur pioche robot", charter=struck, surprises={"robot": robot}, simulated=EVERYONE
    )
    assert needed(session, "bob") == {("pass", "")}
    list(autoplay(session))
    assert outcome(session).chosen == ("fermee",)


def test_without_an_alert_none_can_be_invoked() -> None:
    session = _trigger()
    assert refused(session, "ana choisit alerte=a1") in {"not-asked", "unknown-subject"}


def test_it_comes_back_until_it_opens() -> None:
    repeat = {"until": {"chose": ["essai", "ouverte"]}, "at_most": 3}
    session = _trigger("animateur pioche pluie", "ana passe", "cleo passe", "clôt", repeat=repeat)
    assert session.state.path[-1].time == 2
    say(session, "animateur pioche robot", "bob choisit critere=CR-02", "clôt")
    assert session.state.status == "over"
    assert [one.outcome.chosen for one in session.state.results[1:]] == [("fermee",), ("ouverte",)]


def test_it_comes_back_no_more_than_said() -> None:
    repeat = {"until": {"chose": ["essai", "ouverte"]}, "at_most": 2}
    lines = ("ana passe", "bob passe", "cleo passe", "clôt")
    session = _trigger("animateur pioche pluie", *lines, repeat=repeat)
    say(session, "animateur pioche robot", *lines)
    assert session.state.status == "over"


def test_a_past_opening_without_a_criterion_is_kept_as_it_happened() -> None:
    lines = ("animateur pioche pluie", "ana choisit critere=CR-02", "clôt")
    session = _trigger(*lines, past=True)
    assert [one.code for one in session.state.deviations] == ["not-in-charter"]
    assert outcome(session).chosen == ("ouverte",)


def test_a_past_session_may_have_gone_on_without_news() -> None:
    session = _trigger("clôt", past=True)
    assert [one.code for one in session.state.deviations] == ["no-news-yet"]
    assert outcome(session).chosen == ("fermee",)
