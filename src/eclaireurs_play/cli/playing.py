"""`eclaireurs play`: a session by script, by simulated players, or typed at the prompt."""

from dataclasses import replace
from pathlib import Path
from typing import TypeGuard

import click
from click.core import ParameterSource

from eclaireurs_play import api
from eclaireurs_play.campaigns import new_folder
from eclaireurs_play.cli import campaigns, tables
from eclaireurs_play.cli.opening import begun, introduce, taken_up
from eclaireurs_play.cli.options import (
    A_PATH,
    FILE,
    FOLDER,
    a_folder,
    calm_option,
    seats_option,
    table_option,
    to_read,
    to_write,
    words_given,
)
from eclaireurs_play.cli.prompt import converse, finish
from eclaireurs_play.cli.screens import in_person
from eclaireurs_play.cli.scripts import Lines, Show, play_script, read_script, rehearse
from eclaireurs_play.cli.telling import aside, tell
from eclaireurs_play.cli.words import N_, _
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.content.campaigns import CampaignContent, find_campaign, load_campaign
from eclaireurs_play.engine.gestures import FACILITATOR
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.play.journal import read_journal
from eclaireurs_play.play.narration import tell as told
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session

YAML = (".yaml", ".yml")
BEGINNING = ("seed", "seats", "simulated", "table", "in_hand", "calm")
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
        "Joue une situation, à la table s'il y a un écran. Avec --terminal, chaque geste se tape "
        "sur une ligne ; « aide » en donne la liste."
    ),
)
@click.argument("name", metavar=N_("NOM"), required=False)
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
@table_option
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
@click.option(
    "--folder",
    type=A_PATH,
    callback=a_folder,
    metavar=FOLDER,
    help=N_("Garde une campagne dans ce dossier, un journal par séance."),
)
@click.option(
    "--screenshots",
    type=A_PATH,
    callback=a_folder,
    metavar=FOLDER,
    help=N_("Joue le script à la table, et range dans ce dossier une image de chaque étape."),
)
@calm_option
@click.option("--resume", is_flag=True, help=N_("Reprend la séance de ce journal."))
@click.option("--terminal", is_flag=True, help=N_("Tape les gestes, même s'il y a un écran."))
@click.option("--quiet", is_flag=True, help=N_("Ne raconte pas la séance."))
@click.pass_context
def command(
    ctx: click.Context,
    name: str | None,
    *,
    auto: bool,
    script: Path | None,
    seed: int,
    seats: tuple[str, ...],
    simulated: tuple[str, ...],
    table: str,
    in_hand: bool,
    journal: Path | None,
    folder: Path | None,
    screenshots: Path | None,
    calm: bool,
    resume: bool,
    terminal: bool,
    quiet: bool,
) -> None:
    """Open or resume a session, then play it the way the options say."""
    library: Path | None = ctx.obj
    on_screen = not (terminal or auto or script) and in_person()
    if name is None and resume and not on_screen:
        name = _named(journal)
    if name is None:
        _last(ctx, journal, library, found=resume and on_screen)
        return
    show: Show = (lambda _told: None) if quiet else tell
    if found := find_campaign(name, library):
        _no_more_than_a_campaign(ctx, resume=resume)
        if on_screen:
            given = any(_is_given(ctx, one) for one in BEGINNING)
            first = Setup(seed, table=table, in_hand=in_hand, calm=calm) if given else None
            tables.sit(library, found.id, first, folder)
            return
        setup = Setup(seed, table=table, in_hand=in_hand, calm=calm)
        chain = load_campaign(found, library)
        setup = replace(setup, simulated=(FACILITATOR,)) if auto else setup
        _campaign(chain, setup, folder, show, resume=resume, library=library)
        return
    if folder:
        raise click.UsageError(_("--folder garde une campagne ; pour une séance, --journal."))
    content = api.playable(name, library)
    setup = Setup(seed, seats, simulated=simulated, in_hand=in_hand, table=table, calm=calm)
    if _is_for_the_table(script, screenshots):
        _no_more_than_a_script(ctx)
        tables.perform(
            library,
            content,
            setup,
            script,
            journal=journal,
            screenshots=screenshots,
            seeded=_is_given(ctx, "seed"),
        )
        return
    lines = read_script(script)
    if on_screen:
        _at_the_table(ctx, content, setup, journal, resume=resume)
        return
    if resume:
        session = _resumed(ctx, content, journal, library, auto=auto)
        rehearse(session, script, lines)
    else:
        session = _begun(content, setup, journal, auto=auto, script=(script, lines))
    _played(session, show, (script, lines), journal, auto=auto)


def _is_for_the_table(script: Path | None, screenshots: Path | None) -> TypeGuard[Path]:
    """Tell whether a script is to be played in windows: it says so, or pictures are wanted."""
    if screenshots is not None and script is None:
        raise click.UsageError(_("--screenshots demande --script FICHIER."))
    return script is not None and (screenshots is not None or script.suffix.lower() in YAML)


def _no_more_than_a_script(ctx: click.Context) -> None:
    """Refuse what windows that nobody touches have no use for."""
    for one in ("auto", "resume", "terminal"):
        if _is_given(ctx, one):
            sentence = _("Un script joué à la table se passe de --{option}.")
            raise click.UsageError(sentence.format(option=one))


def _played(
    session: Session,
    show: Show,
    script: tuple[Path | None, Lines],
    journal: Path | None,
    *,
    auto: bool,
) -> None:
    """Play a session at the terminal, by script, by itself, or line by line."""
    path, lines = script
    if not session.played:
        show(told(session.rules, session.state, session.opening))
    if path:
        play_script(session, path, lines, show)
    if auto:
        for _action in autoplay(session):
            show(told(session.rules, session.state, session.played[-1].events))
    if not (auto or path):
        _typed(session, journal)
    elif session.state.status == "playing":
        aside(_("La séance n'est pas finie."))


def _named(journal: Path | None) -> str:
    """Give the scenario that a journal to take up names."""
    if journal is None:
        raise click.UsageError(_("--resume demande --journal FICHIER."))
    return read_journal(journal).header.scenario


def _last(ctx: click.Context, journal: Path | None, library: Path | None, *, found: bool) -> None:
    """Take up the last session at the table; anything else needs a name."""
    if not found:
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
    tables.resume(library, journal)


def _at_the_table(
    ctx: click.Context,
    content: ScenarioContent,
    setup: Setup,
    journal: Path | None,
    *,
    resume: bool,
) -> None:
    """Play on a screen, from where a journal stopped or from the start screen."""
    if resume:
        _as_it_began(ctx)
        tables.resume(ctx.obj, journal)
    else:
        tables.begin(ctx.obj, content, setup, journal, seeded=_is_given(ctx, "seed"))


def _begun(
    content: ScenarioContent,
    setup: Setup,
    journal: Path | None,
    *,
    auto: bool,
    script: tuple[Path | None, Lines],
) -> Session:
    """Begin a session at the terminal, once its script is known to play."""
    setup = _counted(content, setup, auto=auto)
    setup = api.with_everyone(setup, content) if auto else setup
    setup = _drawn(content, setup)
    rehearse(begun(content, setup).session, *script)
    return begun(content, setup, journal).session


def _counted(content: ScenarioContent, setup: Setup, *, auto: bool) -> Setup:
    """Read a number of seats, where pseudonyms are drawn by lot: by the seed if nobody plays."""
    alone = setup.seats[0] if len(setup.seats) == 1 else ""
    if not (content.content.game.anonymous and alone.isdecimal()):
        return setup
    simulated = api.everyone(content) if auto else setup.simulated
    return _drawn(content, replace(setup, seats=(), simulated=simulated), int(alone))


def _drawn(content: ScenarioContent, setup: Setup, count: int | None = None) -> Setup:
    """Draw pseudonyms once for all, so that a script is rehearsed at the same table."""
    try:
        return api.with_pseudonyms(content, setup, count)
    except RefusedError as error:
        raise click.BadParameter(str(error), param_hint="--seats") from None


def _campaign(
    chain: CampaignContent,
    setup: Setup,
    folder: Path | None,
    show: Show,
    *,
    resume: bool,
    library: Path | None,
) -> None:
    """Begin a campaign, or take it up again."""
    if resume and folder is None:
        raise click.UsageError(_("--resume demande --folder DOSSIER."))
    played = campaigns.resumed(chain, folder, library) if resume and folder else ()
    if folder and not resume:
        new_folder(folder, chain)
    campaigns.play(chain, setup, folder, show, played=played)


def _no_more_than_a_campaign(ctx: click.Context, *, resume: bool) -> None:
    """Refuse what only makes sense for one session, or for a campaign not yet begun."""
    for one in ("seats", "simulated", "script", "journal"):
        if _is_given(ctx, one):
            sentence = _("Une campagne se joue sans --{option}.")
            raise click.UsageError(sentence.format(option=one))
    if resume:
        _as_it_began(ctx)


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
    _as_it_began(ctx)
    session = taken_up(journal, content, library).session
    if auto and not session.setup.simulated:
        raise click.UsageError(
            _("Personne n'est simulé dans ce journal : reprenez-le sans --auto.")
        )
    return session


def _as_it_began(ctx: click.Context) -> None:
    """Refuse what is decided when a session begins."""
    chosen = [one for one in BEGINNING if _is_given(ctx, one)]
    if chosen:
        raise click.UsageError(
            _("--resume reprend la séance comme elle a commencé : sans --{option}.").format(
                option=chosen[0].replace("_", "-")
            )
        )


def _is_given(ctx: click.Context, name: str) -> bool:
    return ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE


def _typed(session: Session, journal: Path | None) -> None:
    if journal is None:
        aside(_("Sans --journal FICHIER, rien ne sera gardé."))
    introduce(session)
    finish(converse(session), journal)
