"""Whether a condition written as data holds."""

from eclaireurs_play.engine.state import State, results_named
from eclaireurs_play.model.conditions import Condition


def holds(condition: Condition | None, state: State) -> bool:
    """Tell whether every part of a condition holds; no condition always does."""
    if condition is None:
        return True
    players = len(state.seats) - len(state.away)
    return (
        (condition.given is None or bool(results_named(state, condition.given)))
        and (condition.missing is None or not results_named(state, condition.missing))
        and (condition.chose is None or _chose(state, *condition.chose))
        and (condition.players_at_least is None or players >= condition.players_at_least)
        and (condition.players_at_most is None or players <= condition.players_at_most)
    )


def _chose(state: State, name: str, option: str) -> bool:
    left = results_named(state, name)
    return bool(left) and option in left[-1].outcome.chosen
