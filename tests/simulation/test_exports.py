"""The columns in words: CSV for spreadsheets, Parquet for analysis."""

import csv
import sys
from pathlib import Path

import pytest

from eclaireurs_play.errors import OutputError
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.columns import TABLES
from eclaireurs_play.simulation.crew import Crew
from eclaireurs_play.simulation.executor import REFERENCE
from eclaireurs_play.simulation.keeping import Kept
from eclaireurs_play.simulation.parquet import NoParquetError, write_parquet
from eclaireurs_play.simulation.spreadsheets import write_csv
from eclaireurs_play.simulation.store import Store
from tests.support import content, rules

NAME = "cantine-locale"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("lot")
    one = Kept.alone(folder, Batch(rules(NAME), 1), content(NAME), REFERENCE)
    one.open()
    list(one.play(Crew(), range(1, 7)))
    write_csv(one.store)
    return one.store


def read(store: Store, table: str) -> list[dict[str, str]]:
    with (store.folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_cell_says_its_number_in_words(store: Store) -> None:
    words = store.columns.words
    for table in TABLES:
        rows = store.read(table)
        assert len(read(store, table)) == len(rows)
        for line, row in zip(read(store, table), rows, strict=True):
            for name, cell in line.items():
                value = row[name]
                if name == "surprises":
                    fell = sum(1 << words[name].index(one) for one in cell.split())
                    assert fell == value
                elif name in words:
                    assert cell == (words[name][value] if value >= 0 else "")
                elif name == "parent":
                    assert cell == (str(value) if value else "")
                elif not cell:
                    assert value == -1
                else:
                    assert float(cell) == pytest.approx(float(value))


def test_parquet_holds_the_same_words(store: Store) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    write_parquet(store)
    for table in TABLES:
        found = parquet.read_table(store.folder / f"{table}.parquet").to_pylist()
        for line, row in zip(read(store, table), found, strict=True):
            for name, cell in line.items():
                value = row[name]
                if name == "surprises":
                    assert cell.split() == value
                elif name == "minutes":
                    assert float(cell) == value
                else:
                    assert cell == ("" if value is None else str(value))


def test_without_pyarrow_a_sentence_says_what_to_install(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(NoParquetError, match=r"eclaireurs-play\[analysis\]"):
        write_parquet(store)


def test_a_full_disk_leaves_the_file_before(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (store.folder / "seats.csv").read_bytes()

    def full(_path: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="le disque est plein"):
        write_csv(store)
    assert (store.folder / "seats.csv").read_bytes() == before
    assert not list(store.folder.glob(".*partiel"))
