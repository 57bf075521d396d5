"""`eclaireurs play`: a session by script, by simulated players, or typed at the prompt."""

from pathlib import Path

import click

from eclaireurs_play import api
from eclaireurs_play.cli.prompt import converse, finish
from eclaireurs_play.cli.scripts import play_script
from eclaireurs_play.cli.telling import aside, tell
from eclaireurs_play.cli.words import _
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.play.narration import tell as told
from eclaireurs_play.play.policies import autoplay


def _list(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    del ctx, param
    return tuple(word for word in (value or "").replace(" ", ",").split(",") if word)


seats_option = click.option(
    "--seats",
    callback=_list,
    metavar="A,B,…",
    help=_("Les places jouées, séparées par des virgules ; toutes par défaut."),
)


@click.command(
    "play",
    help=_(
        "Joue une situation. Sans --auto ni --script, chaque geste se tape sur une ligne ; "
        "« aide » en donne la liste."
    ),
)
@click.argument("name", metavar=_("NOM"))
@click.option("--auto", is_flag=True, help=_("Des personnes simulées jouent ce qui reste à jouer."))
@click.option(
    "--script",
    type=click.Path(path_type=Path),
    metavar=_("FICHIER"),
    help=_("Joue d'abord les lignes de ce fichier."),
)
@click.option(
    "--seed",
    type=click.IntRange(0, 2**64 - 1),
    default=0,
    metavar="N",
    help=_("Le germe du hasard : le même donne la même séance."),
)
@seats_option
@click.option(
    "--in-hand",
    is_flag=True,
    help=_("Les cartes sont imprimées : chaque pioche dit quelle carte est prise."),
)
@click.option(
    "--journal",
    type=click.Path(path_type=Path),
    metavar=_("FICHIER"),
    help=_("Garde la séance dans ce fichier, geste après geste."),
)
@click.option("--resume", is_flag=True, help=_("Reprend la séance de ce journal."))
@click.option("--quiet", is_flag=True, help=_("Ne raconte pas la séance."))
@click.pass_obj
def command(
    library: Path | None,
    name: str,
    *,
    auto: bool,
    script: Path | None,
    seed: int,
    seats: tuple[str, ...],
    in_hand: bool,
    journal: Path | None,
    resume: bool,
    quiet: bool,
) -> None:
    """Open or resume a session, then play it the way the options say."""
    content = api.playable(name, library)
    setup = Setup(seed=seed, seats=seats, in_hand=in_hand)
    if auto:
        setup = api.with_everyone(setup, content)
    if resume and journal is None:
        raise click.UsageError(_("--resume demande --journal FICHIER."))
    opened = api.open_journal(journal, library) if resume and journal else None
    opened = opened or api.start(content, setup, journal)
    for sentence in opened.said:
        aside(sentence)
    show = (lambda _: None) if quiet else tell
    session = opened.session
    if not session.played:
        show(told(session.rules, session.state, session.opening))
    if script:
        play_script(session, script, show)
    if auto:
        for _action in autoplay(session):
            show(told(session.rules, session.state, session.played[-1].events))
    if not (auto or script):
        finish(session, converse(session), journal)
    elif session.state.status == "playing":
        aside(_("La séance n'est pas finie."))
