"""Alternating offers: known digests, and the same sessions one by one, in chunks and compiled."""

from hashlib import sha256
from importlib.util import find_spec

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireurs_play.engine import chance as one_by_one
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.simulation.lockstep import chance, offers, speed
from eclaireurs_play.simulation.lockstep.chance import Floats, Words
from eclaireurs_play.simulation.lockstep.offers import Protocol, aspirations, play

EXECUTORS = [
    False,
    pytest.param(True, marks=pytest.mark.skipif(not find_spec("numba"), reason="needs numba")),
]
DIGESTS = {2_000: "3bda1f0787e3", 10_000: "a13199856ed8"}
"""Of REF-NEG v1: four players, twelve rounds, four issues of five values, seed 42."""


def keys(count: int, seed: int = 42) -> Words:
    sessions = np.arange(count, dtype=np.uint64)
    return chance.mix(np.uint64(seed) ^ chance.mix(sessions))


@pytest.mark.parametrize("compiled", EXECUTORS)
@pytest.mark.parametrize("count", DIGESTS)
def test_the_yardstick_gives_its_digests(count: int, *, compiled: bool) -> None:
    protocol = Protocol((5,) * 4, aspirations((0.5, 1, 2, 4), 48, floor=0.3))
    ended = play(protocol, keys(count), compiled=compiled)
    told = ended.offers.astype("<i8").tobytes() + ended.turns.astype("<i8").tobytes()
    assert sha256(told).hexdigest()[:12] == DIGESTS[count]


def unit(key: int, counter: int) -> float:
    return (one_by_one.draw(key, counter) >> 11) * 2.0**-53


def worths_of(protocol: Protocol, key: int) -> list[list[list[float]]]:
    """Draw what values are worth, by player, issue and value, in plain Python."""
    issues, found = len(protocol.sizes), []
    value = protocol.players * issues
    for player in range(protocol.players):
        weights = [unit(key, player * issues + issue) + 1e-9 for issue in range(issues)]
        total, rows = sum(weights), []
        for weight, size in zip(weights, protocol.sizes, strict=True):
            drawn = [unit(key, value + at) for at in range(size)]
            rows.append([one / max(drawn) * (weight / total) for one in drawn])
            value += size
        found.append(rows)
    return found


def plainly(protocol: Protocol, key: int, worths: Floats | None) -> tuple[int, int]:
    """Play one session in plain Python; give its offer and its turns."""
    if worths is None:
        held = worths_of(protocol, key)
    else:
        cuts = np.cumsum(protocol.sizes)[:-1]
        held = [[part.tolist() for part in np.split(row, cuts)] for row in worths]

    def worth(player: int, offer: int) -> float:
        total = 0.0
        for issue, size in enumerate(protocol.sizes):
            total += held[player][issue][offer % size]
            offer //= size
        return total

    for turn in range(protocol.turns):
        enough = protocol.aspirations[:, turn]
        player = turn % protocol.players
        first = protocol.first_candidate + turn * protocol.candidates
        thought_of = [
            one_by_one.below(key, first + at, protocol.space) for at in range(protocol.candidates)
        ]
        met = [one for one in thought_of if worth(player, one) >= enough[player]]
        offer = met[0] if met else max(thought_of, key=lambda one: worth(player, one))
        if all(worth(at, offer) >= enough[at] for at in range(protocol.players) if at != player):
            return offer, turn + 1
    return -1, protocol.turns


@st.composite
def protocols(draw: st.DrawFn) -> Protocol:
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=9))
    while np.prod(sizes) > 4000:
        sizes.pop()
    paces = draw(st.lists(st.sampled_from((0.25, 0.5, 1, 2, 4)), min_size=1, max_size=5))
    floor = draw(st.sampled_from((0, 0.3, 0.6, 0.9)))
    turns = draw(st.integers(1, 20))
    return Protocol(
        tuple(sizes), aspirations(paces, turns, floor=floor), draw(st.integers(1, 9))
    )  # fmt: skip


def shared(protocol: Protocol, seed: int) -> Floats:
    """Give worths for every session, coarse enough for ties."""
    drawn = np.random.default_rng(seed).integers(0, 4, (protocol.players, protocol.width))
    return drawn / (3.0 * len(protocol.sizes))


@pytest.mark.parametrize("compiled", EXECUTORS)
@given(protocol=protocols(), seed=st.integers(0, 2**64 - 1), fixed=st.booleans())
@settings(max_examples=40, deadline=None)
def test_each_session_is_the_one_played_alone(
    protocol: Protocol, seed: int, *, fixed: bool, compiled: bool
) -> None:
    worths = shared(protocol, seed) if fixed else None
    ended = play(protocol, keys(12, seed), worths, compiled=compiled)
    alone = [plainly(protocol, int(key), worths) for key in keys(12, seed)]
    assert list(zip(ended.offers.tolist(), ended.turns.tolist(), strict=True)) == alone


@pytest.mark.parametrize("compiled", EXECUTORS)
@given(protocol=protocols(), chunk=st.integers(1, 40))
@settings(max_examples=25, deadline=None)
def test_chunks_change_nothing(protocol: Protocol, chunk: int, *, compiled: bool) -> None:
    whole = play(protocol, keys(30), compiled=compiled)
    cut = play(protocol, keys(30), chunk=chunk, compiled=compiled)
    np.testing.assert_array_equal(whole, cut)


def test_units_are_the_high_bits_of_draws() -> None:
    drawn = chance.units(keys(50), np.arange(50))
    assert drawn.tolist() == [unit(int(key), at) for at, key in enumerate(keys(50))]


@pytest.mark.parametrize(
    "made",
    [((), (1.0,), 8), ((2, 0), (1.0,), 8), ((2,), (1.0,), 0), ((2,), (), 8)],
)
def test_a_protocol_of_nothing_is_refused(
    made: tuple[tuple[int, ...], tuple[float, ...], int],
) -> None:
    sizes, paces, candidates = made
    with pytest.raises(EclaireursError, match="au moins"):
        Protocol(sizes, aspirations(paces, 4, floor=0), candidates)


def test_numba_is_used_when_it_is_there_unless_told_not_to(monkeypatch: pytest.MonkeyPatch) -> None:
    for installed in (True, False):
        monkeypatch.setattr(speed, "installed", lambda here=installed: here)
        monkeypatch.delenv(speed.SWITCH, raising=False)
        assert speed.compiled() is installed
        assert not speed.compiled(asked=False)
        monkeypatch.setenv(speed.SWITCH, "0")
        assert not speed.compiled()
    with pytest.raises(EclaireursError, match="numba"):
        offers.play(Protocol((2,), aspirations((1.0,), 4, floor=0)), keys(1), compiled=True)
