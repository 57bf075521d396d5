"""The draws of `engine.chance` for many sessions at once: same keys, counters and numbers."""

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from eclaireurs_play.engine import chance
from eclaireurs_play.play.policies import stream_name
from eclaireurs_play.simulation.batch import STREAM

Words = NDArray[np.uint64]
Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

_GOLDEN = np.uint64(chance.GOLDEN)
_FIRST, _SECOND = np.uint64(chance.FIRST), np.uint64(chance.SECOND)
_30, _27, _31, _32, _11 = (np.uint64(shift) for shift in (30, 27, 31, 32, 11))


def mix(words: Words) -> Words:
    """Scramble 64 bits into 64 bits, element by element, as `chance.mix`."""
    words = (words ^ (words >> _30)) * _FIRST
    words = (words ^ (words >> _27)) * _SECOND
    return np.asarray(words ^ (words >> _31), dtype=np.uint64)


@lru_cache(maxsize=1 << 16)
def word(actor: str, phase: str, times: str, made: int) -> int:
    """Give the 64 bits of a player's stream, as `play.policies.stream_name` names it."""
    return chance.stream_word(stream_name(actor, phase, times, made))


def seeds(batch: int, numbers: range) -> Words:
    """Give the seeds of sessions by their numbers, as `batch.seed_of`."""
    key = np.array([chance.key(batch, STREAM)], dtype=np.uint64)
    return draws(key, np.arange(numbers.start - 1, numbers.stop - 1))


def keys(seeds: Words, stream: str) -> Words:
    """Give the key of a stream for each seed, shape (seeds,), as `chance.key`."""
    return mix(seeds ^ np.uint64(chance.stream_word(stream)))


def draws(stream_keys: Words, counters: ArrayLike) -> Words:
    """Give the draws of these numbers, from 0; keys and counters broadcast, as `chance.draw`."""
    step = np.atleast_1d(np.asarray(counters)).astype(np.uint64) + np.uint64(1)
    return mix(stream_keys + step * _GOLDEN)


def below(stream_keys: Words, counters: ArrayLike, bound: ArrayLike) -> Integers:
    """Draw integers in [0, bound), as `chance.below`; all three broadcast."""
    high = draws(stream_keys, counters) >> _32
    return np.asarray((high * np.asarray(bound).astype(np.uint64)) >> _32).astype(np.int64)


def units(stream_keys: Words, counters: ArrayLike) -> Floats:
    """Draw numbers in [0, 1), multiples of 2⁻⁵³; keys and counters broadcast."""
    return np.asarray((draws(stream_keys, counters) >> _11) * 2.0**-53, dtype=np.float64)
