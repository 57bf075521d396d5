"""What was played, taken back by presses: undone, put back, or one text of it corrected."""

from dataclasses import dataclass, field, replace

from eclaireurs_play.engine.gestures import Write
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.play.session import Played, Session
from eclaireurs_play.table.words import _

_SLIP = 0


@dataclass(slots=True)
class Undoing:
    """An undo that asks to be confirmed: what was seen can't be made unknown."""

    count: int
    why: str


@dataclass
class Past:
    """How many actions each press made; what the program answered counts with the press.

    A press that put a slip in the envelope made none yet.
    """

    session: Session
    _presses: list[int] = field(default_factory=list)
    _undone: list[int] = field(default_factory=list)
    _seen: int = 0

    def made(self, count: int) -> None:
        """Remember what a press made."""
        if count:
            self._presses.append(count)
            self._undone.clear()

    def slipped(self) -> None:
        """Remember that a press put a slip in the envelope."""
        self._presses.append(_SLIP)
        self._undone.clear()

    def opened(self, count: int) -> None:
        """Forget the slips, played now as so many actions of one press."""
        self._presses = [one for one in self._presses if one != _SLIP]
        self.made(count)

    def took_out(self) -> None:
        """Forget the last press, whose slip left the envelope."""
        self._presses.pop()

    @property
    def is_slip(self) -> bool:
        """Tell whether the last press put a slip in the envelope."""
        return self._presses[-1:] == [_SLIP]

    @property
    def may_redo(self) -> bool:
        """Tell whether a press was undone here, and nothing done since."""
        return bool(self._undone)

    @property
    def last(self) -> int:
        """Count the actions of the last press; one, in a session taken up again."""
        return self._presses[-1] if self._presses else 1

    def back(self, count: int, *, knowingly: bool = False) -> None:
        """Take back so many actions; RefusedError when one was a secret that people saw.

        Answers stay seen once the close that told what came of them is taken back.
        """
        played = self.session.played
        left = max(0, len(played) - count)
        told = [at for at in range(left, len(played)) if at and _tells(played[at - 1], played[at])]
        seen = any(map(_hidden, played[left : self._seen]))
        if (told or seen) and not knowingly:
            raise RefusedError("secret-revealed", _(
                "Cette annulation porte sur une réponse déjà vue de tous ; confirmez-la pour "
                "qu'elle soit inscrite au journal."))  # fmt: skip
        self.session.undo(count, knowingly=knowingly)
        self._seen = left if told else min(self._seen, left)
        self._undone.append(count)
        while count > 0 and self._presses:
            count -= self._presses.pop()

    def redo(self) -> None:
        """Put back what was last undone."""
        count = self._undone[-1] if self._undone else 1
        self.session.redo(count)
        del self._undone[-1:]
        self._presses.append(count)

    def written(self, count: int) -> Write | None:
        """Give the text that an action wrote, `count` from the beginning, if it wrote one."""
        played = self.session.played
        gesture = played[count - 1].action.gesture if 0 < count <= len(played) else None
        return gesture if isinstance(gesture, Write) else None

    def correct(self, count: int, text: str) -> None:
        """Play the session again from an action on, its text changed and nothing else.

        The journal keeps what was said first. RefusedError leaves everything as it was.
        """
        session, gesture = self.session, self.written(count)
        if gesture is None or not text or text == gesture.text:
            return
        actions = [one.action for one in session.played[count - 1 :]]
        actions[0] = replace(actions[0], gesture=replace(gesture, text=text))
        session.branch(count - 1).play_all(actions)
        session.undo(len(actions), knowingly=True)
        try:
            session.play_all(actions)
        except RefusedError:
            session.redo(len(actions))
            raise
        self._undone.clear()


def _hidden(played: Played) -> bool:
    """Tell whether an action left an answer that nobody else could see yet."""
    leaf = played.state.leaf
    return leaf is not None and bool(leaf.made) and leaf.made[-1].hidden


def _tells(before: Played, after: Played) -> bool:
    """Tell whether an action closed a phase of hidden answers: what came of them is seen."""
    leaf, now = before.state.leaf, after.state
    closed = len(now.results) > len(before.state.results)
    return closed and leaf is not None and any(one.hidden for one in leaf.made)
