"""Guards: refused at the table, written down as deviations when the past is recorded."""

from collections.abc import Iterator
from dataclasses import replace

from eclaireurs_play.engine.asks import Ask, Refused
from eclaireurs_play.engine.domains import Items, Luck
from eclaireurs_play.engine.flow import Moved
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Close, Place
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State
from eclaireurs_play.engine.transition import legal_actions, phase_asks, transition
from eclaireurs_play.play.notation import write_line
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing.laws import at, claim
from eclaireurs_play.testing.playouts import SEATS, STEPS, luck_from, random_play


def guards_hold(rules: Rules, seed: int) -> None:
    """Every gesture that a rule forbids is refused at the table, and noted in a past session."""
    session, luck = Session(rules, Setup(seed=seed)), luck_from(seed, "gardes")
    _forbidden_is_refused(rules, session.state, luck)
    for _ in random_play(session, seed, STEPS, whims=True):
        _forbidden_is_refused(rules, session.state, luck)


def _forbidden_is_refused(rules: Rules, state: State, luck: Luck) -> None:
    for action in _forbidden(rules, state, luck):
        said = f"« {write_line(action)} » {at(state)}"
        refused = transition(rules, state, action)
        claim(isinstance(refused, Refused), f"une règle ne tient pas : {said}")
        if isinstance(refused, Refused):
            claim(refused.rule, f"pris pour une faute de frappe ({refused.code}) : {said}")
            moved = transition(rules, replace(state, past=True), action)
            noted = isinstance(moved, Moved) and [
                one.code for one in moved.state.deviations[len(state.deviations) :]
            ]
            claim(noted == [refused.code], f"l'écart n'est pas noté dans le passé : {said}")


def _forbidden(rules: Rules, state: State, luck: Luck) -> Iterator[Action]:
    """Yield a gesture for each rule that stands in the way of someone now."""
    if state.leaf is None:
        return
    for actor in (*state.seats, *SEATS):
        for ask in phase_asks(rules, state, actor):
            yield from (Action(actor, one) for one in _unwise(ask, luck))
            if ask.guard:
                yield Action(actor, ask.domain.sample(actor, ask.about, luck))
    closing = Close(state.leaf.phase)
    open_now = {(ask.do, ask.about) for ask in legal_actions(rules, state, FACILITATOR)}
    if ("close", closing.about) not in open_now:
        yield Action(FACILITATOR, closing)


def _unwise(ask: Ask, luck: Luck) -> Iterator[Place]:
    """Yield something that can be placed although a rule forbids it."""
    if isinstance(ask.domain, Items) and ask.domain.unwise and ask.guard is None:
        yield Place(ask.about, ask.domain.unwise[luck(len(ask.domain.unwise))])
