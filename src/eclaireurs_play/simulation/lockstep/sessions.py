"""The sessions of a chunk while they are played together: one row a session in every array."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.engine.gestures import NEWS
from eclaireurs_play.engine.negotiation.exact import SCALE, Booleans, Integers
from eclaireurs_play.engine.negotiation.styles import AT_A_MIXED_TABLE, STYLES, concession
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.phases import PhaseBase
from eclaireurs_play.play.negotiators import ROUNDS, style_stream
from eclaireurs_play.simulation.lockstep import chance
from eclaireurs_play.simulation.lockstep.tables import Rows, Tables

NONE = -1
_ROOM = 8
"""Versions of proposals that a chunk has room for at first; it grows as they are made."""


@dataclass(slots=True)
class Left:
    """What a phase left under a name: versions, in order, and when (−1: nothing yet).

    `items` has shape (sessions, most), filled up with −1; `since` and `count` (sessions,).
    """

    items: Integers
    count: Integers
    since: Integers

    @classmethod
    def nothing(cls, sessions: int) -> "Left":
        """Begin with nothing left."""
        none = np.full(sessions, NONE, dtype=np.int64)
        return cls(np.full((sessions, 1), NONE, dtype=np.int64), np.zeros_like(none), none)

    def put(self, rows: Rows, items: Integers, count: Integers, since: int) -> None:
        """Replace what some sessions left."""
        missing = items.shape[1] - self.items.shape[1]
        if missing > 0:
            self.items = np.pad(self.items, ((0, 0), (0, missing)), constant_values=NONE)
        self.items[rows] = NONE
        self.items[rows, : items.shape[1]] = items
        self.count[rows], self.since[rows] = count, since


@dataclass(slots=True)
class Sessions:
    """Everything that numbers decide in a chunk of sessions.

    `versions` (sessions, room) holds each proposal's number, `parents` and `makers` likewise;
    `made` how many there are. `pile` (sessions, surprises) is the order of the news and `told`
    which are out. `last` (sessions, seats) is the proposal that a seat last objected to aloud.
    `clock` counts the gestures made on proposals. `chosen` tells, by result and option, what a
    condition may ask; `items` the version that a phase goes through now, by result.
    """

    rules: Rules
    tables: Tables
    seeds: NDArray[np.uint64]
    styles: Integers
    pile: Integers
    told: Booleans
    versions: Integers
    parents: Integers
    makers: Integers
    made: Integers
    last: Integers
    clock: Integers
    minutes: NDArray[np.float64]
    objections: Integers
    kept: Booleans
    rounds: Integers
    adopted: Integers
    final: Integers
    results: dict[str, Left] = field(default_factory=dict)
    of_phase: dict[str, Left] = field(default_factory=dict)
    items: dict[str, Integers] = field(default_factory=dict)
    chosen: dict[tuple[str, str], Booleans] = field(default_factory=dict)
    done: dict[str, Booleans] = field(default_factory=dict)
    now: int = 0

    @classmethod
    def begin(
        cls, rules: Rules, tables: Tables, seeds: NDArray[np.uint64], *, table: str, calm: bool
    ) -> "Sessions":
        """Open sessions: styles drawn, news shuffled."""
        count, seats = seeds.size, len(tables.seats)
        surprises = sorted(rules.scenario.surprises)
        foreseen = rules.scenario.charter
        cards = (*foreseen.criteria, *foreseen.guardrails) if foreseen else ()
        none = np.full(count, NONE, dtype=np.int64)
        return cls(
            rules=rules,
            tables=tables,
            seeds=seeds,
            styles=_styles(seeds, table, tables.seats),
            pile=_shuffled(seeds, rules, calm=calm),
            told=np.zeros((count, len(surprises)), dtype=np.bool_),
            versions=np.full((count, _ROOM), NONE, dtype=np.int64),
            parents=np.full((count, _ROOM), NONE, dtype=np.int64),
            makers=np.full((count, _ROOM), NONE, dtype=np.int64),
            made=np.zeros(count, dtype=np.int64),
            last=np.full((count, seats), NONE, dtype=np.int64),
            clock=np.zeros(count, dtype=np.int64),
            minutes=np.zeros(count, dtype=np.float64),
            objections=np.zeros((count, seats), dtype=np.int64),
            kept=np.ones((count, len(cards)), dtype=np.bool_),
            rounds=none.copy(),
            adopted=none.copy(),
            final=none.copy(),
        )

    @property
    def count(self) -> int:
        """Count the sessions."""
        return int(self.seeds.size)

    def add(self, rows: Rows, proposals: Integers, maker: Integers, parent: Integers) -> Integers:
        """Add a version to some sessions, of a proposal's number; give its place in each."""
        if rows.size and int(self.made[rows].max()) >= self.versions.shape[1]:
            room = ((0, 0), (0, self.versions.shape[1]))
            self.versions = np.pad(self.versions, room, constant_values=NONE)
            self.parents = np.pad(self.parents, room, constant_values=NONE)
            self.makers = np.pad(self.makers, room, constant_values=NONE)
        place = self.made[rows]
        self.versions[rows, place] = proposals
        self.makers[rows, place] = maker
        self.parents[rows, place] = parent
        self.made[rows] += 1
        return place

    def holder(self, rows: Rows, version: Integers) -> Integers:
        """Give who made the first version of a proposal, seat by row of `tables`."""
        root = version.copy()
        for _ in range(self.versions.shape[1]):
            parent = self.parents[rows, root]
            if (parent < 0).all():
                break
            root = np.where(parent < 0, root, parent)
        return self.makers[rows, root]

    def leave(self, phase: str, rows: Rows, items: Integers, count: Integers) -> None:
        """Record what a phase leaves in some sessions."""
        name = self.rules.phases[phase].gives or phase
        self.now += 1
        for left, key in ((self.results, name), (self.of_phase, phase)):
            left.setdefault(key, Left.nothing(self.count)).put(rows, items, count, self.now)

    def choose(self, phase: str, rows: Rows, chosen: dict[str, Booleans]) -> None:
        """Record the options a phase retained in some sessions."""
        name = self.rules.phases[phase].gives or phase
        for option, was in chosen.items():
            known = self.chosen.setdefault((name, option), np.zeros(self.count, dtype=np.bool_))
            known[rows] = was

    def used(self, names: Sequence[str], rows: Rows) -> tuple[Integers, Integers, Integers]:
        """Give the versions last left under the first of these names that leaves some.

        Items, how many, and since when (−1: nothing). While a phase goes through them, only the
        current one.
        """
        for name in names:
            if name in self.items:
                item = self.items[name][rows]
                one = (item >= 0).astype(np.int64)
                return item[:, None], one, np.where(one, self.now, NONE)
        for name in names:
            if name in self.results:
                left = self.results[name]
                return left.items[rows], left.count[rows], left.since[rows]
        none = np.full(rows.size, NONE, dtype=np.int64)
        return none[:, None], np.zeros_like(none), none

    def taken_up(self, phase: PhaseBase, rows: Rows) -> tuple[Integers, Integers]:
        """Give the versions a phase starts from, and how many, as `versions.taken_up`."""
        items, count, since = self.used(phase.uses, rows)
        before = self.of_phase.get(phase.id)
        if before is None or any(name in self.items for name in phase.uses):
            return items.copy(), count.copy()
        width = max(items.shape[1], before.items.shape[1])
        again = before.since[rows] >= np.maximum(since, 0)
        pair = [np.pad(one, ((0, 0), (0, width - one.shape[1])), constant_values=NONE)
                for one in (before.items[rows], items)]  # fmt: skip
        return np.where(again[:, None], *pair), np.where(again, before.count[rows], count)

    def finish(self, phase: str, rows: Rows) -> None:
        """Remember that a phase left something in some sessions."""
        name = self.rules.phases[phase].gives or phase
        self.done.setdefault(name, np.zeros(self.count, dtype=np.bool_))[rows] = True

    def spend(self, phase: str, rows: Rows) -> None:
        """Count the minutes that the file foresees for a phase."""
        played = self.rules.phases[phase]
        self.minutes[rows] += played.minutes + played.pause

    def luck(self, actor: str, phase: str, times: str, made: Integers, rows: Rows) -> "Luck":
        """Give an actor's luck in some sessions, after so many gestures in the phase."""
        return Luck.at(self.seeds[rows], actor, phase, times, made)


@dataclass(frozen=True, slots=True)
class Luck:
    """The streams of one actor at one moment, one per session."""

    keys: NDArray[np.uint64]

    @classmethod
    def at(
        cls, seeds: NDArray[np.uint64], actor: str, phase: str, times: str, made: Integers
    ) -> "Luck":
        """Give the streams that `play.policies.stream_name` names."""
        least, most = (int(made.min()), int(made.max())) if made.size else (0, 0)
        words = [chance.word(actor, phase, times, one) for one in range(least, most + 1)]
        return cls(chance.mix(seeds ^ np.array(words, dtype=np.uint64)[made - least]))

    def only(self, rows: Rows) -> "Luck":
        """Keep to some of the sessions."""
        return Luck(self.keys[rows])

    def draws(self, first: int, bounds: Sequence[int] | Integers, count: int = 1) -> Integers:
        """Draw `count` numbers below a bound, from the draw number `first`; (sessions, count)."""
        bound = np.asarray(bounds).reshape(-1, 1)
        return chance.below(self.keys[:, None], np.arange(first, first + count)[None, :], bound)


@cache
def concessions(seats: int) -> tuple[Integers, Integers]:
    """Give what each style has conceded at each moment, and its care for others.

    Shapes (styles, moments + 1), in parts per million, and (styles,); a blind one concedes all.
    """
    of = ROUNDS * max(1, seats)
    told = [
        [SCALE if style.blind else concession(style.pace, at, of) for at in range(of + 1)]
        for style in STYLES.values()
    ]
    care = [style.cooperation for style in STYLES.values()]
    return np.array(told, dtype=np.int64), np.array(care, dtype=np.int64)


def _styles(seeds: NDArray[np.uint64], table: str, seats: tuple[str, ...]) -> Integers:
    """Give the style of each seat, shape (sessions, seats): its place among `STYLES`."""
    names = list(STYLES)
    if table != "mixed":
        return np.full((seeds.size, len(seats)), names.index(table), dtype=np.int64)
    mixed = np.array([names.index(one) for one in AT_A_MIXED_TABLE], dtype=np.int64)
    streams = (chance.keys(seeds, style_stream(seat)) for seat in seats)
    return np.stack([mixed[chance.below(one, 0, mixed.size)] for one in streams], axis=1)


def _shuffled(seeds: NDArray[np.uint64], rules: Rules, *, calm: bool) -> Integers:
    """Shuffle the news of each session, as `engine.setup`; shape (sessions, those that fall)."""
    surprises = sorted(rules.scenario.surprises.items())
    falling = [place for place, (_, one) in enumerate(surprises) if one.falls and not calm]
    streams = [f"pile/{NEWS}/{surprises[place][0]}" for place in falling]
    numbers = [chance.draws(chance.keys(seeds, stream), 0) for stream in streams]
    drawn = np.array(numbers, dtype=np.uint64).reshape(len(falling), seeds.size)
    return np.array(falling, dtype=np.int64)[drawn.T.argsort(axis=1, kind="stable")]
