"""A card on the screen is the printed one: the same display list, its icons and marks included."""

from pathlib import Path

import pytest

from eclaireurs_play import press
from eclaireurs_play.layout.cards import CardMaker, Face
from eclaireurs_play.layout.display import Modules
from eclaireurs_play.model.deck import Card
from eclaireurs_play.table.cards import Cards
from tests.support import FIXTURES, content
from tests.table.hands import LOOK

GAMES = ("zone-logistique", "cantine-secheresse", "cantine-locale")


@pytest.mark.parametrize("name", GAMES)
def test_a_card_on_the_screen_is_the_card_that_is_printed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that a printed face has besides is its QR code, which nobody scans from a screen."""
    printed: dict[str, Face] = {}
    drawn = CardMaker.front

    def front(maker: CardMaker, card: Card) -> Face:
        printed[card.id] = drawn(maker, card)
        return printed[card.id]

    monkeypatch.setattr(CardMaker, "front", front)
    press.print_kit(name, tmp_path / "kit.pdf")
    monkeypatch.undo()
    cards = Cards(content(name), LOOK, FIXTURES)
    known = content(name).content.cards
    assert known.keys() <= printed.keys()
    for card in known:
        shown = cards.face(card, 0, 0, 88)
        assert shown is not None
        assert shown.items == tuple(one for one in printed[card] if not isinstance(one, Modules))
