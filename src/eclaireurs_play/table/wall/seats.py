"""Seats round the table: who is there, who has spoken, whose turn it is, whom the program plays."""

from collections.abc import Iterator

from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.layout.display import Box
from eclaireurs_play.model.print import FontName
from eclaireurs_play.play.people import said_names
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LEAST, LINE
from eclaireurs_play.table.words import _

TALL = LINE + 4
GAP = 9.0
LINES = 2
"""How many lines the seats may take."""

SEVERAL = 2
"""Someone alone is named over the question."""

SPOKEN, NOW, AHEAD, PLAYED, EMPTY = "✓", "▶", "○", "◇", "–"


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
        if seat in shown.state.away and seat in leaf.actors:
            yield seat, EMPTY
        elif seat in leaf.actors:
            spoken = leaf.taken.get(seat, 0) > 0
            yield seat, NOW if seat in asked else SPOKEN if spoken else AHEAD


def name(shown: Shown, seat: str, *, short: bool = False) -> str:
    """Name a seat and who sits there; one that the program plays, or nobody holds, says so.

    In short, a sign stands for « simulé ».
    """
    words, seated = capital(shown.rules.name(seat)), shown.state.seats.get(seat)
    if seat in shown.state.simulated:
        return f"{words} {PLAYED}" if short else _("{name} (simulé)").format(name=words)
    if seat in shown.state.away:
        return _("{name} (place vide)").format(name=words)
    return f"{words} ({said_names(seated.people)})" if seated and seated.people else words


Told = tuple[str, str]
"""Words of a line of seats, and the mark of the seat they name."""


def seats_tall(brush: Brush, shown: Shown, width: float) -> float:
    """Measure the line of seats, in mm: names may need a second one."""
    lines = _laid(brush, shown, width)
    return TALL + LINE * (max(1, len(lines)) - 1)


def draw_seats(brush: Brush, shown: Shown, box: Box) -> None:
    """Draw the seats on one line or two; too many for them are counted."""
    lines, every = _laid(brush, shown, box.width), list(marked(shown))
    turns = len(every) >= SEVERAL
    if not lines and not turns and not present(shown):
        return
    brush.rule(box.x, box.y, box.width)
    base = box.y + 9.5
    if not lines:
        words = _spoken(shown, every) if turns else _count(shown)
        brush.word(words, (box.x, base), LEAST, colour=brush.colours.soft, room=box.width)
    for line in lines:
        x = box.x
        for words, mark in line:
            colour = brush.colours.ink if mark in {NOW, AHEAD} else brush.colours.soft
            x += brush.word(words, (x, base), LEAST, font=_font(mark), colour=colour) + GAP
        base += LINE


def _laid(brush: Brush, shown: Shown, width: float) -> tuple[tuple[Told, ...], ...]:
    """Cut what is told of the seats into lines: names are the last thing left out."""
    *named, bare = _ways(shown) or ((),)
    for ways, most in ((named, 1), (named[-2:], LINES), ((bare,), LINES)):
        for told in ways:
            cut = _cut(brush, told, width)
            if told and cut and len(cut) <= most:
                return cut
    return ()


def _cut(brush: Brush, told: tuple[Told, ...], width: float) -> tuple[tuple[Told, ...], ...]:
    """Share words between lines; none when one of them is wider than a line."""
    lines: list[list[Told]] = [[]]
    left = width
    for words, mark in told:
        wide = brush.wide(words, LEAST, _font(mark))
        if wide > width:
            return ()
        if wide > left:
            lines.append([])
            left = width
        lines[-1].append((words, mark))
        left -= wide + GAP
    return tuple(map(tuple, lines))


def _ways(shown: Shown) -> tuple[tuple[Told, ...], ...]:
    """List the ways to tell of the seats, the fullest first, the last without names."""
    every = list(marked(shown))
    if len(every) >= SEVERAL:
        full = tuple((f"{mark} {name(shown, seat)}", mark) for seat, mark in every)
        short = tuple((f"{mark} {name(shown, seat, short=True)}", mark) for seat, mark in every)
        bare = tuple((f"{mark} {_bare(shown, seat)}", mark) for seat, mark in every)
    elif present(shown):
        seats = tuple(shown.state.seats)
        full = tuple((name(shown, seat), "") for seat in seats)
        short = tuple((name(shown, seat, short=True), "") for seat in seats)
        bare = tuple(
            (name(shown, seat) if seat in shown.state.away else _bare(shown, seat), "")
            for seat in seats
        )
        headed = ((_("Autour de la table :"), ""), *full)
        return headed, full, (*short, *_legend(shown)), (*bare, *_legend(shown))
    else:
        return ()
    return full, (*short, *_legend(shown)), (*bare, *_legend(shown))


def _bare(shown: Shown, seat: str) -> str:
    """Name a seat without who sits there, but never without its sign."""
    words = capital(shown.rules.name(seat))
    return f"{words} {PLAYED}" if seat in shown.state.simulated else words


def _legend(shown: Shown) -> tuple[Told, ...]:
    """Say what the sign stands for, where there is one."""
    played = any(seat in shown.state.simulated for seat in shown.state.seats)
    return ((_("{mark} simulé").format(mark=PLAYED), ""),) if played else ()


def _count(shown: Shown) -> str:
    held = len(shown.state.seats) - len(shown.state.away)
    return _("Autour de la table : {count} places").format(count=held)


def present(shown: Shown) -> str:
    """Say who is at the table; "" when there is nothing to tell beside the seats themselves."""
    state = shown.state
    named = any(one.people for one in state.seats.values())
    if state.leaf is None or not (named or state.handovers):
        return ""
    names = ", ".join(name(shown, seat) for seat in state.seats)
    return _("Autour de la table : {names}").format(names=names)


def told_of(shown: Shown) -> str:
    """Say in a sentence what the line of seats shows; "" when it shows nothing."""
    every = list(marked(shown))
    if len(every) < SEVERAL:
        return present(shown)
    words = _spoken(shown, every)
    return f"{words} : {', '.join(f'{mark} {name(shown, seat)}' for seat, mark in every)}"


def _spoken(shown: Shown, every: list[tuple[str, str]]) -> str:
    """Count who has spoken, those who left since included, as the answers are counted."""
    taken = shown.leaf.taken if shown.leaf else {}
    done = {seat for seat, _mark in every if taken.get(seat, 0) > 0}
    there = {seat for seat, mark in every if mark != EMPTY}
    return _("Ont parlé : {count} sur {every}").format(count=len(done), every=len(there | done))


def _font(mark: str) -> FontName:
    return "bold" if mark == NOW else "regular"
