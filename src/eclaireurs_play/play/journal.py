"""The journal is the session: JSON lines, each chained to the one before by its hash.

The first line is the header; the next ones are accepted actions, undoings, redoings and
bookmarks. A line is on the disk before anyone sees its effect. There is no wall-clock time, so
equal sessions are equal files.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from eclaireurs_play.engine.codec import canonical
from eclaireurs_play.errors import JournalError, OutputError
from eclaireurs_play.files import cannot_write, reason, write_whole

FORMAT = 1
_HASH = 16


@dataclass(frozen=True, slots=True)
class Header:
    """What a journal needs to be replayed: which content, which options, which seed."""

    software: str
    game: str
    scenario: str
    rules_digest: str
    texts_digest: str
    setup: Mapping[str, Any]

    def data(self) -> dict[str, Any]:
        """Give the header as it is written."""
        return {
            "format": FORMAT,
            "software": self.software,
            "game": self.game,
            "scenario": self.scenario,
            "rules": self.rules_digest,
            "texts": self.texts_digest,
            "setup": dict(self.setup),
        }


@dataclass(frozen=True, slots=True)
class Read:
    """A journal as found: its header, its entries, and what had to be left out of it."""

    header: Header
    entries: tuple[Mapping[str, Any], ...]
    torn: str = ""


class Sink(Protocol):
    """Where a session writes its entries."""

    def append(self, *entries: Mapping[str, Any]) -> None:
        """Keep entries for good, all of them or none."""


class MemoryJournal:
    """Entries kept in memory, for simulated sessions and tests."""

    def __init__(self) -> None:
        self.entries: list[Mapping[str, Any]] = []

    def append(self, *entries: Mapping[str, Any]) -> None:
        """Keep entries."""
        self.entries.extend(entries)


class FileJournal:
    """Entries appended to a file, flushed and synced one by one."""

    def __init__(self, path: Path, last_hash: str, count: int) -> None:
        self.path = path
        self._hash = last_hash
        self._count = count
        self._size = path.stat().st_size

    @classmethod
    def create(cls, path: Path, header: Header) -> "FileJournal":
        """Begin a journal; a file already there is never overwritten."""
        line, digest = _chained(header.data(), "")
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                _durable(file, line)
        except FileExistsError:
            raise OutputError(
                f"{path} existe déjà ; un journal ne s'écrase pas, choisissez un autre nom."
            ) from None
        except OSError as error:
            raise cannot_write(path, error) from None
        return cls(path, digest, 0)

    @classmethod
    def resume(cls, path: Path) -> tuple["FileJournal", Read]:
        """Open a journal to go on; a torn last line is cut off and reported in `Read.torn`."""
        read = read_journal(path)
        lines = [read.header.data(), *read.entries]
        digest = ""
        for data in lines:
            digest = _chained(data, digest)[1]
        if read.torn:
            write_whole(path, "".join(_lines(lines)))
        return cls(path, digest, len(read.entries)), read

    def append(self, *entries: Mapping[str, Any]) -> None:
        """Write entries and wait until the disk has them; on failure none is left behind."""
        lines, digest = [], self._hash
        for number, entry in enumerate(entries, start=self._count + 1):
            line, digest = _chained({"n": number, **entry}, digest)
            lines.append(line)
        self._check_alone()
        try:
            with self.path.open("a", encoding="utf-8", newline="\n") as file:
                _durable(file, "".join(lines))
        except OSError as error:
            with suppress(OSError):
                os.truncate(self.path, self._size)
            raise cannot_write(self.path, error) from None
        self._hash, self._count = digest, self._count + len(entries)
        self._size = self.path.stat().st_size

    def _check_alone(self) -> None:
        """Refuse to write after someone else, or in a file that is no longer there."""
        try:
            size = self.path.stat().st_size
        except OSError as error:
            raise OutputError(f"{self.path} n'est plus là : {reason(error)}.") from None
        if size != self._size:
            raise OutputError(
                f"{self.path} a été changé par quelqu'un d'autre pendant la séance ; "
                "une seule fenêtre à la fois écrit dans un journal."
            )


def journal_text(header: Header, entries: tuple[Mapping[str, Any], ...]) -> str:
    """Write a whole journal as text."""
    numbered = ({"n": count, **entry} for count, entry in enumerate(entries, start=1))
    return "".join(_lines([header.data(), *numbered]))


def read_journal(path: Path) -> Read:
    """Read a journal; any fault but a torn last line is a `JournalError`."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise JournalError(f"{path} n'existe pas.") from None
    except OSError as error:
        raise JournalError(f"{path} ne peut pas être lu : {reason(error)}.") from None
    return parse_journal(raw, str(path))


def parse_journal(raw: bytes, name: str) -> Read:
    """Read the bytes of a journal; `name` is how people know it."""
    lines = raw.split(b"\n")
    whole, rest = lines[:-1], lines[-1]
    torn = f"{name} : la dernière ligne, coupée net, a été laissée de côté." if rest else ""
    if not whole:
        raise JournalError(
            f"{name} ne contient pas de journal entier : la séance n'a pas commencé. "
            "Effacez ce fichier pour la commencer."
        )
    checked = tuple(_verified(whole, name))
    return Read(_header(checked[0], name), checked[1:], torn)


def _verified(lines: list[bytes], name: str) -> Iterator[Mapping[str, Any]]:
    """Yield each line's data, its place in the chain checked."""
    digest = ""
    for number, line in enumerate(lines, start=1):
        data = _decoded(line, f"{name}:{number}")
        claimed = data.pop("hash", None)
        digest = _chained(data, digest)[1]
        if claimed != digest:
            raise JournalError(
                f"{name}:{number} : cette ligne a été modifiée ou déplacée ; "
                "un journal ne se corrige pas à la main."
            )
        if number > 1 and data.get("n") != number - 1:
            raise JournalError(f"{name}:{number} : une ligne manque avant celle-ci.")
        yield data


def _decoded(line: bytes, place: str) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise JournalError(f"{place} : cette ligne n'est pas lisible.") from None
    if not isinstance(data, dict):
        raise JournalError(f"{place} : cette ligne n'est pas une entrée de journal.")
    if any("\ud800" <= letter <= "\udfff" for letter in canonical(data)):
        raise JournalError(f"{place} : cette ligne contient des caractères illisibles.")
    return data


def _header(data: Mapping[str, Any], name: str) -> Header:
    if data.get("format") != FORMAT:
        raise JournalError(
            f"{name} est d'un format que cette version ne lit pas ({data.get('format')!r})."
        )
    try:
        header = Header(
            software=str(data["software"]),
            game=str(data["game"]),
            scenario=str(data["scenario"]),
            rules_digest=str(data["rules"]),
            texts_digest=str(data["texts"]),
            setup=dict(data["setup"]),
        )
    except (KeyError, TypeError, ValueError):
        raise JournalError(f"{name}:1 : l'en-tête du journal est incomplet.") from None
    if set(data) != set(header.data()):
        raise JournalError(f"{name}:1 : l'en-tête du journal contient des clés inconnues.")
    return header


def _chained(data: Mapping[str, Any], previous: str) -> tuple[str, str]:
    digest = sha256((previous + canonical(data)).encode()).hexdigest()[:_HASH]
    line = json.dumps({**data, "hash": digest}, ensure_ascii=False, separators=(",", ":"))
    return line + "\n", digest


def _lines(entries: list[Mapping[str, Any]] | list[dict[str, Any]]) -> Iterator[str]:
    digest = ""
    for data in entries:
        line, digest = _chained(data, digest)
        yield line


def _durable(file: Any, line: str) -> None:  # noqa: ANN401 - any text file
    file.write(line)
    file.flush()
    os.fsync(file.fileno())
