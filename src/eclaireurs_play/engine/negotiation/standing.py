"""Where an agreement stands among all that could have been signed, for the debrief."""

from collections.abc import Callable
from dataclasses import dataclass

from eclaireurs_play.engine.negotiation.compromises import egalitarian, nash
from eclaireurs_play.engine.negotiation.exact import percent
from eclaireurs_play.engine.negotiation.frontier import Room, room, uncrossed
from eclaireurs_play.engine.negotiation.table import NegotiationTable


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposal beside the others that cross no red line.

    `satisfaction` is seat by seat, in parts per million; `objecting` are the seats with reasons
    to object by numbers.
    """

    satisfaction: tuple[int, ...]
    room: Room
    nash: bool
    egalitarian: bool
    objecting: tuple[str, ...]


def standing(table: NegotiationTable, proposal: int) -> Standing:
    """Compare a proposal with those that cross no red line."""
    fair = uncrossed(table)
    objecting = zip(table.seats, table.objections[:, proposal], strict=True)
    return Standing(
        tuple(map(int, table.satisfaction[:, proposal])),
        room(table, proposal, fair),
        proposal in nash(table, fair),
        proposal in egalitarian(table, fair),
        tuple(seat for seat, objects in objecting if objects),
    )


def told(table: NegotiationTable, found: Standing, name: Callable[[str], str] = str) -> str:
    """Say it in French to people who know no economics; `name` gives the words for a seat."""
    said = (_shares(table, found, name), _left(table, found, name), _remarkable(found))
    return " ".join(filter(None, (*said, _limits(found, name))))


def _shares(table: NegotiationTable, found: Standing, name: Callable[[str], str]) -> str:
    if not table.seats:
        return ""
    ranked = sorted(zip(found.satisfaction, table.seats, strict=True), key=lambda one: -one[0])
    shares = ", ".join(f"{name(seat)} {percent(share)} %" for share, seat in ranked)
    return f"Satisfaction, d'après la fiche de chaque place : {shares}."


def _left(table: NegotiationTable, found: Standing, name: Callable[[str], str]) -> str:
    if found.room.none:
        return "Personne ne pouvait obtenir davantage sans que quelqu'un y perde."
    gains = zip(found.room.gained, table.seats, strict=True)
    more = ", ".join(f"{name(seat)} ({_points(gain)})" for gain, seat in gains if gain)
    return f"Un autre accord aurait donné plus, sans que personne y perde : {more}."


def _points(gain: int) -> str:
    """Say a gain in points of percent; one too small to round to a point is still a gain."""
    points = percent(gain)
    if not points:
        return "moins d'un point de plus"
    return f"{points} point{'s' if points > 1 else ''} de plus"


def _remarkable(found: Standing) -> str:
    traits = (
        "celui qui soigne le plus la place la moins bien servie" if found.egalitarian else "",
        "celui qui partage le mieux ce que chaque place gagne à signer" if found.nash else "",
    )
    said = " et ".join(filter(None, traits))
    return f"De tous les accords possibles, c'est {said}." if said else ""


def _limits(found: Standing, name: Callable[[str], str]) -> str:
    who = ", ".join(map(name, found.objecting))
    return f"D'après leur fiche, auraient eu de quoi s'y opposer : {who}." if who else ""
