"""A session of a batch rebuilt by its number: written as a journal, or seen on the table."""

from dataclasses import replace
from pathlib import Path

import click

from eclaireurs_play import api, campaigns
from eclaireurs_play.cli import tables
from eclaireurs_play.cli.telling import aside
from eclaireurs_play.cli.words import _
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.content.campaigns import CampaignContent
from eclaireurs_play.files import cannot_write, write_whole
from eclaireurs_play.play.session import Session
from eclaireurs_play.simulation.batch import Batch, played
from eclaireurs_play.simulation.campaigns import CampaignBatch, sat
from eclaireurs_play.simulation.rewriting import write_library


def written(
    batch: Batch, content: ScenarioContent, number: int, output: Path, *, varied: bool
) -> None:
    """Write the journal of a session of the batch; of a variant, what replays it beside."""
    if output.exists():
        raise click.UsageError(_("{path} existe déjà.").format(path=output))
    _made(output.parent)
    session, _whole = played(batch, number)
    write_whole(output, api.Opened(content, session, ()).journal_text())
    if varied:
        beside = output.with_suffix(".jeu")
        write_library(content, beside)
        sentence = _("Pour la rejouer : eclaireurs --library {folder} replay {path}")
        aside(sentence.format(folder=beside, path=output))


def chain_written(
    batch: CampaignBatch, content: CampaignContent, number: int, folder: Path
) -> None:
    """Write the journals of a campaign of the batch into a folder, as a campaign is kept."""
    _made(folder.parent)
    campaigns.new_folder(folder, content)
    for one in sat(batch, number):
        sitting = one.step.sitting
        opened = api.Opened(content.scenarios[sitting.id], one.session, ())
        write_whole(campaigns.journal_path(folder, content, sitting), opened.journal_text())


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from None


def shown(batch: Batch, content: ScenarioContent, number: int, library: Path | None) -> None:
    """Show a session of the batch as a film, from which people go on otherwise.

    Its seats stay simulated; whoever is at the desk hosts, so that something else may happen.
    """
    from eclaireurs_play.table import saved  # noqa: PLC0415 - quick commands don't load the table
    from eclaireurs_play.table.interludes import film_of  # noqa: PLC0415 - the same

    session, _whole = played(batch, number)
    own = Session(batch.rules, replace(session.setup, simulated=tuple(session.state.seats)))
    own.play_all(one.action for one in session.played)
    opened = api.Opened(content, own, ())
    table = tables.new_table(library)
    journal = saved.new_journal(table.folder, f"{content.scenario.id}-lot-{number}")
    write_whole(journal, opened.journal_text())
    table.starting.interlude = film_of(table.starting, opened, journal)
    aside(_("Séance {number} : {path}").format(number=number, path=journal))
    tables.show(table)
