"""What `check` says of a contract in force, of its guard-rails and of its criteria."""

import pytest

from eclaireurs_play.checks import check_path
from eclaireurs_play.content.loader import load
from eclaireurs_play.errors import ContentError
from tests.content.mini_library import MiniLibrary
from tests.content.test_following import GAME, SCENARIO, charter

__all__ = ["charter"]

BROKEN = "avertissement : le contrat en vigueur franchit ce garde-fou : 12,5 k€, pour "
LOOSEN = " (desserrez ce garde-fou, ou changez current)"


def _said(mini: MiniLibrary) -> list[str]:
    found = check_path("crue", mini.root)
    return [str(one).removeprefix(f"{SCENARIO}:") for one in found if one.file == SCENARIO]


def test_a_contract_that_keeps_to_its_charter_has_nothing_to_be_said(charter: MiniLibrary) -> None:
    assert not [one for one in _said(charter) if "contrat" in one]


@pytest.mark.parametrize(
    ("rail", "said"),
    [("at_most: 12", "12 au plus"), ("at_least: 12.75", "12,75 au moins")],
)
def test_a_guardrail_that_the_contract_breaks_is_told(
    charter: MiniLibrary, rail: str, said: str
) -> None:
    charter.change(SCENARIO, "axis: cout, at_most: 30}\nseats", f"axis: cout, {rail}}}\nseats")
    assert f"24:5: {BROKEN}{said}{LOOSEN}" in _said(charter)


def test_a_bound_that_is_just_reached_holds(charter: MiniLibrary) -> None:
    edge = "axis: cout, at_least: 12.5, at_most: 12.5}\nseats"
    charter.change(SCENARIO, "axis: cout, at_most: 30}\nseats", edge)
    assert not [one for one in _said(charter) if "contrat" in one]


def test_a_contract_that_no_phase_reads_is_told(charter: MiniLibrary) -> None:
    charter.change(GAME, "    type: propose\n", "    type: debrief\n")
    charter.change(GAME, "    within: charte\n", "    questions: {q: Quoi ?}\n")
    assert (
        "20:1: avertissement : aucune étape du jeu ne lit ce contrat en vigueur : rien ne s'y "
        "propose (retirez current, ou ajoutez au jeu une étape propose)"
    ) in _said(charter)


NOTHING = "aucune valeur ne tient (échangez at_least et at_most, ou n'en gardez qu'un)"
REFUSED = [
    ("axis: cout, at_most: 30}\nseats", "axis: cout, at_least: 40.5, at_most: 30}\nseats",
     f"24:35: au moins 40,5 et au plus 30 : {NOTHING}"),
    ("cout, at_most: 30}], shows", "cout, at_least: 31, at_most: 3}], shows",
     f"26:80: au moins 31 et au plus 3 : {NOTHING}"),
    ("[CR-01, CR-02, CR-03]", "[CR-01, CR-02, CR-01, CR-03]",
     "22:28: le critère « CR-01 » est déjà dans cette charte (ne l'écrivez qu'une fois)"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), REFUSED)
def test_what_no_session_could_hold_to_is_refused(
    charter: MiniLibrary, old: str, new: str, said: str
) -> None:
    charter.change(SCENARIO, old, new)
    with pytest.raises(ContentError) as refused:
        load("crue", charter.root)
    assert str(refused.value) == f"{SCENARIO}:{said}"
    assert said in _said(charter)
