"""`eclaireurs replay`: a journal told again, up to any moment, and branches from it."""

from pathlib import Path

import click

from eclaireurs_play import api
from eclaireurs_play.cli.options import A_PATH, FILE, journal_argument, to_write
from eclaireurs_play.cli.telling import aside, tell
from eclaireurs_play.cli.words import N_, _, ngettext
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.play.narration import tell as told
from eclaireurs_play.play.notation import write_line
from eclaireurs_play.play.session import Session


@click.command("replay", help=N_("Rejoue un journal et raconte la séance."))
@journal_argument
@click.option("--at", metavar=N_("N|SIGNET"), help=N_("S'arrête après N gestes, ou à un signet."))
@click.option(
    "--branch",
    type=A_PATH,
    callback=to_write,
    metavar=FILE,
    help=N_("Écrit ce début de séance dans un nouveau journal : « et si ? »."),
)
@click.option("--lines", is_flag=True, help=N_("Montre la ligne de chaque geste."))
@click.pass_obj
def command(
    library: Path | None, journal: Path, at: str | None, branch: Path | None, *, lines: bool
) -> None:
    """Replay a journal."""
    opened = api.replay(journal, library)
    for sentence in opened.said:
        aside(sentence)
    count = _moment(opened.session, at)
    if branch:
        api.branch(opened, count, branch)
        told = ngettext("{branch} : {count} geste.", "{branch} : {count} gestes.", count)
        aside(told.format(branch=branch, count=count))
        return
    _tell(opened.session.branch(count), lines=lines)
    names = sorted(opened.session.bookmarks.items(), key=lambda one: one[1])
    if names:
        marks = ", ".join(f"{name} ({count})" for name, count in names)
        aside(_("Signets : {marks}.").format(marks=marks))


def _moment(session: Session, at: str | None) -> int:
    """Read a number of gestures or the name of a bookmark; the end when nothing is said."""
    if at is None:
        return len(session.played)
    try:
        return session.moment(int(at) if at.isdecimal() else at)
    except RefusedError as error:
        raise click.BadParameter(str(error), param_hint="--at") from None


def _tell(session: Session, *, lines: bool) -> None:
    tell(told(session.rules, session.state, session.opening))
    for one in session.played:
        if lines:
            click.secho(f"  › {write_line(one.action)}", dim=True)
        tell(told(session.rules, one.state, one.events))
