"""Cards: the face people read, and the details printed behind a card that lies open."""

from dataclasses import dataclass, field

from eclaireurs_play.layout import typography
from eclaireurs_play.layout.bands import BAND, family_band
from eclaireurs_play.layout.codes import draw_code
from eclaireurs_play.layout.display import Box, Group, Item
from eclaireurs_play.layout.facts import FactsStyle, draw_facts, facts, facts_style
from eclaireurs_play.layout.fitting import fitted
from eclaireurs_play.layout.look import (
    STRONG,
    Letter,
    Look,
    Setting,
    Style,
    draw_setting,
    label,
    set_prose,
)
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.trouble import Unplaced, naming
from eclaireurs_play.model.deck import Card, Family
from eclaireurs_play.model.print import CardFormat, Size

FOOT = 9.0
OPEN_FOOT = 2.6
ABOVE_FOOT = 0.8
QUIET = 1.5
TITLE_LINES = 2
THEMES_ABOVE = 3.6
"""How far the themes stand above the bottom of the text, in mm: the code is under them."""

Face = tuple[Item, ...]


@dataclass(frozen=True)
class CardMaker:
    """Draws the cards of one content in one format; `codes` adds the QR codes."""

    content: PrintContent
    form: CardFormat
    look: Look
    codes: bool = True
    _frames: dict[str, Group] = field(default_factory=dict, init=False, compare=False)
    _styles: dict[str, FactsStyle] = field(default_factory=dict, init=False, compare=False)

    @property
    def inside(self) -> Box:
        """Give the area where text may stand."""
        safe = self.form.safe
        return Box(safe, safe, self.form.width - 2 * safe, self.form.height - 2 * safe)

    def _foot(self, card: Card) -> float:
        """Give where the text must end: above the QR code, or above the letter code alone."""
        bottom = self.inside.y + self.inside.height
        return bottom - (OPEN_FOOT if self._is_open(card) else FOOT)

    def _is_open(self, card: Card) -> bool:
        return card.family in self.content.looked_up

    def front(self, card: Card) -> Face:
        """Draw the face of a card; overflow is an error that names it."""
        with naming(self._label(card)):
            return self._front(card)

    def details(self, card: Card) -> Face:
        """Draw what stands behind a card that lies open: its longer fields and its source."""
        with naming(self._label(card)):
            return self._details(card)

    def _front(self, card: Card) -> Face:
        family, inside = self.content.families[card.family], self.inside
        top = inside.y + BAND + 3.0
        title = self._title(card)
        items: list[Item] = [self._frame(card.family, family)]
        items += draw_setting(title, inside.x, top, self.look)
        top += title.height + 0.4
        found = facts(card, family)
        placed, tall = draw_facts(found, (inside.x, top), family, self._facts(card.family))
        items += placed
        top += tall
        items += self._text(card, family, top + 1.8)
        return (*items, *self._foot_items(card))

    def _facts(self, name: str) -> FactsStyle:
        """Give how the facts of a family's cards are set, the same for all."""
        if name not in self._styles:
            family = self.content.families[name]
            cards = (facts(one, family) for one in self.content.cards if one.family == name)
            self._styles[name] = facts_style(cards, self.inside.width, self.look)
        return self._styles[name]

    def _details(self, card: Card) -> Face:
        family, inside = self.content.families[card.family], self.inside
        here = inside.y + BAND + 4.0
        items: list[Item] = [self._frame(card.family, family)]
        for setting in self._detail_settings(card, family, small=False):
            items += draw_setting(setting, inside.x, here, self.look)
            here += setting.height + (0.4 if setting.style.voice is STRONG else 2.6)
        over = here - 2.6 - (inside.y + inside.height - FOOT)
        if over > 0:
            raise Unplaced(f"le dos dépasse de {over:.0f} mm")
        return (*items, self._code_label(card), *self._code(card))

    def _label(self, card: Card) -> str:
        return f"{self.content.where(card.id)} : carte {card.id}"

    def _frame(self, name: str, family: Family) -> Group:
        """Draw what every card of a family shares: the band with its marks."""
        if name not in self._frames:
            items = family_band(family, self.inside, self.look)
            width, height = self.form.width, self.form.height
            self._frames[name] = Group(items, name=f"face {name}", width=width, height=height)
        return self._frames[name]

    def _title(self, card: Card) -> Setting:
        size = self.look.theme.sizes.card_title

        def set_at(points: float) -> Setting:
            style = Style(points, size.leading, self.look.theme.ink, STRONG)
            return set_prose(card.title, self.inside.width, style, self.look)

        points = fitted(
            size, lambda one: set_at(one).count <= TITLE_LINES, self._label(card), "le titre"
        )
        return set_at(points)

    def _text(self, card: Card, family: Family, top: float) -> list[Item]:
        """Set the text, then, for a card drawn from a pile, its fields and source under it."""
        sizes = self.look.theme.sizes
        size = sizes.open_text if self._is_open(card) else sizes.card_text
        below = self._below(card, family)
        room = self._foot(card) - ABOVE_FOOT - top - sum(one.height + 1.2 for one in below)

        def set_at(points: float) -> Setting:
            style = Style(points, size.leading, self.look.theme.ink, spacing=0.4)
            return set_prose(card.text, self.inside.width, style, self.look)

        points = fitted(size, lambda one: set_at(one).height <= room, self._label(card), "le texte")
        items = draw_setting(set_at(points), self.inside.x, top, self.look)
        here = self._foot(card) - ABOVE_FOOT - sum(one.height + 1.2 for one in below)
        for setting in below:
            here += 1.2
            items += draw_setting(setting, self.inside.x, here, self.look)
            here += setting.height
        return items

    def _below(self, card: Card, family: Family) -> tuple[Setting, ...]:
        if self._is_open(card):
            return ()
        return self._detail_settings(card, family, small=True)

    def _detail(self, text: str, size: Size) -> Setting:
        style = Style(size.most, size.leading, self.look.theme.soft)
        return set_prose(text, self.inside.width, style, self.look)

    def _detail_settings(self, card: Card, family: Family, *, small: bool) -> tuple[Setting, ...]:
        """Set the longer fields and the source, each under its label."""
        named = list(facts(card, family).long)
        if card.source:
            named.append(("Source", card.source))
        if small:
            size = self.look.theme.sizes.card_detail
            return tuple(self._detail(f"{title} : {text}", size) for title, text in named)
        return tuple(one for title, text in named for one in self._titled(title, text))

    def _titled(self, title: str, text: str) -> tuple[Setting, Setting]:
        theme, width = self.look.theme, self.inside.width
        heading = Style(theme.sizes.small.most, 1.3, theme.ink, STRONG)
        body = Style(theme.sizes.card_text.least, 1.35, theme.ink)
        return set_prose(title, width, heading, self.look), set_prose(text, width, body, self.look)

    def _foot_items(self, card: Card) -> list[Item]:
        """Draw the code, and for a card from a pile its themes in words and its QR code."""
        items: list[Item] = [self._code_label(card)]
        if self._is_open(card):
            return items
        items += self._code(card)
        titles = (self.content.subjects[one].title for one in card.themes)
        themes = " · ".join(title.replace(" ", typography.FIXED) for title in titles)
        if themes:
            theme = self.look.theme
            style = Style(theme.sizes.card_mark, 1.25, theme.soft)
            setting = set_prose(themes, self.inside.width - FOOT - 2 * QUIET, style, self.look)
            if setting.height > FOOT - THEMES_ABOVE:
                raise Unplaced("les thèmes ne tiennent pas au pied de la carte")
            top = self.inside.y + self.inside.height - THEMES_ABOVE - setting.height
            items += draw_setting(setting, self.inside.x, top, self.look)
        return items

    def _code(self, card: Card) -> list[Item]:
        if not self.codes:
            return []
        inside = self.inside
        x, y = inside.x + inside.width - FOOT, inside.y + inside.height - FOOT
        text = f"{self.content.game.id}/{card.id}"
        return [draw_code(text, x, y, FOOT, self.look.theme.ink)]

    def _code_label(self, card: Card) -> Item:
        theme = self.look.theme
        bottom = self.inside.y + self.inside.height
        return label(
            card.id,
            (self.inside.x, bottom - 0.2),
            Letter("bold", theme.sizes.card_code, theme.ink),
            self.look,
        )
