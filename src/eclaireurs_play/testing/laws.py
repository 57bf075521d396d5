"""What holds of a whole session, whatever the game: it ends, comes back, is written and read."""

from collections.abc import Callable

from eclaireurs_play.engine.codec import (
    action_from_data,
    action_to_data,
    state_from_json,
    state_to_json,
)
from eclaireurs_play.engine.flow import Moved
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Close
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State, all_contributions
from eclaireurs_play.engine.transition import SESSION, transition
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.play.journal import MemoryJournal
from eclaireurs_play.play.notation import read_line, write_line
from eclaireurs_play.play.session import Session, replay
from eclaireurs_play.testing.playouts import STEPS, playout, random_play

Law = Callable[[Rules, int], None]
"""Raises AssertionError when a game breaks it, in the session played at random from a seed."""


def holds(law: Law, rules: Rules, seed: int) -> None:
    """Check one law; AssertionError says what broke it and how to play the same session again."""
    try:
        law(rules, seed)
    except (AssertionError, EclaireursError, LookupError, ValueError) as error:
        name, said = rules.scenario.id, str(error) or type(error).__name__
        raise AssertionError(
            f"{name}, {law.__name__} : {said}\n{again(law, name, seed)}"
        ) from error


def again(law: Law, scenario: str, seed: int) -> str:
    """Give the command that checks a law again from the same seed."""
    code = (
        "import eclaireurs_play as ep, eclaireurs_play.testing as t; "
        f"t.{law.__module__.rsplit('.', maxsplit=1)[-1]}.{law.__name__}"
        f"(ep.start('{scenario}').session.rules, {seed})"
    )
    return f'Pour rejouer : python -c "{code}"'


def claim(true: bool, sentence: str) -> None:  # noqa: FBT001 - what is claimed, as for assert
    """Raise AssertionError with a sentence when something is not true."""
    if not true:
        raise AssertionError(sentence)


def at(state: State) -> str:
    """Say where a session is."""
    phase = state.leaf.phase if state.leaf else "la fin"
    return f"après {state.actions} gestes (étape {phase})"


def playouts_end(rules: Rules, seed: int) -> None:
    """Sessions at random end, live ones and past ones."""
    for past in (False, True):
        state = playout(rules, seed, past=past, whims=True).state
        where = f"{at(state)}{', séance passée' if past else ''}"
        claim(state.status == "over", f"la séance n'en finit pas {where}")
        claim(past or not state.deviations, f"une règle a cédé à la table {where}")


def states_survive_json(rules: Rules, seed: int) -> None:
    """Every state is the same once written and read."""
    for state in _states(playout(rules, seed, whims=True)):
        claim(state_from_json(state_to_json(state)) == state, f"l'état change {at(state)}")


def undo_leads_to_the_start(rules: Rules, seed: int) -> None:
    """Undoing goes back through the same states to the first; redoing comes back."""
    session = playout(rules, seed, whims=True)
    states = _states(session)
    for state in reversed(states[:-1]):
        session.undo(knowingly=True)
        claim(session.state == state, f"annuler ne ramène pas {at(state)}")
    first = Session(rules, Setup(seed=seed)).state
    claim(session.state == first, "tout annuler ne ramène pas au début")
    if len(states) > 1:
        session.redo(len(states) - 1)
    claim(session.state == states[-1], "tout rétablir ne ramène pas à la fin")


def same_seed_same_session(rules: Rules, seed: int) -> None:
    """Equal seeds and gestures give equal sessions; so a journal gives its own again."""
    session = playout(rules, seed, whims=True)
    replayed = replay(rules, session.setup, session.entries(), MemoryJournal())
    for one, other in zip(session.played, replayed.played, strict=True):
        claim(one == other, f"la même graine mène ailleurs {at(one.state)}")


def gestures_survive_the_notation(rules: Rules, seed: int) -> None:
    """Every gesture is the same once written as a line, or as data, and read."""
    for in_hand in (False, True):
        session = Session(rules, Setup(seed=seed, in_hand=in_hand))
        for _actor, _ask, action in random_play(session, seed, STEPS, whims=True):
            line = write_line(action)
            claim(read_line(line, session.rules) == action, f"la ligne se relit autrement : {line}")
            data = action_to_data(action)
            claim(action_from_data(data) == action, f"le geste se relit autrement : {line}")


def a_stopped_session_leaves_results(rules: Rules, seed: int) -> None:
    """Wherever a session stops, what was said before is kept, in results."""
    reason = "il est tard"
    for state in _states(playout(rules, seed, whims=True)):
        if state.leaf is None:
            continue
        moved = transition(rules, state, Action(FACILITATOR, Close(SESSION, reason)))
        claim(isinstance(moved, Moved), f"la séance ne peut pas s'arrêter {at(state)}")
        if isinstance(moved, Moved):
            _stopped(state, moved.state, reason)


def _stopped(before: State, after: State, reason: str) -> None:
    """Check what a stop leaves of the state before it."""
    left = after.results[-1:]
    claim(after.status == "stopped" and after.leaf is None, f"la séance continue {at(before)}")
    claim(
        [(one.closing, one.reason) for one in left] == [("stopped", reason)],
        f"l'étape arrêtée ne laisse pas de résultat {at(before)}",
    )
    kept = [one.id for one in all_contributions(after)]
    said = [one.id for one in all_contributions(before)]
    claim(kept == said, f"l'arrêt perd ce qui a été dit {at(before)}")
    claim(state_from_json(state_to_json(after)) == after, f"l'état arrêté change {at(before)}")


def _states(session: Session) -> tuple[State, ...]:
    """List every state of a session, from the first."""
    first = Session(session.rules, session.setup).state
    return (first, *(one.state for one in session.played))
