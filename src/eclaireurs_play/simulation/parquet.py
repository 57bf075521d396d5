"""The columns of a batch as Parquet, for analysis: words as dictionaries, null for none."""

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.simulation.columns import TABLES, Columns, Rows
from eclaireurs_play.simulation.spreadsheets import Column, fallen, nothing, replaced
from eclaireurs_play.simulation.store import Store


class NoParquetError(EclaireursError):
    """Nothing here writes Parquet files."""


def needed() -> Any:  # noqa: ANN401 - an extra, without types
    """Give pyarrow; NoParquetError says how to install it."""
    try:
        import pyarrow.parquet  # noqa: PLC0415 - an extra, slow to load
    except ImportError:
        raise NoParquetError(
            "Les fichiers Parquet demandent pyarrow : installez eclaireurs-play[analysis], ou "
            "refaites la commande sans --parquet."
        ) from None
    return pyarrow


def write_parquet(store: Store) -> None:
    """Write each table as Parquet beside it; NoParquetError when pyarrow is not there."""
    pyarrow = needed()
    for table in TABLES:
        replaced(store.folder / f"{table}.parquet", partial(_parquet, pyarrow, store, table))


def _parquet(pyarrow: Any, store: Store, table: str, path: Path) -> None:  # noqa: ANN401 - as above
    none = np.empty(0, store.columns.dtype(table))
    schema = _table(pyarrow, store.columns, none).schema
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        for rows in store.blocks(table):
            writer.write_table(_table(pyarrow, store.columns, rows))


def _table(pyarrow: Any, columns: Columns, rows: Rows) -> Any:  # noqa: ANN401 - as above
    names = rows.dtype.names or ()
    return pyarrow.table({name: _array(pyarrow, columns, name, rows[name]) for name in names})


def _array(pyarrow: Any, columns: Columns, name: str, values: Column) -> Any:  # noqa: ANN401 - as above
    if name == "surprises":
        fell = [list(fallen(columns, bits)) for bits in values.tolist()]
        return pyarrow.array(fell, pyarrow.list_(pyarrow.string()))
    values = np.ascontiguousarray(values)
    numbers = pyarrow.array(values, mask=nothing(name, values))
    if name not in columns.words:
        return numbers
    words = pyarrow.array(columns.words[name], pyarrow.string())
    return pyarrow.DictionaryArray.from_arrays(numbers, words)
