"""Seeded luck without state: the draw number `counter` of a stream is a pure function.

SplitMix64's finaliser (Steele, Lea & Flood, 2014) over a key per seed and stream. A stream per
purpose (each pile, each simulated player) lets undo, replay and variants see the same draws.
"""

from collections import Counter
from hashlib import sha256

_MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15
FIRST, SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
"""The constants of SplitMix64."""


def mix(word: int) -> int:
    """Scramble 64 bits into 64 bits, one to one."""
    word = (word ^ (word >> 30)) * FIRST & _MASK
    word = (word ^ (word >> 27)) * SECOND & _MASK
    return word ^ (word >> 31)


def key(seed: int, stream: str) -> int:
    """Give the 64-bit key of a stream of a seed."""
    return mix((seed & _MASK) ^ stream_word(stream))


def stream_word(stream: str) -> int:
    """Give the 64 bits that stand for a stream's name."""
    return mix(int.from_bytes(sha256(stream.encode()).digest()[:8], "big"))


def draw(stream_key: int, counter: int) -> int:
    """Give the draw number `counter` (from 0) of a stream: 64 bits."""
    return mix((stream_key + (counter + 1) * GOLDEN) & _MASK)


def below(stream_key: int, counter: int, bound: int) -> int:
    """Draw an integer in [0, bound); the bias is under bound / 2³²."""
    return ((draw(stream_key, counter) >> 32) * bound) >> 32


def lot(seed: int, stream: str, size: int, count: int) -> tuple[int, ...]:
    """Draw so many different numbers from 1 to `size`, in the order of the lot.

    The first steps of Fisher and Yates, keeping only what moved: its cost does not depend on
    `size`. Uses the draws 0 to count − 1 of the stream.
    """
    moved: dict[int, int] = {}
    stream_key = key(seed, stream)
    drawn = []
    for done in range(min(count, size)):
        other = done + below(stream_key, done, size - done)
        drawn.append(moved.get(other, other) + 1)
        moved[other] = moved.get(done, done)
    return tuple(drawn)


def shuffled(seed: int, stream: str, items: tuple[str, ...]) -> tuple[str, ...]:
    """Shuffle by giving each item a number of its own, from a stream that bears its name.

    An item taken out leaves the others in their order: what changes is what was changed. Several
    items of one name take the draws 0, 1, 2… of its stream.
    """
    keys = {item: key(seed, f"{stream}/{item}") for item in items}
    copies = Counter[str]()
    numbered: list[tuple[int, str]] = []
    for item in items:
        numbered.append((draw(keys[item], copies[item]), item))
        copies[item] += 1
    return tuple(item for _, item in sorted(numbered))
