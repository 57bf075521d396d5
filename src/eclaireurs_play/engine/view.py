"""What someone may know: the state without other people's secrets."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.gestures import FACILITATOR
from eclaireurs_play.engine.improvised import seen_by
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
    leaf, since = _leaf(state.leaf, who), _since(state, who)
    redacted = changed(
        state,
        seed=0,
        seats=_seats(state, who),
        piles={name: _in_no_order(pile) for name, pile in state.piles.items()},
        leaf=leaf,
        results=tuple(_result(result, who, since) for result in state.results),
        proposals=_proposals(state, leaf),
        aside=_read(state.aside, who, since),
        improvised=seen_by(state, who),
    )
    return View(who, redacted, _sheets(state, who))


def _since(state: State, who: str) -> int:
    """Give the last contribution made before whoever holds a seat came."""
    seated = state.seats.get(who)
    return seated.since if seated else 0


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
    made = _read(leaf.made, who)
    if not leaf.silent or who == FACILITATOR:
        return leaf if made is leaf.made else changed(leaf, made=made)
    actors = tuple(one for one in leaf.actors if one == who)
    return changed(leaf, made=made, actors=actors, taken={one: leaf.taken[one] for one in actors})


def _proposals(state: State, seen: Leaf | None) -> tuple[Proposal, ...]:
    """Keep the versions that were not made in silence in the phase being played."""
    if state.leaf is None or seen is None or len(seen.made) == len(state.leaf.made):
        return state.proposals
    silent = {one.number for one in state.leaf.made} - {one.number for one in seen.made}
    return tuple(one for one in state.proposals if one.number not in silent)


def _result(result: Result, who: str, since: int) -> Result:
    if result.for_everyone:
        return result
    kept = _read(result.made, who, since)
    if result.outcome.veiled and who != FACILITATOR:
        items = tuple(one for one in result.outcome.items if one == who)
        return replace(result, made=kept, outcome=replace(result.outcome, items=items))
    return result if kept is result.made else replace(result, made=kept)


def _read(made: tuple[Contribution, ...], who: str, since: int = 0) -> tuple[Contribution, ...]:
    """Keep what someone may read: the same contributions when it is all of them."""
    if all(one.for_everyone for one in made):
        return made
    kept = tuple(one for one in made if _readable(one, who, since))
    return made if len(kept) == len(made) else kept


@lru_cache(maxsize=512)
def _in_no_order(pile: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(pile))


def _readable(contribution: Contribution, who: str, since: int = 0) -> bool:
    """Tell whether someone may read a contribution; what was kept to a seat, since they came."""
    if contribution.for_everyone or who == FACILITATOR:
        return True
    if who == contribution.by and contribution.number > since:
        return True
    return not contribution.hidden and contribution.audience == "parties" and who != PUBLIC
