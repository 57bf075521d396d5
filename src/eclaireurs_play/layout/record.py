"""Sheets to fill by hand: the record of a session, the template of a synthesis."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

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
from eclaireurs_play.layout.flow import Paper, Strip, document, fresh, height, spaced, together
from eclaireurs_play.layout.impact_map import impact_map
from eclaireurs_play.layout.look import HEAVY, STRONG, Look, Style
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.rules import credits_of
from eclaireurs_play.layout.seats import places
from eclaireurs_play.layout.signed import charter_rows
from eclaireurs_play.layout.steps import Step, steps
from eclaireurs_play.layout.typed import Example
from eclaireurs_play.model.outline import Blank
from eclaireurs_play.model.scenario import Scenario

LONG = 4
"""An answer of at least so many lines goes into the synthesis."""

MOST_MORE = 24
"""How many lines a phase may get besides its own, to fill a page."""


@dataclass(frozen=True)
class Sheet:
    """What a record is drawn from: a content, how many seats, the column, the page's height."""

    content: PrintContent
    seats: int
    column: Column
    room: float

    @property
    def scenario(self) -> Scenario | None:
        """Give the only scenario there is; with several, nothing is known in advance."""
        return self.content.scenarios[0] if len(self.content.scenarios) == 1 else None

    @property
    def places(self) -> tuple[str, ...]:
        """Give the codes of the seats when they are known."""
        return tuple(self.scenario.seats) if self.scenario else ()


Part = Callable[[int], list[Strip]]
"""Draws a part of a record, with so many more lines to write on."""


def record(content: PrintContent, seats: int, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Draw the record of a session: who was there, then every blank of every phase."""
    sheet = Sheet(content, seats, Column(paper.column.width, look), paper.column.height)
    return document([*_filled(_parts(sheet), sheet.room)], paper, look)


def _parts(sheet: Sheet) -> Iterator[Part]:
    """List what stays whole: who is there and the codes to type, then each phase."""
    opening = [*_opening(sheet.content, sheet.column, "Relevé de séance"), *_present(sheet)]
    yield lambda _more: opening
    codes = [*_codes(sheet.content, sheet.column)]
    if codes:
        yield lambda _more: codes
    for step in steps(sheet.content.game.phases, sheet.content.titles):
        if step.outline.blanks:
            yield partial(_part, step, sheet)


def _part(step: Step, sheet: Sheet, more: int) -> list[Strip]:
    """Draw one phase, its lines to type under it."""
    return [
        *_step_blanks(step, sheet, more),
        *_typed(step, Example(sheet.content, sheet.scenario), sheet.column),
    ]


def _filled(parts: Iterable[Part], room: float) -> Iterator[Strip]:
    """Share parts between pages, each whole if it can, then give each page's rest to its lines."""
    pages: list[list[Part]] = []
    here = room
    for part in parts:
        strips = part(0)
        tall = strips[0].before + height(strips)
        if here + tall > room or not pages:
            pages.append([])
            here = -strips[0].before
        pages[-1].append(part)
        here += tall
    for page in pages:
        yield from fresh(_grown(page, room))


def _grown(page: Sequence[Part], room: float) -> list[Strip]:
    """Draw the parts of a page with as many lines as it holds, the same number for each."""
    for more in range(MOST_MORE, 0, -1):
        parts = [part(more) for part in page]
        if height([strip for part in parts for strip in part]) <= room:
            return [strip for part in parts for strip in together(part)]
    parts = [part(0) for part in page]
    whole = height([strip for part in parts for strip in part]) <= room
    return [strip for part in parts for strip in (together(part) if whole else part)]


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


def _present(sheet: Sheet) -> list[Strip]:
    """Draw the table of the people present, with the codes used to type them, or of pseudonyms."""
    column = sheet.column
    heads = ("Place (code)", "Fiche", "Prénom ou initiale", "Parle au nom de")
    if sheet.content.game.anonymous:
        heads = ("Pseudonyme (code)", "Posture", "Jours de contribution", "Note, sans nom")
    rest = column.width - 40 - 76
    widths = (40.0, 76.0, rest / 2, rest / 2)
    known = [(place.name, place.title) for place in places(sheet.content)] if sheet.scenario else []
    return [
        *title(column, "Autour de la table", column.look.theme.sizes.subheading, 6),
        *grid(column, heads, max(sheet.seats, len(known)), widths, before=1.5, known=known),
    ]


def _step_blanks(step: Step, sheet: Sheet, more: int = 0) -> Iterator[Strip]:
    """Draw what paper keeps of one phase; `more` lines are shared between its blanks."""
    blanks = step.outline.blanks
    if not blanks:
        return
    theme = sheet.column.look.theme
    heading = f"{step.number}. {step.phase.title}"
    yield from title(sheet.column, heading, theme.sizes.subheading, 9)
    growing = [blank for blank in blanks if blank.columns or not blank.options]
    for blank in blanks:
        extra = more // len(growing) if blank in growing else 0
        yield from _blank(blank, sheet, extra)


def _blank(blank: Blank, sheet: Sheet, extra: int) -> list[Strip]:
    """Draw one blank; seats or terms that are known begin its rows."""
    terms = [one.terms for one in sheet.content.scenarios if one.terms]
    known: tuple[str, ...] = ()
    if blank.terms == "all" and not terms:
        blank = replace(blank, columns=())
    elif blank.terms == "all":
        known = tuple(one.title for one in terms[0].values()) if sheet.scenario else ()
        blank = replace(blank, rows=max(map(len, terms)))
    elif blank.charter != "none" and sheet.content.scenarios:
        named = [charter_rows(blank.charter, one, sheet.content) for one in sheet.content.scenarios]
        known = named[0] if sheet.scenario else ()
        blank = replace(blank, rows=max(map(len, named)))
    elif blank.columns[:1] == ("Place",) and not blank.rows:
        known = sheet.places
    rows = 0 if known else (blank.rows or sheet.seats * blank.each) + extra
    grown = replace(blank, rows=rows or len(known))
    return blank_strips(grown, sheet.content, sheet.column, sheet.seats, known=known)


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
    codes = {
        one.title: " · ".join(f"{name} = {_seat(content, name, one.id)}" for name in one.seats)
        for one in content.scenarios
        if len(content.scenarios) > 1
    }
    alike = len(set(codes.values())) == 1
    seats = [("Les places", next(iter(codes.values())))] if alike else [*codes.items()]
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
    sheet = Sheet(content, 0, Column(paper.column.width, look), paper.column.height)
    return document([*_filled(_written(sheet), sheet.room)], paper, look)


def _written(sheet: Sheet) -> Iterator[Part]:
    """List what stays whole in a synthesis; what is asked takes the lines that are left."""
    content, column = sheet.content, sheet.column
    opening = [*_opening(content, column, "Synthèse"), *_advice(column)]
    yield lambda _more: opening
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
    return [*_step_blanks(step, sheet)]


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
