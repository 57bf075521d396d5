"""Who plays the chunks of a batch: this process, several, or a Dask cluster.

A task carries all it needs, so that anyone may play it, and play it again if who had it is lost.
Chunks are given in the order of their numbers, each once.
"""

import asyncio
import logging
import os
import pickle
import signal
import socket
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from eclaireurs_play import __version__
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.simulation.executor import LOCKSTEP, REFERENCE, AnyBatch, Parts, cut, play

PATIENCE = 4
"""Seconds to wait for a cluster to answer."""

ALONE = 10
"""Seconds that a cluster may stay without any worker: one that restarts takes less."""

_BEAT = 1
"""Seconds between two looks at who plays, when a chunk is awaited."""

_AHEAD = 3
"""How many chunks wait for each worker, so that none is idle and memory stays small."""

_WORTH_A_PROCESS = {REFERENCE: 24, LOCKSTEP: 10_000}
"""How many sessions a process must have to play for starting it to be worth while."""


class CrewError(EclaireursError):
    """Whoever was to play can't be reached, or was lost before the end."""


@dataclass(frozen=True, slots=True)
class Crew:
    """So many workers, and how to hand them a task; without `submit`, chunks are played here.

    `look` is called while a chunk is awaited; it raises CrewError when nobody plays any more.
    """

    workers: int = 1
    submit: Callable[..., Future[Parts]] | None = None
    look: Callable[[], None] = lambda: None

    def play(self, batch: AnyBatch, name: str, numbers: range) -> Iterator[Parts]:
        """Play these sessions, chunk after chunk."""
        pieces = cut(numbers, name, self.workers)
        if self.submit is None:
            yield from (play(batch, name, some) for some in pieces)
            return
        submit, data = self.submit, pickle.dumps(batch)
        given = (submit(_task, __version__, data, name, some) for some in pieces)
        waiting = deque(islice(given, _AHEAD * self.workers))
        while waiting:
            parts = self._awaited(waiting.popleft())
            waiting.extend(islice(given, 1))
            yield parts

    def _awaited(self, chunk: Future[Parts]) -> Parts:
        while True:
            try:
                return chunk.result(_BEAT)
            except TimeoutError:
                self.look()


def crew(name: str, sessions: int, jobs: int, cluster: str = "") -> AbstractContextManager[Crew]:
    """Gather who plays so many sessions: a cluster, or at most so many processes."""
    if cluster:
        return _cluster(cluster)
    return _processes(min(jobs, 1 + sessions // _WORTH_A_PROCESS[name]))


@contextmanager
def _processes(jobs: int) -> Iterator[Crew]:
    if jobs == 1:
        yield Crew()
        return
    others = active_children()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin)
    try:
        yield Crew(jobs, _undisturbed(pool.submit))
    except KeyboardInterrupt:
        for one in active_children():
            if one not in others:
                one.terminate()
        raise
    except BrokenProcessPool:
        raise CrewError(
            "Un processus s'est arrêté avant la fin : essayez avec moins de processus (--jobs)."
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _undisturbed(submit: Callable[..., Future[Parts]]) -> Callable[..., Future[Parts]]:
    """Let processes begin without hearing Ctrl-C, where a process takes that from its parent."""
    masked = getattr(signal, "pthread_sigmask", None)
    if masked is None:
        return submit

    def submitted(*task: object) -> Future[Parts]:
        before = masked(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return submit(*task)
        finally:
            masked(signal.SIG_SETMASK, before)

    return submitted


def _begin() -> None:
    """Let only the first process hear Ctrl-C, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


@contextmanager
def _cluster(address: str) -> Iterator[Crew]:
    client = _reached(address)
    from distributed import KilledWorker  # noqa: PLC0415 - slow to load

    try:
        threads = sum(client.nthreads().values())
        if not threads:
            raise CrewError(f"La grappe {address} n'a aucun ouvrier : démarrez-en un.")
        yield Crew(threads, client.submit, _Look(client, address))
    except (CancelledError, OSError):
        raise CrewError(f"La grappe {address} a été perdue avant la fin.") from None
    except KilledWorker:
        raise CrewError(
            f"La grappe {address} perd ses ouvriers à la tâche : leur mémoire suffit-elle ?"
        ) from None
    finally:
        client.close()


@dataclass(slots=True)
class _Look:
    """Looks whether a cluster still has workers; without any, Dask would wait for ever."""

    client: Any
    address: str
    alone: float | None = None

    def __call__(self) -> None:
        if any(self.client.nthreads().values()):
            self.alone = None
            return
        self.alone = self.alone or monotonic()
        if monotonic() - self.alone >= ALONE:
            raise CrewError(f"La grappe {self.address} n'a plus d'ouvrier : démarrez-en un.")


def _reached(address: str) -> Any:  # noqa: ANN401 - Dask is an extra
    try:
        from distributed import Client  # noqa: PLC0415 - slow to load
    except ImportError:
        raise CrewError("Une grappe demande Dask : installez eclaireurs-play[cluster].") from None
    for noisy in ("distributed", "distributed.client", "distributed.utils"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    try:
        _answers(address)
        reached: Any = Client
        return reached(address, timeout=PATIENCE, set_as_default=False)
    except OSError:
        raise CrewError(f"Aucune grappe ne répond à {address}.") from None
    except ValueError:
        raise CrewError(
            f"{address} n'est pas l'adresse d'une grappe, comme tcp://127.0.0.1:8786."
        ) from None


def _answers(address: str) -> None:
    """Knock before Dask does: a client that fails to connect may block the next one for good."""
    parts = urlsplit(address)
    if parts.scheme not in {"tcp", "tls"} or not parts.hostname or not parts.port:
        raise ValueError(address)
    socket.create_connection((parts.hostname, parts.port), PATIENCE).close()
    asyncio.run(_knocked(address))


async def _knocked(address: str) -> None:
    from distributed import comm  # noqa: PLC0415 - slow to load

    untyped: Any = comm
    reached = await asyncio.wait_for(untyped.connect(address), PATIENCE)
    reached.abort()


def _task(version: str, batch: bytes, name: str, numbers: range) -> Parts:
    """Play a chunk, wherever this is."""
    if version != __version__:
        raise CrewError(
            f"La grappe a la version {__version__} du programme, et il faut la {version}."
        )
    return play(_read(batch), name, numbers)


@lru_cache(maxsize=4)
def _read(batch: bytes) -> AnyBatch:
    """Read a batch once for all the chunks that a worker plays of it."""
    found: AnyBatch = pickle.loads(batch)  # noqa: S301 - written by whoever hands the task
    return found
