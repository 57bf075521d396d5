"""What a simulated player proposes, amends and accepts, from what its seat may know.

Nobody sees every proposal at once: a player thinks of a few, by lot, and keeps the best of them.
Every decision draws the same count of numbers whatever it decides (`THINKS_OF` for a proposal,
`LOOKS_AT` for an amendment), so that two executors stay in step. Simulated players read their own
numbers, what the others show and the objections they heard; never the others' numbers.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from eclaireurs_play.engine.domains import Luck
from eclaireurs_play.engine.negotiation.estimates import estimates, refused
from eclaireurs_play.engine.negotiation.exact import SCALE, Booleans, Integers
from eclaireurs_play.engine.negotiation.reasons import Reason
from eclaireurs_play.engine.negotiation.space import Space
from eclaireurs_play.engine.negotiation.styles import Style
from eclaireurs_play.engine.negotiation.table import NegotiationTable

THINKS_OF = 8
"""Proposals a player thinks of before making its first one."""

IDEAS = 64
"""Ideas a player has, of which it keeps the first that a charter allows, `THINKS_OF` at most."""

LOOKS_AT = 9
"""Changes of one term a player thinks of before amending."""

TIER = 1 << 52
"""Above any score: `SCALE`² × the number of seats × that of objections heard, at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """How a seat of a style sees the proposals of a context; arrays of shape (proposals,).

    `own` is its satisfaction and `floor` its reservation (parts per million); `grievances` counts
    its reasons to object, `refused` the objections heard from others that would come again.
    `score` weighs its own satisfaction and the mean of the others' as estimated, by cooperation,
    which also discounts what is refused (in `SCALE`² × the number of others). Under a grievance,
    one thinks of oneself: the score is one's own satisfaction alone.
    """

    space: Space
    style: Style
    own: Integers
    floor: int
    grievances: Integers
    refused: Integers
    score: Integers

    @property
    def best(self) -> int:
        """Give the most this seat can hope for: its greatest satisfaction without a grievance."""
        fine = self.own[self.grievances == 0]
        return int((fine if fine.size else self.own).max())


def outlook(
    table: NegotiationTable, seat: str, style: Style, *, heard: Collection[Reason] = ()
) -> Outlook:
    """Gather what a simulated player of a seat knows, given the objections said so far."""
    row = table.row(seat)
    own, floor = table.satisfaction[row], int(table.reservations[row])
    others, no = estimates(table, seat, heard=heard), refused(table, seat, heard)
    mine = [limit.seat == seat for limit in table.numbers.limits]
    grievances = table.crossed[np.array(mine, dtype=np.bool_)].sum(axis=0) + (own < floor)
    care = style.cooperation
    count = max(len(others), 1)
    shared = (SCALE - care) * count * own + care * (others.sum(axis=0) - SCALE * count * no)
    score = np.where(grievances > 0, SCALE * count * own, shared)
    return Outlook(table.space, style, own, floor, grievances, no, score)


def opening(view: Outlook, target: int, luck: Luck, *, within: Booleans | None = None) -> int:
    """Choose a first proposal among a few it thinks of; a blind player takes the first.

    One it has nothing against and that meets its aspiration `target`, with the best score; if
    there is none, the nearest to that: fewest grievances, then best score. `within` tells which it
    may make, one at least (by default all): it thinks of the first few of its ideas that are.
    """
    thought_of = _thought_of(view.space.size, luck, within)
    if view.style.blind:
        return thought_of[0]
    return thought_of[int(_rank(view, thought_of, target).argmax())]


def _thought_of(size: int, luck: Luck, within: Booleans | None) -> list[int]:
    """Draw ideas among all proposals, so that allowing one more leaves the others as they were."""
    if within is None or bool(within.all()):
        return [luck(size) for _ in range(THINKS_OF)]
    ideas = [luck(size) for _ in range(IDEAS)]
    fine = [one for one in ideas if within[one]][:THINKS_OF]
    allowed = np.flatnonzero(within)
    return fine or [int(allowed[luck(allowed.size)])]


def amendment(
    view: Outlook, current: int, target: int, luck: Luck, *, avoid: Collection[int] = ()
) -> int | None:
    """Choose an amendment that changes one term of a proposal, or None to leave it.

    It looks at a few changes, by lot; a blind player takes the first of them, or none.

    A player amends as long as it has a grievance, is below its aspiration `target` or knows that
    another would object, when one term changed makes things better in this order: fewer
    grievances, aspiration met, score. `avoid` are proposals not to come back to.
    """
    around = view.space.neighbours(current)
    if not around:
        return None
    looked_at = [around[luck(len(around))] for _ in range(LOOKS_AT)]
    near = [one for one in looked_at if one not in avoid]
    if view.style.blind:
        return near[0] if near and looked_at[0] == near[0] else None
    settled = content(view, current, target) and not view.refused[current]
    if settled or not near:
        return None
    rank = _rank(view, near, target)
    better = rank.max() > _rank(view, [current], target)[0]
    return near[int(rank.argmax())] if better else None


def accepts(view: Outlook, current: int, amended: int, target: int) -> bool:
    """Tell whether whoever holds a proposal takes an amendment: content with it, or no worse off.

    A blind player takes any it has no more grievances against.
    """
    if view.style.blind:
        return bool(view.grievances[amended] <= view.grievances[current])
    before, after = _rank(view, [current, amended], target)
    return content(view, amended, target) or bool(after >= before)


def content(view: Outlook, proposal: int, target: int) -> bool:
    """Tell whether a player has nothing against a proposal and gets what it aspires to."""
    return bool(view.grievances[proposal] == 0 and view.own[proposal] >= target)


def _rank(view: Outlook, proposals: slice | Sequence[int], target: int) -> Integers:
    """Order proposals by a player's preference: the greater, the better."""
    grievances, own = view.grievances[proposals], view.own[proposals]
    met: Booleans = (grievances == 0) & (own >= target)
    return np.asarray((met - 2 * grievances) * TIER + view.score[proposals], dtype=np.int64)
