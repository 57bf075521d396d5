"""`eclaireurs`: finds the command, chooses the language, turns mistakes into one sentence."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from typing_extensions import override

from eclaireurs_play import __version__
from eclaireurs_play.cli.words import LANGUAGES, _, speak
from eclaireurs_play.errors import ContentError, EclaireursError, NotFoundError

COMMANDS = {
    "list": "listing",
    "check": "checking",
    "play": "playing",
    "enter": "entering",
    "replay": "replaying",
    "print": "printing",
    "synthesis": "writing_up",
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
        module = import_module(f"eclaireurs_play.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command

    @override
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except EclaireursError as error:
            kind = Misnamed if isinstance(error, NotFoundError) else Mistake
            raise kind(error) from error


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


def _chosen(ctx: click.Context, param: click.Parameter, value: str) -> str:
    del ctx, param
    speak(value)
    return value


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_("Le guide pas à pas est dans README.fr.md."),
)
@click.version_option(__version__, "--version", prog_name="eclaireurs")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="fr",
    envvar="ECLAIREURS_LANG",
    show_default=True,
    is_eager=True,
    callback=_chosen,
    help=_("Langue de l'aide."),
)
@click.option(
    "--library",
    type=click.Path(path_type=Path),
    metavar=_("DOSSIER"),
    help=_("Un dossier de jeux à chercher avant les autres."),
)
@click.pass_context
def eclaireurs(ctx: click.Context, lang: str, library: Path | None) -> None:
    """Des jeux pour l'action publique : à imprimer, à jouer, à rejouer, à raconter."""
    del lang
    ctx.obj = library


def run() -> None:
    """Start the program, on any console."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")
    speak(_language(sys.argv[1:]))
    eclaireurs(prog_name="eclaireurs")


def _language(words: list[str]) -> str:
    """Find the language before anything is read, since help is written as commands load."""
    for index, word in enumerate(words):
        if word == "--lang" and words[index + 1 : index + 2]:
            return words[index + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return os.environ.get("ECLAIREURS_LANG", "fr")


if __name__ == "__main__":
    run()
