"""Scenarios to count with: one worked out by hand, others drawn by Hypothesis."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import chain, combinations, product
from typing import Any

from hypothesis import strategies as st

from eclaireurs_play.engine.negotiation.table import NegotiationTable, table
from eclaireurs_play.model.scenario import Scenario

Data = dict[str, Any]
WORDS = dict.fromkeys(
    ("summary", "source", "attribution", "license", "origin_note", "context", "question"), "Essai."
)
HEAD = {"id": "essai", "game": "essai", "title": "Essai"}

TINY: Data = {
    "axes": {
        "cout": {"title": "Coût", "unit": "k€/an"},
        "emploi": {"title": "Emploi local", "unit": "emplois"},
    },
    "terms": {
        "perimetre": {
            "title": "Périmètre",
            "options": {
                "commune": {"title": "La commune"},
                "bassin": {
                    "title": "Le bassin de vie",
                    "moves": {"cout": 40, "emploi": 2},
                    "later": {"emploi": 4},
                },
            },
        },
        "calendrier": {
            "title": "Calendrier",
            "options": {
                "court": {"title": "Deux ans"},
                "long": {"title": "Quatre ans", "moves": {"cout": 20, "emploi": 2}},
            },
        },
    },
    "seats": {
        "mairie": {
            "role": "mairie",
            "weights": {"cout": -3, "emploi": 1},
            "red_lines": [{"axis": "cout", "at_most": 70}],
            "reservation": 0.5,
            "long_view": 0.5,
            "shows": ["emploi"],
        },
        "entreprise": {
            "role": "entreprise",
            "weights": {"cout": 2, "emploi": -1},
            "reservation": 0.35,
        },
    },
    "surprises": {"secheresse": {"title": "Arrêté", "text": "Essai.", "moves": {"cout": 40}}},
}
"""Proposals by index: 0 court, bassin; 1 court, commune; 2 long, bassin; 3 long, commune.

Extremes over proposals and contexts: coût 0 to 100; emploi 0 to 4 today, 0 to 6 for the town hall
(long view ½: the wider area counts 2 + 4/2).
"""


def scenario(data: Mapping[str, Any]) -> Scenario:
    """Read a scenario from its numbers."""
    return Scenario.model_validate({**WORDS, **HEAD, **data})


def tiny(**seats: Data) -> Scenario:
    """Give the scenario worked out by hand, with changes to its seats."""
    changed = {name: {**one, **seats.get(name, {})} for name, one in TINY["seats"].items()}
    return scenario({**TINY, "seats": changed})


def backwards(data: Data) -> Data:
    """List every mapping in the other order, all the way down."""
    return {
        key: backwards(one) if isinstance(one, dict) else one for key, one in reversed(data.items())
    }


AXES = ("air", "bois", "cout")
_tenths = st.integers(-30, 30).map(lambda one: one / 10)
_moves = st.dictionaries(st.sampled_from(AXES), _tenths, max_size=3)
_options = st.fixed_dictionaries({"title": st.just("Option"), "moves": _moves, "later": _moves})
_terms = st.lists(st.lists(_options, min_size=2, max_size=4), min_size=1, max_size=3)
_line = st.builds(
    lambda axis, side, value: {"axis": axis, side: value},
    st.sampled_from(AXES),
    st.sampled_from(("at_least", "at_most")),
    _tenths,
)
_seats = st.lists(
    st.fixed_dictionaries(
        {
            "role": st.just("role"),
            "weights": st.dictionaries(st.sampled_from(AXES), st.integers(-9, 9), max_size=3),
            "red_lines": st.lists(_line, max_size=2),
            "reservation": st.none() | st.integers(0, 20).map(lambda one: one / 20),
            "long_view": st.integers(0, 10).map(lambda one: one / 10),
            "shows": st.lists(st.sampled_from(AXES), unique=True),
        }
    ),
    min_size=1,
    max_size=4,
)
_surprises = st.lists(_moves, max_size=2)


def _data(terms: list[list[Data]], seats: list[Data], surprises: list[Data]) -> Data:
    return {
        "axes": {axis: {"title": axis.capitalize(), "unit": "t"} for axis in AXES},
        "terms": {
            f"t{at}": {"title": f"T{at}", "options": {f"o{n}": one for n, one in enumerate(term)}}
            for at, term in enumerate(terms)
        },
        "seats": {f"s{at}": seat for at, seat in enumerate(seats)},
        "surprises": {
            f"x{at}": {"title": "X", "text": "Essai.", "moves": moves}
            for at, moves in enumerate(surprises)
        },
    }


scenarios: st.SearchStrategy[Data] = st.builds(_data, _terms, _seats, _surprises)
"""The numbers of a scenario, as a designer would type them."""


def all_seats(data: Data, context: tuple[str, ...] = ()) -> NegotiationTable:
    """Give the table of every seat, even one that weighs nothing."""
    return table(scenario(data), seats=tuple(data["seats"]), context=context)


def contexts(data: Data) -> list[tuple[str, ...]]:
    """Give every subset of the surprises."""
    names = sorted(data["surprises"])
    return list(chain.from_iterable(combinations(names, n) for n in range(len(names) + 1)))


def _number(value: float) -> Fraction:
    return Fraction(str(value))


def naive_satisfaction(data: Data, seat: str) -> dict[tuple[tuple[str, ...], int], Fraction]:
    """Compute satisfaction by the definition, proposal by proposal, in every context."""
    who = data["seats"][seat]
    terms = sorted(data["terms"])
    proposals = list(product(*(sorted(data["terms"][term]["options"]) for term in terms)))

    def value(axis: str, context: tuple[str, ...], picked: tuple[str, ...]) -> Fraction:
        total = Fraction(0)
        for term, option in zip(terms, picked, strict=True):
            one = data["terms"][term]["options"][option]
            total += _number(one["moves"].get(axis, 0))
            total += _number(who["long_view"]) * _number(one["later"].get(axis, 0))
        moves = (data["surprises"][one]["moves"] for one in context)
        return total + sum((_number(move.get(axis, 0)) for move in moves), Fraction(0))

    cells = [(context, index) for context in contexts(data) for index in range(len(proposals))]
    earned = dict.fromkeys(cells, Fraction(0))
    weighed = Fraction(0)
    for axis, weight in who["weights"].items():
        values = {cell: value(axis, cell[0], proposals[cell[1]]) for cell in cells}
        least, greatest = min(values.values()), max(values.values())
        if weight and greatest > least:
            weighed += abs(weight)
            for cell in cells:
                place = (values[cell] - least) / (greatest - least)
                earned[cell] += abs(weight) * (place if weight > 0 else 1 - place)
    return {cell: earned[cell] / weighed if weighed else Fraction(1) for cell in cells}
