"""Two batches beside each other: laws, and versions that differ in seats and options."""

from collections.abc import Iterator

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireurs_play import api
from eclaireurs_play.simulation.assigning import assignment
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.columns import Chunk
from eclaireurs_play.simulation.pairing import Pairs, _translation, aligned, paired_up
from eclaireurs_play.simulation.rows import play
from eclaireurs_play.simulation.varying import varied
from tests.simulation.made import cut, sessions
from tests.support import content, rules

NAME = "cantine-locale"
BOTH = (rules(NAME), rules(NAME))
SIZES = st.lists(st.integers(0, 12), max_size=4)


@given(SIZES, SIZES)
@settings(max_examples=15, deadline=None)
def test_however_batches_are_cut_they_pair_the_same(left: list[int], right: list[int]) -> None:
    one, other = sessions(BOTH[0], 40), sessions(BOTH[0], 40, seed=1)
    whole = paired_up([one], [other], BOTH)
    assert whole.sessions == 40
    assert paired_up(cut(one, left), cut(other, right), BOTH) == whole
    for mine, theirs in aligned(cut(one, left), cut(other, right)):
        assert np.array_equal(mine.sessions["session"], theirs.sessions["session"])


def test_the_other_way_round_every_difference_changes_sign() -> None:
    one, other = sessions(BOTH[0], 80), sessions(BOTH[0], 80, seed=1)
    there, back = paired_up([one], [other], BOTH), paired_up([other], [one], BOTH)
    assert (there.consent.gained, there.consent.lost) == (back.consent.lost, back.consent.gained)
    assert there.rounds.total == -back.rounds.total
    assert there.agreements == back.agreements
    for seat, moved in there.satisfaction.items():
        assert moved.total == -back.satisfaction[seat].total


def test_a_batch_beside_itself_does_not_change() -> None:
    one = sessions(BOTH[0], 50)
    found = paired_up([one], [one], BOTH)
    assert found.consent.gained == found.consent.lost == found.rounds.squares == 0
    assert found.same == found.agreements > 0


def test_only_sessions_that_both_have_are_paired() -> None:
    one, other = sessions(BOTH[0], 30), sessions(BOTH[0], 30, first=21)
    assert paired_up([one], [other], BOTH).sessions == 10
    assert paired_up([one], [], BOTH) == Pairs()


def test_pairs_add_up() -> None:
    one, other = sessions(BOTH[0], 40), sessions(BOTH[0], 40, seed=1)
    halves = zip(cut(one, [20]), cut(other, [20]), strict=True)
    added = [paired_up([mine], [theirs], BOTH) for mine, theirs in halves]
    assert added[0] + added[1] == paired_up([one], [other], BOTH)


def test_proposals_are_the_same_by_their_words() -> None:
    scenario = content(NAME).scenario
    term = next(name for name, one in scenario.terms.items() if len(one.options) > 2)
    left_out = next(one for one in scenario.terms[term].options
                    if scenario.current.get(term) != one)  # fmt: skip
    other = api.rules_of(
        varied(content(NAME), [assignment(f"terms.{term}.options.{left_out}=off")])
    )
    found = _translation(BOTH[0], other)
    ours, theirs = BOTH[0].numbers.space, other.numbers.space
    assert (found >= 0).sum() == theirs.size
    for number in range(0, ours.size, 7):
        picked = ours.picked(number)
        if picked[term] == left_out:
            assert found[number] < 0
        else:
            assert theirs.picked(int(found[number])) == picked


def test_a_surprise_taken_out_is_paired_with_its_own_seeds() -> None:
    surprise = next(iter(content(NAME).scenario.surprises))
    other = api.rules_of(varied(content(NAME), [assignment(f"surprises.{surprise}=off")]))

    def played(each: Batch) -> Iterator[Chunk]:
        yield play(each, range(1, 3))

    found = paired_up(played(Batch(BOTH[0], 3)), played(Batch(other, 3)), (BOTH[0], other))
    assert found.sessions == 2
