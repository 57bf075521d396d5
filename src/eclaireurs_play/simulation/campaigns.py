"""Campaigns played many times: each session takes up what those before it left.

Session n of a batch is the whole campaign number n: its first session has the seed that session n
of a batch has, and those that follow get theirs as they do at a table.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from typing_extensions import override

from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import Result, State
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.model.campaign import Campaign, Sitting
from eclaireurs_play.play import campaign as handing
from eclaireurs_play.play.session import Session
from eclaireurs_play.simulation.batch import Batch, played
from eclaireurs_play.simulation.columns import EXECUTORS, STATUSES, TABLES, Chunk, Columns
from eclaireurs_play.simulation.rows import Ended, Row

_NONE = -1


@dataclass(frozen=True, slots=True)
class CampaignBatch:
    """What a batch of campaigns plays: the rules of each session, by the session's id.

    The other fields are those of `Batch`.
    """

    campaign: Campaign
    rules: Mapping[str, Rules]
    seed: int
    table: str = "mixed"
    calm: bool = False

    def step(self, sitting: Sitting, left: tuple[Result, ...] = ()) -> "Step":
        """Give one session of the campaign, once it has taken up what was left."""
        rules = self.rules[sitting.id]
        return Step(rules, self.seed, self.table, self.calm,
                    campaign=self.campaign, sitting=sitting, left=left)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Batch):
    """One session of a campaign, among those of a batch; `left` is what it takes up."""

    campaign: Campaign
    sitting: Sitting
    left: tuple[Result, ...] = ()

    @override
    def setup(self, number: int) -> Setup:
        """Say how this session begins in the campaign of this number."""
        first = Batch.setup(self, number)
        begins = self.sitting == self.campaign.sessions[0]
        seed = first.seed if begins else handing.seed_of(first.seed, self.sitting)
        return replace(first, seed=seed, campaign=self.campaign.id, inherited=self.left)


@dataclass(frozen=True, slots=True)
class Sat:
    """A session of a campaign that was played; False when the rules refused a gesture."""

    step: Step
    session: Session
    went_on: bool


def sat(batch: CampaignBatch, number: int) -> Iterator[Sat]:
    """Play the campaign of this number, session after session.

    It stops before a session that cannot begin: the one before is not over, or did not leave what
    it was to leave.
    """
    before: list[tuple[Sitting, State]] = []
    for sitting in batch.campaign.sessions:
        try:
            left = handing.inherited(batch.campaign, sitting, before)
        except RefusedError:
            return
        step = batch.step(sitting, left)
        one = Sat(step, *played(step, number))
        yield one
        if one.session.state.status == "playing":
            return
        before.append((sitting, one.session.state))


def columns(batch: CampaignBatch) -> dict[str, Columns]:
    """Give the columns of each session of a campaign, by its id, in their order."""
    return {one.id: Columns.of(batch.rules[one.id]) for one in batch.campaign.sessions}


def play(batch: CampaignBatch, numbers: range) -> dict[str, Chunk]:
    """Play the campaigns of these numbers; give the rows of each session, by its id.

    Every session has a row for every number: one that could not begin is `refused`, with nothing
    in it. A session is compared with itself without surprises, after the same beginning.
    """
    kept = {name: _Rows(one) for name, one in columns(batch).items()}
    for number in numbers:
        reached = {one.step.sitting.id: one for one in sat(batch, number)}
        for sitting in batch.campaign.sessions:
            if one := reached.get(sitting.id):
                kept[sitting.id].add(one, number)
            else:
                seed = batch.step(sitting).setup(number).seed
                kept[sitting.id].add_unreached(number, seed)
    return {name: one.chunk() for name, one in kept.items()}


class _Rows:
    """The rows of one session of the campaign, as they come."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._rows: dict[str, list[Row]] = {table: [] for table in TABLES}

    def add(self, one: Sat, number: int) -> None:
        """Keep a session, and what became of it without surprises when it has some."""
        rules = one.step.rules
        ended = Ended(rules, self._columns, one.session, number, one.went_on)
        twin = played(one.step, number, calm=True) if one.step.paired else None
        calm = (
            self._calm(Ended(rules, self._columns, twin[0], number, twin[1])) if twin else _NO_TWIN
        )
        self._rows["sessions"].append((*ended.session_row(), *calm))
        self._rows["seats"] += ended.seats()
        self._rows["proposals"] += ended.proposals()
        self._rows["cards"] += ended.cards()

    def _calm(self, twin: Ended) -> Row:
        row = self._columns.rows("sessions", [(*twin.session_row(), *_NO_TWIN)])[0]
        return tuple(row[field] for field in ("adopted", "rounds", "agreement"))

    def add_unreached(self, number: int, seed: int) -> None:
        """Keep the place of a session that could not begin."""
        blank = {
            "session": number,
            "seed": seed,
            "status": STATUSES.index("refused"),
            "executor": EXECUTORS.index("reference"),
            **dict.fromkeys(_ABSENT, _NONE),
        }
        names = self._columns.dtype("sessions").names or ()
        self._rows["sessions"].append(tuple(blank.get(name, 0) for name in names))

    def chunk(self) -> Chunk:
        """Give the rows as tables."""
        return Chunk(**{name: self._columns.rows(name, rows) for name, rows in self._rows.items()})


_ABSENT = ("rounds", "adopted", "agreement", "calm_adopted", "calm_rounds", "calm_agreement")
_NO_TWIN = (_NONE, _NONE, _NONE)
