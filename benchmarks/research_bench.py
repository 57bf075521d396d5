"""How fast PettingZoo environments go: agents that act at random among what is open.

    python benchmarks/research_bench.py [SECONDS]

Each scenario is played in whole episodes, every seat an agent, for SECONDS of processor time (2 by
default). A step is one action of an agent, with the observation and the mask it was chosen from;
an action is anything done in the session, by the program too. Prints; asserts nothing.
"""

import sys
from random import Random
from time import process_time

import numpy as np

from eclaireurs_play.content import library
from eclaireurs_play.research import raw_env


def episode(env: raw_env, seed: int) -> int:
    """Play an episode; give its steps."""
    luck, steps = Random(seed), 0  # noqa: S311 - which actions are tried
    env.reset(seed=seed)
    for _agent in env.agent_iter():
        seen, _, terminated, truncated, _ = env.last()
        if terminated or truncated:
            break
        env.step(luck.choice(np.flatnonzero(seen["action_mask"]).tolist()))
        steps += 1
    return steps


def main(seconds: float) -> None:
    """Measure every scenario that ships."""
    columns = ("numbers", "actions", "steps", "steps/s", "actions/s")
    print(f"{'one environment, one core':<28}" + "".join(f"{name:>11}" for name in columns))
    for one in library.catalogue(library.roots()):
        if one.kind != "scenario":
            continue
        env = raw_env(one.id)
        episode(env, 0)
        began, steps, actions, episodes = process_time(), 0, 0, 0
        while process_time() < began + seconds:
            episodes += 1
            steps += episode(env, episodes)
            actions += len(env.session.played)
        took = process_time() - began
        sizes = (env.seen.length, env.actions.size, steps / episodes)
        speeds = (steps / took, actions / took)
        print(f"{one.id:<28}" + "".join(f"{figure:>11,.0f}" for figure in (*sizes, *speeds)))


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 2.0)
