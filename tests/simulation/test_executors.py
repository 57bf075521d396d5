"""Two executors, one answer: which one plays, and witnesses that catch the least difference."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.simulation import executor, rows
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.columns import Chunk
from eclaireurs_play.simulation.crew import Crew
from eclaireurs_play.simulation.executor import (
    LOCKSTEP,
    REFERENCE,
    NotPlayableError,
    chosen,
    cut,
)
from eclaireurs_play.simulation.keeping import Kept
from eclaireurs_play.simulation.witnesses import FOLDER, MOST, difference
from tests.support import content, rules

REFERENCE_PLAY = rows.play
NUMERIC, NOTES = "cantine-secheresse", "zone-logistique"


def kept(folder: Path, count: int) -> Kept:
    batch = Batch(rules(NUMERIC), 3)
    one = Kept.alone(folder, batch, content(NUMERIC), LOCKSTEP)
    one.open()
    list(one.play(Crew(), range(1, count + 1)))
    return one


def test_lock_step_is_chosen_where_it_can_play() -> None:
    assert chosen(Batch(rules(NUMERIC), 1)).name == LOCKSTEP
    told = chosen(Batch(rules(NOTES), 1))
    assert told.name == REFERENCE
    assert told.why.endswith(".")
    assert chosen(Batch(rules(NUMERIC), 1), REFERENCE) == executor.Chosen(REFERENCE)
    with pytest.raises(NotPlayableError, match="sans chiffres"):
        chosen(Batch(rules(NOTES), 1), LOCKSTEP)


def test_witnesses_agree_with_the_batch(tmp_path: Path) -> None:
    one = kept(tmp_path, 12)
    witnesses = one.witnesses()
    assert witnesses is not None
    assert witnesses.folder == tmp_path / FOLDER
    assert witnesses.count() == MOST
    assert set(witnesses.read("sessions")["executor"].tolist()) == {0}
    assert set(one.store.read("sessions")["executor"].tolist()) == {1}
    assert difference(one.store, witnesses) is None


@pytest.mark.parametrize(
    ("table", "field"),
    [("sessions", "rounds"), ("sessions", "surprises"), ("seats", "satisfaction"),
     ("seats", "style"), ("proposals", "eau"), ("proposals", "parent")],
)  # fmt: skip
def test_a_single_figure_that_differs_is_found(
    table: str, field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(batch: Batch, numbers: range) -> Chunk:
        right = REFERENCE_PLAY(batch, numbers)
        changed = getattr(right, table).copy()
        changed[field][-1] += 1
        return replace(right, **{table: changed})

    one = kept(tmp_path, 3)
    monkeypatch.setattr(rows, "play", wrong)
    witnesses = one.witnesses()
    assert witnesses is not None
    found = difference(one.store, witnesses)
    assert found is not None
    assert (found.session, found.table, found.field) == (3, table, field)
    assert found.lockstep != found.reference
    assert "faute du programme" in str(found)


def test_a_version_too_many_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shortened(batch: Batch, numbers: range) -> Chunk:
        right = REFERENCE_PLAY(batch, numbers)
        return replace(right, proposals=right.proposals[:-1])

    one = kept(tmp_path, 2)
    monkeypatch.setattr(rows, "play", shortened)
    witnesses = one.witnesses()
    assert witnesses is not None
    found = difference(one.store, witnesses)
    assert found is not None
    assert (found.session, found.table) == (2, "proposals")


def test_what_lock_step_does_not_count_is_no_difference(tmp_path: Path) -> None:
    one = kept(tmp_path, 2)
    witnesses = one.witnesses()
    assert witnesses is not None
    assert (one.store.read("sessions")["actions"] == -1).all()
    assert (witnesses.read("sessions")["actions"] > 0).all()
    assert not np.array_equal(
        one.store.read("seats")["contributions"], witnesses.read("seats")["contributions"]
    )
    assert difference(one.store, witnesses) is None


def test_a_batch_of_the_reference_has_no_witness(tmp_path: Path) -> None:
    batch = Batch(rules(NOTES), 3)
    one = Kept.alone(tmp_path, batch, content(NOTES), REFERENCE)
    one.open()
    list(one.play(Crew(), range(1, 2)))
    assert one.witnesses() is None


@given(st.integers(1, 9), st.integers(0, 40_000), st.integers(1, 20))
def test_chunks_begin_small_and_hold_each_number_once(first: int, count: int, workers: int) -> None:
    numbers = range(first, first + count)
    pieces = list(cut(numbers, LOCKSTEP, workers))
    assert [one.start for one in pieces[1:]] == [one.stop for one in pieces[:-1]]
    assert sum(map(len, pieces)) == count
    assert all(0 < len(one) <= executor.AT_ONCE[LOCKSTEP] for one in pieces)
    assert not pieces or (pieces[0].start == first and len(pieces[0]) <= 250)
