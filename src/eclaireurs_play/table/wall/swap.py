"""Roles that change hands: who plays whom now."""

from collections.abc import Iterable, Iterator
from functools import partial

from eclaireurs_play.engine.gestures import Choose, Draw
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.layout.display import Box
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import Row, Sight, heading, rows, under
from eclaireurs_play.table.words import _


def swap(shown: Shown) -> Sight | None:
    """Announce the roles that people take in the phase, the last first."""
    return _announced(shown, reversed(tuple(_taken(shown, shown.made))))


def exchanged(shown: Shown) -> Sight | None:
    """Recall, as a phase begins, the roles that were taken just before."""
    last = shown.state.results[-1:] if not shown.begun else ()
    return _announced(shown, (seat for one in last for seat in _taken(shown, one.made)))


def _taken(shown: Shown, made: Iterable[Contribution]) -> Iterator[str]:
    """List who took a role, in the order they did."""
    for one in made:
        match one.gesture:
            case Draw(card=card) if card in shown.rules.roles:
                yield one.by
            case Choose(options=options) if set(options) & set(shown.rules.roles):
                yield one.by
            case _:
                pass


def _announced(shown: Shown, seats: Iterable[str]) -> Sight | None:
    told = tuple(dict.fromkeys(seats))
    changed = any(shown.state.seats[seat].earlier for seat in told if seat in shown.state.seats)
    return partial(_draw, shown, told) if changed else None


def _draw(shown: Shown, seats: tuple[str, ...], brush: Brush, box: Box) -> None:
    top = heading(brush, _("Les fiches changent de mains"), box)
    rows(brush, (_row(shown, seat) for seat in seats), under(box, top), most=12)


def _row(shown: Shown, seat: str) -> Row:
    seated, roles = shown.state.seats[seat], shown.rules.roles
    told = _("{seat} joue : {role}").format(
        seat=capital(shown.rules.name(seat)), role=roles[seated.role].title
    )
    return Row(told, "→", weight="strong")
