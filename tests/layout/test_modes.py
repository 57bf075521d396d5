from collections.abc import Iterator
from itertools import combinations
from pathlib import Path as FilePath
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.layout import modes
from eclaireurs_play.layout.backs import card_back
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.display import (
    Circle,
    Item,
    Line,
    Modules,
    Page,
    Path,
    Rect,
    Strokes,
    Text,
    walk,
    words,
)
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.stances import StanceCard
from eclaireurs_play.layout.surprises import surprise_cards
from eclaireurs_play.model.deck import Shape
from eclaireurs_play.model.print import Size, Theme, contrast, luminance
from tests.layout.samples import FONTS, content, formats, look, theme
from tests.layout.test_library import GAMES, loaded

FORMATS = formats()
CARD = FORMATS.cards["poker"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
THEMES = {"colour": theme(), "grey": modes.greyscale(theme())}


def whole_card() -> Page:
    """Both sides of a card, one over the other."""
    found = content()
    front = CardMaker(found, CARD, look()).front(found.cards[0])
    family = found.families["ponts"]
    back = card_back(family, "ponts", CARD, look(), game="Le jeu", figure="ripples")
    return Page(CARD.width, CARD.height, (*front, back))


def colours(one: Theme) -> Iterator[str]:
    yield from (one.ink, one.soft, one.line, one.faint, one.ground, one.accent, one.paper)
    for swatch in one.shapes.values():
        yield from (swatch.ink, swatch.tint, swatch.solid)


@pytest.mark.parametrize("name", THEMES)
def test_every_text_is_read_on_every_ground_it_stands_on(name: str) -> None:
    one = THEMES[name]
    grounds = (one.paper, one.ground)
    pairs = [(text, ground) for text in (one.ink, one.soft, one.accent) for ground in grounds]
    for swatch in one.shapes.values():
        pairs += [(swatch.ink, swatch.tint), (swatch.ink, one.paper)]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_a_grey_is_as_light_as_its_colour(colour: str) -> None:
    grey = modes.grey(colour)
    assert grey[1:3] == grey[3:5] == grey[5:7]
    assert abs(luminance(grey) - luminance(colour)) < 0.005


def test_greyscale_leaves_no_colour() -> None:
    assert all(one[1:3] == one[3:5] == one[5:7] for one in colours(THEMES["grey"]))


def test_in_greyscale_families_still_differ_by_shape_and_pattern_that_show() -> None:
    swatches = THEMES["grey"].shapes
    for one, other in combinations(SHAPES, 2):
        assert swatches[one].pattern != swatches[other].pattern
    for swatch in swatches.values():
        assert contrast(swatch.solid, swatch.tint) >= 3


def test_low_ink_draws_no_solid_no_tint_and_no_code() -> None:
    drawn = list(walk(modes.low_ink(whole_card(), theme().line).items))
    for item in drawn:
        if isinstance(item, Rect | Circle | Path):
            dot = isinstance(item, Circle) and item.radius <= modes.DOT
            assert item.fill is None or luminance(item.fill) == 1 or dot
            assert item.stroke is None or item.line <= modes.THIN
        if isinstance(item, Strokes | Line):
            assert item.width <= modes.THIN
    assert not [item for item in drawn if isinstance(item, Modules)]


def test_low_ink_loses_no_word_and_moves_none() -> None:
    card = whole_card()
    lighter = modes.low_ink(card, theme().line)
    assert texts(lighter.items) == texts(card.items)


def texts(items: tuple[Item, ...]) -> list[Text]:
    return [item for item in walk(items) if isinstance(item, Text)]


def test_low_ink_twice_is_low_ink() -> None:
    once = modes.low_ink(whole_card(), theme().line)
    assert modes.low_ink(once, theme().line) == once


def test_large_type_sets_nothing_under_14_points() -> None:
    sizes = modes.large_type(theme()).sizes
    for name in type(sizes).model_fields:
        size = getattr(sizes, name)
        assert (size.least if isinstance(size, Size) else size) >= 14, name
    assert sizes.card_text.least >= 16


@pytest.mark.parametrize("folder", GAMES, ids=lambda folder: folder.name)
def test_every_card_fits_in_large_print(folder: FilePath) -> None:
    found = loaded(folder)
    large = Look(modes.large_type(theme()), FONTS)
    hand, told = FORMATS.cards["a6"], FORMATS.cards["a5"]
    maker = CardMaker(found, hand, large)
    for card in found.cards:
        body = [text.size for text in texts(maker.front(card))]
        assert min(body) >= 14
        if card.family in found.looked_up:
            maker.details(card)
    for surprise in surprise_cards(found, told, large):
        assert surprise.front()
        assert surprise.back()
    for stance in found.roles.stances:
        assert StanceCard(stance, found, told, large).front()


def test_large_cards_are_at_least_twice_as_large() -> None:
    larger = modes.large_cards(FORMATS)
    for name, sheet in FORMATS.sheets.items():
        before, after = FORMATS.cards[sheet.card], larger.cards[larger.sheets[name].card]
        assert after.width * after.height >= 2 * before.width * before.height


def test_tall_cards_leave_alone_what_is_tall_enough() -> None:
    taller = modes.tall_cards(FORMATS)
    assert taller.sheets["a4-neuf-cartes"].card == "tarot"
    assert taller.sheets["a4-quatre-cartes"] == FORMATS.sheets["a4-quatre-cartes"]


def test_large_cards_in_two_languages_are_a5() -> None:
    both = modes.tall_cards(modes.large_cards(FORMATS), large=True)
    assert {sheet.card for sheet in both.sheets.values()} == {"a5"}


def test_an_enlarged_page_keeps_its_words() -> None:
    card = whole_card()
    larger = modes.enlarged(card)
    assert words(larger.items) == words(card.items)
    assert larger.width == round(card.width * modes.ENLARGED)
    sheet = modes.enlarged(Page(210, 297, ()))
    assert (sheet.width, sheet.height) == (297, 420)


def test_a_proof_shows_the_cut_the_bleed_and_where_text_must_stay() -> None:
    drawn = modes.proof(CARD, look())
    boxes = [item for item in drawn.items if isinstance(item, Rect)]
    found = {(box.x, box.y, box.width, box.height) for box in boxes}
    safe, bleed = CARD.safe, CARD.bleed
    assert found == {
        (0, 0, 63, 88),
        (-bleed, -bleed, 63 + 2 * bleed, 88 + 2 * bleed),
        (safe, safe, 63 - 2 * safe, 88 - 2 * safe),
    }
    assert "63 × 88 mm" in words((drawn,)).replace("\u00a0", " ")


def test_the_grid_of_a_proof_is_every_5_mm() -> None:
    [grid] = [item for item in modes.proof(CARD, look()).items if isinstance(item, Strokes)]
    across = sorted({x for x, _, end, _ in grid.segments if x == end})
    down = sorted({y for _, y, _, end in grid.segments if y == end})
    assert across == [5.0 * step for step in range(1, 13)]
    assert down == [5.0 * step for step in range(1, 18)]


def test_a_proof_is_drawn_above_a_page() -> None:
    card = whole_card()
    assert modes.proof_page(card, look()).items[: len(card.items)] == card.items


def test_modes_join() -> None:
    both = modes.large_type(modes.greyscale(theme()))
    assert both.sizes == modes.large_type(theme()).sizes
    assert both.shapes == modes.greyscale(theme()).shapes
