"""Lines for words typed in a hurry: whatever the text and the width, nothing is refused."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from eclaireurs_play.layout import typography
from eclaireurs_play.layout.lines import OverflowingWord, Run, break_lines
from eclaireurs_play.layout.look import Look, Setting, Style, set_prose
from eclaireurs_play.model.print import MM_PER_POINT

_SPACES = re.compile(f"([ {typography.FIXED}{typography.NARROW}]+)")


def set_anyhow(prose: str, width: float, style: Style, look: Look) -> Setting:
    """Cut prose into lines no wider than `width` mm; where the rules of French can't, anywhere.

    A line holds one letter at least. The fonts must know every letter.
    """
    if width > 0:
        try:
            return set_prose(prose, width, style, look)
        except OverflowingWord:
            pass
    return _set(prose, max(width, 0.0), style, look)


@lru_cache(maxsize=1024)
def _set(prose: str, width: float, style: Style, look: Look) -> Setting:
    lines: list[tuple[Run, ...] | None] = []
    measure = width / (style.size * MM_PER_POINT)
    for paragraph in typography.paragraphs(look.marks.inlined(prose) if look.marks else prose):
        if lines:
            lines.append(None)
        lines += _lines(paragraph, measure, style, look)
    return Setting(tuple(lines), style, width)


def _lines(paragraph: str, measure: float, style: Style, look: Look) -> tuple[tuple[Run, ...], ...]:
    """Cut a paragraph by the rules, or else without them, emphasis aside."""
    if measure > 0:
        try:
            return break_lines(paragraph, measure, style.voice, look.fonts)
        except OverflowingWord:
            pass
    font = style.voice.plain
    words = typography.plain(paragraph)
    cut = rough_lines(words, measure, look.fonts.face(font).width)
    return tuple((Run(one, font),) for one in cut)


def rough_lines(text: str, measure: float, width: Callable[[str], float]) -> Iterator[str]:
    """Fill lines up to `measure`, cut at any space, even one that should hold; else in a word."""
    here, gone, space = "", 0.0, ""
    for at, word in enumerate(_SPACES.split(text)):
        if at % 2:
            space = word
            continue
        wide = width(space) + width(word)
        if here and gone + wide <= measure:
            here, gone = here + space + word, gone + wide
            continue
        if here:
            yield here
        *full, here = letters(word, measure, width)
        yield from full
        gone = width(here)
    if here:
        yield here


def letters(word: str, measure: float, width: Callable[[str], float]) -> list[str]:
    """Cut a word in parts up to `measure` wide, of one letter at least; accents stay on theirs."""
    parts, gone = [""], 0.0
    for letter in word:
        wide = width(letter)
        if parts[-1] and wide and gone + wide > measure:
            parts.append("")
            gone = 0.0
        parts[-1] += letter
        gone += wide
    return parts
