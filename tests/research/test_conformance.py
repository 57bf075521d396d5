"""PettingZoo's own conformance tests, on a numeric game, a vote and an anonymous one."""

import warnings
from functools import partial

import pytest

from eclaireurs_play.research import env, raw_env
from tests.research.playing import ANONYMOUS, NUMERIC, SHIPPED, VOTED

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # it imports what it deprecates itself
    from pettingzoo.test import api_test, render_test, seed_test

BOXES = "should be gymnasium.spaces.box or gymnasium.spaces.discrete"
ADVICE = {
    "Observation is not a NumPy array",
    f"Observation space for each agent probably {BOXES}",
    'We recommend agents to be named in the format <descriptor>_<number>, like "player_0"',
}
"""What the tests advise and we do otherwise: a dictionary with the mask, seats under their ids."""


@pytest.mark.parametrize("make", [env, raw_env])
@pytest.mark.parametrize("name", [NUMERIC, VOTED, ANONYMOUS])
def test_the_environment_passes_the_api_test(name: str, make: type[raw_env]) -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        api_test(make(name), num_cycles=60)
    assert {str(one.message) for one in told} <= ADVICE


@pytest.mark.parametrize("name", sorted({*SHIPPED} - {NUMERIC, VOTED, ANONYMOUS}))
def test_every_scenario_passes_the_api_test(name: str) -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        api_test(raw_env(name), num_cycles=8)
    assert {str(one.message) for one in told} <= ADVICE


@pytest.mark.parametrize("name", [NUMERIC, VOTED, ANONYMOUS])
def test_equal_seeds_give_equal_episodes(name: str) -> None:
    seed_test(partial(env, name), num_cycles=60)


def test_the_log_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    render_test(partial(env, ANONYMOUS))
    assert "## " in capsys.readouterr().out
