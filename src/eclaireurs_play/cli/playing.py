"""`eclaireurs play`: a session by script, by simulated players, or typed at the prompt."""

from pathlib import Path

import click
from click.core import ParameterSource

from eclaireurs_play import api
from eclaireurs_play.cli.opening import begun, taken_up
from eclaireurs_play.cli.options import A_PATH, FILE, seats_option, to_read, to_write, words_given
from eclaireurs_play.cli.prompt import converse, finish
from eclaireurs_play.cli.scripts import Show, play_script, read_script, rehearse
from eclaireurs_play.cli.telling import aside, tell
from eclaireurs_play.cli.words import N_, _
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.play.narration import tell as told
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session

TABLES = ("mixed", "hard", "cooperative", "random")
BEGINNING = ("seed", "seats", "simulated", "table", "in_hand")
"""The options that say how a session begins."""

LARGEST_SEED = 2**64 - 1


def _seed(ctx: click.Context, param: click.Parameter, value: int) -> int:
    del ctx, param
    if not 0 <= value <= LARGEST_SEED:
        raise click.BadParameter(_("un nombre de 0 à {most}.").format(most=LARGEST_SEED))
    return value


@click.command(
    "play",
    help=N_(
        "Joue une situation. Sans --auto ni --script, chaque geste se tape sur une ligne ; "
        "« aide » en donne la liste."
    ),
)
@click.argument("name", metavar=N_("NOM"))
@click.option(
    "--auto", is_flag=True, help=N_("Des personnes simulées jouent ce qui reste à jouer.")
)
@click.option(
    "--script",
    type=A_PATH,
    callback=to_read,
    metavar=FILE,
    help=N_("Joue d'abord les lignes de ce fichier."),
)
@click.option(
    "--seed",
    type=int,
    callback=_seed,
    default=0,
    metavar="N",
    help=N_("Le germe du hasard : le même donne la même séance."),
)
@seats_option
@click.option(
    "--simulated",
    callback=words_given,
    metavar="A,B,…",
    help=N_("Les places tenues par le programme ; les autres se tapent."),
)
@click.option(
    "--table",
    type=click.Choice(TABLES),
    default="mixed",
    help=N_("Comment négocient les personnes simulées, dans un jeu qui a des chiffres."),
)
@click.option(
    "--in-hand",
    is_flag=True,
    help=N_("Les cartes sont imprimées : chaque pioche dit quelle carte est prise."),
)
@click.option(
    "--journal",
    type=A_PATH,
    callback=to_write,
    metavar=FILE,
    help=N_("Garde la séance dans ce fichier, geste après geste."),
)
@click.option("--resume", is_flag=True, help=N_("Reprend la séance de ce journal."))
@click.option("--quiet", is_flag=True, help=N_("Ne raconte pas la séance."))
@click.pass_context
def command(
    ctx: click.Context,
    name: str,
    *,
    auto: bool,
    script: Path | None,
    seed: int,
    seats: tuple[str, ...],
    simulated: tuple[str, ...],
    table: str,
    in_hand: bool,
    journal: Path | None,
    resume: bool,
    quiet: bool,
) -> None:
    """Open or resume a session, then play it the way the options say."""
    library: Path | None = ctx.obj
    content, lines = api.playable(name, library), read_script(script)
    if resume:
        session = _resumed(ctx, content, journal, library, auto=auto)
        rehearse(session, script, lines)
    else:
        setup = Setup(seed, seats, simulated=simulated, in_hand=in_hand, table=table)
        setup = api.with_everyone(setup, content) if auto else setup
        rehearse(begun(content, setup).session, script, lines)
        session = begun(content, setup, journal).session
    show: Show = (lambda _told: None) if quiet else tell
    if not session.played:
        show(told(session.rules, session.state, session.opening))
    if script:
        play_script(session, script, lines, show)
    if auto:
        for _action in autoplay(session):
            show(told(session.rules, session.state, session.played[-1].events))
    if not (auto or script):
        _typed(session, journal)
    elif session.state.status == "playing":
        aside(_("La séance n'est pas finie."))


def _resumed(
    ctx: click.Context,
    content: ScenarioContent,
    journal: Path | None,
    library: Path | None,
    *,
    auto: bool,
) -> Session:
    """Take a journal up again; how it began can no longer be chosen."""
    if journal is None:
        raise click.UsageError(_("--resume demande --journal FICHIER."))
    if not journal.exists():
        raise click.UsageError(_("{path} n'existe pas.").format(path=journal))
    chosen = [
        one for one in ("seed", "seats", "simulated", "table", "in_hand") if _is_given(ctx, one)
    ]
    if chosen:
        raise click.UsageError(
            _("--resume reprend la séance comme elle a commencé : sans --{option}.").format(
                option=chosen[0].replace("_", "-")
            )
        )
    session = taken_up(journal, content, library).session
    if auto and not session.setup.simulated:
        raise click.UsageError(
            _("Personne n'est simulé dans ce journal : reprenez-le sans --auto.")
        )
    return session


def _is_given(ctx: click.Context, name: str) -> bool:
    return ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE


def _typed(session: Session, journal: Path | None) -> None:
    if journal is None:
        aside(_("Sans --journal FICHIER, rien ne sera gardé."))
    finish(converse(session), journal)
