"""Sessions played whole by the reference engine, and what the columns keep of each."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.engine.negotiation.styles import STYLES
from eclaireurs_play.engine.negotiation.table import NegotiationTable
from eclaireurs_play.engine.phases.consent import ADOPTED, HELD
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Proposal, Result, State, all_contributions, proposal_named
from eclaireurs_play.play.naming import objecting
from eclaireurs_play.play.negotiators import Negotiator
from eclaireurs_play.play.policies import table
from eclaireurs_play.play.session import Session
from eclaireurs_play.simulation.batch import Batch, played
from eclaireurs_play.simulation.columns import EXECUTORS, STATUSES, Chunk, Columns, term_field

Row = tuple[Any, ...]

_NONE = -1
_REFERENCE = EXECUTORS.index("reference")


def play(batch: Batch, numbers: range) -> Chunk:
    """Play the sessions of these numbers; each twice when it is paired with a calm twin."""
    columns = Columns.of(batch.rules)
    sessions, seats, proposals, cards = list[Row](), list[Row](), list[Row](), list[Row]()
    for number in numbers:
        session, went_on = played(batch, number)
        twin = played(batch, number, calm=True)[0] if batch.paired else None
        one = Ended(batch.rules, columns, session, number, went_on)
        sessions.append((*one.session_row(), *_calm(batch.rules, twin)))
        seats += one.seats()
        proposals += one.proposals()
        cards += one.cards()
    return Chunk(
        columns.rows("sessions", sessions),
        columns.rows("seats", seats),
        columns.rows("proposals", proposals),
        columns.rows("cards", cards),
    )


def _calm(rules: Rules, twin: Session | None) -> Row:
    """Give what became of the same session without surprises: adopted, rounds, agreement."""
    if twin is None:
        return _NONE, _NONE, _NONE
    last = discussed(twin.state)
    return _adopted(last), _rounds(last), _agreement(rules, twin.state, last)


@dataclass(frozen=True, slots=True)
class Ended:
    """A session that was played, and the columns it is kept in."""

    rules: Rules
    columns: Columns
    session: Session
    number: int
    went_on: bool

    @property
    def state(self) -> State:
        """Give where the session ended."""
        return self.session.state

    def session_row(self) -> Row:
        """Give the session's own row, but for its twin."""
        state, last = self.state, discussed(self.state)
        return (
            self.number,
            self.session.setup.seed,
            STATUSES.index(state.status if self.went_on else "refused"),
            _REFERENCE,
            state.actions,
            _minutes(self.rules, state),
            _rounds(last),
            _adopted(last),
            sum(_objections(state).values()),
            sum(1 << self._index("surprises", one) for one in state.active),
            len(state.deviations),
            len(state.proposals),
            _agreement(self.rules, state, last),
        )

    def seats(self) -> Iterator[Row]:
        """Give a row for each seat in play."""
        state = self.state
        said = Counter(one.by for one in all_contributions(state))
        objected, styles = _objections(state), _styles(self.session)
        agreement = _agreement(self.rules, state, discussed(state))
        numbers = None if agreement == _NONE else self.rules.numbers.at(state.active)
        for place, seat in enumerate(self.columns.words["seat"]):
            if seat not in state.seats:
                continue
            role = self._index("role", state.seats[seat].role)
            standing = (_NONE, _NONE)
            if numbers is not None and seat in numbers.seats:
                standing = _standing(numbers, seat, agreement)
            style = styles.get(seat, _NONE)
            yield self.number, place, role, style, *standing, objected[seat], said[seat]

    def proposals(self) -> Iterator[Row]:
        """Give a row for each version, in the order made."""
        final = _final(self.state, discussed(self.state))
        fields = [(term, term_field(term)) for term in self.rules.numbers.space.terms]
        for one in self.state.proposals:
            options = (
                self._index(field, one.options[term]) if term in one.options else _NONE
                for term, field in fields
            )
            adopted = int(final is not None and one.id == final.id)
            by = self._index("by", one.by) if one.by in self.columns.words["by"] else _NONE
            yield self.number, _place(one.id), by, _place(one.parent), adopted, *options

    def cards(self) -> Iterator[Row]:
        """Give the cards that came to the table, and how many people answered each."""
        state = self.state
        answers = Counter(
            one.gesture.about
            for one in all_contributions(state)
            if one.gesture.do in {"write", "rate"} and one.by not in {FACILITATOR, GROUP}
        )
        for place, card in enumerate(self.columns.words["card"]):
            if card in state.seen or answers[card]:
                yield self.number, place, int(card in state.seen), answers[card]

    def _index(self, field: str, word: str) -> int:
        return self.columns.words[field].index(word)


def _place(version: str) -> int:
    """Read the number of a version: 3 for p3, 0 for none."""
    return int(version[1:] or 0)


def discussed(state: State) -> Result | None:
    """Give the last consent of a session, if it had one."""
    asked = [one for one in state.results if one.outcome.chosen in {(ADOPTED,), (HELD,)}]
    return asked[-1] if asked else None


def _adopted(last: Result | None) -> int:
    return int(last.outcome.chosen == (ADOPTED,)) if last else _NONE


def _rounds(last: Result | None) -> int:
    """Count how many times objections were asked for."""
    if last is None:
        return _NONE
    asked = (bool(objecting(one.asked)) for one in last.made)
    return sum(1 for objections, _ in groupby(asked) if objections)


def _minutes(rules: Rules, state: State) -> float:
    """Add the minutes that the file foresees for each phase played."""
    phases = (rules.phases[result.phase] for result in state.results)
    return sum(phase.minutes + phase.pause for phase in phases)


def _objections(state: State) -> Counter[str]:
    made = all_contributions(state)
    return Counter(one.by for one in made if one.gesture.do == "write" and objecting(one.asked))


def _styles(session: Session) -> dict[str, int]:
    names = list(STYLES.values())
    held = table(session).items()
    return {seat: names.index(one.style) for seat, one in held if isinstance(one, Negotiator)}


def _final(state: State, last: Result | None) -> Proposal | None:
    """Give the version that was adopted, or None."""
    if last is None or last.outcome.chosen != (ADOPTED,):
        return None
    return proposal_named(state, next(iter(last.outcome.items), ""))


def _agreement(rules: Rules, state: State, last: Result | None) -> int:
    """Give the number of the version adopted, when it settles every term."""
    terms, version = rules.scenario.terms, _final(state, last)
    if version is None or not terms or version.options.keys() != terms.keys():
        return _NONE
    return rules.numbers.space.index(version.options)


def _standing(table: NegotiationTable, seat: str, agreement: int) -> tuple[int, int]:
    """Give a seat's satisfaction, and whether one of its red lines is crossed."""
    rows = zip(table.numbers.limits, table.crossed[:, agreement], strict=True)
    over = any(crossed for limit, crossed in rows if limit.seat == seat)
    return int(table.satisfaction[table.row(seat), agreement]), int(over)
