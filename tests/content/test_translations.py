import re

import pytest

from eclaireurs_play.checks import check_library
from eclaireurs_play.content.loader import load_game
from eclaireurs_play.content.translations import load_translation
from eclaireurs_play.errors import ContentError, NotFoundError
from tests.content.mini_library import MiniLibrary
from tests.support import REPOSITORY

FILE = "decks/petit-jeu/en.yaml"
ENGLISH = """\
# yaml-language-server: $schema=../../schemas/translation.json
language: en
attribution: us
license: CC BY-SA 4.0
families:
  effets: Effects
  exemples: Examples
cards:
"""
CARD = """\
  {code}:
    title: The noise
    text: Who will hear it?
"""


def english(*codes: str) -> str:
    return ENGLISH + "".join(CARD.format(code=code) for code in codes)


def test_every_translation_that_ships_is_whole() -> None:
    for path in sorted((REPOSITORY / "decks").glob("*/en.yaml")):
        content = load_game(path.parent.name, REPOSITORY)
        assert set(load_translation(content, "en").cards) == set(content.cards)


def figures(text: str) -> set[str]:
    """List the numbers of a text, whatever parts their thousands and decimals."""
    return set(re.findall(r"\d+", re.sub(r"(?<=\d)[ ,.](?=\d)", "", text)))


def test_public_cases_keep_their_figures_in_english() -> None:
    content = load_game("jeu-des-impacts", REPOSITORY)
    translation = load_translation(content, "en")
    cases = [card for card in content.cards.values() if card.source]
    assert len(cases) == 12
    for card in cases:
        french = card.text.replace("2 fois moins", "moitié moins")
        assert figures(translation.cards[card.id].text) == figures(french), card.id


def test_a_game_that_is_not_translated_is_told(mini: MiniLibrary) -> None:
    content = load_game("petit-jeu", mini.root)
    with pytest.raises(NotFoundError, match=r"pas traduit en « en » .*petit-jeu/en\.yaml"):
        load_translation(content, "en")
    with pytest.raises(
        NotFoundError, match=r"langue inconnue : « eng » \(vouliez-vous dire « en »"
    ):
        load_translation(content, "eng")


def test_missing_cards_are_named(mini: MiniLibrary) -> None:
    mini.write(FILE, english("EF-01"))
    content = load_game("petit-jeu", mini.root)
    missing = [code for code in content.cards if code != "EF-01"]
    with pytest.raises(NotFoundError, match=f"traductions? manquent? : {', '.join(missing)}"):
        load_translation(content, "en")
    said = [one for one in check_library(mini.root) if one.file == FILE]
    assert [one.warning for one in said] == [True]


def test_an_unknown_card_has_its_line_and_a_guess(mini: MiniLibrary) -> None:
    content = load_game("petit-jeu", mini.root)
    mini.write(FILE, english(*content.cards, "EF-0"))
    with pytest.raises(ContentError, match=r"en\.yaml"):
        load_translation(content, "en")
    mini.write(FILE, english(*content.cards, "EF-92"))
    with pytest.raises(ContentError) as refused:
        load_translation(content, "en")
    [told] = refused.value.diagnostics
    assert (told.line, told.sentence) == (9 + 3 * len(content.cards), "carte inconnue « EF-92 »")


def test_a_whole_translation_is_not_told(mini: MiniLibrary) -> None:
    content = load_game("petit-jeu", mini.root)
    mini.write(FILE, english(*content.cards))
    assert load_translation(content, "en").cards.keys() == content.cards.keys()
    assert not [one for one in check_library(mini.root) if one.file == FILE]
