"""What people said of cards or of things, shown as how it spreads; never as a mean."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from eclaireurs_play.engine.domains import Blanks
from eclaireurs_play.engine.gestures import Draw, Fill, Pass, Rate, Value
from eclaireurs_play.layout.display import Box, Rect
from eclaireurs_play.layout.quantities import figure
from eclaireurs_play.model.fields import Field
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LEAST, LINE, Sight, columns, heading

ENOUGH = 3
"""Under so many people, there is nothing to spread."""

BLOCK = 70.0
"""The narrowest column of a spread, in mm."""


class Spread(NamedTuple):
    """How many said each thing, in the order of the scale."""

    title: str
    counts: Mapping[str, int]


def ratings(shown: Shown) -> Sight | None:
    """Show how answers spread, when enough people gave some that anyone may read."""
    said = [one.gesture for one in shown.made if not isinstance(one.gesture, Draw | Pass)]
    found = tuple(spreads(shown)) if said and isinstance(said[-1], Rate | Fill) else ()
    return partial(_draw, found) if found else None


def spreads(shown: Shown) -> Iterator[Spread]:
    """Count what was said on each scale of the phase."""
    made = [one.gesture for one in shown.made if isinstance(one.gesture, Rate)]
    sheets = [one.gesture for one in shown.made if isinstance(one.gesture, Fill)]
    fields = _fields(shown)
    for name, field in fields.items():
        gestures = made or (sheets if len({one.about for one in sheets}) == 1 else [])
        given = [one.values[name] for one in gestures if name in one.values]
        told = Counter(words for value in given for words in _words(field, value))
        if len(given) >= ENOUGH and told:
            order = _scale(field) or sorted(told)
            yield Spread(field.title or name, {one: told[one] for one in order})


def _fields(shown: Shown) -> Mapping[str, Field]:
    """Give the scales of what is being said."""
    domains = (one.ask.domain for one in shown.offers)
    asked = next((one.fields for one in domains if isinstance(one, Blanks) and one.rating), {})
    return {**shown.rules.game.ratings, **asked}


def _scale(field: Field) -> tuple[str, ...]:
    named = field.one_of or field.many_of
    if named:
        return tuple(named.values())
    if field.number is not None and field.at_least is not None and field.at_most is not None:
        low, high = int(field.at_least), int(field.at_most)
        return tuple(map(figure, range(low, high + 1))) if high - low < 8 else ()  # noqa: PLR2004 - what a wall holds
    return ()


def _words(field: Field, value: Value) -> tuple[str, ...]:
    """Give the steps of a scale that a value stands for; words of people stand for none."""
    named = field.one_of or field.many_of or {}
    if isinstance(value, tuple):
        return tuple(named[one] for one in value if one in named)
    if isinstance(value, str):
        return (named[value],) if value in named else ()
    return (figure(value),) if figure(value) in _scale(field) else ()


def _draw(found: tuple[Spread, ...], brush: Brush, box: Box) -> None:
    across = max(1, min(len(found), int(box.width // BLOCK), 3))
    for place, one in zip(columns(box, across), found, strict=False):
        _spread(brush, one, place)
    for one in found[across:]:
        brush.later(f"{one.title} : {_told(one.counts)}")


def _told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{words} {count}" for words, count in counts.items())


def _spread(brush: Brush, one: Spread, box: Box) -> None:
    top = heading(brush, one.title, box)
    least = 2 * LINE
    room = box.y + box.height - top
    shown = {words: count for words, count in one.counts.items() if count}
    counts = one.counts if room >= least * len(one.counts) else shown
    if counts != one.counts or len(counts) * LINE > room:
        brush.later(f"{one.title} : {_told(one.counts)}")
    tall = min(least + 2, room / max(1, len(counts)))
    most = max(one.counts.values(), default=1)
    for words, count in counts.items():
        if top + LINE > box.y + box.height:
            break
        brush.word(str(count), (box.x + box.width, top + 7), LEAST, font="bold", align="right")
        brush.word(words, (box.x, top + 7), LEAST, room=box.width - 14)
        if tall >= least - 3:
            brush.add(Rect(box.x, top + 9.2, max(0.8, box.width * count / most), 4,
                           fill=brush.colours.ink if count else brush.colours.faint))  # fmt: skip
        top += tall
