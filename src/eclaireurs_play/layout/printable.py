"""What a kit is made from, already loaded; nothing here reads a file but fonts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from eclaireurs_play.errors import NotFoundError
from eclaireurs_play.layout.icons import Marks, marks
from eclaireurs_play.model.base import Slug
from eclaireurs_play.model.deck import Card, Deck, Family
from eclaireurs_play.model.deck import Theme as Subject
from eclaireurs_play.model.print import CardFormat, PageFormat, SheetFormat

if TYPE_CHECKING:
    from eclaireurs_play.model.game import Game
    from eclaireurs_play.model.role import Roles
    from eclaireurs_play.model.scenario import Scenario

_Format = TypeVar("_Format", CardFormat, SheetFormat, PageFormat)


@dataclass(frozen=True)
class Formats:
    """Formats by id, as `print/formats/cards`, `sheets` and `pages` give them."""

    cards: Mapping[Slug, CardFormat] = field(default_factory=dict)
    sheets: Mapping[Slug, SheetFormat] = field(default_factory=dict)
    pages: Mapping[Slug, PageFormat] = field(default_factory=dict)

    def sheet(self, name: Slug) -> tuple[SheetFormat, CardFormat]:
        """Give a sheet format and the card format it holds."""
        sheet = _known(self.sheets, name, "format de feuille")
        return sheet, _known(self.cards, sheet.card, "format de carte")

    def page(self, name: Slug) -> PageFormat:
        """Give a page format."""
        return _known(self.pages, name, "format de page")


@dataclass(frozen=True)
class PrintContent:
    """A game with all that is printed around it.

    `where` says in which file, line and column a card or a role is written; `digest` is the
    content's hash, printed in footers; `made` are the codes of cards made during a session;
    `folder` is where the pictures of its cards stand, `icons` where each icon is drawn, by its
    name.
    """

    game: "Game"
    decks: tuple[Deck, ...]
    roles: "Roles"
    scenarios: "tuple[Scenario, ...]"
    where: Callable[[str], str]
    digest: str
    fonts_dir: Path
    formats: Formats
    made: frozenset[str] = frozenset()
    folder: Path | None = None
    icons: Mapping[str, Path] = field(default_factory=dict)

    @cached_property
    def families(self) -> dict[Slug, Family]:
        """Gather the families of every deck, in their order."""
        return {name: one for deck in self.decks for name, one in deck.families.items()}

    @cached_property
    def subjects(self) -> dict[Slug, Subject]:
        """Gather the themes that mark cards."""
        return {name: one for deck in self.decks for name, one in deck.themes.items()}

    @cached_property
    def marks(self) -> Marks:
        """Give what `:EF:` and `:eau:` stand for; raises LayoutError for an unreadable icon."""
        return marks(self.families, self.subjects, self.icons)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """List the cards family by family, each as many times as it has copies."""
        order = {name: place for place, name in enumerate(self.families)}
        cards = [card for deck in self.decks for card in deck.cards for _ in range(card.copies)]
        return tuple(sorted(cards, key=lambda card: (order[card.family], card.id)))

    @cached_property
    def card_of(self) -> dict[str, Card]:
        """Find a card by its code."""
        return {card.id: card for card in self.cards}

    @cached_property
    def looked_up(self) -> frozenset[Slug]:
        """Name the families that lie open on the table, whose backs need not be secret."""
        lookup = self.game.anytime.lookup
        return frozenset(lookup.families if lookup else ())

    def titles(self, name: str) -> str:
        """Give the title of a family, a form, a rating, a role or a result by its id."""
        for known in (self.families, self.game.forms, self.game.ratings):
            titled = known.get(name)
            if titled is not None:
                return titled.title or name
        roles = {role.id: role.title for role in self.roles.roles}
        return roles.get(name, name)


def _known(formats: Mapping[Slug, _Format], name: Slug, what: str) -> _Format:
    if name not in formats:
        known = ", ".join(sorted(formats)) or "aucun"
        raise NotFoundError(f"{what} inconnu : « {name} » (connus : {known})")
    return formats[name]
