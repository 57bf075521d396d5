"""Surprises as cards to read aloud: the story in front, what it changes behind."""

from collections.abc import Iterator
from dataclasses import dataclass

from eclaireurs_play.layout.arrows import arrow
from eclaireurs_play.layout.display import Box, Item, Line, Rect
from eclaireurs_play.layout.fitting import fitted
from eclaireurs_play.layout.look import (
    HEAVY,
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
from eclaireurs_play.layout.quantities import amount
from eclaireurs_play.layout.tracing import icon
from eclaireurs_play.layout.trouble import Unplaced, naming
from eclaireurs_play.layout.vectors import Drawing, drawing
from eclaireurs_play.model.game import Suit
from eclaireurs_play.model.print import CardFormat
from eclaireurs_play.model.scenario import Scenario, Surprise

BAND, GAP = 10.0, 4.0

SIGN, AFTER_SIGN = 7.0, 1.6
"""The side of the icon of a suit, and the space after it, in mm."""

LISTED = ((2.0, 9.0, 3.6), (1.0, 7.5, 2.4), (0.0, 6.0, 1.2))
"""How what changes is tried: how much larger than the least story, in points, then the least
height of a row and the space around its words, in mm."""
FOOT = 10.0
"""Height of what is typed and the scenario's name, in mm."""


def surprise_cards(content: PrintContent, form: CardFormat, look: Look) -> Iterator["SurpriseCard"]:
    """Give the card of each surprise of each scenario, with its suit if it has one."""
    for scenario in content.scenarios:
        falling = ((name, one) for name, one in scenario.surprises.items() if one.falls)
        for name, surprise in falling:
            suit = content.game.suits.get(surprise.suit or "")
            callers = _callers(suit, scenario, content) if suit else ()
            drawn = content.icons.get(suit.icon or "") if suit else None
            sign = drawing(drawn) if drawn else None
            yield SurpriseCard(name, surprise, scenario, form, look, suit, callers, sign)


def _callers(suit: Suit, scenario: Scenario, content: PrintContent) -> tuple[str, ...]:
    """Name the seats entitled to ask for an opening."""
    return tuple(
        seat.title or content.titles(seat.role)
        for seat in scenario.seats.values()
        if seat.role in suit.called_by
    )


@dataclass(frozen=True)
class SurpriseCard:
    """One surprise of a scenario, to draw on a card; its suit, who may invoke it, its icon."""

    name: str
    surprise: Surprise
    scenario: Scenario
    form: CardFormat
    look: Look
    suit: Suit | None = None
    callers: tuple[str, ...] = ()
    sign: Drawing | None = None

    @property
    def inside(self) -> Box:
        """Give the area where text may stand."""
        safe = self.form.safe
        return Box(safe, safe, self.form.width - 2 * safe, self.form.height - 2 * safe)

    def front(self) -> tuple[Item, ...]:
        """Draw what is read aloud: title, text, then what is asked."""
        with naming(f"{self.scenario.id}, imprévu « {self.name} »"):
            return (*self._band("Imprévu"), *self._story())

    def back(self) -> tuple[Item, ...]:
        """Draw what changes, for whoever holds the card, and what to type."""
        with naming(f"{self.scenario.id}, imprévu « {self.name} »"):
            return (*self._band("Ce que cela change"), *self._changes(), *self._foot())

    def _band(self, words: str) -> Iterator[Item]:
        box, theme = self.inside, self.look.theme
        swatch = self.look.swatch("diamond")
        band = Rect(box.x, box.y, box.width, BAND, fill=swatch.tint, radius=1.6)
        yield band
        size = theme.sizes.subheading.most
        name = Letter("bold", size, swatch.ink)
        at = (box.x + 4, box.y + (BAND + self.look.fonts.cap_height("bold", size)) / 2)
        yield label(words, at, name, self.look)
        wide = self.look.fonts.width("bold", size, words) + 8
        room = Box(box.x + wide, box.y, box.width - wide, BAND)
        yield texture(swatch.pattern, room, swatch.solid, Rect(*_sides(room)))
        bottom = box.y + box.height
        title = self.scenario.title
        letter = Letter("regular", theme.sizes.card_code, theme.soft)
        yield label(title, (box.x, bottom), letter, self.look)

    def _story(self) -> Iterator[Item]:
        """Set the story as large as it fits."""
        box, look = self.inside, self.look
        announced = self._announced()
        foot = sum(part.height for part in announced)
        room = box.height - BAND - GAP - 8 - foot
        size = fitted(
            look.theme.sizes.told_text,
            lambda one: sum(part.height + GAP for part in self._parts(one)) <= room,
            f"{self.scenario.id}, imprévu « {self.name} »",
            "le texte",
        )
        here = box.y + BAND + GAP
        for place, part in enumerate(self._parts(size)):
            if place == 2:  # noqa: PLR2004 - what is asked stands apart
                bar = Rect(box.x, here, 1.2, part.height, fill=look.theme.accent)
                yield bar
                yield from draw_setting(part, box.x + 5, here, look)
            else:
                yield from draw_setting(part, box.x, here, look)
            here += part.height + GAP
        here = box.y + box.height - 5 - foot
        if self.sign and announced:
            at = (box.x, here + (foot - SIGN) / 2)
            yield icon(self.sign, at, SIGN, look.theme.ink)
        for part in announced:
            yield from draw_setting(part, box.x + box.width - part.width, here, look)
            here += part.height

    def _announced(self) -> list[Setting]:
        """Set the suit, and who may ask for the opening on it, if it has one."""
        if self.suit is None:
            return []
        theme, sizes = self.look.theme, self.look.theme.sizes
        wide = self.inside.width - (SIGN + AFTER_SIGN if self.sign else 0)
        style = Style(sizes.band_name, 1.3, theme.ink, STRONG)
        suit = set_prose(self.suit.title, wide, style, self.look)
        names = ", ".join(f"{one[:1].lower()}{one[1:]}" for one in self.callers)
        if not names:
            return [suit]
        verb = "Peuvent" if len(self.callers) > 1 else "Peut"
        words = f"{verb} demander l'ouverture : {names}."
        return [suit, set_prose(words, wide, Style(sizes.small.most, 1.3, theme.soft), self.look)]

    def _parts(self, size: float) -> list[Setting]:
        theme, wide, look = self.look.theme, self.inside.width, self.look
        title = set_prose(self.surprise.title, wide, Style(size + 4, 1.15, theme.ink, HEAVY), look)
        plain = Style(size, theme.sizes.told_text.leading, theme.ink)
        text = set_prose(self.surprise.text, wide, plain, look)
        asks = self.surprise.asks
        if not asks:
            return [title, text]
        style = Style(size, 1.35, theme.ink, STRONG)
        return [title, text, set_prose(asks, wide - 5, style, look)]

    def _changes(self) -> tuple[Item, ...]:
        """List what moves on each axis, with its unit, in smaller type if there is much."""
        bottom = self.inside.y + self.inside.height - FOOT
        for larger, tall, gap in LISTED:
            here, items = self._listed(larger, tall, gap)
            if here <= bottom:
                return items
        raise Unplaced("ce que la nouvelle change ne tient pas au dos de sa carte")

    def _listed(self, larger: float, tall: float, gap: float) -> tuple[float, tuple[Item, ...]]:
        """Set the title and the rows, no lower than `tall` mm; gives where they end."""
        box, look, theme = self.inside, self.look, self.look.theme
        here = box.y + BAND + GAP
        quiet = theme.sizes.told_text.least + larger
        heading = Style(quiet + 3, 1.15, theme.ink, HEAVY)
        title = set_prose(self.surprise.title, box.width, heading, look)
        items: list[Item] = [*draw_setting(title, box.x, here, look)]
        here += title.height + GAP
        if not self.surprise.moves:
            words = "Aucun chiffre ne bouge : ce que cela change, la table le dira."
            style = Style(quiet, 1.4, theme.ink)
            items += draw_setting(set_prose(words, box.width, style, look), box.x, here, look)
        for axis, value in self.surprise.moves.items():
            known = self.scenario.axes[axis]
            items.append(arrow(value, abs(value), box.x + 3, here + tall / 2 - 0.1, theme.accent))
            style = Style(quiet, 1.25, theme.ink)
            text = amount(value, known.unit, signed=True)
            wide = max(29.0, look.fonts.width("bold", quiet, text)) + 11
            name = set_prose(known.title, box.width - wide, style, look)
            items += draw_setting(name, box.x + 8, here + gap / 2, look)
            right = (box.x + box.width, here + 4 + gap / 2)
            items.append(label(text, right, Letter("bold", quiet, theme.ink), look, align="right"))
            here += max(tall, name.height + gap)
            items.append(Line(((box.x, here), (box.x + box.width, here)), theme.faint, 0.25))
        return here, tuple(items)

    def _foot(self) -> Iterator[Item]:
        """Set what is typed when the surprise falls."""
        box, theme = self.inside, self.look.theme
        words = f"Pour la saisie : animateur pioche {self.name}"
        at = (box.x, box.y + box.height - 6)
        yield label(words, at, Letter("semibold", theme.sizes.card_code, theme.ink), self.look)


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.width, box.height
