"""An envelope for the slips of an anonymous game: who typed when is kept nowhere.

In a phase whose contributions are hidden, what people write waits in memory, checked at once. When
the phase closes, the slips are played in an order drawn from the system's luck.
"""

from collections import defaultdict, deque
from collections.abc import Callable
from random import SystemRandom

from eclaireurs_play.engine.gestures import FACILITATOR, Action, Draw
from eclaireurs_play.engine.state import State
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.play.session import Played, Session

Slip = tuple[Action, ...]
"""What one line stands for, played together."""

Shuffle = Callable[[list[Slip]], None]


def is_wanted(session: Session) -> bool:
    """Tell whether nobody is to know who wrote first in the phase being played."""
    leaf = session.state.leaf
    anonymous = session.rules.game.anonymous
    return anonymous and leaf is not None and session.rules.phases[leaf.phase].hidden


class Envelope:
    """The slips of one phase, until it closes."""

    def __init__(self, session: Session, shuffle: Shuffle | None = None) -> None:
        self._session = session
        self._slips: list[Slip] = []
        self._copy: Session | None = None
        self._copied: State | None = None
        self._shuffle: Shuffle = shuffle or SystemRandom().shuffle

    def __len__(self) -> int:
        """Count the slips."""
        return len(self._slips)

    def inside(self) -> Session:
        """Give the session as it will be with the slips, to look at and to read lines against."""
        if not self._slips:
            return self._session
        now = self._session.state
        if self._copy is None or self._copied is not now:
            self._copy, self._copied = self._with_slips(), now
        return self._copy

    def takes(self, actions: Slip) -> bool:
        """Tell whether a line is a slip: people's own, and no card is drawn unseen."""
        others = {FACILITATOR, *self._session.state.simulated}
        return is_wanted(self._session) and not any(
            one.by in others or isinstance(one.gesture, Draw) for one in actions
        )

    def check(self, actions: Slip) -> None:
        """Raise RefusedError if the rules would refuse a line after the slips."""
        self._with_slips().play_all(actions)

    def put(self, slip: Slip) -> None:
        """Put a slip in; RefusedError says why not."""
        self.check(slip)
        self._slips.append(slip)
        self._copy = None

    def take_out(self, count: int) -> int:
        """Take out the last slips, as many as there are, and count them."""
        left = max(0, len(self._slips) - count)
        taken = len(self._slips) - left
        del self._slips[left:]
        self._copy = None
        return taken

    def open(self) -> tuple[Played, ...]:
        """Play every slip, in an order that says nothing of the one they came in."""
        order = self._order()
        played = self._session.play_all(action for slip in order for action in slip)
        self._slips.clear()
        return played

    def _with_slips(self) -> Session:
        copy = self._session.branch(len(self._session.played))
        for slip in self._slips:
            copy.play_all(slip)
        return copy

    def _order(self) -> list[Slip]:
        """Follow the order drawn, except where people take turns: nothing is refused at the end."""
        tried = self._session.branch(len(self._session.played))
        left, order = self._drawn(), list[Slip]()
        while left:
            slip = min(left, key=lambda one: _trouble(tried, one))
            if _trouble(tried, slip) == _REFUSED:
                return list(self._slips)
            left.remove(slip)
            order.append(slip)
            tried.play_all(slip)
        return order

    def _drawn(self) -> list[Slip]:
        """Draw an order; the slips of one person keep theirs, since the last one counts.

        Ballots that the group types come from as many people.
        """
        drawn = list(self._slips)
        self._shuffle(drawn)
        leaf = self._session.state.leaf
        phase = self._session.rules.phases[leaf.phase] if leaf else None
        if getattr(phase, "ballots", 0) > 0:
            return drawn
        in_turn: dict[str, deque[Slip]] = defaultdict(deque)
        for slip in self._slips:
            in_turn[slip[0].by].append(slip)
        return [in_turn[slip[0].by].popleft() for slip in drawn]


_FINE, _STRAYS, _REFUSED = range(3)


def _trouble(session: Session, slip: Slip) -> int:
    """Tell whether a slip would be taken now, and stray from no rule; nothing is played."""
    try:
        played = session.play_all(slip)
    except RefusedError:
        return _REFUSED
    session.undo(len(played), knowingly=True)
    strays = any(event.kind == "deviated" for one in played for event in one.events)
    return _STRAYS if strays else _FINE
