"""`eclaireurs table`: the games on a screen, a desk for the facilitator and a projector."""

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from eclaireurs_play.cli.opening import begun
from eclaireurs_play.cli.options import A_PATH, FOLDER, a_folder
from eclaireurs_play.cli.telling import aside
from eclaireurs_play.cli.words import N_, _
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import EclaireursError

if TYPE_CHECKING:
    from eclaireurs_play.table.program import Table
    from eclaireurs_play.table.script import Script

PICTURE = 1920, 1080
"""The size of windows that nobody looks at, in pixels."""


@click.command(
    "table",
    help=N_("Ouvre la table à l'écran : un pupitre pour qui anime, un projecteur pour tous."),
)
@click.option(
    "--folder",
    type=A_PATH,
    callback=a_folder,
    metavar=FOLDER,
    help=N_("Garde les séances dans ce dossier, plutôt que parmi vos documents."),
)
@click.option("--single", is_flag=True, help=N_("Une seule fenêtre ; F2 y montre le projecteur."))
@click.pass_obj
def command(library: Path | None, folder: Path | None, *, single: bool) -> None:
    """Open the table at its start screen."""
    show(new_table(library, folder), single=single)


def new_table(library: Path | None, folder: Path | None = None) -> "Table":
    """Prepare a table at its start screen."""
    from eclaireurs_play.table import saved  # noqa: PLC0415 - quick commands don't load the table
    from eclaireurs_play.table.cards import default_look  # noqa: PLC0415 - the same
    from eclaireurs_play.table.program import Table  # noqa: PLC0415 - the same
    from eclaireurs_play.table.remembering import remembered  # noqa: PLC0415 - the same

    kept = folder or saved.folder()
    return Table(default_look(library), kept, library, remembered(kept))


def show(table: "Table", *, single: bool = False) -> None:
    """Open the windows of a table, and go on until they are closed."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        import pygame  # noqa: PLC0415 - only windows need it

        from eclaireurs_play.table.windows import Windows  # noqa: PLC0415 - the same
    except ImportError:
        raise EclaireursError(_("La table à l'écran demande pygame-ce.")) from None
    try:
        windows = Windows.open(table, both=not single)
    except pygame.error as error:
        raise EclaireursError(_("Aucun écran ne s'ouvre : {why}.").format(why=error)) from None
    if pygame.display.get_driver() == "offscreen" and "SDL_VIDEODRIVER" not in os.environ:
        windows.close()
        why = _("il n'y en a pas ici")
        raise EclaireursError(_("Aucun écran ne s'ouvre : {why}.").format(why=why))
    windows.run()


def begin(
    library: Path | None,
    content: ScenarioContent,
    setup: Setup,
    journal: Path | None,
    *,
    seeded: bool,
) -> None:
    """Open the table at a situation, its seats chosen as asked; `journal` begins it at once."""
    table = new_table(library)
    if journal is not None:
        table.open(begun(content, setup, journal), journal)
    else:
        table.starting.prepare(content, setup, seeded=seeded)
    show(table)


def sit(library: Path | None, campaign: str, setup: Setup | None, folder: Path | None) -> None:
    """Open the table at the session of a campaign that comes next."""
    from eclaireurs_play.table.sittings import sit as next_session  # noqa: PLC0415 - as above

    table = new_table(library)
    opened, journal = next_session(campaign, folder or table.folder / campaign, library, setup)
    table.open(opened, journal)
    show(table)


def perform(
    library: Path | None,
    content: ScenarioContent,
    setup: Setup,
    script: Path,
    *,
    journal: Path | None,
    screenshots: Path | None,
    seeded: bool,
) -> None:
    """Play a script in windows that nobody touches, and say whether the engine agrees.

    The windows are drawn without a screen, unless SDL_VIDEODRIVER names one.
    """
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from eclaireurs_play.table.driving import same_as_core  # noqa: PLC0415 - as above
    from eclaireurs_play.table.script import read_script  # noqa: PLC0415 - the same

    read = read_script(script)
    setup = setup if seeded else replace(setup, seed=read.seed)
    with TemporaryDirectory() as place:
        table = new_table(library, Path(place))
        table.starting.prepare(content, setup, seeded=True)
        if journal is not None:
            simulated = read.simulated or setup.simulated
            setup = replace(setup, people=read.people, simulated=simulated)
            table.open(begun(content, setup, journal), journal)
        pictures = _driven(table, read, screenshots)
        playing = table.playing
        if playing is None:
            raise EclaireursError(_("{file} ne commence aucune séance.").format(file=read.file))
        if not same_as_core(playing):
            raise EclaireursError(_("La table et le moteur ne finissent pas dans le même état."))
    if pictures:
        click.echo(_("{count} images dans {folder}.").format(count=pictures, folder=screenshots))
    click.echo(_("{count} gestes ; la table et le moteur finissent dans le même état.").format(
        count=len(playing.session.played)))  # fmt: skip
    if not playing.over:
        aside(_("La séance n'est pas finie."))


def _driven(table: "Table", script: "Script", screenshots: Path | None) -> int:
    """Open the windows, play the script in them, and count the pictures saved."""
    try:
        import pygame  # noqa: PLC0415 - only windows need it

        from eclaireurs_play.table.driving import Driver, Hourglass, Nobody  # noqa: PLC0415 - the same
        from eclaireurs_play.table.fingers import Album, Fingers  # noqa: PLC0415 - the same
        from eclaireurs_play.table.windows import Windows  # noqa: PLC0415 - the same
    except ImportError:
        raise EclaireursError(_("La table à l'écran demande pygame-ce.")) from None
    table.clock = hourglass = Hourglass()
    table.preferences = replace(table.preferences, motion=False)
    windows = Windows.open(table, PICTURE, both=True)
    album = Album(windows, screenshots) if screenshots else None
    try:
        Driver(table, Fingers(windows), script, hourglass, album or Nobody()).play()
        if album:
            album.save()
    finally:
        windows.close()
        pygame.display.quit()
    return album.saved if album else 0


def resume(library: Path | None, journal: Path | None) -> None:
    """Open the table where a journal stopped: that one, or the last one kept."""
    from eclaireurs_play.table import saved  # noqa: PLC0415 - quick commands don't load the table

    table = new_table(library)
    path = journal
    if path is None:
        kept = [one for one in saved.saved(table.folder) if not one.trouble]
        if not kept:
            raise EclaireursError(_("Aucune séance à reprendre dans {folder}.").format(
                folder=table.folder))  # fmt: skip
        path = kept[0].path
    table.starting.resume(path)
    if table.playing is None:
        raise EclaireursError(table.starting.message)
    show(table)
