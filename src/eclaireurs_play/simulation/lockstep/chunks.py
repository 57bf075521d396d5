"""What a chunk of sessions leaves, in the columns of a batch."""

import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.engine.negotiation.exact import Integers
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.columns import Chunk, Columns, term_field
from eclaireurs_play.simulation.lockstep.sessions import NONE, Sessions

LOCKSTEP = 1
"""The place of this executor in `columns.EXECUTORS`."""

_OVER = 0


def chunk(batch: Batch, numbers: range, played: Sessions, twin: Sessions | None) -> Chunk:
    """Give the rows of sessions played, beside their twin without surprises if any."""
    columns = Columns.of(batch.rules)
    return Chunk(
        sessions=_sessions(columns, numbers, played, twin),
        seats=_seats(columns, numbers, played),
        proposals=_proposals(columns, numbers, played),
        cards=np.empty(0, dtype=columns.cards),
    )


def agreements(played: Sessions) -> Integers:
    """Give the number of the proposal adopted in each session, −1 for none."""
    adopted = played.versions[np.arange(played.count), played.final]
    return np.where(played.final >= 0, adopted, NONE)


def _sessions(
    columns: Columns, numbers: range, played: Sessions, twin: Sessions | None
) -> NDArray[np.void]:
    rows = np.empty(played.count, dtype=columns.sessions)
    rows["session"], rows["seed"] = np.arange(numbers.start, numbers.stop), played.seeds
    rows["status"], rows["executor"], rows["actions"] = _OVER, LOCKSTEP, NONE
    rows["minutes"], rows["rounds"], rows["adopted"] = played.minutes, played.rounds, played.adopted
    rows["objections"] = played.objections.sum(axis=1)
    bits = np.uint64(1) << np.arange(played.told.shape[1], dtype=np.uint64)
    rows["surprises"] = (played.told * bits).sum(axis=1, dtype=np.uint64)
    rows["deviations"], rows["proposals"] = 0, played.made
    rows["agreement"] = agreements(played)
    rows["calm_adopted"] = twin.adopted if twin else NONE
    rows["calm_rounds"] = twin.rounds if twin else NONE
    rows["calm_agreement"] = agreements(twin) if twin else NONE
    return rows


def _seats(columns: Columns, numbers: range, played: Sessions) -> NDArray[np.void]:
    scenario, tables = played.rules.scenario, played.tables
    names = tuple(scenario.seats)
    roles = {role: place for place, role in enumerate(columns.words["role"])}
    rows = np.empty((played.count, len(names)), dtype=columns.seats)
    rows["session"] = np.arange(numbers.start, numbers.stop)[:, None]
    rows["contributions"] = NONE
    some = np.flatnonzero(played.final >= 0)
    version, active = agreements(played)[some], played.told[some]
    for place, name in enumerate(names):
        seat = tables.seats.index(name)
        mine = rows[:, place]
        mine["seat"], mine["role"] = place, roles[scenario.seats[name].role]
        mine["style"], mine["objections"] = played.styles[:, seat], played.objections[:, seat]
        mine["satisfaction"] = mine["crossed"] = NONE
        own = tables.satisfaction(seat, version, active)
        short = (own < tables.floors[seat]).astype(np.int64)
        over = tables.grievances(seat, version, active, own) - short
        mine["satisfaction"][some], mine["crossed"][some] = own, over > 0
    return rows.ravel()


def _proposals(columns: Columns, numbers: range, played: Sessions) -> NDArray[np.void]:
    session, version = np.nonzero(np.arange(played.versions.shape[1]) < played.made[:, None])
    rows = np.empty(session.size, dtype=columns.proposals)
    rows["session"], rows["version"] = session + numbers.start, version + 1
    names = tuple(played.rules.scenario.seats)
    seats = np.array([names.index(one) for one in played.tables.seats], dtype=np.int64)
    rows["by"] = seats[played.makers[session, version]]
    rows["parent"] = played.parents[session, version] + 1
    rows["adopted"] = played.final[session] == version
    stride, proposal = played.tables.numbers.space.size, played.versions[session, version]
    space = played.tables.numbers.space
    for term, size in zip(space.terms, space.sizes, strict=True):
        stride //= size
        rows[term_field(term)] = proposal // stride % size
    return rows
