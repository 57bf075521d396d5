"""The invariants of la désignation douce, each with its origin: text, inferred or invented."""

from collections import defaultdict

import pytest

from eclaireurs_play.engine.gestures import FACILITATOR, Action, Choose, Close, Place
from eclaireurs_play.engine.state import Result
from eclaireurs_play.model.deck import Card
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import play_until, playout
from tests.engine.playing import actors, outcome, refusal, roles_of
from tests.support import new_session, rules

NAME = "une-semaine-a-la-metropole"
RULES = rules(NAME)
PHASE = RULES.phases["voeux"]
RATES = {"representation": 8, "concertation": 12, "decision": 18}
ORDER = ("simple", "responsable", "vice-presidence")
SEEDS = pytest.mark.parametrize("seed", range(6))


def _held(session: Session) -> dict[str, list[Card]]:
    """Give the posts each person ends up with."""
    (left,) = (one for one in session.state.results if one.phase == "voeux")
    posts = _posts(left)
    held: defaultdict[str, list[Card]] = defaultdict(list)
    for post, seat in posts.items():
        held[seat].append(RULES.cards[post])
    return held


def _posts(left: Result) -> dict[str, str]:
    placed = (one.gesture for one in left.made if isinstance(one.gesture, Place))
    return {one.about: one.item for one in placed}


@SEEDS
def test_des_1_text_no_one_has_two_posts_on_one_day(seed: int) -> None:
    for cards in _held(playout(RULES, seed)).values():
        days = [card.fields["jour"] for card in cards]
        assert len(set(days)) == len(days)


@SEEDS
def test_des_2_invented_no_one_has_more_hours_than_a_month_holds(seed: int) -> None:
    for cards in _held(playout(RULES, seed)).values():
        assert sum(float(str(card.fields["heures"])) for card in cards) <= 60


@SEEDS
def test_des_3_text_representation_stays_under_the_cap_of_one_s_level(seed: int) -> None:
    for cards in _held(playout(RULES, seed)).values():
        level = max((str(card.fields["niveau"]) for card in cards), key=ORDER.index)
        most = PHASE.levels[level].most["representation"]  # type: ignore[attr-defined]
        assert sum(card.fields["fonction"] == "representation" for card in cards) <= most


def test_des_4_text_the_more_responsibility_the_fewer_representations() -> None:
    levels = PHASE.levels  # type: ignore[attr-defined]
    assert tuple(levels) == ORDER
    caps = [levels[level].most["representation"] for level in ORDER]
    assert caps == sorted(caps, reverse=True)
    assert caps[0] > caps[-1]


def test_des_5_text_the_winners_circle_proposes_and_everyone_wishes() -> None:
    session = play_until(new_session(NAME), "voeux")
    wishing = set(actors(session))
    (arbiter,) = session.state.seats.keys() - wishing
    assert roles_of(session, arbiter) == {"entourage"}
    assert refusal(session, arbiter, Place("PO-01", next(iter(wishing)))).code == "wishes-first"
    session = play_until(session, "proposition")
    assert roles_of(session, *actors(session)) == {"entourage"}


@SEEDS
def test_des_6_text_the_proposal_is_out_before_the_vote(seed: int) -> None:
    played = [one.phase for one in playout(RULES, seed).state.results]
    assert played.index("voeux") < played.index("proposition") < played.index("vote")
    assert RULES.phases["proposition"].locked
    order = list(RULES.phases)
    assert order.index("mercredi") < order.index("proposition") < order.index("jeudi")


def test_des_7_text_nothing_holds_without_the_vote_of_the_whole_assembly() -> None:
    session = play_until(new_session(NAME), "vote")
    assert set(actors(session)) == set(session.state.seats)
    assert refusal(session, FACILITATOR, Close("vote")).code == "ballots-left"
    assert RULES.phases["vote"].locked
    assert "shorten" not in RULES.phases["vote"].may


@pytest.mark.parametrize(("yes", "adopted"), [(8, "oui"), (5, "oui"), (4, "non"), (0, "non")])
def test_des_8_invented_a_simple_majority_decides(yes: int, adopted: str) -> None:
    session = play_until(new_session(NAME), "vote")
    count = len(session.state.seats)
    for number, seat in enumerate(session.state.seats):
        answer = "oui" if number < min(yes, count) else "non"
        session.play(Action(seat, Choose("vote", (answer,))))
    session.play(Action(FACILITATOR, Close("vote")))
    assert outcome(session, "vote").chosen == (adopted,)


@pytest.mark.parametrize("card", [one for one in RULES.cards.values() if one.family == "postes"],
                         ids=lambda card: card.id)  # fmt: skip
def test_des_9_text_pay_is_time_by_rate_whoever_holds_the_post(card: Card) -> None:
    """The rates by function are invented; that pay follows time and function is in the text."""
    hours = float(str(card.fields["heures"]))
    assert card.fields["indemnite"] == hours * RATES[str(card.fields["fonction"])]
