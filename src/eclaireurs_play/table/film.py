"""A session seen again as a film, for the debrief: forward, back, by phases, at several speeds.

It shows what anyone may know, on the desk as on the projector. From any moment one may come back
to it, or go on otherwise in a journal of its own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from eclaireurs_play import api
from eclaireurs_play.engine.flow import Event
from eclaireurs_play.engine.state import State
from eclaireurs_play.engine.view import PUBLIC, view
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.play.narration import tell
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.cards import Cards
from eclaireurs_play.table.clock import MINUTE
from eclaireurs_play.table.keyboard import Press
from eclaireurs_play.table.log import HEADING, Told
from eclaireurs_play.table.screening import draw_film
from eclaireurs_play.table.wall import Shown

SPEEDS = (6.0, 3.0, 1.0, 0.25)
"""How long, in seconds, each image of the film stays, from the slowest speed to the fastest."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What else a film can do; None where it makes no sense.

    `close` leaves it; `back` takes the session back to a moment; `branch` goes on from one in
    another journal. Moments are counts of actions.
    """

    close: Callable[[], None]
    back: Callable[[int], None] | None = None
    branch: Callable[[int], None] | None = None


class Film:
    """A session and the moment that is shown: `at`, so many actions from its opening.

    `speed` is a place in `SPEEDS`.
    """

    def __init__(self, opened: api.Opened, cards: Cards, doing: Doing, *, at: int = 0) -> None:
        self.opened, self.cards, self.doing = opened, cards, doing
        self.at, self.speed = at, 1
        self.message = ""
        self._running = False
        self._moment: float | None = None

    @cached_property
    def states(self) -> tuple[State, ...]:
        """Give the session after each count of actions, as anyone may know it."""
        session = self.opened.session
        every = [session.branch(0).state, *(one.state for one in session.played)]
        return tuple(view(one, PUBLIC).state for one in every)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Tell the session line by line, without what is secret."""
        session = self.opened.session
        events = (session.opening, *(one.events for one in session.played))
        return tuple(line for count, one in enumerate(events) for line in self._lines(count, one))

    def _lines(self, count: int, events: tuple[Event, ...]) -> Iterator[Told]:
        for words in tell(self.opened.session.rules, self.states[count], events):
            yield Told(words.removeprefix(HEADING), count, words.startswith(HEADING))

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """List the moments where there is something to see."""
        return tuple(sorted({0, *(one.count for one in self.told), self.last}))

    @cached_property
    def phases(self) -> tuple[Told, ...]:
        """List where each phase opens."""
        return tuple(one for one in self.told if one.opens)

    @property
    def bookmarks(self) -> tuple[Told, ...]:
        """List the moments that people marked."""
        marks = self.opened.session.bookmarks.items()
        return tuple(Told(name, count) for name, count in sorted(marks, key=lambda one: one[1]))

    @property
    def last(self) -> int:
        """Give the end of the film."""
        return len(self.opened.session.played)

    @property
    def phase(self) -> Told | None:
        """Give the last phase that opened."""
        return next((one for one in reversed(self.phases) if one.count <= self.at), None)

    @property
    def running(self) -> bool:
        """Tell whether it moves by itself."""
        return self._running

    def go(self, count: int) -> None:
        """Show a moment."""
        self.at, self.message = max(0, min(count, self.last)), ""

    def step(self, way: int) -> None:
        """Go to the image that follows, or to the one before."""
        self._running = False
        self._step(self.stops, way)

    def leap(self, way: int) -> None:
        """Go to the phase that follows, or to where this one opened, then to those before."""
        self._step(tuple(one.count for one in self.phases), way)

    def _step(self, places: tuple[int, ...], way: int) -> None:
        later = [one for one in places if one > self.at]
        earlier = [one for one in places if one < self.at]
        if way > 0:
            self.go(later[0] if later else self.last)
        else:
            self.go(earlier[-1] if earlier else 0)

    def toggle(self) -> None:
        """Play or pause; at its end it begins again."""
        self._running = not self._running
        self._moment = None
        if self._running and self.at == self.last:
            self.go(0)

    def pace(self, speed: int) -> None:
        """Choose a speed."""
        self.speed, self._moment = speed, None

    def tick(self, now: float) -> bool:
        """Take the time; tells whether the image changed. A laptop that slept counts as a pause."""
        if not self._running:
            return False
        gone = now - self._moment if self._moment is not None else 0.0
        if self._moment is None or gone > MINUTE:
            self._moment = now
        elif gone >= SPEEDS[self.speed]:
            self._moment = now
            self._step(self.stops, 1)
            self._running = self.at < self.last
            return True
        return False

    def close(self) -> None:
        """Leave the film."""
        self.doing.close()

    def back(self) -> None:
        """Take the session back to the moment shown."""
        if self.doing.back is not None:
            self.doing.back(self.at)

    def branch(self) -> None:
        """Go on otherwise from the moment shown."""
        if self.doing.branch is None:
            return
        try:
            self.doing.branch(self.at)
        except EclaireursError as error:
            self.message = str(error)

    def follow(self) -> None:
        """Nothing is played meanwhile."""

    def draw(self, brush: Brush) -> None:
        """Draw a frame of the desk."""
        draw_film(brush, self)

    def shown(self) -> Shown:
        """Give what the projector shows."""
        return Shown(self.opened.session.rules, self.states[self.at])

    def key(self, press: Press) -> bool:
        """Arrows step, pages leap, Space plays, Escape leaves."""
        if press.ctrl:
            return press.name in {"z", "y"}
        match press.name:
            case "left" | "right":
                self.step(1 if press.name == "right" else -1)
            case "pageup" | "pagedown":
                self.leap(1 if press.name == "pagedown" else -1)
            case "home" | "end":
                self.go(self.last if press.name == "end" else 0)
            case "space":
                self.toggle()
            case "escape":
                self.close()
            case _:
                return False
        return True
