"""A contract that any game must pass, for those who write games; pytest is not needed.

    import eclaireurs_play as ep
    from eclaireurs_play import testing

    rules = ep.start("mon-scenario").session.rules
    testing.contract(rules, seeds=range(5))

Each law plays sessions at random and raises AssertionError with a sentence, and the command that
plays the same session again. With pytest, `@pytest.mark.parametrize("law", testing.LAWS)` gives a
test per law; with Hypothesis, `testing.strategies.sessions(rules)` gives sessions stopped anywhere.
"""

from collections.abc import Iterable

from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.testing import strategies
from eclaireurs_play.testing.attendance import people_come_and_go
from eclaireurs_play.testing.guards import guards_hold
from eclaireurs_play.testing.laws import (
    Law,
    a_stopped_session_leaves_results,
    gestures_survive_the_notation,
    holds,
    playouts_end,
    same_seed_same_session,
    states_survive_json,
    undo_leads_to_the_start,
)
from eclaireurs_play.testing.playouts import SEATS, luck_from, play_until, playout, random_play
from eclaireurs_play.testing.secrets import views_leak_nothing

__all__ = [
    "LAWS",
    "SEATS",
    "contract",
    "holds",
    "luck_from",
    "play_until",
    "playout",
    "random_play",
    "strategies",
]

LAWS: tuple[Law, ...] = (
    playouts_end,
    states_survive_json,
    undo_leads_to_the_start,
    same_seed_same_session,
    views_leak_nothing,
    guards_hold,
    gestures_survive_the_notation,
    a_stopped_session_leaves_results,
    people_come_and_go,
)
"""Every law of the contract; each takes the rules and a seed."""


def contract(rules: Rules, seeds: Iterable[int] = range(3)) -> None:
    """Check every law on a game, with a session per law and seed; AssertionError says what fails.

    `rules` are those of a scenario: `ep.start("mon-scenario").session.rules`.
    """
    for seed in seeds:
        for law in LAWS:
            holds(law, rules, seed)
