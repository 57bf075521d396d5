"""A text being typed: cursor, selection, undo; it knows no keyboard and no screen."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

LONGEST = 5000
"""Characters that one text may hold; the engine takes no more."""

_UNDOS = 200
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]")
_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Moment:
    """What undo goes back to."""

    text: str
    cursor: int


@dataclass(slots=True)
class Editor:
    """A text with a cursor; `anchor` is the other end of the selection.

    `single` keeps to one line. What goes beyond `longest` characters is left out, and counted in
    `left_out` until the text changes.
    """

    text: str = ""
    single: bool = False
    longest: int = LONGEST
    cursor: int = 0
    anchor: int = 0
    _past: list[Moment] = field(default_factory=list)
    _future: list[Moment] = field(default_factory=list)
    left_out: int = 0
    _typing: bool = False

    def __post_init__(self) -> None:
        """Begin at the end of the text."""
        self.cursor = self.anchor = len(self.text)

    @property
    def selection(self) -> tuple[int, int]:
        """Give both ends of the selection, in order."""
        return min(self.cursor, self.anchor), max(self.cursor, self.anchor)

    @property
    def selected(self) -> str:
        """Give the selected words."""
        start, end = self.selection
        return self.text[start:end]

    def write(self, words: str) -> None:
        """Put words in the place of the selection; letters typed in a row are undone together."""
        clean = cleaned(words, single=self.single)
        start, end = self.selection
        room = self.longest - (len(self.text) - (end - start))
        self.left_out = max(0, len(clean) - max(0, room))
        clean = clean[: max(0, room)]
        if not clean and start == end:
            return
        letter = len(clean) == 1 and not clean.isspace() and start == end
        if not (letter and self._typing):
            self._keep()
        self._typing = letter
        self._put(self.text[:start] + clean + self.text[end:], start + len(clean))

    def erase(self, *, forward: bool = False, word: bool = False) -> None:
        """Take away the selection, or else a letter or a word beside the cursor."""
        start, end = self.selection
        if start == end:
            there = self._beside(forward=forward, word=word)
            start, end = min(start, there), max(end, there)
        if start == end:
            return
        self._keep()
        self.left_out = 0
        self._put(self.text[:start] + self.text[end:], start)

    def move(
        self, *, forward: bool, word: bool = False, select: bool = False, end: bool = False
    ) -> None:
        """Move the cursor by a letter or a word, or to an end of its line."""
        if end:
            there = _line_end(self.text, self.cursor, forward=forward)
        elif self.cursor != self.anchor and not select:
            there = self.selection[1 if forward else 0]
        else:
            there = self._beside(forward=forward, word=word)
        self.point(there, select=select)

    def point(self, place: int, *, select: bool = False) -> None:
        """Put the cursor somewhere."""
        self.cursor = max(0, min(place, len(self.text)))
        self.anchor = self.anchor if select else self.cursor
        self._typing = False

    def select_all(self) -> None:
        """Select the whole text."""
        self.anchor, self.cursor = 0, len(self.text)

    def undo(self) -> None:
        """Go back to before the last change."""
        self._step(self._past, self._future)

    def redo(self) -> None:
        """Make again what was undone."""
        self._step(self._future, self._past)

    def _step(self, source: list[Moment], other: list[Moment]) -> None:
        if source:
            other.append(Moment(self.text, self.cursor))
            moment = source.pop()
            self.text = moment.text
            self.point(moment.cursor)

    def _keep(self) -> None:
        self._past.append(Moment(self.text, self.cursor))
        del self._past[:-_UNDOS]
        self._future.clear()

    def _put(self, text: str, cursor: int) -> None:
        self.text, self.cursor, self.anchor = text, cursor, cursor

    def _beside(self, *, forward: bool, word: bool) -> int:
        if not word:
            return _letter_end(self.text, self.cursor, forward=forward)
        bounds = [0, *(one.end() for one in re.finditer(r"\w+\W*", self.text)), len(self.text)]
        later = [one for one in bounds if one > self.cursor]
        earlier = [one for one in bounds if one < self.cursor]
        return (later[0] if later else len(self.text)) if forward else max(earlier, default=0)


def _letter_end(text: str, cursor: int, *, forward: bool) -> int:
    """Go over a letter with the accents and joiners that belong to it."""
    step = 1 if forward else -1
    there = cursor + step
    while 0 < there < len(text) and (unicodedata.combining(text[there]) or text[there] in _JOINERS):
        there += step
    return max(0, min(there, len(text)))


_JOINERS = "\u200d\ufe0f"


def _line_end(text: str, cursor: int, *, forward: bool) -> int:
    if forward:
        found = text.find("\n", cursor)
        return len(text) if found < 0 else found
    return text.rfind("\n", 0, cursor) + 1


def cleaned(words: str, *, single: bool = False) -> str:
    """Make pasted words plain: composed accents, nothing unseen, one kind of line end.

    What turns the sense of reading, or marks the place of a picture, is left out with the controls.
    """
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", words)))
    text = "".join(one for one in text if not "\ud800" <= one <= "\udfff")
    text = _CONTROL.sub("", text.replace("\t", " "))
    return " ".join(text.split("\n")) if single else text


def lines(text: str, measure: float, width: Callable[[str], float]) -> list[tuple[int, int]]:
    """Cut a text into lines no wider than `measure`: where each starts and ends.

    A line that a word is too long for is cut inside the word. Nothing is left out but the space or
    line end at each cut.
    """
    found: list[tuple[int, int]] = []
    starts = [0, *(place + 1 for place, one in enumerate(text) if one == "\n"), len(text) + 1]
    for start, following in pairwise(starts):
        found += _paragraph(text, start, following - 1, measure, width)
    return found


def _paragraph(
    text: str, start: int, end: int, measure: float, width: Callable[[str], float]
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    first, here, gone = start, start, 0.0
    for match in re.finditer(r"[^ ]*(?: +|$)", text[start:end]):
        word = match.group()
        if not word:
            continue
        wide = width(word.rstrip(" "))
        if gone and gone + wide > measure:
            found.append((first, here))
            first, gone = here, 0.0
        while wide > measure and len(word) > 1:
            count = _fitting(word, measure, width)
            found.append((here, here + count))
            here += count
            first, word = here, word[count:]
            wide = width(word.rstrip(" "))
        gone += width(word)
        here += len(word)
    found.append((first, end))
    return found


def _fitting(word: str, measure: float, width: Callable[[str], float]) -> int:
    gone = 0.0
    for count, letter in enumerate(word):
        gone += width(letter)
        if gone > measure:
            return max(1, count)
    return len(word)
