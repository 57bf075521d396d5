"""The folder of a batch: one file that says what it is, and columns that grow as sessions end.

A session is kept once its row of `sessions.csv` is whole; that row is written last. Whatever
follows the last whole session is cut off when the folder is opened again.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eclaireurs_play.errors import EclaireursError, OutputError
from eclaireurs_play.files import cannot_write, write_whole
from eclaireurs_play.simulation.rows import Kept, Row

FORMAT = 1
IDENTITY = "batch.json"
ORDER = ("seats", "proposals", "cards", "sessions")


class OtherBatchError(EclaireursError):
    """A folder holds something else than this batch."""


@dataclass(frozen=True, slots=True)
class Store:
    """A folder, what its batch is, and the columns of its files."""

    folder: Path
    identity: Mapping[str, Any]
    columns: Mapping[str, Row]

    def path(self, name: str) -> Path:
        """Give the path of a file of columns."""
        return self.folder / f"{name}.csv"

    def open(self) -> int:
        """Begin the folder, or take it up again; give how many whole sessions it holds."""
        known = self.folder / IDENTITY
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if known.exists():
                self._same(known)
                return self.settle()
            if any(self.folder.iterdir()):
                raise OtherBatchError(
                    f"{self.folder} contient déjà autre chose : donnez un dossier vide ou nouveau."
                )
            for name in ORDER:
                _append(self.path(name), (self.columns[name],))
        except OSError as error:
            raise cannot_write(self.folder, error) from None
        write_whole(known, json.dumps(self.identity, ensure_ascii=False, indent=2) + "\n")
        return 0

    def _same(self, known: Path) -> None:
        try:
            found = json.loads(known.read_text(encoding="utf-8"))
        except ValueError:
            raise OtherBatchError(
                f"{known} n'est plus lisible : donnez un autre dossier."
            ) from None
        if found == self.identity:
            return
        found = found if isinstance(found, dict) else {}
        differs = [words for key, words in _PARTS.items() if found.get(key) != self.identity[key]]
        raise OtherBatchError(
            f"{self.folder} contient les séances d'un autre lot ({', '.join(differs) or 'format'} "
            "différents) : donnez un autre dossier, ou les mêmes options."
        )

    def settle(self) -> int:
        """Cut off what follows the last whole session; give how many there are."""
        count = _whole(self.path("sessions"))
        for name in ORDER:
            _cut(self.path(name), count)
        return count

    def keep(self, sessions: Iterable[Kept]) -> Iterator[int]:
        """Write sessions as they come; yields 1 for each, once it is whole in the files."""
        with ExitStack() as stack:
            try:
                files = {name: stack.enter_context(_opened(self.path(name))) for name in ORDER}
                writers = {name: csv.writer(file, lineterminator="\n")
                           for name, file in files.items()}  # fmt: skip
                for one in sessions:
                    for name in ORDER:
                        writers[name].writerows(getattr(one, name))
                        files[name].flush()
                    yield 1
            except OSError as error:
                raise cannot_write(self.folder, error) from None

    def read(self, name: str) -> Iterator[dict[str, str]]:
        """Give the rows of a file one by one."""
        with self.path(name).open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


_PARTS = {
    "scenario": "situation", "rules": "règles", "texts": "textes", "seed": "germe",
    "table": "table", "calm": "imprévus", "software": "version du logiciel",
}  # fmt: skip


def _opened(path: Path) -> Any:  # noqa: ANN401 - a text file, closed by its caller
    return path.open("a", encoding="utf-8", newline="")


def _append(path: Path, rows: Iterable[Row]) -> None:
    with _opened(path) as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def _whole(path: Path) -> int:
    """Count the whole rows under the heads of columns, numbered from 1 without a gap."""
    count = 0
    for place, line in enumerate(_lines(path)):
        if place and (not line.endswith(b"\n") or _number(line) != count + 1):
            break
        count += bool(place)
    return count


def _cut(path: Path, count: int) -> None:
    """Leave the heads of columns and the rows of the first sessions."""
    size = 0
    for place, line in enumerate(_lines(path)):
        if place and not (line.endswith(b"\n") and 1 <= _number(line) <= count):
            break
        size += len(line)
    if path.stat().st_size > size:
        with path.open("rb+") as file:
            file.truncate(size)


def _lines(path: Path) -> Iterator[bytes]:
    """Give the lines of a file; no cell of ours holds a line break."""
    try:
        with path.open("rb") as file:
            yield from file
    except FileNotFoundError:
        raise OutputError(f"{path} manque : donnez un autre dossier.") from None


def _number(line: bytes) -> int:
    digits = line.split(b",", 1)[0]
    return int(digits) if digits.isdigit() else 0
