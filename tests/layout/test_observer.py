"""The sheet of a person who watches, and the labels of the box everything goes into."""

import pytest

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Page, Strokes, walk, words
from eclaireurs_play.layout.labels import labels
from eclaireurs_play.layout.observer import NAMELESS, observer
from tests.layout.samples import anonymous, content, look, paper


def said(pages: tuple[Page, ...]) -> str:
    return " ".join(words(page.items) for page in pages).replace("\u00a0", " ")


def test_every_step_lived_has_its_lines_on_one_sheet() -> None:
    first, second = observer(content(), paper(), look())
    for title in ("Ouvrir", "Le tour des ponts", "Où l’on se place", "Le bilan"):
        assert title in words(second.items)
    assert "À garder pour le débrief" in said((first,))
    rules = [one for one in walk(second.items) if isinstance(one, Strokes)]
    assert len(rules) == 4


def test_lines_to_write_on_are_eight_millimetres_apart() -> None:
    _first, second = observer(content(), paper(), look())
    rules = next(one for one in walk(second.items) if isinstance(one, Strokes))
    heights = sorted({segment[1] for segment in rules.segments})
    assert {round(one - other, 3) for one, other in zip(heights[1:], heights, strict=False)} == {8}


def test_under_pseudonyms_the_sheet_says_to_write_no_name() -> None:
    assert "sous pseudonyme" in NAMELESS
    assert "sous pseudonyme" in said(observer(anonymous(), paper(), look()))
    assert "sous pseudonyme" not in said(observer(content(), paper(), look()))


def test_the_box_lists_what_it_holds() -> None:
    held = ["Cartes", "Fiches de rôle", "Plateau"]
    told = said(labels(content(), held, 7, paper(), look()))
    assert all(one in told for one in held)
    assert "pour 7 personnes" in told
    assert told.count("Le jeu du pont") == 4


def test_a_list_too_long_for_its_label_is_one_sentence() -> None:
    with pytest.raises(LayoutError, match="la liste de ce que contient la boîte ne tient pas"):
        labels(content(), [f"Feuille {n}" for n in range(60)], 7, paper(), look())
