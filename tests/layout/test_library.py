"""Every card and every seat that ships fits its paper."""

from pathlib import Path

import pytest

from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.display import Text, walk, words
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.seats import places
from eclaireurs_play.layout.sheets import role_sheets
from eclaireurs_play.layout.surprises import SurpriseCard
from eclaireurs_play.layout.tents import tents
from eclaireurs_play.model.deck import Deck
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.role import Roles
from eclaireurs_play.model.scenario import Scenario
from tests.layout.samples import FONTS, ROOT, formats, look, read

GAMES = sorted(path.parent for path in (ROOT / "decks").glob("*/game.yaml"))


def data(file: Path) -> object:
    return read(file.read_text(encoding="utf-8"))


def loaded(folder: Path) -> PrintContent:
    stories = sorted((ROOT / "scenarios" / folder.name).glob("*.yaml"))
    return PrintContent(
        game=Game.model_validate(data(folder / "game.yaml")),
        decks=tuple(Deck.model_validate(data(file)) for file in sorted(folder.glob("cards*.yaml"))),
        roles=Roles.model_validate(data(folder / "roles.yaml")),
        scenarios=tuple(Scenario.model_validate(data(file)) for file in stories),
        where=lambda name: name,
        digest="",
        fonts_dir=FONTS,
        formats=formats(),
    )


@pytest.mark.parametrize("folder", GAMES, ids=lambda folder: folder.name)
def test_every_card_fits_at_nine_points_or_more(folder: Path) -> None:
    content = loaded(folder)
    maker = CardMaker(content, content.formats.cards["poker"], look())
    for card in content.cards:
        body = [
            item.size
            for item in walk(maker.front(card))
            if isinstance(item, Text) and item.font in ("regular", "italic") and item.size > 8
        ]
        assert body
        assert min(body) >= 9
        if card.family in content.looked_up:
            maker.details(card)


@pytest.mark.parametrize("folder", GAMES, ids=lambda folder: folder.name)
def test_every_seat_fits_its_sheet_and_its_tent(folder: Path) -> None:
    content = loaded(folder)
    form = content.formats.pages["a4-plein"]
    found = places(content)
    assert len(list(role_sheets(found, content, form, look()))) == 2 * -(-len(found) // 2)
    assert list(tents(found, content, form, look()))


@pytest.mark.parametrize("folder", GAMES, ids=lambda folder: folder.name)
def test_every_surprise_fits_its_card_on_both_sides(folder: Path) -> None:
    content = loaded(folder)
    form = content.formats.cards["lecture"]
    for scenario in content.scenarios:
        for name, surprise in scenario.surprises.items():
            card = SurpriseCard(name, surprise, scenario, form, look())
            for side in (card.front(), card.back()):
                for text in (item for item in walk(side) if isinstance(item, Text)):
                    right = text.x + look().fonts.width(text.font, text.size, text.string)
                    assert form.safe - 1e-6 <= text.x
                    assert right <= form.width - form.safe + 1e-6
                    assert text.y <= form.height - form.safe + 1e-6


@pytest.mark.parametrize("folder", GAMES, ids=lambda folder: folder.name)
def test_no_card_shows_the_code_of_an_option(folder: Path) -> None:
    content = loaded(folder)
    maker = CardMaker(content, content.formats.cards["poker"], look())
    for card in content.cards:
        printed = words((*maker.front(card), *maker.details(card))).split()
        slugs = {
            one
            for value in card.fields.values()
            for one in (value if isinstance(value, tuple) else (value,))
            if isinstance(one, str) and "-" in one and one.islower() and " " not in one
        }
        assert not slugs & set(printed), card.id
