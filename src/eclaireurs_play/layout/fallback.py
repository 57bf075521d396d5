"""Words typed in a hurry, made fit to draw: what no font has, or no line holds, gives way."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout import glyphs
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.fonts import Fonts
from eclaireurs_play.layout.rough import rough_lines
from eclaireurs_play.layout.typography import french
from eclaireurs_play.model.base import Model
from eclaireurs_play.model.deck import Card

TITLE, TEXT = 9.5, 14.0
"""The widest word that is left whole in a title, then elsewhere, in widths of its size of type."""

HAIR = "\u200a"
"""The thinnest of spaces."""

_WORD = re.compile(r"[^ \n]+")

M = TypeVar("M", bound=Model)


def drawable(one: M, fonts: Fonts) -> M:
    """Give a model whose every text can be set in lines."""
    return one.model_copy(update={name: _drawable(getattr(one, name, None), fonts, name)
                                  for name in type(one).model_fields})  # fmt: skip


def _drawable(value: object, fonts: Fonts, name: str) -> object:
    if isinstance(value, Model):
        return drawable(value, fonts)
    if isinstance(value, tuple):
        return tuple(_drawable(one, fonts, name) for one in value)
    if not isinstance(value, str) or name in {"id", "family", "source", "origin"}:
        return value
    widest = TITLE if name in {"title", "short"} else TEXT
    return _parted(_known(value, fonts), widest, fonts)


def fitting(card: Card, maker: CardMaker) -> Card:
    """Give a card that has room for its words: the end of a title, then of a text, is cut."""
    plain = drawable(card, maker.look.fonts)
    if _tried(plain, maker):
        return plain

    def told(texts: Mapping[str, str]) -> Card:
        return plain.model_copy(update=dict(texts))

    texts = {"title": plain.title, "text": plain.text}
    return told(shortened(texts, lambda some: _tried(told(some), maker)))


def shortened(
    texts: Mapping[str, str], fits: Callable[[Mapping[str, str]], bool]
) -> dict[str, str]:
    """Cut the ends of texts, the first ones least, until together they fit."""
    whole = dict(texts)
    if fits(whole):
        return whole
    kept = {name: "…" if text else "" for name, text in whole.items()}
    for name, text in whole.items():
        kept[name] = _longest(text, partial(_fits_with, kept, name, fits))
    return kept


def _fits_with(
    kept: Mapping[str, str], name: str, fits: Callable[[Mapping[str, str]], bool], words: str
) -> bool:
    return fits({**kept, name: words})


def _tried(card: Card, maker: CardMaker) -> bool:
    try:
        maker.front(card)
    except LayoutError:
        return False
    return True


def _known(text: str, fonts: Fonts) -> str:
    return glyphs.drawable(text.replace("\t", " "), fonts)


def _longest(text: str, fits: Callable[[str], bool]) -> str:
    """Give as much of a text as fits, cut between two words."""
    if fits(text):
        return text
    ends = [found.end() for found in re.finditer(r"\S+", text)]
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(_cut(text, ends, middle)) else (low, middle - 1)
    return _cut(text, ends, low)


def _cut(text: str, ends: list[int], count: int) -> str:
    return f"{text[: ends[count - 1]]}…" if count else "…"


def _parted(text: str, widest: float, fonts: Fonts) -> str:
    """Part the words too wide for a line, as those of an address or a run of figures."""
    width = fonts.face("bold").width
    ruled = "\n".join(map(french, text.split("\n")))
    parted = _WORD.sub(lambda one: _loosened(one[0], widest, width), ruled)
    return text if parted == ruled else parted


def _loosened(word: str, widest: float, width: Callable[[str], float]) -> str:
    """Part a word; a hair begins each part, that typography might join again to what precedes."""
    if width(word) <= widest:
        return word
    return f" {HAIR}".join(rough_lines(word, widest - width(HAIR), width))
