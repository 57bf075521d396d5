"""Episodes played at random, or by what an agent prefers."""

from collections.abc import Callable, Sequence
from random import Random

import numpy as np

from eclaireurs_play.content import library
from eclaireurs_play.research import raw_env
from tests.support import REPOSITORY

SHIPPED = tuple(one.id for one in library.headers(REPOSITORY) if one.kind == "scenario")
NUMERIC, VOTED, ANONYMOUS = "cantine-secheresse", "une-region-choisit", "bouton-bruit"

Chooser = Callable[[raw_env, Sequence[int]], int]


def randomly(seed: int = 0) -> Chooser:
    luck = Random(seed)  # noqa: S311 - which actions a test tries
    return lambda _env, numbers: luck.choice(list(numbers))


def open_numbers(env: raw_env) -> list[int]:
    mask = env.observe(env.agent_selection)["action_mask"]
    return [int(one) for one in np.flatnonzero(mask)]


def episode(env: raw_env, choose: Chooser, *, at_most: int = 5000) -> list[int]:
    """Play up to the end of an episode, or to a number of actions; give the actions."""
    made: list[int] = []
    while not _ended(env) and len(made) < at_most:
        made.append(choose(env, open_numbers(env)))
        env.step(made[-1])
    return made


def _ended(env: raw_env) -> bool:
    return all(env.terminations[one] or env.truncations[one] for one in env.agents)
