"""What is kept of a session: rows of plain columns, ready for CSV."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.engine.negotiation.table import NegotiationTable
from eclaireurs_play.engine.phases.consent import ADOPTED, HELD
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Proposal, Result, State, all_contributions, proposal_named
from eclaireurs_play.play.naming import objecting
from eclaireurs_play.simulation.batch import Batch, played

Row = tuple[str, ...]
Rows = tuple[Row, ...]

SESSIONS = (
    "session", "seed", "status", "actions", "minutes", "consent_rounds", "adopted", "objections",
    "surprises", "deviations", "proposals", "agreement", "calm_adopted", "calm_rounds",
)  # fmt: skip
SEATS = ("session", "seat", "role", "satisfaction", "red_line_crossed", "contributions")
PROPOSALS = ("session", "version", "by", "parent", "agreement")
CARDS = ("session", "card", "seen", "answered")


@dataclass(frozen=True, slots=True)
class Kept:
    """The rows of one session, by file."""

    sessions: Rows
    seats: Rows
    proposals: Rows
    cards: Rows


def columns(rules: Rules) -> dict[str, Row]:
    """Give the columns of each file; proposals have one per term."""
    return {
        "sessions": SESSIONS,
        "seats": SEATS,
        "proposals": (*PROPOSALS, *rules.scenario.terms),
        "cards": CARDS,
    }


def kept(batch: Batch, number: int) -> Kept:
    """Play a session, and its twin without surprises where there are some; keep what counts."""
    session, went_on = played(batch, number)
    state = session.state
    last = _discussed(state)
    twin = _twin(batch, number) if batch.paired else ("", "")
    return Kept(
        (
            (
                str(number),
                str(session.setup.seed),
                state.status if went_on else "refused",
                str(state.actions),
                f"{_minutes(batch.rules, state):g}",
                str(_rounds(last)) if last else "",
                _adopted(last),
                str(_objections(state)),
                " ".join(state.active),
                str(len(state.deviations)),
                str(len(state.proposals)),
                _agreement_index(batch.rules, state, last),
                *twin,
            ),
        ),
        tuple(_seats(batch.rules, state, number, last)),
        tuple(_proposals(batch.rules, state, number, last)),
        tuple(_cards(batch.rules, state, number)),
    )


def _twin(batch: Batch, number: int) -> tuple[str, str]:
    last = _discussed(played(batch, number, calm=True)[0].state)
    return _adopted(last), str(_rounds(last)) if last else ""


def _discussed(state: State) -> Result | None:
    """Give the last consent of a session, if it had one."""
    asked = [one for one in state.results if one.outcome.chosen in {(ADOPTED,), (HELD,)}]
    return asked[-1] if asked else None


def _adopted(last: Result | None) -> str:
    return str(int(last.outcome.chosen == (ADOPTED,))) if last else ""


def _rounds(last: Result) -> int:
    """Count how many times objections were asked for."""
    asked = (bool(objecting(one.asked)) for one in last.made)
    return sum(1 for objections, _ in groupby(asked) if objections)


def _minutes(rules: Rules, state: State) -> float:
    """Add the minutes that the file foresees for each phase played."""
    phases = (rules.phases[result.phase] for result in state.results)
    return sum(phase.minutes + phase.pause for phase in phases)


def _objections(state: State) -> int:
    made = all_contributions(state)
    return sum(one.gesture.do == "write" and bool(objecting(one.asked)) for one in made)


def _final(state: State, last: Result | None) -> Proposal | None:
    """Give the version that was adopted, or None."""
    if last is None or last.outcome.chosen != (ADOPTED,):
        return None
    return proposal_named(state, next(iter(last.outcome.items), ""))


def _index(rules: Rules, version: Proposal | None) -> int | None:
    """Give the number of a version that settles every term."""
    terms = rules.scenario.terms
    if version is None or not terms or version.options.keys() != terms.keys():
        return None
    return rules.numbers.space.index(version.options)


def _agreement_index(rules: Rules, state: State, last: Result | None) -> str:
    index = _index(rules, _final(state, last))
    return "" if index is None else str(index)


def _seats(rules: Rules, state: State, number: int, last: Result | None) -> Iterator[Row]:
    said = Counter(one.by for one in all_contributions(state))
    index = _index(rules, _final(state, last))
    table = None if index is None else rules.numbers.at(state.active)
    for seat, seated in state.seats.items():
        standing = ("", "")
        if table is not None and index is not None and seat in table.seats:
            standing = _standing(table, seat, index)
        yield str(number), seat, seated.role, *standing, str(said[seat])


def _standing(table: NegotiationTable, seat: str, index: int) -> tuple[str, str]:
    rows = zip(table.numbers.limits, table.crossed[:, index], strict=True)
    over = any(crossed for limit, crossed in rows if limit.seat == seat)
    return str(int(table.satisfaction[table.row(seat), index])), str(int(over))


def _proposals(rules: Rules, state: State, number: int, last: Result | None) -> Iterator[Row]:
    final = _final(state, last)
    for one in state.proposals:
        options = (one.options.get(term, "") for term in rules.scenario.terms)
        adopted = str(int(final is not None and one.id == final.id))
        yield str(number), one.id, one.by, one.parent, adopted, *options


def _cards(rules: Rules, state: State, number: int) -> Iterator[Row]:
    """Give the cards that came to the table, and how many people answered each."""
    answers = Counter(
        one.gesture.about
        for one in all_contributions(state)
        if one.gesture.do in {"write", "rate"} and one.by not in {FACILITATOR, GROUP}
    )
    for card in rules.cards:
        if card in state.seen or answers[card]:
            yield str(number), card, str(int(card in state.seen)), str(answers[card])
