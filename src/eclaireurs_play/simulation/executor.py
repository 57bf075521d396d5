"""Sessions played one after the other, here or in other processes, and given in order."""

import signal
from collections.abc import Iterator
from multiprocessing import get_context

from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.rows import Kept, kept

_CHUNK = 4
_held: list[Batch] = []
"""In another process, the batch it plays."""


def run(batch: Batch, numbers: range, jobs: int) -> Iterator[Kept]:
    """Play these sessions with the reference engine; the order is theirs whatever `jobs` is."""
    if jobs == 1 or len(numbers) <= _CHUNK:
        yield from (kept(batch, number) for number in numbers)
        return
    with get_context("spawn").Pool(jobs, _begin, (batch,)) as pool:
        yield from pool.imap(_kept, numbers, chunksize=_CHUNK)


def _begin(batch: Batch) -> None:
    """Hold the batch; only the first process hears Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _held[:] = [batch]


def _kept(number: int) -> Kept:
    return kept(_held[0], number)
