"""The forms of a game, to fill together or alone."""

from eclaireurs_play.layout.blocks import Column, paragraph, prose
from eclaireurs_play.layout.display import Page
from eclaireurs_play.layout.filling import field_strips
from eclaireurs_play.layout.flow import Paper, Strip, document, fresh
from eclaireurs_play.layout.look import HEAVY, STRONG, Look, Style
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.model.fields import Form


def forms(content: PrintContent, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Draw each form of the game, starting on a page of its own."""
    column = Column(paper.column.width, look)
    strips: list[Strip] = []
    for form in content.game.forms.values():
        strips += fresh(form_strips(form, content, column))
    return document(strips, paper, look) if strips else ()


def form_strips(form: Form, content: PrintContent, column: Column) -> list[Strip]:
    """Draw one form: its title, what it is for, the place for each answer."""
    theme = column.look.theme
    strips = [
        *prose(column, content.game.title, Style(9, 1.3, theme.accent, STRONG)),
        *prose(column, form.title, Style(theme.sizes.cover.least, 1.2, theme.ink, HEAVY), 0.5),
    ]
    if form.intro:
        strips += paragraph(column, form.intro, 3)
    for name, field in form.fields.items():
        strips += field_strips(name, field, column)
    return strips
