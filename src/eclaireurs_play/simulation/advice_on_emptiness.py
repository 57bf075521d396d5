"""The finding on an empty zone: which seats, alone, leave nothing that everyone could sign."""

from itertools import chain, combinations

from eclaireurs_play.simulation.findings import Finding, Gravity
from eclaireurs_play.simulation.sections import Played
from eclaireurs_play.simulation.wording import listed, number

Seats = tuple[str, ...]

_MOST = 3
"""Ways out that are told."""


def closing(played: Played) -> tuple[Seats, ...]:
    """Find the fewest seats without whose objections something could be signed, all ways alike."""
    table = played.rules.numbers.at()
    against = table.objections.sum(axis=0)
    for many in range(1, len(table.seats) + 1):
        found = tuple(
            tuple(table.seats[place] for place in some)
            for some in combinations(range(len(table.seats)), many)
            if (against == table.objections[list(some)].sum(axis=0)).any()
        )
        if found:
            return found
    return ()


def _names(played: Played, seats: Seats) -> str:
    return listed((f"« {played.rules.name(one)} »" for one in seats), "et")


def _line(played: Played, seat: str) -> str:
    return f"« {played.rules.name(seat)} » est à la ligne {played.spot('seat', seat).line}"


def nothing_possible(played: Played) -> Finding:
    """Say that no agreement is possible before any surprise, and which seats to begin with."""
    ways = closing(played)[:_MOST]
    said = listed((_names(played, way) for way in ways), "ou")
    lines = listed((_line(played, seat) for seat in dict.fromkeys(chain(*ways))), "et")
    size = number(played.zones[""].open.size)
    return Finding(
        ("empty", ""),
        "Avant tout imprévu, aucun accord n'est possible : assouplissez une ligne rouge ou baissez "
        f"le seuil (reservation) de {said}, dont le retrait en rouvre.",
        f"aucune des {size} propositions ne convient à tout le monde, toutes comptées ; {lines}",
        Gravity.BROKEN, 1.0, played.spot("seat", ways[0][0]),
    )  # fmt: skip
