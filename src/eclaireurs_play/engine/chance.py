"""Seeded luck without state: the draw number `counter` of a stream is a pure function.

SplitMix64's finaliser (Steele, Lea & Flood, 2014) over a key per seed and stream. A stream per
purpose (each pile, each simulated player) lets undo, replay and variants see the same draws.
"""

from hashlib import sha256

_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15


def mix(word: int) -> int:
    """Scramble 64 bits into 64 bits, one to one."""
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
    word = (word ^ (word >> 27)) * 0x94D049BB133111EB & _MASK
    return word ^ (word >> 31)


def key(seed: int, stream: str) -> int:
    """Give the 64-bit key of a stream of a seed."""
    name = int.from_bytes(sha256(stream.encode()).digest()[:8], "big")
    return mix((seed & _MASK) ^ mix(name))


def draw(stream_key: int, counter: int) -> int:
    """Give the draw number `counter` (from 0) of a stream: 64 bits."""
    return mix((stream_key + (counter + 1) * _GOLDEN) & _MASK)


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
    """Shuffle by Fisher and Yates; uses the draws 0 to len(items) − 2 of the stream."""
    pile = list(items)
    stream_key = key(seed, stream)
    for count, last in enumerate(range(len(pile) - 1, 0, -1)):
        other = below(stream_key, count, last + 1)
        pile[last], pile[other] = pile[other], pile[last]
    return tuple(pile)
