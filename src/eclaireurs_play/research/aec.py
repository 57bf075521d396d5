"""A session as a PettingZoo AEC environment: seats act in turn, the program hosts.

An agent is a seat, under its id. It is called when the phase expects something of it; the
facilitator, the group and the other seats are played by the program's simulated players.
"""

import sys
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from gymnasium import spaces
from gymnasium.utils.seeding import np_random
from numpy.typing import NDArray
from pettingzoo import AECEnv
from pettingzoo.utils import wrappers
from typing_extensions import override

from eclaireurs_play import api
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.engine.domains import suggest
from eclaireurs_play.engine.negotiation.styles import STYLES
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.view import View
from eclaireurs_play.errors import NotFoundError, RefusedError
from eclaireurs_play.play.narration import tell
from eclaireurs_play.play.notation import write_line
from eclaireurs_play.play.session import Session
from eclaireurs_play.research.actions import Actions, Sizes
from eclaireurs_play.research.calling import Host
from eclaireurs_play.research.rewards import rewards
from eclaireurs_play.research.seen import Seen

Observation = dict[str, NDArray[Any]]
Environment = AECEnv[str, Any, Any]
"""Agents are ids of seats; observations are `Observation`, actions integers (None once it ends)."""

ILLEGAL = -1.0
"""What an agent is given for an action that its mask closes; the episode ends there."""

_SEEDS = 1 << 62
MODES = ("human", "ansi")


class raw_env(Environment):  # noqa: N801 - the name that PettingZoo users look for
    """A scenario as an environment, without wrappers.

    `scenario`: its id, its file, or content already loaded. `agents`: the seats that learn, all of
    those at the table by default. `seats`: who is at the table (as `Setup.seats`). `style`: how the
    other seats negotiate (as `Setup.table`). `optional`: agents are also called for what they may
    add. `calm`: no surprise falls. `max_steps`: actions of agents before the episode is truncated.
    Raises at once what a table can't be: NotFoundError for an unknown scenario, seat or style,
    RefusedError for seats that the game refuses.
    """

    def __init__(
        self,
        scenario: str | Path | ScenarioContent,
        *,
        agents: Collection[str] = (),
        seats: Collection[str] = (),
        style: str = "mixed",
        optional: bool = False,
        calm: bool = False,
        max_steps: int = 2000,
        sizes: Sizes | None = None,
        render_mode: str | None = None,
    ) -> None:
        content = scenario if isinstance(scenario, ScenarioContent) else api.playable(scenario)
        self.content = content
        self.rules = api.rules_of(content)
        self.actions = Actions(self.rules, sizes or Sizes())
        self.seen = Seen(self.rules, self.actions)
        self.render_mode = render_mode and _known("Façon de montrer inconnue", render_mode, MODES)
        self.metadata = {
            "name": f"{content.scenario.id}_v0",
            "render_modes": list(MODES),
            "is_parallelizable": False,
        }
        self.possible_agents = self._learners(agents, seats)
        known = _known("Style de négociation inconnu", style, tuple(STYLES))
        self._setup = Setup(seats=tuple(seats), table=known, calm=calm)
        self._optional, self._max_steps = optional, max_steps
        self.observation_spaces = {agent: self._observations() for agent in self.possible_agents}
        self.action_spaces = {
            agent: spaces.Discrete(self.actions.size) for agent in self.possible_agents
        }
        self._luck: np.random.Generator | None = None
        self._opened(0)

    def _learners(self, agents: Collection[str], seats: Collection[str]) -> list[str]:
        scenario = self.content.scenario
        known = tuple(seats or scenario.seats)
        for agent in agents:
            _known("Place inconnue", agent, known)
        if agents and scenario.seated is not None and not seats:
            raise RefusedError(
                "seats-by-lot",
                f"Dans « {scenario.title} », les places sont tirées au sort : "
                "dites aussi, avec seats, qui est à la table.",
            )
        return [seat for seat in scenario.seats if seat in (agents or known)]

    def _observations(self) -> spaces.Dict:
        shape = (self.seen.length,)
        return spaces.Dict(
            {
                "observation": spaces.Box(-1.0, 1.0, shape, np.float32),
                "action_mask": spaces.Box(0, 1, (self.actions.size,), np.int8),
            }
        )

    @override
    def observation_space(self, agent: str) -> spaces.Space[Any]:
        return self.observation_spaces[agent]

    @override
    def action_space(self, agent: str) -> spaces.Space[Any]:
        return self.action_spaces[agent]

    @override
    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> None:
        """Open a session. The same `seed` gives the same session as anywhere else in the program.

        Without `seed`, each reset draws the next one. `options` are not read.
        """
        if seed is not None or self._luck is None:
            self._luck, _ = np_random(seed)
        drawn = int(self._luck.integers(_SEEDS)) if seed is None else seed
        self.session = self._opened(drawn)
        self._opening = tuple(tell(self.rules, self.session.state, self.session.opening))
        self.agents = [one for one in self.possible_agents if one in self.session.state.seats]
        self.rewards = dict.fromkeys(self.agents, 0.0)
        self._cumulative_rewards = dict.fromkeys(self.agents, 0.0)
        self.terminations = dict.fromkeys(self.agents, False)
        self.truncations = dict.fromkeys(self.agents, False)
        self.infos = {agent: {} for agent in self.agents}
        self.agent_selection = self.agents[0]
        vars(self).pop("_skip_agent_selection", None)
        self._steps, self._told = 0, 0
        self._host = Host(self.session, self.actions, tuple(self.agents), optional=self._optional)
        self._go_on()

    def _opened(self, seed: int) -> Session:
        everyone = api.with_everyone(replace(self._setup, seed=seed), self.content)
        return Session(self.rules, api.with_pseudonyms(self.content, everyone))

    @override
    def step(self, action: int | None) -> None:
        """Make the action of the agent selected, then let the program play up to the next call.

        RefusedError, and nothing changed, for an action that the mask closes.
        """
        agent = self.agent_selection
        if self.terminations[agent] or self.truncations[agent]:
            self._was_dead_step(action)
            return
        self._host.answer(self._call, action)
        self._cumulative_rewards[agent] = 0.0
        self._clear_rewards()
        self._steps += 1
        self._go_on()
        self._accumulate_rewards()
        self._deads_step_first()

    def _go_on(self) -> None:
        """Find who is called; end the episode when the session is over, or has lasted enough."""
        self._call = self._host.next_call() if self._steps < self._max_steps else None
        if self._call is not None:
            self.agent_selection = self._call.agent
            return
        over = self.session.state.status != "playing"
        self.terminations = dict.fromkeys(self.agents, over)
        self.truncations = dict.fromkeys(self.agents, not over)
        worth = rewards(self.rules, self.session.state)
        self.rewards = {agent: worth[agent] for agent in self.agents}

    @override
    def observe(self, agent: str) -> Observation:
        """Give what a seat sees; its mask is open only when it is the one selected."""
        found = self._call.open if self._call and self._call.agent == agent else None
        mask = found.mask.copy() if found else np.zeros(self.actions.size, dtype=np.int8)
        return {
            "observation": self.seen.vector(self.session.view(agent), found),
            "action_mask": mask,
        }

    def view(self, agent: str) -> View:
        """Give all that a seat may see, for those who write observations of their own."""
        return self.session.view(agent)

    def words(self, action: int) -> str:
        """Say an open action as it is typed at the table; "" when it is to add nothing."""
        made = self._host.action(self._call, action)
        return write_line(made) if made else ""

    @override
    def render(self) -> str | None:
        """Give the log of the session, told as at the table; `human` writes what is new of it."""
        told = list(self._log())
        if self.render_mode != "human":
            return "\n".join(told)
        sys.stdout.write("".join(f"{line}\n" for line in told[self._told :]))
        self._told = len(told)
        return None

    def _log(self) -> Iterator[str]:
        yield from self._opening
        for one in self.session.played:
            yield from tell(self.rules, one.state, one.events)

    @override
    def close(self) -> None:
        """Hold nothing that needs closing."""


def env(scenario: str | Path | ScenarioContent, **options: Any) -> Environment:  # noqa: ANN401 - those of raw_env, passed on
    """Give a scenario as an environment, with PettingZoo's usual wrappers; see `raw_env`.

    An action that the mask closes ends the episode, −1 for whoever made it.
    """
    wrapped: Environment = wrappers.TerminateIllegalWrapper(raw_env(scenario, **options), ILLEGAL)
    return wrappers.OrderEnforcingWrapper(wrappers.AssertOutOfBoundsWrapper(wrapped))


def _known(what: str, name: str, known: tuple[str, ...]) -> str:
    if name not in known:
        raise NotFoundError(f"{what} : {suggest(name, known)} ; au choix : {', '.join(known)}.")
    return name
