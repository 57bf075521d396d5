"""Cast: who plays whom, and a sentence each to say it."""

from collections.abc import Iterator
from dataclasses import replace

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.chance import shuffled
from eclaireurs_play.engine.domains import Options, Pile, Text
from eclaireurs_play.engine.gestures import Choose, Draw, Write
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.engine.state import Contribution, Outcome, State
from eclaireurs_play.model.phases import Cast

ROLE = "role"
PRESENTS = "presentation"
_ROLE_FIRST = Guard("role-first", "Il faut d'abord un rôle pour se présenter.")


class CastKind(Kind[Cast]):
    """A role given stays; chosen or drawn, it replaces the one the scenario had foreseen."""

    @override
    def begin(self, here: Here[Cast]) -> State:
        """Lay out the roles to take: as many as there are seats, shuffled when drawn."""
        if here.phase.how == "given":
            return here.state
        roles = tuple(sorted(here.state.seats[seat].role for seat in here.leaf.actors))
        stream = f"roles/{here.phase.id}/{len(here.state.results)}"
        return _pile(here.state, shuffled(here.state.seed, stream, roles))

    @override
    def asks(self, here: Here[Cast], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        turn = self.turn_guard(here, by)
        settled = here.phase.how == "given" or by in _cast(here)
        if not settled:
            yield self._role_ask(here, turn)
        if here.phase.presents:
            guard = turn or (None if settled else _ROLE_FIRST)
            yield Ask("write", PRESENTS, Text(), here.phase.presents, needed=True, guard=guard)
        yield pass_ask(turn or (None if settled else _ROLE_FIRST))

    def _role_ask(self, here: Here[Cast], turn: Guard | None) -> Ask:
        roles = tuple(sorted(here.state.piles[ROLE]))
        if here.phase.how == "drawn":
            domain = Pile(roles, named=here.state.in_hand)
            return Ask("draw", ROLE, domain, "Tirer un rôle", needed=True, guard=turn)
        titles = {role: here.rules.roles[role].title for role in roles}
        return Ask("choose", ROLE, Options(titles), "Choisir un rôle", needed=True, guard=turn)

    @override
    def dress(self, here: Here[Cast], contribution: Contribution) -> Contribution:
        gesture = contribution.gesture
        if isinstance(gesture, Draw) and not gesture.card:
            return replace(contribution, gesture=replace(gesture, card=here.state.piles[ROLE][0]))
        return contribution

    @override
    def after(self, here: Here[Cast], contribution: Contribution) -> State:
        gesture = contribution.gesture
        if not isinstance(gesture, Choose | Draw):
            return here.state
        role = gesture.card if isinstance(gesture, Draw) else gesture.options[0]
        left = list(here.state.piles[ROLE])
        left.remove(role)
        return _seat(_pile(here.state, tuple(left)), contribution.by, role)

    @override
    def ends_turn(self, here: Here[Cast], contribution: Contribution) -> bool:
        if isinstance(contribution.gesture, Choose | Draw):
            return here.phase.presents is None
        return True

    @override
    def missing(self, here: Here[Cast]) -> Guard | None:
        if here.phase.how == "given" and here.phase.presents is None:
            return None
        return super().missing(here)

    @override
    def outcome(self, here: Here[Cast]) -> Outcome:
        return Outcome(items=here.leaf.actors)


def _cast(here: Here[Cast]) -> set[str]:
    return {one.by for one in here.leaf.made if not isinstance(one.gesture, Write)}


def _pile(state: State, roles: tuple[str, ...]) -> State:
    return replace(state, piles={**state.piles, ROLE: roles})


def _seat(state: State, seat: str, role: str) -> State:
    seated = state.seats[seat]
    if seated.role == role:
        return state
    changed = replace(seated, role=role, earlier=(*seated.earlier, seated.role))
    return replace(state, seats={**state.seats, seat: changed})
