"""Which phases a session had no reason to play: their condition did not hold."""

from collections.abc import Iterator

from eclaireurs_play.engine.conditions import holds
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State, results_named
from eclaireurs_play.model.conditions import Condition


def ruled_out(rules: Rules, state: State) -> frozenset[str]:
    """List the phases that a condition kept away, their own or that of a group around them.

    Ahead of where a session stands, a condition counts once what it reads was left.
    """
    opened = {one.phase for one in state.results} | {one.phase for one in state.path}
    order = {name: place for place, name in enumerate(rules.phases)}
    here = order[state.path[-1].phase] if state.path else len(order)
    return frozenset(
        name
        for name, place in order.items()
        if name not in opened
        and any(_failed(one, state, passed=place < here) for one in _conditions(rules, name))
    )


def _conditions(rules: Rules, name: str) -> Iterator[Condition]:
    """List the conditions of a phase and of the groups around it."""
    while name:
        condition = rules.phases[name].when
        if condition is not None:
            yield condition
        name = rules.parents[name]


def _failed(condition: Condition, state: State, *, passed: bool) -> bool:
    return not holds(condition, state) and (passed or _settled(condition, state))


def _settled(condition: Condition, state: State) -> bool:
    """Tell whether what a condition reads was left by phases that ended, so that it stands."""
    named = (condition.given, condition.chose[0] if condition.chose else None)
    return all(
        any(left.closing != "stopped" for left in results_named(state, one)) for one in named if one
    )
