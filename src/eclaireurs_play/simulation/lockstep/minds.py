"""What simulated seats want, in many sessions at once: `negotiation.tactics`, row by row."""

from dataclasses import dataclass

import numpy as np

from eclaireurs_play.engine.negotiation.exact import SCALE, Booleans, Integers
from eclaireurs_play.engine.negotiation.styles import STYLES
from eclaireurs_play.engine.negotiation.tactics import IDEAS, LOOKS_AT, THINKS_OF, TIER
from eclaireurs_play.simulation.lockstep import speed
from eclaireurs_play.simulation.lockstep.choosing import best
from eclaireurs_play.simulation.lockstep.sessions import NONE, Luck, Sessions, concessions
from eclaireurs_play.simulation.lockstep.tables import Rows, Tables

_LEAST = np.iinfo(np.int64).min
_BLIND = np.array([style.blind for style in STYLES.values()], dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class Heard:
    """Why each seat last objected aloud, as it stands now; arrays of shape (sessions, seats).

    `about` is the proposal it spoke of (−1: it has nothing to say any more), `line` the row of the
    red line it named, `axis` the place of the axis it missed most.
    """

    about: Integers
    line: Integers
    axis: Integers

    @classmethod
    def at(cls, sessions: Sessions, rows: Rows) -> "Heard":
        """Listen again to what was said, in the context of each session."""
        tables, active = sessions.tables, sessions.told[rows]
        about = sessions.last[rows]
        line, axis = np.full_like(about, NONE), np.full_like(about, NONE)
        for seat in range(about.shape[1]):
            spoke = np.flatnonzero(about[:, seat] >= 0)
            if not spoke.size:
                continue
            said, context = about[spoke, seat], active[spoke]
            line[spoke, seat], axis[spoke, seat] = tables.gravest(seat, said, context)
            still = tables.objections(seat, said, context)
            about[spoke[~still], seat] = NONE
            axis[spoke[~still], seat] = NONE
        return cls(about, line, axis)

    def only(self, rows: Rows) -> "Heard":
        """Keep to some of the sessions."""
        return Heard(self.about[rows], self.line[rows], self.axis[rows])


@dataclass(frozen=True, slots=True)
class Mind:
    """A seat in some sessions, and what it holds out for (`target`, parts per million)."""

    sessions: Sessions
    rows: Rows
    seat: int
    heard: Heard
    target: Integers

    @classmethod
    def at(cls, sessions: Sessions, rows: Rows, seat: int, clock: Integers, heard: Heard) -> "Mind":
        """Gather what a seat knows; `clock` counts the gestures made on proposals so far."""
        tables = sessions.tables
        floor = tables.floors[seat]
        top = tables.best(seat, sessions.told[rows])
        told, _ = concessions(len(sessions.rules.scenario.seats))
        given = told[sessions.styles[rows, seat], np.minimum(clock, told.shape[1] - 1)]
        target = np.where(top <= floor, floor, top - (top - floor) * given // SCALE)
        return cls(sessions, rows, seat, heard, target)

    @property
    def tables(self) -> Tables:
        """Give the scenario's numbers."""
        return self.sessions.tables

    @property
    def blind(self) -> Booleans:
        """Tell in which sessions this seat plays at random."""
        return np.asarray(_BLIND[self.sessions.styles[self.rows, self.seat]])

    @property
    def care(self) -> Integers:
        """Give how much this seat cares for the others, parts per million."""
        _, care = concessions(len(self.sessions.rules.scenario.seats))
        return np.asarray(care[self.sessions.styles[self.rows, self.seat]])

    def only(self, here: Rows) -> "Mind":
        """Keep to some of the sessions."""
        heard, target = self.heard.only(here), self.target[here]
        return Mind(self.sessions, self.rows[here], self.seat, heard, target)

    def look(self, proposals: Integers) -> "Look":
        """Weigh proposals of shape (sessions, several), by compiled code once it is worth it."""
        active = self.sessions.told[self.rows]
        if self._in_64_bits and speed.worth_it(proposals.size):
            return self._compiled(proposals, active)
        own = self.tables.satisfaction(self.seat, proposals, active)
        grievances = self.tables.grievances(self.seat, proposals, active, own)
        others, refused = self._others(proposals)
        care = self.care[:, None]
        count = max(len(self.tables.seats) - 1, 1)
        shared = (SCALE - care) * count * own + care * (others - SCALE * count * refused)
        score = np.where(grievances > 0, SCALE * count * own, shared)
        met = (grievances == 0) & (own >= self.target[:, None])
        rank = (met - 2 * grievances) * TIER + score
        return Look(grievances, refused, met, rank)

    @property
    def _in_64_bits(self) -> bool:
        """Tell whether no Python integer stands in for a sum that would not fit."""
        sums = (self.tables.own[self.seat], *(line.over for line in self.tables.lines))
        return all(one.calm.dtype == np.int64 for one in sums)

    def _compiled(self, proposals: Integers, active: Booleans) -> "Look":
        from eclaireurs_play.simulation.lockstep import (  # noqa: PLC0415 - loads numba
            compiled,
            weighing,
        )

        heard = self.heard
        now = compiled.Now(active, self.target, self.care, heard.about, heard.line, heard.axis)
        return Look(*weighing.weighed(self.tables, self.seat, now, proposals))

    def _others(self, proposals: Integers) -> tuple[Integers, Integers]:
        """Add up what the others seem to get, and count what they would refuse again."""
        total, refused = np.zeros_like(proposals), np.zeros_like(proposals)
        for other in range(len(self.tables.seats)):
            if other == self.seat:
                continue
            known = self.tables.estimates(self.seat, other)
            named = self.heard.axis[:, other] + 1
            guess = known[named[:, None], proposals]
            total += guess
            spoke = self.heard.about[:, other] >= 0
            if spoke.any():
                refused += self._again(other, proposals, guess, known, spoke)
        return total, refused

    def _again(
        self, other: int, proposals: Integers, guess: Integers, known: Integers, spoke: Booleans
    ) -> Integers:
        """Tell what another's last objection would strike again, shape of `proposals`."""
        line, about = self.heard.line[:, other], self.heard.about[:, other]
        limit = known[self.heard.axis[:, other] + 1, about]
        again = (guess <= limit[:, None]) & (spoke & (line < 0))[:, None]
        for row in np.unique(line[spoke & (line >= 0)]):
            said = np.flatnonzero(spoke & (line == row))
            active = self.sessions.told[self.rows[said]]
            again[said] = self.tables.lines[row].crossed(proposals[said], active)
        return again.astype(np.int64)

    def opening(self, luck: Luck, within: "Within") -> Integers:
        """Choose a first proposal among a few; −1 where the charter allows none."""
        count = within.counts[within.charter]
        possible = np.flatnonzero(count)
        chosen = np.full(self.rows.size, NONE, dtype=np.int64)
        thoughts = within.thoughts(luck)
        made = np.where(self.blind, thoughts[:, 0], best(thoughts, self.look(thoughts).rank))
        chosen[possible] = made[possible]
        return chosen

    def amendment(self, luck: Luck, current: Integers, within: "Within | None") -> Integers:
        """Choose an amendment that changes one term, or −1 to leave the proposal."""
        chosen = np.full(self.rows.size, NONE, dtype=np.int64)
        now = self.look(current[:, None])
        settled = now.met[:, 0] & (now.refused[:, 0] == 0)
        here = np.flatnonzero(self.blind | ~settled)
        if here.size and self.tables.neighbours.shape[1]:
            kept = within.only(here) if within is not None else None
            chosen[here] = self.only(here)._changed(  # noqa: SLF001 - the same mind
                luck.only(here), current[here], now.rank[here, 0], kept
            )
        return chosen

    def _changed(
        self, luck: Luck, current: Integers, rank: Integers, within: "Within | None"
    ) -> Integers:
        """Look at a few changes of one term, and choose the best of those that are better."""
        around = self.tables.neighbours
        near = around[current[:, None], luck.draws(0, [around.shape[1]], LOOKS_AT)]
        avoided = _among(near, self.sessions.versions[self.rows])
        if within is not None:
            avoided |= ~within.allows(near)
        ranks = np.where(avoided, _LEAST, self.look(near).rank)
        chosen = np.where(self.blind, near[:, 0], best(near, ranks))
        made = np.where(self.blind, ~avoided[:, 0], ranks.max(axis=1) > rank)
        return np.where(made, chosen, NONE)

    def accepts(self, current: Integers, amended: Integers) -> Booleans:
        """Tell whether whoever holds a proposal takes an amendment."""
        look = self.look(np.stack([current, amended], axis=1))
        calm = look.grievances[:, 1] <= look.grievances[:, 0]
        taken = look.met[:, 1] | (look.rank[:, 1] >= look.rank[:, 0])
        return np.asarray(np.where(self.blind, calm, taken))


@dataclass(frozen=True, slots=True)
class Look:
    """Proposals as a seat sees them, shape (sessions, several); see `tactics.Outlook`."""

    grievances: Integers
    refused: Integers
    met: Booleans
    rank: Integers


@dataclass(frozen=True, slots=True)
class Within:
    """The proposals that the charter of each session allows.

    `charter` (sessions,) is a row of `open` (charters, proposals); `counts` how many each allows,
    `listed` those it allows, in order, filled up with 0.
    """

    charter: Integers
    open: Booleans
    counts: Integers
    listed: Integers

    @classmethod
    def of(cls, charter: Integers, allowed: Booleans) -> "Within":
        """List what each charter allows."""
        counts = allowed.sum(axis=1).astype(np.int64)
        listed = np.zeros((allowed.shape[0], max(1, int(counts.max()))), dtype=np.int64)
        for row, one in enumerate(allowed):
            listed[row, : counts[row]] = np.flatnonzero(one)
        return cls(charter, allowed, counts, listed)

    def only(self, rows: Rows) -> "Within":
        """Keep to some of the sessions."""
        return Within(self.charter[rows], self.open, self.counts, self.listed)

    def allows(self, proposals: Integers) -> Booleans:
        """Tell which proposals, shape (sessions, several), are allowed."""
        return np.asarray(self.open[self.charter[:, None], proposals])

    def thoughts(self, luck: Luck) -> Integers:
        """Give the first few ideas that are allowed, (sessions, `THINKS_OF`), as `tactics`.

        Where they are fewer, the first stands again in their places: it changes no choice.
        """
        ideas = luck.draws(0, [self.open.shape[1]], IDEAS)
        allowed = self.allows(ideas)
        rank = allowed.cumsum(axis=1)
        rows = np.arange(len(ideas))
        found = np.empty((len(ideas), THINKS_OF), dtype=np.int64)
        for place in range(THINKS_OF):
            at = (allowed & (rank == place + 1)).argmax(axis=1)
            some = rank[:, -1] > place
            found[:, place] = np.where(some, ideas[rows, at], found[:, 0] if place else NONE)
        count = np.maximum(self.counts[self.charter], 1)
        drawn = self.listed[self.charter, luck.draws(IDEAS, count)[:, 0]]
        return np.where(found < 0, drawn[:, None], found)


def _among(proposals: Integers, known: Integers) -> Booleans:
    """Tell which proposals (sessions, several) are among those known (sessions, room)."""
    found = np.zeros(proposals.shape, dtype=np.bool_)
    for column in range(known.shape[1]):
        found |= proposals == known[:, column][:, None]
    return found
