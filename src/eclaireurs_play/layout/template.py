"""The template of a synthesis, to fill by hand: situation, parties, map, long answers."""

from collections.abc import Iterator
from functools import partial

from eclaireurs_play.layout.blocks import Column, Frame, boxed, bullets, question, small, title
from eclaireurs_play.layout.boards import axes
from eclaireurs_play.layout.display import Page
from eclaireurs_play.layout.flow import Paper, Strip, document, spaced, together
from eclaireurs_play.layout.impact_map import impact_map
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.record import Sheet, opening, step_blanks
from eclaireurs_play.layout.rules import credits_of
from eclaireurs_play.layout.steps import Step, steps
from eclaireurs_play.layout.stretching import Part, filled

LONG = 4
"""An answer of at least so many lines goes into the synthesis."""


def synthesis(content: PrintContent, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Draw the template of a synthesis: situation, parties, map, long answers, recipients."""
    sheet = Sheet(content, 0, Column(paper.column.width, look), paper.column.height)
    return document([*filled(_written(sheet), sheet.room)], paper, look)


def _written(sheet: Sheet) -> Iterator[Part]:
    """List what stays whole in a synthesis; what is asked takes the lines that are left."""
    content, column = sheet.content, sheet.column
    head = [*opening(content, column, "Synthèse"), *_advice(column)]
    yield lambda _more: head
    for words, lines in (
        ("La situation, en quelques lignes que chaque partie accepte", 6),
        ("Qui était autour de la table, qui n'y était pas", 4),
        ("Ce qui a été dit, thème par thème", 8),
    ):
        yield partial(_asked, words, lines, column)
    drawn = _empty_map(content, column)
    if drawn:
        yield lambda _more: drawn
    for step in steps(content.game.phases, content.titles):
        if any(blank.rows >= LONG for blank in step.outline.blanks):
            yield partial(_answered, step, sheet)
    yield partial(_ending, sheet)


def _answered(step: Step, sheet: Sheet, _more: int) -> list[Strip]:
    return [*step_blanks(step, sheet)]


def _asked(words: str, lines: int, column: Column, more: int) -> list[Strip]:
    return question(column, words, lines + more, 7)


def _ending(sheet: Sheet, more: int) -> list[Strip]:
    """Ask what did not go as foreseen, then say where the game comes from."""
    asked = _asked("Écarts, absences, ce qui n'a pas pu être joué", 3, sheet.column, more)
    return [*asked, *small(sheet.column, credits_of(sheet.content.game), 6)]


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
