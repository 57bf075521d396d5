"""`eclaireurs print`: a kit, on paper."""

import sys
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from eclaireurs_play import api, press
from eclaireurs_play.cli.grouped import Command
from eclaireurs_play.cli.options import A_PATH, FILE, a_folder, to_write
from eclaireurs_play.cli.print_options import OPTIONS, every
from eclaireurs_play.cli.words import N_, _, ngettext
from eclaireurs_play.content.campaigns import find_campaign, load_campaign
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.errors import NotFoundError
from eclaireurs_play.files import write_whole
from eclaireurs_play.layout.quantities import figure
from eclaireurs_play.printing.calibration import drift_of, keep, measured
from eclaireurs_play.printing.imposition.register import Drift
from eclaireurs_play.printing.kit import Report
from eclaireurs_play.printing.order import Order
from eclaireurs_play.printing.printers import Sent
from eclaireurs_play.synthesis import kept

YAML = frozenset({".yaml", ".yml"})


@click.command(
    "print",
    cls=Command,
    help=N_("Imprime le kit d'un jeu, ou d'une seule situation, en PDF."),
)
@click.argument("name", required=False, metavar=N_("NOM"))
@click.option(
    "-o",
    "--output",
    type=A_PATH,
    metavar=FILE,
    help=N_("Le PDF à écrire, ou le dossier d'images."),
)
@every(OPTIONS)
@click.pass_context
def command(ctx: click.Context, /, **_asked: object) -> None:
    """Print a kit and say what to load in the printer, or measure that printer."""
    asked = ctx.params
    printer, words = asked["calibrate"], asked["measured"]
    if words is not None and printer is None:
        raise click.UsageError(_("--measured va avec --calibrate."))
    if printer is None and asked["journal"]:
        _wanted(ctx, "output")
        _print_session(ctx, asked["journal"], asked["output"])
    elif printer is None:
        _wanted(ctx, "name", "output")
        _print(ctx, asked["name"], asked["output"])
    elif not printer.strip():
        raise click.UsageError(_("Donnez un nom à l'imprimante."))
    elif words is None:
        _wanted(ctx, "output")
        _alone(ctx, "calibrate", "output", "paper", "machine")
        _write_chart(ctx, printer, asked["output"])
    else:
        _alone(ctx, "calibrate", "measured")
        _keep(printer, words)


def _keep(printer: str, words: str) -> None:
    """Keep what was read on a printer's test sheet, and say it."""
    drift = measured(words)
    path = keep(printer, drift, _settings())
    sentence = _("« {name} » : x = {x} mm, y = {y} mm, angle = {angle}°, gardés dans {path}.")
    x, y, angle = (figure(one) for one in (drift.x, drift.y, drift.angle))
    click.echo(sentence.format(name=printer, x=x, y=y, angle=angle, path=path))


def _alone(ctx: click.Context, *names: str) -> None:
    """Refuse, with --calibrate, what would say nothing of a test sheet."""
    for parameter in ctx.command.params:
        given = ctx.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE
        if given and parameter.name not in names:
            named = parameter.opts[0] if isinstance(parameter, click.Option) else _("NOM")
            raise click.UsageError(_("{option} ne va pas avec --calibrate.").format(option=named))


def _wanted(ctx: click.Context, *names: str) -> None:
    """Refuse a command without what it can't do without."""
    for parameter in ctx.command.params:
        if parameter.name in names and ctx.params[parameter.name] is None:
            raise click.MissingParameter(ctx=ctx, param=parameter)


def _settings() -> Path:
    """Give the folder where this person's settings are kept."""
    return Path(click.get_app_dir("eclaireurs"))


def _drift(ctx: click.Context) -> Drift | None:
    """Give what was measured of the printer named, if one is."""
    machine = ctx.params["machine"]
    return drift_of(machine, _settings()) if machine else None


def _write_chart(ctx: click.Context, printer: str, output: Path) -> None:
    """Write the test sheet of a printer."""
    _writable(ctx, output, images=False)
    press.print_chart(printer, output, ctx.params["paper"], _drift(ctx), library_root=ctx.obj)
    click.echo(
        _("{output} : la mire de « {name} ». Ce qu'il faut en lire est écrit dessus.").format(
            output=output, name=printer
        )
    )


def _print(ctx: click.Context, name: str, output: Path) -> None:
    """Print a kit, or its cards for a professional printer."""
    library: Path | None = ctx.obj
    order = replace(_order(ctx.params), drift=_drift(ctx))
    profile = press.printer(order.printer, library) if order.printer else None
    if order.ink_limit and (profile.ink if profile else order.ink) != "cmyk":
        raise click.UsageError(_("--ink-limit va avec --ink cmyk."))
    _writable(ctx, output, images=profile is not None and profile.output == "png")
    if campaign := find_campaign(name, library):
        sentence = _("Une campagne s'imprime séance par séance : {names}.")
        sessions = load_campaign(campaign, library).campaign.sessions
        raise click.UsageError(sentence.format(names=", ".join(one.scenario for one in sessions)))
    if order.printer:
        _only_cards(ctx)
        sent = press.print_cards(name, output, order, library_root=library, progress=_progress)
        _progress("")
        _tell_sent(sent, output)
    else:
        report = press.print_kit(name, output, order, library_root=library, progress=_progress)
        _progress("")
        _tell(report, output)


def _print_session(ctx: click.Context, journal: Path, output: Path) -> None:
    """Print what was improvised in a session, or write it as YAML, so that it joins the deck."""
    if ctx.params["name"]:
        raise click.UsageError(_("--from dit déjà quelle situation : ne donnez pas de NOM."))
    if ctx.params["printer"]:
        raise click.UsageError(_("--from imprime ici : sans --printer."))
    rules = api.replay(journal, ctx.obj).session.rules
    if output.suffix.lower() in YAML:
        _write_kept(rules, output)
        return
    _writable(ctx, output, images=False)
    order, added = replace(_order(ctx.params), drift=_drift(ctx)), press.additions_of(rules)
    report = press.print_kit(
        rules.scenario.id, output, order, additions=added, library_root=ctx.obj, progress=_progress
    )
    _progress("")
    _tell(report, output)


def _write_kept(rules: Rules, output: Path) -> None:
    """Write what was improvised as a designer would, ready to paste."""
    if not (text := kept(rules)):
        raise NotFoundError(_("Rien n'a été improvisé dans cette séance."))
    write_whole(output, text)
    click.echo(_("{output} : à coller dans le jeu, puis à relire.").format(output=output))


SHEETS = (
    "imposition",
    "flip",
    "paper",
    "together",
    "tiled",
    "marks",
    "marks_on",
    "pages",
    "machine",
)
"""Options for sheets printed here, that a professional printer has no use for."""


def _only_cards(ctx: click.Context) -> None:
    """Refuse what would say nothing of single cards."""
    for parameter in ctx.command.params:
        if parameter.name in SHEETS and ctx.params[parameter.name]:
            sentence = _("{option} ne va pas avec --printer.")
            raise click.UsageError(sentence.format(option=parameter.opts[0]))


def _writable(ctx: click.Context, output: Path, *, images: bool) -> None:
    """Refuse an output that has nowhere to stand, before any work is done."""
    [option] = [one for one in ctx.command.params if one.name == "output"]
    try:
        (a_folder if images else to_write)(ctx, option, output)
    except click.BadParameter as error:
        error.ctx, error.param = ctx, option
        raise
    if not images and output.suffix.lower() != ".pdf":
        raise click.UsageError(_("Le fichier à écrire doit finir par .pdf."))


def _tell_sent(sent: Sent, output: Path) -> None:
    """Say what was written for a printer, and what it has no size for."""
    cards = ngettext("{count} carte", "{count} cartes", sent.cards).format(count=sent.cards)
    sentence = _("{output} : {cards}, taille {sizes}.")
    click.echo(sentence.format(output=output, cards=cards, sizes=", ".join(sent.sizes)))
    for title in sent.left_out:
        click.echo(_("  Sans « {title} » : cet imprimeur n'a pas sa taille.").format(title=title))
    click.echo(f"  {sent.advice}")


def _order(asked: Mapping[str, Any]) -> Order:
    """Gather what is asked of the kit."""
    return Order(**{one.name: asked[one.name] for one in fields(Order) if one.name in asked})


def _tell(report: Report, output: Path) -> None:
    """Say what was written, and on which paper to print it."""
    pages = ngettext("{count} page", "{count} pages", report.pages).format(count=report.pages)
    cards = ngettext("{count} carte", "{count} cartes", report.cards).format(count=report.cards)
    told = f"{pages}, {cards}" if report.cards else pages
    click.echo(_("{output} : {told}.").format(output=output, told=told))
    for paper, sheets in report.sheets_by_paper.items():
        told = ngettext("  {count:>4} feuille, {paper}", "  {count:>4} feuilles, {paper}", sheets)
        click.echo(told.format(count=sheets, paper=paper))


def _progress(title: str) -> None:
    """Show what is being drawn, on one line that clears itself; nothing in a file or a pipe."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(f"\r\033[K{title}", err=True, nl=False)
