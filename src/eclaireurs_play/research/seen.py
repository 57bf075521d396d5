"""What a seat sees, as one vector of fixed length: computed from its view, and nothing else.

A count n is written n / (1 + n), a satisfaction from 0 to 1; nothing is out of [−1, 1].
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Gesture
from eclaireurs_play.engine.negotiation.exact import SCALE
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Proposal, proposal_named
from eclaireurs_play.engine.view import View
from eclaireurs_play.research.actions import Actions, Open

Vector = NDArray[np.float32]

_VERBS = tuple(one.__dataclass_fields__["do"].default for one in get_args(Gesture))
_OF_AN_ASK = ("asked", "needed", "subject", *_VERBS)
_OF_A_VERSION = ("made", "satisfaction", "objection", "asked")


class Seen:
    """Turns a view into a vector; `layout` says which part holds what."""

    def __init__(self, rules: Rules, actions: Actions) -> None:
        self.rules = rules
        self.actions = actions
        self.seats = tuple(rules.scenario.seats)
        self.actors = (*self.seats, GROUP, FACILITATOR)
        self.roles, self.stances = tuple(sorted(rules.roles)), tuple(sorted(rules.stances))
        self.phases = tuple(one for one in rules.phases if one not in rules.children)
        self.cards, self.news = tuple(rules.cards), tuple(sorted(rules.scenario.surprises))
        self.axes = tuple(rules.scenario.axes) if rules.scenario.terms else ()
        self._subjects = {name: place for place, name in enumerate(self._vocabulary())}
        self._options = {one: at for at, one in enumerate(actions.options)}
        self.layout = _slices(self._lengths())

    @property
    def length(self) -> int:
        """Count the numbers of the vector."""
        return max(int(one.stop) for one in self.layout.values())

    def vector(self, view: View, found: Open | None) -> Vector:
        """Write what the seat of a view sees, and what it is asked; shape (length,), float32."""
        written = np.zeros(self.length, dtype=np.float32)
        for name, part in self._parts(view, found):
            written[self.layout[name]] = part
        return written

    def _lengths(self) -> Iterator[tuple[str, int]]:
        """Yield the parts of the vector, in order, each with its length."""
        seats, sizes = len(self.seats), self.actions.sizes
        yield "seat", seats
        yield "role", len(self.roles)
        yield "stance", len(self.stances)
        yield "present", seats
        yield "phase", len(self.phases)
        yield "time", 2
        yield "turns", len(self.actors)
        yield "gestures", len(self.actors) * len(_VERBS)
        yield "news", len(self.news)
        yield "cards", len(self.cards)
        yield "weights", len(self.axes)
        yield "reservation", int(bool(self.axes))
        yield "versions", sizes.versions * self._per_version
        yield "asks", sizes.rows * len(_OF_AN_ASK)

    @property
    def _per_version(self) -> int:
        return len(_OF_A_VERSION) + len(self.actors) + len(self._options)

    def _parts(self, view: View, found: Open | None) -> Iterator[tuple[str, Sequence[float]]]:
        state, leaf = view.state, view.state.leaf
        who = state.seats.get(view.who)
        yield "seat", _marked(self.seats, (view.who,))
        yield "role", _marked(self.roles, view.sheets[-1:])
        yield "stance", _marked(self.stances, (who.stance,) if who else ())
        yield "present", _marked(self.seats, state.seats)
        yield "phase", _marked(self.phases, (leaf.phase,) if leaf else ())
        yield "time", (_count(state.contributions), _count(leaf.round if leaf else 0))
        taken = leaf.taken if leaf else {}
        yield "turns", [_count(taken.get(actor, 0)) for actor in self.actors]
        yield "gestures", self._gestures(view)
        yield "news", _marked(self.news, state.active)
        yield "cards", _marked(self.cards, state.seen)
        if self.axes:
            yield from self._numbers(view.who)
        yield "versions", self._versions(view, found)
        yield "asks", self._asks(found.asks if found else ())

    def _gestures(self, view: View) -> Sequence[float]:
        """Count what each did in this phase, by verb, as far as the seat can see."""
        counts = np.zeros((len(self.actors), len(_VERBS)))
        for one in view.state.leaf.made if view.state.leaf else ():
            counts[self.actors.index(one.by), _VERBS.index(one.gesture.do)] += 1
        return list((counts / (1 + counts)).ravel())

    def _numbers(self, who: str) -> Iterator[tuple[str, Sequence[float]]]:
        seat = self.rules.scenario.seats[who]
        total = sum(map(abs, seat.weights.values())) or 1
        yield "weights", [float(seat.weights.get(axis, 0) / total) for axis in self.axes]
        yield "reservation", (float(seat.reservation or 0),)

    def _versions(self, view: View, found: Open | None) -> Sequence[float]:
        """Write the versions that amendments number: what they hold, what the seat thinks."""
        names = found.versions if found else self.actions.versions(view, ())
        asked = {one.about for one in found.asks} if found else set()
        rows = np.zeros((self.actions.sizes.versions, self._per_version))
        for row, name in enumerate(names):
            version = proposal_named(view.state, name)
            if version is not None:
                makers = _marked(self.actors, (version.by,))
                held = np.zeros(len(self._options))
                held[[self._options[one] for one in version.options.items()]] = 1
                known = (1.0, *self._worth(view, version), float(name in asked))
                rows[row] = (*known, *makers, *held)
        return list(rows.ravel())

    def _worth(self, view: View, version: Proposal) -> tuple[float, float]:
        """Say what a version satisfies of one's own sheet, and whether that sheet objects."""
        numbers = self.rules.numbers
        if view.who not in numbers.seats or not version.options:
            return 0.0, 0.0
        table, row = numbers.at(view.state.active), numbers.seats.index(view.who)
        index = numbers.space.index(version.options)
        satisfaction = int(table.satisfaction[row, index]) / SCALE
        return satisfaction, float(table.objections[row, index])

    def _asks(self, asks: Sequence[Ask]) -> Sequence[float]:
        rows = np.zeros((self.actions.sizes.rows, len(_OF_AN_ASK)))
        for row, ask in enumerate(asks):
            subject = self._subjects.get(ask.about, -1) + 1
            place = subject / (1 + len(self._subjects))
            rows[row] = (1, ask.needed, place, *_marked(_VERBS, (ask.do,)))
        return list(rows.ravel())

    def _vocabulary(self) -> tuple[str, ...]:
        rules = self.rules
        tables = (rules.phases, rules.game.forms, rules.game.ratings, rules.scenario.seats)
        names = (name for table in tables for name in table)
        return tuple(dict.fromkeys((*names, *rules.families, *self.cards, *self.news)))


def _marked(known: Sequence[str], these: Iterable[str]) -> list[float]:
    """Write 1 for each of these among those that are known, 0 for the others."""
    wanted = set(these)
    return [float(one in wanted) for one in known]


def _count(number: int) -> float:
    return number / (1 + number)


def _slices(lengths: Iterable[tuple[str, int]]) -> Mapping[str, slice]:
    found, start = {}, 0
    for name, length in lengths:
        found[name] = slice(start, start + length)
        start += length
    return found
