"""Frames of the projector, from sessions that simulated players play."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from eclaireurs_play import api
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.table.brush import Brush, Ui
from eclaireurs_play.table.cards import Cards
from eclaireurs_play.table.palette import palette
from eclaireurs_play.table.scene import Scene
from eclaireurs_play.table.wall import Shown, draw_wall
from tests.support import content, rules
from tests.table.hands import LOOK

SIZE = (480.0, 270.0)

GAMES = (
    "salle",
    "zone-logistique",
    "cantine-locale",
    "cantine-secheresse",
    "une-region-choisit",
    "une-semaine-a-la-metropole",
    "le-cockpit-d-orvaize",
    "bouton-bruit",
)
"""A session of every game, and one of the game that has every kind of phase."""


@cache
def cards_of(name: str) -> Cards:
    return Cards(content(name), LOOK)


@cache
def moments(name: str, seed: int = 3) -> tuple[State, ...]:
    """Play a session whole, and keep every state."""
    setup = api.with_everyone(Setup(seed), content(name))
    session = api.start(content(name), setup).session
    states = [session.state]
    states += (session.state for _action in autoplay(session))
    return tuple(states)


def an_end(name: str, such: Callable[[Shown], object]) -> Shown:
    """Give the end of the first session that comes out as it is wanted."""
    ends = (Shown(rules(name), moments(name, seed)[-1]) for seed in range(1, 40))
    return next(one for one in ends if such(one))


def frame(
    name: str,
    shown: Shown,
    size: tuple[float, float] = SIZE,
    *,
    strong: bool = False,
) -> Scene:
    """Draw a frame of the projector."""
    brush = Brush(LOOK, palette(LOOK.theme, strong=strong), size, Ui())
    draw_wall(brush, shown, cards_of(name))
    return brush.scene()


def walls(name: str, of: Rules | None = None) -> Iterator[Shown]:
    """Give what the projector may know at each moment of a session."""
    for state in moments(name):
        yield Shown(of or rules(name), state, "12:05")


def the_end(name: str, *, revealed: bool = False) -> Shown:
    return replace(Shown(rules(name), moments(name)[-1]), revealed=revealed)
