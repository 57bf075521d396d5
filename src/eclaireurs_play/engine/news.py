"""Surprises: drawn from the scenario's pile or picked, then part of the context."""

from dataclasses import replace

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import Pile
from eclaireurs_play.engine.gestures import NEWS, Draw
from eclaireurs_play.engine.state import Contribution, State


def news_ask(state: State, *, needed: bool, named: bool | None = None) -> Ask:
    """Ask for the next surprise, unseen unless it is picked or held in hand."""
    known = state.in_hand if named is None else named
    pile = tuple(sorted(state.piles.get(NEWS, ())))
    return Ask("draw", NEWS, Pile(pile, known), "Une nouvelle tombe", needed=needed)


def drawn(state: State, contribution: Contribution) -> Contribution:
    """Say which surprise an unseen draw gave."""
    gesture = contribution.gesture
    if not isinstance(gesture, Draw) or gesture.card:
        return contribution
    return replace(contribution, gesture=replace(gesture, card=state.piles[NEWS][0]))


def with_news(state: State, contribution: Contribution) -> State:
    """Make a surprise part of the context."""
    gesture = contribution.gesture
    if not isinstance(gesture, Draw):
        return state
    left = tuple(one for one in state.piles[NEWS] if one != gesture.card)
    return replace(state, piles={**state.piles, NEWS: left}, active=(*state.active, gesture.card))
