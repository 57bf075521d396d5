"""Simulated players: they know what their seat may see, and make only gestures open to it.

Their words are those their sheet suggests; the engine marks each as simulated. In a game of
notes they show how a session runs and how long it is, never what people would think.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from eclaireurs_play.engine import chance
from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import Blanks, Luck, Objection, Options, Order, Text
from eclaireurs_play.engine.gestures import (
    FACILITATOR,
    GROUP,
    Action,
    Choose,
    Fill,
    Gesture,
    Rank,
    Rate,
    Value,
    Write,
)
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, State, all_contributions
from eclaireurs_play.engine.transition import legal_actions
from eclaireurs_play.engine.view import View
from eclaireurs_play.play.agreed import agreed, words_for
from eclaireurs_play.play.negotiators import Policy, negotiators
from eclaireurs_play.play.session import Session

_SIMULATED = "texte simulé"
_REPLIES_ONCE_IN = 4
_FIRST = 3
"""How many of the first things one could say are thought of: what the role says comes first."""


@dataclass(frozen=True, slots=True)
class Player:
    """Does what is needed, rates the cards it answered, replies now and then."""

    def __call__(
        self, rules: Rules, view: View, asks: tuple[Ask, ...], luck: Luck
    ) -> Gesture | None:
        """Choose what is needed first, then what is worth adding."""
        needed = [ask for ask in asks if ask.needed and ask.do != "close" and not _is_lived(ask)]
        ask = needed[luck(len(needed))] if needed else _worth_adding(rules, view, asks, luck)
        return _made(rules, view, ask, luck) if ask else None


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Does what is needed, and closes a phase when nobody has anything left to do."""

    def __call__(
        self, rules: Rules, view: View, asks: tuple[Ask, ...], luck: Luck
    ) -> Gesture | None:
        """Choose among the needed gestures; closing comes last."""
        recorded = _recorded(rules, view, asks)
        if recorded is not None:
            return recorded
        needed = [ask for ask in asks if ask.needed]
        open_asks = [ask for ask in needed if ask.do != "close"] or needed
        return _made(rules, view, open_asks[luck(len(open_asks))], luck) if open_asks else None


def _recorded(rules: Rules, view: View, asks: tuple[Ask, ...]) -> Fill | None:
    """Fill the next sheet named after a term with what holds of it now, in the blank it suits."""
    sheets = {one.about: one.domain for one in asks if isinstance(one.domain, Blanks)}
    held = agreed(rules, view.state)
    filled = {one.gesture.about for one in _here(view) if isinstance(one.gesture, Fill)}
    left = [term for term in held if term in sheets and term not in filled]
    if not left:
        return None
    domain = sheets[left[0]]
    made = domain.sample(view.who, left[0], _in_order)
    blanks = _filled(made.values if isinstance(made, Fill) else {}, domain, (), "", _in_order)
    room = {name: field.text for name, field in domain.fields.items() if field.text}
    if not room:
        return Fill(left[0], blanks)
    there = left[0] if left[0] in room else list(room)[-1]
    told = words_for(rules, held, left[0], sheets)
    while told and len(" ; ".join(told)) > room[there]:
        told.pop()
    return Fill(left[0], {**blanks, there: " ; ".join(told)} if told else blanks)


def _in_order(_bound: int) -> int:
    return 0


def _worth_adding(rules: Rules, view: View, asks: tuple[Ask, ...], luck: Luck) -> Ask | None:
    replies = view.state.leaf and getattr(rules.phases[view.state.leaf.phase], "replies", True)
    mine = [one for one in _here(view) if one.by == view.who]
    done = {(one.gesture.do, one.gesture.about) for one in mine}
    answered = {one.gesture.about for one in mine if one.gesture.do == "write"}
    latest = _last_answered(view)
    for ask in asks:
        if ask.do == "rate":
            worth = ask.about in answered
        else:
            worth = bool(replies) and ask.do == "write" and ask.about == latest
        if not worth or (ask.do, ask.about) in done:
            continue
        if ask.do == "rate" or luck(_REPLIES_ONCE_IN) == 0:
            return ask
    return None


def _is_lived(ask: Ask) -> bool:
    return isinstance(ask.domain, Text) and ask.domain.lived


def _here(view: View) -> tuple[Contribution, ...]:
    return view.state.leaf.made if view.state.leaf else ()


def _last_answered(view: View) -> str:
    made = _here(view)
    return made[-1].gesture.about if made and made[-1].gesture.do == "write" else ""


def _made(rules: Rules, view: View, ask: Ask, luck: Luck) -> Gesture:
    if isinstance(ask.domain, Text | Objection):
        return Write(ask.about, _words(rules, view, luck))
    if isinstance(ask.domain, Order):
        return Rank(ask.about, _order(view, ask.domain, luck))
    if isinstance(ask.domain, Options) and ask.domain.hoped:
        return Choose(ask.about, (ask.domain.hoped,))
    made = ask.domain.sample(rules.name(view.who), ask.about, luck)
    if isinstance(made, Fill | Rate) and isinstance(ask.domain, Blanks):
        aloud = sayable(rules, view) if isinstance(made, Fill) else ()
        return replace(
            made, values=_filled(made.values, ask.domain, aloud, _begins(rules, view), luck)
        )
    return made


def _filled(
    values: Mapping[str, Value], domain: Blanks, aloud: tuple[str, ...], begins: str, luck: Luck
) -> Mapping[str, Value]:
    """Put words of one's own sheet into the texts of a form, where they fit.

    The first text begins as one's stance does, if one has taken one.
    """
    filled, left = dict(values), list(aloud)
    for name, field in domain.fields.items():
        if field.text is None or name not in filled:
            continue
        words = begins + left.pop(luck(min(_FIRST, len(left)))) if left else _SIMULATED
        filled[name] = words if len(words) <= field.text else _SIMULATED[: field.text]
        begins = ""
    return filled


def _order(view: View, domain: Order, luck: Luck) -> tuple[tuple[str, ...], ...]:
    """Put items by what people rated here, less what is unwanted; by lot when nobody did."""
    scores = dict.fromkeys(domain.items, 0.0)
    for one in _here(view):
        if isinstance(one.gesture, Rate) and one.gesture.about in scores:
            for name, value in one.gesture.values.items():
                figure = value if isinstance(value, float) else 0
                scores[one.gesture.about] += -figure if name in domain.unwanted else figure
    if not any(scores.values()):
        sampled = domain.sample(view.who, "", luck)
        return sampled.order if isinstance(sampled, Rank) else ()
    ranked = sorted(domain.items, key=lambda item: -scores[item])
    return tuple((item,) for item in ranked[: domain.at_most])


def _words(rules: Rules, view: View, luck: Luck) -> str:
    """Say something that one's own sheet allows to be said aloud, not yet said if possible."""
    aloud = sayable(rules, view)
    if not aloud:
        return "Texte simulé : ici, la personne qui anime note ce que dit le groupe."
    gestures = (one.gesture for one in all_contributions(view.state) if one.by == view.who)
    said = {gesture.text for gesture in gestures if isinstance(gesture, Write)}
    fresh = [text for text in aloud if text not in said] or aloud
    return fresh[luck(len(fresh))]


def sayable(rules: Rules, view: View) -> tuple[str, ...]:
    """List what one's own sheet allows to be said aloud; nothing for whoever has no sheet."""
    if view.who not in view.state.seats:
        return ()
    role = rules.roles[view.sheets[-1]]
    quotes = tuple(text.strip("«» ") for text in role.private.might_say)
    return (*quotes, role.aim, *role.wants)


def _begins(rules: Rules, view: View) -> str:
    """Give the first words of one's stance, or nothing."""
    seated = view.state.seats.get(view.who)
    stance = rules.stances.get(seated.stance) if seated else None
    return f"{stance.begins_with.strip('«» ')} " if stance else ""


def table(session: Session) -> dict[str, Policy]:
    """Give a policy to each simulated actor of a session, its seats' numbers when it has some."""
    held = session.state.simulated
    policies: dict[str, Policy] = {actor: Player() for actor in held}
    policies |= negotiators(session.rules, session.setup, held, otherwise=Player())
    return policies | {host: Facilitator() for host in (FACILITATOR, GROUP) if host in held}


def autoplay(
    session: Session, *, at_most: int = 5000, policies: Mapping[str, Policy] | None = None
) -> Iterator[Action]:
    """Let the simulated actors play until the session ends or waits for a person.

    Yields each action once it is made. A session that would not end stops at `at_most` actions.
    `policies` take the place of the program's for the actors they name. RefusedError, and nothing
    changed, when one of them makes a gesture that the rules refuse.
    """
    chosen = table(session) | dict(policies or {})
    order = [*(seat for seat in session.state.seats if seat in chosen), GROUP, FACILITATOR]
    for _ in range(at_most):
        action = next_action(session, chosen, order)
        if action is None:
            return
        session.play(action)
        yield action


def next_action(
    session: Session, policies: Mapping[str, Policy], order: Iterable[str]
) -> Action | None:
    """Give what the first actor of `order` with something to do wants to do, or None."""
    for actor in order:
        policy = policies.get(actor)
        if policy is None:
            continue
        seen = session.view(actor)
        asks = legal_actions(session.rules, seen.state, actor)
        gesture = policy(session.rules, seen, asks, luck_of(session, actor)) if asks else None
        if gesture is not None:
            return Action(actor, gesture)
    return None


def luck_of(session: Session, actor: str) -> Callable[[int], int]:
    """Give an actor's own stream of luck, which starts afresh at each moment of a phase."""
    seed, state = session.setup.seed, session.state
    stream: list[int] = []
    counter = iter(range(1 << 30))

    def drawn(bound: int) -> int:
        if not stream:
            stream.append(chance.key(seed, luck_stream(state, actor)))
        return chance.below(stream[0], next(counter), bound)

    return drawn


def luck_stream(state: State, actor: str) -> str:
    """Name an actor's stream now: the phase, which time it is played, and how much was done in it.

    What happens in one phase then leaves the luck of the others as it was.
    """
    times = ".".join(str(step.time) for step in state.path)
    here = state.leaf
    phase, made = (here.phase, len(here.made)) if here else ("", 0)
    return stream_name(actor, phase, times, made)


def stream_name(actor: str, phase: str, times: str, made: int) -> str:
    """Name a stream of luck."""
    return f"joueur/{actor}/{phase}/{times}/{made}"
