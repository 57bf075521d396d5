"""How a session goes from phase to phase: open, close, repeat, go on."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from eclaireurs_play.engine.conditions import holds
from eclaireurs_play.engine.phases import KINDS
from eclaireurs_play.engine.phases.base import Here, Kind, actors_of
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import (
    Closing,
    Contribution,
    Leaf,
    Result,
    State,
    Step,
    Timing,
    results_named,
)
from eclaireurs_play.model.phases import Group

PLACES = "places"
"""The name under which `repeat: {each: …}` goes through the seats in play."""

EventKind = Literal["opened", "closed", "drew", "made", "revealed", "deviated", "ended", "timed"]


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
    stopped = replace(_left(moment, "stopped", reason), status="stopped")
    ended = Event("ended", "seance", detail=reason)
    return Moved(stopped, (*_closing_events(moment, "stopped"), ended))


def _left(moment: Here[Any], closing: Closing, reason: str) -> State:
    """Turn what was done in the current phase into a result."""
    state, phase, step = moment.state, moment.phase, _repeated(moment.rules, moment.state)
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
    return replace(state, leaf=None, results=(*state.results, result))


def _unveiled(moment: Here[Any]) -> tuple[Contribution, ...]:
    if not kind_of(moment).unveils(moment.phase):
        return moment.leaf.made
    return tuple(replace(one, hidden=False) if one.hidden else one for one in moment.leaf.made)


def _repeated(rules: Rules, state: State) -> Step:
    """Give the innermost step of the path that repeats, or the last one."""
    repeated = [step for step in state.path if rules.phases[step.phase].repeat]
    return repeated[-1] if repeated else state.path[-1]


def _closing_events(moment: Here[Any], closing: Closing) -> tuple[Event, ...]:
    closed = Event("closed", moment.phase.id, detail=closing)
    secret = any(one.hidden for one in moment.leaf.made)
    secret = secret and kind_of(moment).unveils(moment.phase)
    return (closed, Event("revealed", moment.phase.id, reveals=True)) if secret else (closed,)


def _settle(
    rules: Rules, state: State, opened: tuple[str, ...], *, before: tuple[Event, ...] = ()
) -> Moved:
    """Prepare the phase just opened, or end the session when none is left."""
    events = (*before, *(Event("opened", phase) for phase in opened))
    if not state.path:
        return Moved(replace(state, status="over"), (*events, Event("ended", "seance")))
    phase = rules.phases[state.path[-1].phase]
    actors = actors_of(rules, state, phase)
    leaf = Leaf(phase.id, actors, dict.fromkeys(actors, 0))
    ready = replace(state, leaf=leaf, timing=Timing(state.timing.paused, state.timing.total))
    moment = here(rules, ready)
    return Moved(kind_of(moment).begin(moment), events)


def _open_from(
    rules: Rules, state: State, parent: str, index: int
) -> tuple[State, tuple[str, ...]]:
    """Open the first child of `parent`, from `index`, whose condition holds."""
    for name in rules.children.get(parent, ())[index:]:
        phase = rules.phases[name]
        item = _items(state, name, rules)[:1]
        empty = phase.repeat is not None and phase.repeat.each is not None and not item
        if holds(phase.when, state) and not empty:
            return _enter(rules, state, Step(name, 1, item[0] if item else ""))
    return _after(rules, state, parent)


def _enter(rules: Rules, state: State, step: Step) -> tuple[State, tuple[str, ...]]:
    entered = replace(state, path=(*state.path, step))
    if not isinstance(rules.phases[step.phase], Group):
        return entered, (step.phase,)
    inside, opened = _open_from(rules, entered, step.phase, 0)
    return inside, (step.phase, *opened)


def _next(rules: Rules, state: State) -> tuple[State, tuple[str, ...]]:
    """Go on from the phase that ends the path: again, then its sibling, then its parent's."""
    step, outer = state.path[-1], replace(state, path=state.path[:-1])
    again = _again(rules, state, step)
    if again is not None:
        return _enter(rules, outer, again)
    parent = rules.parents[step.phase]
    index = rules.children[parent].index(step.phase) + 1
    return _open_from(rules, outer, parent, index)


def _after(rules: Rules, state: State, parent: str) -> tuple[State, tuple[str, ...]]:
    """Go on once every child of `parent` is done; the outermost level ends the session."""
    return (state, ()) if not parent else _next(rules, state)


def _again(rules: Rules, state: State, step: Step) -> Step | None:
    """Give the next time a phase is played, if it comes back."""
    repeat = rules.phases[step.phase].repeat
    if repeat is None:
        return None
    items = _items(state, step.phase, rules)
    if repeat.each is not None:
        more = step.time < len(items)
        return Step(step.phase, step.time + 1, items[step.time]) if more else None
    if repeat.times is not None:
        return Step(step.phase, step.time + 1) if step.time < repeat.times else None
    done = holds(repeat.until, state) or step.time >= repeat.at_most
    return None if done else Step(step.phase, step.time + 1)


def _items(state: State, phase: str, rules: Rules) -> tuple[str, ...]:
    repeat = rules.phases[phase].repeat
    if repeat is None or repeat.each is None:
        return ()
    if repeat.each == PLACES:
        return tuple(seat for seat in rules.scenario.seats if seat in state.seats)
    left = results_named(state, repeat.each)
    return left[-1].outcome.items if left else ()
