"""Places to write by hand: what phases leave blank, and the fields of forms."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from eclaireurs_play.layout.blocks import (
    RULE,
    Column,
    choices,
    grid,
    prose,
    question,
    ruled,
    small,
)
from eclaireurs_play.layout.boxes import boxes
from eclaireurs_play.layout.display import Line
from eclaireurs_play.layout.flow import Strip, spaced, together
from eclaireurs_play.layout.look import STRONG, Letter, Style, label
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.outline import Blank

LETTERS_A_MM = 0.44
"""About how many letters a hand writes on a millimetre of a line."""

NARROW, WORD, RATED = 12.0, 22.0, 19.0
"""Widths of table columns in mm: a figure, a short word, a rating."""


def blank_strips(
    blank: Blank,
    content: PrintContent,
    column: Column,
    seats: int,
    before: float = 3.0,
    *,
    known: Sequence[str] = (),
) -> list[Strip]:
    """Draw a table, boxes to tick or to write figures in, or lines; `known` begins rows."""
    if blank.columns:
        widths = _with_room(known, column_widths(blank.columns, content, column.width), column)
        heading = prose(column, blank.label, _strong(column), before) if blank.label else []
        cells = [(one,) for one in known]
        count = max(blank.rows or seats * blank.each, len(known))
        return together([*heading, *grid(column, blank.columns, count, widths, known=cells)])
    if not blank.options:
        return question(column, blank.label, blank.rows or seats, before)
    heading = prose(column, blank.label, _strong(column), before) if blank.label else []
    return together([*heading, *boxes(blank, column)])


def _with_room(known: Sequence[str], widths: list[float], column: Column) -> list[float]:
    """Widen the first column so that what begins rows holds on one line.

    The others give what they have beyond a short word, each by its share.
    """
    size = column.look.theme.sizes.small.most
    wide = max((column.look.fonts.width("regular", size, one) for one in known), default=0) + 4
    more = max(0.0, wide - widths[0])
    spare = [max(0.0, width - WORD) for width in widths[1:]]
    if not more or not sum(spare):
        return widths
    kept = 1 - min(1.0, more / sum(spare))
    others = [width - one * (1 - kept) for width, one in zip(widths[1:], spare, strict=True)]
    return [sum(widths) - sum(others), *others]


def _strong(column: Column) -> Style:
    return replace(column.style(column.look.theme.sizes.text), voice=STRONG)


def column_widths(heads: Sequence[str], content: PrintContent, width: float) -> list[float]:
    """Share a table's width: ratings and short words narrow, the rest to what people say."""
    rated = {field.title for field in content.game.ratings.values()}
    widths = [_narrow(head, rated=head in rated) for head in heads]
    free = [place for place, wide in enumerate(widths) if wide is None] or [0]
    taken = sum(wide or 0 for place, wide in enumerate(widths) if place not in free)
    share = (width - taken) / len(free)
    return [share if place in free else wide or share for place, wide in enumerate(widths)]


def _narrow(head: str, *, rated: bool) -> float | None:
    if rated:
        return RATED
    if len(head) <= 2:  # noqa: PLR2004 - a figure with its sign
        return NARROW
    return WORD if len(head) <= 6 else None  # noqa: PLR2004 - a short word


def shared(rows: int, share: float) -> int:
    """Give a share of lines; one line, or one for each seat, stays so."""
    return max(1, round(rows * share)) if rows > 1 else rows


def field_strips(name: str, field: Field, column: Column, share: float = 1.0) -> list[Strip]:
    """Draw the place for one answer, as its kind wants; lines may be more or fewer."""
    strips = prose(column, field.title or name, _strong(column), 5)
    if field.help:
        strips += small(column, field.help, 0.4)
    options = field.one_of or field.many_of
    if options:
        strips += choices(column, tuple(options.values()), 2)
    elif field.number is not None:
        strips += _measured(field.number, column)
    else:
        lines = max(1, ceil((field.text or 1) / (column.width * LETTERS_A_MM)))
        strips += ruled(column, shared(lines, share))
    return together(strips)


def _measured(unit: str, column: Column) -> list[Strip]:
    """Draw a short line with its unit after it."""
    look, theme = column.look, column.look.theme
    rule = Line(((0, RULE), (40, RULE)), theme.line, 0.2)
    letter = Letter("regular", theme.sizes.text.most, theme.ink)
    words = (label(unit, (43, RULE - 0.4), letter, look),) if unit else ()
    return spaced([Strip(RULE, (rule, *words))], 0)
