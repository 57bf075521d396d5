"""Laws of the rules that compare options."""

from itertools import takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.decisions.approval import approval
from eclaireurs_play.engine.decisions.ballots import completed
from eclaireurs_play.engine.decisions.borda import borda
from eclaireurs_play.engine.decisions.judgment import Judgment, majority_judgment
from eclaireurs_play.engine.decisions.schulze import schulze
from eclaireurs_play.engine.decisions.tally import Ordering, Tally
from tests.engine.decisions.elections import named
from tests.engine.decisions.strategies import (
    BALLOTS,
    MENTIONS,
    OPTIONS,
    ORDERINGS,
    RULES,
    WEIGHTED,
    graded,
)

ALL = named(OPTIONS)
every_rule = pytest.mark.parametrize("rule", sorted(RULES))


def shape(tally: Tally) -> list[frozenset[str]]:
    return [frozenset(group) for group in tally.ranking]


def place(tally: Tally, option: str) -> int:
    """Count the options ranked above one."""
    above = takewhile(lambda group: option not in group, tally.ranking)
    return sum(map(len, above))


@every_rule
@given(ballots=BALLOTS)
def test_a_ranking_holds_each_option_once(rule: str, ballots: list[Ordering]) -> None:
    tally = RULES[rule](ALL, ballots, ())
    assert sorted(option for group in tally.ranking for option in group) == sorted(ALL)
    assert all(len(row) == len(tally.columns) for row in tally.figures.values())
    assert tally.sentence.endswith(".")


@every_rule
@given(data=st.data(), ballots=BALLOTS)
def test_anonymity(rule: str, data: st.DataObject, ballots: list[Ordering]) -> None:
    shuffled = data.draw(st.permutations(ballots))
    assert RULES[rule](ALL, shuffled, ()) == RULES[rule](ALL, ballots, ())


@every_rule
@given(ballots=BALLOTS, renamed=st.permutations(OPTIONS))
def test_neutrality(rule: str, ballots: list[Ordering], renamed: list[str]) -> None:
    new = dict(zip(OPTIONS, renamed, strict=True))
    before = RULES[rule](ALL, ballots, ())
    moved = [tuple(tuple(new[one] for one in group) for group in ballot) for ballot in ballots]
    after = RULES[rule](ALL, moved, ())
    assert shape(after) == [frozenset(new[one] for one in group) for group in before.ranking]
    assert after.figures == {new[option]: row for option, row in before.figures.items()}


@pytest.mark.parametrize("rule", sorted(WEIGHTED))
@given(pairs=st.lists(st.tuples(ORDERINGS, st.integers(0, 4)), min_size=1, max_size=6))
def test_a_weight_is_a_repetition(rule: str, pairs: list[tuple[Ordering, int]]) -> None:
    ballots, weights = [one for one, _ in pairs], [weight for _, weight in pairs]
    repeated = [one for one, weight in pairs for _ in range(weight)]
    assert WEIGHTED[rule](ALL, ballots, weights) == WEIGHTED[rule](ALL, repeated, ())


@given(BALLOTS)
def test_who_wins_every_duel_wins_by_schulze(ballots: list[Ordering]) -> None:
    tally = schulze(ALL, ballots)
    winners = [option for option, row in tally.figures.items() if row[0] == len(ALL) - 1]
    assert not winners or tally.first == tuple(winners)


@given(BALLOTS)
def test_schulze_never_ranks_above_what_is_above(ballots: list[Ordering]) -> None:
    tally = schulze(ALL, ballots)
    for one, row in tally.chains.items():
        for other, strength in row.items():
            if strength > tally.chains[other][one]:
                assert place(tally, one) < place(tally, other)


@given(BALLOTS, st.integers(0), st.sampled_from(OPTIONS))
def test_approving_one_more_never_harms_it(ballots: list[Ordering], at: int, one: str) -> None:
    cast = [frozenset(sum(ballot[:2], ())) for ballot in ballots]
    more = [*cast]
    more[at % len(cast)] |= {one}
    assert place(approval(ALL, more), one) <= place(approval(ALL, cast), one)


@pytest.mark.parametrize("rule", ["borda", "schulze"])
@given(ballots=BALLOTS, at=st.integers(0), one=st.sampled_from(OPTIONS))
def test_raising_an_option_to_the_top_never_makes_it_lose(
    rule: str, ballots: list[Ordering], at: int, one: str
) -> None:
    raised, at = [*ballots], at % len(ballots)
    rest = (tuple(x for x in group if x != one) for group in completed(ALL, ballots[at]))
    raised[at] = ((one,), *filter(None, rest))
    before, after = WEIGHTED[rule](ALL, ballots, ()), WEIGHTED[rule](ALL, raised, ())
    assert one not in before.first or one in after.first
    if rule == "borda":
        assert place(after, one) <= place(before, one)


@given(BALLOTS)
def test_borda_gives_as_many_points_whatever_the_ballots(ballots: list[Ordering]) -> None:
    figures = borda(ALL, ballots).figures.values()
    assert sum(row[0] for row in figures if not isinstance(row[0], str)) == 10 * len(ballots)


def judged(options: str, ballots: list[Ordering]) -> Judgment:
    kept = [{one: word for one, word in graded(b).items() if one in options} for b in ballots]
    return majority_judgment(named(options), MENTIONS, kept)


@given(BALLOTS, st.sampled_from(OPTIONS))
def test_judgment_does_not_depend_on_other_options(ballots: list[Ordering], gone: str) -> None:
    whole, rest = judged(OPTIONS, ballots), judged(OPTIONS.replace(gone, ""), ballots)
    left = (tuple(x for x in group if x != gone) for group in whole.ranking)
    assert rest.ranking == tuple(group for group in left if group)
    assert rest.figures == {x: row for x, row in whole.figures.items() if x != gone}


def majority_value(judgment: Judgment, option: str) -> list[int]:
    """List the places taken away one by one from the middle, the lower of two first."""
    counts = judgment.profiles[option]
    grades = [at for at, count in enumerate(counts) for _ in range(int(count))]
    return [grades.pop(len(grades) // 2) for _ in range(len(grades))]


@given(BALLOTS)
def test_the_gauge_agrees_with_taking_medians_away(ballots: list[Ordering]) -> None:
    tally = judged(OPTIONS, ballots)
    values = {option: majority_value(tally, option) for option in OPTIONS}
    for one in OPTIONS:
        for other in OPTIONS:
            if place(tally, one) < place(tally, other):
                assert values[one] < values[other]
