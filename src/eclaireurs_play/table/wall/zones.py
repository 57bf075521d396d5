"""A board with zones, and what people laid in each."""

from collections.abc import Iterable, Mapping
from functools import partial
from math import ceil

from eclaireurs_play.engine.gestures import Place, Write
from eclaireurs_play.engine.state import Contribution, Result
from eclaireurs_play.layout.display import Box
from eclaireurs_play.play.naming import title
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import (
    LEAST,
    LINE,
    LISTED,
    ROWS,
    Row,
    Sight,
    heading,
    holds,
    rows,
    short,
    under,
)
from eclaireurs_play.table.words import _

ACROSS = 4
NARROW = 75.0
"""A zone is never narrower, in mm: fewer then stand on a row."""

GAP = 6.0


def zones(shown: Shown) -> Sight | None:
    """Show the zones that the phase has, with what lies in them."""
    found = shown.outline.zones
    return partial(_draw, found, laid(shown)) if found else None


def left_in(shown: Shown, result: Result, titles: Mapping[str, str]) -> Sight:
    """Show what a phase left in its zones, and how much."""
    held = _held(shown, result.phase, result.made)
    counted = {zone: f"{words} ({len(held.get(zone, ()))})" for zone, words in titles.items()}
    return partial(_draw, counted, held)


def laid(shown: Shown) -> Mapping[str, tuple[str, ...]]:
    """Say what lies in each zone, in the order it was laid: cards, and words of people."""
    return _held(shown, shown.phase.id if shown.phase else "", shown.made)


def _held(shown: Shown, phase: str, made: Iterable[Contribution]) -> Mapping[str, tuple[str, ...]]:
    held: dict[str, dict[str, None]] = {}
    for one in made:
        words = _words(shown, phase, one)
        if words:
            held.setdefault(one.gesture.about, {})[words] = None
    return {zone: tuple(words) for zone, words in held.items()}


def _words(shown: Shown, phase: str, one: Contribution) -> str:
    match one.gesture:
        case Place(item=item):
            card = f"{item} · " if item in shown.rules.cards else ""
            return card + (one.chosen or _item(shown, phase, item))
        case Write(text=text):
            return text
        case _:
            return ""


def _item(shown: Shown, phase: str, item: str) -> str:
    """Give the words of what is laid: a note says its own."""
    notes = [made for result in shown.state.results for made in result.made if made.id == item]
    text = notes[0].gesture.text if notes and isinstance(notes[0].gesture, Write) else ""
    return text or title(shown.rules, phase, item)


def _draw(
    titles: Mapping[str, str], held: Mapping[str, tuple[str, ...]], brush: Brush, box: Box
) -> None:
    count = len(titles)
    across = max(1, min(ACROSS, count, int((box.width + GAP) // (NARROW + GAP))))
    down = ceil(count / across)
    across = ceil(count / down)
    wide = (box.width - GAP * (across - 1)) / across
    tall = (box.height - GAP * (down - 1)) / down
    if tall < 2 * LINE + 6:
        told = (Row(words, note=str(len(held.get(zone, ())))) for zone, words in titles.items())
        rows(brush, told, box)
        brush.aside(partial(_draw, titles, held))
        return
    inner = Box(box.x, box.y, wide - 8, tall - 3 * LINE)
    lists = [[Row(short(one), "·") for one in here[-ROWS:]] for here in held.values()]
    size = next((one for one in LISTED if all(holds(brush, each, inner, one) for each in lists)),
                LEAST)  # fmt: skip
    for place, (zone, words) in enumerate(titles.items()):
        x, y = box.x + place % across * (wide + GAP), box.y + place // across * (tall + GAP)
        _zone(brush, words, held.get(zone, ()), Box(x, y, wide, tall), size)


def _zone(brush: Brush, words: str, held: tuple[str, ...], box: Box, size: float) -> None:
    brush.rect(box, fill=brush.colours.paper, stroke=brush.colours.line, line=0.7, radius=3)
    inner = Box(box.x + 4, box.y + 3, box.width - 8, box.height - 5)
    left = under(inner, heading(brush, words, inner))
    if held:
        rows(brush, (Row(one, "·") for one in reversed(held)), left, sizes=(size, LEAST))
    else:
        rows(brush, (Row(_("rien encore"), weight="soft"),), left, sizes=(size, LEAST))
