import pytest

from eclaireurs_play.content.loader import load, load_game
from eclaireurs_play.errors import ContentError
from tests.content.mini_library import MiniLibrary

GAME = "decks/petit-jeu/game.yaml"
CARDS = "decks/petit-jeu/cards.yaml"
ROLES = "decks/petit-jeu/roles.yaml"
SCENARIO = "scenarios/petit-jeu/crue.yaml"

REFERENCES = [
    (
        CARDS,
        "family: effets\n    title: Le bruit",
        "family: efets\n    title: Le bruit",
        "26:13: famille inconnue « efets » (vouliez-vous dire « effets » ?)",
    ),
    (
        CARDS,
        "themes: [eau]",
        "themes: [eaux]",
        "24:14: thème inconnu « eaux » (vouliez-vous dire « eau » ?)",
    ),
    (
        CARDS,
        "id: EF-02",
        "id: EF-01",
        "25:9: « EF-01 » désigne déjà une autre carte, à decks/petit-jeu/cards.yaml:19",
    ),
    (
        CARDS,
        "id: EF-02",
        "id: EX-02",
        "25:9: la carte EX-02 est de la famille « effets », dont le code est EF",
    ),
    (CARDS, "lieu: Gonesse, ", "", "29:5: il manque le champ « lieu » à la carte EX-01"),
    (
        CARDS,
        "lieu: Gonesse",
        "lieux: Gonesse",
        "33:14: champ inconnu « lieux » (vouliez-vous dire « lieu » ?)",
    ),
    (
        CARDS,
        "lieu: Gonesse",
        "lieu: GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG",
        "33:20: « lieu » : 31 caractères, 30 au plus : « GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG »",
    ),
    (
        CARDS,
        "lieu: Gonesse",
        "lieu: 12",
        "33:20: « lieu » : un texte est attendu, pas le nombre 12 (entourez-le de guillemets)",
    ),
    (
        CARDS,
        "annee: 2019",
        "annee: 1492",
        "33:36: « annee » : 1492 sort des bornes (au moins 1900)",
    ),
    (
        CARDS,
        "annee: 2019",
        "annee: deux mille",
        "33:36: « annee » : un nombre est attendu, pas « deux mille »",
    ),
    (
        CARDS,
        "issue: abandon",
        "issue: abandons",
        "33:49: « issue » : choix inconnu « abandons » (vouliez-vous dire « abandon » ?)",
    ),
    (
        GAME,
        "families: [effets]",
        "families: [effet]",
        "20:16: famille inconnue « effet » (vouliez-vous dire « effets » ?)",
    ),
    (
        GAME,
        "families: [exemples]",
        "families: [exemple]",
        "15:31: famille inconnue « exemple » (vouliez-vous dire « exemples » ?)",
    ),
    (
        GAME,
        "rate: [echelle]",
        "rate: [echele]",
        "21:12: appréciation inconnue « echele » (vouliez-vous dire « echelle » ?)",
    ),
    (
        GAME,
        "form: recit",
        "form: recits",
        "29:15: feuille inconnue « recits » (vouliez-vous dire « recit » ?)",
    ),
    (
        GAME,
        "uses: [tour, fiche]",
        "uses: [tour, fiches]",
        "33:22: résultat inconnu à cette étape « fiches » (vouliez-vous dire « fiche » ?)",
    ),
    (
        GAME,
        "uses: [tour, fiche]",
        "uses: [adieu]",
        "33:16: résultat inconnu à cette étape « adieu » (cette étape vient plus tard)",
    ),
    (
        GAME,
        "when: {given: bilan}",
        "when: {given: bilans}",
        "38:19: résultat inconnu à cette étape « bilans » (vouliez-vous dire « bilan » ?)",
    ),
    (
        GAME,
        "when: {given: bilan}",
        "when: {chose: [bilans, accords]}",
        "38:20: résultat inconnu à cette étape « bilans » (vouliez-vous dire « bilan » ?)",
    ),
    (
        GAME,
        "when: {given: bilan}",
        "repeat: {each: tours}",
        "38:20: résultat inconnu à cette étape « tours » (vouliez-vous dire « tour » ?)",
    ),
    (
        GAME,
        "when: {given: bilan}",
        "repeat: {until: {given: tours}}",
        "38:29: résultat inconnu à cette étape « tours » (vouliez-vous dire « tour » ?)",
    ),
    (
        GAME,
        "minutes: 10",
        "who: [mairesse]",
        "22:11: rôle inconnu « mairesse » (vouliez-vous dire « maire » ?)",
    ),
    (
        GAME,
        "forms:",
        "map: {rows: echelles, columns: echelle}\nforms:",
        "13:13: appréciation inconnue « echelles » (vouliez-vous dire « echelle » ?)",
    ),
    (
        ROLES,
        "id: habitant",
        "id: maire",
        "16:9: « maire » désigne déjà un autre rôle, à decks/petit-jeu/roles.yaml:3",
    ),
    (
        SCENARIO,
        "game: petit-jeu",
        "game: petit-jeux",
        "3:7: aucun jeu ne s'appelle « petit-jeux » (vouliez-vous dire « petit-jeu » ?)",
    ),
    (
        SCENARIO,
        "role: habitant",
        "role: habitante",
        "22:16: rôle inconnu « habitante » (vouliez-vous dire « habitant » ?)",
    ),
    (
        SCENARIO,
        "weights: {cout: 1}",
        "weights: {couts: 1}",
        "22:36: axe inconnu « couts » (vouliez-vous dire « cout » ?)",
    ),
    (
        SCENARIO,
        "axis: cout",
        "axis: cou",
        "21:64: axe inconnu « cou » (vouliez-vous dire « cout » ?)",
    ),
    (SCENARIO, "shows: [cout]", "shows: [prix]", "21:93: axe inconnu « prix »"),
    (SCENARIO, "moves: {cout: 40}", "moves: {prix: 40}", "18:37: axe inconnu « prix »"),
    (SCENARIO, "moves: {cout: 40}", "later: {prix: 40}", "18:37: axe inconnu « prix »"),
    (SCENARIO, "moves: {cout: 5}", "moves: {prix: 5}", "24:60: axe inconnu « prix »"),
    (
        SCENARIO,
        "role: habitant,",
        "role: habitant, optional: true,",
        "20:1: 1 place obligatoire, le jeu en demande 2 au moins",
    ),
    (
        SCENARIO,
        "  aval: {role: habitant, weights: {cout: 1}}\n",
        "  b: {role: maire}\n  c: {role: maire}\n  d: {role: habitant}\n",
        "20:1: 4 places, le jeu en admet 3 au plus",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), REFERENCES)
def test_a_name_that_does_not_hold_is_told_where_it_is(
    mini: MiniLibrary, file: str, old: str, new: str, said: str
) -> None:
    mini.change(file, old, new)
    with pytest.raises(ContentError) as refused:
        load("crue" if file == SCENARIO else "petit-jeu", mini.root)
    assert str(refused.value) == f"{file}:{said}"


def test_a_mistake_in_one_card_does_not_hide_those_of_the_next(mini: MiniLibrary) -> None:
    mini.change(CARDS, "title: L'eau, en aval", "title: [L'eau]")
    mini.change(CARDS, "family: effets\n    title: Le bruit", "family: efets\n    title: Le bruit")
    with pytest.raises(ContentError) as refused:
        load_game("petit-jeu", mini.root)
    assert [(one.line, one.sentence) for one in refused.value.diagnostics] == [
        (21, "« title » attend un texte, pas une liste"),
        (26, "famille inconnue « efets »"),
    ]


def test_what_refers_to_a_broken_item_is_not_told_as_well(mini: MiniLibrary) -> None:
    mini.change(CARDS, "shape: diamond", "shape: losange")
    mini.change(GAME, "form: recit", "form: recit\n        minuts: 3")
    with pytest.raises(ContentError) as refused:
        load_game("petit-jeu", mini.root)
    assert [(one.file.split("/")[-1], one.line) for one in refused.value.diagnostics] == [
        ("game.yaml", 30),
        ("cards.yaml", 9),
    ]


def test_a_repeated_phase_may_read_what_it_left_the_time_before(mini: MiniLibrary) -> None:
    mini.change(GAME, "title: La suite", "title: La suite\n    repeat: {until: {given: bilan}}")
    mini.change(GAME, "form: recit", "form: recit\n        when: {missing: bilan}")
    assert load_game("petit-jeu", mini.root).game.id == "petit-jeu"


def test_a_phase_may_come_back_for_each_place(mini: MiniLibrary) -> None:
    mini.change(GAME, "minutes: 10", "repeat: {each: places}")
    assert load_game("petit-jeu", mini.root).game.id == "petit-jeu"


def test_two_families_share_neither_an_id_nor_a_code(mini: MiniLibrary) -> None:
    mini.write(
        "decks/petit-jeu/cards-2.yaml",
        "title: Deux\nsource: a\nattribution: a\nlicense: a\n"
        "families:\n  effets: {title: E, code: EG, shape: star}\n"
        "  autres: {title: A, code: EX, shape: leaf}\n",
    )
    with pytest.raises(ContentError) as refused:
        load_game("petit-jeu", mini.root)
    assert [(one.line, one.sentence) for one in refused.value.diagnostics] == [
        (9, "« effets » désigne déjà une autre famille, à decks/petit-jeu/cards-2.yaml:6"),
        (12, "le code EX est déjà celui de la famille « autres »"),
    ]


POSTS = "{id: places, type: assign, title: Places, posts: exemples, PLUS}"
LOT = "{id: lot, type: sortition, title: Le tirage, pools: {liste: La liste}, draw: {PLUS}}"
GIVEN = "{id: tri, type: sort, title: Tri, gives: tas, bins: {a: A, b: B}}"
NEW = [
    (POSTS.replace("exemples", "exemple"), ("famille inconnue « exemple » (vouliez-vous dire "
     "« exemples » ?)")),
    (POSTS.replace("PLUS", "arbiter: [mairesse]"), ("rôle inconnu « mairesse » (vouliez-vous dire "
     "« maire » ?)")),
    (POSTS.replace("PLUS", "function: issues"), ("champ inconnu « issues » (vouliez-vous dire "
     "« issue » ?)")),
    (POSTS.replace("PLUS", "apart: [jour]"), "champ inconnu « jour »"),
    (POSTS.replace("PLUS", "level: lieu"), ("le champ « lieu » devrait être un choix (one_of) "
     "(d'après la famille de ces places)")),
    (POSTS.replace("PLUS", "hours: lieu"), ("le champ « lieu » devrait être un nombre (number) "
     "(d'après la famille de ces places)")),
    (POSTS.replace("PLUS", "level: issue, levels: {faits: {title: F, most: {}}}"),
     "choix inconnu « faits » (vouliez-vous dire « fait » ?)"),
    (POSTS.replace("PLUS", "function: issue, levels: {fait: {title: F, most: {abandons: 1}}}"),
     "choix inconnu « abandons » (vouliez-vous dire « abandon » ?)"),
    (LOT.replace("PLUS", "listes: 3"), ("liste inconnue « listes » (vouliez-vous dire "
     "« liste » ?)")),
    ("{id: relu, type: sort, title: Tri, bins: {a: A, b: B}, uses: [suite]}",
     ("résultat inconnu à cette étape « suite » (un groupe ne laisse rien lui-même : nommez une de "
     "ses étapes)")),
    ("{id: relu, type: sort, title: Tri, bins: {a: A, b: B}, uses: [relu]}",
     "résultat inconnu à cette étape « relu » (une étape ne se sert pas d'elle-même)"),
    (GIVEN + "\n  - {id: relu, type: sort, title: Tri, bins: {a: A, b: B}, uses: [tri]}",
     "résultat inconnu à cette étape « tri » (cette étape laisse « tas »)"),
    (GIVEN.replace("gives: tas", "uses: [relu]")
     + "\n  - {id: relu, type: sort, title: Tri, bins: {a: A, b: B}, uses: [tri]}",
     ("résultat inconnu à cette étape « relu » (cette étape vient plus tard et se sert elle-même "
     "de celle-ci)")),
]  # fmt: skip


@pytest.mark.parametrize(("phase", "said"), NEW)
def test_what_a_phase_of_a_decision_names_is_told_where_it_is(
    mini: MiniLibrary, phase: str, said: str
) -> None:
    phase = phase.replace(", PLUS", "")
    mini.change(GAME, "  - id: adieu\n", f"  - {phase}\n  - id: adieu\n")
    with pytest.raises(ContentError) as refused:
        load_game("petit-jeu", mini.root)
    (found,) = refused.value.diagnostics
    assert f"{found.sentence} ({found.hint})".removesuffix(" ()") == said
    text = (mini.root / GAME).read_text(encoding="utf-8").splitlines()
    word = said.split("« ")[1].split(" »", maxsplit=1)[0]
    assert text[found.line - 1][found.column - 1 :].startswith(word)


def test_posts_and_lots_that_name_what_exists_are_sound(mini: MiniLibrary) -> None:
    posts = POSTS.replace(
        "PLUS",
        "function: issue, level: issue, hours: annee, apart: [lieu], arbiter: [maire], "
        "levels: {fait: {title: F, most: {abandon: 1}}}",
    )
    phases = f"  - {posts}\n  - {LOT.replace('PLUS', 'liste: 3')}\n  - id: adieu\n"
    mini.change(GAME, "  - id: adieu\n", phases)
    assert load_game("petit-jeu", mini.root).game.phases[2].id == "places"


def test_a_part_of_the_synthesis_says_what_some_phase_leaves(mini: MiniLibrary) -> None:
    mini.change(GAME, "phases:\n  - id: tour", "synthesis: [{title: T, uses: [tours]}]\n"
                "phases:\n  - id: tour")  # fmt: skip
    with pytest.raises(ContentError) as refused:
        load_game("petit-jeu", mini.root)
    assert str(refused.value) == (
        f"{GAME}:16:31: résultat inconnu à cette étape « tours » (vouliez-vous dire « tour » ?)"
    )
