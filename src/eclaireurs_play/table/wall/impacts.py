"""The map of impacts: where the effects that people placed stand on the game's axes.

The same map as on paper and in the synthesis: a shape says the sign, a fill the horizon. A card
stands once in a place, however many people put it there: effects are shown, not votes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from eclaireurs_play.engine.gestures import Rate
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.layout.display import Box, Item, Line
from eclaireurs_play.layout.impact_map import UNSAID, draw_sign
from eclaireurs_play.model.game import Axes
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LEAST, LINE, Sight
from eclaireurs_play.table.words import _, ngettext

if TYPE_CHECKING:
    from eclaireurs_play.synthesis.impacts import Spot

MARK, CODE = 6.4, 1.6
"""Size of a shape, and the space between it and the code of its card, in mm."""

PITCH = MARK + 3.0
NAMES = 0.26
"""The largest share of the width that the names of rows take."""

Titles = Mapping[str, str]


@dataclass(frozen=True)
class Atlas:
    """The axes by their titles, what stands on them, and the card rated last."""

    rows: Titles
    columns: Titles
    signs: Titles
    horizons: Titles
    spots: "tuple[Spot, ...]"
    last: str = ""

    def at(self, row: str, column: str) -> "Mapping[str, tuple[Spot, ...]]":
        """Give what stands in a place, card by card."""
        here = [one for one in self.spots if (one.row, one.column) == (row, column)]
        cards = dict.fromkeys(one.card for one in here)
        return {card: tuple(one for one in here if one.card == card) for card in cards}

    @property
    def placed(self) -> int:
        """Count the cards that have a place."""
        return len({one.card for one in self.spots if one.row and one.column})


def impacts(shown: Shown) -> Sight | None:
    """Show the map while a card is being rated on its axes."""
    axes = shown.rules.game.map
    last = shown.made[-1].gesture if shown.made else None
    if axes is None or not isinstance(last, Rate) or axes.rows not in last.values:
        return None
    return partial(_draw, shown, atlas(shown, axes, last.about))


def mapped(shown: Shown) -> Sight | None:
    """Recall the map as a phase begins, after one where effects were placed."""
    last = shown.state.results[-1] if shown.state.results and not shown.begun else None
    rated = last is not None and any(isinstance(one.gesture, Rate) for one in last.made)
    return whole(shown) if rated else None


def whole(shown: Shown) -> Sight | None:
    """Show the map as it stands, once something is on it."""
    axes = shown.rules.game.map
    found = atlas(shown, axes) if axes is not None else None
    return partial(_draw, shown, found) if found and found.placed else None


def atlas(shown: Shown, axes: Axes, last: str = "") -> Atlas:
    """Gather what people last said of each card, as far as anyone may know."""
    from eclaireurs_play.synthesis.impacts import spots_of  # noqa: PLC0415 - few games have a map
    from eclaireurs_play.synthesis.reading import latest_ratings  # noqa: PLC0415 - the same

    ratings = latest_ratings(_everything(shown))
    titles = [_titles(shown, one) for one in (axes.rows, axes.columns, axes.sign, axes.horizon)]
    return Atlas(titles[0], titles[1], titles[2], titles[3], spots_of(axes, ratings), last)


def _everything(shown: Shown) -> Iterator[Contribution]:
    for result in shown.state.results:
        yield from (one for one in result.made if one.for_everyone)
    yield from (one for one in (*shown.made, *shown.state.aside) if one.for_everyone)


def _titles(shown: Shown, rating: str | None) -> Titles:
    field = shown.rules.game.ratings.get(rating or "")
    return (field.one_of or field.many_of or {}) if field else {}


def _draw(shown: Shown, found: Atlas, brush: Brush, box: Box) -> None:
    """Draw the map, every row if they hold, else those where something stands."""
    low = box.y + box.height - _foot(brush, shown, found, box)
    rows = found.rows
    room = low - box.y - LINE - 2
    if room < LINE * len(rows):
        rows = _used(brush, found)
    names = min(box.width * NAMES, max(brush.wide(one, LEAST) for one in found.rows.values()) + 6)
    cell = (box.width - names) / max(1, len(found.columns))
    for coded in (True, False):
        needs = {row: _lines(brush, found, row, cell, coded=coded) for row in rows}
        if sum(needs.values()) * LINE <= room:
            break
    brush.later(*([] if coded else (_aloud(found, one, words) for one, words in rows.items())))
    kept = _holding(brush, found, rows, needs, room)
    place = Box(box.x, box.y, box.width, low - box.y)
    _grid(brush, found, (names, cell), place, rows=kept, needs=needs, coded=coded)


def _used(brush: Brush, found: Atlas) -> Titles:
    """Keep the rows where something stands; the others are named."""
    used = {one.row for one in found.spots}
    empty = [words for row, words in found.rows.items() if row not in used]
    if empty:
        brush.later(_("Rien encore pour : {names}").format(names=", ".join(empty)))
    return {row: words for row, words in found.rows.items() if row in used}


def _holding(
    brush: Brush, found: Atlas, rows: Titles, needs: Mapping[str, int], room: float
) -> Titles:
    """Keep the rows that hold, that of the card rated last first; the others are told."""
    last = {one.row for one in found.spots if one.card == found.last}
    kept: list[str] = []
    for row in sorted(rows, key=lambda one: one not in last):
        if sum(needs[one] for one in (*kept, row)) * LINE <= room:
            kept.append(row)
        else:
            brush.later(_aloud(found, row, rows[row]))
    return {row: words for row, words in rows.items() if row in kept}


def _lines(brush: Brush, found: Atlas, row: str, cell: float, *, coded: bool) -> int:
    """Count the lines that a row takes."""
    return max((len(_flow(brush, found, row, one, cell, coded=coded)) for one in found.columns),
               default=1) or 1  # fmt: skip


Token = tuple[str, "tuple[Spot, ...]", float]
"""A card in a place: its code, its spots, how wide it is drawn."""


def _flow(
    brush: Brush, found: Atlas, row: str, column: str, cell: float, *, coded: bool
) -> list[list[Token]]:
    """Lay the cards of a place in lines no wider than it."""
    lines: list[list[Token]] = []
    left = 0.0
    for card, spots in found.at(row, column).items():
        code = brush.wide(card, LEAST, "bold") + CODE + 3 if coded else 0.0
        wide = len(spots) * PITCH + code
        if not lines or wide > left:
            lines.append([])
            left = cell - 5
        lines[-1].append((card, spots, wide))
        left -= wide
    return lines


def _grid(
    brush: Brush, found: Atlas, widths: tuple[float, float], box: Box, *, rows: Titles,
    needs: Mapping[str, int], coded: bool,
) -> None:  # fmt: skip
    names, cell = widths
    colours, right = brush.colours, box.x + box.width
    for at, words in enumerate(found.columns.values()):
        brush.word(words, (box.x + names + at * cell + 3, box.y + 7), LEAST, font="semibold",
                   room=cell - 5)  # fmt: skip
    top = box.y + LINE + 2
    count = sum(needs[row] for row in rows)
    line = min(LINE * 1.7, (box.y + box.height - top) / max(1, count))
    first = top
    for row, words in rows.items():
        brush.add(Line(((box.x, top), (right, top)), colours.ink if top == first else colours.faint,
                       0.6 if top == first else 0.3))  # fmt: skip
        tall = needs[row] * line
        empty = not any(one.row == row for one in found.spots)
        brush.word(words, (box.x, top + (line + 5) / 2), LEAST, room=names - 4,
                   colour=colours.soft if empty else colours.ink)  # fmt: skip
        for at, column in enumerate(found.columns):
            lines = _flow(brush, found, row, column, cell, coded=coded)
            for down, here in enumerate(lines):
                y = top + (down + 0.5) * line
                _cell(brush, found, here, (box.x + names + at * cell + 3, y), coded=coded)
        top += tall
    for at in range(len(found.columns)):
        x = box.x + names + at * cell
        brush.add(Line(((x, box.y + 1), (x, top)), colours.faint, 0.3))
    brush.add(Line(((box.x, top), (right, top)), colours.ink, 0.6))


def _cell(
    brush: Brush, found: Atlas, here: list[Token], at: tuple[float, float], *, coded: bool
) -> None:
    """Draw the cards of a line of a place; the one rated last stands on a band."""
    x, y = at
    for card, spots, wide in here:
        if card == found.last:
            brush.rect(Box(x - 1, y - LINE / 2 + 0.4, wide - 1, LINE - 0.8),
                       fill=brush.colours.tint, stroke=brush.colours.ink, line=0.4)  # fmt: skip
        for place, spot in enumerate(spots):
            brush.add(_mark(brush, found, spot, x + (place + 0.5) * PITCH - 0.6, y))
        if coded:
            brush.word(card, (x + len(spots) * PITCH + CODE - 0.6, y + 2.6), LEAST, font="bold")
        x += wide


def _mark(brush: Brush, found: Atlas, spot: "Spot", x: float, y: float) -> Item:
    signs, horizons = list(found.signs), list(found.horizons)
    place = signs.index(spot.sign) if spot.sign in signs else -1
    hollow = spot.horizon in horizons[1:]
    return draw_sign(place, hollow=hollow, x=x, y=y, size=MARK, look=brush.look)


def _foot(brush: Brush, shown: Shown, found: Atlas, box: Box) -> float:
    """Say under the map what its shapes are, and who placed what; gives its height."""
    told = _who(shown, found)
    tall = LINE + (LINE if told else 0) + 2
    base = box.y + box.height - tall + LINE
    if told:
        brush.word(told, (box.x, base), LEAST, font="semibold", room=box.width)
        base += LINE
    x = box.x + MARK / 2
    unsaid = any(one.sign not in found.signs for one in found.spots if one.row and one.column)
    named = [*enumerate(found.signs.values()), *([(-1, capital(UNSAID))] if unsaid else [])]
    for place, words in named:
        brush.add(draw_sign(place, hollow=False, x=x, y=base - 2.6, size=MARK, look=brush.look))
        x += MARK + brush.word(words, (x + MARK, base), LEAST, colour=brush.colours.soft) + 8
    later = _fills(found)
    if later and x + brush.wide(later, LEAST) < box.x + box.width:
        brush.word(later, (box.x + box.width, base), LEAST, colour=brush.colours.soft,
                   align="right")  # fmt: skip
    else:
        brush.later(later)
    return tall


def _fills(found: Atlas) -> str:
    """Say what a full shape and a hollow one mean."""
    if len(found.horizons) < 2:  # noqa: PLR2004 - one moment alone needs no legend
        return ""
    now, *later = (words.lower() for words in found.horizons.values())
    return _("plein : {now} ; vide : {later}").format(now=now, later=", ".join(later))


def _who(shown: Shown, found: Atlas) -> str:
    """Say which card was rated last and by whom, or how many cards stand on the map."""
    last = shown.made[-1] if shown.made and found.last else None
    if last is None:
        count = found.placed
        return ngettext("{count} carte placée", "{count} cartes placées", count)
    said = _aloud_spot(found, next((one for one in found.spots if one.card == found.last), None))
    title, who = shown.rules.title(found.last), capital(shown.rules.name(last.by))
    return f"{found.last} · {title}{f' : {said}' if said else ''} ({who})"


def _aloud_spot(found: Atlas, spot: "Spot | None") -> str:
    if spot is None:
        return ""
    told = (found.signs.get(spot.sign, ""), found.horizons.get(spot.horizon, ""))
    return ", ".join(words.lower() for words in told if words)


def _aloud(found: Atlas, row: str, title: str) -> str:
    """Say a row in a sentence."""
    told = (f"{words} : {', '.join(found.at(row, column))}"
            for column, words in found.columns.items() if found.at(row, column))  # fmt: skip
    return f"{title} — {' ; '.join(told)}"
