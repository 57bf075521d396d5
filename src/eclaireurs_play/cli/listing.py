"""`eclaireurs list`: what the library holds."""

from collections.abc import Mapping
from pathlib import Path

import click

from eclaireurs_play.cli.words import N_, _
from eclaireurs_play.content import library
from eclaireurs_play.content.library import Header


@click.command("list", help=N_("Montre les jeux et leurs situations."))
@click.argument("kind", type=click.Choice(["games", "scenarios", "campaigns"]), required=False)
@click.pass_obj
def command(searched: Path | None, kind: str | None) -> None:
    """List games, scenarios, campaigns, or all of them."""
    found = library.catalogue(library.roots(searched))
    games = [one for one in found if one.kind == "game"]
    limits = {one.id: one.players for one in games if one.players}
    if kind in {"scenarios", "campaigns"}:
        _show([one for one in found if f"{one.kind}s" == kind], limits)
        return
    for game in games:
        _show([game], limits)
        if kind is None:
            _show([one for one in found if one.game == game.id], limits, indent="    ")
    orphans = {one.game for one in found if one.kind == "scenario"} - {one.id for one in games}
    if kind is None and orphans:
        _show([one for one in found if one.game in orphans], limits)
    if kind is None:
        _show([one for one in found if one.kind == "campaign"], limits)


Limits = Mapping[str, tuple[int, int]]
"""The fewest and the most that each game is played by."""


def _show(headers: list[Header], limits: Limits, indent: str = "  ") -> None:
    width = max((len(one.id) for one in headers), default=0)
    for one in headers:
        if one.problems:
            click.echo(f"{indent}{one.id:<{width}}  " + click.style(str(one.problems[0]), fg="red"))
            continue
        seats = f" ({_players(one, limits)})" if one.players else ""
        title = click.style(one.title, bold=one.kind != "scenario")
        click.echo(f"{indent}{one.id:<{width}}  {title}{seats}")


def _players(header: Header, limits: Limits) -> str:
    """Say how many may play: a situation seats no more, nor fewer, than its game allows."""
    least, most = header.players or (0, 0)
    fewest, largest = limits.get(header.game, (least, most))
    least, most = max(least, fewest), min(most, largest)
    return f"{least}" if least == most else _("de {least} à {most}").format(least=least, most=most)
