"""What a session is worth to each seat, by the numbers of its own sheet."""

from collections.abc import Mapping

from eclaireurs_play.engine.negotiation.exact import SCALE
from eclaireurs_play.engine.phases.consent import ADOPTED, HELD
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Proposal, State, proposal_named


def agreement(state: State) -> Proposal | None:
    """Give the version adopted by the last consent of a session, if it was."""
    for result in reversed(state.results):
        if result.outcome.chosen == (ADOPTED,):
            return proposal_named(state, next(iter(result.outcome.items), ""))
        if result.outcome.chosen == (HELD,):
            return None
    return None


def rewards(rules: Rules, state: State) -> Mapping[str, float]:
    """Give each seat at the table what the end of a session brings it, from 0 to 1.

    With an agreement, its satisfaction by the version adopted, under the surprises that fell;
    without one, its reservation. 0 for a seat whose sheet has no numbers, for every seat of a game
    without terms, and while the session goes on.
    """
    worth = dict.fromkeys(state.seats, 0.0)
    if not rules.scenario.terms or state.status == "playing":
        return worth
    numbers, adopted = rules.numbers, agreement(state)
    table = numbers.at(state.active)
    held = numbers.reservations
    if adopted is not None and adopted.options:
        held = table.satisfaction[:, numbers.space.index(adopted.options)]
    return worth | {seat: int(level) / SCALE
                    for seat, level in zip(numbers.seats, held, strict=True)
                    if seat in worth}  # fmt: skip
