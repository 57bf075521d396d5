"""The folder of a batch: one file that says what it is, and columns that grow as sessions end.

Each table is one NumPy file, that anyone may read, even while it grows or after it was cut short:

    sessions = numpy.load("out/sessions.npy", mmap_mode="r")

Chunks are added at its end, then the length in its heading is put right (the heading has a fixed
size). A session is kept once its row of `sessions` is whole; that row is written last. Whatever
follows the last whole session is cut off when the folder is opened again. `batch.json` has the
words that the numbers stand for.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import numpy as np

from eclaireurs_play.errors import EclaireursError, OutputError
from eclaireurs_play.files import cannot_write, write_whole
from eclaireurs_play.simulation.columns import TABLES, Chunk, Columns, Rows

FORMAT = 2
IDENTITY = "batch.json"
BLOCK = 10_000
"""How many sessions are read at once."""


class OtherBatchError(EclaireursError):
    """A folder holds something else than this batch."""


@dataclass(frozen=True, slots=True)
class Store:
    """A folder, what its batch is, and the columns of its tables."""

    folder: Path
    identity: Mapping[str, Any]
    columns: Columns

    def path(self, table: str) -> Path:
        """Give the path of a table."""
        return self.folder / f"{table}.npy"

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
            for table in TABLES:
                self.path(table).write_bytes(_heading(self.columns.dtype(table), 0))
        except OSError as error:
            raise cannot_write(self.folder, error) from None
        write_whole(known, _written(self._said()))
        return 0

    def _said(self) -> dict[str, Any]:
        words = {field: list(words) for field, words in self.columns.words.items()}
        return {**self.identity, "format": FORMAT, "words": words}

    def _same(self, known: Path) -> None:
        try:
            found = json.loads(known.read_text(encoding="utf-8"))
        except ValueError:
            raise OtherBatchError(
                f"{known} n'est plus lisible : donnez un autre dossier."
            ) from None
        own = self._said()
        if found == json.loads(_written(own)):
            return
        found = found if isinstance(found, dict) else {}
        differs = [words for key, words in _PARTS.items() if found.get(key) != own.get(key)]
        raise OtherBatchError(
            f"{self.folder} contient les séances d'un autre lot (ce qui diffère : "
            f"{', '.join(differs) or 'format'}) : donnez un autre dossier, ou les mêmes options."
        )

    def settle(self, at_most: int | None = None) -> int:
        """Cut off what follows the last whole session, or a number; give how many are left."""
        whole = self._rows("sessions")
        count = whole if at_most is None else min(whole, at_most)
        try:
            for table in TABLES:
                rows = self._upto(table, count)
                with self._file(table) as file:
                    file.truncate(self._start(table, rows))
                    _put(file, 0, _heading(self.columns.dtype(table), rows))
        except OSError as error:
            raise cannot_write(self.folder, error) from None
        return count

    def keep(self, chunks: Iterable[Chunk]) -> Iterator[int]:
        """Add chunks as they come; yields how many sessions each has, once it is on the disk."""
        for chunk in chunks:
            self.add(chunk)
            yield len(chunk.sessions)

    def add(self, chunk: Chunk) -> None:
        """Add the rows of a chunk at the end of each table, then say how long each is now."""
        try:
            with ExitStack() as stack:
                files = {table: stack.enter_context(self._file(table)) for table in TABLES}
                lengths = {table: self._rows(table) for table in TABLES}
                for table, rows in chunk.tables():
                    _put(files[table], self._start(table, lengths[table]), rows.tobytes())
                for table, rows in chunk.tables():
                    heading = _heading(self.columns.dtype(table), lengths[table] + len(rows))
                    _put(files[table], 0, heading)
        except OSError as error:
            raise cannot_write(self.folder, error) from None

    def _file(self, table: str) -> IO[bytes]:
        try:
            return self.path(table).open("rb+", buffering=0)
        except FileNotFoundError:
            raise OutputError(f"{self.path(table)} manque : donnez un autre dossier.") from None

    def _start(self, table: str, row: int) -> int:
        dtype = self.columns.dtype(table)
        return _size(dtype) + row * dtype.itemsize

    def _rows(self, table: str) -> int:
        """Count the whole rows that are on the disk, whatever the heading says."""
        try:
            size = self.path(table).stat().st_size
        except FileNotFoundError:
            raise OutputError(f"{self.path(table)} manque : donnez un autre dossier.") from None
        return max(0, size - self._start(table, 0)) // self.columns.dtype(table).itemsize

    def _upto(self, table: str, session: int) -> int:
        """Count the rows of the first sessions, up to this one: rows are sorted by session."""
        rows = self.read(table, self._rows(table))
        least, most = 0, len(rows)
        while least < most:
            middle = (least + most) // 2
            if rows[middle]["session"] <= session:
                least = middle + 1
            else:
                most = middle
        return least

    def count(self) -> int:
        """Count the whole sessions of the batch."""
        return self._rows("sessions")

    def read(self, table: str, length: int | None = None) -> Rows:
        """Give a table, mapped from the disk; nothing of it can be written to."""
        rows = self._rows(table) if length is None else length
        dtype = self.columns.dtype(table)
        if not rows:
            return np.empty(0, dtype)
        return np.memmap(self.path(table), dtype, "r", self._start(table, 0), (rows,))

    def blocks(self, table: str, rows: int = 1 << 16) -> Iterator[Rows]:
        """Give a table by so many rows at once: memory does not grow with the sessions."""
        dtype = self.columns.dtype(table)
        with self._file(table) as file:
            file.seek(self._start(table, 0))
            while data := file.read(rows * dtype.itemsize):
                yield np.frombuffer(data, dtype)

    def chunks(self, sessions: int = BLOCK) -> Iterator[Chunk]:
        """Give the batch by so many whole sessions at once, read one after the other."""
        last = dict.fromkeys(TABLES, 0)
        whole = self._rows("sessions")
        for number in range(sessions, whole + sessions, sessions):
            tables = {}
            for table in TABLES:
                upto = self._upto(table, number)
                tables[table] = self._slice(table, last[table], upto)
                last[table] = upto
            yield Chunk(**tables)

    def _slice(self, table: str, first: int, last: int) -> Rows:
        dtype = self.columns.dtype(table)
        offset = self._start(table, first)
        return np.fromfile(self.path(table), dtype, last - first, offset=offset)


_PARTS = {
    "scenario": "situation", "rules": "règles", "texts": "textes", "seed": "germe",
    "table": "table", "calm": "imprévus", "executor": "exécuteur", "changes": "réglages",
    "software": "version du logiciel",
}  # fmt: skip


def _written(identity: Mapping[str, Any]) -> str:
    return json.dumps(identity, ensure_ascii=False, indent=2) + "\n"


@cache
def _size(dtype: np.dtype[np.void]) -> int:
    return len(_heading(dtype, 0))


def _put(file: IO[bytes], at: int, data: bytes) -> None:
    """Write all of it, or say why not: nothing waits in a buffer."""
    file.seek(at)
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]


def _heading(dtype: np.dtype[np.void], rows: int) -> bytes:
    """Write the heading of a NumPy file, as long for any number of rows."""
    file = BytesIO()
    described = {
        "descr": np.lib.format.dtype_to_descr(dtype), "fortran_order": False, "shape": (rows,),
    }  # fmt: skip
    np.lib.format.write_array_header_1_0(file, described)
    return file.getvalue()
