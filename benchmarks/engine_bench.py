"""How fast sessions go: rules alone, whole simulated sessions, journals in memory and on disk.

    python benchmarks/engine_bench.py [SECONDS]

Each figure is the best of the rounds played within SECONDS (1 by default).
"""

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from eclaireurs_play import api
from eclaireurs_play.content import library
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Action
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup, start
from eclaireurs_play.engine.transition import transition
from eclaireurs_play.play.journal import FileJournal, MemoryJournal
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session


class Recorded(NamedTuple):
    """A scenario with a whole session of it."""

    content: ScenarioContent
    rules: Rules
    setup: Setup
    actions: tuple[Action, ...]


def record(name: str) -> Recorded:
    """Play a scenario once by simulated players."""
    content = api.playable(name)
    rules, setup = api.rules_of(content), api.with_everyone(Setup(seed=7), content)
    session = Session(rules, setup)
    for _ in autoplay(session):
        pass
    return Recorded(content, rules, setup, tuple(one.action for one in session.played))


def transitions(recorded: Recorded) -> None:
    """Apply every action, nothing else."""
    moved = start(recorded.rules, recorded.setup)
    for action in recorded.actions:
        if isinstance(moved, Refused):
            raise TypeError(moved.sentence)
        moved = transition(recorded.rules, moved.state, action)


def simulated(recorded: Recorded) -> None:
    """Let simulated players find what to do, and show everyone what they see."""
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


def best(work: Callable[[], None], seconds: float) -> float:
    """Time the best round within a number of seconds."""
    shortest, until = float("inf"), perf_counter() + seconds
    while perf_counter() < until:
        began = perf_counter()
        work()
        shortest = min(shortest, perf_counter() - began)
    return shortest


def main(seconds: float) -> None:
    """Measure every scenario that ships."""
    columns = ("actions", "transition", "simulated", "in memory", "on disk")
    print(f"{'actions per second':<26}" + "".join(f"{name:>12}" for name in columns))
    found = library.catalogue(library.roots())
    with tempfile.TemporaryDirectory() as folder:
        numbers = count()

        def paths() -> Path:
            return Path(folder, f"{next(numbers)}.jsonl")

        for one in (header for header in found if header.kind == "scenario"):
            recorded = record(one.id)
            works = (transitions, simulated, in_memory, partial(on_disk, paths=paths))
            speeds = [
                len(recorded.actions) / best(partial(work, recorded), seconds) for work in works
            ]
            shown = "".join(f"{speed:>12,.0f}" for speed in speeds)
            print(f"{one.id:<26}{len(recorded.actions):>12}{shown}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
