import pytest

from eclaireurs_play.content.loader import load_game, load_scenario
from tests.content.mini_library import MiniLibrary

GAME = "decks/petit-jeu/game.yaml"
CARDS = "decks/petit-jeu/cards.yaml"
ROLES = "decks/petit-jeu/roles.yaml"
SCENARIO = "scenarios/petit-jeu/crue.yaml"

REWORDED = [
    (CARDS, "Où ira l'eau ?", "Par où passera l'eau ?"),
    (CARDS, "title: Le bruit", "title: Le bruit de nuit"),
    (CARDS, "lieu: Gonesse", "lieu: Gonesse (Val-d'Oise)"),
    (CARDS, "source: Un journal", "source: Un autre journal"),
    (GAME, "summary: Trois cartes, deux places.", "summary: Trois cartes."),
    (GAME, "{title: Échelle,", "{title: Jusqu'où,"),
    (GAME, "{vecu: Qu'avez-vous vécu ?}", "{vecu: Et vous ?}"),
    (GAME, "minutes: 10", "minutes: 10\n    origin: text"),
    (ROLES, "wants: [Un accord]", "wants: [Un accord, La paix]"),
    (ROLES, "holds_to: Sa parole.", "holds_to: À sa parole."),
    (SCENARIO, "title: Haute", "title: Très haute"),
    (SCENARIO, "origin_note: Inventé.", "origin_note: Tout est inventé."),
]
CHANGED = [
    (CARDS, "id: EF-02", "id: EF-03"),
    (CARDS, "themes: [eau]", "copies: 2"),
    (CARDS, "annee: 2019", "annee: 2020"),
    (GAME, "minutes: 10", "hidden: true"),
    (GAME, "max: 3", "max: 4"),
    (GAME, "one_of: [quartier, region]", "one_of: [region, quartier]"),
    (GAME, "{text: 200}", "{text: 201}"),
    (GAME, "id: adieu", "id: au-revoir"),
    (GAME, "uses: [tour, fiche]", "uses: [fiche]"),
    (ROLES, "id: habitant", "id: maire2"),
    (SCENARIO, "moves: {cout: 40}", "moves: {cout: 41}"),
    (SCENARIO, "at_most: 30", "at_least: 30"),
    (SCENARIO, "shows: [cout]", "long_view: 0.5"),
]


def _digests(mini: MiniLibrary, file: str) -> tuple[str, str]:
    content = (
        load_scenario("crue", mini.root) if file == SCENARIO else load_game("petit-jeu", mini.root)
    )
    return content.rules_digest, content.texts_digest


@pytest.mark.parametrize(("file", "old", "new"), REWORDED)
def test_rewording_changes_only_the_texts(mini: MiniLibrary, file: str, old: str, new: str) -> None:
    rules, texts = _digests(mini, file)
    mini.change(file, old, new)
    changed_rules, changed_texts = _digests(mini, file)
    assert changed_rules == rules
    assert changed_texts != texts


@pytest.mark.parametrize(("file", "old", "new"), CHANGED)
def test_changing_a_number_or_an_id_changes_the_rules(
    mini: MiniLibrary, file: str, old: str, new: str
) -> None:
    if "maire2" in new:
        mini.change(SCENARIO, "role: habitant", "role: maire")
    rules, texts = _digests(mini, file)
    mini.change(file, old, new)
    changed_rules, changed_texts = _digests(mini, file)
    assert changed_rules != rules
    assert changed_texts != texts


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [(CARDS, "shape: star", "shape: leaf"), (GAME, "minutes: 10", "minutes: 11")],
)
def test_how_a_game_is_told_or_printed_is_no_rule(
    mini: MiniLibrary, file: str, old: str, new: str
) -> None:
    rules, texts = _digests(mini, file)
    mini.change(file, old, new)
    changed_rules, changed_texts = _digests(mini, file)
    assert changed_rules == rules
    assert changed_texts != texts


@pytest.mark.parametrize("file", [GAME, CARDS, ROLES, SCENARIO])
def test_the_way_a_file_is_laid_out_changes_nothing(mini: MiniLibrary, file: str) -> None:
    before = _digests(mini, SCENARIO)
    text = (mini.root / file).read_text(encoding="utf-8")
    mini.write(file, "# un commentaire\r\n" + text.replace("\n", "\r\n"))
    assert _digests(mini, SCENARIO) == before


def test_a_game_changes_the_digests_of_its_scenarios(mini: MiniLibrary) -> None:
    rules, texts = _digests(mini, SCENARIO)
    mini.change(GAME, "max: 3", "max: 4")
    changed_rules, changed_texts = _digests(mini, SCENARIO)
    assert changed_rules != rules
    assert changed_texts != texts


def test_digests_are_short_hexadecimal(mini: MiniLibrary) -> None:
    for one in _digests(mini, SCENARIO):
        assert len(one) == 16
        assert int(one, 16)
