"""Options that several commands share, and what is wrong with the paths people give."""

from pathlib import Path

import click

from eclaireurs_play.cli.words import N_, _

FILE = N_("FICHIER")
FOLDER = N_("DOSSIER")
A_PATH = click.Path(path_type=Path)


def to_read(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Refuse a file that is not there."""
    del ctx, param
    if value is not None and value.is_dir():
        raise click.BadParameter(_("{path} est un dossier.").format(path=value))
    if value is not None and not value.exists():
        raise click.BadParameter(_("{path} n'existe pas.").format(path=value))
    if value is not None and not value.is_file():
        raise click.BadParameter(_("{path} n'est pas un fichier ordinaire.").format(path=value))
    return value


def to_write(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Refuse a file that has nowhere to stand, before any work is done."""
    del ctx, param
    if value is not None and value.is_dir():
        raise click.BadParameter(_("{path} est un dossier.").format(path=value))
    if value is not None and not value.parent.is_dir():
        raise click.BadParameter(_("le dossier {path} n'existe pas.").format(path=value.parent))
    return value


def a_folder(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Refuse a folder that can't be one."""
    del ctx, param
    if value is not None and value.exists() and not value.is_dir():
        raise click.BadParameter(_("{path} n'est pas un dossier.").format(path=value))
    if value is not None and not value.parent.is_dir():
        raise click.BadParameter(_("le dossier {path} n'existe pas.").format(path=value.parent))
    return value


def to_make(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Refuse a folder that is something else, or in something else; those it lacks are made."""
    del ctx, param
    for one in (value, *value.parents) if value is not None else ():
        if one.exists() and not one.is_dir():
            raise click.BadParameter(_("{path} n'est pas un dossier.").format(path=one))
    return value


def to_make_and_write(
    ctx: click.Context, param: click.Parameter, value: Path | None
) -> Path | None:
    """Refuse a file whose folder can't be made."""
    if value is not None:
        to_make(ctx, param, value.parent)
    if value is not None and value.is_dir():
        raise click.BadParameter(_("{path} est un dossier.").format(path=value))
    return value


def a_library(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Refuse a folder that holds no games."""
    del ctx, param
    if value is not None and not value.is_dir():
        raise click.BadParameter(_("{path} n'est pas un dossier.").format(path=value))
    if value is not None and not (value / "decks").is_dir():
        sentence = _("{path} n'a pas de dossier « decks » : ce n'est pas une bibliothèque de jeux.")
        raise click.BadParameter(sentence.format(path=value))
    return value


def words_given(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Cut a list at its commas and spaces."""
    del ctx, param
    words = tuple(word for word in (value or "").replace(" ", ",").split(",") if word)
    if value is not None and not words:
        raise click.BadParameter(_("donnez au moins une place."))
    return words


def to_tell(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Take a journal, or the folder of a campaign."""
    return value if value is not None and value.is_dir() else to_read(ctx, param, value)


told_argument = click.argument("journal", type=A_PATH, callback=to_tell, metavar=N_("JOURNAL"))
journal_argument = click.argument("journal", type=A_PATH, callback=to_read, metavar=N_("JOURNAL"))
seats_option = click.option(
    "--seats",
    callback=words_given,
    metavar="A,B,…",
    help=N_("Les places jouées, séparées par des virgules ; toutes par défaut."),
)
table_option = click.option(
    "--table",
    type=click.Choice(("mixed", "hard", "cooperative", "random")),
    default="mixed",
    help=N_("Comment négocient les personnes simulées, dans un jeu qui a des chiffres."),
)
calm_option = click.option("--calm", is_flag=True, help=N_("Aucun imprévu ne tombe."))
