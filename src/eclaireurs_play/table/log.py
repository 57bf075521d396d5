"""The session told line by line, each with the count of actions it takes to come to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from eclaireurs_play.play.narration import tell
from eclaireurs_play.play.session import Played, Session

HEADING = "## "


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the log: what happened, after how many actions, whether it opens a phase."""

    words: str
    count: int
    opens: bool = False


@dataclass(slots=True)
class Log:
    """What was told so far; only what is new is told again."""

    _lines: list[tuple[Played | None, tuple[Told, ...]]] = field(default_factory=list)

    def lines(self, session: Session) -> tuple[Told, ...]:
        """Tell a session, from its opening."""
        played = session.played
        if not self._lines:
            told = tell(session.rules, session.state, session.opening)
            self._lines.append((None, tuple(_lines(told, 0))))
        kept = 1
        while kept < len(self._lines) and kept <= len(played) and (
            self._lines[kept][0] is played[kept - 1]
        ):  # fmt: skip
            kept += 1
        del self._lines[kept:]
        for count, one in enumerate(played[kept - 1 :], start=kept):
            told = tell(session.rules, one.state, one.events, numbered=True)
            self._lines.append((one, tuple(_lines(told, count))))
        return tuple(line for _played, lines in self._lines for line in lines)


def _lines(told: Iterator[str], count: int) -> Iterator[Told]:
    for words in told:
        opens = words.startswith(HEADING)
        yield Told(words.removeprefix(HEADING), count, opens)


def chapters(lines: Sequence[Told]) -> list[list[Told]]:
    """Part lines by the phases that they open; one where nothing was told is left out."""
    found: list[list[Told]] = [[]]
    for line in lines:
        if line.opens and len(found[-1]) == 1 and found[-1][0].opens:
            found.pop()
        if line.opens:
            found.append([])
        found[-1].append(line)
    return [one for one in found if one]


def ends(lines: Sequence[Told]) -> Iterator[tuple[Told, bool]]:
    """Go back through lines, the latest first; tell which is the last of its gesture."""
    after = None
    for line in reversed(lines):
        yield line, line.count != after
        after = line.count
