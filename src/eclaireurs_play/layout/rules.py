"""The rules of a game in two pages, one sheet: what it is, then how it goes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.blocks import GUTTER, Column, Frame, boxed, bullets, prose, title
from eclaireurs_play.layout.display import Box, Group, Item, Page
from eclaireurs_play.layout.flow import Paper, Strip, furniture, height, spaced, stacked
from eclaireurs_play.layout.look import (
    STRONG,
    Letter,
    Look,
    Style,
    label,
)
from eclaireurs_play.layout.presenting import what_it_is
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.steps import Step, duration, steps
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.print import Size


def rules(content: PrintContent, paper: Paper, look: Look) -> tuple[Page, Page]:
    """Draw the two pages of the rules."""
    return (
        _page(what_it_is(content, paper.column, look), paper, 1, look),
        _page(_second(content, paper.column, look), paper, 2, look),
    )


def _page(items: Sequence[Item], paper: Paper, number: int, look: Look) -> Page:
    drawn = (*items, *furniture(paper, number, 2, look))
    return Page(paper.form.width, paper.form.height, drawn, paper.head)


def _second(content: PrintContent, area: Box, look: Look) -> list[Item]:
    """Say how it goes, at the largest size that keeps everything on one page."""
    sizes = look.theme.sizes
    size = Size(most=sizes.text.most, least=sizes.small.least, leading=1.36)
    tries = [size.most - 0.25 * step for step in range(int((size.most - size.least) / 0.25) + 1)]
    heading = title(Column(area.width, look), "Comment ça se passe", sizes.heading)
    top = height(heading) + 6
    below = Box(area.x, area.y + top, area.width, area.height - top)
    for points in tries:
        left, right, both = _course(content, below, points, look)
        room = below.height - height(both) - 8
        if max(height(left), height(right)) <= room:
            return [*stacked(heading, area), *_two_columns(left, right, both, below)]
    raise LayoutError(f"les règles de « {content.game.id} » ne tiennent pas en deux pages")


def _course(
    content: PrintContent, area: Box, points: float, look: Look
) -> tuple[list[Strip], list[Strip], list[Strip]]:
    """Set the steps in two columns of about the same height, and what goes across both."""
    half = Column((area.width - GUTTER) / 2, look)
    told = [step_strips(step, half, points) for step in steps(content.game.phases, content.titles)]
    whole = sum(height(one) + 4 for one in told)
    left: list[Strip] = []
    while told and height(left) + height(told[0]) / 2 < whole / 2:
        left += spaced(told.pop(0), 4 if left else 0)
    right = [strip for one in told for strip in spaced(one, 4)]
    return left, right, list(_closing(content, Column(area.width, look), points))


def step_strips(step: Step, column: Column, points: float) -> list[Strip]:
    """Set a step: its number, title and minutes, then what people do."""
    look, theme = column.look, column.look.theme
    style = Style(points, 1.36, theme.ink, spacing=0.25)
    if step.is_group:
        heard = "" if step.start is not None else ", d'autres jours"
        return title(column, step.phase.title + heard, theme.sizes.subheading)
    inner = column.narrowed(9)
    heading = Style(points + 1, 1.25, theme.ink, STRONG)
    lines = prose(inner.narrowed(16), step.phase.title, heading)
    base = (heading.line_height + look.fonts.cap_height("semibold", heading.size)) / 2
    number = label(f"{step.number}", (0, base), Letter("bold", points + 1, theme.accent), look)
    when = label(
        step.lasts, (column.width, base), Letter("regular", 8, theme.soft), look, align="right"
    )
    first = replace(lines[0], items=(number, when, Group(lines[0].items, 9, 0)), keep=True)
    rest = [replace(strip, items=(Group(strip.items, 9, 0),)) for strip in lines[1:]]
    does = prose(inner, step.outline.does, style, 0.6) if step.outline.does else []
    rests = Style(points, 1.36, theme.soft, STRONG)
    pause = f"Pause, {duration(step.phase.pause)}" if step.phase.pause else ""
    told = [*does, *(prose(inner, pause, rests, 2.4) if pause else ())]
    return [first, *rest, *(replace(one, items=(Group(one.items, 9, 0),)) for one in told)]


def _closing(content: PrintContent, column: Column, points: float) -> Iterator[Strip]:
    """Set what stays possible, when to stop, and where the game comes from."""
    theme = column.look.theme
    style = Style(points, 1.36, theme.ink, spacing=0.25)
    frame = Frame(ground=theme.ground, inside=5)
    inner = column.narrowed(2 * frame.inside)
    possible = always(content)
    strips = [
        *title(inner, "À tout moment", theme.sizes.subheading),
        *bullets(inner, possible, style, 1),
    ]
    if content.game.stop:
        strips += title(inner, "On s'arrête", theme.sizes.subheading, 4)
        strips += prose(inner, content.game.stop, style, 1)
    yield boxed(column, strips, frame, 6)
    yield from prose(column, credits_of(content.game), Style(theme.sizes.note, 1.3, theme.soft), 3)


def credits_of(game: Game) -> str:
    """Say where a game comes from and under which licence it is."""
    attribution = game.attribution[:1].upper() + game.attribution[1:]
    return f"Source : {game.source}. {attribution}. Licence {game.license}."


def always(content: PrintContent) -> list[str]:
    """Say what stays possible throughout."""
    anytime = content.game.anytime
    found = []
    if anytime.lookup:
        names = ", ".join(f"« {content.titles(one)} »" for one in anytime.lookup.families)
        found.append(f"Consulter les cartes {names} : elles restent faces visibles.")
    if anytime.note:
        found.append("Faire noter une phrase, et dire qui pourra la lire.")
    if anytime.pause:
        found.append("Demander une pause, sans donner de raison.")
    return found


def _two_columns(
    left: Sequence[Strip], right: Sequence[Strip], both: Sequence[Strip], area: Box
) -> list[Item]:
    across = area.x + (area.width + GUTTER) / 2
    items = stacked(left, area)
    items += stacked(right, replace(area, x=across))
    here = area.y + area.height - height(both)
    return [*items, *stacked(both, replace(area, y=here))]
