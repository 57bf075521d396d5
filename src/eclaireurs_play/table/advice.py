"""What helps the facilitator in a phase: the short plan, what to do when it gets stuck."""

from functools import partial

from eclaireurs_play.table.brush import BODY, SMALL, Brush, Chip
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.words import _


def draw_advice(
    brush: Brush, playing: Playing, place: tuple[float, float, float]
) -> float:  # fmt: skip
    """Draw a key for each advice that the phase has, and the words of those asked for."""
    left, top, width = place
    leaf = playing.state.leaf
    phase = playing.session.rules.phases[leaf.phase] if leaf else None
    found = {
        "short": (_("Plan court"), phase.short if phase else None),
        "stuck": (_("Si ça coince"), phase.stuck if phase else None),
    }
    given = {name: (title, words) for name, (title, words) in found.items() if words}
    if not given:
        return top

    def turn(name: str) -> None:
        playing.advice ^= {name}

    chips = [
        Chip(f"advice:{name}", title, "chosen" if name in playing.advice else "quiet",
             partial(turn, name))
        for name, (title, _words) in given.items()
    ]  # fmt: skip
    top = brush.chips(chips, left, top, width, size=SMALL + 0.5) + 1.5
    for name, (title, words) in given.items():
        if name in playing.advice and words:
            top = brush.prose(f"{title} : {' '.join(words.split())}", left, top, width, BODY,
                              colour=brush.colours.soft) + 2  # fmt: skip
    return top
