"""Hands at a table: they make any gesture by pressing and typing, as a person would."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import (
    FACILITATOR,
    GROUP,
    Action,
    Close,
    Write,
)
from eclaireurs_play.play.policies import next_action
from eclaireurs_play.play.policies import table as policies_of
from eclaireurs_play.table.acting import deeds
from eclaireurs_play.table.cards import default_look
from eclaireurs_play.table.keyboard import Press
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.scene import Scene

WIDTH, HEIGHT = 480.0, 270.0
LOOK = default_look()


class Hands:
    """A person at the desk, with the projector drawn after each press."""

    def __init__(self, table: Table, size: tuple[float, float] = (WIDTH, HEIGHT)) -> None:
        self.table = table
        self.size = size
        self.desk: Scene
        self.wall: Scene
        self.look()

    def look(self) -> None:
        """Draw both windows."""
        self.desk = self.table.scene("desk", *self.size)
        self.wall = self.table.scene("wall", *self.size)

    def press(self, name: str) -> None:
        """Press a place, which must be there."""
        assert self.table.press("desk", name), (name, [one.name for one in self.desk.hits])
        self.look()

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        self.table.write("desk", words)
        self.look()

    def key(self, name: str, *, ctrl: bool = False, shift: bool = False) -> None:
        """Press a key."""
        self.table.key("desk", Press(name, ctrl, shift))
        self.look()

    def fill(self, name: str, words: str) -> None:
        """Type words in a field, in the place of those it holds."""
        self.press(name)
        self.key("a", ctrl=True)
        self.type(words)

    def make(self, action: Action) -> None:
        """Make a gesture."""
        playing = self.table.playing
        assert playing is not None
        gesture = action.gesture
        if isinstance(gesture, Close):
            self.press("close")
            return
        offer = playing.offers.find((action.by, gesture.do, gesture.about))
        assert offer is not None, action
        playing.choose(offer)
        self.look()
        before = playing.state
        for deed in tuple(deeds(gesture, self.desk)):
            self.press(deed.place)
            if deed.words:
                self.key("a", ctrl=True)
                self.type(deed.words)
        if playing.state is before:
            self.press("make")
        assert playing.state is not before, (playing.message, action)


def at_the_table(folder: Path, opened: api.Opened) -> Hands:
    """Sit at a table where a session has just begun."""
    table = Table(LOOK, folder)
    table.open(opened)
    return Hands(table)


def play_through(
    hands: Hands, watch: Callable[[Hands], None] = lambda _hands: None
) -> tuple[Action, ...]:
    """Play a session by hand, to its end, the way simulated players would; words are marked.

    `watch` looks at the windows after each gesture.
    """
    made: list[Action] = []
    playing = hands.table.playing
    assert playing is not None
    session = playing.session
    everyone = api.with_everyone(session.setup, playing.opened.content)
    policies = policies_of(api.start(playing.opened.content, everyone).session)
    order = [*session.state.seats, GROUP, FACILITATOR]
    while session.state.status == "playing":
        action = next_action(playing.envelope.inside(), policies, order)
        assert action is not None
        action = _marked(action, len(made))
        hands.make(action)
        watch(hands)
        made.append(action)
    return tuple(made)


def _marked(action: Action, count: int) -> Action:
    """Make words that nobody says twice."""
    if not isinstance(action.gesture, Write) or action.gesture.text[:1].isdigit():
        return action
    return replace(action, gesture=replace(action.gesture, text=f"{action.gesture.text} ({count})"))
