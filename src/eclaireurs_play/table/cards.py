"""The cards of the kit, for the screen: the same display list, drawn at any size."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.content.library import roots
from eclaireurs_play.content.loader import load_model
from eclaireurs_play.errors import NotFoundError
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.printable import Formats, PrintContent
from eclaireurs_play.model.base import Model
from eclaireurs_play.model.print import CardFormat, Theme
from eclaireurs_play.table.scene import Scaled

THEME = Path("print") / "themes" / "atelier.yaml"
FORMAT = Path("print") / "formats" / "cards" / "poker.yaml"

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Cards:
    """Draws the faces of a content's cards as they are printed, each made once."""

    content: ScenarioContent
    look: Look
    library: Path | None = None
    _faces: dict[str, Scaled] = field(default_factory=dict, compare=False)

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
        )
        return CardMaker(
            printable, _read(self.library, FORMAT, CardFormat)[0], self.look, codes=False
        )

    def face(self, card: str, x: float, y: float, height: float) -> Scaled | None:
        """Draw a card's face `height` mm tall; None for what is no card."""
        made = self._made(card)
        if made is None:
            return None
        scale = height / made.height
        return Scaled(made.items, x, y, scale, made.width, made.height, f"carte {card}")

    def width(self, height: float) -> float:
        """Say how wide a card so tall is."""
        return self._maker.form.width * height / self._maker.form.height

    def _made(self, card: str) -> Scaled | None:
        if card not in self._faces:
            found = self.content.content.cards.get(card)
            if found is None:
                return None
            form = self._maker.form
            items = self._maker.front(found)
            self._faces[card] = Scaled(items, 0, 0, 1, form.width, form.height)
        return self._faces[card]

    def known(self, cards: Iterable[str]) -> tuple[str, ...]:
        """Keep what is a card."""
        return tuple(one for one in cards if one in self.content.content.cards)


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
