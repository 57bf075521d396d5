"""Values of a sweep are the decimals one would write, and there are never too many."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.simulation.assigning import Assignment, VariantError
from eclaireurs_play.simulation.sweeps import MOST_VALUES, Sweep, grid, sweep


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a=2:12:6", ("2", "4", "6", "8", "10", "12")),
        ("a=12:2:3", ("12", "7", "2")),
        ("a=0.1:0.7:7", ("0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7")),
        ("a=-5:5:3", ("-5", "0", "5")),
        ("a=0:1:4", ("0", "0.3333", "0.6667", "1")),
        ("a=0:0.01:4", ("0", "0.003333", "0.006667", "0.01")),
        ("a=on,off", ("on", "off")),
        ("a= 1, 2 ,1", ("1", "2")),
    ],
)
def test_values_are_those_one_would_write(text: str, values: tuple[str, ...]) -> None:
    assert sweep(text) == Sweep("a", values)


BOUND = st.decimals(-1000, 1000, places=3)


@given(BOUND, BOUND, st.integers(2, MOST_VALUES))
def test_values_are_even_and_keep_both_ends(start: object, stop: object, count: int) -> None:
    if start == stop:
        return
    values = [Fraction(one) for one in sweep(f"a={start}:{stop}:{count}").values]
    first, last = Fraction(str(start)), Fraction(str(stop))
    step = (last - first) / (count - 1)
    assert (values[0], values[-1], len(values)) == (first, last, count)
    for rank, value in enumerate(values):
        assert abs(value - first - step * rank) <= abs(step) / 1000


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a", "s'écrit"), ("=1,2", "CHEMIN=VALEUR"), ("a=1", "au moins deux"),
        ("a=3:3:4", "au moins deux"), ("a=1:2:1", "de 2 à 100"), ("a=1:2:101", "de 2 à 100"),
        ("a=1:2:x", "de 2 à 100"), ("a=1:2:²", "de 2 à 100"), ("a=x:2:3", "n'est pas un nombre"),
        ("a=0,5:2:3", "avec un point"), ("a=1,,2", "manque entre deux virgules"),
        ("a=1e9:2:3", "n'est pas un nombre"), ("a=" + ",".join(map(str, range(99))), ""),
    ],
)  # fmt: skip
def test_each_mistake_is_one_sentence(text: str, sentence: str) -> None:
    if not sentence:
        assert len(sweep(text).values) == 99 if len(text) <= 200 else True
        return
    with pytest.raises(VariantError, match=sentence):
        sweep(text)


def test_several_sweeps_make_a_grid() -> None:
    made = grid([Sweep("a", ("1", "2")), Sweep("b", ("x", "y", "z"))])
    assert len(made) == 6
    assert made[1] == (Assignment("a", "1"), Assignment("b", "y"))
    assert grid([]) == ((),)
    with pytest.raises(VariantError, match="deux fois"):
        grid([Sweep("a", ("1", "2")), Sweep("a", ("3", "4"))])
    with pytest.raises(VariantError, match="441 combinaisons, 400 au plus"):
        grid([Sweep(name, tuple(map(str, range(21)))) for name in "ab"])
