"""Compiled by numba, lock-step plays the same sessions, from any moment on."""

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eclaireurs_play import api
from eclaireurs_play.engine.negotiation.exact import SCALE, per_million
from eclaireurs_play.engine.negotiation.styles import STYLES
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.columns import Chunk
from eclaireurs_play.simulation.lockstep import speed
from eclaireurs_play.simulation.lockstep.playing import play
from tests.simulation import test_lockstep

pytest.importorskip("numba")


@cache
def _rules(name: str) -> Rules:
    return api.rules_of(api.playable(name))


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = speed._weighed[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(speed.SWITCH, raising=False)
        yield
    speed._weighed[0] = before


def _played(batch: Batch, count: int, switch: str) -> Chunk:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(speed.SWITCH, switch)
        return play(batch, range(1, count + 1))


def _same(batch: Batch, count: int) -> None:
    plain, compiled = _played(batch, count, "0"), _played(batch, count, "1")
    for (name, mine), (_, theirs) in zip(compiled.tables(), plain.tables(), strict=True):
        assert np.array_equal(mine, theirs), name


@pytest.mark.parametrize("name", test_lockstep.NUMERIC)
def test_a_shipped_situation(name: str) -> None:
    _same(Batch(_rules(name), 11), 300)


@pytest.mark.parametrize("table", STYLES)
def test_every_style_of_table(table: str) -> None:
    _same(Batch(_rules("cantine-secheresse"), 5, table), 200)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(("cantine-secheresse", "cantine-locale")).flatmap(test_lockstep._rewritten))
def test_situations_of_any_numbers(rules: Rules) -> None:
    _same(Batch(rules, 3), 40)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 8) | st.integers(1, 10**9), st.data())
def test_shares_round_as_they_do_exactly(denominator: int, data: st.DataObject) -> None:
    from eclaireurs_play.simulation.lockstep import compiled  # noqa: PLC0415 - needs numba

    halves = st.integers(0, 2 * SCALE).map(lambda half: half * denominator // (2 * SCALE))
    part = data.draw(st.integers(0, denominator) | halves)
    for scaled in (denominator, 2 * SCALE * denominator // 10**3):
        known = per_million(np.array([part]), scaled)[0]
        assert compiled.per_million(part, scaled) == known


def test_numba_may_begin_midway(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = Batch(_rules("cantine-secheresse"), 8)
    plain = _played(batch, 200, "0")
    monkeypatch.setattr(speed, "_weighed", [speed.WORTH_IT - 5000])
    begun = play(batch, range(1, 201))
    assert speed._weighed[0] > speed.WORTH_IT
    assert np.array_equal(begun.sessions, plain.sessions)
    assert np.array_equal(begun.proposals, plain.proposals)


def test_numba_waits_until_it_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "_weighed", [0])
    assert not speed.worth_it(speed.WORTH_IT)
    assert speed.worth_it(1)
    monkeypatch.setenv(speed.SWITCH, "0")
    assert not speed.worth_it(1)
