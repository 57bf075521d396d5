"""The invariants of le jeu des impacts, each with its origin: text, inferred or invented."""

import pytest

from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.flow import Moved
from eclaireurs_play.engine.gestures import Action, Close, Draw, Gesture, Move, Reveal, Write
from eclaireurs_play.engine.setup import Setup, start
from eclaireurs_play.engine.state import State, all_contributions
from eclaireurs_play.engine.transition import legal_actions, transition
from eclaireurs_play.engine.view import view
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.play.session import Session
from tests.support import SCENARIOS, auto_session, new_session, random_play, rules

ZONE = "zone-logistique"
QUESTIONS = ("themes", "effets", "points-de-vue", "dix-ans")
EVERY = pytest.mark.parametrize("name", SCENARIOS)


def _type(session: Session, *lines: str) -> None:
    for line in lines:
        for action in read_typed(line, session.rules, session.state):
            session.play(action)


def _until(session: Session, phase: str, seed: int = 1) -> Session:
    """Play at random up to a phase."""
    for _ in random_play(session, seed, 4000):
        if session.state.leaf and session.state.leaf.phase == phase:
            return session
    raise AssertionError(f"{phase} is never reached")


def _refused(session: Session, by: str, gesture: Gesture) -> Refused:
    answer = transition(session.rules, session.state, Action(by, gesture))
    assert isinstance(answer, Refused)
    return answer


OPEN = ("animateur choisit saisine=habitants", "projet animateur: Des entrepôts sur 32 hectares.")


@pytest.mark.parametrize("condition", ["conteste", "lien-schema"])
def test_imp_1_text_refused_without_its_two_conditions(condition: str) -> None:
    session = new_session(ZONE)
    other = "lien-schema" if condition == "conteste" else "conteste"
    _type(session, *OPEN, f"animateur choisit {other}=oui", f"animateur choisit {condition}=non")
    refused = _refused(session, "animateur", Close("saisine"))
    assert (refused.code, refused.rule) == ("condition-not-met", True)
    assert rules(ZONE).phases["saisine"].locked
    _type(session, f"animateur choisit {condition}=oui", "clôt")
    assert session.state.leaf
    assert session.state.leaf.phase != "saisine"


def test_imp_2_text_the_referral_is_recorded() -> None:
    session = new_session(ZONE)
    _type(session, "animateur choisit conteste=oui", "animateur choisit lien-schema=oui")
    assert _refused(session, "animateur", Close("saisine")).code == "nobody-called"
    _type(session, "animateur choisit saisine=auto-saisine", "clôt")
    result = session.state.results[0]
    assert "auto-saisine" in result.outcome.chosen
    assert result.made[-1].chosen == rules(ZONE).phases["saisine"].self_referral  # type: ignore[attr-defined]


@EVERY
def test_imp_3_text_the_four_question_families_come_before_the_synthesis(name: str) -> None:
    session = _until(new_session(name), "synthese")
    played = {result.phase: result for result in session.state.results}
    for family in QUESTIONS:
        assert any(one.gesture.do == "draw" for one in played[family].made)
        assert "skip" not in session.rules.phases[family].may


@pytest.mark.parametrize("family", QUESTIONS)
def test_imp_3_text_a_question_family_can_t_be_skipped(family: str) -> None:
    session = _until(new_session(ZONE), family)
    assert _refused(session, "animateur", Close(family)).rule


def test_imp_4_text_examples_are_on_demand_and_never_drawn() -> None:
    session = new_session(ZONE)
    assert "exemples" not in session.state.piles
    for phase in ("saisine", "effets", "debrief"):
        _until(session, phase)
        offered = {ask.about for ask in session.legal_actions("habitants") if ask.do == "reveal"}
        assert "EX-01" in offered
    session.play(Action("habitants", Reveal("EX-01")))
    assert "EX-01" in session.state.seen


def test_imp_5_text_recipients_come_in_the_order_of_the_text() -> None:
    session = _until(new_session(ZONE), "synthese")
    refused = _sent(session, "en-ligne")
    assert isinstance(refused, Refused)
    assert refused.code == "recipient-order"
    order = ("parties", "elus-locaux", "commission-schema", "jury-citoyen", "en-ligne")
    assert tuple(session.rules.phases["synthese"].recipients) == order  # type: ignore[attr-defined]
    _type(session, *(f"animateur choisit {name}=envoyee" for name in order), "clôt")
    assert session.state.results[-1].outcome.chosen == order


def _sent(session: Session, name: str) -> Moved | Refused:
    (action,) = read_typed(f"animateur choisit {name}=envoyee", session.rules, session.state)
    return transition(session.rules, session.state, action)


@EVERY
def test_imp_6_text_never_a_winner(name: str) -> None:
    session = auto_session(name)
    assert session.rules.game.decides == "nothing"
    words = ("gagn", "vainqu", "victoire", "score", "classement")
    said = " ".join(result.outcome.sentence for result in session.state.results).lower()
    assert not any(word in said for word in words)
    assert all(result.outcome.chosen == () for result in session.state.results
               if result.phase not in {"saisine", "synthese"})  # fmt: skip


def test_imp_7_inferred_at_least_two_parties() -> None:
    answer = start(rules(ZONE), Setup(seats=("habitants",)))
    assert isinstance(answer, Refused)
    assert answer.code == "seats-out-of-range"


def test_imp_8_invented_each_party_speaks_once_a_round() -> None:
    session = _until(new_session(ZONE), "effets")
    assert session.state.leaf
    first, *others = session.state.leaf.actors
    for other in others:
        assert _refused(session, other, Draw("effets")).code == "not-your-turn"
    session.play(Action(first, Draw("effets")))
    assert session.state.leaf
    card = session.state.leaf.held[first][0]
    session.play(Action(first, Write(card, "Je commence.")))
    assert _refused(session, first, Draw("effets")).code == "turn-taken"
    refused = transition(session.rules, session.state, Action("animateur", Close("effets")))
    assert isinstance(refused, Moved)  # may: [shorten]
    assert refused.state.results[-1].closing == "shortened"


@EVERY
def test_imp_9_invented_the_same_seed_gives_the_same_piles(name: str) -> None:
    assert new_session(name, seed=7).state.piles == new_session(name, seed=7).state.piles
    assert new_session(name, seed=7).state.piles != new_session(name, seed=8).state.piles


def test_imp_10_invented_notes_stay_with_those_they_are_for() -> None:
    session = new_session(ZONE)
    _type(
        session,
        "note maire: pour tout le monde",
        "note maire (parties): entre nous",
        "note maire (animateur): pour vous seul",
    )
    texts = {
        who: [one.gesture.text for one in view(session.state, who).state.aside
              if isinstance(one.gesture, Write)]
        for who in ("animateur", "maire", "habitants", "public")
    }  # fmt: skip
    assert [len(texts[who]) for who in ("animateur", "maire", "habitants", "public")] == [
        3,
        3,
        2,
        1,
    ]


def test_imp_11_invented_one_answers_in_someone_else_s_place() -> None:
    session = _until(new_session(ZONE, in_hand=True), "points-de-vue")
    actor = session.state.leaf.actors[0] if session.state.leaf else ""
    card = session.state.piles["points-de-vue"][0]
    session.play(Action(actor, Draw("points-de-vue", card)))
    assert _refused(session, actor, Write(card, "Je parle pour moi.")).code == "place-first"
    _type(session, f"{card} {actor} pour habitants: Nous tenons à ce chemin.")
    assert all_contributions(session.state)[-1].place_of == "habitants"


def test_imp_12_inferred_the_debrief_is_never_skipped() -> None:
    session = _until(new_session(ZONE), "debrief")
    assert _refused(session, "animateur", Close("debrief")).code == "nobody-spoke"


def test_imp_13_text_the_mediator_hosts_and_does_not_play() -> None:
    session = _until(new_session(ZONE), "position-avant")
    assert session.state.leaf
    assert "animateur" not in session.state.leaf.actors
    gesture = Move("position-avant", 0)
    assert _refused(session, "animateur", gesture).code == "not-invited"


def test_imp_14_invented_positions_stay_hidden_until_everyone_has_answered() -> None:
    session = _until(new_session(ZONE), "position-avant")
    session.play(Action("maire", Move("position-avant", 2)))
    assert not _made(view(session.state, "habitants").state)
    assert len(_made(view(session.state, "maire").state)) == 1
    _until(session, "themes", seed=2)
    before = next(one for one in session.state.results if one.phase == "position-avant")
    assert view(session.state, "habitants").state.results.count(before) == 1


def _made(state: State) -> tuple[object, ...]:
    return state.leaf.made if state.leaf else ()


def test_a_broken_rule_of_the_past_is_written_down_not_refused() -> None:
    session = new_session(ZONE, past=True)
    _type(
        session,
        "animateur choisit conteste=non",
        "clôt",
        "clôt",
        "clôt",
        "groupe remplit recit lieu=village",
        "clôt",
        "clôt",
        "TH-03 habitants: On commence par nous.",
        "clôt",
        "EF-07 jury: Hors de mon tour.",
    )
    codes = [one.code for one in session.state.deviations]
    assert codes[0] == "condition-not-met"
    assert "not-your-turn" in codes
    assert session.state.leaf
    assert session.state.leaf.phase == "effets"
    with pytest.raises(RefusedError, match="EF-99"):
        session.play(Action("maire", Draw("effets", "EF-99")))


@EVERY
def test_the_facilitator_is_offered_a_way_on_at_every_moment(name: str) -> None:
    session = new_session(name)
    for _ in random_play(session, 11, 4000):
        if session.state.status != "playing":
            return
        actors = (*session.state.seats, "groupe", "animateur")
        assert any(
            ask.needed
            for actor in actors
            for ask in legal_actions(session.rules, session.state, actor)
        )
