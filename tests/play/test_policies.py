"""Simulated players: what they say of versions, and what they leave to people."""

from collections.abc import Iterator, Mapping

import pytest

from eclaireurs_play.engine.gestures import Action, Fill, Rank, Rate, Write
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import all_contributions, proposal_named
from eclaireurs_play.model.phases import Prioritise
from eclaireurs_play.play.policies import autoplay, table
from eclaireurs_play.play.session import Session
from tests.engine.phases import bench
from tests.support import auto_session, rules

CRITERIA = {"effet": {"title": "Effet"}, "elan": {"title": "Élan"}}
RISK = {"risque": {"title": "Risque", "wanted": False}}
ITEMS = {"un": "Un", "deux": "Deux", "trois": "Trois"}


def _ratings(session: Session) -> Iterator[tuple[Prioritise, Mapping[str, object]]]:
    """List the ratings of versions, each with its phase."""
    for one in all_contributions(session.state):
        phase = session.rules.phases[one.phase]
        if isinstance(one.gesture, Rate) and isinstance(phase, Prioritise):
            assert proposal_named(session.state, one.gesture.about)
            yield phase, one.gesture.values


@pytest.mark.parametrize("name", ["cantine-locale", "cantine-secheresse"])
def test_a_version_is_rated_on_each_criterion_as_the_phase_wants_it(name: str) -> None:
    found = [one for seed in range(6) for one in _ratings(auto_session(name, seed))]
    assert found
    for phase, given in found:
        wanted = {given[one] for one, criterion in phase.criteria.items() if criterion.wanted}
        unwanted = {given[one] for one, criterion in phase.criteria.items() if not criterion.wanted}
        (brings,) = wanted
        assert isinstance(brings, float)
        assert unwanted <= {6 - brings}
    assert len({tuple(given.items()) for _, given in found}) > 1


@pytest.mark.parametrize(
    ("criteria", "marks", "order"),
    [
        (CRITERIA, {"un": (1, 1), "deux": (5, 5), "trois": (3, 2)}, ("deux", "trois", "un")),
        ({**CRITERIA, **RISK}, {"un": (3, 3, 1), "deux": (5, 5, 5), "trois": (4, 4, 5)},
         ("un", "deux", "trois")),
    ],
    ids=["all wanted", "a risk"],
)  # fmt: skip
def test_a_simulated_group_orders_by_what_the_criteria_want(
    criteria: bench.Data, marks: dict[str, tuple[float, ...]], order: tuple[str, ...]
) -> None:
    phase = bench.phase("prioritise", items=ITEMS, criteria=criteria, order="free")
    session = Session(bench.rules_of(phase), Setup(simulated=("groupe",)))
    for seat in bench.SEATS:
        for item, figures in marks.items():
            values = dict(zip(criteria, map(float, figures), strict=True))
            session.play(Action(seat, Rate(item, values)))
    ranked = next(one.gesture for one in autoplay(session) if isinstance(one.gesture, Rank))
    assert ranked.order == tuple((item,) for item in order)


def test_nobody_simulated_asks_what_a_sheet_cannot_ask() -> None:
    told = {
        one.gesture.about for seed in range(4)
        for one in all_contributions(auto_session("cantine-locale", seed).state)
        if isinstance(one.gesture, Write) and one.phase == "consentement"
    }  # fmt: skip
    assert "reaction" in told
    assert "clarification" not in told


def test_what_is_filled_for_show_says_so_in_two_words() -> None:
    session = auto_session("cantine-locale", 3)
    values = [
        value for one in all_contributions(session.state)
        if isinstance(one.gesture, Fill | Rate) for value in one.gesture.values.values()
    ]  # fmt: skip
    assert "texte simulé" in values
    assert not any("(simulé" in str(value) for value in values)


def test_the_numbers_of_a_scenario_are_made_ready_once_for_every_session() -> None:
    given = rules("cantine-locale")
    assert given.numbers is rules("cantine-locale").numbers
    seats = tuple(given.scenario.seats)
    sessions = [Session(given, Setup(seed=seed, simulated=seats)) for seed in range(2)]
    assert all(session.rules.numbers is given.numbers for session in sessions)
    assert all(table(session) for session in sessions)
