"""The whole session on one page: when each step begins, how long it lasts, what people do."""

from collections.abc import Iterator, Sequence

from eclaireurs_play.layout.blocks import RULE, Column, small, table, title
from eclaireurs_play.layout.display import Box, Item, Line, Page
from eclaireurs_play.layout.flow import Paper, Strip, furniture, height, stacked
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.steps import Step, clock, duration, whole

WIDTHS = (15.0, 17.0, 48.0)
"""Widths of the first columns, in mm: when, how long, which step."""

LOW = 6.0
"""Least height of a row when space is short, in mm."""


def glance(
    content: PrintContent, found: Sequence[Step], paper: Paper, look: Look, *, torn: bool
) -> Page:
    """Draw the whole session on one page."""
    area = paper.column
    for strips in _tables(content, found, Column(area.width, look), torn=torn):
        if height(strips) <= area.height:
            break
    tear = _tear(area, look) if torn else ()
    items = (*tear, *stacked(strips, area), *furniture(paper, 1, 1, look))
    return Page(paper.form.width, paper.form.height, items, paper.head)


def _tables(
    content: PrintContent, found: Sequence[Step], column: Column, *, torn: bool
) -> Iterator[list[Strip]]:
    """Give the tables of a session, from the one that says most to the one that takes least."""
    sizes = column.look.theme.sizes
    use = "à détacher et à garder" if torn else "à garder"
    opening = [
        *title(column, "Toute la séance sur une page", sizes.heading),
        *small(column, f"{content.game.title} · {use} sous la main"),
    ]
    heads = ("À", "Durée", "Étape", "Ce que l'on fait")
    rows = [*_rows(found)]
    last = column.width - sum(WIDTHS)
    if last >= WIDTHS[-1]:
        for size in (sizes.text, sizes.small):
            yield [*opening, *table(column, heads, rows, (*WIDTHS, last), size=size, before=5)]
    wide = (*WIDTHS[:2], column.width - sum(WIDTHS[:2]))
    short = [row[:-1] for row in rows]
    for size, least in ((sizes.text, RULE), (sizes.text, LOW), (sizes.small, 0.0)):
        yield [
            *opening,
            *table(column, heads[:-1], short, wide, size=size, least=least, before=4),
        ]


def _rows(found: Sequence[Step]) -> Iterator[tuple[str, str, str, str]]:
    """Give a row for each step, each pause, and the end."""
    for step in found:
        if step.is_group:
            continue
        yield step.begins, step.lasts, step.phase.title, step.outline.does
        if step.phase.pause and step.start is not None:
            begins = clock(step.start + step.minutes * step.times)
            yield begins, duration(step.phase.pause), "Pause", ""
    yield clock(whole(found)), "", "Fin", ""


def _tear(area: Box, look: Look) -> Iterator[Item]:
    """Draw where to tear: a dashed line along the binding."""
    x = area.x / 2
    yield Line(((x, area.y), (x, area.y + area.height)), look.theme.line, 0.25, (2, 2))
