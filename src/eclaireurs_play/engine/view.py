"""What someone may know: the state without other people's secrets."""

from dataclasses import dataclass, replace

from eclaireurs_play.engine.gestures import FACILITATOR, Rate, Write
from eclaireurs_play.engine.state import Contribution, Leaf, Proposal, Result, State

PUBLIC = "public"
"""The view of the projector and of anyone who is not at the table."""

_ADDRESSED = Write | Rate
"""Gestures that say who may read them."""


@dataclass(frozen=True, slots=True)
class View:
    """What `who` may see; `sheets` are the roles whose private part they know.

    `state` has no seed, no order of piles, and no contribution hidden from `who`, so that
    anything computed from it can leak nothing.
    """

    who: str
    state: State
    sheets: tuple[str, ...]


def view(state: State, who: str) -> View:
    """Remove from a state what `who` (a seat, the facilitator, `public`) may not see."""
    redacted = replace(
        state,
        seed=0,
        piles={name: tuple(sorted(pile)) for name, pile in state.piles.items()},
        leaf=_leaf(state.leaf, who),
        results=tuple(_result(result, who) for result in state.results),
        proposals=_proposals(state, who),
        aside=tuple(one for one in state.aside if _readable(one, who)),
    )
    return View(who, redacted, _sheets(state, who))


def _sheets(state: State, who: str) -> tuple[str, ...]:
    if who == FACILITATOR:
        return tuple(dict.fromkeys(seated.role for seated in state.seats.values()))
    seated = state.seats.get(who)
    return (*seated.earlier, seated.role) if seated else ()


def _leaf(leaf: Leaf | None, who: str) -> Leaf | None:
    if leaf is None:
        return None
    return replace(leaf, made=tuple(one for one in leaf.made if _readable(one, who)))


def _proposals(state: State, who: str) -> tuple[Proposal, ...]:
    """Keep the versions that were not made in silence in the phase being played."""
    made = state.leaf.made if state.leaf else ()
    silent = {one.number for one in made if not _readable(one, who)}
    return tuple(one for one in state.proposals if one.number not in silent)


def _result(result: Result, who: str) -> Result:
    kept = tuple(one for one in result.made if _readable(one, who))
    return result if kept == result.made else replace(result, made=kept)


def _readable(contribution: Contribution, who: str) -> bool:
    if who in (FACILITATOR, contribution.by):
        return True
    if contribution.hidden:
        return False
    gesture = contribution.gesture
    audience = gesture.to if isinstance(gesture, _ADDRESSED) else "public"
    return audience == "public" or (audience == "parties" and who != PUBLIC)
