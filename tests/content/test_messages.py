import pytest

from eclaireurs_play.content.loader import load, load_game
from eclaireurs_play.errors import ContentError
from tests.content.mini_library import MiniLibrary

GAME = "decks/petit-jeu/game.yaml"
CARDS = "decks/petit-jeu/cards.yaml"
ROLES = "decks/petit-jeu/roles.yaml"
SCENARIO = "scenarios/petit-jeu/crue.yaml"

MODEL = [
    (
        GAME,
        "title: Le petit jeu",
        "title: 2024",
        "3:8: « title » attend un texte, pas le nombre 2024 (entourez-le de guillemets)",
    ),
    (
        GAME,
        "title: Le petit jeu",
        "title: true",
        "3:8: « title » attend un texte, pas true (entourez-le de guillemets)",
    ),
    (GAME, "title: Le petit jeu", "title:", "3:7: « title » attend un texte, pas rien"),
    (GAME, "title: Le petit jeu", "title: ''", "3:8: « title » est un texte vide"),
    (GAME, "intent: Essayer.", "intent: [a]", "5:9: « intent » attend un texte, pas une liste"),
    (
        GAME,
        "intent: Essayer.",
        "intent:\n  Il dit : non",
        (
            "6:3: « intent » attend un texte, pas un groupe de clés (« : » y est lu comme "
            'une clé ; entourez le texte de guillemets "…", ou écrivez-le sous la clé, après '
            "« > »)"
        ),
    ),
    (GAME, "intent: Essayer.\n", "", "2:1: il manque « intent »"),
    (
        GAME,
        "intent: Essayer.",
        "intentt: Essayer.",
        "5:1: clé inconnue « intentt » (vouliez-vous dire « intent » ?)",
    ),
    (
        GAME,
        "id: petit-jeu",
        "id: Petit jeu",
        (
            "2:5: identifiant mal formé « Petit jeu » pour « id » (un identifiant s'écrit en "
            "minuscules sans accents, avec des tirets : petit-jeu)"
        ),
    ),
    (
        GAME,
        "id: petit-jeu",
        "id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        (
            "2:5: « id » compte 61 caractères, 60 au plus : « "
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… »"
        ),
    ),
    (GAME, "{min: 2, max: 3}", "{min: 4, max: 3}", "9:10: players.min dépasse players.max"),
    (
        GAME,
        "{min: 2, max: 3}",
        "{min: deux, max: 3}",
        "9:16: « min » attend un nombre entier, pas le texte « deux »",
    ),
    (GAME, "{min: 2, max: 3}", "{min: 0, max: 3}", "9:16: « min » doit valoir au moins 1, pas 0"),
    (
        GAME,
        "{min: 2, max: 3}",
        "[2, 3]",
        "9:10: « players » attend un groupe de clés, pas une liste",
    ),
    (
        GAME,
        "{min: 2, max: 3}",
        "{min: 1.5, max: 3}",
        "9:16: « min » attend un nombre entier, pas le nombre 1.5",
    ),
    (
        GAME,
        "minutes: 10",
        "minutes: 0,5",
        "22:14: « minutes » attend un nombre, pas le texte « 0,5 » (écrivez 0.5)",
    ),
    (
        GAME,
        "minutes: 10",
        "minutes: 10 min",
        (
            "22:14: « minutes » attend un nombre, pas le texte « 10 min » (écrivez le nombre "
            "seul : 10)"
        ),
    ),
    (GAME, "minutes: 10", "minutes: 700", "22:14: « minutes » doit valoir au plus 600, pas 700"),
    (
        GAME,
        "minutes: 10",
        "locked: peut-être",
        "22:13: « locked » attend true ou false, pas le texte « peut-être »",
    ),
    (
        GAME,
        "minutes: 10",
        "order: in-trun",
        "22:12: valeur inconnue « in-trun » pour « order » (vouliez-vous dire « in-turn » ?)",
    ),
    (
        GAME,
        "minutes: 10",
        "who: mediateur",
        (
            "22:10: valeur inconnue « mediateur » pour « who » (au choix : each-seat, group "
            "ou facilitator)"
        ),
    ),
    (
        GAME,
        "minutes: 10",
        "who: 3",
        "22:10: « who » attend each-seat, group, facilitator ou une liste, pas le nombre 3",
    ),
    (
        GAME,
        "minutes: 10",
        "may: [skip, sauter]",
        "22:17: valeur inconnue « sauter » pour « may » (au choix : skip ou shorten)",
    ),
    (
        GAME,
        "minutes: 10",
        "who: [La Maire]",
        (
            "22:11: identifiant mal formé « La Maire » pour « who » (un identifiant s'écrit "
            "en minuscules sans accents, avec des tirets : la-maire)"
        ),
    ),
    (
        GAME,
        "minutes: 10",
        "origin: inventé",
        ("22:13: valeur inconnue « inventé » pour « origin » (vouliez-vous dire « invented » ?)"),
    ),
    (
        GAME,
        "minutes: 10",
        "locked: true\n    may: [skip]",
        "17:5: une étape verrouillée (locked) ne peut pas être sautée (may: [skip])",
    ),
    (
        GAME,
        "minutes: 10",
        "repeat: {times: 2, each: tour}",
        "22:13: repeat attend une seule clé parmi times, each et until (ou each avec until)",
    ),
    (GAME, "minutes: 10", "when: {}", "22:11: une condition doit dire au moins une chose"),
    (
        GAME,
        "type: cards",
        "type: card",
        "18:11: genre d'étape inconnu « card » (vouliez-vous dire « cards » ?)",
    ),
    (
        GAME,
        "type: cards",
        "type: jeu",
        (
            "18:11: genre d'étape inconnu « jeu » (au choix : allocate, amend, assign, cards, "
            "cast, charter, compose, consent, dashboard, debrief, gate, join, position, "
            "prioritise, propose, record, roleplay, sort, sortition, surprise, survey, "
            "synthesise, trigger ou vote)"
        ),
    ),
    (
        GAME,
        "    type: cards\n",
        "",
        (
            "17:5: il manque « type » à cette étape (au choix : allocate, amend, assign, cards, "
            "cast, charter, compose, consent, dashboard, debrief, gate, join, position, "
            "prioritise, propose, record, roleplay, sort, sortition, surprise, survey, "
            "synthesise, trigger ou vote)"
        ),
    ),
    (
        GAME,
        "families: [effets]",
        "families: effets",
        "20:15: « families » attend une liste, pas le texte « effets » (écrivez [effets])",
    ),
    (
        GAME,
        "families: [effets]",
        "families: []",
        "20:15: « families » compte 0 élément, il en faut au moins 1",
    ),
    (
        GAME,
        "rate: [echelle]",
        "rates: [echelle]",
        "21:5: clé inconnue « rates » (vouliez-vous dire « rate » ?)",
    ),
    (
        GAME,
        "one_of: [quartier, region]",
        "one_of: [Le quartier, region]",
        (
            "12:38: identifiant mal formé « Le quartier » (un identifiant s'écrit en "
            "minuscules sans accents, avec des tirets : le-quartier)"
        ),
    ),
    (
        GAME,
        "one_of: [quartier, region]",
        "one_of: [? quartier, region]",
        "12:37: « one_of » attend un groupe de clés, pas une liste",
    ),
    (
        GAME,
        "one_of: [quartier, region]",
        "one_of: [2024, region]",
        "12:38: « one_of » attend un texte, pas le nombre 2024 (entourez-le de guillemets)",
    ),
    (
        GAME,
        "one_of: [quartier, region]",
        "one_of: [a], text: 20",
        "12:12: un champ est soit text, soit number, soit one_of, soit many_of, soit seat",
    ),
    (
        GAME,
        "{projet: {text: 200}}",
        "{}",
        "14:33: « fields » compte 0 élément, il en faut au moins 1",
    ),
    (
        GAME,
        "bins: {accords: Accords, desaccords: Désaccords}",
        "bins: {accords: Accords}",
        "34:15: « bins » compte 1 élément, il en faut au moins 2",
    ),
    (
        CARDS,
        "id: EF-01",
        "id: EF1",
        ("19:9: identifiant mal formé « EF1 » pour « id » (un code de carte s'écrit comme EF-07)"),
    ),
    (
        CARDS,
        "code: EF",
        "code: Ef",
        (
            "9:33: identifiant mal formé « Ef » pour « code » (un code de famille s'écrit en "
            "deux ou trois capitales)"
        ),
    ),
    (
        CARDS,
        "shape: diamond",
        "shape: diamant",
        "9:44: valeur inconnue « diamant » pour « shape » (vouliez-vous dire « diamond » ?)",
    ),
    (
        CARDS,
        "shape: diamond",
        "shape: losange",
        (
            "9:44: valeur inconnue « losange » pour « shape » (au choix : circle, square, "
            "diamond, triangle, hexagon, drop, cross, arch, star ou leaf)"
        ),
    ),
    (
        CARDS,
        "themes: [eau]",
        "themes: [eau\n",
        "24:13: la liste ouverte ici par « [ » n'est pas refermée",
    ),
    (
        CARDS,
        "annee: 2019",
        "annee: {a: b}",
        (
            "33:36: « annee » attend un texte, un nombre ou une liste, pas un groupe de clés "
            '(« : » y est lu comme une clé ; entourez le texte de guillemets "…", ou '
            "écrivez-le sous la clé, après « > »)"
        ),
    ),
    (
        ROLES,
        "short: Maire",
        "short: Madame la maire de la ville",
        "5:12: « short » compte 27 caractères, 24 au plus : « Madame la maire de la ville »",
    ),
    (
        SCENARIO,
        "moves: {cout: 40}",
        "moves: {cout: 12,5}",
        (
            "18:47: « 5 » attend un nombre, pas rien (entre accolades, la virgule sépare : "
            "écrivez les décimales avec un point)"
        ),
    ),
    (
        SCENARIO,
        "moves: {cout: 40}",
        "moves: {cout: 12.5 k€}",
        (
            "18:43: « cout » attend un nombre, pas le texte « 12.5 k€ » (écrivez le nombre "
            "seul : 12.5)"
        ),
    ),
    (
        SCENARIO,
        "moves: {cout: 40}",
        "moves: {cout: }",
        "18:43: « cout » attend un nombre, pas rien",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), MODEL)
def test_a_wrong_value_is_told_in_french_where_it_is(
    mini: MiniLibrary, file: str, old: str, new: str, said: str
) -> None:
    mini.change(file, old, new)
    with pytest.raises(ContentError) as refused:
        load("crue" if file == SCENARIO else "petit-jeu", mini.root)
    assert str(refused.value) == f"{file}:{said}"


def test_all_problems_come_at_once_in_the_order_of_the_file(mini: MiniLibrary) -> None:
    mini.change(GAME, "title: Le petit jeu", "title: 3")
    mini.change(GAME, "type: cards", "type: card")
    mini.change(CARDS, "shape: diamond", "shape: losange")
    mini.change(ROLES, "short: Maire", "court: Maire")
    with pytest.raises(ContentError) as refused:
        load_game("petit-jeu", mini.root)
    assert [f"{one.file.split('/')[-1]}:{one.line}" for one in refused.value.diagnostics] == [
        "game.yaml:3",
        "game.yaml:18",
        "cards.yaml:9",
        "roles.yaml:5",
    ]


def test_what_a_terminal_would_obey_is_never_repeated(mini: MiniLibrary) -> None:
    mini.change(GAME, "minutes: 10", 'order: "x\\u200b\\u202e"')
    with pytest.raises(ContentError) as refused:
        load_game("petit-jeu", mini.root)
    assert str(refused.value).isprintable()
