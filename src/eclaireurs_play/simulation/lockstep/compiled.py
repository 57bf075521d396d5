"""The kernels of lock-step compiled by numba, one session after the other; needs extra `speed`.

Same draws, same order of sums and of comparisons as in numpy: results are the same to the bit.
Compiled code is kept beside this file, or where `NUMBA_CACHE_DIR` says.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import numba
import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.engine import chance
from eclaireurs_play.engine.negotiation.exact import SCALE, Booleans
from eclaireurs_play.engine.negotiation.tactics import TIER
from eclaireurs_play.simulation.lockstep.chance import Floats, Integers, Words

_Function = TypeVar("_Function", bound=Callable[..., Any])

_GOLDEN = np.uint64(chance.GOLDEN)
_FIRST, _SECOND = np.uint64(chance.FIRST), np.uint64(chance.SECOND)
_30, _27, _31, _32, _11 = (np.uint64(shift) for shift in (30, 27, 31, 32, 11))
_ONE = np.uint64(1)
_LEAST = 1e-9
_SCALE, _TIER = SCALE, TIER


class Terms(NamedTuple):
    """What `offers.Protocol` says, as arrays.

    `places` has shape (offers, issues), `aspirations` (turns, players). `fixed` is what values are
    worth to each player in turn in every session; it is empty when they are drawn.
    """

    sizes: Integers
    places: Integers
    aspirations: Floats
    candidates: int
    fixed: Floats


def compile_kernel(function: _Function) -> _Function:
    """Compile a function at its first call, or take it from the cache where one can be written."""
    try:
        return cast("_Function", numba.njit(cache=True, nogil=True)(function))
    except RuntimeError:
        return cast("_Function", numba.njit(nogil=True)(function))


def _inline(function: _Function) -> _Function:
    """Compile a function into those that call it: arrays cross calls at a cost."""
    return cast("_Function", numba.njit(inline="always")(function))


@compile_kernel
def draw(key: np.uint64, counter: int) -> np.uint64:
    """Give the draw number `counter` of a stream, as `chance.draw`."""
    word = key + (np.uint64(counter) + _ONE) * _GOLDEN
    word = (word ^ (word >> _30)) * _FIRST
    word = (word ^ (word >> _27)) * _SECOND
    return word ^ (word >> _31)


@compile_kernel
def below(key: np.uint64, counter: int, bound: int) -> np.int64:
    """Draw an integer in [0, bound), as `chance.below`."""
    return np.int64(((draw(key, counter) >> _32) * np.uint64(bound)) >> _32)


@compile_kernel
def unit(key: np.uint64, counter: int) -> np.float64:
    """Draw a number in [0, 1), as `chance.units`."""
    return np.float64(draw(key, counter) >> _11) * 2.0**-53


@compile_kernel
def draw_worths(key: np.uint64, players: int, sizes: Integers, worths: Floats) -> None:
    """Draw what each value is worth to each player in a session, as `offers.drawn`."""
    issues, at = sizes.size, 0
    for player in range(players):
        total = 0.0
        for weight in range(player * issues, (player + 1) * issues):
            total += unit(key, weight) + _LEAST
        for issue in range(issues):
            share = (unit(key, player * issues + issue) + _LEAST) / total
            most = 0.0
            for place in range(at, at + sizes[issue]):
                worths[place] = unit(key, players * issues + place)
                most = max(most, worths[place])
            for place in range(at, at + sizes[issue]):
                worths[place] = worths[place] / most * share
            at += sizes[issue]


@_inline
def worth(worths: Floats, start: int, places: Integers, offer: np.int64, issues: int) -> float:
    """Add up what an offer is worth to the player who starts there, from the first issue on."""
    total = 0.0
    for issue in range(issues):
        total += worths[start + places[offer, issue]]
    return total


@compile_kernel
def alternate(keys: Words, terms: Terms, offers: Integers, turns: Integers) -> None:
    """Play alternating offers into `offers` and `turns`, as `offers.play`."""
    places, aspirations, candidates = terms.places, terms.aspirations, terms.candidates
    (space, issues), players, width = places.shape, aspirations.shape[1], terms.sizes.sum()
    drawn = terms.fixed.size == 0
    worths = np.empty(players * width) if drawn else terms.fixed
    first = players * (terms.sizes.size + width)
    for session in range(keys.size):
        key = keys[session]
        if drawn:
            draw_worths(key, players, terms.sizes, worths)
        for turn in range(aspirations.shape[0]):
            player, offer, most = turn % players, np.int64(0), -np.inf
            for candidate in range(candidates):
                other = below(key, first + candidates * turn + candidate, space)
                found = worth(worths, player * width, places, other, issues)
                if found > most:
                    offer, most = other, found
                if found >= aspirations[turn, player]:
                    break
            agreed = True
            for seat in range(players):
                if seat != player and agreed:
                    found = worth(worths, seat * width, places, offer, issues)
                    agreed = found >= aspirations[turn, seat]
            if agreed:
                offers[session], turns[session] = offer, turn + 1
                break


class Known(NamedTuple):
    """What a seat knows of every proposal, as arrays; see `tables.Tables`.

    `own` (proposals,) and `shifts` (surprises,) over `denominator` are its satisfaction; `lines`
    (proposals, lines) and `line_shifts` (surprises, lines) what red lines compare, `of` whose they
    are; `guesses` (proposals, seats, 1 + axes) what it guesses of the others.
    """

    seat: int
    own: Integers
    shifts: Integers
    denominator: int
    floor: int
    lines: Integers
    line_shifts: Integers
    at_most: Booleans
    of: Integers
    guesses: NDArray[np.int32]


class Now(NamedTuple):
    """What each session has come to.

    The news that fell (sessions, surprises), what the seat holds out for and how much it cares for
    others (sessions,), and what was heard of each seat (sessions, seats), as in `minds.Heard`.
    """

    active: Booleans
    target: Integers
    care: Integers
    about: Integers
    line: Integers
    axis: Integers


class Weighed(NamedTuple):
    """What a seat thinks of some proposals of each session, as `minds.Look`."""

    grievances: Integers
    refused: Integers
    met: Booleans
    rank: Integers


@_inline
def per_million(numerator: int, denominator: int) -> int:
    """Round a share to parts per million, as `exact.per_million`."""
    scaled = numerator * _SCALE
    parts = scaled // denominator
    rest = 2 * (scaled - parts * denominator)
    return parts + ((rest > denominator) or (rest == denominator and parts % 2 == 1))


@_inline
def crosses(known: Known, moved: Integers, line: int, proposal: int) -> bool:
    """Tell whether a proposal crosses a red line, moved by the news of a session."""
    over = known.lines[proposal, line] + moved[line]
    return bool(over > 0 if known.at_most[line] else over < 0)


@_inline
def grievances_of(known: Known, moved: Integers, proposal: int, own: int) -> int:
    """Count the reasons of the seat to object to a proposal that brings it so much."""
    count = int(own < known.floor)
    for line in range(moved.size):
        if known.of[line] == known.seat:
            count += crosses(known, moved, line, proposal)
    return count


@_inline
def others_of(
    known: Known, now: Now, moved: Integers, session: int, proposal: int
) -> tuple[int, int]:
    """Add up what the others seem to get by a proposal, and count those who would refuse it."""
    total, refused = 0, 0
    for other in range(now.about.shape[1]):
        if other == known.seat:
            continue
        named, spoke = now.axis[session, other] + 1, now.about[session, other]
        guess = known.guesses[proposal, other, named]
        total += guess
        if spoke >= 0 and now.line[session, other] >= 0:
            refused += crosses(known, moved, now.line[session, other], proposal)
        elif spoke >= 0:
            refused += guess <= known.guesses[spoke, other, named]
    return total, refused


@_inline
def moved_by(known: Known, now: Now, session: int, moved: Integers) -> int:
    """Say how the news moved the red lines, into `moved`; give how they move what the seat gets."""
    shift, moved[:] = 0, 0
    for news in range(known.shifts.size):
        if now.active[session, news]:
            shift += known.shifts[news]
            for line in range(moved.size):
                moved[line] += known.line_shifts[news, line]
    return shift


@compile_kernel
def weigh(known: Known, now: Now, proposals: Integers, found: Weighed) -> None:
    """Weigh proposals (sessions, several) as a seat does, into `found`, as `minds.Mind.look`."""
    count = max(now.about.shape[1] - 1, 1)
    moved = np.zeros(known.of.size, dtype=np.int64)
    for session in range(proposals.shape[0]):
        shift, care = moved_by(known, now, session, moved), now.care[session]
        for place in range(proposals.shape[1]):
            one = proposals[session, place]
            own = per_million(known.own[one] + shift, known.denominator)
            grievances, others, refused = grievances_of(known, moved, one, own), 0, 0
            score = _SCALE * count * own
            if grievances == 0:
                others, refused = others_of(known, now, moved, session, one)
                score = (_SCALE - care) * count * own
                score += care * (others - _SCALE * count * refused)
            met = grievances == 0 and own >= now.target[session]
            found.grievances[session, place] = grievances
            found.refused[session, place] = refused
            found.met[session, place] = met
            found.rank[session, place] = (int(met) - 2 * grievances) * _TIER + score
