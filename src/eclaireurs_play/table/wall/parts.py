"""An envelope shared between lines: what each one gets, as bars of one size."""

from functools import partial

from eclaireurs_play.engine.domains import Amounts
from eclaireurs_play.engine.gestures import Share
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.quantities import figure
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.announce import counted, tells
from eclaireurs_play.table.wall.bars import Bar, draw_parts
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import Sight, heading, under


def parts(shown: Shown) -> Sight | None:
    """Show how the envelope is shared, once whoever shares it has."""
    if shown.wanted or shown.secret:
        return None
    asked = (one.ask.domain for one in shown.offers if one.ask.do == "share")
    domain = next((one for one in asked if isinstance(one, Amounts)), None)
    made = [one for one in shown.made if isinstance(one.gesture, Share) and one.for_everyone]
    if (
        domain is None
        or len({one.by for one in made}) != 1
        or not isinstance(made[-1].gesture, Share)
    ):
        return None
    given = made[-1].gesture.parts
    bars = tuple(
        (words, f"{figure(given.get(name, 0.0))} {domain.unit}".strip(), given.get(name, 0.0))
        for name, words in domain.items.items()
    )
    return partial(_draw, bars)


def shared(shown: Shown) -> Sight | None:
    """Show, at the end, the last envelope that was shared."""
    results = (one for one in reversed(shown.state.results)
               if one.outcome.shares and tells(shown, one.outcome))  # fmt: skip
    last = next(results, None)
    if last is None:
        return None
    title = shown.rules.phase_title(last.phase)
    return partial(_headed, title, tuple(counted(shown, last)))


def _draw(bars: tuple[Bar, ...], brush: Brush, box: Box) -> None:
    draw_parts(brush, bars, box)


def _headed(title: str, bars: tuple[Bar, ...], brush: Brush, box: Box) -> None:
    draw_parts(brush, bars, under(box, heading(brush, title, box)))
