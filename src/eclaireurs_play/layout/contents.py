"""The first page of a kit: what it holds, on which paper, how many times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

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
from eclaireurs_play.layout.display import Line, Page
from eclaireurs_play.layout.flow import Paper, Strip, document, height, kept
from eclaireurs_play.layout.look import HEAVY, STRONG, Letter, Look, Style, label
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.rules import credits_of
from eclaireurs_play.model.print import Kit, KitItem

ROOMY, TIGHT, TIGHTEST = 8.0, 4.0, 2.4
"""Space above each part, in mm, as long as one page is enough, then to keep it so."""

LOW = 5.0
"""Least height of a row when space is short, in mm."""

_HEADS = ("Pages", "Quoi", "Combien", "Feuilles", "Réglage")
_WIDTHS = (16.0, 76.0, 17.0, 15.0)


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

    @property
    def sheets(self) -> int:
        """Count the sheets of paper it takes, all copies together."""
        return ceil((self.last - self.first + 1) / self.item.sides) * self.times


def contents(
    kit: Kit, entries: Sequence[Entry], content: PrintContent, paper: Paper, look: Look
) -> tuple[Page, ...]:
    """Draw the page that says what to print, how many times, on which paper."""
    column = Column(paper.column.width, look)
    for before in (ROOMY, TIGHT, TIGHTEST):
        strips = _strips(kit, entries, content, column, before)
        if height(strips) <= paper.column.height:
            return document(strips, paper, look)
    return document(strips, paper, look)


def _strips(
    kit: Kit, entries: Sequence[Entry], content: PrintContent, column: Column, before: float
) -> list[Strip]:
    """Set the head, the table, advice and credits; the table is tighter when space is short."""
    theme, sizes = column.look.theme, column.look.theme.sizes
    tall = sizes.cover.most if before > TIGHT else sizes.cover.least
    opening = [
        *prose(column, "Kit à imprimer", Style(10, 1.3, theme.accent, STRONG)),
        *prose(column, kit.title, Style(tall, 1.1, theme.ink, HEAVY), 1),
        *small(column, f"{_people(kit)} {_scenarios(content)}", before / 4),
    ]
    return [
        *opening,
        *title(column, "Quoi imprimer, et comment", sizes.heading, before),
        *_table(entries, column, before),
        *_advice(column, before),
        *small(column, credits_of(content.game), before / 2),
    ]


def _people(kit: Kit) -> str:
    """Say for how many people, and what those do who have no seat."""
    more = kit.group - kit.seats
    if not more:
        return f"Pour {kit.group} personnes."
    watch = "une qui observe ou partage" if more == 1 else f"{more} qui observent ou partagent"
    return f"Pour {kit.group} personnes : {kit.seats} places à table, {watch} une fiche."


def _scenarios(content: PrintContent) -> str:
    titles = [f"« {one.title} »" for one in content.scenarios]
    if not titles:
        return "Sans situation particulière : une fiche par rôle."
    return f"Situations : {', '.join(titles)}." if len(titles) > 1 else f"Situation : {titles[0]}."


def _table(entries: Sequence[Entry], column: Column, before: float) -> Iterator[Strip]:
    """List the items paper by paper, with the sheets to load; rows are lower when space is short.

    The sheets of this page are counted, though it is not listed.
    """
    least = RULE if before > TIGHT else LOW
    small = column.look.theme.sizes.small
    size = small if before > TIGHTEST else small.model_copy(update={"most": small.least})
    widths = (*_WIDTHS, column.width - sum(_WIDTHS))
    yield from kept(table(column, _HEADS, (), widths, before=before / 2))
    papers: dict[str, list[Entry]] = {}
    for entry in entries:
        papers.setdefault(entry.item.paper, []).append(entry)
    for paper, printed in papers.items():
        yield _loaded(paper, sum(entry.sheets for entry in printed), column, before / 2)
        rows = [_row(entry) for entry in printed if entry.item.what != "contents"]
        yield from table(column, _HEADS, rows, widths, size=size, least=least)[1:]


def _loaded(paper: str, sheets: int, column: Column, before: float) -> Strip:
    """Name a paper, and say how many sheets of it to put in the printer."""
    theme, look = column.look.theme, column.look
    letter = Letter("semibold", theme.sizes.text.most, theme.accent)
    many = f"{sheets} feuilles" if sheets > 1 else "1 feuille"
    after = sum(_WIDTHS[:3])
    line = Line(((0, 5.6), (column.width, 5.6)), theme.line, 0.3)
    items = (label(paper, (0, 4.2), letter, look), label(many, (after, 4.2), letter, look), line)
    return Strip(5.6, items, before, keep=True)


def _row(entry: Entry) -> tuple[str, ...]:
    setting = entry.item.setting or ("Recto seul" if entry.item.sides == 1 else "Recto verso")
    return (entry.pages, _what(entry.item), f"{entry.times} fois", f"{entry.sheets}", setting)


def _what(item: KitItem) -> str:
    return f"{item.title}. {item.use}" if item.use else item.title


def _advice(column: Column, before: float) -> Iterator[Strip]:
    theme = column.look.theme
    points = (
        "Imprimez à 100 %, sans ajuster à la page.",
        "En recto verso, retournez sur le bord que dit le réglage, ou sur le bord long.",
        "Essayez d'abord une seule feuille de cartes : le dos doit tomber derrière sa carte.",
        "Coupez sur les traits de coupe, au massicot ou à la règle.",
    )
    size = theme.sizes.text if before > TIGHTEST else theme.sizes.small
    inner = bullets(column.narrowed(10), points, column.style(size), 0)
    yield boxed(column, inner, Frame(ground=theme.ground, inside=before / 2 + 1), before)
