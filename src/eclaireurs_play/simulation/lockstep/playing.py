"""A whole batch of numeric sessions, phase by phase, all at once."""

from collections.abc import Iterator

import numpy as np

from eclaireurs_play.engine.negotiation.exact import Booleans, Integers
from eclaireurs_play.engine.repeats import PLACES
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.conditions import Condition
from eclaireurs_play.model.phases import Group, PhaseBase
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.columns import Chunk
from eclaireurs_play.simulation.lockstep import chance
from eclaireurs_play.simulation.lockstep.charters import Cards
from eclaireurs_play.simulation.lockstep.chunks import chunk
from eclaireurs_play.simulation.lockstep.fitness import playable
from eclaireurs_play.simulation.lockstep.phases import KINDS, Moment
from eclaireurs_play.simulation.lockstep.sessions import Sessions
from eclaireurs_play.simulation.lockstep.tables import Rows, Tables

__all__ = ["Play", "play", "playable"]


class Play:
    """The rules of a numeric game, made ready to play chunks of sessions."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.tables = Tables(rules.numbers)
        self.cards = Cards.of(rules, self.tables.seats)

    def sessions(self, batch: Batch, numbers: range, *, calm: bool) -> Sessions:
        """Play the sessions of these numbers to their end."""
        seeds = chance.seeds(batch.seed, numbers)
        sessions = Sessions.begin(self.rules, self.tables, seeds, table=batch.table, calm=calm)
        self._level(sessions, "", np.arange(sessions.count), "")
        return sessions

    def _level(self, sessions: Sessions, parent: str, rows: Rows, times: str) -> None:
        """Play the children of a phase, in order, where their condition holds."""
        for name in self.rules.children.get(parent, ()):
            phase = self.rules.phases[name]
            here = rows[holds(phase.when, sessions, rows)]
            for time, playing, item in self._times(sessions, phase, here):
                of = phase.repeat.each if phase.repeat else None
                if of is not None:
                    sessions.items.setdefault(of, np.full(sessions.count, -1))[playing] = item
                self._once(sessions, phase, playing, f"{times}.{time}".lstrip("."))
                if of is not None:
                    sessions.items[of][playing] = -1
            if phase.repeat and phase.repeat.each:
                sessions.items.pop(phase.repeat.each, None)

    def _times(
        self, sessions: Sessions, phase: PhaseBase, rows: Rows
    ) -> Iterator[tuple[int, Rows, Integers]]:
        """Give each time a phase is played: its number, the sessions, and their item if any."""
        repeat, none = phase.repeat, np.full(rows.size, -1)
        if repeat is None:
            yield 1, rows, none
            return
        items = np.empty((rows.size, 0), dtype=np.int64)
        most = np.full(rows.size, repeat.times or repeat.at_most)
        if repeat.each == PLACES:
            most = np.full(rows.size, len(self.rules.scenario.seats))
        elif repeat.each is not None:
            items, most, _ = sessions.used((repeat.each,), rows)
        going = most > 0
        for time in range(1, int(most.max(initial=0)) + 1):
            going &= most >= time
            if time > 1 and repeat.until is not None:
                going &= ~holds(repeat.until, sessions, rows)
            if not going.any():
                return
            item = items[:, time - 1] if items.shape[1] >= time else none
            yield time, rows[going], item[going]

    def _once(self, sessions: Sessions, phase: PhaseBase, rows: Rows, times: str) -> None:
        if isinstance(phase, Group):
            self._level(sessions, phase.id, rows, times)
            return
        sessions.spend(phase.id, rows)
        kind = KINDS.get(type(phase))
        if kind is not None:
            kind(Moment(sessions, rows, times, self._actors(phase), self.cards), phase)
        sessions.finish(phase.id, rows)

    def _actors(self, phase: PhaseBase) -> tuple[int, ...]:
        """List who acts, by row of the tables, in the order of seats."""
        who, scenario = phase.who, self.rules.scenario
        if who in ("group", "facilitator"):
            return ()
        seats = scenario.seats.items()
        acting = [name for name, one in seats
                  if who == "each-seat" or name in who or one.role in who]  # fmt: skip
        return tuple(self.tables.seats.index(name) for name in acting)


def play(batch: Batch, numbers: range) -> Chunk:
    """Play sessions by their numbers, and their twins without surprises when the batch pairs them.

    The rules must be `fitness.playable`. What each session leaves does not depend on the chunk.
    """
    ready = _ready(batch.rules)
    played = ready.sessions(batch, numbers, calm=batch.calm)
    twin = ready.sessions(batch, numbers, calm=True) if batch.paired else None
    return chunk(batch, numbers, played, twin)


_kept: list[Play] = []
"""The last rules played, whose tables serve the next chunk."""


def _ready(rules: Rules) -> Play:
    if not _kept or _kept[0].rules is not rules:
        _kept[:] = [Play(rules)]
    return _kept[0]


def holds(condition: Condition | None, sessions: Sessions, rows: Rows) -> Booleans:
    """Tell where a condition holds, as `engine.conditions.holds`."""
    true = np.ones(rows.size, dtype=np.bool_)
    if condition is None:
        return true
    nothing = ~true
    done = {name: was[rows] for name, was in sessions.done.items()}
    if condition.given is not None:
        true &= done.get(condition.given, nothing)
    if condition.missing is not None:
        true &= ~done.get(condition.missing, nothing)
    if condition.chose is not None:
        chosen = sessions.chosen.get(condition.chose)
        true &= nothing if chosen is None else chosen[rows]
    players = len(sessions.rules.scenario.seats)
    if condition.players_at_least is not None:
        true &= players >= condition.players_at_least
    if condition.players_at_most is not None:
        true &= players <= condition.players_at_most
    return true
