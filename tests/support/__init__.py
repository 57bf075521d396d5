"""What several tests share: content to play with, and random but reproducible playouts."""

from functools import cache
from pathlib import Path

from eclaireurs_play import api
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State
from eclaireurs_play.engine.transition import transition
from eclaireurs_play.errors import NotationError
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import random_play

__all__ = [
    "EVERYTHING",
    "FIXTURES",
    "REPOSITORY",
    "SCENARIOS",
    "accepts",
    "auto_session",
    "content",
    "new_session",
    "random_play",
    "rules",
]

REPOSITORY = Path(__file__).resolve().parents[2]
FIXTURES = REPOSITORY / "tests" / "library"
SCENARIOS = ("zone-logistique", "deux-zones-commerciales", "regle-et-esprit")
EVERYTHING = "salle"
"""The scenario of a game that uses every kind of phase."""


@cache
def content(name: str) -> ScenarioContent:
    """Load a scenario once."""
    return api.playable(name, FIXTURES)


@cache
def rules(name: str) -> Rules:
    """Arrange a scenario once."""
    return api.rules_of(content(name))


def new_session(name: str, **setup: object) -> Session:
    """Open a session in memory."""
    return Session(rules(name), Setup(**setup))  # type: ignore[arg-type]


def auto_session(name: str, seed: int = 7, **setup: object) -> Session:
    """Play a whole session by simulated players."""
    everyone = api.with_everyone(Setup(seed=seed, **setup), content(name))  # type: ignore[arg-type]
    session = Session(rules(name), everyone)
    for _ in autoplay(session):
        pass
    return session


def accepts(line: str, rules: Rules, state: State) -> bool:
    """Tell whether a typed line is accepted at a moment, wholly."""
    try:
        for action in read_typed(line, rules, state):
            moved = transition(rules, state, action)
            if isinstance(moved, Refused):
                return False
            state = moved.state
    except NotationError:
        return False
    return True
