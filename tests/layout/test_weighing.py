"""What weighs for a seat is said in words, and agrees with its figures."""

import pytest

from eclaireurs_play.layout.blocks import Column
from eclaireurs_play.layout.display import Circle, walk, words
from eclaireurs_play.layout.look import Style
from eclaireurs_play.layout.seats import places
from eclaireurs_play.layout.sheets import role_sheets
from eclaireurs_play.layout.weighing import levels, red_line_words, stance_words, weighing_strips
from eclaireurs_play.model.scenario import RedLine, Seat
from tests.layout.deciding import deciding, scenario
from tests.layout.samples import formats, look

STYLE = Style(9, 1.3, "#000000")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_heaviest_comes_first_with_four_marks() -> None:
    seat = Seat(role="x", weights={"a": 1, "b": -8, "c": 4, "d": 0})
    assert levels(seat) == [("b", 4), ("c", 2), ("a", 1)]


def test_marks_are_full_then_hollow() -> None:
    seat = scenario().seats["passeuse"]
    strips = weighing_strips(scenario(), seat, Column(80, look()), STYLE)
    items = [item for strip in strips for item in walk(strip.items)]
    full = [item.fill is not None for item in items if isinstance(item, Circle)]
    assert full == [True] * 4 + [True, True, False, False]
    printed = plain(words(items))
    assert "Coût de la traversée : le moins possible" in printed
    assert "Attente : le plus possible" in printed


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ({"axis": "cout", "at_most": 1000}, "Coût de la traversée : au plus 1 000 k€/an"),
        ({"axis": "attente", "at_most": -1}, "Attente : au moins 1 heure en moins"),
        ({"axis": "attente", "at_least": 2.5}, "Attente : au moins 2,5 heures"),
        ({"axis": "attente", "at_least": -3}, "Attente : au plus 3 heures en moins"),
        ({"axis": "attente", "at_least": 0}, "Attente : aucune baisse"),
        (
            {"axis": "attente", "at_least": 1, "at_most": 4},
            "Attente : au moins 1 heure et au plus 4 heures",
        ),
    ],
)
def test_a_red_line_is_said_in_the_unit_of_its_axis(line: dict[str, object], text: str) -> None:
    assert plain(red_line_words(RedLine.model_validate(line), scenario())) == text


@pytest.mark.parametrize(
    ("view", "text"),
    [(0, "tout de suite."), (0.3, "un peu dans 10 ans"), (0.6, "beaucoup"), (1, "autant que")],
)
def test_how_far_a_seat_looks_is_said(view: float, text: str) -> None:
    assert text in stance_words(scenario(), Seat(role="x", long_view=view))


def test_how_much_it_takes_to_say_yes_is_said_without_figures() -> None:
    low, high = (stance_words(scenario(), Seat(role="x", reservation=at)) for at in (0.4, 0.6))
    assert "un peu moins de la moitié" in low
    assert "plus de la moitié" in high


def test_others_know_only_what_a_seat_shows() -> None:
    content = deciding()
    pages = list(role_sheets(places(content), content, formats().pages["a4-plein"], look()))
    outside, inside = (plain(words(page.items)) for page in pages)
    assert "Ce qui pèse, et que l’on sait" in outside
    assert "Coût de la traversée : le moins possible" in outside
    assert "Attente : le plus possible" not in outside
    assert "Vos lignes rouges" in inside
    assert "Attente : le plus possible" in inside
    assert "0,4" not in inside
