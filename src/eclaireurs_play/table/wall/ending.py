"""The end: what was decided; if it is asked for, what each sheet held to and where it leads."""

from collections.abc import Iterator
from functools import partial

from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Proposal
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import HEAVY, STRONG
from eclaireurs_play.play.versions import option_title
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.agreement import (
    adopted,
    draw_agreement,
    held,
    last_version,
    now_at,
    reached,
    refused,
)
from eclaireurs_play.table.wall.effects import effects, effects_of
from eclaireurs_play.table.wall.outcome import draw_outcome, settled
from eclaireurs_play.table.wall.parts import shared
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import (
    LARGEST,
    LEAST,
    LISTED,
    TITLE,
    Row,
    Sight,
    columns,
    heading,
    rows,
    under,
    write,
)
from eclaireurs_play.table.words import _

NARROW = 300.0


def draw_ended(brush: Brush, shown: Shown, margin: float) -> None:
    """Draw the end of a session."""
    brush.word(shown.rules.scenario.title, (margin, margin + 7), LEAST,
               colour=brush.colours.soft, room=brush.width - 2 * margin - 32)  # fmt: skip
    box = Box(margin, margin + 12, brush.width - 2 * margin, brush.height - 2 * margin - 12)
    if shown.reveals:
        _revealed(brush, shown, box)
    else:
        _decided(brush, shown, box)


def _decided(brush: Brush, shown: Shown, box: Box) -> None:
    """Say that it is over, what was agreed, what was settled."""
    top = write(brush, _("Fin de la séance"), Box(box.x, box.y, box.width, box.height * 0.35),
                (60.0, *LARGEST), voice=HEAVY) + 6  # fmt: skip
    room, version, why = under(box, top), now_at(shown), refused(shown)
    if version is None:
        if why:
            told = _("Aucune proposition n'est adoptée. {why}").format(why=why)
            last = last_version(shown)
            low = write(brush, told, Box(room.x, room.y, room.width, room.height * 0.6),
                        LISTED if last else LARGEST, voice=STRONG)  # fmt: skip
            room = under(room, low + 6)
            if last is not None:
                _version(brush, shown, last, room, why)
                return
        draw_outcome(brush, shown, why, room)
        return
    _version(brush, shown, version, room)


def _version(brush: Brush, shown: Shown, version: Proposal, room: Box, why: str = "") -> None:
    """Draw what a version says, and beside it what else the session leaves."""
    sides = tuple(_sides(shown, version, why))
    parts = columns(room, 2) if sides and room.width >= NARROW else (room,)
    inner = under(parts[0], heading(brush, _where(shown, version), parts[0]))
    if version.options:
        terms = shown.rules.scenario.terms
        listed = [Row(f"{terms[term].title} : {option_title(shown.rules, term, one)}")
                  for term, one in version.options.items()]  # fmt: skip
        rows(brush, listed, inner)
    else:
        write(brush, version.text, inner, LISTED)
    if len(parts) > 1:
        sides[0](brush, parts[1])
    for one in sides[len(parts) - 1 :]:
        brush.aside(one)


def _sides(shown: Shown, version: Proposal, why: str) -> Iterator[Sight]:
    """List what a session leaves beside a version: what was shared, what it moves, the rest."""
    parts = shared(shown)
    if parts is not None:
        yield parts
    found = effects(shown.rules, shown.state, version.options) if version.options else ()
    if found:
        yield partial(effects_of, shown.rules, found)
    if told := tuple(settled(shown, why, shares=False)):
        yield partial(_settled, told)


def _settled(told: tuple[Row, ...], brush: Brush, box: Box) -> None:
    rows(brush, told, under(box, heading(brush, _("Ce que la séance a décidé"), box)), most=12)


def _where(shown: Shown, version: Proposal) -> str:
    """Say what a version is for the table: adopted, or where it stands."""
    number = version.id.removeprefix("p")
    if version == adopted(shown):
        return _("Adoptée : la proposition {number}").format(number=number)
    if refused(shown):
        return _("Non adoptée, la dernière version : la proposition {number}").format(number=number)
    return _("Là où la table en est : la proposition {number}").format(number=number)


def _revealed(brush: Brush, shown: Shown, box: Box) -> None:
    found = reached(shown)
    version = last_version(shown)
    number = version.id.removeprefix("p") if version else ""
    where = _("La proposition {number}, parmi tout ce qui pouvait se signer")
    if refused(shown):
        where = _(
            "La proposition {number}, qui n'est pas adoptée, parmi tout ce qui pouvait se signer"
        )
    title = where.format(number=number) if found else _("Ce à quoi chaque fiche tenait")
    top = box.y + 9
    size = next(
        (one for one in (TITLE + 4, TITLE) if brush.wide(title, one, "bold") <= box.width), LEAST
    )
    brush.word(title, (box.x, top), size, font="bold", room=box.width)
    if found is None:
        rows(brush, _held(shown), under(box, top + 8), most=12)
        return
    room = under(box, top + 7)
    draw_agreement(brush, shown, found, room)


def _held(shown: Shown) -> Iterator[Row]:
    """Say what each sheet held to, in the words of its inside."""
    for seat in shown.state.seats:
        if words := held(shown, seat):
            yield Row(f"{capital(shown.rules.name(seat))} : {words}", "·")
