"""The invariants of l'élection des futurs, each with its origin: text, inferred or invented."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireurs_play.engine.gestures import FACILITATOR, Action, Choose, Close, Rank, Write
from eclaireurs_play.engine.state import Outcome
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import play_until
from tests.engine.playing import actors, outcome, refusal, roles_of, say
from tests.support import auto_session, new_session, rules

NAME = "une-region-choisit"
RULES = rules(NAME)
VOTE = RULES.phases["bulletins"]
DESIRES: tuple[str, ...] = tuple(VOTE.options)  # type: ignore[attr-defined]
CHANNELS: tuple[str, ...] = tuple(VOTE.channels)  # type: ignore[attr-defined]
COUNCIL = {"commission-schema", "conseil-majorite", "conseil-opposition"}

Ballot = tuple[str, tuple[tuple[str, ...], ...]]
OPENED = play_until(new_session(NAME), "bulletins")

orders = st.permutations(DESIRES).flatmap(
    lambda order: st.integers(1, len(order)).map(lambda kept: tuple((one,) for one in order[:kept]))
)
ballots = st.lists(st.tuples(st.sampled_from(CHANNELS), orders), min_size=12, max_size=12)


def _counted(cast: list[Ballot]) -> Outcome:
    session = OPENED.branch(len(OPENED.played))
    session.play_all([Action("groupe", Rank(channel, order)) for channel, order in cast])
    return outcome(say(session, "clôt"), "bulletins")


def _groups(found: Outcome) -> list[set[str]]:
    return [set(group) for group in found.ordered]


@settings(max_examples=15)
@given(ballots, st.integers(0, 2**32))
def test_ele_1_inferred_ballots_are_anonymous(cast: list[Ballot], seed: int) -> None:
    shuffled = cast.copy()
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
    assert _counted(cast) == _counted(shuffled)


@settings(max_examples=15)
@given(ballots, st.permutations(DESIRES))
def test_ele_2_inferred_no_desire_is_favoured_by_its_name(
    cast: list[Ballot], others: list[str]
) -> None:
    renamed = dict(zip(DESIRES, others, strict=True))
    swapped = [
        (channel, tuple(tuple(renamed[one] for one in group) for group in order))
        for channel, order in cast
    ]
    found = [{renamed[one] for one in group} for group in _groups(_counted(cast))]
    assert _groups(_counted(swapped)) == found


@pytest.mark.parametrize(
    "order",
    [
        ((DESIRES[0],), (DESIRES[0],)),
        (("un-desir-de-plus",),),
        (),
        ((DESIRES[0],), ()),
    ],
    ids=["twice", "unknown", "nothing", "empty group"],
)
def test_ele_3_text_a_ballot_is_an_order_of_the_desires(order: tuple[tuple[str, ...], ...]) -> None:
    assert refusal(OPENED, "groupe", Rank(CHANNELS[0], order)).code == "out-of-domain"


def test_ele_3_text_a_ballot_is_never_a_yes_or_a_no() -> None:
    refusal(OPENED, "groupe", Choose("bulletins", ("oui",)))
    assert VOTE.method == "borda"  # type: ignore[attr-defined]
    found = _counted([(CHANNELS[0], tuple((one,) for one in DESIRES))] * 12)
    assert found.items == DESIRES
    assert found.chosen == ()


def test_ele_4_text_people_vote_online_and_where_they_live() -> None:
    assert len(CHANNELS) == 2
    refusal(OPENED, "groupe", Rank("par-courrier", ((DESIRES[0],),)))


def test_ele_5_invented_a_ballot_of_a_living_place_weighs_three_to_two() -> None:
    online, place = CHANNELS
    one, other = (DESIRES[0],), (DESIRES[1],)
    tied = [(online, (one, other))] * 6 + [(place, (other, one))] * 4
    rest = tuple((desire,) for desire in DESIRES)
    found = _counted([*tied, (online, rest), (online, ((DESIRES[1],), (DESIRES[0],), *rest[2:]))])
    assert {DESIRES[0], DESIRES[1]} in _groups(found)


def test_ele_6_text_nobody_learns_who_voted_what() -> None:
    session = auto_session(NAME)
    made = next(one.made for one in session.state.results if one.phase == "bulletins")
    assert {one.by for one in made} == {"groupe"}
    assert all(one.hidden for one in made)


def _amending() -> Session:
    return play_until(new_session(NAME), "amendements")


def test_ele_7_text_only_the_jury_amends() -> None:
    session = _amending()
    assert roles_of(session, *actors(session)) == {"jury-citoyen"}
    for seat in (*session.state.seats, "groupe", FACILITATOR):
        if seat not in actors(session):
            refusal(session, seat, Write("p1", "Autre chose."))
    (jury,) = actors(session)
    say(session, f"p1 {jury}: Une phrase de plus.", "groupe choisit p2=oui")
    assert session.state.proposals[-1].parent == "p1"


def test_ele_8_text_the_vision_is_the_mediators_and_every_version_is_kept() -> None:
    session = auto_session(NAME)
    first, *others = session.state.proposals
    assert roles_of(session, first.by) == {"mediateurs"}
    assert all(one.parent for one in others)


def test_ele_9_text_nothing_is_adopted_without_the_council_s_vote() -> None:
    session = play_until(new_session(NAME), "conseil")
    assert roles_of(session, *actors(session)) <= COUNCIL
    assert RULES.phases["conseil"].locked
    assert refusal(session, FACILITATOR, Close("conseil")).code == "ballots-left"
    outsiders = session.state.seats.keys() - set(actors(session))
    for seat in outsiders:
        refusal(session, seat, Choose("conseil", ("oui",)))


@pytest.mark.parametrize("answer", ["oui", "non", "abstention"])
def test_ele_10_invented_more_yes_than_no_adopts(answer: str) -> None:
    session = play_until(new_session(NAME), "conseil")
    for seat in actors(session):
        session.play(Action(seat, Choose("conseil", (answer,))))
    adopted = "oui" if answer == "oui" else "non"
    assert outcome(say(session, "clôt"), "conseil").chosen == (adopted,)
