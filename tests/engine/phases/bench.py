"""A game of one's own phases, and a table of three, to try one kind at a time."""

from typing import Any

from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.flow import Moved
from eclaireurs_play.engine.gestures import Action, Gesture
from eclaireurs_play.engine.rules import Rules, compile_rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import Contribution, Leaf, Outcome, Result
from eclaireurs_play.engine.transition import transition
from eclaireurs_play.engine.view import view
from eclaireurs_play.model.deck import Card, Family
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.role import Role, Stance
from eclaireurs_play.model.scenario import Scenario
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.play.session import Session

Data = dict[str, Any]
_CREDITS = dict.fromkeys(("source", "attribution", "license"), "Essai.")
_GAME = {
    "id": "essai",
    "title": "L'essai",
    "summary": "Un essai.",
    "intent": "Essayer.",
    "players": {"min": 1, "max": 9},
    "facilitator": "L'animatrice",
    "anytime": {"note": False},
    **_CREDITS,
}
_SCENARIO = {
    "id": "essai",
    "game": "essai",
    "title": "L'essai",
    "summary": "Un essai.",
    "origin_note": "Inventé.",
    "context": "Un essai.",
    "question": "Que faire ?",
    **_CREDITS,
}
TERMS = {
    "horaire": {"title": "Horaire", "options": {o: {"title": o} for o in ("tot", "tard", "midi")}},
    "clefs": {"title": "Clefs", "options": {o: {"title": o} for o in ("une", "trois")}},
}
SEATS = ("ana", "bob", "cleo")


def phase(kind: str, name: str = "essai", **settings: object) -> Data:
    """Write a phase as a designer would."""
    return {"id": name, "type": kind, "title": name.capitalize(), **settings}


IDEA = phase("propose", "idee", who=["ana"])


def rules_of(
    *phases: Data,
    cards: tuple[Data, ...] = (),
    forms: Data | None = None,
    game: Data | None = None,
    stances: tuple[str, ...] = (),
    **scenario: object,
) -> Rules:
    """Arrange phases for a table of three (or the `seats` of the scenario), each with its role."""
    asked = {**_GAME, "phases": list(phases), "forms": forms or {}, **(game or {})}
    seats = {"seats": {name: {"role": name} for name in SEATS}}
    written = Scenario.model_validate({**_SCENARIO, **seats, **scenario})
    deck = {one["id"]: Card.model_validate({"title": "C", "text": "?", **one}) for one in cards}
    families = {card.family: Family.model_validate({"title": card.family, "code": "XX",
                "shape": "star"}) for card in deck.values()}  # fmt: skip
    held = {seat.role: _role(seat.role) for seat in written.seats.values()}
    known = {name: _stance(name) for name in stances}
    asked_game = Game.model_validate(asked)
    return compile_rules(asked_game, written, deck, families, roles=held, stances=known)


def _role(name: str) -> Role:
    private = dict.fromkeys(("holds_to", "why", "knows", "fears"), "Rien.")
    return Role.model_validate({
        "id": name, "title": name, "short": name, "who": "Vous.",
        "aim": "Jouer", "wants": ["Jouer."], "can": ["Jouer."],
        "private": {**private, "might_say": ["Jouons."]},
    })  # fmt: skip


def _stance(name: str) -> Stance:
    words = dict.fromkeys(("looks_for", "begins_with", "gift", "trap"), "Rien.")
    return Stance.model_validate({"id": name, "title": name.capitalize(), **words})


def table(
    *phases: Data,
    past: bool = False,
    in_hand: bool = False,
    seed: int = 0,
    inherited: tuple[Result, ...] = (),
    simulated: tuple[str, ...] = (),
    **content: Any,  # noqa: ANN401 - what `rules_of` takes
) -> Session:
    """Open a session of these phases, with terms unless the scenario says otherwise."""
    rules = rules_of(*phases, **{"terms": TERMS, **content})
    setup = Setup(seed=seed, past=past, in_hand=in_hand, inherited=inherited, simulated=simulated)
    return Session(rules, setup)


def say(session: Session, *lines: str) -> Session:
    """Type lines, all of them accepted."""
    for line in lines:
        session.play_all(read_typed(line, session.rules, session.state))
    return session


def refusal(session: Session, line: str) -> Refused:
    """Type a line that is refused, and give the refusal."""
    state = session.state
    for action in read_typed(line, session.rules, state):
        answer = transition(session.rules, state, action)
        if isinstance(answer, Refused):
            return answer
        state = answer.state
    raise AssertionError(f"accepted: {line}")


def refused(session: Session, line: str) -> str:
    """Type a line that is refused, and give the code of the refusal."""
    return refusal(session, line).code


def act(session: Session, by: str, gesture: Gesture) -> Moved | Refused:
    """Answer one gesture without playing it."""
    return transition(session.rules, session.state, Action(by, gesture))


def leaf(session: Session) -> Leaf:
    assert session.state.leaf is not None
    return session.state.leaf


def outcome(session: Session, name: str = "essai") -> Outcome:
    """Give the last outcome of a phase."""
    return next(one for one in reversed(session.state.results) if one.phase == name).outcome


def seen(session: Session, who: str) -> tuple[Contribution, ...]:
    """Give what someone sees of the phase being played."""
    found = view(session.state, who).state.leaf
    return found.made if found else ()


def needed(session: Session, who: str) -> set[tuple[str, str]]:
    """Give the verbs and subjects of what is waited for from someone."""
    return {(one.do, one.about) for one in session.legal_actions(who) if one.needed}
