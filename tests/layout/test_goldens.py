"""Display lists of one page of each kind, as text; `pytest --regenerate` writes them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eclaireurs_play.layout.backs import card_back
from eclaireurs_play.layout.boards import impact_board
from eclaireurs_play.layout.booklet import stitched
from eclaireurs_play.layout.canvas import canvases
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.contents import Entry, contents
from eclaireurs_play.layout.dashboards import dashboards
from eclaireurs_play.layout.display import Page, describe
from eclaireurs_play.layout.forms import forms
from eclaireurs_play.layout.guide import guide
from eclaireurs_play.layout.handouts import handouts
from eclaireurs_play.layout.labels import labels
from eclaireurs_play.layout.leaflet import leaflet
from eclaireurs_play.layout.maps import base_map
from eclaireurs_play.layout.moves import moves
from eclaireurs_play.layout.observer import observer
from eclaireurs_play.layout.pseudonyms import pseudonyms
from eclaireurs_play.layout.record import record
from eclaireurs_play.layout.rules import rules
from eclaireurs_play.layout.seats import places
from eclaireurs_play.layout.sheets import role_sheets
from eclaireurs_play.layout.situations import situations
from eclaireurs_play.layout.stances import StanceCard
from eclaireurs_play.layout.surprises import SurpriseCard, surprise_cards
from eclaireurs_play.layout.template import synthesis
from eclaireurs_play.layout.tents import tents
from eclaireurs_play.layout.tuckbox import tuck_boxes
from eclaireurs_play.layout.zones import zone_boards
from eclaireurs_play.model.deck import Card
from tests.layout.deciding import deciding
from tests.layout.following import following
from tests.layout.samples import anonymous, content, formats, kit, look, paper

GOLDENS = Path(__file__).parent / "goldens"
CONTENT, LOOK, FORMATS = content(), look(), formats()
CARD = FORMATS.cards["poker"]
MAKER = CardMaker(CONTENT, CARD, LOOK)
DECIDING = deciding()
POSTS = CardMaker(DECIDING, CARD, LOOK)
HIDDEN = anonymous()
FOLLOWING = following()


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


def handout(name: str, form: str) -> Page:
    return next(handouts([name], DECIDING, 4, paper(form), LOOK))


def post() -> Card:
    return next(one for one in DECIDING.cards if one.family == "postes")


def weighed(side: int) -> Page:
    pages = list(role_sheets(places(DECIDING), DECIDING, FORMATS.pages["a4-plein"], LOOK))
    return pages[side]


def surprise(side: int) -> Page:
    story, form = DECIDING.scenarios[0], FORMATS.cards["lecture"]
    one = SurpriseCard("crue", story.surprises["crue"], story, form, LOOK)
    return Page(form.width, form.height, one.back() if side else one.front())


def suited() -> Page:
    form = FORMATS.cards["lecture"]
    one = next(surprise_cards(FOLLOWING, form, LOOK))
    return Page(form.width, form.height, one.front())


def stance() -> Page:
    form = FORMATS.cards["lecture"]
    one = StanceCard(HIDDEN.roles.stances[0], HIDDEN, form, LOOK)
    return Page(form.width, form.height, one.front())


def booklet() -> Page:
    pages = guide(CONTENT, paper("a5-livret"), paper("a5"), LOOK, torn=False)
    return next(stitched(pages, LOOK))


def first_contents() -> Page:
    entries = [
        Entry(item, place, place, kit().times(item)) for place, item in enumerate(kit().items, 1)
    ]
    return contents(kit(), entries, CONTENT, paper(), LOOK)[0]


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
    "depliant-dehors": lambda: leaflet(CONTENT, paper("a4-trois-volets"), LOOK)[0],
    "depliant-dedans": lambda: leaflet(CONTENT, paper("a4-trois-volets"), LOOK)[1],
    "livret": booklet,
    "boite": lambda: next(tuck_boxes(CONTENT, CARD, 0.3, FORMATS.pages["a4-plein"], LOOK)),
    "observation-1": lambda: observer(CONTENT, paper(), LOOK)[0],
    "observation-2": lambda: observer(CONTENT, paper(), LOOK)[1],
    "etiquettes": lambda: labels(CONTENT, ["Cartes", "Chevalets"], 4, paper(), LOOK)[0],
    "aide-memoire": lambda: guide(CONTENT, paper("a4-marge"), paper(), LOOK)[-1],
    "situation": lambda: situations(CONTENT, paper(), LOOK)[0],
    "feuille": lambda: forms(CONTENT, paper(), LOOK)[0],
    "releve": lambda: record(CONTENT, 4, paper("a4-paysage"), LOOK)[0],
    "synthese": lambda: synthesis(CONTENT, paper(), LOOK)[0],
    "sommaire": first_contents,
    "carte-de-poste": lambda: Page(CARD.width, CARD.height, POSTS.front(post())),
    "fiche-chiffree-dehors": lambda: weighed(0),
    "fiche-chiffree-dedans": lambda: weighed(1),
    "proposition": lambda: handout("idee", "a4"),
    "amendement": lambda: handout("retouches", "a5"),
    "objection": lambda: handout("accord", "a5"),
    "priorites": lambda: handout("pistes", "a4"),
    "axe": lambda: handout("axe", "a6"),
    "bulletin": lambda: handout("rangs", "a5"),
    "mentions": lambda: handout("mentions", "a5"),
    "voeux": lambda: handout("attribution", "a5"),
    "plateau-zones": lambda: next(zone_boards(["oeuvres"], DECIDING, paper("a3-paysage"), LOOK)),
    "canevas": lambda: next(canvases(["carnet"], DECIDING, paper("a3-paysage"), LOOK)),
    "ce-qui-bouge": lambda: next(moves(DECIDING, paper(), LOOK)),
    "imprevu": lambda: surprise(0),
    "imprevu-dos": lambda: surprise(1),
    "situation-contrat": lambda: situations(FOLLOWING, paper(), LOOK)[-1],
    "charte": lambda: next(handouts(["charte"], FOLLOWING, 2, paper(), LOOK)),
    "tableau-de-bord": lambda: next(dashboards(["tableau"], FOLLOWING, paper("a3-paysage"), LOOK)),
    "imprevu-sorte": suited,
    "posture": stance,
    "pseudonymes": lambda: next(pseudonyms(HIDDEN, FORMATS.pages["a4-plein"], LOOK)),
    "situation-anonyme": lambda: situations(HIDDEN, paper(), LOOK)[0],
    "releve-anonyme": lambda: record(HIDDEN, 4, paper("a4-paysage"), LOOK)[0],
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
