"""What each line typed has made: a line is taken back, and put back, whole."""

from eclaireurs_play.cli.envelope import Envelope
from eclaireurs_play.engine.gestures import Action
from eclaireurs_play.play.session import Session


class Typed:
    """The gestures of each line, counted; what no line of this evening made goes one by one.

    A line counts what the simulated players answered to it. Slips wait in `envelope`.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.envelope = Envelope(session)
        self._made: list[int] = []
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


def _last(counts: list[int], lines: int) -> list[int]:
    """Give the last counts, the very last first, and one gesture for each line unknown."""
    known = counts[::-1][:lines]
    return [*known, *[1] * (lines - len(known))]
