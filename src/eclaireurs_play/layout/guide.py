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
    ticks,
    title,
)
from eclaireurs_play.layout.display import Circle, Item, Line, Page, Rect
from eclaireurs_play.layout.flow import (
    Paper,
    Strip,
    document,
    fresh,
    height,
    kept,
    spaced,
    together,
)
from eclaireurs_play.layout.glance import glance
from eclaireurs_play.layout.look import HEAVY, STRONG, Letter, Look, Style, label
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.rules import credits_of
from eclaireurs_play.layout.steps import (
    Step,
    ahead_words,
    clock,
    duration,
    steps,
    whole_words,
)

MARGIN_LINE = -11.0
"""Where the time line runs, from the left of the text, in mm."""


def guide(
    content: PrintContent, paper: Paper, summary: Paper, look: Look, *, torn: bool = True
) -> tuple[Page, ...]:
    """Draw the guide, then the whole session on one page, which can be torn out when `torn`."""
    found = steps(content.game.phases, content.titles)
    column = Column(paper.column.width, look)
    opening = _before(content, column, found)
    told = _told(found, column, paper.column.height)
    closing = _after(content, column, paper.column.height)
    strips = [*opening, *fresh(told), *closing]
    pages = document(strips, paper, look)
    return (*pages, glance(content, found, summary, look, torn=torn))


def _told(found: Sequence[Step], column: Column, room: float) -> list[Strip]:
    """Set the steps one after the other, the groups that one opens above it on the same page."""
    told: list[Strip] = []
    above: list[Strip] = []
    for step in found:
        told += _opened(above, _step(step, column, room), room) if not step.is_group else []
        above = [*above, *_group(step, column, room)] if step.is_group else []
    return told


def _opened(above: Sequence[Strip], strips: list[Strip], room: float) -> list[Strip]:
    """Put what opens a group above its first step, on a page of its own when it must."""
    first = next(place for place, strip in enumerate(strips) if not strip.keep) + 1
    whole = [*kept(above), *strips[:first]]
    return [*(kept(above) if height(whole) <= room else together(above)), *strips]


def _before(content: PrintContent, column: Column, found: Sequence[Step]) -> list[Strip]:
    """Set the first page: what to prepare, how to read the guide."""
    game, theme = content.game, column.look.theme
    intro = (
        f"{game.players.min} à {game.players.max} personnes, {whole_words(found)}. "
        f"{game.facilitator} anime et ne joue pas. {ahead_words(found)}"
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


def _group(step: Step, column: Column, room: float) -> list[Strip]:
    """Set what opens a group: its title, what to say of it, what goes wrong, how to shorten."""
    theme, phase = column.look.theme, step.phase
    size = Style(theme.sizes.cover.least, 1.2, theme.accent, HEAVY)
    said = spaced(_said(column, phase.say), 3) if phase.say else []
    return [*prose(column, phase.title, size, 14), *said, *_help(step, column, room)]


def _step(step: Step, column: Column, room: float) -> list[Strip]:
    """Set one step with its time in the margin: what people do, then, together, what helps."""
    heading = title(column, step.phase.title, column.look.theme.sizes.heading, 11)
    heading[0] = replace(heading[0], items=(*_when(step, column), *heading[0].items))
    told = _timed(_held([*_body(step, column)], room - height(heading)))
    helped = _timed(_held([*_help(step, column, room)], room))
    return [*heading, *told, *helped, *_pause(step, column)]


def _held(strips: list[Strip], room: float) -> list[Strip]:
    """Hold strips on one page if a page is tall enough."""
    whole = sum(strip.before + strip.height for strip in strips)
    return together(strips) if whole <= room else strips


def _pause(step: Step, column: Column) -> list[Strip]:
    """Set the pause that comes after a step, with its time in the margin."""
    if not step.phase.pause:
        return []
    theme, look = column.look.theme, column.look
    style = Style(theme.sizes.subheading.most, 1.25, theme.soft, STRONG)
    first, *rest = prose(column, f"Pause, {duration(step.phase.pause)}", style, 8)
    right = MARGIN_LINE - 4.5
    marks: list[Item] = [Circle(MARGIN_LINE, 2.5, 1.4, fill=theme.paper, stroke=theme.accent)]
    if step.start is not None:
        begins = clock(step.start + step.minutes * step.times)
        letter = Letter("semibold", 10, theme.soft)
        marks.append(label(begins, (right, 3.8), letter, look, align="right"))
    return [replace(first, items=(*marks, *first.items)), *rest]


def _when(step: Step, column: Column) -> Iterator[Item]:
    """Draw the moment and the duration in the margin, a dot on the time line."""
    look, theme = column.look, column.look.theme
    y = 5.2
    yield Line(((MARGIN_LINE, 3.4), (MARGIN_LINE, 7.3)), theme.faint, 0.6)
    yield Circle(MARGIN_LINE, 3.6, 1.7, fill=theme.accent)
    right = MARGIN_LINE - 4.5
    yield label(step.begins, (right, y), Letter("semibold", 13, theme.ink), look, align="right")
    if step.lasts:
        letter = Letter("regular", 8.5, theme.soft)
        yield label(step.lasts, (right, y + 4.8), letter, look, align="right")


def _timed(strips: Sequence[Strip]) -> Iterator[Strip]:
    """Carry the time line along the body of a step."""
    for strip in strips:
        rail = Rect(MARGIN_LINE - 0.3, -strip.before, 0.6, strip.height + strip.before, "#d9dcdf")
        yield replace(strip, items=(rail, *strip.items))


def _body(step: Step, column: Column) -> Iterator[Strip]:
    """Set what to say and what people do."""
    theme, phase = column.look.theme, step.phase
    if phase.say:
        yield from spaced(_said(column, phase.say), 3)
    if step.outline.does:
        style = Style(theme.sizes.text.most, 1.42, theme.ink, STRONG)
        yield from prose(column, step.outline.does, style, 4)
    if step.outline.points:
        yield from bullets(column, step.outline.points, column.style(theme.sizes.text), 1.8)


def _help(step: Step, column: Column, room: float) -> Iterator[Strip]:
    """Set what goes wrong, how to shorten, and whether the step may be skipped."""
    phase = step.phase
    if phase.stuck:
        yield from _stuck(column, phase.stuck, room)
    if phase.short:
        yield from _shorter(column, phase.short)
    if phase.locked:
        yield from small(column, "Cette étape ne se saute pas.", 2.5)


def _stuck(column: Column, text: str, room: float) -> Iterator[Strip]:
    """Set what goes wrong in one box, or in one for each paragraph when a page is too low."""
    frame = Frame(ground=column.look.theme.ground)
    whole = boxed(column, [*_stuck_title(column), *small_in_box(column, text)], frame, 4)
    if whole.height <= room:
        yield whole
        return
    for place, words in enumerate(filter(str.strip, text.split("\n"))):
        heading = [] if place else _stuck_title(column)
        yield boxed(column, [*heading, *small_in_box(column, words)], frame, 1 if place else 4)


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


def _after(content: PrintContent, column: Column, room: float) -> list[Strip]:
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
    return _held([*strips, *small(column, credits_of(game), 3)], room)
