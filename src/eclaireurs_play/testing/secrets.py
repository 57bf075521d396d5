"""Views: what one may not know changes neither what one sees nor what one may do."""

from dataclasses import replace

from eclaireurs_play.engine.anytime import NOTE
from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import Luck
from eclaireurs_play.engine.flow import Moved
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Create, Gesture, Value, Write
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import Contribution, State
from eclaireurs_play.engine.transition import legal_actions, transition
from eclaireurs_play.engine.view import PUBLIC, view
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing.laws import at, claim
from eclaireurs_play.testing.playouts import STEPS, luck_from, random_play

_EVERY = 9
"""One moment in so many is looked at by everybody; every secret gesture is."""


def views_leak_nothing(rules: Rules, seed: int) -> None:
    """States that differ only in hidden facts look the same, and allow the same gestures.

    Hidden facts: the seed, the order of piles, what others wrote or chose in secret, now or in a
    ballot that was never shown, and the words of what was made on the spot and is not seen yet.
    """
    session, luck = Session(rules, Setup(seed=seed)), luck_from(seed, "secrets")
    before = session.state
    for actor, ask, action in random_play(session, seed, STEPS, whims=True):
        _other_gesture(rules, before, (actor, ask, action.gesture), luck)
        before = session.state
        if before.actions % _EVERY == 0:
            _other_secrets(rules, before)
            _private_note(rules, before, actor)
            _unseen_words(rules, before)


def _other_secrets(rules: Rules, state: State) -> None:
    """Change at once everything that someone may not know."""
    for who in (*state.seats, PUBLIC):
        _alike(rules, state, _with_other_secrets(state, who), who)
        mine, seen = legal_actions(rules, state, who), view(state, who).state
        claim(mine == legal_actions(rules, seen, who), f"{who} devine ce qu'il ignore {at(state)}")


def _other_gesture(rules: Rules, before: State, made: tuple[str, Ask, Gesture], luck: Luck) -> None:
    """Make another gesture where one was made in secret: nobody else sees the difference."""
    actor, ask, gesture = made
    other = ask.domain.sample(actor, ask.about, luck)
    states = [_secretly(rules, before, Action(actor, one)) for one in (gesture, other)]
    for who in (*before.seats, PUBLIC):
        if who != actor and states[0] and states[1]:
            _alike(rules, states[0], states[1], who)


def _private_note(rules: Rules, state: State, actor: str) -> None:
    """Write two different notes for the facilitator alone."""
    if not rules.game.anytime.note or actor == FACILITATOR:
        return
    notes = (Action(actor, Write(NOTE, text, "facilitator")) for text in ("un", "deux"))
    first, second = (transition(rules, state, note) for note in notes)
    for who in (*state.seats, PUBLIC):
        if who != actor and isinstance(first, Moved) and isinstance(second, Moved):
            _alike(rules, first.state, second.state, who)


def _unseen_words(rules: Rules, state: State) -> None:
    """Make things that differ in words only, kept for later or for one seat: nobody else sees."""
    family = next((one for one in rules.families if one in state.piles), "")
    seat = next(iter(state.seats))
    suit = {"sorte": next(iter(rules.game.suits))} if rules.game.suits else {}
    values: dict[str, dict[str, Value]] = {
        "imprevu": {"titre": "un", "texte": "un", "quand": "ensuite", **suit},
        "role": {"titre": "un", "but": "un", "place": seat, "sait": "un"},
    }
    if family:
        values["carte"] = {"titre": "un", "texte": "un", "famille": family, "ou": "pile"}
    for kind, first in values.items():
        changed = {"role": "sait"}.get(kind, "texte")
        pair = (Create(kind, first), Create(kind, {**first, changed: "deux"}))
        one, other = (transition(rules, state, Action(FACILITATOR, made)) for made in pair)
        for who in (*state.seats, PUBLIC):
            if (
                isinstance(one, Moved) and isinstance(other, Moved)
                and (kind != "role" or who != seat)
            ):  # fmt: skip
                _alike(rules, one.state, other.state, who)


def _alike(rules: Rules, one: State, other: State, who: str) -> None:
    claim(view(one, who) == view(other, who), f"{who} voit un secret {at(one)}")
    same = legal_actions(rules, one, who) == legal_actions(rules, other, who)
    claim(same, f"{who} peut faire selon un secret {at(one)}")


def _secretly(rules: Rules, state: State, action: Action) -> State | None:
    """Give the state after a gesture, when the gesture was kept hidden."""
    moved = transition(rules, state, action)
    if not isinstance(moved, Moved) or moved.state.leaf is None:
        return None
    if moved.state.contributions == state.contributions:
        return None
    made = (one for one in moved.state.leaf.made if one.number == moved.state.contributions)
    return moved.state if any(one.hidden for one in made) else None


def _with_other_secrets(state: State, who: str) -> State:
    def others(made: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
        return tuple(
            replace(one, asked="autre chose", chosen="autre chose")
            if one.hidden and one.by != who
            else one
            for one in made
        )

    leaf = replace(state.leaf, made=others(state.leaf.made)) if state.leaf else None
    return replace(
        state,
        seed=state.seed ^ 1,
        piles={name: tuple(reversed(pile)) for name, pile in state.piles.items()},
        leaf=leaf,
        results=tuple(replace(one, made=others(one.made)) for one in state.results),
    )
