"""What is counted: known rows, and laws of cutting, merging and order."""

from dataclasses import fields

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.columns import Chunk
from eclaireurs_play.simulation.counting import tally
from eclaireurs_play.simulation.rows import play
from eclaireurs_play.simulation.statistics import Distribution, Fourfold
from eclaireurs_play.simulation.tally import NAMED, Tally, fourfold, moments
from tests.simulation.made import cut, sessions
from tests.support import rules

NAME = "cantine-locale"
SIZES = st.lists(st.integers(0, 12), max_size=4)


def same(one: Tally, other: Tally) -> bool:
    pairs = ((getattr(one, each.name), getattr(other, each.name)) for each in fields(one))
    return all(
        left == right
        if not isinstance(left, np.ndarray | tuple)
        else all(map(np.array_equal, left, right))
        for left, right in pairs
    )


@given(SIZES)
@settings(max_examples=15, deadline=None)
def test_however_a_batch_is_cut_it_counts_the_same(sizes: list[int]) -> None:
    whole = sessions(rules(NAME), 40)
    counted = tally([whole], rules(NAME))
    assert same(tally(cut(whole, sizes), rules(NAME)), counted)


@given(st.permutations(range(4)))
@settings(max_examples=10, deadline=None)
def test_tallies_add_in_any_order(order: list[int]) -> None:
    chunks = cut(sessions(rules(NAME), 40), [7, 12, 9])
    apart = [tally([chunks[place]], rules(NAME)) for place in order]
    added = apart[0] + apart[1] + apart[2] + apart[3]
    assert same(added, tally(chunks, rules(NAME)))


def test_adding_leaves_both_as_they_were() -> None:
    one, other = (tally([sessions(rules(NAME), 9, first)], rules(NAME)) for first in (1, 10))
    before = one.sessions, one.agreements.copy(), one.levels.copy()
    assert (one + other).sessions == 18
    assert (one.sessions, one.agreements) == before[:2]
    assert np.array_equal(one.levels, before[2])


def test_counts_agree_with_rows_read_one_by_one() -> None:
    chunk = sessions(rules(NAME), 200)
    found, rows = tally([chunk], rules(NAME)), chunk.sessions
    assert found.sessions == 200
    assert found.over == sum(one["status"] == 0 for one in rows)
    assert found.unfinished == set(rows["session"][rows["status"] != 0][:NAMED])
    asked = [one for one in rows if one["adopted"] >= 0]
    assert (found.asked, found.adopted) == (len(asked), sum(one["adopted"] for one in asked))
    assert found.signed == sum(one["agreement"] >= 0 for one in rows)
    assert found.rounds == Distribution.of([int(one["rounds"]) for one in asked])
    for place, (name, _) in enumerate(sorted(rules(NAME).scenario.surprises.items())):
        del name
        twins = [one for one in asked if int(one["surprises"]) >> place & 1]
        assert found.fell[place] == sum(int(one["surprises"]) >> place & 1 for one in rows)
        assert fourfold(found.effects[place]) == Fourfold.of(
            [one["calm_adopted"] > 0 for one in twins], [one["adopted"] > 0 for one in twins]
        )


def test_seats_agree_with_rows_read_one_by_one() -> None:
    chunk = sessions(rules(NAME), 150)
    found = tally([chunk], rules(NAME))
    least: dict[int, int] = {}
    for session in chunk.sessions["session"]:
        mine = chunk.seats[(chunk.seats["session"] == session) & (chunk.seats["satisfaction"] >= 0)]
        for row in mine:
            least[row["seat"]] = least.get(row["seat"], 0) + (
                row["satisfaction"] == mine["satisfaction"].min()
            )
    for seat in range(len(rules(NAME).scenario.seats)):
        mine = chunk.seats[(chunk.seats["seat"] == seat) & (chunk.seats["satisfaction"] >= 0)]
        assert found.least[seat] == least.get(seat, 0)
        assert found.level(seat).count == len(mine) == found.levels[seat].sum()
        assert found.level(seat).total == mine["satisfaction"].sum()
        assert moments(found.contributions[seat]).count == (chunk.seats["seat"] == seat).sum()


def test_options_are_counted_once_a_session() -> None:
    chunk = sessions(rules(NAME), 60)
    found, space = tally([chunk], rules(NAME)), rules(NAME).numbers.space
    asked = chunk.sessions["session"][chunk.sessions["adopted"] >= 0]
    for place, term in enumerate(space.terms):
        for digit in range(space.sizes[place]):
            held = chunk.proposals[
                (chunk.proposals[term] == digit) & np.isin(chunk.proposals["session"], asked)
            ]
            assert found.tried[place][digit] == len(set(held["session"]))
            assert found.agreed[place][digit] == held["adopted"].sum()
        assert found.agreed[place].sum() == found.signed


def test_what_lockstep_does_not_count_is_left_out() -> None:
    chunk = sessions(rules(NAME), 20)
    chunk.sessions["actions"], chunk.sessions["executor"] = -1, 1
    chunk.seats["contributions"] = -1
    found = tally([Chunk(chunk.sessions, chunk.seats, chunk.proposals, chunk.cards[:0])],
                  rules(NAME))  # fmt: skip
    assert found.lockstep == 20
    assert found.actions.total == 0
    assert not found.contributions.any()
    assert not found.seen.any()


def test_real_sessions_are_counted() -> None:
    chunk = play(Batch(rules(NAME), 3), range(1, 4))
    found = tally([chunk], rules(NAME))
    assert found.sessions == found.over == 3
    assert found.actions.total == 3
    assert (found.styles[:, :, 0].sum(axis=1) > 0).any()
    assert found.company[:, :, 0].sum(axis=1).tolist() == [found.asked] * len(found.company)
