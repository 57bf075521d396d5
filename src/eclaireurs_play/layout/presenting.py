"""The first page of the rules: what a game is, who plays, why, with what."""

from eclaireurs_play.layout.blocks import GUTTER, Column, bullets, in_pairs, prose, title
from eclaireurs_play.layout.display import Box, Group, Item
from eclaireurs_play.layout.flow import Strip, height, stack, stacked
from eclaireurs_play.layout.look import (
    HEAVY,
    STRONG,
    Letter,
    Look,
    Style,
    draw_setting,
    label,
    set_prose,
)
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.shapes import draw_shape
from eclaireurs_play.layout.steps import steps, whole_words
from eclaireurs_play.model.deck import Family

TIGHTER = (0.0, 0.5, 1.0, 1.5, 2.0)
"""How much smaller the first page is tried, in points of its summary."""


def what_it_is(content: PrintContent, area: Box, look: Look) -> list[Item]:
    """Say what the game is, at the largest size that keeps everything on one page."""
    column = Column(area.width, look)
    for tight in TIGHTER:
        strips = _presented(content, column, tight)
        if height(strips) <= area.height:
            break
    return stacked(strips, area)


def _presented(content: PrintContent, column: Column, tight: float) -> list[Strip]:
    """Set title, summary, four facts, why, the families; `tight` takes points and mm away."""
    game, sizes, theme = content.game, column.look.theme.sizes, column.look.theme
    body = Style(sizes.text.most - tight / 2, sizes.text.leading, theme.ink)
    before = 9 - 2 * tight
    return [
        *prose(column, game.title, Style(sizes.cover.most, 1.1, theme.ink, HEAVY)),
        *prose(column, game.summary, Style(12 - tight, 1.42, theme.ink), 4),
        _facts(content, column),
        *title(column, "Pourquoi jouer", sizes.heading, before),
        *prose(column, game.intent, body, 2.5),
        *title(column, "Les cartes", sizes.heading, before),
        *_families(content, column),
        *title(column, "Ce qu'il faut", sizes.heading, before),
        *_material(content, column),
    ]


def _material(content: PrintContent, column: Column) -> list[Strip]:
    """List the material in two columns of about the same height."""
    half = column.half
    style = Style(8.5, 1.35, column.look.theme.ink)
    middle = (len(content.game.material) + 1) // 2
    sides = (content.game.material[:middle], content.game.material[middle:])
    lists = [stack(bullets(half, side, style)) for side in sides if side]
    items = [Group(one.items, at * (half.width + GUTTER), 0) for at, one in enumerate(lists)]
    return [Strip(max(one.height for one in lists), tuple(items), 2.5)] if lists else []


_DECIDES = {
    "nothing": "Rien : le jeu éclaire",
    "the-table": "La table décide",
    "the-holder": "Qui porte l'idée décide",
}


def _facts(content: PrintContent, column: Column) -> Strip:
    """Draw four facts side by side: how many people, how long, who leads, what is decided."""
    game = content.game
    found = steps(game.phases, content.titles)
    facts = (
        ("Autour de la table", f"{game.players.min} à {game.players.max} personnes"),
        ("Durée", whole_words(found)),
        ("Anime", game.facilitator),
        ("Ce qui est décidé", _DECIDES[game.decides]),
    )
    theme, wide = column.look.theme, column.width / len(facts)
    items: list[Item] = []
    tall = 15.0
    for place, (name, fact) in enumerate(facts):
        x = place * wide
        items.append(
            label(name, (x, 3), Letter("regular", theme.sizes.note, theme.soft), column.look)
        )
        style = Style(11.5, 1.22, theme.ink, STRONG)
        setting = set_prose(fact, wide - 5, style, column.look)
        items += draw_setting(setting, x, 5, column.look)
        tall = max(tall, 5 + setting.height)
    return Strip(tall, tuple(items), before=8)


def _families(content: PrintContent, column: Column) -> list[Strip]:
    """Draw each family's mark, how many cards it has and what it invites to."""
    half = column.half
    cells = [family_strip(name, family, content, half) for name, family in content.families.items()]
    return in_pairs(column, cells, 4.5)


def family_strip(name: str, family: Family, content: PrintContent, column: Column) -> Strip:
    """Draw a family's mark, its title, how many cards it has and what it invites to."""
    look, theme = column.look, column.look.theme
    swatch = look.swatch(family.shape)
    many = sum(card.family == name for card in content.cards)
    count = f"{many} cartes" if many > 1 else f"{many} carte"
    if name in content.looked_up:
        count += ", à consulter"
    heading = label(family.title, (14, 4.2), Letter("semibold", 11, swatch.ink), look)
    after = 14 + look.fonts.width("semibold", 11, heading.string) + 2.5
    words = prose(column.narrowed(14), family.invites or "", Style(8.5, 1.35, theme.ink))
    items: list[Item] = [
        draw_shape(family.shape, 5, 5.4, 9, fill=swatch.ink),
        heading,
        label(count, (after, 4.2), Letter("regular", 8, theme.soft), look),
    ]
    here = 6.4
    for strip in words:
        items.append(Group(strip.items, 14, here))
        here += strip.height
    return Strip(max(here, 11), tuple(items))
