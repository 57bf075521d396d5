"""Proposals weighed by compiled code: the tables of a seat as plain arrays. Needs extra `speed`."""

from weakref import WeakKeyDictionary

import numpy as np

from eclaireurs_play.engine.negotiation.exact import Booleans, Integers
from eclaireurs_play.simulation.lockstep.compiled import Known, Now, Weighed, weigh
from eclaireurs_play.simulation.lockstep.tables import Tables

_kept: WeakKeyDictionary[Tables, dict[int, Known]] = WeakKeyDictionary()


def weighed(tables: Tables, seat: int, now: Now, proposals: Integers) -> Weighed:
    """Weigh proposals (sessions, several) as a seat does; the same as `minds.Mind.look`.

    What would be refused is counted where the seat has nothing against a proposal, since it
    matters nowhere else.
    """
    shape = proposals.shape
    counts, ranks = np.empty((2, *shape), dtype=np.int64), np.empty(shape, dtype=np.int64)
    met: Booleans = np.empty(shape, dtype=np.bool_)
    found = Weighed(counts[0], counts[1], met, ranks)
    now = Now(
        np.ascontiguousarray(now.active),
        np.ascontiguousarray(now.target),
        np.ascontiguousarray(now.care),
        np.ascontiguousarray(now.about),
        np.ascontiguousarray(now.line),
        np.ascontiguousarray(now.axis),
    )
    weigh(_known(tables, seat), now, np.ascontiguousarray(proposals), found)
    return found


def _known(tables: Tables, seat: int) -> Known:
    kept = _kept.setdefault(tables, {})
    if seat not in kept:
        kept[seat] = _gathered(tables, seat)
    return kept[seat]


def _gathered(tables: Tables, seat: int) -> Known:
    """Put what a seat knows of a proposal side by side."""
    own, over = tables.own[seat], [line.over for line in tables.lines]
    guesses = [tables.estimates(seat, other) for other in range(len(tables.seats))]
    named = np.zeros((own.calm.size, len(guesses), max(map(len, guesses))), dtype=np.int32)
    for other, guess in enumerate(guesses):
        named[:, other, : len(guess)] = guess.T
    return Known(
        seat=seat,
        own=own.calm,
        shifts=own.shifts,
        denominator=own.denominator,
        floor=int(tables.floors[seat]),
        lines=_columns([one.calm for one in over], own.calm.size),
        line_shifts=_columns([one.shifts for one in over], own.shifts.size),
        at_most=np.array([line.at_most for line in tables.lines], dtype=np.bool_),
        of=np.array([line.seat for line in tables.lines], dtype=np.int64),
        guesses=named,
    )


def _columns(columns: list[Integers], height: int) -> Integers:
    found = np.empty((height, len(columns)), dtype=np.int64)
    for place, column in enumerate(columns):
        found[:, place] = column
    return found
