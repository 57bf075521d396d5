"""Cards: the face people read, and the details printed behind a card that lies open."""

from dataclasses import dataclass, field

from eclaireurs_play.layout import typography
from eclaireurs_play.layout.codes import draw_code
from eclaireurs_play.layout.display import Box, Group, Item, Rect
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
from eclaireurs_play.layout.patterns import texture
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.shapes import draw_shape
from eclaireurs_play.layout.trouble import naming
from eclaireurs_play.model.deck import Card, Family
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.print import CardFormat, Size

BAND = 8.0
FOOT = 9.0
OPEN_FOOT = 2.6
ABOVE_FOOT = 0.8
QUIET = 1.5
LEAST_PATTERN = 2.0
TITLE_LINES = 2
SHORT_FIELD = 60
"""A field of at most so many characters stands beside the title."""

Face = tuple[Item, ...]


@dataclass(frozen=True)
class CardMaker:
    """Draws the cards of one content in one format; `codes` adds the QR codes."""

    content: PrintContent
    form: CardFormat
    look: Look
    codes: bool = True
    _frames: dict[str, Group] = field(default_factory=dict, init=False, compare=False)

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
        family = self.content.families[card.family]
        inside = self.inside
        top = inside.y + BAND + 3.0
        title = self._title(card)
        items: list[Item] = [self._frame(card.family, family)]
        items += draw_setting(title, inside.x, top, self.look)
        top += title.height + 0.4
        place = self._beside_title(card, family)
        if place:
            items += draw_setting(place, inside.x, top, self.look)
            top += place.height
        items += self._text(card, family, top + 1.8)
        return (*items, *self._foot_items(card))

    def _details(self, card: Card) -> Face:
        family = self.content.families[card.family]
        inside = self.inside
        here = inside.y + BAND + 4.0
        items: list[Item] = [self._frame(card.family, family)]
        for setting in self._detail_settings(card, family, small=False):
            items += draw_setting(setting, inside.x, here, self.look)
            here += setting.height + (0.4 if setting.style.voice is STRONG else 2.6)
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

    def _beside_title(self, card: Card, family: Family) -> Setting | None:
        """Set the short fields on a line under the title."""
        written = [
            _written(value)
            for name, value in card.fields.items()
            if _is_short(family.fields.get(name))
        ]
        if not written:
            return None
        return self._detail(" · ".join(written), self.look.theme.sizes.card_detail)

    def _detail(self, text: str, size: Size) -> Setting:
        style = Style(size.most, size.leading, self.look.theme.soft)
        return set_prose(text, self.inside.width, style, self.look)

    def _detail_settings(self, card: Card, family: Family, *, small: bool) -> tuple[Setting, ...]:
        """Set the longer fields and the source, each under its label."""
        named = [
            (_field_title(family, name), _written(value))
            for name, value in card.fields.items()
            if not _is_short(family.fields.get(name))
        ]
        if card.source:
            named.append(("Source", card.source))
        if small:
            size = self.look.theme.sizes.card_detail
            return tuple(self._detail(f"{title} : {text}", size) for title, text in named)
        return tuple(one for title, text in named for one in self._titled(title, text))

    def _titled(self, title: str, text: str) -> tuple[Setting, Setting]:
        theme = self.look.theme
        heading = Style(theme.sizes.small.most, 1.3, theme.ink, STRONG)
        body = Style(theme.sizes.card_text.least, 1.35, theme.ink)
        width = self.inside.width
        return set_prose(title, width, heading, self.look), set_prose(text, width, body, self.look)

    def _foot_items(self, card: Card) -> list[Item]:
        """Draw the code, and for a card from a pile its themes in words and its QR code."""
        items: list[Item] = [self._code_label(card)]
        if self._is_open(card):
            return items
        items += self._code(card)
        themes = self._themes(card)
        if themes:
            theme = self.look.theme
            style = Style(theme.sizes.card_mark, 1.25, theme.soft)
            setting = set_prose(themes, self.inside.width - FOOT - 2 * QUIET, style, self.look)
            top = self.inside.y + self.inside.height - 3.6 - setting.height
            items += draw_setting(setting, self.inside.x, top, self.look)
        return items

    def _code(self, card: Card) -> list[Item]:
        if not self.codes:
            return []
        inside = self.inside
        x, y = inside.x + inside.width - FOOT, inside.y + inside.height - FOOT
        text = f"{self.content.game.id}/{card.id}"
        return [draw_code(text, x, y, FOOT, self.look.theme.ink)]

    def _themes(self, card: Card) -> str:
        """Name a card's themes, each kept on one line."""
        titles = (self.content.subjects[one].title for one in card.themes)
        return " · ".join(title.replace(" ", typography.FIXED) for title in titles)

    def _code_label(self, card: Card) -> Item:
        theme = self.look.theme
        bottom = self.inside.y + self.inside.height
        return label(
            card.id,
            (self.inside.x, bottom - 0.2),
            Letter("bold", theme.sizes.card_code, theme.ink),
            self.look,
        )


def family_band(family: Family, inside: Box, look: Look, height: float = BAND) -> Face:
    """Draw a family's band: shape, letter code, name, and its pattern up to the right end."""
    swatch, sizes = look.swatch(family.shape), look.theme.sizes
    band = Rect(inside.x, inside.y, inside.width, height, fill=swatch.tint, radius=1.6)
    middle = inside.y + height / 2
    shape = draw_shape(family.shape, inside.x + 4.6, middle, 5.0, fill=swatch.ink)
    code = label(
        family.code,
        (inside.x + 8.8, middle + 1.3),
        Letter("bold", sizes.band_code, swatch.ink),
        look,
    )
    name_x = code.x + look.fonts.width("bold", sizes.band_code, family.code) + 1.8
    name = label(
        family.title, (name_x, middle + 1.3), Letter("semibold", sizes.band_name, swatch.ink), look
    )
    end = name_x + look.fonts.width("semibold", sizes.band_name, name.string) + 2.2
    room = Box(end, inside.y, inside.x + inside.width - end, height)
    marks: Face = (shape, code, name)
    if room.width < LEAST_PATTERN:
        return (band, *marks)
    pattern = texture(swatch.pattern, room, swatch.solid, band)
    edge = Rect(room.x, room.y, room.width, room.height)
    return (band, Group((pattern,), clip=edge), *marks)


def _is_short(kind: Field | None) -> bool:
    return kind is not None and (kind.text is None or kind.text <= SHORT_FIELD)


def _field_title(family: Family, name: str) -> str:
    kind = family.fields.get(name)
    return (kind.title if kind else None) or name


def _written(value: str | float | tuple[str, ...]) -> str:
    """Write a field's value as people read it."""
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return value
