"""What `check` will say of a scenario's numbers."""

from copy import deepcopy
from fractions import Fraction

import pytest

from eclaireurs_play.engine.negotiation import soundness
from eclaireurs_play.engine.negotiation.compromises import egalitarian, nash
from eclaireurs_play.engine.negotiation.frontier import frontier
from eclaireurs_play.engine.negotiation.standing import standing, told
from eclaireurs_play.engine.negotiation.table import Numbers, table
from eclaireurs_play.engine.negotiation.zone import WIDEST, zone
from eclaireurs_play.errors import EclaireursError
from tests.engine.negotiation.samples import TINY, scenario, tiny


def test_options_that_change_nothing() -> None:
    data = deepcopy(TINY)
    assert soundness.alike_options(scenario(data)) == ()
    assert soundness.still_options(scenario(data)) == (
        ("perimetre", "commune"),
        ("calendrier", "court"),
    )
    options = data["terms"]["perimetre"]["options"]
    options["quartier"] = {"title": "Le quartier", "moves": {"cout": 0}}
    options["pays"] = {**options["bassin"], "title": "Le pays"}
    assert soundness.alike_options(scenario(data)) == (
        soundness.Alike("perimetre", ("commune", "quartier"), still=True),
        soundness.Alike("perimetre", ("bassin", "pays"), still=False),
    )


def test_axes_that_bear_no_tension() -> None:
    data = deepcopy(TINY)
    data["axes"]["delai"] = {"title": "Délai", "unit": "mois"}
    assert soundness.idle_axes(scenario(data)) == ("delai",)
    assert soundness.opposed_axes(scenario(data)) == ("cout", "emploi")
    data["seats"]["entreprise"]["weights"]["emploi"] = 1
    assert soundness.opposed_axes(scenario(data)) == ("cout",)


def test_a_reservation_out_of_reach() -> None:
    numbers = Numbers(tiny())
    assert soundness.unreachable(numbers) == ()
    assert soundness.unreachable(numbers, ("secheresse",)) == (
        soundness.Unreachable("mairie", ("secheresse",), 450_000, 500_000),
    )
    shut = Numbers(tiny(mairie={"red_lines": [{"axis": "cout", "at_most": -1}]}))
    assert soundness.unreachable(shut) == (soundness.Unreachable("mairie", (), None, 500_000),)


def test_zones_empty_or_too_wide() -> None:
    assert soundness.zone_problems(Numbers(tiny())) == (
        soundness.ZoneProblem("", "wide", 2, 4),
        soundness.ZoneProblem("secheresse", "empty", 0, 4),
    )
    assert Fraction(1, 10) == WIDEST


def test_a_game_without_numbers_has_nothing_to_say() -> None:
    mute = scenario({"seats": {"habitante": {"role": "habitante"}}})
    found = table(mute)
    assert (found.seats, found.satisfaction.shape) == ((), (0, 1))
    assert soundness.alike_options(mute) == ()
    assert soundness.zone_problems(found.numbers) == ()
    assert zone(found).count == 1
    assert frontier(found).tolist() == [0]
    assert nash(found) == egalitarian(found) == (0,)
    assert told(found, standing(found, 0))


def test_a_seat_that_weighs_nothing_is_satisfied_by_anything() -> None:
    found = table(tiny(mairie={"weights": {}, "reservation": 1}), seats=("mairie",))
    assert found.satisfaction.tolist() == [[1_000_000] * 4]
    assert not found.objections.any()


def test_too_many_proposals_are_refused_in_words() -> None:
    options = {f"o{at}": {"title": "Option"} for at in range(10)}
    terms = {f"t{at}": {"title": "Terme", "options": options} for at in range(7)}
    with pytest.raises(EclaireursError, match="10000000 propositions"):
        table(scenario({**TINY, "terms": terms}))
