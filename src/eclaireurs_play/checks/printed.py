"""What `check` says of `print/`: themes, formats and kits that read, and that exist when named."""

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel

from eclaireurs_play.content.bundle import Read
from eclaireurs_play.content.places import Trail
from eclaireurs_play.content.wording import did_you_mean, quoted
from eclaireurs_play.errors import Diagnostic
from eclaireurs_play.model.print import (
    CardFormat,
    Kit,
    PageFormat,
    PaperFormat,
    SheetFormat,
    Theme,
)
from eclaireurs_play.model.printers import PrinterFormat

FOLDERS: Mapping[str, type[BaseModel]] = {
    "themes": Theme,
    "formats/cards": CardFormat,
    "formats/papers": PaperFormat,
    "formats/printers": PrinterFormat,
    "formats/sheets": SheetFormat,
    "formats/pages": PageFormat,
    "kits": Kit,
}
"""What each folder of `print/` holds."""

Loaded = Mapping[str, tuple[Read[BaseModel], ...]]
"""The files that could be read, by folder."""


def load_printed(
    root: Path, load: Callable[[Path, type[BaseModel]], Read[BaseModel] | None]
) -> Loaded:
    """Load every file of `print/`; `load` gives None for one that can't be read."""
    return {
        folder: tuple(
            read
            for path in sorted((root / "print" / folder).glob("*.yaml"))
            if (read := load(path, model))
        )
        for folder, model in FOLDERS.items()
    }


def references(loaded: Loaded, games: Collection[str]) -> Iterator[Diagnostic]:
    """Check that what sheets, printers and kits name exists."""
    ids = {folder: _ids(reads) for folder, reads in loaded.items()}
    formats = [*ids["formats/sheets"], *ids["formats/pages"]]
    for read in loaded["formats/printers"]:
        if isinstance(read.model, PrinterFormat):
            for name in read.model.cards:
                yield from _named(read, ("cards", name), "format", name, ids["formats/cards"])
    for read in loaded["formats/sheets"]:
        if isinstance(read.model, SheetFormat):
            yield from _named(read, ("card",), "format", read.model.card, ids["formats/cards"])
    for read in loaded["kits"]:
        if isinstance(read.model, Kit):
            yield from _named(read, ("game",), "jeu", read.model.game, games)
            yield from _named(read, ("theme",), "thème", read.model.theme, ids["themes"])
            for index, item in enumerate(read.model.items):
                yield from _named(read, ("items", index, "format"), "format", item.format, formats)
                if item.holds is not None:
                    at = ("items", index, "holds")
                    yield from _named(read, at, "format", item.holds, ids["formats/sheets"])


def _ids(reads: tuple[Read[BaseModel], ...]) -> list[str]:
    return [str(getattr(read.model, "id", "")) for read in reads]


def _named(
    read: Read[BaseModel], trail: Trail, noun: str, name: str, known: Collection[str]
) -> Iterator[Diagnostic]:
    """Tell a name that nothing has."""
    if name not in known:
        hint = did_you_mean(name, known)
        yield read.source.problem(trail, f"{noun} inconnu {quoted(name)}", hint)
