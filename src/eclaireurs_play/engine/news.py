"""Surprises: drawn from the scenario's pile or picked, then part of the context."""

from dataclasses import replace
from typing import Any

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.domains import Pile
from eclaireurs_play.engine.gestures import NEWS, Draw, Gesture
from eclaireurs_play.engine.phases.base import Here
from eclaireurs_play.engine.state import Contribution, State

Suits = tuple[str, ...]

OTHER_SUIT = Guard("other-suit", "Cette nouvelle n'est pas de celles qui tombent à cette étape.")


def fitting(here: Here[Any], suits: Suits) -> tuple[str, ...]:
    """List the surprises left that have one of the suits (any, without suits), the next first."""
    known = here.rules.scenario.surprises
    pile = here.state.piles.get(NEWS, ())
    return tuple(one for one in pile if not suits or known[one].suit in suits)


def news_ask(here: Here[Any], suits: Suits, *, named: bool = False) -> Ask:
    """Ask for the next surprise, unseen unless it is picked or held in hand.

    In the past another suit may have fallen: `off_suit` then says which rule that broke.
    """
    state = here.state
    pile = state.piles.get(NEWS, ()) if state.past else fitting(here, suits)
    domain = Pile(tuple(sorted(pile)), named or state.in_hand)
    return Ask("draw", NEWS, domain, "Une nouvelle tombe", needed=True)


def off_suit(here: Here[Any], suits: Suits, gesture: Gesture) -> Guard | None:
    """Say when a surprise that was named has none of the suits."""
    named = isinstance(gesture, Draw) and gesture.card
    return OTHER_SUIT if named and named not in fitting(here, suits) else None


def drawn(here: Here[Any], suits: Suits, contribution: Contribution) -> Contribution:
    """Say which surprise an unseen draw gave."""
    gesture = contribution.gesture
    if not isinstance(gesture, Draw) or gesture.card:
        return contribution
    return replace(contribution, gesture=replace(gesture, card=fitting(here, suits)[0]))


def with_news(state: State, contribution: Contribution) -> State:
    """Make a surprise part of the context."""
    gesture = contribution.gesture
    if not isinstance(gesture, Draw):
        return state
    left = tuple(one for one in state.piles[NEWS] if one != gesture.card)
    return changed(state, piles={**state.piles, NEWS: left}, active=(*state.active, gesture.card))
