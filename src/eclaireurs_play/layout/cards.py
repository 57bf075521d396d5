"""Cards: the face people read, and the details printed behind a card that lies open."""

from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from eclaireurs_play.layout.bands import BAND, family_band
from eclaireurs_play.layout.codes import draw_code
from eclaireurs_play.layout.display import Box, Group, Item
from eclaireurs_play.layout.facts import FactsStyle, draw_facts, facts, facts_style, facts_tall
from eclaireurs_play.layout.fitting import fitted, scaled, shared
from eclaireurs_play.layout.images import TALLEST, placed
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
from eclaireurs_play.layout.second import Second
from eclaireurs_play.layout.subjects import SubjectLine, subjects_of
from eclaireurs_play.layout.trouble import Unplaced, naming
from eclaireurs_play.model.deck import Card, Family, Translation
from eclaireurs_play.model.print import CardFormat, Size

LEAST_FOOT = 9.0
"""Side of a QR code, which is the height of the foot, in mm; larger when type is."""

UNDER_OPEN = 0.55
"""Space between a text and the code of a card that lies open, in mm."""

ABOVE_FOOT = 0.8
QUIET = 1.5
TITLE_LINES = 2

UNDER_BAND, UNDER_TITLE, ABOVE_TEXT = 3.0, 0.4, 1.8
"""Space under the band, under the title, and above the text, in mm."""

ABOVE_DETAIL, ABOVE_PICTURE = 1.2, 1.2
ABOVE_CODE = 1.95
"""Space between the capitals of the code and the themes above it, in mm."""

Face = tuple[Item, ...]


@dataclass(frozen=True)
class CardMaker:
    """Draws the cards of one content in one format.

    `codes` adds the QR codes, `second` another language under the first. Titles have one size in a
    family, and so have texts: that of the longest card.
    """

    content: PrintContent
    form: CardFormat
    look: Look
    codes: bool = True
    second: Translation | None = None
    _frames: dict[str, Group] = field(default_factory=dict, init=False, compare=False)
    _styles: dict[str, FactsStyle] = field(default_factory=dict, init=False, compare=False)
    _sizes: dict[str, tuple[Size, Size]] = field(default_factory=dict, init=False, compare=False)

    @cached_property
    def inside(self) -> Box:
        """Give the area where text may stand."""
        safe = self.form.safe
        return Box(safe, safe, self.form.width - 2 * safe, self.form.height - 2 * safe)

    @cached_property
    def foot(self) -> float:
        """Give the height of the foot: a line of themes over the code, beside the QR code."""
        mark = SubjectLine(self.look, self.inside.width).height
        return max(LEAST_FOOT, self._code_tall + ABOVE_CODE + mark)

    def front(self, card: Card) -> Face:
        """Draw the face of a card; overflow is an error that names it."""
        with naming(self._label(card)):
            return self._front(card)

    def details(self, card: Card) -> Face:
        """Draw what stands behind a card that lies open: its longer fields and its source."""
        with naming(self._label(card)):
            return self._details(card)

    def _label(self, card: Card) -> str:
        return f"{self.content.where(card.id)} : carte {card.id}"

    def _is_open(self, card: Card) -> bool:
        return card.family in self.content.looked_up

    def _front(self, card: Card) -> Face:
        family, inside = self.content.families[card.family], self.inside
        title_size, text_size = self._sized(card)
        title, found = self._title(card, title_size), facts(card, family)
        items: list[Item] = [self._frame(card.family, family)]
        top = inside.y + BAND + UNDER_BAND
        items += draw_setting(title, inside.x, top, self.look)
        top += title.height + UNDER_TITLE
        placed, tall = draw_facts(found, (inside.x, top), family, self._facts(card.family))
        items += placed
        shown, high = self._picture(card, top + tall)
        items += shown
        top += tall + high + ABOVE_TEXT
        items += draw_setting(self._text(card, text_size), inside.x, top, self.look)
        return (*items, *self._low(card, text_size), *self._foot_items(card))

    def _sized(self, card: Card) -> tuple[float, float]:
        """Give the sizes of a card's title and text: its family's, when it fits them.

        Raises LayoutError when it fits at no size.
        """
        of_title, of_text = self._family_sizes(card.family)
        title = fitted(of_title, partial(self._title_fits, card), self._label(card), "le titre")
        fits = partial(self._text_fits, card, title_size=title)
        return title, fitted(of_text, fits, self._label(card), "le texte")

    def _family_sizes(self, name: str) -> tuple[Size, Size]:
        """Give the sizes of the titles and of the texts of a family, the most being its own.

        Cards made during a session take the sizes of the others, if there are others.
        """
        if name not in self._sizes:
            every = [one for one in self.content.cards if one.family == name]
            cards = [one for one in every if one.id not in self.content.made] or every
            of_title, of_text = self.look.theme.sizes.card_title, self._text_sizes(cards[0])
            title = shared(of_title, (partial(self._title_fits, one) for one in cards))
            texts = (partial(self._text_fits, one, title_size=title) for one in cards)
            self._sizes[name] = (
                of_title.model_copy(update={"most": title}),
                of_text.model_copy(update={"most": shared(of_text, texts)}),
            )
        return self._sizes[name]

    def _title_fits(self, card: Card, points: float) -> bool:
        return self._title(card, points).count <= TITLE_LINES

    def _text_fits(self, card: Card, points: float, title_size: float) -> bool:
        return self._text(card, points).height <= self._room(card, points, title_size)

    def _room(self, card: Card, points: float, title_size: float) -> float:
        """Give the height left for the text, between what is above and what is below."""
        family = self.content.families[card.family]
        title = self._title(card, title_size).height + UNDER_TITLE
        tall = facts_tall(facts(card, family), family, self._facts(card.family))
        tall += self._picture(card, 0)[1]
        above = BAND + UNDER_BAND + title + tall + ABOVE_TEXT
        return self._foot(card) - ABOVE_FOOT - self.inside.y - above - self._low_tall(card, points)

    def _picture(self, card: Card, top: float) -> tuple[Face, float]:
        """Draw the picture of a card, if it has one, and give the height it takes."""
        if card.image is None:
            return (), 0.0
        folder, room = self.content.folder or Path(), self.form.height * TALLEST
        box = Box(self.inside.x, top + ABOVE_PICTURE, self.inside.width, room)
        drawn, tall = placed(card.image, folder, box, self.look)
        return drawn, ABOVE_PICTURE + tall

    def _foot(self, card: Card) -> float:
        """Give where the text must end: above the QR code, or above the letter code alone."""
        bottom = self.inside.y + self.inside.height
        return bottom - (self._code_tall + UNDER_OPEN if self._is_open(card) else self.foot)

    def _facts(self, name: str) -> FactsStyle:
        """Give how the facts of a family's cards are set, the same for all."""
        if name not in self._styles:
            family = self.content.families[name]
            cards = (facts(one, family) for one in self.content.cards if one.family == name)
            self._styles[name] = facts_style(cards, self.inside.width, self.look)
        return self._styles[name]

    def _frame(self, name: str, family: Family) -> Group:
        """Draw what every card of a family shares: the band with its marks."""
        if name not in self._frames:
            second = self.second.families.get(name) if self.second else None
            other = second if second != family.title else None
            items = family_band(family, self.inside, self.look, second=other)
            width, height = self.form.width, self.form.height
            self._frames[name] = Group(
                items, name=f"face {name} {self.form.id}", width=width, height=height
            )
        return self._frames[name]

    def _title(self, card: Card, points: float) -> Setting:
        size = self.look.theme.sizes.card_title
        style = Style(points, size.leading, self.look.theme.ink, STRONG)
        return set_prose(card.title, self.inside.width, style, self.look)

    def _text_sizes(self, card: Card) -> Size:
        sizes = self.look.theme.sizes
        return sizes.open_text if self._is_open(card) else sizes.card_text

    def _text(self, card: Card, points: float) -> Setting:
        leading = self._text_sizes(card).leading
        style = Style(points, leading, self.look.theme.ink, spacing=0.4)
        return set_prose(card.text, self.inside.width, style, self.look)

    def _low(self, card: Card, points: float) -> list[Item]:
        """Draw what stands on the foot: the second language, then fields and source."""
        here = self._foot(card) - ABOVE_FOOT - self._low_tall(card, points)
        items: list[Item] = []
        if second := self._second(card, points):
            items += second.draw((self.inside.x, here), self.look)
            here += second.height
        for setting in self._below(card):
            here += ABOVE_DETAIL
            items += draw_setting(setting, self.inside.x, here, self.look)
            here += setting.height
        return items

    def _low_tall(self, card: Card, points: float) -> float:
        second = self._second(card, points)
        below = sum(ABOVE_DETAIL + one.height for one in self._below(card))
        return below + (second.height if second else 0.0)

    def _second(self, card: Card, points: float) -> Second | None:
        """Set the card in the second language, as much smaller than its most as the first is."""
        if self.second is None:
            return None
        if card.id not in self.second.cards:
            raise Unplaced(f"la carte n'est pas traduite ({self.second.language}.yaml)")
        return Second.of(
            self.second.cards[card.id],
            scaled(points, self._text_sizes(card), self.look.theme.sizes.second_text),
            self.inside.width,
            self.look,
        )

    def _below(self, card: Card) -> tuple[Setting, ...]:
        """Set the longer fields and the source of a card drawn from a pile."""
        if self._is_open(card):
            return ()
        details = _details(card, self.content.families[card.family])
        if not details:
            return ()
        size = self.look.theme.sizes.card_detail
        style = Style(size.most, size.leading, self.look.theme.soft)
        named = (f"{title} : {text}" for title, text in details)
        return tuple(set_prose(one, self.inside.width, style, self.look) for one in named)

    def _details(self, card: Card) -> Face:
        family, inside = self.content.families[card.family], self.inside
        here = inside.y + BAND + 4.0
        items: list[Item] = [self._frame(card.family, family)]
        for title, text in _details(card, family):
            for setting in self._titled(title, text):
                items += draw_setting(setting, inside.x, here, self.look)
                here += setting.height + (0.4 if setting.style.voice is STRONG else 2.6)
        over = here - 2.6 - (inside.y + inside.height - self.foot)
        if over > 0:
            raise Unplaced(f"le dos dépasse de {over:.0f} mm")
        return (*items, self._code_label(card), *self._code(card))

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
        if subjects := subjects_of(card, self.content):
            line = self._subject_line
            under = self._code_tall + ABOVE_CODE + line.height
            at = (self.inside.x, self.inside.y + self.inside.height - under)
            items += line.draw(subjects, at, icons=self._icons_fit)
        return items

    @cached_property
    def _subject_line(self) -> SubjectLine:
        return SubjectLine(self.look, self.inside.width - self.foot - 2 * QUIET)

    @cached_property
    def _icons_fit(self) -> bool:
        """Tell whether every card has room for its icons; else none shows any."""
        cards = (one for one in self.content.cards if not self._is_open(one))
        return self._subject_line.holds_icons(subjects_of(one, self.content) for one in cards)

    def _code(self, card: Card) -> list[Item]:
        if not self.codes:
            return []
        inside, side = self.inside, self.foot
        x, y = inside.x + inside.width - side, inside.y + inside.height - side
        text = f"{self.content.game.id}/{card.id}"
        return [draw_code(text, x, y, side, self.look.theme.ink)]

    @cached_property
    def _code_tall(self) -> float:
        return self.look.fonts.cap_height("bold", self.look.theme.sizes.card_code)

    def _code_label(self, card: Card) -> Item:
        theme = self.look.theme
        bottom = self.inside.y + self.inside.height
        return label(
            card.id,
            (self.inside.x, bottom - 0.2),
            Letter("bold", theme.sizes.card_code, theme.ink),
            self.look,
        )


def _details(card: Card, family: Family) -> list[tuple[str, str]]:
    """List the longer fields of a card, then its source, each with its title."""
    source = [("Source", card.source)] if card.source else []
    return [*facts(card, family).long, *source]
