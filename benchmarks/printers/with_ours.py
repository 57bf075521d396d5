"""The cards with the project's own layout and printing: French rules, sizes searched, no code.

Cards without a game: a stand-in says the three things a card reads of its game, so that what only
a game needs is not loaded, as no rival loads one. The kit at the end of the bench has its game.
"""

import gc
from pathlib import Path
from types import SimpleNamespace

import clock
import yaml

from eclaireurs_play.cli.main import SELDOM
from eclaireurs_play.layout.backs import card_back
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.printable import Formats, PrintContent
from eclaireurs_play.model.deck import Deck
from eclaireurs_play.model.print import CardFormat, SheetFormat, Theme
from eclaireurs_play.printing.imposition import Printed, impose
from eclaireurs_play.printing.pdf import About, PdfWriter


def export(cards: Path, output: Path) -> None:
    """Print a file of cards."""
    content, theme = prepared(Deck.model_validate_json(cards.read_bytes()))
    look = Look(theme, content.fonts_dir)
    sheet, form = content.formats.sheet("a4-neuf-cartes")
    maker = CardMaker(content, form, look, codes=False)
    [(name, family)] = content.families.items()
    back = card_back(family, name, form, look, game=content.game.title, figure="ripples")
    printed = [Printed(maker.front(card), (back,), form) for card in content.cards]
    writer = PdfWriter(About(content.game.title, "", ""), look.fonts)
    for page in impose(printed, sheet, theme.line):
        writer.add(page)
    output.write_bytes(writer.data())


def prepared(deck: Deck) -> tuple[PrintContent, Theme]:
    """Read the formats and the theme that the library gives by name."""
    print_dir = clock.FONTS.parent

    def read(name: str) -> object:
        return yaml.load((print_dir / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)

    form = CardFormat.model_validate(read("formats/cards/poker.yaml"))
    sheet = SheetFormat.model_validate(read("formats/sheets/a4-neuf-cartes.yaml"))
    content = PrintContent(
        game=SimpleNamespace(id="banc", title=deck.title, anytime=SimpleNamespace(lookup=None)),
        decks=(deck,),
        roles=SimpleNamespace(roles=()),
        scenarios=(),
        where=lambda name: name,
        digest="",
        fonts_dir=clock.FONTS,
        formats=Formats({form.id: form}, {sheet.id: sheet}, {}),
    )
    return content, Theme.model_validate(read("themes/atelier.yaml"))


if __name__ == "__main__":
    gc.set_threshold(*SELDOM)  # as the program does
    clock.run(export)
