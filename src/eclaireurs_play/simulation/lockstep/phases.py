"""The phases that numbers decide, in many sessions at once, as simulated players play them.

Each function plays one phase in the sessions `rows`; `times` says which time each phase of the
path is played, as in the names of streams of luck (`play.policies.stream_name`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from eclaireurs_play.engine.gestures import GROUP
from eclaireurs_play.engine.negotiation.exact import SCALE, Booleans, Integers
from eclaireurs_play.engine.phases.consent import ADOPTED, HELD
from eclaireurs_play.engine.phases.trigger import OPEN, SHUT
from eclaireurs_play.model.phases import (
    Amend,
    Charter,
    Consent,
    PhaseBase,
    Prioritise,
    Propose,
    Roleplay,
    Surprise,
    Trigger,
)
from eclaireurs_play.play.negotiators import MARKS
from eclaireurs_play.simulation.lockstep.charters import Cards
from eclaireurs_play.simulation.lockstep.minds import Heard, Mind, Within
from eclaireurs_play.simulation.lockstep.sessions import NONE, Luck, Sessions
from eclaireurs_play.simulation.lockstep.tables import Rows

_NO_PARENT = np.array(NONE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A phase as it is played in some sessions, and who acts in it (rows of the tables)."""

    sessions: Sessions
    rows: Rows
    times: str
    actors: tuple[int, ...]
    cards: Cards

    def seat(self, actor: int) -> str:
        """Name an actor."""
        return self.sessions.tables.seats[actor]

    def taken_up(self, phase: PhaseBase) -> tuple[Integers, Integers]:
        """Give the versions a phase starts from and how many, as `versions.taken_up`."""
        return self.sessions.taken_up(phase, self.rows)

    def within(self, charter: str | None) -> Within:
        """Give what the charter of each session allows; everything without a charter."""
        return self.cards.within(self.sessions, self.rows, charter)


def charter(moment: Moment, phase: Charter) -> None:
    """Each party strikes cards; what is left binds them."""
    moment.cards.strike(moment.sessions, moment.rows, phase, moment.times, moment.actors)


def trigger(moment: Moment, phase: Trigger) -> None:
    """Read a piece of news; the clause opens if the charter covers it."""
    sessions, rows = moment.sessions, moment.rows
    news = _next_news(sessions, rows, tuple(sessions.rules.game.suits))
    opened = moment.cards.opened(sessions, rows, news, moment.actors)
    sessions.choose(phase.id, rows, {OPEN: opened, SHUT: ~opened})


def roleplay(moment: Moment, phase: Roleplay) -> None:
    """Let a surprise fall at each turn that foresees one."""
    for turn in phase.surprises_on:
        if turn <= phase.turns:
            _next_news(moment.sessions, moment.rows, phase.suits)


def surprise(moment: Moment, phase: Surprise) -> None:
    """Let a surprise fall."""
    if moment.actors or phase.who in ("group", "facilitator"):
        _next_news(moment.sessions, moment.rows, phase.suits)


def _next_news(sessions: Sessions, rows: Rows, suits: tuple[str, ...]) -> Integers:
    """Draw the next piece of news that has one of the suits; −1 where there is none left."""
    known = sessions.rules.scenario.surprises
    fits = np.array([not suits or known[one].suit in suits for one in sorted(known)])
    pile = sessions.pile[rows]
    if not pile.shape[1]:
        return np.full(rows.size, NONE, dtype=np.int64)
    left = ~np.take_along_axis(sessions.told[rows], pile, axis=1) & fits[pile]
    place = left.argmax(axis=1)
    some = left.any(axis=1)
    news = np.where(some, pile[np.arange(rows.size), place], NONE)
    sessions.told[rows[some], news[some]] = True
    return news


def propose(moment: Moment, phase: Propose) -> None:
    """Each actor makes its proposals, within the charter."""
    sessions, rows = moment.sessions, moment.rows
    within = moment.within(phase.within)
    items = np.full((rows.size, max(1, phase.each * len(moment.actors))), NONE, dtype=np.int64)
    count = np.zeros(rows.size, dtype=np.int64)
    made = np.zeros(rows.size, dtype=np.int64)
    clock, heard = sessions.clock[rows].copy(), Heard.at(sessions, rows)
    for actor in (*moment.actors,) * phase.each:
        mind = Mind.at(sessions, rows, actor, clock + made, heard)
        luck = sessions.luck(moment.seat(actor), phase.id, moment.times, made, rows)
        chosen = mind.opening(luck, within)
        some = np.flatnonzero(chosen >= 0)
        place = sessions.add(rows[some], chosen[some], np.array(actor), _NO_PARENT)
        items[some, count[some]] = place
        count[some] += 1
        made += 1
    sessions.clock[rows] += made
    sessions.leave(phase.id, rows, items, count)


@dataclass(slots=True)
class Talk:
    """A phase on proposals while it is played.

    `living` (sessions, several) are the places of the versions that live and `count` how many;
    `made` how many gestures there were, and `clock` how many before the phase; `heard` is what was
    said so far.
    """

    moment: Moment
    living: Integers
    count: Integers
    made: Integers
    clock: Integers
    heard: Heard

    @classmethod
    def open(cls, moment: Moment, phase: PhaseBase, room: int = 1) -> "Talk":
        """Begin with what the phase takes up."""
        living, count = moment.taken_up(phase)
        missing = max(0, room - living.shape[1])
        living = np.pad(living, ((0, 0), (0, missing)), constant_values=NONE)
        clock = moment.sessions.clock[moment.rows].copy()
        heard = Heard.at(moment.sessions, moment.rows)
        return cls(moment, living, count, np.zeros_like(count), clock, heard)

    def current(self, here: Rows) -> Integers:
        """Give the proposal under discussion in some of the sessions."""
        sessions, rows = self.moment.sessions, self.moment.rows[here]
        return np.asarray(sessions.versions[rows, self.living[here, 0]])

    def mind(self, here: Rows, seat: int) -> Mind:
        """Gather what a seat knows now in some of the sessions."""
        clock = self.clock[here] + self.made[here]
        heard = self.heard.only(here)
        return Mind.at(self.moment.sessions, self.moment.rows[here], seat, clock, heard)

    def luck(self, phase: PhaseBase, here: Rows, actor: str) -> Luck:
        """Give an actor's luck now in some of the sessions."""
        rows, times = self.moment.rows[here], self.moment.times
        return self.moment.sessions.luck(actor, phase.id, times, self.made[here], rows)

    def amended(
        self, phase: PhaseBase, here: Rows, seat: int, within: Within | None
    ) -> tuple[Rows, Integers]:
        """Let a seat amend the first version; give where it did, and the places of its versions."""
        luck = self.luck(phase, here, self.moment.seat(seat))
        chosen = self.mind(here, seat).amendment(luck, self.current(here), within)
        some = here[chosen >= 0]
        rows, parents = self.moment.rows[some], self.living[some, 0]
        place = self.moment.sessions.add(rows, chosen[chosen >= 0], np.array(seat), parents)
        self.made[here] += 1
        return some, place

    def close(self, phase: PhaseBase) -> None:
        """Leave the versions that live."""
        self.moment.sessions.clock[self.moment.rows] += self.made
        self.moment.sessions.leave(phase.id, self.moment.rows, self.living, self.count)


def amend(moment: Moment, phase: Amend) -> None:
    """Each actor in turn changes the first version; whoever holds it takes the change or not."""
    talk = Talk.open(moment, phase, room=phase.scenarios)
    some_version = np.flatnonzero(talk.count)
    for actor in (*moment.actors,) * phase.rounds:
        some, place = talk.amended(phase, some_version, actor, None)
        room = (talk.count[some] < phase.scenarios) & (phase.scenarios > 1)
        held = phase.accepts == "holder"
        taken, apart = _held(talk, some, place) if held else _by_group(talk, phase, some, room)
        apart &= room
        talk.made[some] += 1
        talk.living[some[taken], 0] = place[taken]
        kept = some[apart]
        talk.living[kept, talk.count[kept]] = place[apart]
        talk.count[kept] += 1
    talk.close(phase)


def _held(talk: Talk, some: Rows, place: Integers) -> tuple[Booleans, Booleans]:
    """Let the holder of each proposal answer: taken, or kept apart by one who cares for others."""
    sessions, rows = talk.moment.sessions, talk.moment.rows[some]
    taken, apart = np.zeros((2, some.size), dtype=np.bool_)
    holders = sessions.holder(rows, place)
    for seat in np.unique(holders):
        mine = np.flatnonzero(holders == seat)
        mind = talk.mind(some[mine], int(seat))
        amended = sessions.versions[rows[mine], place[mine]]
        taken[mine] = mind.accepts(talk.current(some[mine]), amended)
        apart[mine] = ~taken[mine] & (mind.care > 0)
    return taken, apart


def _by_group(talk: Talk, phase: Amend, some: Rows, room: Booleans) -> tuple[Booleans, Booleans]:
    """Let the group answer, by lot: yes, no, or apart where there is room."""
    answer = talk.luck(phase, some, GROUP).draws(1, np.where(room, 3, 2))[:, 0]
    return answer == 0, answer == 2  # noqa: PLR2004 - the third of the options


def consent(moment: Moment, phase: Consent) -> None:
    """Ask for objections; whoever holds the proposal changes it for each; ask again."""
    sessions, rows = moment.sessions, moment.rows
    talk = Talk.open(moment, phase)
    within = moment.within(phase.within) if phase.within else None
    here = np.flatnonzero(talk.count)
    talk.made[here] += len(phase.steps) * len(moment.actors)
    adopted = np.zeros(rows.size, dtype=np.bool_)
    sessions.rounds[rows] = 0
    for integration in range(phase.rounds + 1):
        said = _objected(talk, here, moment.actors)
        adopted[here[said == 0]] = True
        here, said = here[said > 0], said[said > 0]
        talk.made[here] += said
        if integration == phase.rounds:
            break
        for one in range(int(said.max(initial=0))):
            _integrated(talk, phase, here[said > one], within)
    sessions.adopted[rows] = adopted
    sessions.final[rows] = np.where(adopted, talk.living[:, 0], NONE)
    sessions.choose(phase.id, rows, {ADOPTED: adopted, HELD: ~adopted})
    talk.close(phase)


def _objected(talk: Talk, here: Rows, actors: tuple[int, ...]) -> Integers:
    """Ask everyone for an objection; remember who spoke, and of what; give how many did."""
    sessions, rows = talk.moment.sessions, talk.moment.rows[here]
    current, active = talk.current(here), sessions.told[rows]
    said = np.zeros(here.size, dtype=np.int64)
    for actor in actors:
        objects = sessions.tables.objections(actor, current, active)
        sessions.last[rows[objects], actor] = current[objects]
        sessions.objections[rows, actor] += objects
        said += objects
    talk.made[here] += len(actors)
    talk.heard = Heard.at(sessions, talk.moment.rows)
    sessions.rounds[rows] += 1
    return said


def _integrated(talk: Talk, phase: Consent, here: Rows, within: Within | None) -> None:
    """Let whoever holds the proposal change it, to lift one objection."""
    holders = talk.moment.sessions.holder(talk.moment.rows[here], talk.living[here, 0])
    for seat in np.unique(holders):
        mine = here[holders == seat]
        kept = within.only(mine) if within else None
        some, place = talk.amended(phase, mine, int(seat), kept)
        talk.living[some, 0] = place


def prioritise(moment: Moment, phase: Prioritise) -> None:
    """Everyone rates each version by what it brings; the best rated comes first."""
    sessions, rows = moment.sessions, moment.rows
    items, count = moment.taken_up(phase)
    scores = np.zeros(items.shape, dtype=np.int64)
    there = np.arange(items.shape[1])[None, :] < count[:, None]
    proposals = sessions.versions[rows[:, None], np.where(there, items, 0)]
    turned = sum(not one.wanted for one in phase.criteria.values()) * (MARKS + 2)
    for actor in moment.actors:
        own = sessions.tables.satisfaction(actor, proposals, sessions.told[rows])
        brings = 1 + np.rint(MARKS * own / SCALE).astype(np.int64)
        scores += np.where(there, brings * len(phase.criteria) - turned, 0)
    order = np.where(there, -scores, np.iinfo(np.int64).max).argsort(axis=1, kind="stable")
    ordered = np.take_along_axis(items, order, axis=1)
    alike = np.flatnonzero(~scores.any(axis=1) & (count > 0))
    if alike.size:
        made = count[alike] * len(moment.actors)
        luck = sessions.luck(GROUP, phase.id, moment.times, made, rows[alike])
        ordered[alike] = _by_lot(items[alike], count[alike], luck)
    kept = np.minimum(count, phase.top or count)
    ordered[np.arange(items.shape[1])[None, :] >= kept[:, None]] = NONE
    sessions.leave(phase.id, rows, ordered, kept)


def _by_lot(items: Integers, count: Integers, luck: Luck) -> Integers:
    """Put items in any order, as a domain of orders samples one."""
    left, ordered = items.copy(), np.full_like(items, NONE)
    rows = np.arange(items.shape[0])
    for step in range(items.shape[1]):
        more = count - step
        some = more > 0
        place = luck.draws(step, np.maximum(more, 1))[:, 0]
        ordered[:, step] = np.where(some, left[rows, place], NONE)
        after = np.arange(items.shape[1])[None, :] >= place[:, None]
        left = np.where(after, np.roll(left, -1, axis=1), left)
    return ordered


KINDS: Mapping[type[PhaseBase], Callable[[Moment, Any], None]] = {
    Charter: charter,
    Trigger: trigger,
    Propose: propose,
    Amend: amend,
    Roleplay: roleplay,
    Surprise: surprise,
    Prioritise: prioritise,
    Consent: consent,
}
"""The kinds that numbers decide. In the others, what people do changes no number."""
