"""A batch is its seed: any session rebuilt by its number, any order of processes, any pause."""

from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.errors import EclaireursError, OutputError
from eclaireurs_play.simulation import rows
from eclaireurs_play.simulation.batch import Batch, played, seed_of
from eclaireurs_play.simulation.columns import TABLES, Chunk, Columns, joined, term_field
from eclaireurs_play.simulation.crew import Crew, crew
from eclaireurs_play.simulation.executor import REFERENCE, cut
from eclaireurs_play.simulation.keeping import Kept
from eclaireurs_play.simulation.store import OtherBatchError, Store
from tests.support import content, rules

NUMERIC, NOTES = "salle", "zone-logistique"
WHOLE = 6


def batch(name: str = NOTES) -> Batch:
    return Batch(rules(name), 7)


def kept(folder: Path, name: str = NOTES, seed: int = 7) -> Kept:
    return Kept.alone(folder, replace(batch(name), seed=seed), content(name), REFERENCE)


def filled(folder: Path, count: int, jobs: int = 1, name: str = NOTES) -> dict[str, bytes]:
    one = kept(folder, name)
    done = one.open()
    with crew(REFERENCE, 1000, jobs) as workers:
        list(one.play(workers, range(done + 1, count + 1)))
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.npy").read_bytes() for name in TABLES}


@cache
def chunk() -> Chunk:
    return rows.play(batch(NUMERIC), range(1, WHOLE + 1))


def only(numbers: range) -> Chunk:
    return Chunk(**{
        name: table[(table["session"] >= numbers.start) & (table["session"] < numbers.stop)]
        for name, table in chunk().tables()
    })  # fmt: skip


def store(folder: Path) -> Store:
    return kept(folder, NUMERIC).store


def test_seeds_are_spread_and_depend_on_both() -> None:
    seeds = {seed_of(seed, number) for seed in range(20) for number in range(1, 51)}
    assert len(seeds) == 1000


@pytest.mark.parametrize("name", [NUMERIC, "cantine-locale"])
def test_what_is_kept_does_not_depend_on_processes(name: str, tmp_path: Path) -> None:
    alone = filled(tmp_path / "a", 9, 1, name)
    assert filled(tmp_path / "b", 9, 2, name) == alone
    read = np.load(tmp_path / "a" / "sessions.npy", mmap_mode="r")
    assert read["session"].tolist() == list(range(1, 10))


@given(st.lists(st.integers(1, WHOLE - 1), max_size=4), st.integers(0, 400))
def test_neither_the_cut_nor_a_pause_changes_a_byte(cuts: list[int], torn: int) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        whole = store(folder / "whole")
        whole.open()
        whole.add(chunk())
        pieces = store(folder / "pieces")
        bounds = [0, *sorted(cuts), WHOLE]
        for first, last in pairwise(bounds):
            done = pieces.open()
            assert done == first
            pieces.add(only(range(first + 1, last + 1)))
            cards = folder / "pieces" / "cards.npy"
            cards.write_bytes(cards.read_bytes() + b"\7" * torn)
        pieces.open()
        assert contents(folder / "pieces") == contents(folder / "whole")


@pytest.mark.parametrize("torn", TABLES)
def test_what_follows_the_last_whole_session_is_cut_off(torn: str, tmp_path: Path) -> None:
    one = store(tmp_path)
    one.open()
    one.add(only(range(1, 5)))
    before = contents(tmp_path)
    path = tmp_path / f"{torn}.npy"
    if torn == "sessions":
        path.write_bytes(path.read_bytes()[:-5])
        assert one.settle() == 3
        assert {number for name in TABLES for number in one.read(name)["session"]} == {1, 2, 3}
        one.add(only(range(4, 5)))
    else:
        path.write_bytes(path.read_bytes() + getattr(only(range(5, 6)), torn).tobytes() + b"moit")
        assert one.settle() == 4
    assert contents(tmp_path) == before


def test_chunks_are_whole_sessions_however_they_are_read(tmp_path: Path) -> None:
    one = store(tmp_path)
    one.open()
    one.add(chunk())
    for size in (1, 2, 5, 100):
        read = list(one.chunks(size))
        assert [len(some.sessions) for some in read[:-1]] == [size] * (len(read) - 1)
        for name, table in joined(read).tables():
            assert table.tobytes() == getattr(chunk(), name).tobytes()
            blocks = np.concatenate(list(one.blocks(name, size)))
            assert blocks.tobytes() == table.tobytes()


def test_numpy_reads_a_table_while_it_grows(tmp_path: Path) -> None:
    one = store(tmp_path)
    one.open()
    assert len(np.load(tmp_path / "seats.npy")) == 0
    one.add(only(range(1, 3)))
    before = np.load(tmp_path / "seats.npy", mmap_mode="r")
    one.add(only(range(3, 5)))
    assert set(before["session"].tolist()) == {1, 2}
    assert set(np.load(tmp_path / "seats.npy")["session"].tolist()) == {1, 2, 3, 4}


def test_a_session_rebuilt_by_its_number_is_its_row() -> None:
    one = rows.play(batch(), range(1, 4))
    session, whole = played(batch(), 3)
    assert whole
    assert one.sessions[2]["seed"] == session.setup.seed
    assert one.sessions[2]["actions"] == session.state.actions
    assert len(session.played) == session.state.actions
    third = rows.play(batch(), range(3, 4))
    assert third.sessions.tobytes() == one.sessions[2:].tobytes()


def test_rows_say_what_the_session_was() -> None:
    own = batch("cantine-locale")
    columns = Columns.of(own.rules)
    one, (session, _) = rows.play(own, range(2, 3)), played(own, 2)
    state, row = session.state, one.sessions[0]
    fell = [word for rank, word in enumerate(columns.words["surprises"])
            if int(row["surprises"]) >> rank & 1]  # fmt: skip
    assert set(fell) == set(state.active) != set()
    assert [columns.words["seat"][seat] for seat in one.seats["seat"]] == list(state.seats)
    assert one.seats["objections"].sum() == row["objections"]
    assert len(one.proposals) == row["proposals"] == len(state.proposals)
    for kept_one, version in zip(one.proposals, state.proposals, strict=True):
        options = {term: columns.words[term_field(term)][kept_one[term_field(term)]]
                   for term in version.options}  # fmt: skip
        assert options == version.options
        assert f"p{kept_one['version']}" == version.id
    assert {columns.words["card"][card] for card in one.cards["card"]} >= {
        card for card in state.seen if card in own.rules.cards
    }


def test_the_calm_twin_is_the_same_session_when_calm() -> None:
    stormy = Batch(rules("cantine-locale"), 7)
    calm = replace(stormy, calm=True)
    assert played(stormy, 2, calm=True)[0].state == played(calm, 2)[0].state
    with_twins, alone = rows.play(stormy, range(1, 4)), rows.play(calm, range(1, 4))
    for name in ("adopted", "rounds", "agreement"):
        assert with_twins.sessions[f"calm_{name}"].tolist() == alone.sessions[name].tolist()
        assert set(alone.sessions[f"calm_{name}"].tolist()) == {-1}
    assert not alone.sessions["surprises"].any()


def test_a_term_named_as_a_column_has_a_field_of_its_own() -> None:
    assert term_field("version") == "version_"
    assert term_field("lieu") == "lieu"


def test_chunks_cover_the_numbers_once() -> None:
    for count in (1, 7, 8, 9, 100):
        for workers in (1, 2, 3):
            pieces = list(cut(range(5, 5 + count), REFERENCE, workers))
            assert [number for some in pieces for number in some] == list(range(5, 5 + count))
            assert len(pieces) >= min(workers, count)


def test_another_batch_is_never_mixed_in(tmp_path: Path) -> None:
    filled(tmp_path / "a", 1)
    with pytest.raises(OtherBatchError, match="germe"):
        kept(tmp_path / "a", seed=8).open()
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "notes.txt").write_text("à moi")
    with pytest.raises(EclaireursError, match="autre chose"):
        kept(tmp_path / "b").open()
    (tmp_path / "a" / "batch.json").write_text("{")
    with pytest.raises(OtherBatchError, match="lisible"):
        kept(tmp_path / "a").open()


def test_a_table_that_is_gone_is_said(tmp_path: Path) -> None:
    one = store(tmp_path)
    one.open()
    (tmp_path / "seats.npy").unlink()
    with pytest.raises(OutputError, match=r"seats\.npy manque"):
        one.open()


def test_playing_stopped_midway_keeps_whole_sessions(tmp_path: Path) -> None:
    one = kept(tmp_path / "a")
    one.open()
    for played_so_far, count in enumerate(one.play(Crew(), range(1, 20))):
        assert count == 8
        if played_so_far:
            break
    assert one.settle() == 16
    assert contents(tmp_path / "a") == filled(tmp_path / "b", 16, jobs=2)
