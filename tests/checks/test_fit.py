"""What `check` says of paper, with the place of each text that it can't hold."""

import shutil
from pathlib import Path

import pytest

from eclaireurs_play.checks import check_library, check_path
from tests.content.mini_library import MiniLibrary
from tests.support import REPOSITORY

CARDS = "decks/petit-jeu/cards.yaml"
ROLES = "decks/petit-jeu/roles.yaml"
GAME = "decks/petit-jeu/game.yaml"
SCENARIO = "scenarios/petit-jeu/crue.yaml"
KIT = """\
id: petit-jeu
title: Le petit kit
game: petit-jeu
theme: atelier
items:
  - {what: cards, title: Les cartes, format: a4-neuf-cartes, paper: épais}
  - {what: roles, title: Les fiches, format: a4-plein, paper: fin}
  - {what: tents, title: Les chevalets, format: a4-plein, paper: épais}
"""
ENDLESS = "W" * 60
LONG = "Elle a vu passer la crue, puis la suivante. " * 60


@pytest.fixture
def printable(mini: MiniLibrary) -> MiniLibrary:
    for folder in ("formats", "themes", "fonts"):
        shutil.copytree(REPOSITORY / "print" / folder, mini.root / "print" / folder)
    mini.write("print/kits/petit-jeu.yaml", KIT)
    return mini


def said(library: MiniLibrary) -> list[tuple[str, int, str]]:
    return [(one.file, one.line, one.sentence) for one in check_library(library.root)]


def test_what_fits_is_not_told(printable: MiniLibrary) -> None:
    assert said(printable) == []


UNFIT = [
    (CARDS, "Qui l'entendra ?", f"Qui {ENDLESS} ?", 25, "carte EF-02 : le texte ne tient pas"),
    (CARDS, "title: Le bruit", f"title: Le {ENDLESS}", 25, "carte EF-02 : le titre ne tient pas"),
    (ROLES, "who: Il vit en aval.", f"who: {ENDLESS}", 16, "plus large que sa ligne"),
    (ROLES, "aim: Dormir.", f"aim: {ENDLESS}", 16, "plus large que sa ligne"),
    (ROLES, "fears: La boue.", f"fears: {LONG}", 16, "la fiche de rôle ne tient pas"),
    (ROLES, "short: Habitant\n", f"short: {ENDLESS[:24]}\n", 16, "le nom ne tient pas"),
]


KITTED = (
    KIT
    + """\
  - {what: surprises, title: Les imprévus, format: a4-quatre-cartes, paper: épais}
  - {what: moves, title: Ce qui bouge, format: a4, paper: fin}
  - {what: notice, title: L'invitation, format: a4, paper: fin}
  - {what: leaflet, title: Les règles, format: a4-trois-volets, paper: fin}
"""
)


@pytest.fixture
def kitted(printable: MiniLibrary) -> MiniLibrary:
    printable.write("print/kits/petit-jeu.yaml", KITTED)
    return printable


OVERFLOWING = [
    (SCENARIO, "text: Il pleut encore.", f"text: '{LONG}'", "pluie:", "le texte ne tient pas"),
    (SCENARIO, "title: La pluie", f"title: {ENDLESS}", "pluie:", "le texte ne tient pas"),
    (SCENARIO, "title: Coût", f"title: {ENDLESS}", "pluie:", "plus large que sa ligne"),
    (SCENARIO, "title: Coût", f"title: {ENDLESS}", "id: crue", "le titre d'un axe"),
    (GAME, "summary: ", f"summary: {LONG}", "id: petit-jeu", "l'invitation"),
    (GAME, "summary: ", f"summary: {LONG}", "id: petit-jeu", "la couverture du dépliant"),
    (GAME, "intent: ", f"intent: {LONG}", "id: petit-jeu", "en un dépliant"),
]


@pytest.mark.parametrize("case", OVERFLOWING)
def test_news_and_pages_that_do_not_hold_are_told_too(
    kitted: MiniLibrary, case: tuple[str, str, str, str, str]
) -> None:
    file, old, new, at, why = case
    assert not [one for one in said(kitted) if "ne tient" in one[2]]
    kitted.change(file, old, new)
    lines = (kitted.root / file).read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if at in text)
    assert [one for one in said(kitted) if one[:2] == (file, line) and why in one[2]]


@pytest.mark.parametrize("case", UNFIT)
def test_what_does_not_fit_is_told_where_it_is_written(
    printable: MiniLibrary, case: tuple[str, str, str, int, str]
) -> None:
    file, old, new, line, why = case
    printable.change(file, old, new)
    unfit = [one for one in said(printable) if "caractères" not in one[2]]
    assert [one[:2] for one in unfit] == [(file, line)]
    assert why in unfit[0][2]


def test_a_seat_of_a_scenario_is_named_with_it(printable: MiniLibrary) -> None:
    printable.change(SCENARIO, "{role: habitant,", f"{{role: habitant, private: '{LONG}',")
    [found] = check_library(printable.root)
    assert (found.file, found.line, found.hint) == (ROLES, 16, "dans la situation « crue »")


MISSING = [
    (CARDS, "Qui l'entendra ?", "Qui l'entendra 🌊 ?", 28),
    (ROLES, "aim: Dormir.", "aim: 睡る.", 20),
    (SCENARIO, "context: Il a plu.", "context: Il a plu ☔.", 10),
]


@pytest.mark.parametrize(("file", "old", "new", "line"), MISSING)
def test_a_character_that_no_font_has_is_told_where_it_is(
    printable: MiniLibrary, file: str, old: str, new: str, line: int
) -> None:
    printable.change(file, old, new)
    found = said(printable)
    assert {one[:2] for one in found} == {(file, line)}
    assert all("n'est pas dans les polices" in one[2] for one in found)


def test_one_game_or_one_scenario_is_fitted_too(printable: MiniLibrary) -> None:
    printable.change(CARDS, "Qui l'entendra ?", f"Qui {ENDLESS} ?")
    for name in ("petit-jeu", "crue", printable.root / SCENARIO):
        assert [one.line for one in check_path(name, printable.root)] == [25]


def test_a_lost_font_is_told_once(printable: MiniLibrary) -> None:
    (printable.root / "print" / "fonts" / "Inter-Bold.ttf").unlink()
    [found] = check_library(printable.root)
    assert found.file == "print/themes/atelier.yaml"
    assert "police illisible" in found.sentence


def test_what_is_not_printed_need_not_fit(mini: MiniLibrary, tmp_path: Path) -> None:
    assert (tmp_path / "print").exists() is False
    mini.change(CARDS, "Qui l'entendra ?", f"Qui {ENDLESS} ?")
    assert said(mini) == []
