"""Where pages end: nothing alone at the top of a page, nothing silent past its edge."""

import dataclasses

import pytest

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.display import Page, Text, walk, words
from eclaireurs_play.layout.flow import Paper
from eclaireurs_play.layout.guide import guide
from eclaireurs_play.layout.notice import notice
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.record import record
from eclaireurs_play.layout.seats import places
from eclaireurs_play.layout.sheets import role_sheets
from eclaireurs_play.layout.surprises import SurpriseCard
from eclaireurs_play.layout.tents import tents
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.role import Roles
from tests.layout.deciding import deciding
from tests.layout.samples import GAME, ROLES, content, formats, look, read

LONG = "Une phrase de plus, qui prend sa place et que personne ne coupe. "


def paper(name: str) -> Paper:
    return Paper(formats().pages[name], "Feuilles", "Le jeu du pont")


def said(page: Page) -> str:
    return words(page.items)


def grouped() -> PrintContent:
    data = read(GAME)
    assert isinstance(data, dict)
    for phase in data["phases"]:
        if "phases" in phase:
            phase |= {"say": "Voici les tours.", "stuck": "On s'endort.", "short": "Un seul tour."}
    return dataclasses.replace(content(), game=Game.model_validate(data))


def test_the_guide_says_what_opens_a_group() -> None:
    pages = guide(grouped(), paper("a4-marge"), paper("a4"), look())
    told = " ".join(said(page) for page in pages)
    for text in ("Voici les tours.", "On s’endort.", "Un seul tour."):
        assert text in told


@pytest.mark.parametrize("many", [False, True])
def test_no_page_of_a_record_begins_with_what_is_typed(many: bool) -> None:
    one = deciding()
    found = one if not many else dataclasses.replace(one, scenarios=one.scenarios * 2)
    for page in record(found, 5, paper("a4-paysage"), look()):
        first = next(item for item in walk(page.items) if isinstance(item, Text))
        assert not first.string.startswith("Pour la saisie")


def test_a_record_names_the_seats_and_terms_that_it_knows() -> None:
    told = " ".join(said(page) for page in record(deciding(), 2, paper("a4-paysage"), look()))
    assert "passeuse" in told
    assert "Par où l’on passe" in told


def test_what_is_typed_of_a_secret_ballot_stands_in_the_record() -> None:
    told = " ".join(said(page) for page in record(deciding(), 2, paper("a4-paysage"), look()))
    assert "groupe classe quai" in told


def test_the_notice_holds_on_one_page_or_says_that_it_does_not() -> None:
    assert len(notice(content(), paper("a4"), look())) == 1
    data = read(GAME)
    assert isinstance(data, dict)
    wordy = dataclasses.replace(content(), game=Game.model_validate(data | {"summary": LONG * 80}))
    with pytest.raises(LayoutError, match="l'invitation de « jeu-du-pont »"):
        notice(wordy, paper("a4"), look())


def test_a_card_back_that_overflows_names_its_card_and_line() -> None:
    one = content()
    card = one.cards[-1].model_copy(update={"source": LONG * 12})
    maker = CardMaker(one, formats().cards["poker"], look())
    with pytest.raises(
        LayoutError, match=rf"cards\.yaml:\d+:\d+ : carte {card.id} : le dos dépasse"
    ):
        maker.details(card)


def test_a_role_cover_that_overflows_names_its_role_and_line() -> None:
    data = read(ROLES)
    assert isinstance(data, dict)
    data["roles"][0]["who"] = LONG * 16
    one = dataclasses.replace(content(), roles=Roles.model_validate(data))
    with pytest.raises(
        LayoutError, match=r"cards\.yaml:\d+:\d+ : passeuse : le dehors de la fiche"
    ):
        list(role_sheets(places(one), one, formats().pages["a4-plein"], look()))


def test_what_a_surprise_changes_holds_behind_its_card_or_says_so() -> None:
    story = deciding().scenarios[0]
    axis = story.axes["cout"].model_copy(update={"title": LONG * 2})
    wide = story.model_copy(update={"axes": dict.fromkeys(story.axes, axis)})
    crue = story.surprises["crue"].model_copy(update={"title": LONG * 6})
    one = SurpriseCard("crue", crue, wide, formats().cards["lecture"], look())
    with pytest.raises(LayoutError, match="imprévu « crue »"):
        one.back()


def test_a_tent_does_not_say_the_same_name_twice() -> None:
    page = next(tents(places(content()), content(), formats().pages["a4-plein"], look()))
    assert said(page).count("asseuse") == 2
