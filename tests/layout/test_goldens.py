"""Display lists of one page of each kind, as text; `pytest --regenerate` writes them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eclaireurs_play.layout.backs import card_back
from eclaireurs_play.layout.boards import impact_board
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.contents import Entry, contents
from eclaireurs_play.layout.display import Page, describe
from eclaireurs_play.layout.flow import Paper
from eclaireurs_play.layout.guide import guide
from eclaireurs_play.layout.maps import base_map
from eclaireurs_play.layout.record import forms, record, synthesis
from eclaireurs_play.layout.rules import rules
from eclaireurs_play.layout.seats import places
from eclaireurs_play.layout.sheets import role_sheets
from eclaireurs_play.layout.situations import situations
from eclaireurs_play.layout.tents import tents
from tests.layout.samples import content, formats, kit, look

GOLDENS = Path(__file__).parent / "goldens"
CONTENT, LOOK, FORMATS = content(), look(), formats()
CARD = FORMATS.cards["poker"]
MAKER = CardMaker(CONTENT, CARD, LOOK)


def paper(name: str = "a4") -> Paper:
    return Paper(FORMATS.pages[name], "En-tête", "Pied")


def card(place: int) -> Page:
    return Page(CARD.width, CARD.height, MAKER.front(CONTENT.cards[place]))


def details() -> Page:
    return Page(CARD.width, CARD.height, MAKER.details(CONTENT.cards[-1]))


def back() -> Page:
    family = CONTENT.families["rives"]
    drawn = card_back(family, "rives", CARD, LOOK, game=CONTENT.game.title, figure="ripples")
    return Page(CARD.width, CARD.height, (drawn,))


def one_map() -> Page:
    scenario = CONTENT.scenarios[0]
    assert scenario.map
    return base_map(scenario, scenario.map, paper("a4-paysage"), LOOK)


def first_contents() -> Page:
    entries = [Entry(item, place, place) for place, item in enumerate(kit().items, 1)]
    return contents("Le jeu du pont", entries, CONTENT, paper(), LOOK)[0]


PAGES: dict[str, Callable[[], Page]] = {
    "carte": lambda: card(0),
    "carte-ouverte": lambda: card(-1),
    "carte-ouverte-dos": details,
    "dos": back,
    "fiches-dehors": lambda: sheet(0),
    "fiches-dedans": lambda: sheet(1),
    "chevalet": lambda: next(tents(places(CONTENT), CONTENT, FORMATS.pages["a4-plein"], LOOK)),
    "plateau": lambda: impact_board(CONTENT.game, paper("a3-paysage"), LOOK),
    "fond-de-carte": one_map,
    "regles-1": lambda: rules(CONTENT, paper(), LOOK)[0],
    "regles-2": lambda: rules(CONTENT, paper(), LOOK)[1],
    "guide-1": lambda: guide(CONTENT, paper("a4-marge"), paper(), LOOK)[0],
    "guide-2": lambda: guide(CONTENT, paper("a4-marge"), paper(), LOOK)[1],
    "aide-memoire": lambda: guide(CONTENT, paper("a4-marge"), paper(), LOOK)[-1],
    "situation": lambda: situations(CONTENT, paper(), LOOK)[0],
    "feuille": lambda: forms(CONTENT, paper(), LOOK)[0],
    "releve": lambda: record(CONTENT, 4, paper("a4-paysage"), LOOK)[0],
    "synthese": lambda: synthesis(CONTENT, paper(), LOOK)[0],
    "sommaire": first_contents,
}


def sheet(side: int) -> Page:
    pages = list(role_sheets(places(CONTENT), CONTENT, FORMATS.pages["a4-plein"], LOOK))
    return pages[side]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_it_was(name: str, regenerate: bool) -> None:
    golden = GOLDENS / f"{name}.txt"
    drawn = describe(PAGES[name]())
    if regenerate:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(drawn, encoding="utf-8")
    assert golden.exists(), "no golden: run pytest --regenerate"
    assert drawn == golden.read_text(encoding="utf-8")


def test_no_golden_is_left_over() -> None:
    assert {file.stem for file in GOLDENS.glob("*.txt")} == set(PAGES)
