"""Files are written beside, then renamed: nobody ever finds one half-written."""

import errno
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

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


def write_folder_whole(folder: Path, files: Iterable[tuple[str, bytes]], mark: str) -> None:
    """Write files into a new folder at once; on failure the previous folder is untouched.

    A folder that is not empty is replaced only when its file named `mark`, which an earlier call
    wrote, lists all that it holds, a name a line. OutputError says why a folder can't be written;
    what `files` raises is passed on.
    """
    folder = folder.resolve()
    if folder.exists() and not _replaceable(folder, mark):
        raise OutputError(
            f"{folder} existe déjà, avec autre chose dedans : choisissez un nom neuf."
        )
    beside, before = (folder.with_name(f".{folder.name}.{one}") for one in ("partiel", "avant"))
    try:
        rmtree(beside, ignore_errors=True)
        beside.mkdir()
        for name, data in files:
            (beside / name).write_bytes(data)
        if folder.exists():
            folder.replace(before)
        beside.replace(folder)
    except OSError as error:
        raise cannot_write(folder, error) from None
    finally:
        if before.exists() and not folder.exists():
            before.replace(folder)
        for old in (beside, before):
            rmtree(old, ignore_errors=True)


def _replaceable(folder: Path, mark: str) -> bool:
    """Tell whether a folder is empty, or holds nothing but what we wrote."""
    if not folder.is_dir():
        return False
    held = {one.name for one in folder.iterdir()}
    if mark not in held:
        return not held
    listed = (folder / mark).read_text(encoding="utf-8", errors="replace").splitlines()
    return held <= {mark, *listed}


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
    errno.EFBIG: "le fichier est trop grand",
    errno.EDQUOT: "votre part du disque est pleine",
    errno.EIO: "le disque répond mal",
    errno.EMFILE: "trop de fichiers sont ouverts",
    errno.EROFS: "le disque est en lecture seule",
    errno.ENAMETOOLONG: "son nom est trop long",
}
