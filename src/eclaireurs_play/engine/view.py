"""What someone may know: the state without other people's secrets."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.gestures import FACILITATOR
from eclaireurs_play.engine.state import Contribution, Leaf, Proposal, Result, Seated, State

PUBLIC = "public"
"""The view of the projector and of anyone who is not at the table."""


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
    leaf = _leaf(state.leaf, who)
    redacted = changed(
        state,
        seed=0,
        seats=_seats(state, who),
        piles={name: tuple(sorted(pile)) for name, pile in state.piles.items()},
        leaf=leaf,
        results=tuple(_result(result, who) for result in state.results),
        proposals=_proposals(state, leaf),
        aside=tuple(one for one in state.aside if _readable(one, who)),
    )
    return View(who, redacted, _sheets(state, who))


def _seats(state: State, who: str) -> Mapping[str, Seated]:
    """Keep one's own stance: it is a card held in hand."""
    if who == FACILITATOR or not any(one.stance for one in state.seats.values()):
        return state.seats
    return {
        seat: one if seat == who else replace(one, stance="") for seat, one in state.seats.items()
    }


def _sheets(state: State, who: str) -> tuple[str, ...]:
    if who == FACILITATOR:
        return tuple(dict.fromkeys(seated.role for seated in state.seats.values()))
    seated = state.seats.get(who)
    return (*seated.earlier, seated.role) if seated else ()


def _leaf(leaf: Leaf | None, who: str) -> Leaf | None:
    if leaf is None:
        return None
    made = tuple(one for one in leaf.made if _readable(one, who))
    if not leaf.silent or who == FACILITATOR:
        return changed(leaf, made=made)
    actors = tuple(one for one in leaf.actors if one == who)
    return changed(leaf, made=made, actors=actors, taken={one: leaf.taken[one] for one in actors})


def _proposals(state: State, seen: Leaf | None) -> tuple[Proposal, ...]:
    """Keep the versions that were not made in silence in the phase being played."""
    if state.leaf is None or seen is None or len(seen.made) == len(state.leaf.made):
        return state.proposals
    silent = {one.number for one in state.leaf.made} - {one.number for one in seen.made}
    return tuple(one for one in state.proposals if one.number not in silent)


def _result(result: Result, who: str) -> Result:
    if result.for_everyone:
        return result
    kept = tuple(one for one in result.made if _readable(one, who))
    if result.outcome.veiled and who != FACILITATOR:
        items = tuple(one for one in result.outcome.items if one == who)
        return replace(result, made=kept, outcome=replace(result.outcome, items=items))
    return result if kept == result.made else replace(result, made=kept)


def _readable(contribution: Contribution, who: str) -> bool:
    if contribution.for_everyone or who in (FACILITATOR, contribution.by):
        return True
    return not contribution.hidden and contribution.audience == "parties" and who != PUBLIC
