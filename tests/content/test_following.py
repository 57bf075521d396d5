"""What is wrong with a charter, a contract in force, suits, stances: one sentence, where it is."""

import pytest

from eclaireurs_play.checks import check_path
from eclaireurs_play.content.loader import load
from eclaireurs_play.errors import ContentError
from tests.content.mini_library import MiniLibrary

GAME = "decks/petit-jeu/game.yaml"
CARDS = "decks/petit-jeu/cards.yaml"
SCENARIO = "scenarios/petit-jeu/crue.yaml"

PHASES = """\
  - id: charte
    type: charter
    title: La charte
    criteria: criteres
    guardrails: rails
    suit: couleur
    who: [maire, habitant]
  - id: occasion
    type: trigger
    title: L'occasion
    uses: [charte]
  - id: idee
    type: propose
    title: L'idée
    who: [maire]
    within: charte
  - id: adieu
"""
SUITS = """\
suits:
  eau: {title: L'eau, called_by: [maire]}
  argent: {title: L'argent, called_by: [habitant]}
forms:
"""
FAMILIES = """\
families:
  criteres:
    title: Critères
    code: CR
    shape: arch
    fields: {couleur: {many_of: [eau, argent]}}
  rails: {title: Garde-fous, code: GF, shape: drop}
"""
MORE_CARDS = """\
cards:
  - {id: CR-01, family: criteres, title: L'eau, text: Combien ?, fields: {couleur: [eau]}}
  - {id: CR-02, family: criteres, title: Le reste, text: Combien ?, fields: {couleur: [eau]}}
  - {id: CR-03, family: criteres, title: L'or, text: Combien ?, fields: {couleur: [argent]}}
  - {id: GF-01, family: rails, title: Le coût, text: Jusqu'où ?}
"""
CHARTER = """\
current: {digue: basse}
charter:
  criteria: [CR-01, CR-02, CR-03]
  guardrails:
    GF-01: {axis: cout, at_most: 30}
seats:
"""


@pytest.fixture
def charter(mini: MiniLibrary) -> MiniLibrary:
    """Give the small game a charter that holds."""
    mini.change(GAME, "  - id: adieu\n", PHASES)
    mini.change(GAME, "forms:\n", SUITS)
    mini.change(CARDS, "families:\n", FAMILIES)
    mini.change(CARDS, "cards:\n", MORE_CARDS)
    mini.change(SCENARIO, "seats:\n", CHARTER)
    mini.change(SCENARIO, "text: Il pleut encore.,", "text: Il pleut encore., suit: eau,")
    return mini


def test_a_charter_that_holds_loads(charter: MiniLibrary) -> None:
    assert load("crue", charter.root)
    charter.change(SCENARIO, "suit: eau,", "suit: eau, criterion: CR-02,")
    assert load("crue", charter.root)


def test_without_a_charter_no_criterion_is_named(mini: MiniLibrary) -> None:
    mini.change(SCENARIO, "text: Il pleut encore.,", "text: Il pleut encore., criterion: CR-01,")
    with pytest.raises(ContentError, match="« CR-01 » n'est pas un critère de la charte"):
        load("crue", mini.root)


WRONG = [
    (
        SCENARIO,
        "  criteria: [CR-01, CR-02, CR-03]\n",
        "",
        "22:3: il manque « criteria »",
    ),
    (
        SCENARIO,
        "[CR-01, CR-02, CR-03]",
        "[]",
        "22:13: « criteria » compte 0 élément, il en faut au moins 1",
    ),
    (
        SCENARIO,
        CHARTER[CHARTER.index("charter:") : -len("seats:\n")],
        "",
        "3:7: il manque charter : l'étape « La charte » s'accorde sur une charte",
    ),
    (
        SCENARIO,
        "[CR-01, CR-02, CR-03]",
        "[CR-01, CR-02, CR-04]",
        "22:28: carte inconnue « CR-04 » (vouliez-vous dire « CR-03 » ?)",
    ),
    (
        SCENARIO,
        "[CR-01, CR-02, CR-03]",
        "[CR-01, CR-02, EF-01]",
        "22:28: carte inconnue « EF-01 » (vouliez-vous dire « CR-01 » ?)",
    ),
    (
        SCENARIO,
        "GF-01: {axis: cout",
        "GF-02: {axis: cout",
        "24:5: carte inconnue « GF-02 » (vouliez-vous dire « GF-01 » ?)",
    ),
    (
        SCENARIO,
        "GF-01: {axis: cout",
        "GF-01: {axis: couts",
        "24:19: axe inconnu « couts » (vouliez-vous dire « cout » ?)",
    ),
    (
        SCENARIO,
        "[CR-01, CR-02, CR-03]",
        "[CR-01, CR-03]",
        "22:3: 2 critères, et les parties peuvent en écarter 2 : la charte peut rester vide",
    ),
    (
        SCENARIO,
        "suit: eau",
        "suit: eaux",
        "29:58: couleur inconnue « eaux » (vouliez-vous dire « eau » ?)",
    ),
    (
        SCENARIO,
        "suit: eau,",
        "suit: eau, criterion: CR-04,",
        "29:74: « CR-04 » n'est pas un critère de la charte (vouliez-vous dire « CR-03 » ?)",
    ),
    (
        SCENARIO,
        "suit: eau,",
        "suit: eau, criterion: CR-03,",
        "29:74: le critère « CR-03 » ne couvre pas la couleur « eau »",
    ),
    (
        SCENARIO,
        "suit: eau,",
        "criterion: CR-03,",
        "29:63: le critère « CR-03 » ne couvre pas une nouvelle sans couleur",
    ),
    (
        CARDS,
        "fields: {couleur: [argent]}}\n",
        "fields: {couleur: [or]}}\n",
        "27:83: « couleur » : choix inconnu « or » (au choix : eau ou argent)",
    ),
    (
        SCENARIO,
        "current: {digue: basse}",
        "current: {digue: moyenne}",
        "20:18: choix inconnu « moyenne »",
    ),
    (
        GAME,
        "suit: couleur",
        "suit: couleurs",
        "43:11: champ inconnu « couleurs » (vouliez-vous dire « couleur » ?)",
    ),
    (
        GAME,
        "called_by: [habitant]",
        "called_by: [habitante]",
        "15:41: rôle inconnu « habitante » (vouliez-vous dire « habitant » ?)",
    ),
    (
        GAME,
        "called_by: [habitant]",
        "called_by: []",
        "15:40: « called_by » compte 0 élément, il en faut au moins 1",
    ),
    (
        GAME,
        "within: charte",
        "within: chartes",
        "53:13: résultat inconnu à cette étape « chartes » (vouliez-vous dire « charte » ?)",
    ),
    (
        GAME,
        "within: charte",
        "only: groupe",
        "53:11: résultat inconnu à cette étape « groupe »",
    ),
    (
        GAME,
        "criteria: criteres",
        "criteria: critere",
        "41:15: famille inconnue « critere » (vouliez-vous dire « criteres » ?)",
    ),
    (
        SCENARIO,
        "game: petit-jeu",
        "game: petit-jeu\nseated: 4",
        "4:9: seated : 4, il en faut de 2 à 3",
    ),
    (
        SCENARIO,
        "game: petit-jeu",
        "game: petit-jeu\nseated: 1",
        "4:9: seated : 1, il en faut de 2 à 3",
    ),
    (
        GAME,
        "  - id: adieu\n",
        "  - {id: jour, type: cards, title: Jour, families: [effets], cycle: oui}\n  - id: adieu\n",
        "54:69: « cycle » attend true ou false, pas le texte « oui »",
    ),
    (
        GAME,
        "  - id: adieu\n",
        "  - {id: releve, type: record, title: R, form: recit, quota: -1}\n  - id: adieu\n",
        "54:62: « quota » doit valoir au moins 0, pas -1",
    ),
    (
        GAME,
        "  - id: adieu\n",
        "  - {id: bord, type: dashboard, title: B, form: recits, rows: {a: A}}\n  - id: adieu\n",
        "54:49: feuille inconnue « recits » (vouliez-vous dire « recit » ?)",
    ),
    (
        GAME,
        "  - id: adieu\n",
        "  - {id: cercle, type: join, title: C, at_most: 0}\n  - id: adieu\n",
        "54:49: « at_most » doit valoir au moins 1, pas 0",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), WRONG, ids=[one[3][:60] for one in WRONG])
def test_what_does_not_hold_is_told_where_it_is(
    charter: MiniLibrary, file: str, old: str, new: str, said: str
) -> None:
    charter.change(file, old, new)
    with pytest.raises(ContentError) as refused:
        load("crue", charter.root)
    assert str(refused.value) == f"{file}:{said}"


def test_a_contract_in_force_says_something_of_every_term(charter: MiniLibrary) -> None:
    two = "terms:\n  pont: {title: Pont, options: {bois: {title: Bois}, fer: {title: Fer}}}\n"
    charter.change(SCENARIO, "terms:\n", two)
    with pytest.raises(ContentError) as refused:
        load("crue", charter.root)
    assert str(refused.value) == (
        f"{SCENARIO}:21:1: le contrat en vigueur ne dit rien de : « pont »"
    )
    charter.change(SCENARIO, "current: {digue: basse}", "current: {digues: basse}")
    with pytest.raises(ContentError) as refused:
        load("crue", charter.root)
    assert [one.sentence for one in refused.value.diagnostics] == [
        "le contrat en vigueur ne dit rien de : « pont », « digue »",
        "terme inconnu « digues »",
    ]


def test_a_trigger_that_no_charter_can_cover_is_told(charter: MiniLibrary) -> None:
    more = "  - {id: CR-04, family: criteres, title: Lui, text: Qui ?, fields: {couleur: [eau]}}\n"
    charter.change(CARDS, "cards:\n", "cards:\n" + more)
    charter.change(SCENARIO, "[CR-01, CR-02, CR-03]", "[CR-01, CR-02, CR-04]")
    charter.change(SCENARIO, "suit: eau", "suit: argent")
    with pytest.raises(ContentError) as refused:
        load("crue", charter.root)
    assert str(refused.value) == (
        f"{SCENARIO}:29:58: aucun critère de la charte ne couvre « argent » (ajoutez à "
        "charter.criteria une carte de cette couleur)"
    )


def test_a_trigger_that_nobody_at_the_table_may_call_on_is_told(charter: MiniLibrary) -> None:
    charter.change(SCENARIO, "aval: {role: habitant,", "aval: {role: maire,")
    charter.change(SCENARIO, "suit: eau", "suit: argent")
    with pytest.raises(ContentError) as refused:
        load("crue", charter.root)
    assert (
        "29:58: aucune place ne peut demander l'ouverture sur « argent » (donnez à une place l'un "
        "de ces rôles : « habitant »)"
    ) in str(refused.value)


def test_a_charter_where_nobody_agrees_on_one_is_told(mini: MiniLibrary) -> None:
    mini.change(SCENARIO, "seats:\n", "charter: {criteria: [EF-01, EF-02]}\nseats:\n")
    with pytest.raises(ContentError) as refused:
        load("crue", mini.root)
    assert str(refused.value) == (
        f"{SCENARIO}:20:1: le jeu n'a pas d'étape où s'accorder sur une charte"
    )


CHECKED = [
    (
        "{id: profils, type: cast, title: Profils, stance: chosen}",
        "54:55: ce jeu n'a pas de postures (écrivez stances dans roles.yaml)",
    ),
    (
        "{id: bord, type: dashboard, title: B, form: recit}",
        "54:49: ce tableau n'aura aucune ligne (écrivez rows, ou ce qui en donne dans uses)",
    ),
    (
        "{id: cercle, type: join, title: C, at_least: 4}",
        "54:50: le jeu n'admet que 3 personnes : ce groupe n'existe jamais",
    ),
]


@pytest.mark.parametrize(("phase", "said"), CHECKED)
def test_what_can_t_be_played_is_told_by_check(charter: MiniLibrary, phase: str, said: str) -> None:
    charter.change(GAME, "  - id: adieu\n", f"  - {phase}\n  - id: adieu\n")
    found = [str(one) for one in check_path(charter.root / "decks/petit-jeu", charter.root)]
    assert f"{GAME}:{said}" in found
