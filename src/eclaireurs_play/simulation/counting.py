"""How the rows of a chunk are counted: a few passes of numpy, whatever the number of sessions."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.engine.negotiation.exact import SCALE
from eclaireurs_play.engine.negotiation.styles import STYLES
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.simulation.columns import STATUSES, Chunk, Rows, joined, term_field
from eclaireurs_play.simulation.statistics import Distribution, Fourfold
from eclaireurs_play.simulation.tally import LEVELS, NAMED, Counts, Tally, shape_of

OVER = STATUSES.index("over")

_TOGETHER = 8192
"""Sessions counted at once."""


def tally(chunks: Iterable[Chunk], rules: Rules) -> Tally:
    """Add up the sessions of a batch, each chunk holding whole sessions."""
    found = Tally.none(shape_of(rules))
    for chunk in together(chunks):
        found.take(_counted(chunk, rules))
    return found


def together(chunks: Iterable[Chunk], at_once: int = _TOGETHER) -> Iterator[Chunk]:
    """Put small chunks together, so that each is worth counting."""
    held: list[Chunk] = []
    for chunk in chunks:
        held.append(chunk)
        if sum(one.sessions.size for one in held) >= at_once:
            yield joined(held)
            held = []
    if held:
        yield joined(held)


def grid(chunk: Chunk, name: str, seats: int) -> Counts:
    """Arrange a field of seats by session and seat; -1 where a seat is not in play."""
    found = np.full((chunk.sessions.size, seats), -1, dtype=np.int64)
    rows = np.searchsorted(chunk.sessions["session"], chunk.seats["session"])
    found[rows, chunk.seats["seat"]] = chunk.seats[name]
    return found


def _counted(chunk: Chunk, rules: Rules) -> Tally:
    found = Tally.none(shape_of(rules))
    if chunk.sessions.size:
        seats = len(rules.scenario.seats)
        levels = grid(chunk, "satisfaction", seats)
        _sessions(found, chunk.sessions, rules)
        _paired(found, chunk.sessions, levels, rules)
        _styles(found, chunk.sessions, grid(chunk, "style", seats))
        _satisfied(found, levels, chunk.seats)
        _proposals(found, chunk, rules)
        _cards(found, chunk.cards)
    return found


def _sessions(found: Tally, rows: Rows, rules: Rules) -> None:
    found.sessions = rows.size
    over = rows["status"] == OVER
    found.over = int(over.sum())
    found.unfinished = frozenset(rows["session"][~over][:NAMED].tolist())
    found.lockstep = int((rows["executor"] > 0).sum())
    found.actions = Distribution.of(_known(rows["actions"]))
    found.minutes = Distribution.of(np.rint(rows["minutes"]))
    asked = rows["adopted"] >= 0
    found.asked = int(asked.sum())
    found.adopted = int((rows["adopted"] > 0).sum())
    found.rounds = Distribution.of(rows["rounds"][asked])
    found.objections = Distribution.of(rows["objections"][asked])
    found.versions = Distribution.of(rows["proposals"][asked])
    masks, times = np.unique(rows["surprises"][asked], return_counts=True)
    found.contexts.update(dict(zip(masks.tolist(), times.tolist(), strict=True)))
    signed = rows["agreement"] >= 0
    contexts, which = np.unique(rows["surprises"][signed], return_inverse=True)
    size = rules.numbers.space.size
    numbers, counts = np.unique(
        which.astype(np.int64) * size + rows["agreement"][signed], return_counts=True
    )
    for number, count in zip(numbers.tolist(), counts.tolist(), strict=True):
        found.agreements[int(contexts[number // size]), number % size] = count
    for place in range(len(rules.scenario.surprises)):
        found.fell[place] = int(fell(rows, place).sum())


def fell(rows: Rows, place: int) -> NDArray[np.bool_]:
    """Tell in which sessions a surprise fell."""
    return np.asarray(rows["surprises"] >> np.uint64(place) & np.uint64(1), dtype=np.bool_)


def _paired(found: Tally, rows: Rows, levels: Counts, rules: Rules) -> None:
    """Compare each session with its twin without surprises."""
    twins = (rows["adopted"] >= 0) & (rows["calm_adopted"] >= 0)
    now, calm = rows["adopted"] > 0, rows["calm_adopted"] > 0
    found.calm = _cells(calm[twins], now[twins])
    signed = (rows["agreement"] >= 0) & (rows["calm_agreement"] >= 0)
    found.both_signed = int(signed.sum())
    found.same_agreement = int((rows["agreement"] == rows["calm_agreement"])[signed].sum())
    swings = _swings(rows, signed, levels, rules)
    shift = now[twins].astype(np.int64) - calm[twins]
    there = np.array([fell(rows, place)[twins] for place in range(found.fell.size)], dtype=np.int64)
    if found.fell.size:
        found.together = there @ there.T
        found.shifts = np.append(there @ shift, shift @ shift)
    for place in range(found.fell.size):
        here = fell(rows, place)
        found.effects[place] = _cells(calm[twins & here], now[twins & here])
        found.swings[place] = _moments(swings, here[:, None] & (swings > -SCALE - 1))


def _swings(rows: Rows, signed: NDArray[np.bool_], levels: Counts, rules: Rules) -> Counts:
    """Give what surprises did to each satisfaction; out of range where there is no pair."""
    swings = np.full(levels.shape, -2 * SCALE, dtype=np.int64)
    if signed.any() and rules.numbers.seats:
        seats, table = list(rules.scenario.seats), rules.numbers.at()
        for row, seat in enumerate(table.seats):
            column = seats.index(seat)
            before = table.satisfaction[row][np.where(signed, rows["calm_agreement"], 0)]
            known = signed & (levels[:, column] >= 0)
            swings[known, column] = levels[known, column] - before[known]
    return swings


def _styles(found: Tally, rows: Rows, styles: Counts) -> None:
    """Count consents by who holds a style, and by how many do."""
    asked, adopted = rows["adopted"] >= 0, rows["adopted"] > 0
    for style in range(len(STYLES)):
        held = styles == style
        many = held.sum(axis=1)
        for place, mask in enumerate((asked, adopted)):
            found.styles[:, style, place] = (held & mask[:, None]).sum(axis=0)
            found.company[style, :, place] = np.bincount(
                many[mask], minlength=found.company.shape[1]
            )


def _satisfied(found: Tally, levels: Counts, rows: Rows) -> None:
    """Add up satisfactions; whoever ties for the least counts too."""
    known = levels >= 0
    lowest = np.where(known, levels, 2 * SCALE).min(axis=1, keepdims=True)
    found.least = ((levels == lowest) & known).sum(axis=0)
    found.satisfaction = _moments(levels, known)
    hundredths = np.rint(levels / (SCALE / (LEVELS - 1))).astype(np.int64)
    for seat in range(levels.shape[1]):
        found.levels[seat] = np.bincount(hundredths[known[:, seat], seat], minlength=LEVELS)
    size = levels.shape[1]
    found.crossed = np.bincount(rows["seat"][rows["crossed"] > 0], minlength=size)
    for name, held in (("contributions", found.contributions), ("objections", found.objecting)):
        counted = rows[rows[name] >= 0]
        values = counted[name].astype(np.int64)
        for place, weights in enumerate((np.ones_like(values), values, values * values)):
            held[:, place] = np.bincount(counted["seat"], weights, minlength=size).astype(np.int64)


def _proposals(found: Tally, chunk: Chunk, rules: Rules) -> None:
    rows = chunk.proposals
    session = np.searchsorted(chunk.sessions["session"], rows["session"])
    adopted = (rows["adopted"] > 0) & (chunk.sessions["agreement"] >= 0)[session]
    found.made = np.bincount(rows["by"] + 1, minlength=found.made.size)
    found.authored = np.bincount(rows["by"][adopted] + 1, minlength=found.made.size)
    for place, term in enumerate(rules.numbers.space.terms):
        picked, size = rows[term_field(term)], found.tried[place].size
        known = (picked >= 0) & (chunk.sessions["adopted"] >= 0)[session]
        held = np.zeros((chunk.sessions.size, size), dtype=np.bool_)
        held[session[known], picked[known]] = True
        found.tried[place][:] = held.sum(axis=0)
        found.agreed[place][:] = np.bincount(picked[known & adopted], minlength=size)


def _cards(found: Tally, rows: Rows) -> None:
    size = found.seen.size
    found.seen = np.bincount(rows["card"][rows["seen"] > 0], minlength=size)
    found.answered = np.bincount(rows["card"][rows["answered"] > 0], minlength=size)


def _known(values: NDArray[np.signedinteger]) -> NDArray[np.signedinteger]:
    """Leave out what was not counted."""
    return values[values >= 0]


def _cells(before: NDArray[np.bool_], after: NDArray[np.bool_]) -> Counts:
    one = Fourfold.of(before, after)
    return np.array((one.both, one.lost, one.gained, one.neither), dtype=np.int64)


def _moments(values: Counts, known: NDArray[np.bool_]) -> Counts:
    """Add up each column where it is known: counts, sums, sums of squares."""
    kept = np.where(known, values, 0)
    return np.stack((known.sum(axis=0), kept.sum(axis=0), (kept * kept).sum(axis=0)), axis=-1)
