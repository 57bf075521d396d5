"""Scenarios with numbers are tuned: something to negotiate, and a fair chance to agree.

The seeds are fixed, so the figures are the same on every machine; the bands are those that
designers aim at over many sessions, widened for so few.
"""

from collections import Counter

import pytest

from eclaireurs_play import api
from eclaireurs_play.engine.negotiation.table import Numbers
from eclaireurs_play.engine.negotiation.zone import zones
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session
from tests.support import content, rules

TUNED = ("cantine-locale", "batiment-partage", "service-numerique", "mobilite-rurale")
SESSIONS = 25


@pytest.mark.parametrize("name", TUNED)
def test_there_is_something_to_negotiate(name: str) -> None:
    numbers = Numbers(content(name).scenario)
    assert numbers.space.size >= 500
    found = zones(numbers)
    assert 0.002 <= float(found[""].share) <= 0.08
    assert all(not zone.empty for zone in found.values())


def _played(name: str, seed: int) -> State:
    setup = api.with_everyone(Setup(seed=seed), content(name))
    session = Session(rules(name), setup)
    for _ in autoplay(session):
        pass
    return session.state


@pytest.mark.parametrize("name", TUNED)
def test_a_mixed_table_may_agree_or_not_and_looks_at_every_option(name: str) -> None:
    agreed, proposed = 0, Counter[tuple[str, str]]()
    for seed in range(SESSIONS):
        state = _played(name, seed)
        agreed += any("adopte" in result.outcome.chosen for result in state.results)
        proposed.update({pair for one in state.proposals for pair in one.options.items()})
    assert 0.25 <= agreed / SESSIONS <= 0.9
    terms = content(name).scenario.terms
    assert set(proposed) == {(term, one) for term in terms for one in terms[term].options}
