"""The first page of a kit: what it holds, on which paper, how many times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eclaireurs_play.layout.blocks import (
    RULE,
    Column,
    Frame,
    boxed,
    bullets,
    prose,
    small,
    table,
    title,
)
from eclaireurs_play.layout.display import Page
from eclaireurs_play.layout.flow import Paper, Strip, document, height
from eclaireurs_play.layout.look import HEAVY, STRONG, Look, Style
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.rules import credits_of
from eclaireurs_play.model.print import KitItem

ROOMY, TIGHT, TIGHTEST = 8.0, 4.0, 2.4
"""Space above each part, in mm, as long as one page is enough, then to keep it so."""

LOW = 6.2
"""Least height of a row when space is short, in mm."""

_WIDTHS = (15.0, 70.0, 16.0, 32.0)


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a kit, the pages of the file it takes, from 1, and how often they are printed."""

    item: KitItem
    first: int
    last: int
    times: int = 1

    @property
    def pages(self) -> str:
        """Write the pages as one types them in a print window."""
        return f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"


def contents(
    kit_title: str, entries: Sequence[Entry], content: PrintContent, paper: Paper, look: Look
) -> tuple[Page, ...]:
    """Draw the page that says what to print, how many times, on which paper."""
    column = Column(paper.column.width, look)
    for before in (ROOMY, TIGHT, TIGHTEST):
        strips = _strips(kit_title, entries, content, column, before)
        if height(strips) <= paper.column.height:
            return document(strips, paper, look)
    return document(strips, paper, look)


def _strips(
    kit_title: str, entries: Sequence[Entry], content: PrintContent, column: Column, before: float
) -> list[Strip]:
    """Set the head, the table, advice and credits; the table is tighter when space is short."""
    theme, sizes = column.look.theme, column.look.theme.sizes
    tall = sizes.cover.most if before > TIGHT else sizes.cover.least
    opening = [
        *prose(column, "Kit à imprimer", Style(10, 1.3, theme.accent, STRONG)),
        *prose(column, kit_title, Style(tall, 1.1, theme.ink, HEAVY), 1),
        *small(column, _scenarios(content), before / 4),
    ]
    return [
        *opening,
        *title(column, "Quoi imprimer, et comment", sizes.heading, before),
        *_table(entries, column, before),
        *_advice(column, before),
        *small(column, credits_of(content.game), before / 2),
    ]


def _scenarios(content: PrintContent) -> str:
    titles = [f"« {one.title} »" for one in content.scenarios]
    if not titles:
        return "Sans situation particulière : une fiche par rôle."
    return f"Situations : {', '.join(titles)}." if len(titles) > 1 else f"Situation : {titles[0]}."


def _table(entries: Sequence[Entry], column: Column, before: float) -> list[Strip]:
    """List the items, this page apart; rows are lower when space is short."""
    rows = [
        (
            entry.pages,
            _what(entry.item),
            f"{entry.times} fois",
            entry.item.paper,
            entry.item.setting or "",
        )
        for entry in entries
        if entry.item.what != "contents"
    ]
    heads, widths = ("Pages", "Quoi", "Combien", "Papier", "Réglage"), _WIDTHS
    least = RULE if before > TIGHT else LOW
    last = column.width - sum(widths)
    return table(column, heads, rows, (*widths, last), least=least, before=before / 2)


def _what(item: KitItem) -> str:
    return f"{item.title}. {item.use}" if item.use else item.title


def _advice(column: Column, before: float) -> Iterator[Strip]:
    theme = column.look.theme
    points = (
        "Imprimez à 100 %, sans ajuster à la page.",
        "En recto verso, retournez sur le bord long.",
        "Essayez d'abord une seule feuille de cartes : le dos doit tomber derrière sa carte.",
        "Coupez sur les traits de coupe, au massicot ou à la règle.",
    )
    inner = bullets(column.narrowed(10), points, column.style(theme.sizes.text), 0)
    yield boxed(column, inner, Frame(ground=theme.ground, inside=before / 2 + 1), before)
