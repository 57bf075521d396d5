"""The columns of a batch as CSV, for spreadsheets: words in the place of numbers.

An empty cell stands for none, or not counted; a cell of `surprises` holds all that fell.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.files import cannot_write
from eclaireurs_play.simulation.columns import TABLES, Columns
from eclaireurs_play.simulation.store import Store

Column = NDArray[Any]
Cells = Iterable[str]


def write_csv(store: Store) -> None:
    """Write each table as CSV beside it; the files there before are replaced."""
    for table in TABLES:
        replaced(store.folder / f"{table}.csv", partial(_csv, store, table))


def replaced(path: Path, write: Callable[[Path], None]) -> None:
    """Write a file beside, then rename it; OutputError says why it can't be."""
    beside = path.with_name(f".{path.name}.partiel")
    try:
        write(beside)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise cannot_write(path, error) from None


def fallen(columns: Columns, bits: int) -> Iterator[str]:
    """Give the surprises that fell in a session, of its `surprises`."""
    return (one for rank, one in enumerate(columns.words["surprises"]) if bits >> rank & 1)


def nothing(name: str, values: Column) -> NDArray[np.bool_]:
    """Tell which values of a column stand for none: a version amends none when `parent` is 0."""
    if values.dtype.kind != "i":
        return np.zeros(len(values), dtype=np.bool_)
    return np.asarray(values == (0 if name == "parent" else -1))


def _csv(store: Store, table: str, path: Path) -> None:
    names = store.columns.dtype(table).names or ()
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(names) + "\n")
        for rows in store.blocks(table):
            cells = (_cells(store.columns, name, rows[name]) for name in names)
            file.writelines(f"{line}\n" for line in map(",".join, zip(*cells, strict=True)))


def _cells(columns: Columns, name: str, values: Column) -> Cells:
    """Write a column; ids and numbers hold no comma, so that no cell needs quotes."""
    if name == "surprises":
        few, places = np.unique(values, return_inverse=True)
        return _words([" ".join(fallen(columns, bits)) for bits in few.tolist()], places)
    if name in columns.words:
        return _words(columns.words[name], values)
    if values.dtype.kind == "f":
        return (f"{figure:g}" for figure in values.tolist())
    empty = nothing(name, values)
    if not empty.any():
        return map(str, values.tolist())
    return ("" if none else str(one) for one, none in zip(values.tolist(), empty, strict=True))


def _words(words: Sequence[str], places: Column) -> list[str]:
    """Give the words of a column of indices; -1, the last of all, is none."""
    written: list[str] = np.array([*words, ""], dtype=object)[places].tolist()
    return written
