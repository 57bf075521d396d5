"""Alternating offers between any number of players, whole chunks of sessions at once.

The protocol of R. Aydoğan, D. Festen, K. Hindriks & C. Jonker, « Alternating Offers Protocols for
Multilateral Negotiation » (2017): in turn, a player makes an offer; when all the others accept it,
the session ends on it. A player's aspiration falls with time (`aspirations`). It thinks of a few
offers, by lot, and makes the first that meets its aspiration, else the best; it accepts what meets
its aspiration. Unlike the games of the library, nobody amends and nothing is said. A session is its
key: its result depends neither on the sessions beside it nor on the executor.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import NamedTuple

import numpy as np

from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.simulation.lockstep import chance, speed
from eclaireurs_play.simulation.lockstep.chance import Floats, Integers, Words
from eclaireurs_play.simulation.lockstep.choosing import first_best

NONE = -1
CHUNK = 4096
"""Sessions played together: what they hold stays in a processor's cache."""

LEAST = 1e-9
"""What is added to a weight drawn, so that none is zero."""


class Ended(NamedTuple):
    """How sessions ended, shapes (sessions,): the offer agreed on, or −1, and turns played."""

    offers: Integers
    turns: Integers


@dataclass(frozen=True, eq=False)
class Protocol:
    """Who may offer what, and what each player holds out for.

    `sizes` is the number of values of each issue. Offers are numbered like digits, the first issue
    varying fastest. `aspirations` has shape (players, turns); players take turns in order.
    """

    sizes: tuple[int, ...]
    aspirations: Floats
    candidates: int = 8

    def __post_init__(self) -> None:
        if not self.sizes or min(self.sizes) < 1 or self.candidates < 1 or not self.players:
            raise EclaireursError(
                "Il faut au moins une personne, un sujet, une valeur par sujet et une offre à "
                "examiner."
            )

    @property
    def players(self) -> int:
        """Count the players."""
        return int(self.aspirations.shape[0])

    @property
    def turns(self) -> int:
        """Count the turns, each of one player."""
        return int(self.aspirations.shape[1])

    @property
    def space(self) -> int:
        """Count the offers."""
        return prod(self.sizes)

    @property
    def width(self) -> int:
        """Count the values of all issues: what a player's worths hold."""
        return sum(self.sizes)

    @property
    def weights(self) -> int:
        """Count the weights drawn, one for each player and issue: the first draws of a key."""
        return self.players * len(self.sizes)

    @property
    def first_candidate(self) -> int:
        """Give the number of the draw that gives the first offer thought of."""
        return self.weights + self.players * self.width

    @cached_property
    def places(self) -> Integers:
        """Give where an offer's values stand among a player's worths, shape (issues, offers)."""
        digits = np.unravel_index(np.arange(self.space), self.sizes, order="F")
        starts = np.cumsum((0, *self.sizes[:-1]))
        return np.ascontiguousarray(np.array(digits) + starts[:, None], dtype=np.int64)


def aspirations(paces: Sequence[float], turns: int, *, floor: float) -> Floats:
    """Give what players hold out for, from 1 down to `floor`, shape (players, turns).

    1 − (1 − floor)·(t/T)^(1/e), where e is a player's pace: under 1 it yields late, above 1 early
    (Faratin, Sierra & Jennings, 1998). Python's powers, so that both executors read one table.
    """
    last = max(turns - 1, 1)
    rows = [[1 - (1 - floor) * (at / last) ** (1 / pace) for at in range(turns)] for pace in paces]
    return np.array(rows, dtype=np.float64).reshape(len(paces), turns)


def drawn(protocol: Protocol, keys: Words) -> Floats:
    """Draw what each value is worth, shape (sessions, players, width): weight × value.

    Weights add up to 1 for each player, and the best value of each issue is 1 before weighting.
    Sums run from the first issue to the last, in floating point.
    """
    issues = len(protocol.sizes)
    weights = chance.units(keys[:, None], np.arange(protocol.weights)) + LEAST
    weights = weights.reshape(-1, protocol.players, issues)
    total = np.zeros(weights.shape[:2])
    for issue in range(issues):
        total += weights[:, :, issue]
    weights /= total[:, :, None]
    values = chance.units(keys[:, None], np.arange(protocol.weights, protocol.first_candidate))
    worths = values.reshape(-1, protocol.players, protocol.width)
    at = 0
    for issue, size in enumerate(protocol.sizes):
        part = worths[:, :, at : at + size]
        part /= part.max(axis=2, keepdims=True)
        part *= weights[:, :, issue, None]
        at += size
    return worths


def play(
    protocol: Protocol,
    keys: Words,
    worths: Floats | None = None,
    *,
    chunk: int = CHUNK,
    compiled: bool | None = None,
) -> Ended:
    """Play a session for each key; memory does not grow with them but for what is returned.

    `worths` (players, width) is what values are worth in every session; without it they are drawn
    from its key. `compiled` asks for numba or forbids it; by default it is used when installed.
    """
    ended = Ended(np.full(keys.size, NONE), np.full(keys.size, protocol.turns))
    one = _compiled if speed.compiled(asked=compiled) else _lockstep
    for at in range(0, keys.size, chunk):
        part = slice(at, at + chunk)
        one(protocol, keys[part], worths, Ended(ended.offers[part], ended.turns[part]))
    return ended


def _compiled(protocol: Protocol, keys: Words, worths: Floats | None, ended: Ended) -> None:
    from eclaireurs_play.simulation.lockstep import compiled  # noqa: PLC0415 - needs numba

    terms = compiled.Terms(
        sizes=np.array(protocol.sizes, dtype=np.int64),
        places=np.ascontiguousarray(protocol.places.T, dtype=np.int32),
        aspirations=np.ascontiguousarray(protocol.aspirations.T),
        candidates=protocol.candidates,
        fixed=np.array([] if worths is None else worths, dtype=np.float64).ravel(),
    )
    compiled.alternate(keys, terms, *ended)


def _lockstep(protocol: Protocol, keys: Words, worths: Floats | None, ended: Ended) -> None:
    """Play every session turn by turn; those that ended are dropped from the next turns."""
    held = drawn(protocol, keys) if worths is None else np.asarray(worths, dtype=np.float64)
    table = held.ravel()
    rows = np.arange(keys.size)
    starts = rows * (protocol.players * protocol.width) if worths is None else np.zeros_like(rows)
    for turn in range(protocol.turns):
        offered = _offered(protocol, table, starts, keys, turn)
        agreed = _agreed(protocol, table, starts, offered, turn)
        if not agreed.size:
            continue
        ended.offers[rows[agreed]] = offered[agreed]
        ended.turns[rows[agreed]] = turn + 1
        going = np.ones(rows.size, dtype=np.bool_)
        going[agreed] = False
        rows, starts, keys = rows[going], starts[going], keys[going]
        if not rows.size:
            return


def _offered(
    protocol: Protocol, table: Floats, starts: Integers, keys: Words, turn: int
) -> Integers:
    """Give the offer that the player of this turn makes in each session."""
    player = turn % protocol.players
    first = protocol.first_candidate + protocol.candidates * turn
    numbers = np.arange(first, first + protocol.candidates)
    thought_of = chance.below(keys[:, None], numbers, protocol.space)
    worth = _worth(protocol, table, starts[:, None], player, thought_of)
    return first_best(thought_of, worth, worth >= protocol.aspirations[player, turn])


def _agreed(
    protocol: Protocol, table: Floats, starts: Integers, offered: Integers, turn: int
) -> Integers:
    """Give the rows of the sessions where all the others accept, asked one after the other."""
    rows = np.arange(offered.size)
    for other in range(protocol.players):
        if other != turn % protocol.players and rows.size:
            worth = _worth(protocol, table, starts[rows], other, offered[rows])
            rows = rows[worth >= protocol.aspirations[other, turn]]
    return rows


def _worth(
    protocol: Protocol, table: Floats, starts: Integers, player: int, offers: Integers
) -> Floats:
    """Add up what offers are worth to a player, from the first issue to the last."""
    of_player = starts + player * protocol.width
    worth = np.zeros(offers.shape)
    for places in protocol.places:
        worth += table.take(of_player + places.take(offers))
    return worth
