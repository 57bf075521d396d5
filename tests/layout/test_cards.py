from dataclasses import replace

import pytest

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.backs import card_back
from eclaireurs_play.layout.cards import CardMaker, Face
from eclaireurs_play.layout.display import Modules, Text, walk, words
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.typography import french, paragraphs, plain
from eclaireurs_play.model.deck import Card
from tests.layout.samples import content, formats, look

FORM = formats().cards["poker"]


def maker(found: PrintContent | None = None, *, codes: bool = True) -> CardMaker:
    return CardMaker(found or content(), FORM, look(), codes)


def with_card(**changes: object) -> tuple[CardMaker, Card]:
    found = content()
    card = found.cards[0].model_copy(update=changes)
    deck = found.decks[0].model_copy(update={"cards": (card,)})
    return maker(replace(found, decks=(deck,))), card


def texts(face: Face) -> list[Text]:
    return [item for item in walk(face) if isinstance(item, Text)]


def test_every_word_of_a_card_is_on_its_face() -> None:
    drawn = maker()
    for card in drawn.content.cards:
        printed = words(drawn.front(card)).split()
        wanted = " ".join((french(card.title), *map(plain, paragraphs(card.text)), card.id))
        assert set(wanted.split()) <= set(printed)


def test_a_drawn_card_carries_its_code_its_themes_and_its_qr() -> None:
    drawn = maker()
    face = drawn.front(drawn.content.cards[0])
    assert "PO-01" in words(face)
    assert ["L’eau", "\xa0Les\xa0trajets"][0] in words(face)
    [code] = [item for item in walk(face) if isinstance(item, Modules)]
    assert code.side >= 9
    assert code.x + code.side <= FORM.width - FORM.safe + 1e-6


def test_the_qr_is_quiet_around() -> None:
    drawn = maker()
    face = drawn.front(drawn.content.cards[0])
    [code] = [item for item in walk(face) if isinstance(item, Modules)]
    quiet = 4 * code.side / len(code.rows)
    for text in texts(face):
        right = text.x + look().fonts.width(text.font, text.size, text.string)
        clear = right <= code.x - quiet or text.y <= code.y - quiet + 1e-6
        assert clear, text


def test_without_codes_no_qr_is_drawn() -> None:
    drawn = maker(codes=False)
    face = drawn.front(drawn.content.cards[0])
    assert not [item for item in walk(face) if isinstance(item, Modules)]


def test_text_stays_inside_the_safe_area_and_is_never_small() -> None:
    drawn = maker()
    for card in drawn.content.cards:
        for text in texts(drawn.front(card)):
            assert text.size >= 7
            assert FORM.safe - 1e-6 <= text.x
            right = text.x + look().fonts.width(text.font, text.size, text.string)
            assert right <= FORM.width - FORM.safe + 1e-6
            assert FORM.safe <= text.y <= FORM.height - FORM.safe


def test_a_card_that_lies_open_has_its_source_and_details_behind() -> None:
    drawn = maker()
    card = drawn.content.cards[-1]
    assert card.family == "recits"
    assert "Saint-Cyr" in words(drawn.front(card))
    details = words(drawn.details(card))
    assert "Une gazette inventée, 2020" in details
    assert "Savoir s’il chante encore." in details
    assert min(text.size for text in texts(drawn.details(card))) >= 7


def test_too_long_a_text_names_file_line_and_card() -> None:
    drawn, card = with_card(text="Un texte beaucoup trop long pour une carte. " * 20)
    message = (
        r"decks/jeu-du-pont/cards\.yaml:5:9 : carte PO-01 : le texte ne tient pas, même à 9 pt"
    )
    with pytest.raises(LayoutError, match=message):
        drawn.front(card)


def test_too_long_a_title_is_named() -> None:
    drawn, card = with_card(title="Un titre bien trop long pour deux lignes " * 3)
    with pytest.raises(LayoutError, match="carte PO-01 : le titre ne tient pas"):
        drawn.front(card)


def test_a_missing_glyph_names_its_card() -> None:
    drawn, card = with_card(text="Un bonhomme ☃ sur le pont ?")
    with pytest.raises(LayoutError, match=r"carte PO-01 : .*U\+2603"):
        drawn.front(card)


def test_a_back_names_its_family_and_its_game() -> None:
    found = content()
    family = found.families["rives"]
    back = card_back(family, "rives", FORM, look(), game=found.game.title, figure="ripples")
    assert {"RI", "Et", "sur", "l’autre", "rive", "?", "Le", "jeu", "du", "pont"} <= set(
        words(back.items).split()
    )


@pytest.mark.parametrize("figure", ["ripples", "rays", "steps", "weave"])
def test_every_figure_is_drawn(figure: str) -> None:
    family = content().families["ponts"]
    back = card_back(family, "ponts", FORM, look(), game="Jeu", figure=figure)  # type: ignore[arg-type]
    assert back.bleed == FORM.bleed
    assert list(walk(back.items))


def test_a_name_too_long_for_its_band_or_its_back_is_told() -> None:
    found = content()
    long = found.families["ponts"].model_copy(update={"title": "Les ponts que l'on ne passe plus"})
    decks = (found.decks[0].model_copy(update={"families": {**found.families, "ponts": long}}),)
    alone = replace(found, decks=decks)
    with pytest.raises(LayoutError, match="trop long pour le bandeau"):
        maker(alone).front(found.cards[0])
    wide = long.model_copy(update={"title": long.title * 2})
    with pytest.raises(LayoutError, match="trop long pour le dos"):
        card_back(wide, "ponts", FORM, look(), game="Jeu", figure="ripples")


@pytest.mark.parametrize("form", ["a7", "carree", "tarot", "lecture"])
def test_the_names_on_a_back_keep_to_their_strip_on_every_format(form: str) -> None:
    card = formats().cards[form]
    family = content().families["ponts"]
    back = card_back(family, "ponts", card, look(), game="Le jeu du pont", figure="weave")
    below = [item for item in walk(back.items) if isinstance(item, Text)][1:]
    assert all(card.height * 0.79 < text.y < card.height for text in below)
