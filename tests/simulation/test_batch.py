"""A batch is its seed: any session rebuilt by its number, any order of processes, any pause."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.simulation.batch import Batch, played, seed_of
from eclaireurs_play.simulation.executor import run
from eclaireurs_play.simulation.rows import columns, kept
from eclaireurs_play.simulation.store import ORDER, Store
from tests.support import rules

NUMERIC, NOTES = "salle", "zone-logistique"


def batch(name: str = NOTES) -> Batch:
    return Batch(rules(name), 7)


def store(folder: Path, name: str = NOTES, seed: int = 7) -> Store:
    keys = ("format", "software", "scenario", "rules", "texts", "table", "calm")
    return Store(folder, {**dict.fromkeys(keys, name), "seed": seed}, columns(rules(name)))


def filled(folder: Path, count: int, jobs: int = 1, name: str = NOTES) -> dict[str, bytes]:
    one = store(folder, name)
    done = one.open()
    list(one.keep(run(batch(name), range(done + 1, count + 1), jobs)))
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.csv").read_bytes() for name in ORDER}


def test_seeds_are_spread_and_depend_on_both() -> None:
    seeds = {seed_of(seed, number) for seed in range(20) for number in range(1, 51)}
    assert len(seeds) == 1000


@pytest.mark.parametrize("name", [NUMERIC, "cantine-locale"])
def test_the_order_of_rows_does_not_depend_on_processes(name: str, tmp_path: Path) -> None:
    alone = filled(tmp_path / "a", 9, 1, name)
    assert filled(tmp_path / "b", 9, 2, name) == alone
    with (tmp_path / "a" / "sessions.csv").open(encoding="utf-8") as file:
        assert [row["session"] for row in csv.DictReader(file)] == [str(n) for n in range(1, 10)]


def test_a_session_rebuilt_by_its_number_is_its_row(tmp_path: Path) -> None:
    filled(tmp_path / "a", 3)
    with (tmp_path / "a" / "sessions.csv").open(encoding="utf-8") as file:
        third = list(csv.DictReader(file))[2]
    session, whole = played(batch(), 3)
    assert whole
    assert (third["seed"], third["actions"]) == (
        str(session.setup.seed), str(session.state.actions)
    )  # fmt: skip
    assert kept(batch(), 3) == kept(batch(), 3) != kept(batch(), 2)


@pytest.mark.parametrize("torn", ["sessions", "seats", "cards"])
def test_a_torn_batch_resumes_as_if_never_stopped(torn: str, tmp_path: Path) -> None:
    whole = filled(tmp_path / "whole", 5)
    filled(tmp_path / "torn", 4)
    path = tmp_path / "torn" / f"{torn}.csv"
    if torn == "sessions":
        path.write_bytes(path.read_bytes()[:-5])
    else:
        path.write_bytes(path.read_bytes() + b"5,moitie,d-u")
    assert filled(tmp_path / "torn", 5) == whole


def test_writing_stopped_between_files_keeps_whole_sessions(tmp_path: Path) -> None:
    one = store(tmp_path / "a")
    one.open()

    def interrupted() -> object:
        yield from run(batch(), range(1, 3), 1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(one.keep(interrupted()))  # type: ignore[arg-type]
    assert one.settle() == 2
    assert contents(tmp_path / "a") == filled(tmp_path / "b", 2)


def test_another_batch_is_never_mixed_in(tmp_path: Path) -> None:
    filled(tmp_path / "a", 1)
    with pytest.raises(EclaireursError, match="germe"):
        store(tmp_path / "a", seed=8).open()
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "notes.txt").write_text("à moi")
    with pytest.raises(EclaireursError, match="autre chose"):
        store(tmp_path / "b").open()


def test_the_calm_twin_is_the_same_session_when_calm() -> None:
    stormy = Batch(rules("cantine-locale"), 7)
    calm = replace(stormy, calm=True)
    twin, _ = played(stormy, 2, calm=True)
    alone, _ = played(calm, 2)
    assert twin.state == alone.state
    assert alone.state.active == ()
    assert played(stormy, 2)[0].state.active != ()
