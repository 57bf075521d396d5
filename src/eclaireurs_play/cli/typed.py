"""What each line typed has made: a line is taken back, and put back, whole."""

from collections.abc import Sequence

from eclaireurs_play.engine.gestures import Action, Draw
from eclaireurs_play.play.envelope import Envelope
from eclaireurs_play.play.session import Session


class Typed:
    """The gestures of each line, counted; those of an earlier evening are told by what they made.

    A line counts what the simulated players answered to it. Slips wait in `envelope`.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.envelope = Envelope(session)
        self._made = _lines_of([one.action for one in session.played])
        self._undone: list[int] = []

    def made(self, count: int) -> None:
        """Remember how many gestures the last line made."""
        self._made.append(count)
        self._undone.clear()

    def gestures(self, lines: int) -> int:
        """Count the gestures of the last lines."""
        return sum(_last(self._made, lines))

    def undo(self, lines: int) -> tuple[Action, ...]:
        """Take back the last lines, secrets and all."""
        counts = _last(self._made, lines)
        taken = self.session.undo(sum(counts), knowingly=True)
        self._undone += counts
        del self._made[max(0, len(self._made) - lines) :]
        return taken

    def redo(self, lines: int) -> tuple[Action, ...]:
        """Put back the lines last taken back."""
        counts = _last(self._undone, lines)
        back = self.session.redo(sum(counts))
        self._made += counts
        del self._undone[max(0, len(self._undone) - lines) :]
        return back


def _lines_of(actions: Sequence[Action]) -> list[int]:
    """Count the gestures of each line typed before: a card drawn, then answered, then rated."""
    counts: list[int] = []
    for before, action in zip([None, *actions], actions, strict=False):
        if before is not None and _goes_on(before, action):
            counts[-1] += 1
        else:
            counts.append(1)
    return counts


def _goes_on(before: Action, action: Action) -> bool:
    """Tell whether a gesture stood on the line of the one before, about the same card."""
    card = before.gesture.card if isinstance(before.gesture, Draw) else before.gesture.about
    order = [_ORDER.get(one.gesture.do, 0) for one in (before, action)]
    same = (before.by, card) == (action.by, action.gesture.about)
    return same and 0 < order[0] < order[1]


_ORDER = {"draw": 1, "choose": 2, "write": 3, "rate": 4}
"""What one line about a card may make, in order."""


def _last(counts: list[int], lines: int) -> list[int]:
    """Give the last counts, the very last first, and one gesture for each line unknown."""
    known = counts[::-1][:lines]
    return [*known, *[1] * (lines - len(known))]
