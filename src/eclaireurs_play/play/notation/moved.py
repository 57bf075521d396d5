"""What a surprise made on the spot moves, as it is typed: `cout +10, charge -2,5`.

Words that begin with an axis are a move, or are refused: a figure misspelt must not become the
question asked. A question that only happens to begin so ends with `?`.
"""

import re
from collections.abc import Iterator, Mapping

from eclaireurs_play.engine.domains import suggest
from eclaireurs_play.errors import NotationError
from eclaireurs_play.model.scenario import Axis
from eclaireurs_play.play.notation.blanks import read_number
from eclaireurs_play.play.notation.words import slug

_BETWEEN = re.compile(r"\s*[,;]\s+|\s+et\s+")
_AMOUNT = re.compile(r"\s*([+−–-])\s?(\d+(?:\s\d{3})*(?:[.,]\d+)?)(?:\s+(.*))?")
_FIGURE = re.compile(r"\s*[:=]?\s*[+−–\d]|\s+[:=]?\s*-|\s*[:=]\s*-|-\s?[\d+−–-]")
_SIGNED = re.compile(r"\s*[+−–]|\s*-\s?[\d+−–-]")
_ANY_MOVE = re.compile(
    r"([^\d+−–?]+?)(?:\s*[+−–]|\s-)\s?(?:[\d+−–-]|nan\b|inf)[^?]*", re.IGNORECASE
)
_UNIT_WORDS = 3
"""The most words after a number that may be its unit."""

_LONGEST_NAME = 130
"""Where to stop looking for the end of an axis's name, in characters."""


class Axes:
    """The axes of a situation, found by their names or their titles."""

    def __init__(self, axes: Mapping[str, Axis]) -> None:
        self.known = axes
        self._names = {_folded(axis.title): name for name, axis in axes.items()}
        self._names |= {name: name for name in axes}

    def moves(self, part: str) -> dict[str, float]:
        """Read what a part moves, in the axes' units; nothing when these are words.

        Raises NotationError for a move that is badly written, unknown, or there twice.
        """
        pieces = _BETWEEN.split(part)
        if not self._begun(part) and all(_ANY_MOVE.fullmatch(one) for one in pieces):
            self._refuse_unknown(part)
        asked = part.endswith("?")
        found = [self._move(one, asked=asked or rank > 0) for rank, one in enumerate(pieces)]
        moves = [one for one in found if one is not None]
        if moves and len(moves) < len(found):
            raise _misspelt(part, moves[0][0])
        names = [name for name, _ in moves]
        if twice := next((name for name in names if names.count(name) > 1), ""):
            raise written_twice(twice)
        return dict(moves)

    def is_a_move(self, part: str) -> bool:
        """Tell whether a part names an axis, then a signed number."""
        begun = self._begun(part)
        return begun is not None and _SIGNED.match(begun[1]) is not None

    def _move(self, piece: str, *, asked: bool) -> tuple[str, float] | None:
        """Read one move; words that begin with an axis may stand only in what is `asked`."""
        begun = self._begun(piece)
        if begun is None:
            return None
        name, rest = begun
        amount = _AMOUNT.fullmatch(rest)
        if amount is not None and self._is_unit(amount[3] or "", name):
            sign = "" if amount[1] == "+" else "-"
            return name, read_number(sign + amount[2])
        if asked and not _FIGURE.match(rest):
            return None
        raise _misspelt(piece, name)

    def _is_unit(self, words: str, axis: str) -> bool:
        plain = not re.search(r"[\d?+]", words) and len(words.split()) <= _UNIT_WORDS
        return plain or _folded(words) == _folded(self.known[axis].unit)

    def _begun(self, words: str) -> tuple[str, str] | None:
        """Find the axis whose name or title begins some words, the longest, and what follows."""
        return max(self._beginnings(words), key=lambda one: -len(one[1]), default=None)

    def _beginnings(self, words: str) -> Iterator[tuple[str, str]]:
        for end in range(1, min(len(words), _LONGEST_NAME) + 1):
            if not words[end : end + 1].isalnum():
                name = self._names.get(_folded(words[:end]))
                if name is not None:
                    yield name, words[end:].rstrip()

    def _refuse_unknown(self, part: str) -> None:
        if not self.known:
            raise NotationError("Cette situation n'a pas d'axe à bouger : gardez le titre, le "
                                "texte et la question.")  # fmt: skip
        begun = _BETWEEN.split(part)
        named = (_ANY_MOVE.fullmatch(one) for one in begun if self._begun(one) is None)
        word = next((_folded(one[1]) for one in named if one is not None), "")
        known = tuple(self.known)
        raise NotationError(
            f"Axe inconnu : {suggest(word, known)} ; les axes : {', '.join(known)}."
        )


def written_twice(axis: str) -> NotationError:
    """Say that an axis moves twice in one line."""
    return NotationError(f"« {axis} » est écrit deux fois : gardez-en un.")


def _misspelt(words: str, axis: str) -> NotationError:
    return NotationError(f"« {words} » n'est pas un mouvement : écrivez {axis} +10 ou {axis} -2,5 "
                         f"(une question qui commence ainsi finit par « ? »).")  # fmt: skip


def _folded(words: str) -> str:
    return slug(" ".join(words.replace("’", "'").split()))
