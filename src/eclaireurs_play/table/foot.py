"""The foot of the desk: what is always at hand, and what was just said or refused."""

from collections.abc import Sequence
from functools import partial

from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import STRONG
from eclaireurs_play.table.brush import BODY, TALL, Brush, Chip, Kind
from eclaireurs_play.table.creating import turn_creating
from eclaireurs_play.table.handing import secret
from eclaireurs_play.table.interludes import pass_the_screen
from eclaireurs_play.table.marking import mark
from eclaireurs_play.table.playing import Playing, Side
from eclaireurs_play.table.wall.impacts import whole
from eclaireurs_play.table.words import _

SIZE = BODY - 0.5
GAP, HELP = 5.0, 12.0
"""The margin, and what is left on the right to the key of the help, in mm."""

LEAST = 70.0
"""The narrowest place, in mm, where a sentence is written beside the keys."""


def draw_foot(brush: Brush, playing: Playing, asides: Sequence[Side]) -> float:
    """Draw the foot, and give where it begins; `asides` are what has no place of its own."""
    rows = _rows(brush, _items(playing, asides))
    top = brush.height - 11 - (len(rows) - 1) * (TALL + 2)
    right = GAP
    for at, row in enumerate(rows):
        right = GAP
        for one, wide in row:
            box = Box(right, top + at * (TALL + 2), wide, TALL)
            brush.button(one.name, one.label, box, one.do, kind=one.kind, size=SIZE)
            right += wide + 2
    message = playing.undoing.why if playing.undoing else playing.message
    return _message(brush, message, top, right) if message else top


def _message(brush: Brush, message: str, top: float, left: float) -> float:
    """Write a sentence beside the keys of the last row, or above them all if it is long."""
    colour, last = brush.colours.accent, brush.height - 11
    room = brush.width - GAP - HELP - left - 4
    if room >= LEAST:
        cut = brush.setting(message, room, SIZE, voice=STRONG)
        if cut.height <= TALL + 2:
            y = last + (TALL - cut.height) / 2
            brush.prose(message, left + 4, y, room, SIZE, voice=STRONG, colour=colour)
            return top
    width = brush.width - 2 * GAP
    high = brush.setting(message, width, SIZE, voice=STRONG).height
    brush.prose(message, GAP, top - high - 2, width, SIZE, voice=STRONG, colour=colour)
    return top - high - 2


def _rows(brush: Brush, items: list[Chip]) -> list[list[tuple[Chip, float]]]:
    """Part keys into rows that are no wider than the desk."""
    rows: list[list[tuple[Chip, float]]] = [[]]
    right = GAP
    for one in items:
        wide = brush.wide(one.label, SIZE, "semibold") + 7
        if rows[-1] and right + wide > brush.width - HELP - GAP:
            rows.append([])
            right = GAP
        rows[-1].append((one, wide))
        right += wide + 2
    return rows


def _items(playing: Playing, asides: Sequence[Side]) -> list[Chip]:
    """List the keys that are always at hand."""
    if playing.undoing is not None:
        again = partial(playing.back, playing.undoing.count, knowingly=True)
        return [
            Chip("undo:yes", _("Annuler quand même"), "main", again),
            Chip("undo:no", _("Ne rien changer"), "plain", playing.keep_all),
        ]
    leaf, session = playing.state.leaf, playing.session
    back = session.played or playing.envelope
    again_may = session.undone and not playing.envelope
    items = [
        Chip("undo", _("Annuler"), "plain" if back else "off", playing.undo),
        Chip("redo", _("Rétablir"), "plain" if again_may else "off", playing.redo),
    ]
    if leaf is not None:
        closing = playing.offers.closing(leaf.phase)
        kind: Kind = "off" if closing is None else "main" if closing.ask.needed else "plain"
        items.append(Chip("close", _("Clore l'étape"), kind, partial(playing.close, leaf.phase)))
    if secret(playing.offers):
        do = partial(pass_the_screen, playing)
        items.append(Chip("handing", _("Passer l'écran"), "main", do))
    items.append(Chip("bookmark", _("Signet"), "plain", partial(mark, playing)))
    if rated(playing):
        shows: Kind = "chosen" if playing.mapped else "plain"
        items.append(Chip("map", _("Carte des impacts"), shows, partial(turn_map, playing)))
    if playing.leaves.count > 1:
        items.append(Chip("page", playing.leaves.words, "plain", playing.leaves.turn))
    written: Kind = "chosen" if playing.entry is not None else "plain"
    items.append(Chip("entry", _("Saisie papier"), written, playing.turn_entry))
    making: Kind = "chosen" if playing.creating else "plain"
    items.append(Chip("create", _("Créer"), making, partial(turn_creating, playing)))
    names = {"log": ("side", _("Le fil")), "people": ("people", _("Les personnes"))}
    for side in asides:
        name, words = names[side]
        there = playing.side == side
        says = _("Le travail") if there else words
        do = partial(_turn, playing, "work" if there else side)
        items.append(Chip(name, says, "plain", do))
    words = _("Quitter") if asides else _("Quitter la séance")
    items.append(Chip("part", words, "plain", playing.part))
    return items


def rated(playing: Playing) -> bool:
    """Tell whether the game has a map of impacts, and something to put on it."""
    return playing.session.rules.game.map is not None and whole(playing.shown()) is not None


def turn_map(playing: Playing) -> None:
    """Show the map of impacts alone on the projector, or what it showed before."""
    playing.mapped = not playing.mapped


def _turn(playing: Playing, side: Side) -> None:
    playing.side = side
