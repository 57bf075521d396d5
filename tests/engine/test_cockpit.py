"""The invariants of le cockpit de la stratégie, each with its origin: text, inferred, invented."""

from functools import cache

import pytest

from eclaireurs_play.content import library
from eclaireurs_play.engine.board import Board, board
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Choose, Close, Fill
from eclaireurs_play.engine.state import Result, State, all_contributions
from eclaireurs_play.model.campaign import Sitting
from eclaireurs_play.play.campaign import legacy
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import play_until
from tests.engine.playing import actors, outcome, refusal, say
from tests.support import REPOSITORY, auto_session, new_session, rules

GAME = "cockpit-strategie"
CLAUSE, MODEL = "cantine-secheresse", "cantine-locale"
SCENARIOS = tuple(
    one.id for one in library.headers(REPOSITORY) if (one.kind, one.game) == ("scenario", GAME)
)
EVERY = pytest.mark.parametrize("name", SCENARIOS)
SEEDS = (1, 2, 3)
STRATEGY = Sitting(id="strategie", scenario=MODEL, gives={"strategie": "strategie"})
COCKPIT = Sitting(id="cockpit", scenario=SCENARIOS[0], gives={"cockpit": "cockpit"})
AFTER = Sitting(id="clause", scenario=CLAUSE, gives={"cockpit": "cockpit"})
ALERT = "Personne ne sait qui tient cette ligne."


@cache
def _strategy() -> tuple[Result, ...]:
    return legacy(STRATEGY, auto_session(MODEL, 1).state)


@cache
def _watched(seed: int = 1) -> Session:
    """Play a session of the cockpit that takes up a strategy."""
    return auto_session(SCENARIOS[0], seed, inherited=_strategy())


def _now(state: State) -> Board:
    return board(one for one in (*state.inherited, *state.results) if one.name == "cockpit")


def _four(session: Session) -> set[str]:
    fields = session.rules.game.forms["ligne"].fields
    return {name for name, one in fields.items() if one.required}


@EVERY
def test_coc_1_text_each_row_has_four_fields_before_the_board_closes(name: str) -> None:
    session = play_until(new_session(name), "tableau")
    assert len(_four(session)) == 4
    fills = [one for one in session.legal_actions("groupe") if one.do == "fill"]
    assert len(fills) == 4
    for one in fills:
        for field in sorted(_four(session)):
            assert refusal(session, FACILITATOR, Close("tableau")).code == "blank-row"
            session.play(Action("groupe", Fill(one.about, {field: "Écrit."})))
    say(session, "clôt")
    assert session.rules.phases["tableau"].may == ()
    assert all(set(row.values) >= _four(session) for row in _now(session.state).rows)


@pytest.mark.parametrize("seed", SEEDS)
def test_coc_1_text_every_row_of_a_whole_session_has_them(seed: int) -> None:
    session = _watched(seed)
    rows = _now(session.state).rows
    assert rows
    assert all(set(row.values) >= _four(session) for row in rows)


def test_coc_1_inferred_the_rows_are_those_the_strategy_pays_for() -> None:
    shares = {name for one in _strategy() for name, part in one.outcome.shares.items() if part}
    rows = {row.id for row in _now(_watched().state).rows}
    assert shares <= rows
    assert shares


def _clause(*inherited: Result) -> Session:
    session = play_until(new_session(CLAUSE, inherited=inherited, in_hand=True), "charte")
    return say(session, *(f"{seat} passe" for seat in actors(session)), "clôt")


def _board_left(*alerts: str) -> tuple[Result, ...]:
    session = play_until(new_session(SCENARIOS[0], inherited=_strategy()), "tableau")
    for row in [one.about for one in session.legal_actions("groupe") if one.do == "fill"]:
        session.play(Action("groupe", Fill(row, dict.fromkeys(_four(session), "Écrit."))))
    for text in alerts:
        row = next(one.about for one in session.legal_actions("groupe") if one.do == "fill")
        say(session, f"{row} groupe: {text}")
    return legacy(COCKPIT, say(session, "clôt").state)


def test_coc_2_inferred_without_an_alert_only_the_charter_opens_a_clause() -> None:
    session = _clause(*_board_left())
    assert not _now(session.state).alerts
    for seat in session.state.seats:
        refusal(session, seat, Choose("alerte", ("a1",)))
    say(session, *(f"{seat} passe" for seat in session.state.seats))
    assert refusal(session, FACILITATOR, Close("declencheur")).code == "no-news-yet"


def test_coc_2_inferred_a_recorded_alert_opens_a_clause_and_no_other_does() -> None:
    session = _clause(*_board_left(ALERT))
    (alert,) = _now(session.state).alerts
    asker = session.state.leaf.actors[0]  # type: ignore[union-attr]
    refusal(session, asker, Choose("alerte", ("a2",)))
    refusal(session, FACILITATOR, Choose("alerte", (alert.id,)))
    say(session, f"{asker} choisit alerte={alert.id}", "clôt")
    assert outcome(session, "declencheur").chosen == ("ouverte",)
    assert ALERT.rstrip(".") in outcome(session, "declencheur").sentence


@pytest.mark.parametrize("seed", SEEDS)
def test_coc_2_inferred_an_opening_names_what_opened_it(seed: int) -> None:
    left = legacy(COCKPIT, _watched(seed).state)
    session = auto_session(CLAUSE, seed, inherited=left)
    for result in session.state.results:
        if result.name == "declencheur" and result.outcome.chosen == ("ouverte",):
            asked = [one.gesture for one in result.made if isinstance(one.gesture, Choose)]
            assert [one.about for one in asked] in (["critere"], ["alerte"])
            known = {one.id for one in board(left).alerts}
            assert asked[0].about == "critere" or set(asked[0].options) <= known


@pytest.mark.parametrize("seed", SEEDS)
def test_coc_3_inferred_nothing_filled_is_lost_from_one_session_to_the_next(seed: int) -> None:
    before = _now(_watched(seed).state)
    left = legacy(COCKPIT, _watched(seed).state)
    assert board(left).rows == before.rows
    session = auto_session(CLAUSE, seed, inherited=left)
    after = _now(session.state)
    assert [row.id for row in after.rows[: len(before.rows)]] == [row.id for row in before.rows]
    for old, new in zip(before.rows, after.rows, strict=False):
        for field, values in old.values.items():
            assert new.values[field][: len(values)] == values
    kept = after.alerts[: len(before.alerts)]
    assert [(one.row, one.text) for one in kept] == [(one.row, one.text) for one in before.alerts]
    assert after.version == before.version + 1


@pytest.mark.parametrize("seed", SEEDS)
def test_coc_3_inferred_the_clause_adds_what_it_follows_to_the_board_it_is_given(seed: int) -> None:
    left = legacy(COCKPIT, _watched(seed).state)
    session = auto_session(CLAUSE, seed, inherited=left)
    own = session.rules.phases["tableau"].rows  # type: ignore[attr-defined]
    after = _now(session.state)
    assert [row.id for row in after.rows] == [*(row.id for row in board(left).rows), *own]
    assert all(set(row.values) >= _four(session) for row in after.rows)


def test_coc_2_invented_an_alert_that_opened_a_clause_is_not_offered_again() -> None:
    """Two clauses, one after the other, on a board with two alerts: the second has one left."""
    left = _board_left(ALERT, "Le prix monte.")
    session = _clause(*left)
    say(session, f"{actors(session)[0]} choisit alerte=a1", "clôt")
    session = play_until(session, "synthese")
    known = [(one.id, one.settled) for one in _now(session.state).alerts]
    assert known[:2] == [("a1", True), ("a2", False)]
    again = _clause(*left, *legacy(AFTER, session.state))
    asker = actors(again)[0]
    refusal(again, asker, Choose("alerte", ("a1",)))
    say(again, f"{asker} choisit alerte=a2", "clôt")


def test_coc_3_inferred_a_corrected_value_stands_above_the_older_one() -> None:
    left = _board_left()
    row = board(left).rows[0].id
    session = play_until(new_session(SCENARIOS[0], inherited=left), "tableau")
    session.play(Action("groupe", Fill(row, {"budget": "Autrement."})))
    say(session, "clôt")
    now = next(one for one in _now(session.state).rows if one.id == row)
    assert now.values["budget"] == ("Écrit.", "Autrement.")
    assert now.now("budget") == "Autrement."


@EVERY
@pytest.mark.parametrize("seed", SEEDS)
def test_coc_4_text_every_part_of_the_board_is_readable_by_all(name: str, seed: int) -> None:
    """Nothing on the board is hidden: it is for everyone, the public included."""
    session = auto_session(name, seed)
    public = session.view("public").state
    assert _now(public) == _now(session.state)
    assert any(one.gesture.do == "fill" for one in all_contributions(public))


@EVERY
def test_coc_5_text_the_parties_are_all_called_back(name: str) -> None:
    needed = {one.role for one in rules(name).scenario.seats.values() if not one.optional}
    assert needed >= {"prescripteur", "elu", "acheteur", "jury-citoyen"}
