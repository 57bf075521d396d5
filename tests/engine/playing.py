"""What the tests of games share: to type lines, and to be refused."""

from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.gestures import Action, Gesture
from eclaireurs_play.engine.state import Outcome
from eclaireurs_play.engine.transition import transition
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.play.session import Session


def say(session: Session, *lines: str) -> Session:
    """Type lines, all of them accepted."""
    for line in lines:
        session.play_all(read_typed(line, session.rules, session.state))
    return session


def refusal(session: Session, by: str, gesture: Gesture) -> Refused:
    """Make a gesture that is refused."""
    answer = transition(session.rules, session.state, Action(by, gesture))
    assert isinstance(answer, Refused), f"accepted: {gesture}"
    return answer


def actors(session: Session) -> tuple[str, ...]:
    """List who acts in the phase being played."""
    assert session.state.leaf is not None
    return session.state.leaf.actors


def outcome(session: Session, phase: str) -> Outcome:
    """Give the last outcome of a phase."""
    return next(one for one in reversed(session.state.results) if one.phase == phase).outcome


def roles_of(session: Session, *seats: str) -> set[str]:
    """Give the roles that seats hold."""
    return {session.state.seats[seat].role for seat in seats}
