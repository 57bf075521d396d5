"""Who plays makes no difference: one process, several, or a cluster that loses a worker."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest

from eclaireurs_play.simulation import crew as crews
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.columns import TABLES, joined
from eclaireurs_play.simulation.crew import Crew, CrewError, crew
from eclaireurs_play.simulation.executor import LOCKSTEP, REFERENCE
from eclaireurs_play.simulation.keeping import Kept
from tests.support import REPOSITORY, content, rules

NAME = "cantine-secheresse"
COUNT = 20_000
SECONDS = 60


def batch() -> Batch:
    return Batch(rules(NAME), 7)


@contextmanager
def process(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a part of Dask in a process of its own, until the end of the block."""
    pytest.importorskip("distributed")
    found = [os.environ.get("PYTHONPATH", ""), str(REPOSITORY)]
    running = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, found))},
    )
    try:
        yield running
    finally:
        running.kill()
        running.wait()


@contextmanager
def scheduler() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Give the address of a cluster, and what holds it together."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    words = ("--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    with process("dask_scheduler", *words) as running:
        until = monotonic() + SECONDS
        while not _listens(port):
            assert monotonic() < until
            sleep(0.1)
        yield f"tcp://127.0.0.1:{port}", running


def _listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def worker(address: str, name: str) -> Iterator[subprocess.Popen[bytes]]:
    words = (address, "--no-nanny", "--no-dashboard", "--nthreads", "1", "--name", name)
    with process("dask_worker", *words) as running:
        yield running


def await_workers(address: str, count: int) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.Client(address, timeout=SECONDS, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=SECONDS)


def test_nothing_is_lost_or_counted_twice_when_a_worker_is_killed(tmp_path: Path) -> None:
    one = Kept.alone(tmp_path, batch(), content(NAME), LOCKSTEP)
    one.open()
    with (
        scheduler() as (address, _heart),
        worker(address, "a") as first,
        worker(address, "b"),
    ):
        await_workers(address, 2)
        with crew(LOCKSTEP, COUNT, 1, address) as workers:
            assert workers.workers == 2
            for count in one.play(workers, range(1, COUNT + 1)):
                assert count
                first.kill()
    assert one.store.count() == COUNT
    alone = joined([parts[""] for parts in Crew().play(batch(), LOCKSTEP, range(1, COUNT + 1))])
    for name in TABLES:
        assert one.store.read(name).tobytes() == getattr(alone, name).tobytes()


def test_a_cluster_without_workers_is_said() -> None:
    with (
        scheduler() as (address, _heart),
        pytest.raises(CrewError, match="aucun ouvrier"),
        crew(REFERENCE, 1, 1, address),
    ):
        pass


def test_a_cluster_lost_on_the_way_is_said(tmp_path: Path) -> None:
    one = Kept.alone(tmp_path, batch(), content(NAME), LOCKSTEP)
    one.open()
    kept: list[int] = []

    def played(address: str, heart: subprocess.Popen[bytes]) -> None:
        with crew(LOCKSTEP, COUNT, 1, address) as workers:
            for count in one.play(workers, range(1, COUNT + 1)):
                kept.append(count)
                heart.kill()

    with scheduler() as (address, heart), worker(address, "a"):
        await_workers(address, 1)
        with pytest.raises(CrewError, match="perdue"):
            played(address, heart)
    assert 0 < one.settle() == sum(kept) < COUNT


def test_the_last_worker_lost_is_said_and_whole_sessions_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crews, "ALONE", 1)
    one = Kept.alone(tmp_path, batch(), content(NAME), LOCKSTEP)
    one.open()
    kept: list[int] = []

    def played(address: str, only: subprocess.Popen[bytes]) -> None:
        with crew(LOCKSTEP, COUNT, 1, address) as workers:
            for count in one.play(workers, range(1, COUNT + 1)):
                kept.append(count)
                only.kill()

    with scheduler() as (address, _heart), worker(address, "a") as only:
        await_workers(address, 1)
        with pytest.raises(CrewError, match="plus d'ouvrier"):
            played(address, only)
    assert 0 < one.settle() == sum(kept) < COUNT


def test_what_listens_and_never_answers_is_said_twice_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(crews, "PATIENCE", 1)
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        address = f"tcp://127.0.0.1:{mute.getsockname()[1]}"
        for _ in range(2):
            with pytest.raises(CrewError, match="ne répond"), crew(REFERENCE, 1, 1, address):
                pass


@pytest.mark.parametrize(
    ("address", "words"),
    [("tcp://127.0.0.1:9", "ne répond"), ("nulle part", "adresse"), ("xyz://a:1", "adresse")],
)
def test_an_unreachable_cluster_is_one_sentence_soon(
    address: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(crews, "PATIENCE", 1)
    began = monotonic()
    with pytest.raises(CrewError, match=words) as raised, crew(REFERENCE, 1, 1, address):
        pass
    assert "\n" not in str(raised.value)
    assert monotonic() - began < 5


def test_without_dask_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    words = r"eclaireurs-play\[cluster\]"
    with pytest.raises(CrewError, match=words), crew(REFERENCE, 1, 1, "tcp://127.0.0.1:9"):
        pass


def test_a_process_that_dies_is_said() -> None:
    deadly = Deadly(rules(NAME), 7)
    with pytest.raises(CrewError, match="--jobs"), crew(REFERENCE, 1000, 2) as workers:
        list(workers.play(deadly, REFERENCE, range(1, 100)))


def test_a_worker_of_another_version_is_said() -> None:
    with pytest.raises(CrewError, match=r"0\.0\.7"):
        crews._task("0.0.7", b"", REFERENCE, range(1))


class Deadly(Batch):
    """A batch that ends the process that plays it."""

    @property
    def paired(self) -> bool:
        os._exit(9)
