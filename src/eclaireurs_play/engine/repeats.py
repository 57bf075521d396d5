"""Which time a phase is played, and for which item."""

from eclaireurs_play.engine.conditions import holds
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State, Step, results_named

PLACES = "places"
"""The name under which `repeat: {each: …}` goes through the seats in play."""


def items(rules: Rules, state: State, phase: str) -> tuple[str, ...]:
    """List what a phase goes through, if it goes through something."""
    repeat = rules.phases[phase].repeat
    if repeat is None or repeat.each is None:
        return ()
    if repeat.each == PLACES:
        return tuple(seat for seat in rules.scenario.seats if seat in state.seats)
    left = results_named(state, repeat.each)
    return left[-1].outcome.items if left else ()


def _there(rules: Rules, state: State, step: Step) -> tuple[str, ...]:
    """List what is left to go through after a step; a seat that nobody holds is left out."""
    every = items(rules, state, step.phase)
    if step.of != PLACES:
        return every[step.time :]
    order = tuple(rules.scenario.seats)
    later = order[order.index(step.item) + 1 :]
    return tuple(one for one in every if one in later and one not in state.away)


def first(rules: Rules, state: State, phase: str) -> Step | None:
    """Give the first time of a phase, or None when it has nothing to go through."""
    repeat = rules.phases[phase].repeat
    if repeat is None or repeat.each is None:
        return Step(phase)
    away = state.away if repeat.each == PLACES else ()
    found = [one for one in items(rules, state, phase) if one not in away]
    return Step(phase, 1, found[0], repeat.each) if found else None


def again(rules: Rules, state: State, step: Step) -> Step | None:
    """Give the next time a phase is played, if it comes back."""
    repeat = rules.phases[step.phase].repeat
    if repeat is None or (repeat.until is not None and holds(repeat.until, state)):
        return None
    if not repeat.each:
        most = repeat.times or repeat.at_most
        return Step(step.phase, step.time + 1) if step.time < most else None
    left = _there(rules, state, step)
    return Step(step.phase, step.time + 1, left[0], repeat.each) if left else None


def innermost(rules: Rules, state: State) -> Step:
    """Give the innermost step of the path that repeats, or the last one."""
    repeated = [step for step in state.path if rules.phases[step.phase].repeat]
    return repeated[-1] if repeated else state.path[-1]


def is_last(rules: Rules, state: State) -> bool:
    """Tell whether nothing on the path is known to come back."""
    return all(
        again(rules, state, step) is None
        for step in state.path
        if not (repeat := rules.phases[step.phase].repeat) or not repeat.until
    )
