"""Cutting a paragraph into lines: the fewest lines, then the calmest ragged edge.

Every way of cutting is weighed at once over the whole paragraph, in the manner of Knuth and
Plass, for text that is not justified. Hyphenation is tried only when lines would be too uneven
or a word is wider than its line. Widths are in em, so that a size changes only the measure.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from math import inf
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


class OverflowingWord(Unplaced):
    """A word is wider than its line."""


class Run(NamedTuple):
    """A stretch of one line in one font."""

    text: str
    font: FontName


class Atom(NamedTuple):
    """What can't be cut, and what follows it when the line goes on."""

    text: str
    font: FontName
    after: After


class Voice(NamedTuple):
    """The fonts of a paragraph: for plain words and for emphasised ones."""

    plain: FontName = "regular"
    emphasis: FontName = "italic"


class Measured(NamedTuple):
    """A paragraph's atoms; where each starts and ends in em on one endless line; costs of cutting.

    An end includes the hyphen its cut would add; a cost is infinite where no cut may fall.
    """

    atoms: tuple[Atom, ...]
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


@lru_cache(maxsize=4096)
def _measured(paragraph: str, voice: Voice, fonts: Fonts, *, cut: bool) -> Measured:
    """Cut a paragraph into atoms, down to syllables when `cut`, and measure them."""
    atoms = _atoms(paragraph, voice, cut=cut)
    starts: list[float] = []
    ends: list[float] = []
    here = 0.0
    for atom in atoms:
        face = fonts.face(atom.font)
        starts.append(here)
        here += face.width(atom.text)
        ends.append(here + (face.width(typography.SOFT) if atom.after == "soft" else 0))
        here += face.width(" ") if atom.after == "space" else 0
    costs = tuple(_cost(atom, before) for atom, before in zip(atoms, (None, *atoms), strict=False))
    return Measured(atoms, tuple(starts), tuple(ends), costs)


def _cost(atom: Atom, before: Atom | None) -> float:
    """Weigh a cut after an atom, whatever the line."""
    if atom.after == "stuck":
        return inf
    cost = _HYPHEN_COST if atom.after == "soft" else 0.0
    if typography.clings(atom.text):
        cost += _CLINGING_COST
    if before is not None and before.text.endswith((".", "?", "!", "…")):
        cost += _OPENING_COST
    return cost


def _atoms(paragraph: str, voice: Voice, *, cut: bool) -> tuple[Atom, ...]:
    """List the atoms of a paragraph; its last word stays whole."""
    found: list[Atom] = []
    for span in typography.spans(paragraph):
        font = voice.emphasis if span.emphasis else voice.plain
        *others, last = span.text.split(" ")
        if others and not others[0] and found:
            found[-1] = found[-1]._replace(after="space")
        for word in others:
            found += _word(word, font, "space", cut=cut)
        found += _word(last, font, "stuck", cut=cut)
    return _ended(found)


@lru_cache(maxsize=16384)
def _word(word: str, font: FontName, after: After, *, cut: bool) -> tuple[Atom, ...]:
    """Give the atoms of a word, and what follows the last one."""
    found: list[Atom] = []
    for piece in typography.pieces(word) if word else ():
        parts = typography.syllables(piece) if cut else (piece,)
        found += [Atom(part, font, "soft") for part in parts[:-1]]
        found.append(Atom(parts[-1], font, "none"))
    if found:
        found[-1] = found[-1]._replace(after=after)
    return tuple(found)


def _ended(atoms: list[Atom]) -> tuple[Atom, ...]:
    """Close a paragraph, and forbid hyphens in its last word."""
    for place in range(len(atoms) - 1, -1, -1):
        if atoms[place].after == "space":
            break
        if atoms[place].after == "soft":
            atoms[place] = atoms[place]._replace(after="stuck")
    if atoms:
        atoms[-1] = atoms[-1]._replace(after="end")
    return tuple(atoms)


def _best_lines(text: Measured, measure: float) -> list[tuple[int, int]] | None:
    """Find the first and the past-the-last atom of each line; None when it can't be done.

    Goes from the end of the paragraph, keeping for each start (lines, unevenness, next start).
    A later start never needs more lines: the longest line that fits is tried first, and shorter
    ones as long as they cost no line more.
    """
    atoms, starts, ends, costs = text
    last = len(atoms) - 1
    best: list[tuple[int, float, int] | None] = [*([None] * len(atoms)), (0, 0.0, len(atoms))]
    for start in range(last, -1, -1):
        limit = starts[start] + measure + _ROUNDING
        known: tuple[int, float, int] | None = None
        for end in range(bisect_right(starts, limit) - 1, start - 1, -1):
            rest = best[end + 1]
            if rest is None or (known and rest[0] >= known[0]):
                break
            if ends[end] > limit or costs[end] == inf:
                continue
            slack = (limit - ends[end]) / measure
            uneven = rest[1] + costs[end] + _edge(slack, last=end == last)
            if known is None or uneven <= known[1]:
                known = (rest[0] + 1, uneven, end + 1)
        best[start] = known
    return _followed(best)


def _edge(slack: float, *, last: bool) -> float:
    """Weigh the share of its measure that a line leaves empty; a last line, when very short."""
    if last:
        missing = max(0.0, slack - 1 + _SHORT_END) / _SHORT_END
        return _SHORT_END_COST * missing * missing
    return slack * slack


def _followed(best: Sequence[tuple[int, float, int] | None]) -> list[tuple[int, int]] | None:
    """Read the lines out of the table."""
    lines: list[tuple[int, int]] = []
    start = 0
    while start < len(best) - 1:
        here = best[start]
        if here is None:
            return None
        lines.append((start, here[2]))
        start = here[2]
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
                chosen = "".join(one.text for one in text.atoms[start : place + 1])
            start = place + 1
    return chosen


def _written(text: Measured, lines: list[tuple[int, int]]) -> tuple[tuple[Run, ...], ...]:
    return tuple(_line(text.atoms[start:end]) for start, end in lines)


def _line(atoms: tuple[Atom, ...]) -> tuple[Run, ...]:
    """Join the atoms of a line into as few runs as there are changes of font."""
    runs: list[Run] = []
    for place, atom in enumerate(atoms):
        final = place == len(atoms) - 1
        text = atom.text + (" " if atom.after == "space" and not final else "")
        text += typography.SOFT if atom.after == "soft" and final else ""
        if runs and runs[-1].font == atom.font:
            runs[-1] = Run(runs[-1].text + text, atom.font)
        else:
            runs.append(Run(text, atom.font))
    return tuple(runs)
