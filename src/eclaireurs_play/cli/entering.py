"""`eclaireurs enter`: a session played on paper comes back in, line by line."""

from pathlib import Path

import click

from eclaireurs_play import api
from eclaireurs_play.cli.playing import seats_option
from eclaireurs_play.cli.prompt import converse, finish
from eclaireurs_play.cli.scripts import play_script
from eclaireurs_play.cli.telling import aside, tell
from eclaireurs_play.cli.words import _
from eclaireurs_play.engine.setup import Setup


@click.command(
    "enter",
    help=_(
        "Saisit une séance jouée sur papier. Une règle qui n'a pas été suivie n'est pas refusée : "
        "elle est inscrite comme un écart. Si le journal existe, la saisie reprend."
    ),
)
@click.argument("name", metavar=_("SITUATION"))
@click.option(
    "--journal",
    type=click.Path(path_type=Path),
    required=True,
    metavar=_("FICHIER"),
    help=_("Le fichier où la séance est gardée."),
)
@click.option(
    "--script",
    type=click.Path(path_type=Path),
    metavar=_("FICHIER"),
    help=_("Saisit les lignes d'un fichier."),
)
@seats_option
@click.pass_obj
def command(
    library: Path | None, name: str, journal: Path, script: Path | None, seats: tuple[str, ...]
) -> None:
    """Record the past: broken guards become deviations."""
    content = api.playable(name, library)
    opened = (
        api.open_journal(journal, library)
        if journal.exists()
        else api.start(content, Setup(seats=seats, past=True), journal)
    )
    for sentence in opened.said:
        aside(sentence)
    if opened.content.scenario.id != content.scenario.id:
        raise click.UsageError(
            _("{journal} raconte une séance de « {other} ».").format(
                journal=journal, other=opened.content.scenario.id
            )
        )
    if script:
        play_script(opened.session, script, tell)
    else:
        finish(opened.session, converse(opened.session), journal)
