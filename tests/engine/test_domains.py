"""What a domain says when a choice has too few or too many of something."""

from dataclasses import replace
from fractions import Fraction

import pytest

from eclaireurs_play.engine.domains import Options, Order
from eclaireurs_play.engine.domains.choices import Rail, how_many
from eclaireurs_play.engine.gestures import Choose, Rank

SAID = [
    ((1, 1), "Choisissez une option."),
    ((0, 1), "Choisissez une option, ou aucune."),
    ((3, 3), "Choisissez 3 options différentes."),
    ((0, 4), "Choisissez au plus 4 options différentes."),
    ((2, 4), "Choisissez de 2 à 4 options différentes."),
]


@pytest.mark.parametrize(("bounds", "said"), SAID, ids=[said for _, said in SAID])
def test_how_many_are_wanted_is_said_as_people_do(bounds: tuple[int, int], said: str) -> None:
    assert how_many("Choisissez", "option", *bounds) == said


def test_a_choice_that_has_too_many_says_how_many() -> None:
    options = {"a": "A", "b": "B", "c": "C"}
    assert Options(options).mistake(Choose("essai", ("a", "b"))) == "Choisissez une option."
    twice = Options(options, 1, 2).mistake(Choose("essai", ("a", "a")))
    assert twice == "Choisissez de 1 à 2 options différentes."
    short = Order(("a", "b", "c"), 2, 2).mistake(Rank("essai", (("a",),)))
    assert short == "Classez 2 lignes différentes."


def test_what_is_spared_is_sampled_last() -> None:
    options = {"a": "A", "b": "B", "c": "C"}
    domain = Options(options, unwise=("a",), spared=("b",))
    assert domain.sample("", "x", lambda _most: 0) == Choose("x", ("c",))
    assert domain.sample("", "x", lambda most: most - 1) == Choose("x", ("c",))
    both = Options(options, 2, 2, spared=("b",))
    assert both.sample("", "x", lambda most: most - 1) == Choose("x", ("c", "a"))
    whole = Options(options, unwise=("a",), spared=("b", "c"))
    assert whole.sample("", "x", lambda _most: 0) == Choose("x", ("b",))


@pytest.mark.parametrize(
    ("moved", "said"),
    [(-21, "ce choix fait −21 k€."), ("-25/2", "ce choix fait −12,5 k€."),
     (-1_234_567, "ce choix fait −1\u202f234\u202f567 k€.")],
)  # fmt: skip
def test_a_guardrail_says_figures_as_the_rest_does(moved: str | int, said: str) -> None:
    rail = Rail(
        "GF-01", "Jamais à perte", "k€", {"prix": {"bas": Fraction(moved)}}, at_least=Fraction(-12)
    )
    told = rail.breach({"prix": "bas"})
    assert " : −12 k€ au moins, et " in told
    assert told.endswith(said)
    assert not replace(rail, at_least=None).breach({"prix": "bas"})
