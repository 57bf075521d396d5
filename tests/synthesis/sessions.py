"""Whole sessions to write up, and their states with ballots opened or taken away."""

import re
from dataclasses import replace
from functools import cache

from eclaireurs_play.engine.state import Contribution, State
from eclaireurs_play.play.session import Session
from tests.support import EVERYTHING, REPOSITORY, auto_session

FOUND = (
    path.stem
    for path in (REPOSITORY / "scenarios").glob("*/*.yaml")
    if path.parent.name != "campaigns"
)
ALL = (EVERYTHING, *sorted(FOUND))
"""Every scenario there is."""

RAW = re.compile(r"(?<![\w°-])[npm]\d+\b")
"""The id of a note, of a version or of a mention, anywhere in a text."""


@cache
def played(name: str, seed: int) -> Session:
    return auto_session(name, seed)


def unveiled(state: State, phase: str) -> State:
    """Give the state as if the ballots of a phase had been open."""

    def opened(made: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
        return tuple(replace(one, hidden=False) for one in made)

    results = (
        replace(one, made=opened(one.made)) if one.phase == phase else one for one in state.results
    )
    return replace(state, results=tuple(results))


def without_hidden(state: State) -> State:
    def shown(made: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
        return tuple(one for one in made if not one.hidden)

    leaf = replace(state.leaf, made=shown(state.leaf.made)) if state.leaf else None
    results = tuple(replace(one, made=shown(one.made)) for one in state.results)
    return replace(state, leaf=leaf, results=results)
