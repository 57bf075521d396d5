"""Files are written beside, then renamed: nobody ever finds one half-written."""

from contextlib import suppress
from pathlib import Path

from eclaireurs_play.errors import OutputError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file at once; on failure the previous file is untouched and OutputError says why."""
    beside = path.with_name(f".{path.name}.partiel")
    data = content.encode() if isinstance(content, str) else content
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise cannot_write(path, error) from None


def cannot_write(path: Path, error: OSError) -> OutputError:
    """Say in one sentence why a file can't be written."""
    why = {
        FileNotFoundError: "le dossier n'existe pas",
        PermissionError: "l'accès est refusé",
        IsADirectoryError: "c'est un dossier",
        NotADirectoryError: "son chemin passe par un fichier",
    }.get(type(error), error.strerror or str(error))
    return OutputError(f"{path} ne peut pas être écrit : {why}.")
