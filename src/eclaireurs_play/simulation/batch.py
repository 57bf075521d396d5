"""A batch: sessions numbered from 1, each with a seed of its own, so that any can be rebuilt."""

from dataclasses import dataclass, replace

from eclaireurs_play.engine import chance
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session

MOST = 1_000_000
"""More sessions than that are not played at once."""

STREAM = "seances"


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch plays: the rules, its seed, how people negotiate, with or without surprises."""

    rules: Rules
    seed: int
    table: str = "mixed"
    calm: bool = False

    @property
    def paired(self) -> bool:
        """Tell whether each session is played a second time, without surprises, to compare."""
        return bool(self.rules.scenario.surprises) and not self.calm

    def setup(self, number: int) -> Setup:
        """Say how the session of this number begins: everyone is simulated."""
        return Setup(
            seed=seed_of(self.seed, number),
            simulated=(*self.rules.scenario.seats, FACILITATOR, GROUP),
            table=self.table,
            calm=self.calm,
        )


def seed_of(seed: int, number: int) -> int:
    """Give the seed of the session of this number, from 1; a pure function of both."""
    return chance.draw(chance.key(seed, STREAM), number - 1)


def played(batch: Batch, number: int, *, calm: bool = False) -> tuple[Session, bool]:
    """Play the session of this number; False when the rules refused a simulated gesture."""
    setup = batch.setup(number)
    session = Session(batch.rules, replace(setup, calm=True) if calm else setup)
    try:
        for _action in autoplay(session):
            pass
    except RefusedError:
        return session, False
    return session, True
