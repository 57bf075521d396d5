"""Files are written beside, then renamed: nobody ever finds one half-written."""

import errno
from contextlib import suppress
from pathlib import Path

from eclaireurs_play.errors import OutputError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file at once; on failure the previous file is untouched and OutputError says why."""
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise OutputError(f"{path} n'est pas un fichier ordinaire.")
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
    return OutputError(f"{path} ne peut pas être écrit : {reason(error)}.")


def reason(error: OSError) -> str:
    """Say in French why the system refused."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


_REASONS = {
    errno.ENOENT: "le dossier n'existe pas",
    errno.EACCES: "l'accès est refusé",
    errno.EPERM: "l'accès est refusé",
    errno.EISDIR: "c'est un dossier",
    errno.ENOTDIR: "son chemin passe par un fichier",
    errno.ENOSPC: "le disque est plein",
    errno.EROFS: "le disque est en lecture seule",
    errno.ENAMETOOLONG: "son nom est trop long",
}
