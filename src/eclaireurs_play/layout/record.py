"""The record of a session, to fill by hand: who was there, what every phase leaves blank."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from eclaireurs_play.layout.blocks import (
    Column,
    choices,
    grid,
    prose,
    ruled,
    small,
    table,
    title,
)
from eclaireurs_play.layout.display import Group, Page
from eclaireurs_play.layout.filling import blank_strips
from eclaireurs_play.layout.flow import Paper, Strip, document
from eclaireurs_play.layout.look import HEAVY, STRONG, Look, Style
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.seats import places
from eclaireurs_play.layout.signed import charter_rows
from eclaireurs_play.layout.steps import Step, steps
from eclaireurs_play.layout.stretching import Part, filled
from eclaireurs_play.layout.typed import Example
from eclaireurs_play.model.outline import Blank
from eclaireurs_play.model.scenario import Scenario


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


def record(content: PrintContent, seats: int, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Draw the record of a session: who was there, then every blank of every phase."""
    sheet = Sheet(content, seats, Column(paper.column.width, look), paper.column.height)
    return document([*filled(_parts(sheet), sheet.room)], paper, look)


def _parts(sheet: Sheet) -> Iterator[Part]:
    """List what stays whole: who is there and the codes to type, then each phase."""
    head = [*opening(sheet.content, sheet.column, "Relevé de séance"), *_present(sheet)]
    yield lambda _more: head
    codes = [*_codes(sheet.content, sheet.column)]
    yield lambda _more: codes
    for step in steps(sheet.content.game.phases, sheet.content.titles):
        if step.outline.blanks:
            yield partial(_part, step, sheet)


def _part(step: Step, sheet: Sheet, more: int) -> list[Strip]:
    """Draw one phase, its lines to type under it."""
    return [
        *step_blanks(step, sheet, more),
        *_typed(step, Example(sheet.content, sheet.scenario), sheet.column),
    ]


def opening(content: PrintContent, column: Column, what: str) -> list[Strip]:
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
    """Draw the table of the people present, with the codes used to type them, or of pseudonyms.

    Which pseudonyms came out of the hat, nobody knows yet: their rows stay blank.
    """
    column = sheet.column
    heads = ("Place (code)", "Fiche", "Prénom ou initiale", "Parle au nom de")
    if sheet.content.game.anonymous:
        heads = ("Pseudonyme (code)", "Posture", "Jours de contribution", "Note, sans nom")
    rest = column.width - 40 - 76
    widths = (40.0, 76.0, rest / 2, rest / 2)
    seated = [place for place in places(sheet.content) if place.scenario == sheet.scenario]
    known = [(place.name, place.title) for place in seated] if sheet.scenario else []
    return [
        *title(column, "Autour de la table", column.look.theme.sizes.subheading, 6),
        *grid(column, heads, max(sheet.seats, len(known)), widths, before=1.5, known=known),
    ]


def step_blanks(step: Step, sheet: Sheet, more: int = 0) -> Iterator[Strip]:
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
    """Say how lines are typed afterwards, then name codes: seats, ratings and their options."""
    theme = column.look.theme
    rated = {
        name: (field.title or name, field.one_of or field.many_of or {})
        for name, field in content.game.ratings.items()
        if field.one_of or field.many_of
    }
    ratings = [(f"{words} : {name}=", _options(known)) for name, (words, known) in rated.items()]
    codes = {
        one.title: " · ".join(f"{name} = {_seat(content, name, one.id)}" for name in one.seats)
        for one in content.scenarios
        if len(content.scenarios) > 1
    }
    alike = len(set(codes.values())) == 1
    seats = [("Les places", next(iter(codes.values())))] if alike else [*codes.items()]
    yield from title(column, "Pour la saisie", theme.sizes.subheading, 9)
    seat = next((name for one in content.scenarios for name in one.seats), "groupe")
    rating = " ".join(f"{name}={next(iter(known))}" for name, (_words, known) in rated.items())
    for words in _how_to_type(content, seat, rating):
        yield from small(column, words)
    if not ratings and not seats:
        return
    widths = (52.0, column.width - 52)
    yield from table(column, ("Quoi", "Codes"), [*ratings, *seats], widths)


def _how_to_type(content: PrintContent, seat: str, rating: str) -> Iterator[str]:
    """Say what a line begins with, and the two words that every phase may need."""
    said = f"{seat}: ce qui a été dit"
    if content.cards:
        told = f"{content.cards[0].id} {said}{f' {{{rating}}}' if rating else ''}"
        yield f"Tapez le code de la carte, celui de la place, puis ce qui a été dit : « {told} »."
    else:
        yield f"Tapez le code de la place, puis ce qui a été dit : « {said} »."
    yield (
        f"« {seat} passe » pour qui n'a rien à ajouter ni à objecter ; « clôt » quand l'étape est "
        "finie."
    )


def _options(options: Mapping[str, str]) -> str:
    return " · ".join(f"{name} = {words}" for name, words in options.items())


def _seat(content: PrintContent, name: str, scenario: str) -> str:
    """Give the title of a seat of a scenario."""
    found = next(one for one in content.scenarios if one.id == scenario).seats[name]
    roles = {role.id: role.title for role in content.roles.roles}
    return found.title or roles.get(found.role, name)
