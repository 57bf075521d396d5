"""`eclaireurs enter`: a session played on paper comes back in, line by line."""

from pathlib import Path

import click

from eclaireurs_play import api
from eclaireurs_play.cli.opening import begun, taken_up
from eclaireurs_play.cli.options import A_PATH, FILE, seats_option, to_read, to_write
from eclaireurs_play.cli.prompt import converse, finish
from eclaireurs_play.cli.scripts import play_script, read_script, rehearse
from eclaireurs_play.cli.telling import tell
from eclaireurs_play.cli.words import N_, _
from eclaireurs_play.content.campaigns import find_campaign
from eclaireurs_play.engine.setup import Setup


@click.command(
    "enter",
    help=N_(
        "Saisit une séance jouée sur papier. Une règle qui n'a pas été suivie n'est pas refusée : "
        "elle est inscrite comme un écart. Si le journal existe, la saisie reprend."
    ),
)
@click.argument("name", metavar=N_("SITUATION"))
@click.option(
    "--journal",
    type=A_PATH,
    callback=to_write,
    required=True,
    metavar=FILE,
    help=N_("Le fichier où la séance est gardée."),
)
@click.option(
    "--script",
    type=A_PATH,
    callback=to_read,
    metavar=FILE,
    help=N_("Saisit les lignes d'un fichier."),
)
@seats_option
@click.pass_obj
def command(
    library: Path | None, name: str, journal: Path, script: Path | None, seats: tuple[str, ...]
) -> None:
    """Record the past: broken guards become deviations."""
    if find_campaign(name, library):
        raise click.UsageError(
            _(
                "« {name} » est une campagne, qui se saisit à l'invite, séance après séance : "
                "eclaireurs play {name} --folder DOSSIER. Pour une séance seule, jouée sur papier, "
                "donnez à enter le nom de sa situation."
            ).format(name=name)
        )
    content, lines = api.playable(name, library), read_script(script)
    if journal.exists():
        session = taken_up(journal, content, library).session
        if seats and set(seats) != set(session.state.seats):
            raise click.UsageError(_("Les places de ce journal sont déjà choisies : sans --seats."))
        rehearse(session, script, lines)
    elif content.content.game.anonymous and not seats:
        raise click.UsageError(_("Dites quels pseudonymes étaient à la table : --seats A,B,…"))
    else:
        setup = Setup(seats=seats, past=True)
        rehearse(begun(content, setup).session, script, lines)
        session = begun(content, setup, journal).session
    if script:
        play_script(session, script, lines, tell)
    finish(0 if script else converse(session), journal)
