"""What `check` says of a scenario's numbers, with its line and column."""

import pytest

from eclaireurs_play.checks import negotiation
from eclaireurs_play.content.loader import load_scenario
from eclaireurs_play.errors import ContentError, Diagnostic
from tests.content.mini_library import MiniLibrary

FILE = "scenarios/petit-jeu/crue.yaml"
HEAD = """\
id: crue
game: petit-jeu
title: La crue
summary: Un bassin déborde.
source: invention
attribution: Éclaireurs Play
license: CC BY-SA 4.0
origin_note: Inventé.
context: Il a plu.
question: Que faire ?
"""
NUMBERS = """\
axes:
  cout: {title: Coût, unit: k€}
  eau: {title: Eau retenue, unit: m³}
terms:
  digue: {title: La digue, options: {haute: {title: Haute, moves: {cout: 40, eau: 8}},
    basse: {title: Basse, moves: {cout: 10, eau: 2}}, rien: {title: Rien}}}
  pre: {title: Le pré, options: {inonde: {title: Inondé, moves: {eau: 5, cout: 4}},
    seme: {title: Semé, moves: {eau: 1}}, bati: {title: Bâti, moves: {cout: -6}}}}
  ecole: {title: L'école, options: {ici: {title: Ici, moves: {cout: 1}},
    ailleurs: {title: Ailleurs, moves: {cout: 9, eau: 3}}, plus-tard: {title: Plus tard}}}
seats:
  maire: {role: maire, weights: {cout: -5, eau: 2}, reservation: 0.6,
    red_lines: [{axis: cout, at_most: 30}]}
  aval: {role: habitant, weights: {eau: 1}, reservation: 0.45}
surprises:
  pluie: {title: La pluie, text: Il pleut encore., moves: {eau: -1}}
"""


@pytest.fixture
def crue(mini: MiniLibrary) -> MiniLibrary:
    mini.write(FILE, HEAD + NUMBERS)
    return mini


def _found(mini: MiniLibrary) -> list[Diagnostic]:
    return list(negotiation.of_scenario(load_scenario("crue", mini.root)))


def _said(mini: MiniLibrary) -> list[str]:
    return [str(one).removeprefix(f"{FILE}:") for one in _found(mini)]


def test_sound_numbers_have_nothing_to_be_said(crue: MiniLibrary) -> None:
    assert _said(crue) == []


UNCROSSED = "aucune proposition ne franchit cette ligne rouge"
SAID = [
    ("basse: {title: Basse, moves: {cout: 10, eau: 2}}",
     "basse: {title: Basse, moves: {eau: 8, cout: 40}}",
     "16:5: « haute » et « basse » changent tout de la même façon (distinguez leurs moves)"),
    ("plus-tard: {title: Plus tard}", "plus-tard: {title: P}, jamais: {title: J}",
     "20:83: « plus-tard » et « jamais » ne changent rien (une option au plus laisse tout tel)"),
    ("eau: {title: Eau retenue, unit: m³}",
     "bruit: {title: B, unit: dB}\n  eau: {title: E, unit: t}",
     "13:3: avertissement : personne ne pèse ni ne borne l'axe « bruit »"),
    ("weights: {eau: 1}", "weights: {eau: 1, bruit: 2}",
     "25:44: avertissement : rien ne fait bouger l'axe « bruit » : ce poids ne compte pas"),
    ("at_most: 30", "at_most: 300",
     f"23:39: avertissement : {UNCROSSED} (elle ne sert à rien)"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), SAID)
def test_what_changes_nothing_is_told(crue: MiniLibrary, old: str, new: str, said: str) -> None:
    crue.change(FILE, old, new)
    if "bruit: 2" in new:
        crue.change(FILE, "axes:\n", "axes:\n  bruit: {title: Bruit, unit: dB}\n")
    assert said in _said(crue)


def test_a_demand_that_no_proposal_meets_is_told(crue: MiniLibrary) -> None:
    crue.change(FILE, "moves: {eau: -1}", "moves: {eau: 4}")
    crue.change(FILE, "reservation: 0.45", "reservation: 0.95")
    found = _found(crue)[0]
    assert (found.line, found.column, found.warning) == (24, 58, False)
    assert found.sentence == "aucune proposition n'atteint cette exigence : 95 %, 80 % au mieux"
    assert found.hint == "baissez reservation sous 0.800, ou ses lignes rouges"


def test_a_red_line_that_everything_crosses_is_told_once(crue: MiniLibrary) -> None:
    crue.change(FILE, "at_most: 30", "at_most: -30")
    assert [one for one in _said(crue) if "avertissement" not in one] == [
        "23:39: toute proposition franchit cette ligne rouge",
    ]


def test_red_lines_that_leave_no_room_between_them_are_told(crue: MiniLibrary) -> None:
    crue.change(FILE, "at_most: 30}", "at_most: 10}, {axis: cout, at_least: 11}")
    assert [one for one in _said(crue) if "avertissement" not in one] == [
        "23:5: toute proposition franchit une ligne rouge de cette place",
    ]


def test_an_empty_zone_is_a_warning_before_and_after_each_surprise(crue: MiniLibrary) -> None:
    crue.change(FILE, "moves: {eau: -1}", "moves: {cout: 30}")
    empty = "aucune des 27 propositions ne convient à tout le monde"
    assert [(one.line, one.sentence) for one in _found(crue) if one.warning][-1] == (
        26,
        f"une fois cette nouvelle tombée, {empty}",
    )
    crue.change(FILE, "reservation: 0.6,", "reservation: 0.8,")
    said = [(one.line, one.sentence) for one in _found(crue) if one.warning]
    assert (14, f"avant toute nouvelle, {empty}") in said


def test_a_zone_above_a_tenth_is_a_warning(crue: MiniLibrary) -> None:
    crue.change(FILE, "reservation: 0.6,", "reservation: 0.1,")
    crue.change(FILE, "reservation: 0.45", "reservation: 0.1")
    found = _found(crue)
    assert [(one.line, one.warning) for one in found] == [(14, True), (26, True)]
    assert "sur 27 conviennent à tout le monde" in found[0].sentence
    assert found[0].hint == "plus d'une sur 10 : il ne reste rien à négocier"


def test_terms_that_nobody_weighs_are_a_warning(crue: MiniLibrary) -> None:
    text = (crue.root / FILE).read_text(encoding="utf-8")
    seats = text[text.index("seats:") : text.index("surprises:")]
    crue.change(FILE, seats, "seats: {maire: {role: maire}, aval: {role: habitant}}\n")
    found = _found(crue)
    assert found[-1].sentence == "des termes à négocier, mais aucune place ne pèse rien"
    assert (found[-1].line, found[-1].warning) == (14, True)


def test_words_without_terms_have_nothing_to_be_said(crue: MiniLibrary) -> None:
    crue.write(FILE, HEAD + "seats: {maire: {role: maire}, aval: {role: habitant}}\n")
    assert _said(crue) == []


def test_more_proposals_than_can_be_counted_are_a_mistake(crue: MiniLibrary) -> None:
    options = ", ".join(f"o{at}: {{title: O, moves: {{eau: {at}}}}}" for at in range(10))
    terms = "".join(f"  t{at}: {{title: T, options: {{{options}}}}}\n" for at in range(7))
    crue.change(FILE, "seats:\n", f"{terms}seats:\n")
    (found,) = _found(crue)
    assert found.sentence.startswith("Les termes donnent 270000000 propositions")
    assert (found.line, found.warning) == (14, False)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "reservation: 0.45",
            "reservation: 1.2",
            "24:58: « reservation » doit valoir au plus 1, pas 1.2",
        ),
        ("weights: {eau: 1}", "weights: {o: 1}", "24:36: axe inconnu « o »"),
    ],
)
def test_numbers_that_can_t_be_are_refused_on_reading(
    crue: MiniLibrary, old: str, new: str, said: str
) -> None:
    crue.change(FILE, old, new)
    with pytest.raises(ContentError) as refused:
        load_scenario("crue", crue.root)
    assert str(refused.value).startswith(f"{FILE}:{said}")
