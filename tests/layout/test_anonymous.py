"""Under pseudonyms, nothing that lies in front of someone tells which one they drew."""

from dataclasses import replace

import pytest

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Page, describe
from eclaireurs_play.layout.pseudonyms import pseudonyms
from eclaireurs_play.layout.seats import places, sheets
from eclaireurs_play.layout.sheets import role_sheets
from eclaireurs_play.layout.stances import StanceCard
from eclaireurs_play.layout.tents import tents
from eclaireurs_play.model.base import Prose
from tests.layout.samples import anonymous, formats, look

HIDDEN, FORM, LOOK = anonymous(), formats().pages["a4-plein"], look()
NAMES = ("Loutre", "loutre", "Galet", "galet")


def words(pages: list[Page]) -> str:
    return "".join(map(describe, pages))


def test_a_pseudonym_stands_on_its_slip_and_nowhere_else() -> None:
    in_front = [
        *role_sheets(tuple(sheets(HIDDEN, 4)), HIDDEN, FORM, LOOK),
        *tents(places(HIDDEN), HIDDEN, FORM, LOOK),
    ]
    slips = words(list(pseudonyms(HIDDEN, FORM, LOOK)))
    for name in NAMES:
        assert name not in words(in_front)
        assert name in slips


@pytest.mark.parametrize(("seats", "many"), [(4, 3), (9, 8), (2, 1)])
def test_there_is_a_sheet_for_everyone_who_draws_a_pseudonym(seats: int, many: int) -> None:
    drawn = [place.role.id for place in sheets(HIDDEN, seats)]
    assert drawn.count("batisseur") == many
    assert drawn.count("passeuse") == 1


def test_situations_that_share_a_pseudonym_share_its_slip() -> None:
    [story] = HIDDEN.scenarios
    twice = replace(HIDDEN, scenarios=(story, story.model_copy(update={"id": "autre"})))
    assert list(pseudonyms(twice, FORM, LOOK)) == list(pseudonyms(HIDDEN, FORM, LOOK))


def test_a_stance_too_long_for_its_card_is_named() -> None:
    long: Prose = "Écouter le pont. " * 80
    stance = HIDDEN.roles.stances[0].model_copy(update={"looks_for": long})
    card = StanceCard(stance, HIDDEN, formats().cards["poker"], LOOK)
    with pytest.raises(LayoutError, match="riveraine"):
        card.front()


def test_all_stances_have_the_same_back() -> None:
    first = HIDDEN.roles.stances[0]
    form = formats().cards["poker"]
    other = first.model_copy(update={"id": "autre", "title": "L'autre"})
    backs = [StanceCard(one, HIDDEN, form, LOOK).back("rays") for one in (first, other)]
    assert backs[0] == backs[1]
