"""People who come and go: wherever it happens, the session goes on and loses nothing."""

from collections.abc import Iterator

from eclaireurs_play.engine.asks import Ask, Refused
from eclaireurs_play.engine.attendance import is_pseudonym
from eclaireurs_play.engine.codec import (
    action_from_data,
    action_to_data,
    state_from_json,
    state_to_json,
)
from eclaireurs_play.engine.domains import Luck
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Gesture, Held, Seat
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State, all_contributions
from eclaireurs_play.engine.transition import legal_actions, transition
from eclaireurs_play.play.journal import MemoryJournal
from eclaireurs_play.play.notation import read_line, write_line
from eclaireurs_play.play.session import Session, replay
from eclaireurs_play.testing.laws import at, claim
from eclaireurs_play.testing.playouts import SEATS, STEPS, luck_from, random_play

_EVERY = 6
"""A seat changes hands about once in so many gestures."""

_NAMES = ("Léa", "Omar", "Zoé", "Jean-Marc Le Goff")
_HELD: tuple[Held, ...] = ("people", "people", "simulated", "empty")


def people_come_and_go(rules: Rules, seed: int) -> None:
    """Whoever arrives, leaves, shares or is replaced, the session ends and loses nothing.

    It begins with the seats that it can't do without, live and past.
    """
    for past in (False, True):
        session = Session(rules, Setup(seed=seed, seats=_fewest(rules), past=past))
        for _ in eventful_play(session, seed, STEPS):
            _is_not_stuck(rules, session.state)
        state = session.state
        claim(state.status == "over", f"la séance n'en finit pas {at(state)}")
        numbers = sorted(one.number for one in all_contributions(state))
        kept = numbers == list(range(1, state.contributions + 1))
        claim(kept, "ce qui a été dit est perdu")
        again = replay(rules, session.setup, session.entries(), MemoryJournal())
        claim(again.state == state, "la séance rejouée mène ailleurs")


def eventful_play(
    session: Session, seed: int, steps: int
) -> Iterator[tuple[str, Ask | None, Action]]:
    """Play at random while seats change hands at random; yields as `random_play` does."""
    luck = luck_from(seed, "allées et venues")
    for played in random_play(session, seed, steps):
        yield played
        if session.state.status == "playing" and luck(_EVERY) == 0:
            action = Action(FACILITATOR, any_seat(session.rules, luck))
            if _changes_hands(session, action):
                yield FACILITATOR, None, action


def any_seat(rules: Rules, luck: Luck) -> Seat:
    """Say that someone holds a seat, or that nobody does; the rules may refuse it."""
    seats = tuple(rules.scenario.seats)
    seat, held = seats[luck(len(seats))], _HELD[luck(len(_HELD))]
    if rules.game.anonymous or held != "people":
        return Seat(seat, (), held, "un train" if luck(2) and not rules.game.anonymous else "")
    first = luck(len(_NAMES))
    return Seat(seat, _NAMES[first : first + luck(3)])


def _changes_hands(session: Session, action: Action) -> bool:
    """Let a seat change hands, and back and again; tells whether the rules allow it."""
    rules, before = session.rules, session.state
    answer = transition(rules, before, action)
    if isinstance(answer, Refused):
        return False
    seat, line = action.gesture.about, write_line(action)
    claim(read_line(line, rules) == action, f"la ligne se relit autrement : {line}")
    claim(action_from_data(action_to_data(action)) == action, f"le geste change : {line}")
    session.play(action)
    after = session.state
    claim(_said(after) == _said(before), f"« {line} » perd ce qui a été dit {at(before)}")
    claim(state_from_json(state_to_json(after)) == after, f"l'état change {at(after)}")
    session.undo(knowingly=True)
    claim(session.state == before, f"annuler « {line} » ne ramène pas {at(before)}")
    session.redo()
    claim(session.state == after, f"rétablir « {line} » mène ailleurs")
    if seat in after.away:
        claim(not legal_actions(rules, after, seat), f"on attend {seat}, qui est parti")
    claim(not is_pseudonym(rules, seat), f"on a dit que {seat} arrive ou s'en va")
    return True


def _said(state: State) -> list[tuple[int, str, Gesture]]:
    return [(one.number, one.by, one.gesture) for one in all_contributions(state)]


def _is_not_stuck(rules: Rules, state: State) -> None:
    """Check that someone present can go on, when the phase counts on others who are away."""
    actors = (*state.seats, *SEATS)
    open_now = (ask for actor in actors for ask in legal_actions(rules, state, actor))
    counted = state.leaf.actors if state.leaf else ()
    going = (
        set(state.away).isdisjoint(counted)
        or state.status != "playing"
        or any(ask.needed for ask in open_now)
    )
    claim(going, f"plus personne ne peut avancer {at(state)}")


def _fewest(rules: Rules) -> tuple[str, ...]:
    """List the seats that a situation needs, and others up to the fewest people."""
    seats = rules.scenario.seats
    needed = [seat for seat, one in seats.items() if not one.optional]
    free = [seat for seat, one in seats.items() if one.optional]
    more = max(0, rules.game.players.min - len(needed))
    return tuple(seat for seat in seats if seat in (*needed, *free[:more]))
