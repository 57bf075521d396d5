"""Which executor plays a batch: lock-step where it can, else the reference."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.simulation import campaigns, rows
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.campaigns import CampaignBatch
from eclaireurs_play.simulation.columns import EXECUTORS, Chunk

REFERENCE, LOCKSTEP = EXECUTORS
AUTO = "auto"

AnyBatch = Batch | CampaignBatch

Parts = Mapping[str, Chunk]
"""The rows of some sessions; of campaigns, by the id of each session. One session's id is ""."""

AT_ONCE = {REFERENCE: 8, LOCKSTEP: 2500}
"""How many sessions make a chunk: about a second."""

_FIRST = 250
"""How many make the first at most, to keep something early; each has twice those of the last."""


class NotPlayableError(EclaireursError):
    """The executor asked for can't play this game; the sentence says why."""


class Lockstep(Protocol):
    """What plays whole chunks at once."""

    def playable(self, rules: Rules) -> str:
        """Give "" for a game it can play, else the reason, in a French sentence."""

    def play(self, batch: Batch, numbers: range) -> Chunk:
        """Play the sessions of these numbers."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The executor of a batch; `why` says why it is not lock-step, when it is not by choice."""

    name: str
    why: str = ""


def lockstep() -> Lockstep:
    """Give the lock-step executor."""
    from eclaireurs_play.simulation.lockstep import playing  # noqa: PLC0415 - slow to load

    return playing


def chosen(batch: AnyBatch, wanted: str = AUTO) -> Chosen:
    """Choose lock-step where it can play; NotPlayableError when it was asked for and can't."""
    if wanted == REFERENCE:
        return Chosen(REFERENCE)
    why = CHAINED if isinstance(batch, CampaignBatch) else lockstep().playable(batch.rules)
    if why and wanted == LOCKSTEP:
        raise NotPlayableError(why)
    return Chosen(REFERENCE, why) if why else Chosen(LOCKSTEP)


CHAINED = "Une campagne se joue séance après séance."


def play(batch: AnyBatch, name: str, numbers: range) -> Parts:
    """Play the sessions of these numbers with this executor; a pure function of all three."""
    if isinstance(batch, CampaignBatch):
        return campaigns.play(batch, numbers)
    return {"": lockstep().play(batch, numbers) if name == LOCKSTEP else rows.play(batch, numbers)}


def cut(numbers: range, name: str, workers: int = 1) -> Iterator[range]:
    """Cut numbers into chunks, for all to have some; what is played does not depend on where."""
    most = max(1, min(AT_ONCE[name], -(-len(numbers) // workers)))
    size = min(_FIRST, most)
    while numbers:
        yield numbers[:size]
        numbers, size = numbers[size:], min(2 * size, most)
