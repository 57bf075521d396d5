"""Each surprise truly alone: sessions of the same seeds where no other may fall."""

from dataclasses import replace

from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.counting import tally
from eclaireurs_play.simulation.executor import LOCKSTEP, play
from eclaireurs_play.simulation.statistics import Fourfold
from eclaireurs_play.simulation.tally import fourfold

MOST = 2000
"""Sessions played for each surprise: enough to bound its effect within a few points."""


def alone(batch: Batch, sessions: int) -> dict[str, Fourfold]:
    """Play each surprise without the others, in lock-step; give consent without it, then with it.

    Only the sessions where it does fall are counted, each beside its twin without any surprise.
    """
    falling = [name for name, one in batch.rules.scenario.surprises.items() if one.falls]
    numbers = range(1, min(sessions, MOST) + 1)
    return {name: _one(replace(batch, rules=only(batch.rules, name)), name, numbers)
            for name in falling}  # fmt: skip


def only(rules: Rules, name: str) -> Rules:
    """Give the rules where this surprise alone may fall; the scales stay as they were."""
    surprises = {
        other: one.model_copy(update={"falls": other == name})
        for other, one in rules.scenario.surprises.items()
    }
    scenario = rules.scenario.model_copy(update={"surprises": surprises})
    return replace(rules, scenario=scenario, printed=None)


def _one(batch: Batch, name: str, numbers: range) -> Fourfold:
    found = tally(play(batch, LOCKSTEP, numbers).values(), batch.rules)
    return fourfold(found.effects[sorted(batch.rules.scenario.surprises).index(name)])
