"""`eclaireurs simulate`: many sessions by simulated players, their columns, and a report."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from eclaireurs_play import api
from eclaireurs_play.cli import rebuilding
from eclaireurs_play.cli.balancing import balance
from eclaireurs_play.cli.batches import Asked
from eclaireurs_play.cli.chaining import balance_chain, batch_of
from eclaireurs_play.cli.grouped import Command
from eclaireurs_play.cli.print_options import every
from eclaireurs_play.cli.simulate_options import MOST_JOBS, OPTIONS
from eclaireurs_play.cli.versions import compare, sweep
from eclaireurs_play.cli.words import N_, _
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.content.campaigns import CampaignContent, find_campaign, load_campaign
from eclaireurs_play.simulation.assigning import Assignment, VariantError, assignment
from eclaireurs_play.simulation.executor import NotPlayableError
from eclaireurs_play.simulation.sweeps import sweep as read_sweep
from eclaireurs_play.simulation.variants import Variant, knockouts, orders, settings

Params = Mapping[str, Any]


@click.command(
    "simulate",
    cls=Command,
    help=N_(
        "Joue beaucoup de séances par des personnes simulées, et en tire un bilan. La même "
        "commande reprend un lot interrompu ; --open montre une de ses séances."
    ),
)
@click.argument("name", metavar=N_("NOM"))
@every(OPTIONS)
@click.pass_context
def command(ctx: click.Context, /, **_asked: object) -> None:
    """Play a batch and report on it, or rebuild one of its sessions."""
    params, library = ctx.params, ctx.obj
    _together(params)
    try:
        if found := find_campaign(params["name"], library):
            _campaign(load_campaign(found, library), params, library)
        else:
            _situation(params, library)
    except VariantError as error:
        raise click.UsageError(str(error)) from None
    except NotPlayableError as error:
        raise click.BadParameter(str(error), param_hint="--executor") from None


def _together(params: Params) -> None:
    """Refuse options that do not go together."""
    if (params["journal"] is None) != (params["output"] is None):
        raise click.UsageError(_("--journal K et -o FICHIER vont ensemble."))
    chosen = [name for name in ("against", "vary", "knockouts", "journal", "opened")
              if params[name]]  # fmt: skip
    if len(chosen) > 1:
        first, second = (f"--{'open' if one == 'opened' else one}" for one in chosen[:2])
        sentence = _("{first} et {second} ne vont pas ensemble.")
        raise click.UsageError(sentence.format(first=first, second=second))


def _asked(params: Params) -> Asked:
    jobs = params["jobs"] or min(os.cpu_count() or 1, MOST_JOBS)
    names = ("sessions", "seed", "table", "calm", "executor", "cluster", "parquet")
    return Asked(**{name: params[name] for name in names}, jobs=jobs)


def _situation(params: Params, library: Path | None) -> None:
    """Do what is asked of a situation."""
    content = api.playable(params["name"], library)
    given = tuple(assignment(one) for one in params["given"])
    if params["journal"] or params["opened"]:
        _rebuilt(content, given, params, library)
        return
    with _folder(params) as (folder, asked):
        if params["against"]:
            against = params["against"]
            compare(folder, params["name"], asked, library, against=against, given=given)
        elif params["vary"]:
            sweeps = [read_sweep(one) for one in params["vary"]]
            sweep(folder, content, asked, library, sweeps=sweeps, given=given)
        else:
            variant = settings(content, given) if given else None
            tried = _tried(content, given) if params["knockouts"] else ()
            balance(folder, content, asked, library, variant=variant, tried=tried)


def _tried(content: ScenarioContent, given: tuple[Assignment, ...]) -> tuple[Variant, ...]:
    """List what is tried on the seeds of the batch: things taken out, seats in another order."""
    return (*knockouts(content, given), *orders(content, given))


@contextmanager
def _folder(params: Params) -> Iterator[tuple[Path, Asked]]:
    """Give the folder where batches are kept; without --out, one that goes when all is said."""
    asked = _asked(params)
    if params["out"] is not None:
        yield params["out"], asked
        return
    if params["parquet"]:
        raise click.UsageError(_("--parquet demande --out DOSSIER."))
    with TemporaryDirectory(prefix="eclaireurs-") as made:
        yield Path(made), replace(asked, lasting=False)


def _rebuilt(
    content: ScenarioContent,
    given: tuple[Assignment, ...],
    params: Params,
    library: Path | None,
) -> None:
    """Write a session of the batch, or show it."""
    varied = settings(content, given).content(content)
    batch = _asked(params).batch(varied)
    if params["opened"]:
        rebuilding.shown(batch, varied, params["opened"], library)
    else:
        rebuilding.written(batch, varied, params["journal"], params["output"], varied=bool(given))


def _campaign(chain: CampaignContent, params: Params, library: Path | None) -> None:
    """Do what is asked of a campaign."""
    for name in ("given", "against", "vary", "knockouts", "opened"):
        if params[name]:
            option = {"given": "set", "opened": "open"}.get(name, name)
            sentence = _("Une campagne se simule sans --{option}.")
            raise click.UsageError(sentence.format(option=option))
    if params["journal"]:
        batch = batch_of(chain, _asked(params))
        rebuilding.chain_written(batch, chain, params["journal"], params["output"])
        return
    with _folder(params) as (folder, asked):
        balance_chain(folder, chain, asked, library)
