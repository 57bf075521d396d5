"""Random but reproducible playouts: any legal gesture, what is needed more often than not."""

from collections.abc import Iterator
from itertools import count

from eclaireurs_play.engine import chance
from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.creating import creations
from eclaireurs_play.engine.domains import Luck
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Action
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.transition import SESSION
from eclaireurs_play.play.session import Session

STEPS = 4000
"""More gestures than a session at random needs to reach its end."""

WHIM = 40
"""One gesture in so many is something made on the spot."""

SEATS = (FACILITATOR, GROUP)
"""Who may act besides the seats."""


def luck_from(seed: int, stream: str = "essais") -> Luck:
    """Give a stream of luck: equal seeds and names give equal draws."""
    key, counter = chance.key(seed, stream), count()
    return lambda bound: chance.below(key, next(counter), bound)


def random_play(
    session: Session, seed: int, steps: int, *, whims: bool = False
) -> Iterator[tuple[str, Ask, Action]]:
    """Make legal gestures at random: yields who, what was asked and what they did.

    Two times out of three it is something that the phase waits for, if there is any; the whole
    session is never stopped. With `whims`, whoever hosts makes something on the spot now and then.
    """
    luck, whim = luck_from(seed), luck_from(seed, "impromptu")
    for _ in range(steps):
        actors = (*session.state.seats, *SEATS)
        options = [
            (actor, ask) for actor in actors for ask in session.legal_actions(actor)
            if ask.about != SESSION
        ]  # fmt: skip
        if not options:
            return
        needed = [one for one in options if one[1].needed]
        pool = needed if needed and luck(3) else options
        actor, ask = pool[luck(len(pool))]
        made = creations(session.rules, session.state) if whims and not whim(WHIM) else ()
        if made:
            actor, ask = FACILITATOR, made[whim(len(made))]
        action = Action(actor, ask.domain.sample(actor, ask.about, luck))
        session.play(action)
        yield actor, ask, action


def playout(
    rules: Rules, seed: int, steps: int = STEPS, *, whims: bool = False, **setup: bool
) -> Session:
    """Play a session at random, up to its end or to `steps` gestures.

    `whims` are those of `random_play`; `setup` may say `past=True` or `in_hand=True`.
    """
    session = Session(rules, Setup(seed=seed, **setup))  # type: ignore[arg-type] # flags only
    for _ in random_play(session, seed, steps, whims=whims):
        pass
    return session


def play_until(session: Session, phase: str, seed: int = 1) -> Session:
    """Play at random up to a phase; AssertionError when it never comes."""
    if _plays(session, phase):
        return session
    for _ in random_play(session, seed, STEPS):
        if _plays(session, phase):
            return session
    raise AssertionError(f"l'étape {phase} n'arrive jamais (graine {seed})")


def _plays(session: Session, phase: str) -> bool:
    leaf = session.state.leaf
    return leaf is not None and leaf.phase == phase
