"""A batch kept in a folder: begun, or taken up again where it stopped, and its witnesses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eclaireurs_play import __version__
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.content.campaigns import CampaignContent
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.campaigns import CampaignBatch
from eclaireurs_play.simulation.columns import Columns
from eclaireurs_play.simulation.crew import Crew
from eclaireurs_play.simulation.executor import LOCKSTEP, REFERENCE, AnyBatch
from eclaireurs_play.simulation.store import Store
from eclaireurs_play.simulation.witnesses import FOLDER, MOST


@dataclass(frozen=True, slots=True)
class Kept:
    """A batch, who plays it (`lockstep` or `reference`), and where; of a campaign, by session."""

    batch: AnyBatch
    executor: str
    stores: Mapping[str, Store]

    @classmethod
    def alone(
        cls, folder: Path, batch: Batch, content: ScenarioContent, executor: str, *changes: str
    ) -> "Kept":
        """Keep the sessions of a situation; `changes` says what its variant changes, if any."""
        said = _identity(batch, content, executor, changes)
        return cls(batch, executor, {"": Store(folder, said, Columns.of(batch.rules))})

    @classmethod
    def chained(cls, folder: Path, batch: CampaignBatch, content: CampaignContent) -> "Kept":
        """Keep the sessions of a campaign, each in a folder of its own: `2-cockpit`."""
        stores = {
            sitting.id: Store(
                folder / f"{place}-{sitting.id}",
                {**_identity(batch, scenario, REFERENCE), "campaign": content.campaign.id},
                Columns.of(batch.rules[sitting.id]),
            )
            for place, (sitting, scenario) in enumerate(content, start=1)
        }
        return cls(batch, REFERENCE, stores)

    @property
    def store(self) -> Store:
        """Give where the first session of the batch is kept: of one situation, all of it."""
        return next(iter(self.stores.values()))

    def open(self) -> int:
        """Begin the folder, or take it up again; give how many whole sessions it holds."""
        found = [store.open() for store in self.stores.values()]
        return self.settle(min(found))

    def settle(self, at_most: int | None = None) -> int:
        """Keep whole sessions only; give how many there are."""
        counts = [store.settle(at_most) for store in self.stores.values()]
        least = min(counts)
        return least if max(counts) == least else self.settle(least)

    def play(self, crew: Crew, numbers: range) -> Iterator[int]:
        """Play these sessions; yields how many more are kept, chunk after chunk."""
        for parts in crew.play(self.batch, self.executor, numbers):
            for name, store in self.stores.items():
                store.add(parts[name])
            yield len(parts[next(iter(self.stores))].sessions)

    def witnesses(self) -> Store | None:
        """Play the first sessions of a lock-step batch again, with the reference; None for others.

        They are kept in the folder `temoins`.
        """
        if self.executor != LOCKSTEP:
            return None
        store, count = self.store, min(MOST, self.store.count())
        said = {**store.identity, "executor": REFERENCE}
        own = Store(store.folder / FOLDER, said, store.columns)
        again = Kept(self.batch, REFERENCE, {"": own})
        for _count in again.play(Crew(), range(again.open() + 1, count + 1)):
            pass
        return own


def _identity(
    batch: AnyBatch, content: ScenarioContent, executor: str, changes: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Say what makes two batches the same."""
    return {
        "software": __version__,
        "scenario": content.scenario.id,
        "rules": content.rules_digest,
        "texts": content.texts_digest,
        "seed": batch.seed,
        "table": batch.table,
        "calm": batch.calm,
        "executor": executor,
        "changes": list(changes),
    }
