"""`eclaireurs`: finds the command, chooses the language, turns mistakes into one sentence."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from typing_extensions import override

from eclaireurs_play import __version__
from eclaireurs_play.cli.main import INTERRUPTED, Loading
from eclaireurs_play.cli.options import A_PATH, FOLDER, a_library
from eclaireurs_play.cli.screens import in_person
from eclaireurs_play.cli.spoken import spoken
from eclaireurs_play.cli.words import LANGUAGES, N_, VARIABLE, _, asked_for, speak
from eclaireurs_play.errors import ContentError, EclaireursError, NotFoundError

COMMANDS = {
    "list": "listing",
    "check": "checking",
    "play": "playing",
    "enter": "entering",
    "table": "tables",
    "install-launcher": "launcher",
    "replay": "replaying",
    "print": "printing",
    "synthesis": "writing_up",
    "simulate": "simulating",
    "schema": "schemas",
}
"""Each command and the module that holds it, loaded only when it is used."""

FAULT = 1
WRONG_USAGE = 2


class Commands(click.Group):
    """Commands brought in when they are called, so that the quick ones stay quick."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        with Loading():
            module = import_module(f"eclaireurs_play.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return spoken(command)

    @override
    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        speak(asked_for(args))
        if not args and in_person():
            args = ["table"]
        try:
            return super(Commands, spoken(self)).make_context(info_name, args, parent, **extra)
        except KeyboardInterrupt:
            raise Interrupted from None

    @override
    def main(self, *args: Any, **options: Any) -> Any:
        try:
            return super().main(*args, **options)
        except OSError as error:
            Mistake(_unforeseen(error)).show()
            sys.exit(FAULT)

    @override
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except NotFoundError as error:
            raise Misnamed(error) from error
        except EclaireursError as error:
            raise Mistake(error) from error
        except KeyboardInterrupt:
            raise Interrupted from None


class Mistake(click.ClickException):
    """A mistake of the domain, said on the error stream without a traceback."""

    exit_code = FAULT

    def __init__(self, error: EclaireursError) -> None:
        super().__init__(str(error))
        self.plain = isinstance(error, ContentError)

    @override
    def show(self, file: Any = None) -> None:
        if self.plain:
            click.echo(self.message, file=file or sys.stderr)
        else:
            super().show(file)


class Misnamed(Mistake):
    """A name on the command line that nothing has."""

    exit_code = WRONG_USAGE


class Interrupted(click.ClickException):
    """Someone pressed Ctrl-C."""

    exit_code = INTERRUPTED

    def __init__(self) -> None:
        super().__init__(_("Interrompu."))

    @override
    def show(self, file: Any = None) -> None:
        click.echo(self.message, file=file or sys.stderr)


def _unforeseen(error: OSError) -> EclaireursError:
    """Say a refusal of the system that no command expected."""
    why = _(error.strerror or str(error))
    return EclaireursError(f"{os.fsdecode(error.filename)} : {why}." if error.filename else why)


@click.group(
    cls=Commands,
    help=N_("Des jeux pour l'action publique : à imprimer, à jouer, à rejouer, à raconter."),
    epilog=N_("Le guide pas à pas est dans README.fr.md."),
    subcommand_metavar=N_("COMMANDE [ARGUMENTS]…"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(
    __version__,
    "--version",
    prog_name="eclaireurs",
    message="%(prog)s %(version)s",
    help=N_("Montre la version."),
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=LANGUAGES[0],
    envvar=VARIABLE,
    show_default=True,
    is_eager=True,
    expose_value=False,
    help=N_("Langue de l'aide."),
)
@click.option(
    "--library",
    type=A_PATH,
    callback=a_library,
    metavar=FOLDER,
    help=N_("Un dossier de jeux à chercher avant les autres."),
)
@click.pass_context
def eclaireurs(ctx: click.Context, library: Path | None) -> None:
    """Keep the library for the command to come."""
    ctx.obj = library
