import shutil
from pathlib import Path

import pytest

from eclaireurs_play.checks.run import check_library
from tests.content.mini_library import MiniLibrary

ROOT = Path(__file__).parents[2]
KIT = """\
id: petit-jeu
title: Le petit kit
game: petit-jeu
theme: atelier
items:
  - {what: cards, title: Les cartes, format: a4-neuf-cartes, paper: épais}
  - {what: tuckbox, title: La boîte, format: a4-plein, holds: a4-quatre-cartes, paper: épais}
"""
NOTHING_HELD = "une boîte dit quelle feuille de cartes elle contient : clé holds"
WRONG = [
    ("game: petit-jeu", "game: petit-jeux", 3, "jeu inconnu « petit-jeux »"),
    ("theme: atelier", "theme: ateliers", 4, "thème inconnu « ateliers »"),
    ("format: a4-neuf-cartes", "format: a4-neuf", 6, "format inconnu « a4-neuf »"),
    ("what: cards", "what: card", 6, "valeur inconnue « card » pour « what »"),
    ("holds: a4-quatre-cartes", "holds: a4-plein", 7, "format inconnu « a4-plein »"),
    ("holds: a4-quatre-cartes, ", "", 7, NOTHING_HELD),
    ("theme: atelier", "themes: atelier", 4, "clé inconnue « themes »"),
]


@pytest.fixture
def printable(mini: MiniLibrary) -> MiniLibrary:
    for folder in ("formats", "themes"):
        shutil.copytree(ROOT / "print" / folder, mini.root / "print" / folder)
    mini.write("print/kits/petit-jeu.yaml", KIT)
    return mini


def test_a_kit_that_names_what_exists_is_sound(printable: MiniLibrary) -> None:
    assert check_library(printable.root) == ()


@pytest.mark.parametrize(("old", "new", "line", "said"), WRONG)
def test_a_wrong_kit_is_told_where_it_is(
    printable: MiniLibrary, old: str, new: str, line: int, said: str
) -> None:
    printable.change("print/kits/petit-jeu.yaml", old, new)
    found = check_library(printable.root)
    assert [(one.file, one.line, one.sentence) for one in found] == [
        ("print/kits/petit-jeu.yaml", line, said)
    ]


def test_a_sheet_names_a_card_that_exists(printable: MiniLibrary) -> None:
    printable.change("print/formats/sheets/a4-neuf-cartes.yaml", "card: poker", "card: ardoise")
    assert [one.sentence for one in check_library(printable.root)] == ["format inconnu « ardoise »"]


def test_a_printer_names_cards_that_exist(printable: MiniLibrary) -> None:
    file = "print/formats/printers/thegamecrafter.yaml"
    printable.change(file, "  tarot: {", "  tarots: {")
    [found] = check_library(printable.root)
    assert (found.file, found.line, found.sentence) == (file, 16, "format inconnu « tarots »")
    assert "tarot" in found.hint


@pytest.mark.parametrize("name", ["a3", "thegamecrafter", "poker"])
def test_a_paper_is_no_format_of_an_item(printable: MiniLibrary, name: str) -> None:
    printable.change("print/kits/petit-jeu.yaml", "format: a4-neuf-cartes", f"format: {name}")
    assert [one.sentence for one in check_library(printable.root)] == [f"format inconnu « {name} »"]
