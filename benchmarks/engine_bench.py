"""How fast sessions go: rules alone, simulated players, journals in memory and on disk.

    python benchmarks/engine_bench.py [SECONDS]

Simulated players play each scenario once, from one seed; the same actions are then replayed, and
each figure is the best of the rounds within SECONDS of processor time (1 by default). Scenarios
with terms, axes and weights are marked n. The last column is a ratio that depends little on the
machine: an action costs as much as so many copies of a state, one field changed, in the same run.
Prints; asserts nothing.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from time import process_time
from typing import NamedTuple

from eclaireurs_play import api
from eclaireurs_play.content import library
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Action
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup, start
from eclaireurs_play.engine.state import State
from eclaireurs_play.engine.transition import transition
from eclaireurs_play.play.journal import FileJournal, MemoryJournal
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session

COPIES = 1000


class Recorded(NamedTuple):
    """A scenario with a whole session of it, and its last state."""

    content: ScenarioContent
    rules: Rules
    setup: Setup
    actions: tuple[Action, ...]
    last: State


def record(name: str) -> Recorded:
    """Play a scenario once by simulated players."""
    content = api.playable(name)
    rules, setup = api.rules_of(content), api.with_everyone(Setup(seed=7), content)
    session = Session(rules, setup)
    for _ in autoplay(session):
        pass
    actions = tuple(one.action for one in session.played)
    return Recorded(content, rules, setup, actions, session.state)


def transitions(recorded: Recorded) -> None:
    """Apply every action, nothing else."""
    moved = start(recorded.rules, recorded.setup)
    for action in recorded.actions:
        if isinstance(moved, Refused):
            raise TypeError(moved.sentence)
        moved = transition(recorded.rules, moved.state, action)


def simulated(recorded: Recorded) -> None:
    """Let simulated players find what to do."""
    session = Session(recorded.rules, recorded.setup)
    for _ in autoplay(session):
        pass


def shown(recorded: Recorded) -> None:
    """Let simulated players find what to do, and show everyone what they see at every moment."""
    session = Session(recorded.rules, recorded.setup)
    for _ in autoplay(session):
        for seat in (*session.state.seats, FACILITATOR, GROUP):
            session.view(seat)


def in_memory(recorded: Recorded) -> None:
    """Keep a session in memory."""
    session = Session(recorded.rules, recorded.setup, MemoryJournal())
    for action in recorded.actions:
        session.play(action)


def on_disk(recorded: Recorded, paths: Callable[[], Path]) -> None:
    """Keep a session in a file, each action synced."""
    opened = api.start(recorded.content, recorded.setup)
    opened.session.keep_in(FileJournal.create(paths(), opened.header()))
    for action in recorded.actions:
        opened.session.play(action)


def copies(recorded: Recorded) -> None:
    """Copy a state with one field changed."""
    for number in range(COPIES):
        replace(recorded.last, actions=number)


def best(work: Callable[[], None], seconds: float) -> float:
    """Time the best round within a number of seconds, of processor time."""
    shortest, until = float("inf"), process_time() + seconds
    while process_time() < until:
        began = process_time()
        work()
        shortest = min(shortest, process_time() - began)
    return shortest


def main(seconds: float) -> None:
    """Measure every scenario that ships."""
    columns = ("actions", "transition", "in memory", "on disk", "simulated", "shown", "copies")
    print(f"{'actions per second':<28}" + "".join(f"{name:>11}" for name in columns))
    found = library.catalogue(library.roots())
    with tempfile.TemporaryDirectory() as folder:
        numbers = count()

        def paths() -> Path:
            return Path(folder, f"{next(numbers)}.jsonl")

        works = (transitions, in_memory, partial(on_disk, paths=paths), simulated, shown)
        for one in (header for header in found if header.kind == "scenario"):
            recorded = record(one.id)
            each = [best(partial(work, recorded), seconds) for work in works]
            speeds = [len(recorded.actions) / time for time in each]
            ratio = COPIES / best(partial(copies, recorded), seconds) / speeds[0]
            figures = "".join(f"{figure:>11,.0f}" for figure in (len(recorded.actions), *speeds))
            name = f"{one.id}{' (n)' if recorded.rules.scenario.terms else ''}"
            print(f"{name:<28}{figures}{ratio:>11.1f}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
