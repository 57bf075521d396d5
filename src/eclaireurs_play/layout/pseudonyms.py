"""Pseudonyms to draw from a hat: slips to cut and fold, one word each and nobody's name."""

from collections.abc import Iterator, Mapping

from eclaireurs_play.layout.display import Box, Group, Item, Line, Page
from eclaireurs_play.layout.look import HEAVY, Letter, Look, Style, draw_setting, label, set_prose
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.seats import is_pseudonym
from eclaireurs_play.model.base import Slug
from eclaireurs_play.model.print import PageFormat

COLUMNS, ROWS = 2, 5
MARGIN = 10.0
NAME = 30.0
"""Size of a pseudonym, in points."""

KEPT = "Lisez, repliez en quatre, gardez-le pour vous. Ce mot tient lieu de nom sur chaque papier."


def pseudonyms(content: PrintContent, form: PageFormat, look: Look) -> Iterator[Page]:
    """Draw a slip for each pseudonym; situations that share one share its slip."""
    slips = tuple(_named(content).items())
    wide, tall = form.width / COLUMNS, form.height / ROWS
    for first in range(0, len(slips), COLUMNS * ROWS):
        items: list[Item] = list(_cuts(form, wide, tall, look))
        for place, (name, title) in enumerate(slips[first : first + COLUMNS * ROWS]):
            row, column = divmod(place, COLUMNS)
            slip = tuple(_slip(name, title, Box(0, 0, wide, tall), look))
            items.append(Group(slip, column * wide, row * tall))
        yield Page(form.width, form.height, tuple(items))


def _named(content: PrintContent) -> Mapping[Slug, str]:
    """List the pseudonyms of every situation, once each."""
    return {
        name: seat.title or name
        for scenario in content.scenarios
        for name, seat in scenario.seats.items()
        if is_pseudonym(seat, content)
    }


def _slip(name: Slug, title: str, box: Box, look: Look) -> Iterator[Item]:
    theme = look.theme
    inside = box.width - 2 * MARGIN
    top = MARGIN + 3
    yield label(
        "Votre pseudonyme", (MARGIN, top), Letter("semibold", theme.sizes.note, theme.accent), look
    )
    word = set_prose(title, inside, Style(NAME, 1.15, theme.ink, HEAVY), look)
    yield from draw_setting(word, MARGIN, top + 2.5, look)
    style = Style(theme.sizes.small.most, 1.35, theme.ink)
    yield from draw_setting(
        set_prose(KEPT, inside, style, look), MARGIN, top + word.height + 5, look
    )
    foot = Letter("regular", theme.sizes.note, theme.soft)
    yield label(f"Pour la saisie : {name}", (MARGIN, box.height - MARGIN), foot, look)


def _cuts(form: PageFormat, wide: float, tall: float, look: Look) -> Iterator[Item]:
    colour = look.theme.line
    for column in range(1, COLUMNS):
        yield Line(((column * wide, 0), (column * wide, form.height)), colour, 0.15)
    for row in range(1, ROWS):
        yield Line(((0, row * tall), (form.width, row * tall)), colour, 0.15)
