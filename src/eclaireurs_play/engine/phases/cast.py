"""Cast: who plays whom, in which stance, and a sentence each to say it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.chance import shuffled
from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.domains import Options, Pile, Text
from eclaireurs_play.engine.gestures import Choose, Draw, Write
from eclaireurs_play.engine.phases.base import Here, Kind, each, pass_ask, with_leaf
from eclaireurs_play.engine.state import Contribution, Outcome, State
from eclaireurs_play.model.phases import Cast

ROLE, STANCE = "role", "posture"
PRESENTS = "presentation"
_ROLE_FIRST = Guard("role-first", "Il faut d'abord un rôle, et une posture s'il y en a.")


class CastKind(Kind[Cast]):
    """A role given stays; chosen or drawn, it replaces the one held until then.

    The roles laid out are those the actors hold, so that none of them is left without anyone once
    all have taken one. A sheet given up is remembered. Hidden, a stance stays between its holder
    and whoever hosts; nobody learns it from what is left, so two may take the same.
    """

    @override
    def unveils(self, here: Here[Cast]) -> bool:
        return not here.phase.hidden

    @override
    def begin(self, here: Here[Cast]) -> State:
        """Lay out what is to be taken, shuffled when drawn; give back first sheets."""
        state, phase = here.state, here.phase
        if phase.how == "returned":
            for seat in here.leaf.actors:
                seated = state.seats[seat]
                state = _seat(state, seat, (*seated.earlier, seated.role)[0])
        elif phase.how != "given":
            roles = tuple(sorted(state.seats[seat].role for seat in here.leaf.actors))
            state = _laid(here, state, ROLE, roles)
        if phase.stance and not phase.hidden:
            stances = tuple(sorted(here.rules.stances))
            times = -(-len(here.leaf.actors) // max(1, len(stances)))
            state = _laid(here, state, STANCE, stances * times)
        return state

    @override
    def asks(self, here: Here[Cast], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        turn = self.turn_guard(here, by)
        left = _to_take(here, by)
        for about in left[:1]:
            yield _taking(here, about, turn)
        guard = turn or (_ROLE_FIRST if left else None)
        if here.phase.presents:
            prompt = here.phase.presents
            yield Ask("write", PRESENTS, Text(), prompt, needed=True, guard=guard)
        yield pass_ask(guard)

    @override
    def dress(self, here: Here[Cast], contribution: Contribution) -> Contribution:
        gesture = contribution.gesture
        if isinstance(gesture, Draw) and not gesture.card:
            top = here.state.piles[gesture.about][0]
            return replace(contribution, gesture=replace(gesture, card=top))
        return contribution

    @override
    def after(self, here: Here[Cast], contribution: Contribution) -> State:
        gesture = contribution.gesture
        if not isinstance(gesture, Choose | Draw):
            return here.state
        taken = gesture.card if isinstance(gesture, Draw) else gesture.options[0]
        state = _without(here.state, gesture.about, taken)
        if gesture.about == ROLE:
            return _left_over(here, _seat(state, contribution.by, taken))
        seated = replace(state.seats[contribution.by], stance=taken)
        return replace(state, seats={**state.seats, contribution.by: seated})

    @override
    def attended(self, here: Here[Cast], newcomer: str) -> State:
        """Lay out a newcomer's sheet with the others; leave theirs to those who are gone."""
        state = here.state
        if newcomer and ROLE in _wanted(here):
            role = state.seats[newcomer].role
            state = _laid(here, state, ROLE, tuple(sorted((*state.piles[ROLE], role))))
        state = _left_over(here, state)
        return state if here.phase.presents else _nothing_to_take(replace(here, state=state))

    @override
    def ends_turn(self, here: Here[Cast], contribution: Contribution) -> bool:
        if isinstance(contribution.gesture, Choose | Draw):
            return here.phase.presents is None and not _to_take(here, contribution.by)
        return True

    @override
    def missing(self, here: Here[Cast]) -> Guard | None:
        return super().missing(here) if _wanted(here) or here.phase.presents else None

    @override
    def half_done(self, here: Here[Cast]) -> Guard | None:
        """Keep an exchange from stopping while a role is without anyone."""
        taken = any(one.gesture.about == ROLE for one in here.leaf.made)
        left = here.state.piles.get(ROLE, ()) if taken and ROLE in _wanted(here) else ()
        if not left:
            return None
        names = each(here.rules.roles[role].title for role in dict.fromkeys(sorted(left)))
        sheets = "une fiche" if len(left) == 1 else f"{len(left)} fiches"
        return Guard("role-unseated", f"L'échange laisserait {sheets} sans personne : {names}.")

    @override
    def outcome(self, here: Here[Cast]) -> Outcome:
        """Say, where stances are secret, which ones look at the subject, and not who holds them."""
        if not here.phase.hidden:
            return Outcome(items=here.leaf.actors)
        held = {one.gesture.options[0] for one in here.leaf.made if isinstance(one.gesture, Choose)}
        titles = ", ".join(one.title for name, one in here.rules.stances.items() if name in held)
        return Outcome(items=here.leaf.actors, sentence=f"Postures en jeu : {titles or 'aucune'}.")


def _wanted(here: Here[Cast]) -> tuple[str, ...]:
    """List what each actor takes, in order."""
    role = (ROLE,) if here.phase.how in {"chosen", "drawn"} else ()
    return (*role, STANCE) if here.phase.stance else role


def _to_take(here: Here[Cast], by: str) -> tuple[str, ...]:
    taken = {one.gesture.about for one in here.leaf.made
             if one.by == by and not isinstance(one.gesture, Write)}  # fmt: skip
    piles = here.state.piles
    return tuple(about for about in _wanted(here) if about not in taken and piles.get(about) != ())


def _taking(here: Here[Cast], about: str, turn: Guard | None) -> Ask:
    known = here.rules.roles if about == ROLE else here.rules.stances
    left = here.state.piles.get(about, known)
    titles: Mapping[str, str] = {one: known[one].title for one in left}
    drawn = (here.phase.how if about == ROLE else here.phase.stance) == "drawn"
    words = "un rôle" if about == ROLE else "une posture"
    if drawn:
        domain = Pile(tuple(sorted(here.state.piles[about])), named=here.state.in_hand)
        return Ask("draw", about, domain, f"Tirer {words}", needed=True, guard=turn)
    options = Options(dict(sorted(titles.items())))
    return Ask("choose", about, options, f"Choisir {words}", needed=True, guard=turn)


def _left_over(here: Here[Cast], state: State) -> State:
    """Seat those who left with the sheets that remain, once everyone else has taken one."""
    took = {one.by for one in here.leaf.made if one.gesture.about == ROLE}
    if not state.away or not took or not took >= set(here.present):
        return state
    gone = [seat for seat in here.leaf.actors if seat not in took]
    for seat, role in zip(gone, state.piles[ROLE], strict=False):
        state = _seat(state, seat, role)
    return _pile(state, ROLE, state.piles[ROLE][len(gone) :])


def _nothing_to_take(here: Here[Cast]) -> State:
    """Wait no more for those who have nothing left to take."""
    taken = {
        actor: turns if _to_take(here, actor) else max(1, turns)
        for actor, turns in here.leaf.taken.items()
    }
    return with_leaf(here.state, changed(here.leaf, taken=taken))


def _without(state: State, about: str, taken: str) -> State:
    """Take a card out of its pile, if it has one."""
    if about not in state.piles:
        return state
    left = list(state.piles[about])
    left.remove(taken)
    return _pile(state, about, tuple(left))


def _laid(here: Here[Cast], state: State, about: str, cards: tuple[str, ...]) -> State:
    stream = f"{about}s/{here.phase.id}/{len(state.results)}"
    return _pile(state, about, shuffled(state.seed, stream, cards))


def _pile(state: State, about: str, cards: tuple[str, ...]) -> State:
    return replace(state, piles={**state.piles, about: cards})


def _seat(state: State, seat: str, role: str) -> State:
    seated = state.seats[seat]
    if seated.role == role:
        return state
    now = replace(seated, role=role, earlier=(*seated.earlier, seated.role))
    return replace(state, seats={**state.seats, seat: now})
