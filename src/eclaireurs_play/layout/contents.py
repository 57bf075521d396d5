"""The first page of a kit: what it holds, on which paper, how many times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eclaireurs_play.layout.blocks import Column, Frame, boxed, bullets, prose, small, table, title
from eclaireurs_play.layout.display import Page
from eclaireurs_play.layout.flow import Paper, Strip, document, height
from eclaireurs_play.layout.look import HEAVY, STRONG, Look, Style
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.rules import credits_of
from eclaireurs_play.model.print import KitItem


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
    theme, sizes = look.theme, look.theme.sizes
    opening = [
        *prose(column, "Kit à imprimer", Style(10, 1.3, theme.accent, STRONG)),
        *prose(column, kit_title, Style(sizes.cover.most, 1.1, theme.ink, HEAVY), 1),
        *small(column, _scenarios(content), 2),
    ]
    listed = [
        *title(column, "Quoi imprimer, et comment", sizes.heading, 9),
        *_table(entries, column),
    ]
    advice, credit = [*_advice(column)], small(column, credits_of(content.game), 5)
    strips = [*opening, *listed, *advice, *credit]
    if height(strips) > paper.column.height:
        strips = [*opening, *advice, *listed, *credit]
    return document(strips, paper, look)


def _scenarios(content: PrintContent) -> str:
    titles = [f"« {one.title} »" for one in content.scenarios]
    if not titles:
        return "Sans situation particulière : une fiche par rôle."
    return f"Situations : {', '.join(titles)}." if len(titles) > 1 else f"Situation : {titles[0]}."


def _table(entries: Sequence[Entry], column: Column) -> list[Strip]:
    rows = [
        (
            entry.pages,
            _what(entry.item),
            f"{entry.times} fois",
            entry.item.paper,
            entry.item.setting or "",
        )
        for entry in entries
    ]
    widths = (17.0, 62.0, 17.0, 34.0, column.width - 130)
    return table(column, ("Pages", "Quoi", "Combien", "Papier", "Réglage"), rows, widths, before=4)


def _what(item: KitItem) -> str:
    return f"{item.title}. {item.use}" if item.use else item.title


def _advice(column: Column) -> Iterator[Strip]:
    theme = column.look.theme
    points = (
        "Imprimez à 100 %, sans ajuster à la page.",
        "En recto verso, retournez sur le bord long.",
        "Essayez d'abord une seule feuille de cartes : le dos doit tomber derrière sa carte.",
        "Coupez sur les traits de coupe, au massicot ou à la règle.",
    )
    inner = bullets(column.narrowed(10), points, column.style(theme.sizes.text), 0)
    yield boxed(column, inner, Frame(ground=theme.ground, inside=5), 8)
