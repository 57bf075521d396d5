"""Sheets to fill by hand: the record of a session, the template of a synthesis."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from eclaireurs_play.layout.blocks import (
    Column,
    Frame,
    boxed,
    bullets,
    choices,
    grid,
    prose,
    question,
    ruled,
    small,
    table,
    title,
)
from eclaireurs_play.layout.boards import axes
from eclaireurs_play.layout.display import Group, Page
from eclaireurs_play.layout.filling import blank_strips
from eclaireurs_play.layout.flow import Paper, Strip, document, spaced, together
from eclaireurs_play.layout.impact_map import impact_map
from eclaireurs_play.layout.look import HEAVY, STRONG, Look, Style
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.rules import credits_of
from eclaireurs_play.layout.steps import Step, steps
from eclaireurs_play.layout.typed import Example

LONG = 4
"""An answer of at least so many lines goes into the synthesis."""


def record(content: PrintContent, seats: int, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Draw the record of a session: who was there, then every blank of every phase."""
    column = Column(paper.column.width, look)
    strips = [*_opening(content, column, "Relevé de séance"), *_present(column, seats)]
    example = Example(content, content.scenarios[0] if len(content.scenarios) == 1 else None)
    for step in steps(content.game.phases, content.titles):
        strips += _step_blanks(step, content, column, seats)
        strips += _typed(step, example, column)
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
        yield from blank_strips(blank, content, column, seats)


def _typed(step: Step, example: Example, column: Column) -> list[Strip]:
    """Say in small what is typed of a phase afterwards."""
    lines = example.lines(step.outline)[:2]
    if not lines or not step.outline.blanks:
        return []
    words = "Pour la saisie : " + " ; ".join(lines)
    return prose(column, words, Style(7, 1.3, column.look.theme.soft), 1.5)


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
    card = content.cards[0].id if content.cards else ""
    seat = next((name for one in content.scenarios for name in one.seats), "groupe")
    words = (
        "Tapez le code de la carte, celui de la place, puis ce qui a été dit : "
        f"« {card} {seat}: ce qui a été dit »."
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
