"""Forms to fill by hand during a phase, with what to type afterwards; any kind of phase has one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.blocks import Column, Frame, boxed, paragraph, prose, small
from eclaireurs_play.layout.display import Page
from eclaireurs_play.layout.filling import blank_strips, field_strips, shared
from eclaireurs_play.layout.flow import Paper, Strip, document, furniture, height, stacked, together
from eclaireurs_play.layout.grids import grid_strip
from eclaireurs_play.layout.look import HEAVY, STRONG, Look, Style
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.seats import hidden_roles
from eclaireurs_play.layout.signed import charter_rows
from eclaireurs_play.layout.steps import Step, steps
from eclaireurs_play.layout.termed import term_strips
from eclaireurs_play.layout.typed import Example
from eclaireurs_play.model.outline import PLACE, Blank
from eclaireurs_play.model.scenario import Scenario

SHARES = (2.0, 1.8, 1.6, 1.4, 1.2, 1.0, 0.85, 0.7, 0.55, 0.4)
"""How many lines are tried, against what phases and forms ask, so that a form fills its page."""

ABOVE_TYPED = 4.0
NARROW, NARROW_TITLE = 100.0, 15.0
"""On a column no wider, in mm, titles are so many points."""

SIGNED = "Pseudonyme"

TYPED_SHOWN = 3
"""How many lines to type a form shows."""


@dataclass(frozen=True)
class Handout:
    """A form: a phase, what it is drawn from, and the scenario it is for if that matters."""

    step: Step
    scenario: Scenario | None
    content: PrintContent
    seats: int

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """Give what one person fills, or else what the record keeps."""
        return self.step.outline.slip or self.step.outline.blanks

    @property
    def signed(self) -> bool:
        """Tell whether a pseudonym signs the form of the game."""
        who = self.step.phase.who if self.step.outline.form else ()
        return isinstance(who, tuple) and bool(hidden_roles(self.content).intersection(who))

    @property
    def example(self) -> Example:
        """Give what fills the lines to type."""
        only = self.content.scenarios[0] if len(self.content.scenarios) == 1 else None
        return Example(self.content, self.scenario or only)


def handouts(
    names: Sequence[str], content: PrintContent, seats: int, paper: Paper, look: Look
) -> Iterator[Page]:
    """Draw the forms of the named phases, in the order of the game."""
    for step in named(names, content):
        for scenario in _versions(step, content):
            yield from _pages(Handout(step, scenario, content, seats), paper, look)


def _pages(form: Handout, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Fill one page with a form, with as many lines as there is room; more pages if it must."""
    area, column = paper.column, Column(paper.column.width, look)
    typed = typed_strips(form.step, form.example, column)
    room = area.height - height(typed) - ABOVE_TYPED
    for share in SHARES:
        strips = _form(form, column, share)
        if height(strips) <= room:
            foot = replace(area, y=area.y + area.height - height(typed))
            items = (*stacked(strips, area), *stacked(typed, foot), *furniture(paper, 1, 1, look))
            return (Page(paper.form.width, paper.form.height, items, paper.head),)
    return document([*_form(form, column, 1), *typed], paper, look)


def named(names: Sequence[str], content: PrintContent) -> list[Step]:
    """Find phases by their names, in the order of the game."""
    found = [step for step in steps(content.game.phases, content.titles) if step.phase.id in names]
    known = {step.phase.id for step in found}
    for name in names:
        if name not in known:
            raise LayoutError(f"le jeu « {content.game.id} » n'a pas d'étape « {name} »")
    return found


def _versions(step: Step, content: PrintContent) -> Sequence[Scenario | None]:
    """Give the scenarios a form must be drawn for: each with terms or a charter, if they matter."""
    blanks = step.outline.slip or step.outline.blanks
    if any(blank.terms != "none" for blank in step.outline.slip):
        return [one for one in content.scenarios if one.terms] or [None]
    if any(blank.charter != "none" for blank in blanks):
        return [one for one in content.scenarios if one.charter] or [None]
    return [None]


def _form(form: Handout, column: Column, share: float) -> list[Strip]:
    """Set the head of a form, then the places to write, with a share of their lines."""
    signature = blank_strips(Blank(SIGNED), form.content, column, form.seats, 4)
    strips = [*_head(form, column), *(signature if form.signed else ())]
    strips += _fields(form, column, share)
    for blank in form.blanks:
        if blank.terms != "none" and form.scenario is not None:
            strips += term_strips(blank, form.scenario, column)
        else:
            lines = replace(blank, rows=shared(blank.rows, share))
            kept = blank if blank.columns else lines
            known = _known(blank, form)
            kept = replace(kept, rows=len(known)) if known else kept
            strips += blank_strips(kept, form.content, column, form.seats, 4, known=known)
    grid = form.step.outline.grid
    return [*strips, *([grid_strip(grid, column, share)] if grid else ())]


def _known(blank: Blank, form: Handout) -> tuple[str, ...]:
    """Give what begins the rows of a blank, when the scenario says it."""
    if blank.charter == "none" or form.scenario is None:
        return ()
    return charter_rows(blank.charter, form.scenario, form.content)


def _head(form: Handout, column: Column) -> Iterator[Strip]:
    theme, game = column.look.theme, form.content.game
    above = game.title + (f" · {form.scenario.title}" if form.scenario else "")
    yield from prose(column, above, Style(9, 1.3, theme.accent, STRONG))
    points = theme.sizes.cover.least if column.width > NARROW else NARROW_TITLE
    title = Style(points, 1.15, theme.ink, HEAVY)
    filled = game.forms.get(form.step.outline.form)
    yield from prose(column, filled.title if filled else form.step.phase.title, title, 0.5)
    if filled and filled.intro:
        yield from paragraph(column, filled.intro, 2)
    elif not filled:
        yield from small(column, form.step.outline.does, 1.5)


def _fields(form: Handout, column: Column, share: float) -> Iterator[Strip]:
    """Set the fields of the form that the phase fills."""
    outline = form.step.outline
    filled = form.content.game.forms.get(outline.form)
    if filled is None and not form.blanks and outline.grid is None:
        raise LayoutError(f"l'étape « {form.step.phase.id} » ne laisse rien à remplir")
    for name, field in filled.fields.items() if filled else ():
        yield from field_strips(name, field, column, share)


def typed_strips(step: Step, example: Example, column: Column) -> list[Strip]:
    """Set in a box what is typed from the form afterwards; nothing on a secret one."""
    lines = example.lines(step.outline)[:TYPED_SHOWN]
    if not lines or step.outline.secret:
        return []
    theme, inner = column.look.theme, column.narrowed(6)
    strips = small(inner, f"Pour la saisie, étape « {step.phase.id} » :", 0)
    for line in lines:
        strips += prose(inner, line, Style(8, 1.3, theme.ink, STRONG), 0.6)
    if any(PLACE in line for line in lines):
        words = f"{PLACE} : le code de la place, sur le relevé."
        strips += prose(inner, words, Style(7, 1.3, theme.soft), 0.6)
    return [boxed(column, together(strips), Frame(ground=theme.ground, inside=3), 5)]
