"""The strategic dashboard: a row each, what stands now, its alerts."""

from collections.abc import Mapping
from functools import partial

from eclaireurs_play.engine.board import Board, Row, board
from eclaireurs_play.engine.state import results_named
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import STRONG
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.values import value_words
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import (
    LEAST,
    LINE,
    ROWS,
    Sight,
    common,
    heading,
    rows,
    under,
    write,
)
from eclaireurs_play.table.wall.writing import Row as Line
from eclaireurs_play.table.words import _, ngettext

COLUMN = 75.0
"""The narrowest column of a field, in mm."""


def dashboard(shown: Shown) -> Sight | None:
    """Show the board that the phase fills or reads again."""
    if not shown.outline.form or shown.phase is None:
        return None
    left = (one for name in shown.phase.uses for one in results_named(shown.state, name))
    now = board(left, shown.made, shown.outline.rows)
    filled = {one.ask.about for one in shown.offers if one.ask.do == "fill"}
    if not now.rows or filled.isdisjoint(one.id for one in now.rows):
        return None
    return partial(_draw, shown, now)


def _draw(shown: Shown, now: Board, brush: Brush, box: Box) -> None:
    fields = dict(shown.rules.game.forms[shown.outline.form].fields)
    across = max(0, min(3, len(fields), int(box.width // COLUMN) - 1))
    kept = dict(list(fields.items())[:across])
    open_ones = [one for one in now.alerts if not one.settled]
    foot = min(len(open_ones), 2) * (LINE + 3) + (LINE + 4 if open_ones else 0)
    low = box.y + box.height - foot
    top = _head(brush, kept, box)
    tall = min(4 * LINE, (low - top) / max(1, min(len(now.rows), ROWS)))
    size = _size(brush, shown, now, kept, Box(box.x, top, box.width, tall - 3))
    hidden = dict(list(fields.items())[across:])
    for at, row in enumerate(now.rows):
        if at >= ROWS or top + LINE > low:
            brush.later(_aloud(shown, row, fields))
            continue
        brush.later(*([_aloud(shown, row, hidden)] if hidden else []))
        warned = sum(one.row == row.id for one in open_ones)
        place = Box(box.x, top, box.width, tall)
        _title(brush, _marked(row, warned), size, len(kept), place)
        _values(brush, _told(shown, row, kept), size, place)
        top += tall
    left = len(now.rows) - ROWS
    if left > 0 and top + LINE <= low:
        told = ngettext("et {count} autre", "et {count} autres", left)
        brush.word(told, (box.x, top + 7), LEAST, colour=brush.colours.soft)
    if open_ones:
        area = under(box, low)
        titles = {one.id: one.title for one in now.rows}
        told_ones = (Line(f"{titles.get(one.row, '')} : {one.text}", one.id)
                     for one in reversed(open_ones))  # fmt: skip
        rows(brush, told_ones, under(area, heading(brush, _("Alertes"), area)), most=2)


def _aloud(shown: Shown, row: Row, fields: Mapping[str, Field]) -> str:
    """Say a row in one sentence."""
    told = zip(fields.items(), _told(shown, row, fields), strict=True)
    values = (f"{field.title or name} : {words}" for (name, field), words in told)
    return f"{row.title} — {' ; '.join(values)}"


def _columns(box: Box, count: int) -> tuple[Box, ...]:
    wide = box.width / (count + 1)
    return tuple(Box(box.x + wide * (at + 1), box.y, wide - 5, box.height) for at in range(count))


def _head(brush: Brush, fields: Mapping[str, Field], box: Box) -> float:
    for place, (name, field) in zip(_columns(box, len(fields)), fields.items(), strict=True):
        brush.word(field.title or name, (place.x, place.y + 7), LEAST, font="semibold",
                   colour=brush.colours.accent, room=place.width)  # fmt: skip
    return box.y + LINE + 2


def _marked(row: Row, warned: int) -> str:
    """Give the title of a row, marked when something alerts."""
    return f"▲{warned} {row.title}" if warned else row.title


def _told(shown: Shown, row: Row, fields: Mapping[str, Field]) -> tuple[str, ...]:
    """Say what stands in each field of a row."""
    values = ((field, row.now(name)) for name, field in fields.items())
    return tuple("—" if value is None else value_words(field, value, shown.rules)
                 for field, value in values)  # fmt: skip


def _size(brush: Brush, shown: Shown, now: Board, fields: Mapping[str, Field], box: Box) -> float:
    """Give the size at which all that stands on the board holds in its cells."""
    wide = box.width / (len(fields) + 1) - 5
    cells = ((words, wide, box.height) for row in now.rows
             for words in (_marked(row, 9), *_told(shown, row, fields)))  # fmt: skip
    return common(brush, cells, (28.0, 24.0, LEAST))


def _title(brush: Brush, title: str, size: float, count: int, box: Box) -> None:
    brush.rule(box.x, box.y, box.width)
    cell = Box(box.x, box.y + 2, box.width / (count + 1) - 5, box.height - 3)
    write(brush, title, cell, (size, LEAST), voice=STRONG)


def _values(brush: Brush, told: tuple[str, ...], size: float, box: Box) -> None:
    for place, words in zip(_columns(box, len(told)), told, strict=True):
        cell = Box(place.x, box.y + 2, place.width, box.height - 3)
        write(brush, words, cell, (size, LEAST))
