from dataclasses import replace

import pytest

from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.display import Group, Item, Line, Page, Text, walk
from eclaireurs_play.layout.modes import THIN, low_ink
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.surprises import surprise_cards
from eclaireurs_play.layout.trouble import LayoutError
from tests.layout.following import following
from tests.layout.samples import ICONS, content, formats, look

FORM = formats().cards["poker"]
CONTENT = content()
LEAST_SEEN = 3.5


def titled(title: str) -> PrintContent:
    """Give the sample with another title for the theme that has an icon."""
    deck = CONTENT.decks[0]
    water = deck.themes["eau"].model_copy(update={"title": title})
    renamed = deck.model_copy(update={"themes": {**deck.themes, "eau": water}})
    return replace(CONTENT, decks=(renamed,))


def front(found: PrintContent) -> tuple[Item, ...]:
    return CardMaker(found, FORM, look()).front(found.cards[0])


def icons(items: tuple[Item, ...]) -> list[Group]:
    return [one for one in items if isinstance(one, Group) and one.name.startswith("icône")]


def strings(items: tuple[Item, ...]) -> list[str]:
    return [one.string for one in walk(items) if isinstance(one, Text)]


def test_a_theme_shows_its_icon_beside_its_word_large_enough_to_be_seen() -> None:
    face = front(CONTENT)
    [drawn] = icons(face)
    [word] = [one for one in face if isinstance(one, Text) and one.string == "L’eau"]
    lines = [one for one in drawn.items if isinstance(one, Line)]
    xs = [drawn.x + x for one in lines for x, _ in one.points]
    ys = [drawn.y + y for one in lines for _, y in one.points]
    line = max(one.width for one in lines)
    assert max(max(xs) - min(xs), max(ys) - min(ys)) + line >= LEAST_SEEN
    assert min(xs) - line / 2 >= FORM.safe - 0.01
    assert max(xs) + line / 2 < word.x
    assert min(ys) < word.y < max(ys)


def test_icons_that_have_no_room_leave_words_alone_on_every_card() -> None:
    face = front(titled("L'eau qui court en aval"))
    assert icons(face) == []
    assert _whole("L’eau qui court en aval", "Les trajets") in strings(face)


def _whole(*words: str) -> str:
    return " · ".join(one.replace(" ", "\u00a0") for one in words)


def test_words_that_have_no_room_are_told() -> None:
    with pytest.raises(LayoutError, match="carte PO-01 : les thèmes ne tiennent pas"):
        front(titled("L'eau qui court en aval de chez nous"))


def test_without_drawings_the_words_are_parted_by_a_dot() -> None:
    face = front(replace(CONTENT, icons={}))
    assert icons(face) == []
    assert "L’eau · Les\u00a0trajets" in strings(face)


def test_an_icon_keeps_its_lines_when_ink_is_spared() -> None:
    page = Page(FORM.width, FORM.height, front(CONTENT))
    before, [after] = icons(page.items), icons(low_ink(page, "#999999").items)
    assert after == before[0]
    assert all(one.width <= THIN for one in after.items if isinstance(one, Line))


def test_a_suit_shows_its_icon_before_its_words() -> None:
    found, form = following(), formats().cards["lecture"]
    suits = {
        name: one.model_copy(update={"icon": "refresh-cw"})
        for name, one in found.game.suits.items()
    }
    game = found.game.model_copy(update={"suits": suits})
    shown = replace(found, game=game, icons={"refresh-cw": ICONS / "refresh-cw.svg"})
    plain = next(surprise_cards(found, form, look())).front()
    drawn = next(surprise_cards(shown, form, look())).front()
    [sign] = icons(drawn)
    assert icons(plain) == []
    title = next(iter(suits.values())).title.replace("'", "’")
    [word] = [one for one in drawn if isinstance(one, Text) and one.string == title]
    assert sign.x == pytest.approx(form.safe)
    assert word.x > sign.x + sign.width
