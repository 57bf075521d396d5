"""The cards of the kit, for the screen: the same display list, drawn at any size."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.content.icons import icon_files
from eclaireurs_play.content.library import roots
from eclaireurs_play.content.loader import load_model
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.errors import NotFoundError
from eclaireurs_play.layout.cards import CardMaker, Face
from eclaireurs_play.layout.fallback import drawable, fitting
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.printable import Formats, PrintContent
from eclaireurs_play.model.base import Model
from eclaireurs_play.model.deck import Card
from eclaireurs_play.model.print import CardFormat, Theme
from eclaireurs_play.table.scene import Scaled

THEME = Path("print") / "themes" / "atelier.yaml"
CLOSER = 0.62
"""The part of the smallest type on paper that type may go down to on a screen."""

FORMAT = Path("print") / "formats" / "cards" / "poker.yaml"

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Cards:
    """Draws the faces of a content's cards as they are printed, each made once."""

    content: ScenarioContent
    look: Look
    library: Path | None = None
    _faces: dict[str, Scaled] = field(default_factory=dict, compare=False)
    _made_here: dict[str, Card] = field(default_factory=dict, compare=False)

    @cached_property
    def _maker(self) -> CardMaker:
        game = self.content.content
        printable = PrintContent(
            game=game.game,
            decks=game.decks,
            roles=game.roles,
            scenarios=(self.content.scenario,),
            where=str,
            digest=self.content.texts_digest,
            fonts_dir=self.look.fonts_dir,
            formats=Formats(),
            folder=game.folder,
            icons=icon_files(roots(self.library)),
        )
        look = replace(self.look, marks=printable.marks)
        form = _read(self.library, FORMAT, CardFormat)[0]
        return CardMaker(printable, form, look, codes=False)

    @cached_property
    def _closer(self) -> CardMaker:
        """Make cards whose type goes smaller than on paper: the projector enlarges them."""
        maker, sizes = self._maker, self.look.theme.sizes
        smaller = {
            name: size.model_copy(update={"most": size.most * part, "least": size.least * CLOSER})
            for name, size, part in (
                ("card_title", sizes.card_title, 1.0),
                ("card_text", sizes.card_text, 1.0),
                ("open_text", sizes.open_text, 1.0),
                ("card_detail", sizes.card_detail, CLOSER),
            )
        }
        theme = self.look.theme.model_copy(update={"sizes": sizes.model_copy(update=smaller)})
        return replace(maker, look=replace(maker.look, theme=theme))

    def take_up(self, rules: Rules) -> None:
        """Know the cards made on the spot until now, and no longer those taken back."""
        made = {one.code: rules.cards[one.code] for one in rules.made if one.code in rules.cards}
        for code in [*self._made_here]:
            if self._made_here[code] != made.get(code):
                del self._made_here[code]
                self._faces.pop(code, None)
        self._made_here.update(made)

    def preview(self, card: Card, x: float, y: float, height: float) -> tuple[Scaled, bool]:
        """Draw a card that is being made; tells whether all its words have room."""
        form = self._maker.form
        fit = fitting(card, self._maker)
        items, whole = self._maker.front(fit), fit == drawable(card, self.look.fonts)
        scale = height / form.height
        return Scaled(items, x, y, scale, form.width, form.height, _named(card)), whole

    def face(self, card: str, x: float, y: float, height: float) -> Scaled | None:
        """Draw a card's face `height` mm tall; None for what is no card."""
        made = self._made(card)
        if made is None:
            return None
        scale = height / made.height
        words = self._made_here.get(card)
        name = _named(words) if words else f"carte {card}"
        return Scaled(made.items, x, y, scale, made.width, made.height, name)

    def width(self, height: float) -> float:
        """Say how wide a card so tall is."""
        return self._maker.form.width * height / self._maker.form.height

    def _made(self, card: str) -> Scaled | None:
        if card not in self._faces:
            form, found = self._maker.form, self.content.content.cards.get(card)
            if found is not None:
                items = self._maker.front(found)
            elif card in self._made_here:
                items = self._front(self._made_here[card])
            else:
                return None
            self._faces[card] = Scaled(items, 0, 0, 1, form.width, form.height)
        return self._faces[card]

    def _front(self, card: Card) -> Face:
        """Draw a card made on the spot, in smaller type if its words need it, cut at the least."""
        fit = fitting(card, self._maker)
        if fit == drawable(card, self.look.fonts):
            return self._maker.front(fit)
        return self._closer.front(fitting(card, self._closer))

    def title(self, card: str) -> str:
        """Give the title of a card."""
        made = self._made_here.get(card)
        return made.title if made else self.content.content.cards[card].title

    def known(self, cards: Iterable[str]) -> tuple[str, ...]:
        """Keep what is a card."""
        known = self.content.content.cards.keys() | self._made_here.keys()
        return tuple(one for one in cards if one in known)


def _named(card: Card) -> str:
    """Name a card made on the spot by its words too: made again, its code may say other ones."""
    return f"carte {card.id} {card.family} {card.title} {card.text}"


def default_look(library: Path | None = None) -> Look:
    """Give the look of the screen, that of the paper; the printer is not loaded for it."""
    theme, root = _read(library, THEME, Theme)
    return Look(theme, root / "print" / "fonts")


def _read(library: Path | None, path: Path, model: type[M]) -> tuple[M, Path]:
    """Read a file of `print/` in the first library that has it; gives the library too."""
    for root in roots(library):
        if (root / path).is_file():
            return load_model(root / path, model, root).model, root
    raise NotFoundError(f"aucune bibliothèque n'a « {path} »")
