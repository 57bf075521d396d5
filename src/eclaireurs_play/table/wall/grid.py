"""What is weighed by two marks, on a square: an impact and a risk, say."""

from collections.abc import Mapping
from functools import partial
from statistics import median_low
from string import ascii_uppercase

from eclaireurs_play.engine.gestures import Rank, Rate
from eclaireurs_play.layout.display import Box, Group, Line, Text
from eclaireurs_play.layout.typography import french, plain
from eclaireurs_play.model.outline import Grid
from eclaireurs_play.play.naming import own_words, title
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LEAST, LINE, Row, Sight, heading, rows, under
from eclaireurs_play.table.words import _, ngettext

SIDE = 60.0
"""The smallest square worth drawing, in mm."""

DISC = 4.6
CORNER = 31.0
"""The smallest cell, in mm, that holds a word beside a disc."""


def grid(shown: Shown) -> Sight | None:
    """Show what the phase weighs by two marks, once there is something to weigh."""
    found = shown.outline.grid
    items = weighed(shown)
    return partial(_draw, shown, found, items) if found and items else None


def weighed(shown: Shown) -> tuple[str, ...]:
    """List what is weighed, in the order of the offers and of what was marked."""
    asked = [one.ask.about for one in shown.offers if one.ask.do == "rate"]
    rated = [one.gesture.about for one in shown.made if isinstance(one.gesture, Rate)]
    return tuple(sorted(dict.fromkeys((*rated, *asked))))


def marks(shown: Shown, item: str, name: str) -> tuple[int, ...]:
    """List the marks that people gave to something on one scale."""
    given = (one.gesture.values.get(name) for one in shown.made
             if isinstance(one.gesture, Rate) and one.gesture.about == item)  # fmt: skip
    return tuple(int(one) for one in given if isinstance(one, int | float))


def _named(shown: Shown, words: str) -> str:
    """Find the id of a scale by its words."""
    known: Mapping[str, str] = own_words(shown.phase) if shown.phase else {}
    return next((name for name, one in known.items() if one == words), "")


def _draw(shown: Shown, found: Grid, items: tuple[str, ...], brush: Brush, box: Box) -> None:
    ranked = _ranked(shown)
    letters = dict(zip(items, ascii_uppercase, strict=False))
    letters |= {item: str(at) for at, item in enumerate(ranked, start=1)}
    across, up = _named(shown, found.across), _named(shown, found.up)
    side = min(box.height - LINE - 2, box.width * 0.45)
    left = Box(box.x, box.y, box.width, box.height)
    if side >= SIDE:
        square = Box(box.x + 12, box.y, side, side)
        _square(brush, found, square)
        places = {
            item: (median_low(right), median_low(high))
            for item in letters
            if (right := marks(shown, item, across)) and (high := marks(shown, item, up))
        }
        _discs(brush, letters, places, found.most, square)
        left = Box(box.x + side + 30, box.y, box.width - side - 30, box.height)
        if side / found.most < CORNER:
            brush.later(_corner(found))
    else:
        brush.aside(partial(_draw, shown, found, items))
    _legend(brush, shown, letters, (across, up), left)


def _square(brush: Brush, found: Grid, box: Box) -> None:
    cell = box.width / found.most
    brush.rect(box, fill=brush.colours.paper, stroke=brush.colours.ink, line=0.7, radius=0)
    for at in range(1, found.most):
        brush.rule(box.x, box.y + at * cell, box.width)
        x = box.x + at * cell
        brush.add(Line(((x, box.y), (x, box.y + box.height)), brush.colours.faint, 0.25))
    low = box.y + box.height + 8
    brush.word(f"{found.across} →", (box.x + box.width / 2, low), LEAST, align="centre",
               room=box.width)  # fmt: skip
    _upwards(brush, f"{found.up} →", box)
    if cell >= CORNER:
        _best(brush, found, box)


def _best(brush: Brush, found: Grid, box: Box) -> None:
    """Say in which corner it is best to stand."""
    x = box.x + box.width - 1.5 if found.more_across else box.x + 1.5
    y = box.y + 7 if found.more_up else box.y + box.height - 2.5
    brush.word(_("le mieux"), (x, y), LEAST, colour=brush.colours.soft,
               align="right" if found.more_across else "left")  # fmt: skip


def _corner(found: Grid) -> str:
    """Say in words where it is best to stand."""
    across = _("à droite") if found.more_across else _("à gauche")
    up = _("en haut") if found.more_up else _("en bas")
    return _("le mieux : {up} {across}").format(up=up, across=across)


def _upwards(brush: Brush, words: str, box: Box) -> None:
    cut = brush.cut(plain(french(words)), LEAST, "regular", box.height)
    wide = brush.wide(cut, LEAST)
    text = Text(0, 0, cut, "regular", LEAST, brush.colours.ink)
    brush.add(Group((text,), box.x - 4, box.y + (box.height + wide) / 2, -90.0, width=wide))


def _discs(
    brush: Brush, letters: Mapping[str, str], places: Mapping[str, tuple[int, int]], most: int,
    box: Box,
) -> None:  # fmt: skip
    """Put a letter in the middle of its marks; several in a cell stand side by side."""
    cell = box.width / most
    taken: dict[tuple[int, int], list[str]] = {}
    for item, place in places.items():
        taken.setdefault(place, []).append(letters[item])
    for (right, high), here in taken.items():
        x, y = box.x + (right - 0.5) * cell, box.y + box.height - (high - 0.5) * cell
        alone = len(here) * 2 * DISC > cell
        for at, told in enumerate(["".join(here)] if alone else here):
            beside = 0.0 if alone else (at - (len(here) - 1) / 2) * 2 * DISC
            _disc(brush, told, (x + beside, y), cell)


def _disc(brush: Brush, letters: str, at: tuple[float, float], cell: float) -> None:
    """Write a letter in a disc, or those of a full cell together."""
    x, y = at
    wide = max(2 * DISC, min(cell - 1, brush.wide(letters, LEAST, "bold") + 4))
    box = Box(x - wide / 2, y - DISC, wide, 2 * DISC)
    brush.rect(box, fill=brush.colours.ink, radius=DISC)
    brush.word(letters, (x, brush.middle(box, LEAST, "bold")), LEAST, font="bold",
               colour=brush.colours.paper, align="centre", room=wide - 2)  # fmt: skip


def _legend(
    brush: Brush, shown: Shown, letters: Mapping[str, str], names: tuple[str, str], box: Box
) -> None:
    """Name what each letter is, in the group's order once it has one; say how marks spread."""
    phase, ranked = shown.phase.id if shown.phase else "", _ranked(shown)
    top = heading(brush, _("L'ordre du groupe") if ranked else _("Au milieu des notes"), box)
    listed = [
        Row(
            title(shown.rules, phase, item).capitalize(),
            f"{letters[item]}." if item in ranked else letters[item],
            _spreading(shown, item, names),
        )
        for item in (ranked or letters)
        if item in letters
    ]
    rows(brush, listed, under(box, top))


def _ranked(shown: Shown) -> tuple[str, ...]:
    """Give the group's order, once it has one; its places then stand on the square."""
    order = next((one.gesture.order for one in reversed(shown.made)
                  if isinstance(one.gesture, Rank)), ())  # fmt: skip
    return tuple(item for group in order for item in group)


def _spreading(shown: Shown, item: str, names: tuple[str, str]) -> str:
    count = len(marks(shown, item, names[0]))
    return ngettext("{count} note", "{count} notes", count) if count else _("à noter")
