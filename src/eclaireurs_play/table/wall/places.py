"""Where people stand on an axis; nothing is averaged."""

from collections.abc import Iterable, Mapping
from functools import partial

from eclaireurs_play.engine.domains import Scale
from eclaireurs_play.engine.gestures import Move
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.layout.display import Box, Circle, Line
from eclaireurs_play.layout.look import STRONG, Align
from eclaireurs_play.model.phases import PhaseBase
from eclaireurs_play.play.values import signed
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LEAST, LINE, Row, Sight, rows, under, write

DISC = 4.0
TWO = 4 * LINE
"""The least height, in mm, that leaves room for what the ends mean on two lines."""

ENDS: tuple[Align, Align] = ("left", "right")


def places(shown: Shown) -> Sight | None:
    """Show the axis of the phase, with those who took a place that anyone may see."""
    domains = (one.ask.domain for one in shown.offers)
    scale = next((one for one in domains if isinstance(one, Scale)), None)
    taken = {one.by: one.gesture.value for one in shown.made if isinstance(one.gesture, Move)}
    if scale is None and not taken:
        return None
    names: dict[int, list[str]] = {}
    for by, value in taken.items():
        names.setdefault(value, []).append(capital(shown.rules.name(by)))
    return partial(_draw, shown.phase, scale, names)


def spread_of(phase: PhaseBase, values: Iterable[int]) -> Sight:
    """Show how places spread on the axis of a phase, and nobody's name."""
    names: dict[int, list[str]] = {}
    for value in values:
        names.setdefault(value, []).append("")
    return partial(_draw, phase, None, names)


def _ends(
    phase: PhaseBase | None, scale: Scale | None, names: Mapping[int, list[str]]
) -> tuple[int, int]:
    if scale is not None:
        return scale.least, scale.most
    least, most = getattr(phase, "least", None), getattr(phase, "most", None)
    if isinstance(least, int) and isinstance(most, int):
        return least, most
    far = max(map(abs, names), default=1)
    return -far, far


def _draw(
    phase: PhaseBase | None,
    scale: Scale | None,
    names: Mapping[int, list[str]],
    brush: Brush,
    box: Box,
) -> None:
    least, most = _ends(phase, scale, names)
    inset = 12.0
    left, wide = box.x + inset, box.width - 2 * inset
    y = box.y + min(box.height * 0.4, 3 * LINE)
    ink = brush.colours.ink
    brush.add(Line(((left, y), (left + wide, y)), ink, 0.9))
    steps = range(least, most + 1)
    for value in steps:
        x = left + wide * (value - least) / max(1, most - least)
        brush.add(Line(((x, y - 2.5), (x, y + 2.5)), ink, 0.6))
        brush.word(signed(value), (x, y + LINE + 2), LEAST, colour=brush.colours.soft,
                   align="centre")  # fmt: skip
        here = names.get(value, ())
        disc = min(DISC, max(1.0, (y - box.y - 6) / (2.2 * max(1, len(here)))))
        for at, _name in enumerate(here):
            brush.add(Circle(x, y - 2 - disc - at * 2.2 * disc, disc, fill=ink))
    low = _labels(phase, brush, Box(left, y + LINE + 3, wide, box.y + box.height - y - LINE - 3))
    _who(brush, names, under(box, low))


def _labels(phase: PhaseBase | None, brush: Brush, box: Box) -> float:
    """Say what both ends mean, on two lines if they must; gives where the rest begins."""
    room = box.width * 0.46
    ends = [str(getattr(phase, name, "") or "") for name in ("least_label", "most_label")]
    two = any(brush.wide(one, LEAST, "semibold") > room for one in ends)
    if two and box.height >= TWO:
        held = 2 * LINE
        for words, x, align in zip(ends, (box.x, box.x + box.width - room), ENDS, strict=True):
            write(brush, words, Box(x, box.y + 2.5, room, held), (LEAST,), voice=STRONG,
                  align=align)  # fmt: skip
        return box.y + held + LINE + 6
    for words, x, align in zip(ends, (box.x, box.x + box.width), ENDS, strict=True):
        brush.word(words, (x, box.y + LINE), LEAST, font="semibold", room=room, align=align)
    return box.y + LINE + 6


def _who(brush: Brush, names: Mapping[int, list[str]], box: Box) -> None:
    """Name people under the axis, by place."""
    told = (Row(", ".join(who), signed(value)) for value, who in sorted(names.items()) if any(who))
    rows(brush, told, box)
