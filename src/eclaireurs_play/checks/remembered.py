"""What was found to fit on paper, remembered from one check to the next.

A trial is remembered under a hash of all that it depends on: what was read, the files beside it,
the fonts, and the code that draws. Only success is kept, as an empty file in the user's cache.
Without a cache, or without the right to write there, everything is tried again.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel

PACKAGE = Path(__file__).resolve().parents[1]
DRAWN_BY = ("checks", "content", "layout", "model")
"""The packages that a trial runs."""

KEPT = 200
"""How many trials are remembered: the last ones."""


def key(models: Iterable[BaseModel], folders: Iterable[Path]) -> str:
    """Hash what a trial depends on: models, and every file of some folders."""
    told = sha256(_code())
    for one in models:
        told.update(f"{type(one).__name__}{one.model_dump_json()}\n".encode())
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        told.update(f"{path.name}\n".encode() + path.read_bytes())
    return told.hexdigest()


@cache
def _code() -> bytes:
    """Hash the code that draws, and the Python that runs it."""
    told = sha256(sys.version.encode())
    for path in sorted(path for name in DRAWN_BY for path in (PACKAGE / name).rglob("*.py")):
        told.update(path.read_bytes())
    return told.digest()


def is_known(name: str) -> bool:
    """Tell whether a trial succeeded before."""
    with suppress(OSError, RuntimeError):
        return (_folder() / name).is_file()
    return False


def keep(name: str) -> None:
    """Remember that a trial succeeded, and forget the oldest ones."""
    with suppress(OSError, RuntimeError):
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
        for old in _oldest(folder):
            old.unlink(missing_ok=True)


def _oldest(folder: Path) -> Iterator[Path]:
    newest = sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)
    yield from newest[KEPT:]


def _folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Find where each system keeps what may be lost; RuntimeError when nobody is at home."""
    home = Path.home()
    usual = {
        "win32": environment.get("LOCALAPPDATA") or home / "AppData" / "Local",
        "darwin": home / "Library" / "Caches",
    }
    cached = environment.get("XDG_CACHE_HOME") or usual.get(platform, home / ".cache")
    return Path(cached) / "eclaireurs-play" / "fits"
