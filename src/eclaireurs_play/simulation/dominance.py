"""Options that another beats for everyone, whatever the rest of the proposal."""

from collections.abc import Iterator
from dataclasses import dataclass

from eclaireurs_play.engine.negotiation.table import NegotiationTable


@dataclass(frozen=True, slots=True)
class Dominated:
    """An option that `better` serves every seat at least as well as, and one better."""

    term: str
    option: str
    better: str


def dominated(table: NegotiationTable) -> Iterator[Dominated]:
    """Give each option that another of its term dominates in a context, with the first that does.

    To dominate is never to satisfy any seat less, to satisfy one more, and to give nobody a
    reason to object that it did not have.
    """
    space = table.space
    if not table.seats:
        return
    for place, (term, options) in enumerate(zip(space.terms, space.options, strict=True)):
        for digit, option in enumerate(options):
            rivals = (
                better
                for other, better in enumerate(options)
                if other != digit and _beats(table, place, other, digit)
            )
            if better := next(rivals, ""):
                yield Dominated(term, option, better)


def _beats(table: NegotiationTable, place: int, winner: int, loser: int) -> bool:
    shape = (len(table.seats), *table.space.sizes)
    satisfaction = table.satisfaction.reshape(shape)
    objections = table.objections.reshape(shape)
    ours, theirs = (satisfaction.take(one, axis=place + 1) for one in (winner, loser))
    new = objections.take(winner, axis=place + 1) & ~objections.take(loser, axis=place + 1)
    return bool((ours >= theirs).all() and (ours > theirs).any() and not new.any())
