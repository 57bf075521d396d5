"""What people answered in secret, once it is no secret: how it spreads, and nobody's name."""

from collections import Counter
from collections.abc import Iterable
from functools import partial

from eclaireurs_play.engine.gestures import Choose, Gesture, Move, Rank
from eclaireurs_play.engine.state import Result
from eclaireurs_play.layout.display import Box
from eclaireurs_play.play.naming import title
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.announce import tells
from eclaireurs_play.table.wall.bars import draw_bars
from eclaireurs_play.table.wall.places import spread_of
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import Sight, heading, under
from eclaireurs_play.table.words import _, ngettext

ENOUGH = 3
"""Under so many answers, there is nothing to spread."""


def unveiled(shown: Shown) -> Sight | None:
    """Show, as a phase begins, how answers spread that nobody saw while they were given."""
    last = shown.state.results[-1] if shown.state.results and not shown.begun else None
    if last is None or last.outcome.veiled:
        return None
    made = [one.gesture for one in last.made if one.for_everyone]
    outcome = last.outcome
    if tells(shown, outcome) or not shown.rules.phases[last.phase].hidden:
        made = [one for one in made if isinstance(one, Rank)]
        if outcome.figures or outcome.ordered or outcome.shares:
            return None
    inner = _moves(shown, last, made) or _counts(shown, last, made)
    return partial(_draw, shown, last, inner) if inner else None


def _moves(shown: Shown, last: Result, made: Iterable[Gesture]) -> Sight | None:
    values = [one.value for one in made if isinstance(one, Move)]
    return spread_of(shown.rules.phases[last.phase], values) if len(values) >= ENOUGH else None


def _counts(shown: Shown, last: Result, made: Iterable[Gesture]) -> Sight | None:
    """Count how many people named each thing that they chose or put in their order."""
    told = [_named(one) for one in made]
    counts = Counter(one for names in told for one in names)
    if sum(map(bool, told)) < ENOUGH or not counts.keys().isdisjoint(shown.rules.stances):
        return None
    bars = tuple(
        (title(shown.rules, last.phase, name), _people(count), float(count))
        for name, count in counts.most_common()
    )
    return partial(_bars, bars)


def _named(gesture: Gesture) -> tuple[str, ...]:
    match gesture:
        case Choose(options=options):
            return tuple(options)
        case Rank(order=order):
            return tuple(one for group in order for one in group)
        case _:
            return ()


def _people(count: int) -> str:
    return ngettext("{count} personne", "{count} personnes", count)


def _bars(bars: tuple[tuple[str, str, float | None], ...], brush: Brush, box: Box) -> None:
    draw_bars(brush, bars, box)


def _draw(shown: Shown, last: Result, inner: Sight, brush: Brush, box: Box) -> None:
    words = _("Dévoilé : {title}").format(title=shown.rules.phase_title(last.phase))
    inner(brush, under(box, heading(brush, words, box)))
