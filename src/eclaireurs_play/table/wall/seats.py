"""Seats round the table: who has spoken, whose turn it is, and who is played by the program."""

from collections.abc import Iterator

from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.layout.display import Box
from eclaireurs_play.model.print import FontName
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LEAST, LINE
from eclaireurs_play.table.words import _

TALL = LINE + 4
GAP = 9.0

SPOKEN, NOW, AHEAD, PLAYED = "✓", "▶", "○", "◇"


def marked(shown: Shown) -> Iterator[tuple[str, str]]:
    """Give each seat that takes part and its mark; none when nobody is to know who acts."""
    leaf = shown.leaf
    if leaf is None or leaf.silent:
        return
    wanted = [one.actor for one in shown.wanted]
    if not (any(leaf.taken.values()) or any(one in leaf.actors for one in wanted)):
        return
    in_turn = getattr(shown.phase, "order", "") == "in-turn"
    asked = set(wanted[:1] if in_turn else wanted)
    for seat in shown.state.seats:
        if seat in leaf.actors:
            spoken = leaf.taken.get(seat, 0) > 0
            yield seat, NOW if seat in asked else SPOKEN if spoken else AHEAD


def name(shown: Shown, seat: str) -> str:
    """Name a seat; one that the program plays says so."""
    words = capital(shown.rules.name(seat))
    return _("{name} (simulé)").format(name=words) if seat in shown.state.simulated else words


def draw_seats(brush: Brush, shown: Shown, box: Box) -> None:
    """Draw the seats on one line; too many for it are counted."""
    every = list(marked(shown))
    if len(every) < 2:  # noqa: PLR2004 - someone alone is named over the question
        return
    brush.rule(box.x, box.y, box.width)
    base = box.y + 9.5
    for told in (_line(shown, every, short=False), _line(shown, every, short=True)):
        wide = sum(brush.wide(words, LEAST, _font(mark)) for words, mark in told)
        if wide + GAP * (len(told) - 1) <= box.width:
            break
    else:
        spoken = sum(mark == SPOKEN for _seat, mark in every)
        words = _("Ont parlé : {count} sur {every}").format(count=spoken, every=len(every))
        brush.word(words, (box.x, base), LEAST, colour=brush.colours.soft, room=box.width)
        return
    x = box.x
    for words, mark in told:
        colour = brush.colours.ink if mark in {NOW, AHEAD} else brush.colours.soft
        x += brush.word(words, (x, base), LEAST, font=_font(mark), colour=colour) + GAP


def _line(shown: Shown, every: list[tuple[str, str]], *, short: bool) -> list[tuple[str, str]]:
    """Write each seat after its mark; in short, those that the program plays have a mark too."""
    if not short:
        return [(f"{mark} {name(shown, seat)}", mark) for seat, mark in every]
    simulated = shown.state.simulated
    told = [(f"{mark} {capital(shown.rules.name(seat))}{f' {PLAYED}' if seat in simulated else ''}",
             mark) for seat, mark in every]  # fmt: skip
    legend = _("{mark} simulé").format(mark=PLAYED)
    return [*told, (legend, "")] if any(seat in simulated for seat, _mark in every) else told


def _font(mark: str) -> FontName:
    return "bold" if mark == NOW else "regular"
