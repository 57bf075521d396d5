"""Sheets to fill by hand: the session record, the game's forms, the template of a synthesis."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil

from eclaireurs_play.layout.blocks import (
    Column,
    Frame,
    boxed,
    bullets,
    choices,
    grid,
    paragraph,
    prose,
    question,
    ruled,
    small,
    table,
    ticks,
    title,
)
from eclaireurs_play.layout.boards import axes
from eclaireurs_play.layout.display import Group, Page
from eclaireurs_play.layout.flow import Paper, Strip, document, fresh, spaced, together
from eclaireurs_play.layout.impact_map import impact_map
from eclaireurs_play.layout.look import HEAVY, STRONG, Look, Style
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.rules import credits_of
from eclaireurs_play.layout.steps import Step, steps
from eclaireurs_play.model.fields import Field, Form
from eclaireurs_play.model.outline import Blank

LETTERS_A_LINE = 75
"""About how many letters a hand writes on a line of a form."""

LONG = 4
"""An answer of at least so many lines goes into the synthesis."""

NARROW, WORD, RATED = 12.0, 22.0, 19.0
"""Widths of table columns in mm: a figure, a short word, a rating."""


def record(content: PrintContent, seats: int, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Draw the record of a session: who was there, then every blank of every phase."""
    column = Column(paper.column.width, look)
    strips = [*_opening(content, column, "Relevé de séance"), *_present(column, seats)]
    for step in steps(content.game.phases, content.titles):
        strips += _step_blanks(step, content, column, seats)
    strips += _codes(content, column)
    return document(strips, paper, look)


def _opening(content: PrintContent, column: Column, what: str) -> list[Strip]:
    """Set the head of a sheet: what it is, and lines for when, where and who."""
    theme = column.look.theme
    third = column.narrowed(column.width * 2 / 3 + 4)
    names = ("Date et heure", "Lieu", "Qui anime, qui note")
    parts = [[*small(third, name, 0), *ruled(third, 1)] for name in names]
    return [
        *prose(column, content.game.title, Style(9, 1.3, theme.accent, STRONG)),
        *prose(column, what, Style(theme.sizes.cover.least, 1.2, theme.ink, HEAVY), 0.5),
        _side_by_side(parts, third.width + 6, 5),
        *_situations(content, column),
    ]


def _situations(content: PrintContent, column: Column) -> list[Strip]:
    """Let tick which situation was played, when there are several."""
    titles = [one.title for one in content.scenarios]
    return choices(column, titles, 6) if len(titles) > 1 else []


def _side_by_side(parts: Sequence[Sequence[Strip]], pitch: float, before: float) -> Strip:
    """Put short stacks side by side in one strip."""
    items = []
    tallest = 0.0
    for place, strips in enumerate(parts):
        here = 0.0
        for strip in strips:
            items.append(Group(strip.items, place * pitch, here))
            here += strip.height
        tallest = max(tallest, here)
    return Strip(tallest, tuple(items), before)


def _present(column: Column, seats: int) -> list[Strip]:
    """Draw the table of the people present, with the codes used to type them."""
    heads = ("Place (code)", "Fiche", "Prénom ou initiale", "Parle au nom de")
    rest = column.width - 40 - 60
    widths = (40.0, 60.0, rest / 2, rest / 2)
    return [
        *title(column, "Autour de la table", column.look.theme.sizes.subheading, 6),
        *grid(column, heads, seats, widths, 1.5),
    ]


def _step_blanks(step: Step, content: PrintContent, column: Column, seats: int) -> Iterator[Strip]:
    """Draw what paper keeps of one phase."""
    blanks = step.outline.blanks
    if not blanks:
        return
    theme = column.look.theme
    heading = f"{step.number}. {step.phase.title}"
    yield from title(column, heading, theme.sizes.subheading, 9)
    for blank in blanks:
        yield from _blank(blank, content, column, seats)


def _blank(blank: Blank, content: PrintContent, column: Column, seats: int) -> list[Strip]:
    """Draw a table, boxes to tick, or lines."""
    theme = column.look.theme
    if blank.columns:
        widths = _widths(blank.columns, content, column.width)
        heading = small(column, blank.label) if blank.label else []
        rows = grid(column, blank.columns, blank.rows or seats, widths)
        return together([*heading, *rows])
    if blank.options:
        style = column.style(theme.sizes.small)
        heading = prose(column, blank.label, replace(style, voice=STRONG), 3)
        return together([*heading, *ticks(column, blank.options, style, 2)])
    return question(column, blank.label, blank.rows or seats, 3)


def _widths(heads: Sequence[str], content: PrintContent, width: float) -> list[float]:
    """Share a table's width: ratings and short words narrow, the rest to what people say."""
    rated = {field.title for field in content.game.ratings.values()}
    widths = [_narrow(head, head in rated) for head in heads]
    free = [place for place, wide in enumerate(widths) if wide is None]
    if not free:
        free = [0]
    taken = sum(wide or 0 for place, wide in enumerate(widths) if place not in free)
    share = (width - taken) / len(free)
    return [share if place in free else wide or share for place, wide in enumerate(widths)]


def _narrow(head: str, rated: bool) -> float | None:  # noqa: FBT001 - a fact about the head
    if rated:
        return RATED
    if len(head) <= 2:  # noqa: PLR2004 - a figure with its sign
        return NARROW
    return WORD if len(head) <= 5 else None  # noqa: PLR2004 - a short word


def _codes(content: PrintContent, column: Column) -> Iterator[Strip]:
    """Name the codes to type afterwards: seats, and the options of ratings."""
    theme = column.look.theme
    ratings = [
        (field.title or name, _options(field.one_of or field.many_of or {}))
        for name, field in content.game.ratings.items()
        if field.one_of or field.many_of
    ]
    seats = [
        (one.title, " · ".join(f"{name} = {_seat(content, name, one.id)}" for name in one.seats))
        for one in content.scenarios
    ]
    if not ratings and not seats:
        return
    yield from title(column, "Pour la saisie", theme.sizes.subheading, 9)
    words = (
        "Tapez le code de la carte, celui de la place, puis ce qui a été dit : "
        "« EF-07 habitants: l'eau descendra chez nous »."
    )
    yield from small(column, words)
    widths = (52.0, column.width - 52)
    yield from table(column, ("Quoi", "Codes"), [*ratings, *seats], widths)


def _options(options: Mapping[str, str]) -> str:
    return " · ".join(f"{name} = {words}" for name, words in options.items())


def _seat(content: PrintContent, name: str, scenario: str) -> str:
    """Give the title of a seat of a scenario."""
    found = next(one for one in content.scenarios if one.id == scenario).seats[name]
    roles = {role.id: role.title for role in content.roles.roles}
    return found.title or roles.get(found.role, name)


def forms(content: PrintContent, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Draw each form of the game, starting on a page of its own."""
    column = Column(paper.column.width, look)
    strips: list[Strip] = []
    for form in content.game.forms.values():
        strips += fresh(_form(form, content, column))
    return document(strips, paper, look) if strips else ()


def _form(form: Form, content: PrintContent, column: Column) -> list[Strip]:
    theme = column.look.theme
    strips = [
        *prose(column, content.game.title, Style(9, 1.3, theme.accent, STRONG)),
        *prose(column, form.title, Style(theme.sizes.cover.least, 1.2, theme.ink, HEAVY), 0.5),
    ]
    if form.intro:
        strips += paragraph(column, form.intro, 3)
    for name, field in form.fields.items():
        strips += _field(name, field, column)
    return strips


def _field(name: str, field: Field, column: Column) -> list[Strip]:
    """Draw the place for one answer, as its kind wants."""
    theme = column.look.theme
    style = replace(column.style(theme.sizes.text), voice=STRONG)
    strips = prose(column, field.title or name, style, 5)
    if field.help:
        strips += small(column, field.help, 0.4)
    options = field.one_of or field.many_of
    if options:
        strips += choices(column, tuple(options.values()), 2)
    elif field.number is not None:
        strips += ruled(column.narrowed(column.width - 40), 1)
        strips += small(column, field.number, 0.5) if field.number else []
    else:
        strips += ruled(column, max(1, ceil((field.text or 1) / LETTERS_A_LINE)))
    return together(strips)


def synthesis(content: PrintContent, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Draw the template of a synthesis: situation, parties, map, long answers, recipients."""
    column = Column(paper.column.width, look)
    strips = [
        *_opening(content, column, "Synthèse"),
        *_advice(column),
        *question(column, "La situation, en quelques lignes que chaque partie accepte", 6, 7),
        *question(column, "Qui était autour de la table, qui n'y était pas", 4, 7),
        *question(column, "Ce qui a été dit, thème par thème", 9, 7),
        *_empty_map(content, column),
    ]
    for step in steps(content.game.phases, content.titles):
        if any(blank.rows >= LONG for blank in step.outline.blanks):
            strips += _step_blanks(replace(step), content, column, 0)
    strips += question(column, "Écarts, absences, ce qui n'a pas pu être joué", 3, 7)
    strips += small(column, credits_of(content.game), 6)
    return document(strips, paper, look)


def _advice(column: Column) -> list[Strip]:
    theme = column.look.theme
    points = (
        "Écrivez ce qui a été dit, pas qui a raison ; gardez les mots des personnes.",
        "Un désaccord se raconte avec ses deux versions, côte à côte.",
        "Relisez à voix haute avant d'envoyer ; chaque personne corrige ses propres mots.",
    )
    inner = bullets(column.narrowed(8), points, column.style(theme.sizes.small), 0)
    return [boxed(column, inner, Frame(ground=theme.ground), 6)]


def _empty_map(content: PrintContent, column: Column) -> list[Strip]:
    """Draw the map of effects, empty, to copy the board."""
    if content.game.map is None:
        return []
    found = axes(content.game)
    drawn = impact_map(
        "", found.rows, found.columns, (), column.look, legend=found.legend, width=column.width
    )
    heading = title(column, "La carte des effets", column.look.theme.sizes.subheading, 8)
    return together([*heading, *spaced([Strip(drawn.height, drawn.items)], 1)])
