"""One size for the titles and the texts of a family; a card that does not fit is alone in it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.display import Text, walk
from eclaireurs_play.layout.fitting import scaled, shared
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.model.deck import Card
from eclaireurs_play.model.print import Size
from tests.layout.samples import content, formats, look
from tests.layout.test_library import GAMES, loaded

FORM = formats().cards["poker"]
SIZE = Size(most=12, least=9)
LONG = "Le pont chante quand le vent tourne, et la rivière lui répond. " * 6


def with_texts(*texts: str) -> PrintContent:
    found = content(ponts=len(texts))
    cards = [
        card.model_copy(update={"text": text})
        for card, text in zip(found.decks[0].cards, texts, strict=False)
    ]
    deck = found.decks[0].model_copy(update={"cards": tuple(cards)})
    return replace(found, decks=(deck,))


def body(maker: CardMaker, card: Card) -> set[float]:
    found = (item for item in walk(maker.front(card)) if isinstance(item, Text))
    return {item.size for item in found if item.font == "regular" and item.size > 8}


@pytest.mark.parametrize("folder", GAMES, ids=lambda folder: folder.name)
def test_a_family_has_one_size_of_title_and_one_of_text(folder: Path) -> None:
    found = loaded(folder)
    maker = CardMaker(found, FORM, look())
    for family in found.families:
        cards = [card for card in found.cards if card.family == family]
        sizes = [
            frozenset(
                item.size
                for item in walk(maker.front(card))
                if isinstance(item, Text) and item.font in ("regular", "semibold")
            )
            for card in cards
        ]
        assert len({max(one) for one in sizes}) == 1, family


def test_the_longest_text_sets_the_size_of_all() -> None:
    found = with_texts("Qui traverse ?", LONG)
    maker = CardMaker(found, FORM, look())
    short, long = (body(maker, card) for card in found.cards)
    assert short == long
    assert max(short) < look().theme.sizes.card_text.most


def test_what_can_t_fit_is_its_own_trouble_only() -> None:
    found = with_texts("Qui traverse ?", LONG * 4, "Un bonhomme ☃ ?")
    maker = CardMaker(found, FORM, look())
    assert body(maker, found.cards[0]) == {look().theme.sizes.card_text.most}
    with pytest.raises(LayoutError, match="carte PO-02 : le texte ne tient pas"):
        maker.front(found.cards[1])
    with pytest.raises(LayoutError, match=r"carte PO-03 : .*U\+2603"):
        maker.front(found.cards[2])


@given(st.lists(st.floats(8, 13), max_size=6))
def test_the_shared_size_is_the_largest_that_suits_all_that_can_be_set(limits: list[float]) -> None:
    fits = [lambda size, limit=limit: size <= limit + 1e-9 for limit in limits]
    found = shared(SIZE, fits)
    can = [limit for limit in limits if limit >= SIZE.least]
    assert all(found <= limit + 1e-9 for limit in can)
    assert found >= min([SIZE.most, *can]) - 0.1 - 1e-9


@given(st.floats(9, 12))
def test_another_size_goes_down_in_step(points: float) -> None:
    other = Size(most=10, least=8)
    found = scaled(points, SIZE, other)
    assert found == pytest.approx(8 + (points - 9) * 2 / 3, abs=1e-3)
    assert scaled(9, Size(most=9, least=9), other) == 8
