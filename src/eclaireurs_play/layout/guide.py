"""The facilitator's guide: minute by minute, what to say, what goes wrong, what to shorten."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eclaireurs_play.layout.blocks import (
    Column,
    Frame,
    barred,
    boxed,
    bullets,
    paragraph,
    prose,
    small,
    table,
    ticks,
    title,
)
from eclaireurs_play.layout.display import Box, Circle, Item, Line, Page, Rect
from eclaireurs_play.layout.flow import (
    Paper,
    Strip,
    document,
    fresh,
    furniture,
    spaced,
    stacked,
    together,
)
from eclaireurs_play.layout.look import HEAVY, STRONG, Letter, Look, Style, label
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.rules import credits_of
from eclaireurs_play.layout.steps import Step, clock, duration, steps

MARGIN_LINE = -11.0
"""Where the time line runs, from the left of the text, in mm."""


def guide(content: PrintContent, paper: Paper, summary: Paper, look: Look) -> tuple[Page, ...]:
    """Draw the guide, then the page that can be torn out."""
    found = steps(content.game.phases, content.titles)
    column = Column(paper.column.width, look)
    opening = _before(content, column, found)
    told = [strip for step in found for strip in _step(step, column)]
    closing = _after(content, column)
    strips = [*opening, *fresh(told), *closing]
    pages = document(strips, paper, look)
    return (*pages, _summary(content, found, summary, look))


def _before(content: PrintContent, column: Column, found: Sequence[Step]) -> list[Strip]:
    """Set the first page: what to prepare, how to read the guide."""
    game, theme = content.game, column.look.theme
    total = sum(step.minutes for step in found if not step.is_group)
    intro = (
        f"{game.players.min} à {game.players.max} personnes, {duration(total)} de jeu. "
        f"{game.facilitator} tient le cadre et ne joue pas."
    )
    return [
        *prose(column, game.title, Style(theme.sizes.cover.most, 1.1, theme.ink, HEAVY)),
        *prose(column, "Guide d'animation", Style(15, 1.3, theme.accent, STRONG), 1),
        *prose(column, intro, Style(12, 1.4, theme.ink), 5),
        *paragraph(column, game.intent, 4),
        *title(column, "À préparer la veille", theme.sizes.heading, 9),
        *ticks(column, game.material, column.style(theme.sizes.text), 3),
        *title(column, "Comment lire ce guide", theme.sizes.heading, 9),
        *_how_to_read(column),
    ]


def _how_to_read(column: Column) -> Iterator[Strip]:
    theme = column.look.theme
    yield from spaced(
        _said(column, "Ce qui est écrit ainsi se dit à voix haute, avec vos mots."), 3
    )
    inner = [
        *_stuck_title(column),
        *small_in_box(column, "Ce qui se grippe souvent, et comment repartir."),
    ]
    yield boxed(column, inner, Frame(ground=theme.ground), 3)
    words = "La ligne du temps, dans la marge, donne le moment où l'étape commence et sa durée."
    yield from small(column, words, 3)


def small_in_box(column: Column, text: str) -> list[Strip]:
    """Set advice inside a box."""
    theme = column.look.theme
    style = Style(theme.sizes.small.most + 0.5, 1.4, theme.ink, spacing=0.45)
    return prose(column.narrowed(8), text, style, 0.8)


def _stuck_title(column: Column) -> list[Strip]:
    theme = column.look.theme
    style = Style(theme.sizes.small.most + 0.5, 1.3, theme.accent, STRONG)
    return prose(column.narrowed(8), "Si ça coince", style)


def _step(step: Step, column: Column) -> list[Strip]:
    """Set one step with its time in the margin."""
    theme = column.look.theme
    if step.is_group:
        return title(column, step.phase.title, theme.sizes.heading, 12)
    heading = title(column, step.phase.title, theme.sizes.heading, 11)
    heading[0] = replace(heading[0], items=(*_when(step, column), *heading[0].items))
    return [*heading, *_timed([*_body(step, column)])]


def _when(step: Step, column: Column) -> Iterator[Item]:
    """Draw the moment and the duration in the margin, a dot on the time line."""
    look, theme = column.look, column.look.theme
    y = 5.2
    yield Line(((MARGIN_LINE, 3.4), (MARGIN_LINE, 7.3)), theme.faint, 0.6)
    yield Circle(MARGIN_LINE, 3.6, 1.7, fill=theme.accent)
    right = MARGIN_LINE - 4.5
    yield label(
        clock(step.start), (right, y), Letter("semibold", 13, theme.ink), look, align="right"
    )
    if step.minutes:
        lasts = duration(step.minutes)
        yield label(
            lasts, (right, y + 4.8), Letter("regular", 8.5, theme.soft), look, align="right"
        )


def _timed(strips: Sequence[Strip]) -> Iterator[Strip]:
    """Carry the time line along the body of a step."""
    for strip in strips:
        rail = Rect(MARGIN_LINE - 0.3, -strip.before, 0.6, strip.height + strip.before, "#d9dcdf")
        yield replace(strip, items=(rail, *strip.items))


def _body(step: Step, column: Column) -> Iterator[Strip]:
    """Set what to say, what people do, what goes wrong, how to shorten."""
    theme, phase = column.look.theme, step.phase
    if phase.say:
        yield from spaced(_said(column, phase.say), 3)
    if step.outline.does:
        style = Style(theme.sizes.text.most, 1.42, theme.ink, STRONG)
        yield from prose(column, step.outline.does, style, 4)
    if step.outline.points:
        yield from bullets(column, step.outline.points, column.style(theme.sizes.text), 1.8)
    if phase.stuck:
        inner = [*_stuck_title(column), *small_in_box(column, phase.stuck)]
        yield boxed(column, inner, Frame(ground=theme.ground), 4)
    if phase.short:
        yield from _shorter(column, phase.short)
    if phase.locked:
        yield from small(column, "Cette étape ne se saute pas.", 2.5)


def _shorter(column: Column, text: str) -> list[Strip]:
    theme = column.look.theme
    heading = prose(
        column,
        "S'il faut raccourcir",
        Style(theme.sizes.small.most + 0.5, 1.3, theme.ink, STRONG),
        4,
    )
    body = prose(column, text, Style(theme.sizes.small.most + 0.5, 1.4, theme.soft), 0.6)
    return [replace(heading[0], keep=True), *body]


def _said(column: Column, text: str) -> list[Strip]:
    """Set words to say: larger, with a bar on the left."""
    theme = column.look.theme
    style = Style(11.2, 1.45, theme.ink, spacing=0.4)
    return barred(together(prose(column.narrowed(6), text, style)), theme.accent, 6)


def _after(content: PrintContent, column: Column) -> list[Strip]:
    """Set when to stop, and where the game comes from."""
    theme, game = column.look.theme, content.game
    strips: list[Strip] = []
    if game.stop:
        inner = [
            *title(column.narrowed(8), "Quand arrêter le jeu", theme.sizes.subheading),
            *small_in_box(column, game.stop),
        ]
        strips.append(boxed(column, inner, Frame(edge=theme.accent), 10))
    if game.origin_note:
        strips += title(
            column, "Ce qui vient de la source, ce qui est de nous", theme.sizes.subheading, 8
        )
        strips += small(column, game.origin_note, 1.5)
    return [*strips, *small(column, credits_of(game), 3)]


def _summary(content: PrintContent, found: Sequence[Step], paper: Paper, look: Look) -> Page:
    """Draw the whole session on one page that can be torn out."""
    area, theme = paper.column, look.theme
    column = Column(area.width, look)
    rows = [
        (
            clock(step.start),
            duration(step.minutes) if step.minutes else "",
            step.phase.title,
            step.outline.does,
        )
        for step in found
        if not step.is_group
    ]
    end = sum(step.minutes for step in found if not step.is_group)
    rows.append((clock(end), "", "Fin", ""))
    widths = (15.0, 15.0, 48.0, area.width - 78)
    strips = [
        *title(column, "Toute la séance sur une page", theme.sizes.heading),
        *small(column, f"{content.game.title} · à détacher et à garder sous la main"),
        *table(
            column,
            ("À", "Durée", "Étape", "Ce que l'on fait"),
            rows,
            widths,
            size=look.theme.sizes.text,
            before=5,
        ),
    ]
    items = (*_tear(area, look), *stacked(strips, area), *furniture(paper, 1, 1, look))
    return Page(paper.form.width, paper.form.height, items, paper.head)


def _tear(area: Box, look: Look) -> Iterator[Item]:
    """Draw where to tear: a dashed line along the binding."""
    x = area.x / 2
    yield Line(((x, area.y), (x, area.y + area.height)), look.theme.line, 0.25, (2, 2))
