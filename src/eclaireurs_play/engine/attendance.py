"""Who holds each seat, and when that changes: someone arrives, leaves, is replaced, shares.

A departure is never refused, and nothing waits for a seat that nobody holds. A rule of the game
that it bends is kept as a deviation, with the reason given. Whoever arrives has a turn in the phase
being played, at least. A pseudonym neither comes nor goes: everyone sees who does, and what is
written of it would say who is who. Nobody waits for its papers instead.
"""

from dataclasses import replace
from typing import Any

from eclaireurs_play.engine.asks import Guard, Refused
from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.domains import suggest
from eclaireurs_play.engine.flow import Event, Moved, here, kind_of
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Held, Seat
from eclaireurs_play.engine.people import misnamed
from eclaireurs_play.engine.phases.base import Here, actors_of, each
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Deviation, Handover, Leaf, Seated, State


def holding(state: State, seat: str) -> Held:
    """Say who holds a seat now; a seat that is not in play is empty."""
    if seat not in state.seats or seat in state.away:
        return "empty"
    return "simulated" if seat in state.simulated else "people"


def is_pseudonym(rules: Rules, seat: str) -> bool:
    """Tell whether nobody is to know who sits there."""
    known = rules.scenario.seats.get(seat)
    return rules.game.anonymous and known is not None and known.optional


def bent(rules: Rules, state: State, gesture: Seat) -> Guard | None:
    """Say which rule of the game a change at the table would bend, if any."""
    was, now = holding(state, gesture.about) == "empty", gesture.held == "empty"
    if was == now:
        return None
    players, there = rules.game.players, len(state.seats) - len(state.away)
    if now and not rules.scenario.seats[gesture.about].optional:
        sentence = f"Cette situation ne se joue pas sans : {rules.name(gesture.about)}."
        return Guard("seat-needed", sentence)
    there += -1 if now else 1
    if now and there < players.min:
        return Guard("too-few-left", _range(rules, there))
    return Guard("too-many-there", _range(rules, there)) if there > players.max else None


def seated(rules: Rules, state: State, by: str, gesture: Seat) -> Moved | Refused:
    """Let a seat change hands, from now on; or say why it can't."""
    refused = _refused(rules, state, by, gesture)
    if refused is not None:
        return refused
    guard = bent(rules, state, gesture)
    if guard is not None and guard.code == "too-many-there" and not state.past:
        return Refused(guard.code, guard.sentence, rule=True)
    event = Event("seated", gesture.about, by)
    moved = _settled(rules, state, _handed_over(rules, state, gesture))
    events = (event, *_unveiled(state, moved))
    if guard is None:
        return Moved(moved, events)
    phase = state.leaf.phase if state.leaf else ""
    deviation = Deviation(guard.code, guard.sentence, phase, moved.actions)
    moved = changed(moved, deviations=(*moved.deviations, deviation))
    return Moved(moved, (*events, Event("deviated", phase, by, guard.sentence)))


def _unveiled(before: State, after: State) -> tuple[Event, ...]:
    """Tell what was only hidden until whoever left had spoken."""
    if before.leaf is None or after.leaf is None:
        return ()
    made = zip(before.leaf.made, after.leaf.made, strict=True)
    shown = [now for then, now in made if then.hidden and not now.hidden]
    return tuple(
        Event("made", one.gesture.about, one.by, one.id, reveals=True) for one in shown[-1:]
    )


def _range(rules: Rules, there: int) -> str:
    players = rules.game.players
    return (
        f"« {rules.game.title} » se joue de {players.min} à {players.max} ; "
        f"{there} place{'s' if there > 1 else ''} tenue{'s' if there > 1 else ''}, "
        "ce n'est pas prévu."
    )


def _refused(rules: Rules, state: State, by: str, gesture: Seat) -> Refused | None:
    """Say what makes a change at the table impossible."""
    seat, known = gesture.about, tuple(rules.scenario.seats)
    if by != FACILITATOR:
        return Refused("facilitator-only", "Seule la personne qui anime dit qui est là.", rule=True)
    if seat not in known:
        return Refused("unknown-seat", f"Place inconnue : {suggest(seat, known)}.")
    return _telling(rules, gesture) or _misnamed(gesture) or _unchanged(rules, state, gesture)


def _telling(rules: Rules, gesture: Seat) -> Refused | None:
    """Refuse what would tell, in an anonymous game, who is who."""
    why = ""
    if rules.game.anonymous and gesture.people:
        why = "aucun nom ne s'y écrit"
    elif rules.game.anonymous and gesture.reason:
        why = "aucune raison ne s'y écrit, elle dirait de qui l'on parle"
    elif is_pseudonym(rules, gesture.about):
        why = ("rien n'y dit quel pseudonyme part ou arrive ; les étapes se closent sans le "
               "papier de qui manque")  # fmt: skip
    return Refused("anonymous", f"Ce jeu est anonyme : {why}.", rule=True) if why else None


def _misnamed(gesture: Seat) -> Refused | None:
    refused = misnamed(gesture.people)
    if refused is not None:
        return refused
    if gesture.people and gesture.held != "people":
        return Refused("out-of-domain", "Personne ne tient cette place : aucun nom n'y va.")
    return None


def _unchanged(rules: Rules, state: State, gesture: Seat) -> Refused | None:
    """Refuse a change that changes nothing; people of whom no name is told may be others."""
    seat = gesture.about
    before = state.seats[seat].people if seat in state.seats else ()
    if gesture.held != holding(state, seat) or gesture.people != before:
        return None
    if gesture.held == "people":
        words = f"déjà tenue par {each(before)}" if before else "déjà tenue"
    else:
        words = "déjà vide" if gesture.held == "empty" else "déjà tenue par le programme"
    return Refused("nothing-changes", f"La place « {rules.name(seat)} » est {words}.")


def _handed_over(rules: Rules, state: State, gesture: Seat) -> State:
    """Change who holds a seat; one that was not in play comes into play."""
    seat, phase = gesture.about, state.leaf.phase if state.leaf else ""
    was = holding(state, seat)
    before = state.seats.get(seat) or Seated(role=rules.scenario.seats[seat].role)
    stays = was == gesture.held and not set(before.people).isdisjoint(gesture.people)
    since = before.since if stays else state.contributions
    handover = Handover(
        seat=seat,
        was=was,
        before=before.people,
        held=gesture.held,
        people=gesture.people,
        phase=phase,
        action=state.actions + 1,
        reason=gesture.reason,
    )
    seats = {**state.seats, seat: replace(before, people=gesture.people, since=since)}
    return changed(
        state,
        seats={one: seats[one] for one in rules.scenario.seats if one in seats},
        away=_with(state.away, seat, there=gesture.held == "empty"),
        simulated=_with(state.simulated, seat, there=gesture.held == "simulated"),
        handovers=(*state.handovers, handover),
        actions=state.actions + 1,
    )


def _with(names: tuple[str, ...], name: str, *, there: bool) -> tuple[str, ...]:
    left = tuple(one for one in names if one != name)
    return (*left, name) if there else left


def _settled(rules: Rules, before: State, state: State) -> State:
    """Let the phase being played take up whoever arrives, and go on without whoever left."""
    if state.leaf is None:
        return state
    seat = state.handovers[-1].seat
    arrives = holding(before, seat) == "empty" and seat not in state.away
    leaf = _with_turns(rules, state, state.leaf, seat) if arrives else state.leaf
    newcomer = seat if len(leaf.actors) > len(state.leaf.actors) else ""
    moment = here(rules, changed(state, leaf=leaf))
    return kind_of(moment).attended(moment, newcomer)


def _with_turns(rules: Rules, state: State, leaf: Leaf, seat: str) -> Leaf:
    """Give whoever arrives the turns that the others still have, and one turn at least."""
    acting = {*leaf.actors, *actors_of(rules, state, rules.phases[leaf.phase])}
    if seat not in acting:
        return leaf
    others = changed(state, away=(*state.away, seat))
    moment = here(rules, others)
    turns = kind_of(moment).turns(moment.phase)
    owed = min(moment.least, turns - 1) if moment.present else 0
    taken = {**leaf.taken, seat: max(leaf.taken.get(seat, 0), owed)}
    actors = tuple(one for one in rules.scenario.seats if one in taken)
    return changed(leaf, actors=actors, taken={one: taken[one] for one in actors})


def is_left_alone(moment: Here[Any]) -> bool:
    """Tell whether a phase counts on someone who is away, and nobody present can go on with it."""
    away = moment.state.away
    if not away or set(away).isdisjoint(moment.leaf.actors):
        return False
    there = (one for one in moment.state.seats if one not in away)
    kind = kind_of(moment)
    return not any(
        ask.needed and ask.guard is None
        for actor in (*there, GROUP, FACILITATOR)
        for ask in kind.asks(moment, actor)
    )
