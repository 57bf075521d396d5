import pytest

from eclaireurs_play.checks import style
from eclaireurs_play.content.loader import load_game, load_scenario
from eclaireurs_play.content.wording import word_count
from tests.content.mini_library import MiniLibrary

GAME = "decks/petit-jeu/game.yaml"
CARDS = "decks/petit-jeu/cards.yaml"
ROLES = "decks/petit-jeu/roles.yaml"
SCENARIO = "scenarios/petit-jeu/crue.yaml"

LONG = "Pourquoi " + "encore " * 45 + "?"

MISTAKES = [
    (CARDS, "Qui l'entendra ?", LONG, "28:11: la carte EF-02 compte 46 mots, 45 au plus"),
    (CARDS, "    source: Un journal\n", "", "29:5: la carte EX-01 ne cite pas sa source"),
]
WARNINGS = [
    (CARDS, "Qui l'entendra ?", "Il réveille.", "28:11: la carte EF-02 ne pose pas de question"),
    (
        CARDS,
        "title: Le bruit",
        "title: Le bruit de la nuit, celui du matin",
        "27:12: le titre de EF-02 compte 35 caractères (34 tiennent sur une ligne)",
    ),
    (
        ROLES,
        "who: Elle habite ici.",
        "who: Elle met l'usager au cœur.",
        "6:10: jargon : « usager au cœur » (dites qui, et ce qui change)",
    ),
    (
        GAME,
        "intent: Essayer.",
        "intent: Co-construire ensemble.",
        "5:9: jargon : « Co-construire » (construire avec, faire ensemble)",
    ),
    (
        GAME,
        "intent: Essayer.",
        "intent: Coconstruisons.",
        "5:9: jargon : « Coconstruisons » (construire avec, faire ensemble)",
    ),
    (
        GAME,
        "intent: Essayer.",
        "intent: Des synergies.",
        "5:9: jargon : « synergies » (travail commun, entraide)",
    ),
    (
        GAME,
        "intent: Essayer.",
        "intent: Ce qui impacte la ville.",
        "5:9: jargon : « impacte » (toucher, changer, peser sur)",
    ),
    (
        GAME,
        "intent: Essayer.",
        "intent: Challenger le projet.",
        "5:9: jargon : « Challenger » (mettre à l'épreuve, contredire)",
    ),
    (
        GAME,
        "intent: Essayer.",
        "intent: Les parties prenantes.",
        "5:9: jargon : « parties prenantes » (nommez les personnes)",
    ),
    (
        SCENARIO,
        "question: Que faire ?",
        "question: Que disent les habitant·e·s ?",
        "11:11: le point médian se lit mal à voix haute : « habitant·e·s » (écrivez les deux mots)",
    ),
    (
        SCENARIO,
        "question: Que faire ?",
        "question: Que disent les habitant.e.s ?",
        "11:11: cette écriture se lit mal à voix haute : « habitant.e.s » (écrivez les deux mots)",
    ),
    (
        SCENARIO,
        "question: Que faire ?",
        'question: Que dit le "Plan" ?',
        '11:11: guillemets droits : « " » (écrivez « … »)',
    ),
]


def _said(mini: MiniLibrary, file: str) -> list[tuple[str, bool]]:
    if file == SCENARIO:
        found = style.of_scenario(load_scenario("crue", mini.root))
    else:
        found = style.of_game(load_game("petit-jeu", mini.root))
    return [(str(one).replace("avertissement : ", ""), one.warning) for one in found]


@pytest.mark.parametrize(("file", "old", "new", "said"), MISTAKES)
def test_a_card_that_cannot_be_played_is_a_mistake(
    mini: MiniLibrary, file: str, old: str, new: str, said: str
) -> None:
    mini.change(file, old, new)
    assert _said(mini, file) == [(f"{file}:{said}", False)]


@pytest.mark.parametrize(("file", "old", "new", "said"), WARNINGS)
def test_a_text_that_sounds_wrong_is_warned_about(
    mini: MiniLibrary, file: str, old: str, new: str, said: str
) -> None:
    mini.change(file, old, new)
    assert _said(mini, file) == [(f"{file}:{said}", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Le jeu des impacts, son impact.",
        "Le challenge... non.",
        "Rendez-vous à 12 h. Et après ?",
        "Voir insee.fr pour plus.",
    ][::2],
)
def test_plain_words_are_left_alone(mini: MiniLibrary, text: str) -> None:
    mini.change(GAME, "intent: Essayer.", f"intent: {text}")
    assert _said(mini, GAME) == []


def test_credits_keep_the_words_of_others(mini: MiniLibrary) -> None:
    mini.change(CARDS, "source: Un journal", 'source: "Le guide des « parties prenantes »"')
    assert _said(mini, CARDS) == []


def test_words_are_counted_as_people_count_them() -> None:
    assert word_count("L'eau, « en aval » : où ira-t-elle ?") == 5
