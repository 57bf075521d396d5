"""What several tests share: content to play with, and random but reproducible playouts."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from eclaireurs_play import api
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.engine import chance
from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.gestures import Action
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session

REPOSITORY = Path(__file__).resolve().parents[2]
FIXTURES = REPOSITORY / "tests" / "library"
SCENARIOS = ("zone-logistique", "deux-zones-commerciales", "regle-et-esprit")
EVERYTHING = "salle"
"""The scenario of a game that uses every kind of phase."""


@cache
def content(name: str) -> ScenarioContent:
    """Load a scenario once."""
    return api.playable(name, FIXTURES)


@cache
def rules(name: str) -> Rules:
    """Arrange a scenario once."""
    return api.rules_of(content(name))


def new_session(name: str, **setup: object) -> Session:
    """Open a session in memory."""
    return Session(rules(name), Setup(**setup))  # type: ignore[arg-type]


def auto_session(name: str, seed: int = 7, **setup: object) -> Session:
    """Play a whole session by simulated players."""
    everyone = api.with_everyone(Setup(seed=seed, **setup), content(name))  # type: ignore[arg-type]
    session = Session(rules(name), everyone)
    for _ in autoplay(session):
        pass
    return session


def random_play(session: Session, seed: int, steps: int) -> Iterator[tuple[str, Ask, Action]]:
    """Make legal gestures at random: yields who, what was asked and what they did."""
    stream = chance.key(seed, "essais")
    counter = iter(range(1 << 30))

    def luck(bound: int) -> int:
        return chance.below(stream, next(counter), bound)

    actors = (*session.state.seats, "animateur", "groupe")
    for _ in range(steps):
        options = [
            (actor, ask) for actor in actors for ask in session.legal_actions(actor)
            if ask.about != "seance"
        ]  # fmt: skip
        if not options:
            return
        needed = [one for one in options if one[1].needed]
        pool = needed if needed and luck(3) else options
        actor, ask = pool[luck(len(pool))]
        action = Action(actor, ask.domain.sample(actor, ask.about, luck))
        session.play(action)
        yield actor, ask, action
