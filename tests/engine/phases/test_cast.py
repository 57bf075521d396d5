"""Cast: roles drawn again by lot, sheets taken back, stances."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from eclaireurs_play.engine.state import State
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.play.session import Session
from tests.engine.phases.bench import SEATS, leaf, needed, outcome, phase, refused, say, table

DRAWN = tuple(f"{seat} pioche role" for seat in SEATS)
EXCHANGE = phase("cast", "echange", how="drawn")
BACK = phase("cast", "retour", how="returned")
POSITION = phase("position", question="Et ?", least_label="non", most_label="oui", order="free")


def _roles(state: State) -> list[str]:
    return [state.seats[seat].role for seat in SEATS]


@given(st.integers(0, 2**32))
def test_an_exchange_keeps_every_role_and_returns_every_sheet(seed: int) -> None:
    session = say(table(EXCHANGE, POSITION, BACK, seed=seed), *DRAWN, "clôt")
    assert sorted(_roles(session.state)) == sorted(SEATS)
    kept = {seat: held.earlier for seat, held in session.state.seats.items() if held.earlier}
    assert all(first == (seat,) for seat, first in kept.items())
    say(session, "clôt", "clôt")
    assert _roles(session.state) == list(SEATS)
    assert session.state.status == "over"


def test_some_lot_moves_someone() -> None:
    drawn = (say(table(EXCHANGE, POSITION, seed=seed), *DRAWN) for seed in range(6))
    assert any(_roles(one.state) != list(SEATS) for one in drawn)


@given(st.integers(0, 2**32))
def test_after_two_exchanges_it_is_the_first_sheet_that_comes_back(seed: int) -> None:
    again = phase("cast", "encore", how="drawn")
    session = say(table(EXCHANGE, again, BACK, POSITION, seed=seed), *DRAWN, "clôt", *DRAWN)
    say(session, "clôt", "clôt")
    assert _roles(session.state) == list(SEATS)


def test_two_exchanges_are_two_lots() -> None:
    again = phase("cast", "encore", how="drawn")
    pairs = []
    for seed in range(8):
        session = say(table(EXCHANGE, again, POSITION, seed=seed), *DRAWN, "clôt")
        first = _roles(session.state)
        pairs.append((first, _roles(say(session, *DRAWN).state)))
    assert any(first != second for first, second in pairs)


def test_an_exchange_can_t_stop_while_a_role_is_without_anyone() -> None:
    session = say(table(phase("cast", "echange", how="drawn", may=["skip", "shorten"]), POSITION))
    say(session, "ana pioche role")
    assert refused(session, "clôt") == "role-unseated"
    say(session, *DRAWN[1:], "clôt")


def test_a_sheet_that_is_no_role_is_told_those_that_are_left() -> None:
    session = table(EXCHANGE, POSITION, in_hand=True)
    say(session, "ana pioche bob")
    with pytest.raises(RefusedError, match="essayez ana, cleo"):
        say(session, "bob pioche maire")


def test_an_exchange_not_begun_may_be_skipped() -> None:
    skipped = phase("cast", "echange", how="drawn", may=["skip"])
    session = say(table(skipped, POSITION), "clôt")
    assert _roles(session.state) == list(SEATS)
    assert session.state.results[-1].closing == "skipped"


def test_a_past_exchange_half_done_is_kept_with_a_deviation() -> None:
    session = table(EXCHANGE, POSITION, past=True)
    say(session, "ana pioche bob", "clôt")
    assert [one.code for one in session.state.deviations] == ["role-unseated"]
    assert _roles(session.state) == ["bob", "bob", "cleo"]


def test_only_the_actors_exchange_among_themselves() -> None:
    exchange = phase("cast", "echange", how="drawn", who=["ana", "bob"])
    session = say(table(exchange, POSITION), "ana pioche role", "bob pioche role", "clôt")
    assert session.state.seats["cleo"].role == "cleo"
    assert sorted(_roles(session.state)[:2]) == ["ana", "bob"]


def test_words_said_in_another_s_role_say_so() -> None:
    idea = phase("position", "avis", question="Et ?", least_label="n", most_label="o", order="free")
    session = say(table(EXCHANGE, idea, seed=3), *DRAWN, "clôt")
    moved = next(seat for seat in SEATS if session.state.seats[seat].role != seat)
    say(session, f"{moved} va à +1 sur avis")
    assert leaf(session).made[-1].played == session.state.seats[moved].role


STANCES = ("reveuse", "econome", "voisine", "presse")


def _stances(*lines: str, past: bool = False, stance: str = "chosen", **more: object) -> Session:
    essai = phase("cast", stance=stance, **more)
    return say(table(essai, POSITION | {"id": "avis"}, stances=STANCES, past=past), *lines)


def test_a_chosen_stance_is_no_longer_free_and_is_kept() -> None:
    session = _stances("ana choisit posture=econome")
    assert refused(session, "bob choisit posture=econome") == "out-of-domain"
    say(session, "bob choisit posture=reveuse", "cleo choisit posture=voisine", "clôt")
    assert [held.stance for held in session.state.seats.values()] == [
        "econome",
        "reveuse",
        "voisine",
    ]
    say(session, "ana va à +1 sur avis")
    assert leaf(session).made[-1].played == "econome"


def test_everyone_takes_one_stance() -> None:
    session = _stances("ana choisit posture=econome")
    assert refused(session, "clôt") == "turns-left"
    assert refused(session, "ana choisit posture=reveuse") == "turn-taken"


def test_a_drawn_stance_is_not_chosen() -> None:
    session = _stances(stance="drawn")
    assert refused(session, "ana pioche econome") == "out-of-domain"
    say(session, *(f"{seat} pioche posture" for seat in SEATS), "clôt")
    held = [one.stance for one in session.state.seats.values()]
    assert len(set(held)) == 3
    assert set(held) <= set(STANCES)


def test_a_stance_drawn_from_paper_names_its_card() -> None:
    session = _stances("ana pioche econome", past=True, stance="drawn")
    assert session.state.seats["ana"].stance == "econome"


def test_a_role_comes_first_then_a_stance_then_a_word() -> None:
    session = _stances(how="drawn", presents="Qui êtes-vous ?")
    assert needed(session, "ana") == {("draw", "role")}
    assert refused(session, "presentation ana: Bonjour.") == "role-first"
    say(session, "ana pioche role")
    assert needed(session, "ana") == {("choose", "posture")}
    assert refused(session, "ana passe") == "role-first"
    say(session, "ana choisit posture=presse", "presentation ana: Bonjour.")
    assert leaf(session).taken["ana"] == 1


def test_there_are_stances_enough_for_a_large_table() -> None:
    seats = {f"s{n}": {"role": "ana"} for n in range(9)}
    session = table(phase("cast", stance="chosen"), stances=("reveuse", "econome"), seats=seats)
    for place, seat in enumerate(seats):
        say(session, f"{seat} choisit posture={('reveuse', 'econome')[place % 2]}")
    say(session, "clôt")
    assert outcome(session).items == tuple(seats)


@pytest.mark.parametrize("how", ["given", "returned"])
def test_roles_that_are_given_wait_for_nobody(how: str) -> None:
    assert say(table(phase("cast", how=how)), "clôt").state.status == "over"


@pytest.mark.parametrize(
    "settings",
    [
        {"how": "drawn", "stance": "chosen"},
        {"how": "chosen", "stance": "chosen"},
        {"stance": "drawn"},
        {"stance": "chosen", "presents": "Qui êtes-vous ?"},
        {},
    ],
)
def test_only_a_stance_chosen_by_hand_may_be_hidden(settings: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="posture choisie"):
        table(phase("cast", hidden=True, **settings), POSITION)
