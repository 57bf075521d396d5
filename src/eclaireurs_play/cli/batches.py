"""Batches played into their folders, and what is said meanwhile."""

import re
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

import click

from eclaireurs_play import api
from eclaireurs_play.cli.program import Interrupted
from eclaireurs_play.cli.progress import Progress
from eclaireurs_play.cli.telling import aside
from eclaireurs_play.cli.words import _
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.errors import OutputError
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.crew import CrewError, crew
from eclaireurs_play.simulation.executor import AUTO, LOCKSTEP, REFERENCE, Chosen, chosen
from eclaireurs_play.simulation.keeping import Kept
from eclaireurs_play.simulation.parquet import needed, write_parquet
from eclaireurs_play.simulation.spreadsheets import write_csv
from eclaireurs_play.simulation.store import OtherBatchError
from eclaireurs_play.simulation.variants import AS_IS, Variant
from eclaireurs_play.simulation.wording import number

MOST_FORGOTTEN = 500
"""More sessions than that, played one by one, take too long to be forgotten once told."""

_LONGEST = 60
"""Letters in the name of a folder."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How many sessions of each batch, how they are played, by whom, and what is written besides.

    `lasting` is False when the folder goes once the essential is said.
    """

    sessions: int
    seed: int = 0
    table: str = "mixed"
    calm: bool = False
    executor: str = AUTO
    jobs: int = 1
    cluster: str = ""
    parquet: bool = False
    lasting: bool = True

    @property
    def words(self) -> str:
        """Say how sessions are played, for people."""
        calm = ", sans imprévu" if self.calm else ""
        return f"germe {self.seed}, table « {self.table} »{calm}"

    def batch(self, content: ScenarioContent) -> Batch:
        """Give the batch of a situation."""
        return Batch(api.rules_of(content), self.seed, self.table, self.calm)

    def version(self, folder: Path, content: ScenarioContent, variant: Variant | None = None,
                label: str = AS_IS) -> "Version":  # fmt: skip
        """Prepare the batch of a variant of a situation, in a folder of its own."""
        varied = variant.content(content) if variant else content
        batch = self.batch(varied)
        how = chosen(batch, self.executor)
        changes = map(str, variant.assignments) if variant else ()
        kept = Kept.alone(folder, batch, varied, how.name, *changes)
        return Version(variant.label if variant else label, varied, batch.rules, how, kept)


@dataclass(frozen=True, slots=True)
class Version:
    """A situation as it is played in a batch, and where the batch is kept."""

    label: str
    content: ScenarioContent
    rules: Rules
    how: Chosen
    kept: Kept


@dataclass(slots=True)
class Halt:
    """What stopped the sessions before their end, said once what was played is told."""

    error: Exception | None = None

    def end(self) -> None:
        """Raise what stopped them, if anything did."""
        if self.error is not None:
            raise self.error

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Take note of Ctrl-C, of a full disk, of whoever plays being lost."""
        try:
            yield
        except KeyboardInterrupt:
            self.error = self.error or Interrupted()
        except (OutputError, CrewError) as error:
            self.error = self.error or error


def played(batches: Sequence[Kept], asked: Asked) -> Halt:
    """Open or take up the folders of batches and play what is left; says what is kept."""
    if asked.parquet:
        needed()
    slow = [one for one in batches if one.executor == REFERENCE]
    if not asked.lasting and asked.sessions * len(slow) > MOST_FORGOTTEN:
        raise click.UsageError(_("Dites où garder le lot : --out DOSSIER."))
    numbers = [_left(one, asked) for one in batches]
    resumed = sum(some.start - 1 for some in numbers)
    if resumed:
        aside(_("Repris après la séance {count}.").format(count=number(resumed)))
    halt, total = Halt(), sum(map(len, numbers))
    if total:
        slowest = REFERENCE if REFERENCE in {one.executor for one in batches} else LOCKSTEP
        gathered = crew(slowest, total, asked.jobs, asked.cluster)
        with halt.watching(), _ending(), gathered as workers, Progress(total) as progress:
            for one, some in zip(batches, numbers, strict=True):
                for count in one.play(workers, some):
                    progress.tick(count)
    whole = sum(one.settle() for one in batches)
    if halt.error is not None and whole:
        aside(_said(asked).format(count=number(whole)))
    return halt


@contextmanager
def _ending() -> Iterator[None]:
    """Take a request to end (TERM) for Ctrl-C, so that what was played is kept and told."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _said(asked: Asked) -> str:
    """Say what is kept of sessions cut short."""
    if asked.lasting:
        return _("Séances entières gardées : {count} ; la même commande reprend la suite.")
    return _("Séances entières : {count}.")


def _left(kept: Kept, asked: Asked) -> range:
    """Open the folder of a batch; give the numbers of the sessions left to play."""
    try:
        done = kept.open()
    except OtherBatchError as error:
        raise click.BadParameter(str(error), param_hint="--out") from None
    if done > asked.sessions:
        sentence = _("{path} contient déjà {count} séances : demandez-en au moins autant.")
        raise click.UsageError(sentence.format(path=kept.store.folder, count=number(done)))
    return range(done + 1, asked.sessions + 1)


def exported(kept: Kept, asked: Asked) -> None:
    """Write the columns for spreadsheets, when the folder stays."""
    for store in kept.stores.values() if asked.lasting else ():
        write_csv(store)
        if asked.parquet:
            write_parquet(store)


def slug(place: int, label: str) -> str:
    """Name the folder of a version: `03-sans-l-imprevu-secheresse`."""
    plain = normalize("NFD", label.lower().replace("œ", "oe")).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9.]+", plain))
    return f"{place:02}-{words}"[:_LONGEST].rstrip("-.")
