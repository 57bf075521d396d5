"""`eclaireurs replay`: a journal told again, up to any moment, and branches from it."""

from pathlib import Path

import click

from eclaireurs_play import api
from eclaireurs_play.cli.telling import aside, tell
from eclaireurs_play.cli.words import _
from eclaireurs_play.play.narration import tell as told
from eclaireurs_play.play.notation import write_line


@click.command("replay", help=_("Rejoue un journal et raconte la séance."))
@click.argument("journal", type=click.Path(path_type=Path), metavar="JOURNAL")
@click.option("--at", metavar="N|SIGNET", help=_("S'arrête après N gestes, ou à un signet."))
@click.option(
    "--branch",
    type=click.Path(path_type=Path),
    metavar=_("FICHIER"),
    help=_("Écrit ce début de séance dans un nouveau journal : « et si ? »."),
)
@click.option("--lines", is_flag=True, help=_("Montre la ligne de chaque geste."))
@click.pass_obj
def command(
    library: Path | None, journal: Path, at: str | None, branch: Path | None, *, lines: bool
) -> None:
    """Replay a journal."""
    opened = api.replay(journal, library)
    for sentence in opened.said:
        aside(sentence)
    moment: int | str = int(at) if at and at.isdigit() else at or len(opened.session.played)
    session = opened.session.branch(moment)
    if branch:
        api.branch(opened, moment, branch)
        aside(_("{branch} : {count} gestes.").format(branch=branch, count=len(session.played)))
        return
    tell(told(session.rules, session.state, session.opening))
    for one in session.played:
        if lines:
            click.secho(f"  › {write_line(one.action)}", dim=True)
        tell(told(session.rules, one.state, one.events))
    names = sorted(opened.session.bookmarks.items(), key=lambda one: one[1])
    if names:
        marks = ", ".join(f"{name} ({count})" for name, count in names)
        aside(_("Signets : {marks}.").format(marks=marks))
