"""Cutting a paragraph into lines: the fewest lines, then the calmest ragged edge.

Every way of cutting is weighed at once over the whole paragraph, in the manner of Knuth and
Plass, for text that is not justified. Hyphenation is tried only when lines would be too uneven
or a word is wider than its line. Widths are in em, so that a size changes only the measure.
"""

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from math import inf
from operator import add, attrgetter
from typing import Literal, NamedTuple

from eclaireurs_play.layout import typography
from eclaireurs_play.layout.fonts import Fonts
from eclaireurs_play.layout.trouble import Unplaced
from eclaireurs_play.model.print import FontName

After = Literal["space", "soft", "none", "end", "stuck"]

UNEVEN = 0.45
"""Share of a line left empty beyond which hyphenation is tried."""

_HYPHEN_COST = 0.3
_CLINGING_COST = 0.25
_OPENING_COST = 0.06
_SHORT_END_COST = 0.6
_SHORT_END = 0.3
_ROUNDING = 1e-9
_FONT, _TEXT = attrgetter("font"), attrgetter("text")


class OverflowingWord(Unplaced):
    """A word is wider than its line."""


class Run(NamedTuple):
    """A stretch of one line in one font."""

    text: str
    font: FontName


class Atom(NamedTuple):
    """What can't be cut, and what follows it when the line goes on; its space is in its text.

    In em: `end`, its width with the hyphen that a cut after it would add; `step`, how far the
    next atom starts. `cost` weighs a cut after it, infinite where none may fall; `opening` adds
    to the cost of a cut after the next atom.
    """

    text: str
    font: FontName
    after: After
    end: float
    step: float
    cost: float
    opening: float


class Voice(NamedTuple):
    """The fonts of a paragraph, for plain words and for emphasised ones, and its language."""

    plain: FontName = "regular"
    emphasis: FontName = "italic"
    tongue: typography.Tongue = "fr"


class Measured(NamedTuple):
    """A paragraph's atoms; where each starts and ends in em on one endless line; costs of cutting.

    An end includes the hyphen its cut would add; a cost is infinite where no cut may fall.
    `font` is that of all atoms, None when there are several.
    """

    atoms: tuple[Atom, ...]
    texts: tuple[str, ...]
    font: FontName | None
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    costs: tuple[float, ...]


@lru_cache(maxsize=8192)
def break_lines(
    paragraph: str, measure: float, voice: Voice, fonts: Fonts
) -> tuple[tuple[Run, ...], ...]:
    """Cut a paragraph into lines no wider than `measure` em, losing and moving no word."""
    whole = _measured(paragraph, voice, fonts, cut=False)
    lines = _best_lines(whole, measure)
    if lines is not None and _most_uneven(whole, lines, measure) <= UNEVEN:
        return _written(whole, lines)
    cut = _measured(paragraph, voice, fonts, cut=True)
    finer = _best_lines(cut, measure)
    if finer is None:
        raise OverflowingWord(f"« {_widest(cut)} » est plus large que sa ligne")
    return _written(cut, finer)


@lru_cache(maxsize=1024)
def _measured(paragraph: str, voice: Voice, fonts: Fonts, *, cut: bool) -> Measured:
    """Cut a paragraph into atoms, down to syllables when `cut`, and measure them."""
    atoms = _atoms(paragraph, voice, fonts, cut=cut)
    if not atoms:
        return Measured((), (), None, (), (), ())
    texts, faces, _, ends, steps, costs, openings = zip(*atoms, strict=True)
    starts = (0.0, *accumulate(steps[:-1]))
    return Measured(
        atoms,
        texts,
        faces[0] if faces.count(faces[0]) == len(faces) else None,
        starts,
        tuple(map(add, starts, ends)),
        tuple(map(add, costs, (0.0, *openings))),
    )


def _atoms(paragraph: str, voice: Voice, fonts: Fonts, *, cut: bool) -> tuple[Atom, ...]:
    """List the atoms of a paragraph; its last word stays whole."""
    found: list[Atom] = []
    tongue = voice.tongue if cut else None
    for span in typography.spans(paragraph):
        font = voice.emphasis if span.emphasis else voice.plain
        words = _vocabulary(font, fonts, tongue, "space")
        *others, last = span.text.split(" ")
        if others and not others[0] and found:
            found[-1] = _followed_by("space", found[-1], fonts)
        for word in others:
            found += words[word]
        found += _vocabulary(font, fonts, tongue, "stuck")[last]
    return _ended(found, fonts)


class _Vocabulary(dict[str, tuple[Atom, ...]]):
    """The atoms of the words met in one font, and what follows them; a `tongue` cuts them."""

    def __init__(
        self, font: FontName, fonts: Fonts, tongue: typography.Tongue | None, after: After
    ) -> None:
        super().__init__()
        self._font: FontName = font
        self._fonts = fonts
        self._tongue: typography.Tongue | None = tongue
        self._after: After = after

    def __missing__(self, word: str) -> tuple[Atom, ...]:
        afters: list[tuple[str, After]] = []
        for piece in typography.pieces(word) if word else ():
            *parts, last = typography.syllables(piece, self._tongue) if self._tongue else (piece,)
            afters += [(part, "soft") for part in parts]
            afters.append((last, "none"))
        if afters:
            afters[-1] = afters[-1][0], self._after
        self[word] = found = tuple(
            _atom(text, self._font, after, self._fonts) for text, after in afters
        )
        return found


@lru_cache(maxsize=64)
def _vocabulary(
    font: FontName, fonts: Fonts, tongue: typography.Tongue | None, after: After
) -> _Vocabulary:
    """Keep the words of a font, whole or cut as a language cuts them."""
    return _Vocabulary(font, fonts, tongue, after)


def _atom(text: str, font: FontName, after: After, fonts: Fonts) -> Atom:
    """Measure an atom and weigh a cut after it, whatever the line."""
    face = fonts.face(font)
    width = face.width(text)
    end = width + (face.width(typography.SOFT) if after == "soft" else 0.0)
    step = width + (face.width(" ") if after == "space" else 0.0)
    inside = text + " " if after == "space" else text
    cost = _HYPHEN_COST if after == "soft" else 0.0
    cost += _CLINGING_COST if typography.clings(text) else 0.0
    opening = _OPENING_COST if text.endswith((".", "?", "!", "…")) else 0.0
    return Atom(inside, font, after, end, step, inf if after == "stuck" else cost, opening)


def _followed_by(after: After, atom: Atom, fonts: Fonts) -> Atom:
    """Change what follows an atom."""
    return _atom(atom.text.removesuffix(" "), atom.font, after, fonts)


def _ended(atoms: list[Atom], fonts: Fonts) -> tuple[Atom, ...]:
    """Close a paragraph, and forbid hyphens in its last word."""
    for place in range(len(atoms) - 1, -1, -1):
        if atoms[place].after == "space":
            break
        if atoms[place].after == "soft":
            atoms[place] = _followed_by("stuck", atoms[place], fonts)
    if atoms:
        atoms[-1] = _followed_by("end", atoms[-1], fonts)
    return tuple(atoms)


def _best_lines(text: Measured, measure: float) -> list[tuple[int, int]] | None:
    """Find the first and the past-the-last atom of each line; None when it can't be done.

    Filling every line tells how few lines there may be, and the furthest that each may start.
    Then, from the last line up, each start that costs no line more keeps how uneven what follows
    is at best, and where its own line ends.
    """
    furthest = _filled(text, measure)
    if furthest is None:
        return None
    starts, ends, costs = text.starts, text.ends, text.costs
    count = len(ends)
    following: dict[int, int] = {}
    below = {count: 0.0}
    for reach, before in pairwise((*reversed(furthest), -1)):
        here: dict[int, float] = {}
        for start in range(reach, before, -1):
            if start and costs[start - 1] == inf:
                continue
            limit = starts[start] + measure + _ROUNDING
            calmest, chosen = inf, 0
            for end, uneven in below.items():
                if ends[end - 1] <= limit:
                    slack = (limit - ends[end - 1]) / measure
                    edge = slack * slack if end < count else _last_edge(slack)
                    total = uneven + costs[end - 1] + edge
                    if total <= calmest:
                        calmest, chosen = total, end
            if not chosen:
                break
            here[start], following[start] = calmest, chosen
        below = here
    return _followed(following, count)


def _filled(text: Measured, measure: float) -> list[int] | None:
    """Give where each line starts when every line holds all it can; None when one holds nothing."""
    starts, ends, costs = text.starts, text.ends, text.costs
    furthest: list[int] = []
    start, count = 0, len(ends)
    while start < count:
        furthest.append(start)
        limit = starts[start] + measure + _ROUNDING
        end = bisect_right(starts, limit)
        while end > start and (ends[end - 1] > limit or costs[end - 1] == inf):
            end -= 1
        if end == start:
            return None
        start = end
    return furthest


def _last_edge(slack: float) -> float:
    """Weigh the share of its measure that a last line leaves empty: it counts when very short."""
    missing = max(0.0, slack - 1 + _SHORT_END) / _SHORT_END
    return _SHORT_END_COST * missing * missing


def _followed(following: Mapping[int, int], count: int) -> list[tuple[int, int]]:
    """Read the lines out of where each is followed by the next."""
    lines: list[tuple[int, int]] = []
    start = 0
    while start < count:
        lines.append((start, following[start]))
        start = following[start]
    return lines


def _most_uneven(text: Measured, lines: list[tuple[int, int]], measure: float) -> float:
    """Give the largest share left empty by a line other than the last."""
    return max(
        (1 - (text.ends[end - 1] - text.starts[start]) / measure for start, end in lines[:-1]),
        default=0.0,
    )


def _widest(text: Measured) -> str:
    """Give the widest stretch that no cut may enter."""
    widest, chosen, start = 0.0, "", 0
    for place, atom in enumerate(text.atoms):
        if atom.after != "stuck":
            if text.ends[place] - text.starts[start] > widest:
                widest = text.ends[place] - text.starts[start]
                chosen = "".join(one.text for one in text.atoms[start : place + 1]).strip(" ")
            start = place + 1
    return chosen


def _written(text: Measured, lines: list[tuple[int, int]]) -> tuple[tuple[Run, ...], ...]:
    """Join the atoms of each line into as few runs as there are changes of font."""
    return tuple(_line(text, start, end) for start, end in lines)


def _line(text: Measured, start: int, end: int) -> tuple[Run, ...]:
    close = typography.SOFT if text.atoms[end - 1].after == "soft" else ""
    if text.font:
        return (Run("".join(text.texts[start:end]).removesuffix(" ") + close, text.font),)
    same = groupby(text.atoms[start:end], _FONT)
    *runs, last = [Run("".join(map(_TEXT, atoms)), font) for font, atoms in same]
    return (*runs, Run(last.text.removesuffix(" ") + close, last.font))
