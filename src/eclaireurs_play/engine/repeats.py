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


def first(rules: Rules, state: State, phase: str) -> Step | None:
    """Give the first time of a phase, or None when it has nothing to go through."""
    repeat = rules.phases[phase].repeat
    if repeat is None or repeat.each is None:
        return Step(phase)
    found = items(rules, state, phase)
    return Step(phase, 1, found[0], repeat.each) if found else None


def again(rules: Rules, state: State, step: Step) -> Step | None:
    """Give the next time a phase is played, if it comes back."""
    repeat = rules.phases[step.phase].repeat
    if repeat is None or (repeat.until is not None and holds(repeat.until, state)):
        return None
    most = len(items(rules, state, step.phase)) if repeat.each else repeat.times or repeat.at_most
    if step.time >= most:
        return None
    item = items(rules, state, step.phase)[step.time] if repeat.each else ""
    return Step(step.phase, step.time + 1, item, repeat.each or "")


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
