"""What the phase before settled: said as the next one begins."""

from collections.abc import Iterator
from functools import partial

from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Outcome, Result
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import STRONG
from eclaireurs_play.layout.quantities import figure
from eclaireurs_play.play.naming import title, worded
from eclaireurs_play.play.values import unit_shared
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.bars import Bar, draw_bars, draw_parts
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import (
    LISTED,
    Row,
    Sight,
    heading,
    rows,
    under,
    write,
)
from eclaireurs_play.table.words import _


def announce(shown: Shown) -> Sight | None:
    """Say what was settled just before, until something is done in the phase that follows."""
    last = shown.state.results[-1] if shown.state.results and not shown.begun else None
    return partial(draw_result, shown, last) if last and tells(shown, last.outcome) else None


def tells(shown: Shown, outcome: Outcome) -> bool:
    """Tell whether something was settled for everyone; stances in play stay on their cards."""
    stances = (one.title for one in shown.rules.stances.values())
    if outcome.veiled or any(one in outcome.sentence for one in stances):
        return False
    return bool(outcome.sentence or outcome.shares)


def draw_result(shown: Shown, result: Result, brush: Brush, box: Box) -> None:
    """Draw what a phase settled: its count, its parts, its order; else its sentence."""
    told = _("Décidé juste avant : {title}").format(title=shown.rules.phase_title(result.phase))
    box = under(box, heading(brush, told, box))
    bars, outcome = tuple(counted(shown, result)), result.outcome
    if outcome.shares:
        draw_parts(brush, bars, box)
    elif outcome.ordered and not bars:
        rows(brush, _order(shown, result), box)
    else:
        sentence = worded(shown.rules, shown.state, outcome.sentence)
        room = Box(box.x, box.y, box.width, box.height * (0.4 if bars else 1.0))
        box = under(box, write(brush, sentence, room, LISTED, voice=STRONG) + 4)
        if bars:
            draw_bars(brush, bars, under(box, heading(brush, outcome.columns[0].capitalize(), box)))


def _order(shown: Shown, result: Result) -> Iterator[Row]:
    """List an order, what is tied on one line."""
    for at, group in enumerate(result.outcome.ordered, start=1):
        named = (capital(title(shown.rules, result.phase, one)) for one in group)
        yield Row(" = ".join(named), f"{at}.")


def counted(shown: Shown, result: Result) -> Iterator[Bar]:
    """List the lines of a count, or the parts of a whole, as people read them."""
    outcome = result.outcome
    order = {name: at for at, name in enumerate(outcome.items)}
    for name, row in sorted(outcome.figures.items(), key=lambda one: order.get(one[0], 0)):
        if not row:
            continue
        yield title(shown.rules, result.phase, name), row[0], _number(row[:1])
    if not outcome.figures:
        asked = next((unit_shared(one.asked) for one in result.made if unit_shared(one.asked)), "")
        for name, part in outcome.shares.items():
            words = outcome.titles.get(name) or title(shown.rules, result.phase, name)
            yield words, f"{figure(part)} {asked}".strip(), part


def _number(row: tuple[str, ...]) -> float | None:
    try:
        return float(row[0].replace("\u202f", "").replace(" ", "").replace(",", "."))
    except (IndexError, ValueError):
        return None
