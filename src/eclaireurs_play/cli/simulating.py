"""`eclaireurs simulate`: many sessions by simulated players, their columns, and a report."""

import os
import sys
from pathlib import Path
from time import monotonic

import click

from eclaireurs_play import __version__, api
from eclaireurs_play.cli.opening import begun
from eclaireurs_play.cli.options import (
    A_PATH,
    FILE,
    FOLDER,
    a_folder,
    calm_option,
    table_option,
    to_write,
)
from eclaireurs_play.cli.playing import LARGEST_SEED
from eclaireurs_play.cli.program import Interrupted
from eclaireurs_play.cli.telling import aside
from eclaireurs_play.cli.words import N_, _
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.content.campaigns import find_campaign
from eclaireurs_play.files import write_whole
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.simulation.batch import MOST, Batch
from eclaireurs_play.simulation.executor import run
from eclaireurs_play.simulation.page import lines, page
from eclaireurs_play.simulation.report import report
from eclaireurs_play.simulation.rows import columns
from eclaireurs_play.simulation.store import FORMAT, OtherBatchError, Store
from eclaireurs_play.simulation.tally import tally

PAGE = "index.html"
MOST_JOBS = 256

_CLEAR = "\033[K"
"""What empties the rest of a line on a terminal."""


@click.command(
    "simulate",
    help=N_(
        "Joue beaucoup de séances par des personnes simulées, et en tire un bilan. La même "
        "commande reprend un lot interrompu ; --journal réécrit une de ses séances."
    ),
)
@click.argument("name", metavar=N_("NOM"))
@click.option(
    "--sessions",
    type=click.IntRange(1, MOST),
    default=100,
    show_default=True,
    metavar="N",
    help=N_("Combien de séances jouer."),
)
@click.option(
    "--seed",
    type=click.IntRange(0, LARGEST_SEED),
    default=0,
    metavar="N",
    help=N_("Le germe du lot : le même donne les mêmes séances."),
)
@table_option
@calm_option
@click.option(
    "--out",
    type=A_PATH,
    callback=a_folder,
    metavar=FOLDER,
    help=N_("Garde les colonnes et le bilan dans ce dossier."),
)
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    metavar="N",
    help=N_("Combien de processus jouent à la fois ; autant que de processeurs par défaut."),
)
@click.option(
    "--journal",
    type=click.IntRange(1, MOST),
    metavar="K",
    help=N_("Écrit seulement le journal de la séance K, dans le fichier donné par -o."),
)
@click.option(
    "-o",
    "--output",
    type=A_PATH,
    callback=to_write,
    metavar=FILE,
    help=N_("Le journal à écrire."),
)
@click.pass_context
def command(
    ctx: click.Context,
    name: str,
    *,
    sessions: int,
    seed: int,
    table: str,
    calm: bool,
    out: Path | None,
    jobs: int | None,
    journal: int | None,
    output: Path | None,
) -> None:
    """Play a batch and report on it, or rebuild one of its sessions."""
    library: Path | None = ctx.obj
    if find_campaign(name, library):
        raise click.UsageError(
            _("Une campagne ne se simule pas encore : simulez chacune de ses situations.")
        )
    content = api.playable(name, library)
    batch = Batch(api.rules_of(content), seed, table, calm)
    if (journal is None) != (output is None):
        raise click.UsageError(_("--journal K et -o FICHIER vont ensemble."))
    if journal and output:
        if output.exists():
            raise click.UsageError(_("{path} existe déjà.").format(path=output))
        _rebuilt(batch, content, journal, output)
        return
    if out is None:
        raise click.UsageError(_("Dites où garder le lot : --out DOSSIER."))
    _simulated(batch, content, out, sessions, jobs or min(os.cpu_count() or 1, MOST_JOBS))


def _rebuilt(batch: Batch, content: ScenarioContent, number: int, output: Path) -> None:
    """Play a session of the batch again, into a journal."""
    opened = begun(content, batch.setup(number))
    for _action in autoplay(opened.session):
        pass
    write_whole(output, opened.journal_text())


def _simulated(batch: Batch, content: ScenarioContent, out: Path, sessions: int, jobs: int) -> None:
    store = Store(out, _identity(batch, content), columns(batch.rules))
    try:
        done = store.open()
    except OtherBatchError as error:
        raise click.BadParameter(str(error), param_hint="--out") from None
    if done > sessions:
        sentence = _("{path} contient déjà {count} séances : demandez-en au moins autant.")
        raise click.UsageError(sentence.format(path=out, count=done))
    if done:
        aside(_("Repris après la séance {count}.").format(count=done))
    interrupted = not _played(store, batch, range(done + 1, sessions + 1), jobs)
    if interrupted:
        kept = store.settle()
        aside(
            _("Séances entières gardées : {count} ; la même commande reprend la suite.").format(
                count=kept
            )
        )
        if not kept:
            raise Interrupted
    _reported(store, batch, content, sessions)
    if interrupted:
        raise Interrupted


def _played(store: Store, batch: Batch, numbers: range, jobs: int) -> bool:
    """Play what is left; False when someone pressed Ctrl-C."""
    counter = Counter(len(numbers))
    try:
        for _one in store.keep(run(batch, numbers, jobs)):
            counter.tick()
    except KeyboardInterrupt:
        return False
    finally:
        counter.clear()
    return True


def _reported(store: Store, batch: Batch, content: ScenarioContent, sessions: int) -> None:
    """Write the page and say the essential."""
    surprises = ", sans imprévu" if batch.calm else ""
    how = f"germe {batch.seed}, table « {batch.table} »{surprises}"
    found = tally(store, batch.rules)
    made = report(content, batch.rules, found, how=how, foreseen=sessions)
    write_whole(store.folder / PAGE, page(made))
    for line in lines(made):
        click.echo(line)
    click.echo(_("Le bilan : {path}").format(path=store.folder / PAGE))


def _identity(batch: Batch, content: ScenarioContent) -> dict[str, object]:
    """Say what makes two batches the same."""
    return {
        "format": FORMAT,
        "software": __version__,
        "scenario": content.scenario.id,
        "rules": content.rules_digest,
        "texts": content.texts_digest,
        "seed": batch.seed,
        "table": batch.table,
        "calm": batch.calm,
    }


class Counter:
    """One line on a terminal that says how many sessions are done, and how long is left."""

    def __init__(self, total: int) -> None:
        self._total, self._done, self._began = total, 0, monotonic()
        self._shown = sys.stderr.isatty()

    def tick(self) -> None:
        """Count a session."""
        self._done += 1
        if self._shown:
            left = (monotonic() - self._began) / self._done * (self._total - self._done)
            said = _("{done} sur {total}, encore {left} s")
            words = said.format(done=self._done, total=self._total, left=round(left))
            click.echo(f"\r{words}{_CLEAR}", nl=False, err=True)

    def clear(self) -> None:
        """Leave the terminal as it was."""
        if self._shown:
            click.echo(f"\r{_CLEAR}", nl=False, err=True)
