"""What a session left, gathered for one audience: each phase's contributions, then the asides."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from eclaireurs_play.engine.gestures import FACILITATOR, Audience, Draw, Rate, Value, Write
from eclaireurs_play.engine.improvised import known
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import (
    Closing,
    Contribution,
    Outcome,
    Proposal,
    Result,
    State,
    with_corrections,
)
from eclaireurs_play.engine.view import PUBLIC, view
from eclaireurs_play.play.versions import made_by
from eclaireurs_play.synthesis.unnamed import unnamed

_VIEWS: Mapping[Audience, str] = {
    "public": PUBLIC,
    "parties": "les parties",  # no seat bears a name with a space
    "facilitator": FACILITATOR,
}


@dataclass(frozen=True, slots=True)
class Trace:
    """What one time of one phase left; `closing` is empty while it is open.

    `time` counts from 1 the times that a phase comes back in a session, and is 0 when it does not.
    """

    name: str
    phase: str
    item: str
    made: tuple[Contribution, ...]
    outcome: Outcome
    closing: Closing | Literal[""] = ""
    reason: str = ""
    time: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A session as one audience may know it.

    `versions` says which version of a proposal a contribution made, by its number.
    """

    rules: Rules
    state: State
    audience: Audience
    traces: tuple[Trace, ...]
    aside: tuple[Contribution, ...]
    versions: Mapping[int, Proposal]


def read(rules: Rules, state: State, audience: Audience) -> Reading:
    """Gather a session for an audience; nothing hidden from it goes further than here."""
    seen = _shown(with_corrections(view(state, _VIEWS[audience]).state))
    rules = known(rules, seen)
    if rules.game.anonymous and audience == "public":
        rules, seen = unnamed(rules, seen)
    closed = tuple(_closed(result) for result in seen.results)
    current = _current(rules, seen)
    traces = (*closed, current) if current else closed
    traces, left = _attached(tuple(_counted(traces)), seen.aside)
    return Reading(rules, seen, audience, traces, left, made_by(state))


def _shown(state: State) -> State:
    """Leave out what is still hidden: a ballot is told to nobody, not even to whoever hosts."""
    results = tuple(replace(one, made=_open(one.made)) for one in state.results)
    leaf = replace(state.leaf, made=_open(state.leaf.made)) if state.leaf else None
    return replace(state, results=results, leaf=leaf)


def _open(made: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    return tuple(one for one in made if not one.hidden)


def _closed(result: Result) -> Trace:
    return Trace(
        result.name,
        result.phase,
        result.item,
        result.made,
        result.outcome,
        result.closing,
        result.reason,
    )


def _counted(traces: tuple[Trace, ...]) -> Iterator[Trace]:
    """Give each time its number in the phases that come back, whatever the reason."""
    total = Counter(trace.phase for trace in traces)
    so_far: Counter[str] = Counter()
    for trace in traces:
        so_far[trace.phase] += 1
        again = total[trace.phase] > 1
        yield replace(trace, time=so_far[trace.phase]) if again else trace


def _current(rules: Rules, state: State) -> Trace | None:
    """Give the phase that is still open."""
    if state.leaf is None:
        return None
    step = state.path[-1]
    name = rules.phases[step.phase].gives or step.phase
    return Trace(name, step.phase, step.item, state.leaf.made, Outcome())


def _attached(
    traces: tuple[Trace, ...], aside: tuple[Contribution, ...]
) -> tuple[tuple[Trace, ...], tuple[Contribution, ...]]:
    """Put each aside on a card beside what was first said of that card."""
    first: dict[str, int] = {}
    for place, trace in enumerate(traces):
        for card in drawn(trace.made):
            first.setdefault(card, place)
    home = {one.id: first[one.gesture.about] for one in aside if _on_card(one, first)}
    grown = tuple(
        replace(trace, made=(*trace.made, *(one for one in aside if home.get(one.id) == place)))
        for place, trace in enumerate(traces)
    )
    return grown, tuple(one for one in aside if one.id not in home)


def _on_card(one: Contribution, cards: Iterable[str]) -> bool:
    return isinstance(one.gesture, Write) and one.gesture.about in cards


def drawn(made: Iterable[Contribution]) -> tuple[str, ...]:
    """List what was drawn, in order, once each."""
    return tuple(dict.fromkeys(one.gesture.card for one in made if isinstance(one.gesture, Draw)))


def everything(reading: Reading) -> tuple[Contribution, ...]:
    """List all that was made, in order."""
    made = [one for trace in reading.traces for one in trace.made]
    return tuple(sorted((*made, *reading.aside), key=lambda one: one.number))


def latest_ratings(made: Iterable[Contribution]) -> dict[tuple[str, str], dict[str, Value]]:
    """Give what each person last said of each card, by card and person."""
    latest: dict[tuple[str, str], dict[str, Value]] = {}
    for one in made:
        if isinstance(one.gesture, Rate):
            latest.setdefault((one.gesture.about, one.by), {}).update(one.gesture.values)
    return latest
