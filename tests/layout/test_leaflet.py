"""The rules folded in three: panels that lie flat, every step inside, nothing past a fold."""

from dataclasses import replace

import pytest

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Line, Page, walk, words
from eclaireurs_play.layout.leaflet import TUCKED, leaflet
from tests.layout.samples import content, look, paper

PAPER = paper("a4-trois-volets")


def folds(page: Page) -> list[float]:
    """Give where a side is folded, from the left."""
    found = {one.points[0][0] for one in walk(page.items) if isinstance(one, Line) and one.dash}
    return sorted(found)


def test_each_fold_is_behind_itself_once_the_sheet_is_turned() -> None:
    outside, inside = leaflet(content(), PAPER, look())
    turned = sorted(outside.width - x for x in folds(outside))
    assert turned == pytest.approx(folds(inside))


def test_the_flap_is_narrower_than_the_panels_it_lies_between() -> None:
    outside, _inside = leaflet(content(), PAPER, look())
    first, second = folds(outside)
    assert second - first == pytest.approx(outside.width - second)
    assert first == pytest.approx(second - first - TUCKED)


def test_every_step_is_inside_and_the_title_outside() -> None:
    found = content()
    outside, inside = leaflet(found, PAPER, look())
    for name in ("Ouvrir", "Le tour des ponts", "Où l’on se place", "Le bilan", "On s’arrête"):
        assert name in words(inside.items)
    for name in ("Le jeu du pont", "Pourquoi jouer", "Ponts", "Un crayon par personne"):
        assert name in words(outside.items)


def test_rules_too_long_for_a_sheet_are_one_sentence() -> None:
    found = content()
    long = found.game.model_copy(update={"intent": "Comprendre, encore et encore. " * 200})
    with pytest.raises(LayoutError, match="« jeu-du-pont » ne tiennent pas en un dépliant"):
        leaflet(replace(found, game=long), PAPER, look())
