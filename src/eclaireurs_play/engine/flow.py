"""How a session goes from phase to phase: open, close, repeat, go on."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.conditions import holds
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.engine.phases import KINDS
from eclaireurs_play.engine.phases.base import Here, Kind, actors_of
from eclaireurs_play.engine.repeats import again, first, innermost
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import (
    Closing,
    Contribution,
    Deviation,
    Leaf,
    Result,
    State,
    Step,
    Timing,
)
from eclaireurs_play.model.phases import Group

EventKind = Literal[
    "opened",
    "closed",
    "drew",
    "made",
    "created",
    "revealed",
    "deviated",
    "lapsed",
    "seated",
    "ended",
    "timed",
]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that just happened: what it bears on, by whom.

    `reveals` when a secret became known: it cannot be undone without saying so.
    """

    kind: EventKind
    about: str
    by: str = ""
    detail: str = ""
    reveals: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """An accepted action: the state it leads to and what happened on the way."""

    state: State
    events: tuple[Event, ...]


def here(rules: Rules, state: State) -> Here[Any]:
    """Give the moment to the kind of the current phase; the session must be playing."""
    if state.leaf is None:
        raise ValueError("no phase is being played")
    return Here(rules, state, rules.phases[state.leaf.phase], state.leaf)


def kind_of(moment: Here[Any]) -> Kind[Any]:
    """Give the kind of the phase being played."""
    return KINDS[type(moment.phase)]


def made_on_proposals(rules: Rules, state: State) -> int:
    """Count the gestures made so far where people propose, amend and consent, whatever they are."""
    here = (state.leaf,) if state.leaf else ()
    return sum(
        len(one.made)
        for one in (*state.results, *here)
        if KINDS[type(rules.phases[one.phase])].on_proposals
    )


def open_first(rules: Rules, state: State) -> Moved:
    """Open the first phase of the game."""
    return _settle(rules, *_open_from(rules, state, "", 0))


def close_leaf(rules: Rules, state: State, closing: Closing, reason: str) -> Moved:
    """Leave the result of the current phase and open what comes next."""
    moment = here(rules, state)
    closed = _left(moment, closing, reason)
    return _settle(rules, *_next(rules, closed), before=_closing_events(moment, closing))


def stop(rules: Rules, state: State, reason: str) -> Moved:
    """End the session where it is; the current phase leaves what it holds."""
    moment = here(rules, state)
    stopped = changed(_left(moment, "stopped", reason), status="stopped")
    ended = Event("ended", "seance", detail=reason)
    return Moved(stopped, (*_closing_events(moment, "stopped"), ended))


def _left(moment: Here[Any], closing: Closing, reason: str) -> State:
    """Turn what was done in the current phase into a result."""
    state, phase, step = _with_lapses(moment), moment.phase, innermost(moment.rules, moment.state)
    result = Result(
        name=phase.gives or phase.id,
        phase=phase.id,
        time=step.time,
        item=step.item,
        closing=closing,
        made=_unveiled(moment),
        outcome=kind_of(moment).outcome(moment),
        reason=reason,
    )
    return changed(state, leaf=None, results=(*state.results, result))


def _with_lapses(moment: Here[Any]) -> State:
    """Keep what was owed in the phase and did not come."""
    kept = tuple(
        Deviation(one.code, one.sentence, moment.phase.id, moment.state.actions)
        for one in kind_of(moment).owed(moment)
    )
    return changed(moment.state, lapses=(*moment.state.lapses, *kept))


def _unveiled(moment: Here[Any]) -> tuple[Contribution, ...]:
    made = _in_no_order(moment) if moment.rules.game.anonymous else moment.leaf.made
    if not kind_of(moment).unveils(moment):
        return made
    return tuple(replace(one, hidden=False) if one.hidden else one for one in made)


def _in_no_order(moment: Here[Any]) -> tuple[Contribution, ...]:
    """Put what was hidden in the order of seats, numbers included: nobody was first to answer."""
    hidden = [one for one in moment.leaf.made if one.hidden]
    seats = (*moment.rules.scenario.seats, FACILITATOR, GROUP)
    placed = iter(sorted(hidden, key=lambda one: (seats.index(one.by), one.number)))
    return tuple(
        replace(next(placed), number=one.number) if one.hidden else one for one in moment.leaf.made
    )


def _closing_events(moment: Here[Any], closing: Closing) -> tuple[Event, ...]:
    closed = Event("closed", moment.phase.id, detail=closing)
    owed = kind_of(moment).owed(moment)
    said = tuple(Event("lapsed", moment.phase.id, detail=one.sentence) for one in owed)
    secret = any(one.hidden for one in moment.leaf.made)
    secret = secret and kind_of(moment).unveils(moment)
    shown = (Event("revealed", moment.phase.id, reveals=True),) if secret else ()
    return (closed, *shown, *said)


def _settle(
    rules: Rules, state: State, opened: tuple[str, ...], *, before: tuple[Event, ...] = ()
) -> Moved:
    """Prepare the phase just opened, or end the session when none is left."""
    events = (*before, *(Event("opened", phase) for phase in opened))
    if not state.path:
        return Moved(changed(state, status="over"), (*events, Event("ended", "seance")))
    phase = rules.phases[state.path[-1].phase]
    actors = actors_of(rules, state, phase)
    silent = rules.game.anonymous and phase.hidden and phase.order != "in-turn"
    leaf = Leaf(phase.id, actors, dict.fromkeys(actors, 0), silent=silent)
    ready = changed(state, leaf=leaf, timing=Timing(state.timing.paused, state.timing.total))
    moment = here(rules, ready)
    return Moved(kind_of(moment).begin(moment), events)


def _open_from(
    rules: Rules, state: State, parent: str, index: int
) -> tuple[State, tuple[str, ...]]:
    """Open the first child of `parent`, from `index`, whose condition holds."""
    for name in rules.children.get(parent, ())[index:]:
        step = first(rules, state, name) if holds(rules.phases[name].when, state) else None
        if step is not None:
            return _enter(rules, state, step)
    return _after(rules, state, parent)


def _enter(rules: Rules, state: State, step: Step) -> tuple[State, tuple[str, ...]]:
    entered = changed(state, path=(*state.path, step))
    if not isinstance(rules.phases[step.phase], Group):
        return entered, (step.phase,)
    inside, opened = _open_from(rules, entered, step.phase, 0)
    return inside, (step.phase, *opened)


def _next(rules: Rules, state: State) -> tuple[State, tuple[str, ...]]:
    """Go on from the phase that ends the path: again, then its sibling, then its parent's."""
    step, outer = state.path[-1], changed(state, path=state.path[:-1])
    more = again(rules, state, step)
    if more is not None:
        return _enter(rules, outer, more)
    parent = rules.parents[step.phase]
    index = rules.children[parent].index(step.phase) + 1
    return _open_from(rules, outer, parent, index)


def _after(rules: Rules, state: State, parent: str) -> tuple[State, tuple[str, ...]]:
    """Go on once every child of `parent` is done; the outermost level ends the session."""
    return (state, ()) if not parent else _next(rules, state)
