"""What a person who watches fills: questions for the debrief, then the course, step by step."""

from collections.abc import Callable, Iterator, Sequence

from eclaireurs_play.layout.blocks import (
    RULE,
    RULED,
    Column,
    Frame,
    boxed,
    bullets,
    choices,
    prose,
    question,
    ruled,
    small,
    title,
)
from eclaireurs_play.layout.display import Group, Line, Page, Strokes
from eclaireurs_play.layout.flow import Paper, Strip, document, fresh, height, kept, stack
from eclaireurs_play.layout.look import HEAVY, STRONG, Letter, Look, Style, label
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.steps import Step, steps
from eclaireurs_play.model.phases.talking import Debrief

ASKED = (
    "Qu'est-ce qui a fait changer d'avis quelqu'un, ou a failli ?",
    "Qui a-t-on peu entendu, et à quel moment aurait-on pu l'entendre ?",
    "Quelle phrase voudriez-vous que tout le monde garde ?",
)
"""What is kept for the debrief, whatever the game."""

HELD = (
    "Vous ne jouez pas : vous regardez, et votre regard servira au débrief.",
    "Notez les mots entendus, avant ce que vous en pensez.",
    "Ne soufflez rien, ne faites ni oui ni non de la tête.",
    "Au débrief, parlez après les autres, et commencez par ce que vous avez vu.",
)

NAMELESS = "Le jeu est sous pseudonyme : n'écrivez aucun nom, même si vous en devinez un."

WHEN, SEEN = 46.0, 0.56
"""Width of the column of steps in mm; what the words heard take of the rest."""

ANSWER, BESIDE = range(8, 2, -1), range(5, 0, -1)
"""How many lines are tried under a question, and beside a step, so that each fills its page."""


def observer(content: PrintContent, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Draw the sheet of a person who watches."""
    column, room = Column(paper.column.width, look), paper.column.height
    lived = [step for step in steps(content.game.phases, content.titles) if _is_watched(step)]
    opening = _roomiest(ANSWER, lambda lines: [*_opening(content, column, lines)], room)
    course = _roomiest(BESIDE, lambda lines: _course(lived, column, lines), room)
    return document([*opening, *fresh(course)], paper, look)


def _roomiest(tries: range, drawn: Callable[[int], list[Strip]], room: float) -> list[Strip]:
    """Draw with as many lines as a page holds; with the fewest when none of the tries does."""
    strips: list[Strip] = []
    for lines in tries:
        strips = drawn(lines)
        if height(strips) <= room:
            break
    return strips


def _is_watched(step: Step) -> bool:
    """Tell whether a step is lived in the session, the debrief apart: there one speaks."""
    lived = not step.is_group and step.start is not None
    return lived and not isinstance(step.phase, Debrief)


def _opening(content: PrintContent, column: Column, lines: int) -> Iterator[Strip]:
    """Say what watching is, and leave lines for what the debrief will ask."""
    theme, game = column.look.theme, content.game
    held = [*HELD, *([NAMELESS] if game.anonymous else [])]
    frame = Frame(ground=theme.ground, inside=5)
    yield from prose(column, game.title, Style(9, 1.3, theme.accent, STRONG))
    heading = Style(theme.sizes.cover.least, 1.2, theme.ink, HEAVY)
    yield from prose(column, "Feuille d'observation", heading, 0.5)
    listed = bullets(column.narrowed(10), held, column.style(theme.sizes.text), 0)
    yield boxed(column, listed, frame, 4)
    yield from title(column, "Ce que je regarde", theme.sizes.subheading, 8)
    words = "Choisissez une seule chose, avant que l'on commence : on ne peut pas tout voir."
    yield from small(column, words, 0.5)
    yield from _followed(column)
    yield from title(column, "À garder pour le débrief", theme.sizes.subheading, 8)
    for asked in ASKED:
        yield from question(column, asked, lines, 3)


def _followed(column: Column) -> Iterator[Strip]:
    """List what may be followed, each after its box, and a line for something else."""
    points = (
        "Une place, du début à la fin",
        "Qui parle, qui se tait",
        "Les mots qui reviennent",
        "Ce qui change d'un tour à l'autre",
        "Autre chose :",
    )
    yield from choices(column, points, 3)
    yield from ruled(column, 1)


def _course(found: Sequence[Step], column: Column, lines: int) -> list[Strip]:
    """Set the steps of the session, so many lines beside each."""
    theme = column.look.theme
    heads = [*title(column, "Au fil de la séance", theme.sizes.heading), _heads(column)]
    return [*kept(heads), *(_row(step, column, lines) for step in found)]


def _edges(column: Column) -> tuple[float, float]:
    """Give where the second and the third columns begin, in mm."""
    return WHEN, WHEN + (column.width - WHEN) * SEEN


def _heads(column: Column) -> Strip:
    letter = Letter("semibold", column.look.theme.sizes.note, column.look.theme.soft)
    second, third = _edges(column)
    named = (
        (0.0, "Étape"),
        (second, "Ce que je vois, ce que j'entends"),
        (third, "Ce que j'en pense, pour plus tard"),
    )
    items = tuple(label(words, (x, 4), letter, column.look) for x, words in named)
    under = Line(((0, 6), (column.width, 6)), column.look.theme.ink, 0.3)
    return Strip(6, (*items, under), 3)


def _row(step: Step, column: Column, lines: int) -> Strip:
    """Draw a step: its time and its title, then lines in two columns."""
    theme, look = column.look.theme, column.look
    second, third = _edges(column)
    named = Column(WHEN - 4, look)
    told = stack(
        [
            *prose(named, step.phase.title, Style(theme.sizes.text.most, 1.2, theme.ink, STRONG)),
            *small(named, step.begins, 0.3),
        ]
    )
    tall = max(lines * RULE, told.height + 4)
    parts = ((second, third - 4), (third, column.width))
    rules = tuple(
        (left, place * RULE, right, place * RULE)
        for place in range(1, lines)
        for left, right in parts
    )
    under = Line(((0, tall), (column.width, tall)), theme.ink, 0.3)
    items = (Group(told.items, 0, 1.8), Strokes(rules, theme.line, RULED), under)
    return Strip(tall, items)
