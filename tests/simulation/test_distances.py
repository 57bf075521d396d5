"""Exact figures of numbers: distances to the best agreements, what options do, dominance."""

import numpy as np
import pytest

from eclaireurs_play.engine.negotiation.compromises import egalitarian, nash
from eclaireurs_play.engine.negotiation.frontier import frontier, room, uncrossed
from eclaireurs_play.engine.negotiation.table import Numbers, table
from eclaireurs_play.engine.negotiation.zone import zone
from eclaireurs_play.model.scenario import Scenario
from eclaireurs_play.simulation.distances import context_of, distances
from eclaireurs_play.simulation.dominance import Dominated, dominated
from eclaireurs_play.simulation.influence import cold, influences
from tests.support import rules

NAME = "cantine-locale"


def small(first: dict[str, float], second: dict[str, float]) -> Scenario:
    words = dict.fromkeys(
        ("title", "summary", "source", "attribution", "license", "context", "question",
         "origin_note"), "Mots.",
    )  # fmt: skip
    return Scenario.model_validate(
        words
        | {
            "id": "essai", "game": "jeu",
            "axes": {"cout": {"title": "Coût", "unit": "k€"}, "eau": {"title": "Eau", "unit": "m"}},
            "terms": {
                "lieu": {"title": "Lieu", "options": {
                    "ici": {"title": "Ici", "moves": first},
                    "la": {"title": "Là", "moves": second}}},
                "date": {"title": "Date", "options": {
                    "tot": {"title": "Tôt", "moves": {"cout": 3}},
                    "tard": {"title": "Tard", "moves": {"eau": 2}}}},
            },
            "seats": {
                "maire": {"role": "maire", "weights": {"cout": -2, "eau": 1}},
                "pecheur": {"role": "pecheur", "weights": {"eau": 3}},
            },
        }
    )  # fmt: skip


def test_a_dominated_option_is_found() -> None:
    worse = small({"cout": 5}, {"cout": 2, "eau": 1})
    assert Dominated("lieu", "ici", "la") in dominated(table(worse))
    assert [one.option for one in dominated(table(worse))] == ["tot", "ici"]


def test_options_that_trade_one_seat_for_another_are_left_alone() -> None:
    traded = small({"cout": 0, "eau": 0}, {"cout": 9, "eau": 1})
    assert [one for one in dominated(table(traded)) if one.term == "lieu"] == []


def test_options_alike_do_not_dominate_each_other() -> None:
    alike = small({"cout": 4}, {"cout": 4})
    assert [one for one in dominated(table(alike)) if one.term == "lieu"] == []
    assert list(cold(influences(Numbers(alike)))) == ["lieu"]


def test_an_option_does_to_each_seat_what_the_tables_say() -> None:
    numbers = rules(NAME).numbers
    levels = numbers.at().satisfaction.reshape((len(numbers.seats), *numbers.space.sizes))
    for one in influences(numbers):
        place = numbers.space.terms.index(one.term)
        digit = numbers.space.options[place].index(one.option)
        mean = levels.mean(axis=place + 1) - levels.take(digit, axis=place + 1)
        expected = np.moveaxis(-mean.reshape((len(numbers.seats), -1)), 0, 0)
        for seat, effect in enumerate(one.effects):
            assert expected[seat] == pytest.approx(effect, abs=2)


def test_distances_are_those_of_each_agreement() -> None:
    some = rules(NAME)
    surprises = len(some.scenario.surprises)
    luck = np.random.default_rng(3)
    counted = {
        (int(mask), int(agreement)): int(count)
        for mask, agreement, count in zip(
            luck.choice([0, 1, 1 << (surprises - 1)], 60),
            luck.integers(0, some.numbers.space.size, 60),
            luck.integers(1, 4, 60), strict=True,
        )
    }  # fmt: skip
    contexts = {mask: 5 for mask, _ in counted}
    found = distances(counted, contexts, some)
    left: dict[int, int] = {}
    for (mask, agreement), count in counted.items():
        here = some.numbers.at(context_of(some, mask))
        gained = sum(room(here, agreement, uncrossed(here)).gained) // len(here.seats)
        left[gained] = left.get(gained, 0) + count
    assert found.left.counts == left
    assert found.left.total == found.egalitarian.total == sum(counted.values())
    empty = {mask for mask in contexts if zone(some.numbers.at(context_of(some, mask))).empty}
    assert found.shut == dict.fromkeys(empty, 5)


def test_the_frontier_is_a_short_cut_to_the_same_distances(monkeypatch: pytest.MonkeyPatch) -> None:
    some = rules(NAME)
    counted = {(0, one): 1 for one in range(0, some.numbers.space.size, 3)}
    found = []
    for many in (0, len(counted)):
        monkeypatch.setattr("eclaireurs_play.simulation.distances._MANY", many)
        found.append(distances(counted, {}, some))
    assert found[0] == found[1]


def test_the_best_agreements_are_at_no_distance_of_themselves() -> None:
    some = rules(NAME)
    here = some.numbers.at()
    fair = uncrossed(here)
    best = distances({(0, one): 1 for one in nash(here, fair)}, {}, some)
    assert best.nash.counts.keys() == best.left.counts.keys() == {0}
    fairest = distances({(0, one): 1 for one in egalitarian(here, fair)}, {}, some)
    assert fairest.egalitarian.counts.keys() == {0}
    on = distances({(0, int(one)): 1 for one in frontier(here, fair)}, {}, some)
    assert on.on_frontier == on.left.total
