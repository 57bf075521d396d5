"""From a name to a printed kit: loads content, formats, theme and kit, then prints."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from eclaireurs_play.content import library
from eclaireurs_play.content.bundle import GameContent, ScenarioContent
from eclaireurs_play.content.icons import icon_files, unknown_icons
from eclaireurs_play.content.loader import load, load_model, load_on
from eclaireurs_play.content.translations import load_translation
from eclaireurs_play.content.wording import did_you_mean, quoted, slugified
from eclaireurs_play.engine.improvised import CARD, KINDS, ROLE, SEAT, SURPRISE
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.errors import ContentError, LayoutError, NotFoundError
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.printable import Formats, PrintContent
from eclaireurs_play.model.base import Model
from eclaireurs_play.model.print import (
    CardFormat,
    Kit,
    PageFormat,
    PaperFormat,
    SheetFormat,
    Theme,
)
from eclaireurs_play.model.printers import PrinterFormat
from eclaireurs_play.printing.additions import Additions, items_of, with_additions, with_room
from eclaireurs_play.printing.chart import export_chart
from eclaireurs_play.printing.imposition.register import Drift
from eclaireurs_play.printing.job import Printing, prepared
from eclaireurs_play.printing.kit import Report, write_kit
from eclaireurs_play.printing.order import Order, custom_paper, formats_asked, kit_asked
from eclaireurs_play.printing.printers import Sent, export_cards

M = TypeVar("M", bound=Model)
DEFAULT_THEME, DEFAULT_PAPER = "atelier", "a4"


def print_kit(
    name: str | Path,
    output: Path,
    order: Order | None = None,
    *,
    additions: Additions | None = None,
    library_root: Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Print the kit of a game with all its situations, or of one scenario, to one PDF.

    With `additions`, print those alone: what a session of that scenario made on the spot.

    Raises NotFoundError for a name of the order that nothing has, LayoutError for what does not
    fit, OutputError when the file can't be written.
    """
    printing = _printing(name, order or Order(), library_root, additions)
    return write_kit(printing, output, progress=progress)


def additions_of(rules: Rules) -> Additions:
    """Gather what a session made on the spot, from its rules as they now stand."""
    made = {kind: [one for one in rules.made if one.kind == kind] for kind in KINDS}
    return Additions(
        cards=tuple(rules.cards[one.code] for one in made[CARD]),
        surprises={one.code: rules.scenario.surprises[one.code] for one in made[SURPRISE]},
        roles=tuple(rules.roles[one.code] for one in made[ROLE]),
        given={str(one.values[SEAT]): one.code for one in made[ROLE]},
    )


def print_cards(
    name: str | Path,
    output: Path,
    order: Order,
    *,
    library_root: Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> Sent:
    """Write the cards of a game for the professional printer that the order names.

    Raises as `print_kit` does; `output` is a folder when that printer takes images.
    """
    profile = printer(order.printer or "", library_root)
    return export_cards(_printing(name, order, library_root), output, profile, progress=progress)


def print_chart(
    name: str,
    output: Path,
    paper: str | None = None,
    drift: Drift | None = None,
    *,
    library_root: Path | None = None,
) -> None:
    """Write the test sheet of a person's printer, its back moved by what was measured already.

    Raises NotFoundError for an unknown paper, LayoutError for one too small, OutputError when the
    file can't be written.
    """
    sheet = _paper(paper or DEFAULT_PAPER, library_root)
    export_chart(name, sheet, default_look(library_root), output, drift or Drift())


def printer(name: str, library_root: Path | None = None) -> PrinterFormat:
    """Find a professional printer; raises NotFoundError when none has that name."""
    known = _all("formats/printers", PrinterFormat, library_root)
    if (found := known.get(slugified(name).replace("-", ""))) is None:
        hint = did_you_mean(name, known) or f"connus : {', '.join(known)}"
        raise NotFoundError(f"aucun imprimeur ne s'appelle {quoted(name)} ({hint})")
    return found


def _printing(
    name: str | Path, order: Order, library_root: Path | None, additions: Additions | None = None
) -> Printing:
    """Gather what is printed, changed as the order wants."""
    content, scenarios = _printed(name, library_root)
    kit = _seated(_named("kits", content.game.id, Kit, library_root), content, scenarios)
    theme = _named("themes", kit.theme, Theme, library_root)
    printable = _printable(content, scenarios, library_root)
    if additions is not None:
        kit = items_of(kit, additions)
        printable = with_additions(printable, additions, Look(theme, printable.fonts_dir).fonts)
    printable, asked = _asked(printable, kit, order, library_root)
    second = load_translation(content, order.language) if order.language else None
    ready = replace(prepared(printable, asked, theme, order, second), whole=kit)
    if additions is None:
        return ready
    ready = with_room(ready)
    if order.only:
        return ready
    return replace(ready, wanted=dict.fromkeys(additions.codes))


def _printable(
    content: GameContent, scenarios: tuple[ScenarioContent, ...], library_root: Path | None
) -> PrintContent:
    """Gather what is printed of a game; raises ContentError for an icon nobody drew."""
    files = icon_files(library.roots(library_root))
    if unknown := tuple(unknown_icons(content, files)):
        raise ContentError(unknown)
    return PrintContent(
        game=content.game,
        decks=content.decks,
        roles=content.roles,
        scenarios=tuple(one.scenario for one in scenarios),
        where=lambda one: _where(content, one),
        digest=content.texts_digest,
        fonts_dir=fonts(library_root),
        folder=content.folder,
        formats=_formats(library_root),
        icons=files,
    )


def _asked(
    content: PrintContent, kit: Kit, order: Order, library_root: Path | None
) -> tuple[PrintContent, Kit]:
    """Change what is printed as the order wants: sheets, items, seats."""
    if order.seats is not None:
        _seats_allowed(order.seats, content)
    paper = _paper(order.paper, library_root) if order.paper else None
    if order.drift and paper and paper.width > paper.height:
        sentence = "l'imprimante est mesurée sur une feuille debout : donnez d'abord le petit côté"
        raise LayoutError(f"{quoted(order.paper or '')} : {sentence}")
    if order.card and order.card not in content.formats.cards:
        hint = did_you_mean(order.card, content.formats.cards)
        known = ", ".join(content.formats.cards)
        told = hint or f"connus : {known}"
        raise NotFoundError(f"aucun format de carte ne s'appelle {quoted(order.card)} ({told})")
    formats = formats_asked(content.formats, kit, order, paper)
    return replace(content, formats=formats), kit_asked(kit, formats, order, paper)


MOST_PEOPLE = 60
"""More people can't all see one table."""


def _seats_allowed(people: int, content: PrintContent) -> None:
    """Refuse fewer people than the game takes; those who have no seat watch, up to a point."""
    least, title = content.game.players.min, content.game.title
    if people < least:
        raise NotFoundError(f"« {title} » se joue à {least} ou plus, pas à {people}")
    if people > MOST_PEOPLE:
        sentence = f"un kit sert une table : {MOST_PEOPLE} personnes au plus, pas {people}"
        raise NotFoundError(sentence)


def _paper(asked: str, library_root: Path | None) -> PaperFormat:
    """Find a paper by its name, or make one of the size asked: `320x450mm`."""
    if size := custom_paper(asked):
        return size
    papers = _all("formats/papers", PaperFormat, library_root)
    if (found := papers.get(slugified(asked))) is None:
        hint = did_you_mean(asked, papers) or f"connus : {', '.join(papers)}"
        sentence = f"aucun papier ne s'appelle {quoted(asked)} ({hint} ; ou une taille : 320x450mm)"
        raise NotFoundError(sentence)
    return found


def default_look(library_root: Path | None = None) -> Look:
    """Give the look of everything that is not a kit: the drawings of a synthesis."""
    return Look(_named("themes", DEFAULT_THEME, Theme, library_root), fonts(library_root))


def fonts(library_root: Path | None = None) -> Path:
    """Find the folder of fonts."""
    return _folder("fonts", library_root)


def _printed(
    name: str | Path, library_root: Path | None
) -> tuple[GameContent, tuple[ScenarioContent, ...]]:
    content = load(name, library_root)
    if isinstance(content, ScenarioContent):
        return content.content, (content,)
    found = library.catalogue(library.roots(library_root))
    of_it = [one for one in found if one.kind == "scenario" and one.game == content.game.id]
    return content, tuple(load_on(one, lambda _game: content) for one in of_it)


def _seated(kit: Kit, content: GameContent, scenarios: tuple[ScenarioContent, ...]) -> Kit:
    """Count as many seats as the largest situation has, if there is one, and the game allows."""
    counts = [len(one.scenario.seats) for one in scenarios]
    most = content.game.players.max
    return kit.model_copy(update={"seats": min(most, max(counts))}) if counts else kit


def _where(content: GameContent, name: str) -> str:
    kinds = ("card", "role", "stance")
    return next(
        (content.where(kind, name) for kind in kinds if (kind, name) in content.spots), name
    )


def _formats(library_root: Path | None) -> Formats:
    return Formats(
        cards=_all("formats/cards", CardFormat, library_root),
        sheets=_all("formats/sheets", SheetFormat, library_root),
        pages=_all("formats/pages", PageFormat, library_root),
    )


def _folder(name: str, library_root: Path | None) -> Path:
    """Find the first library that has this folder under `print/`."""
    for root in library.roots(library_root):
        if (root / "print" / name).is_dir():
            return root / "print" / name
    raise NotFoundError(f"aucune bibliothèque n'a de dossier « print/{name} »")


def _all(folder: str, model: type[M], library_root: Path | None) -> dict[str, M]:
    paths = sorted(_folder(folder, library_root).glob("*.yaml"))
    read = (load_model(path, model).model for path in paths)
    return {str(getattr(one, "id", "")): one for one in read}


def _named(folder: str, name: str, model: type[M], library_root: Path | None) -> M:
    """Read the thing of that name, in the first library that has one."""
    known: list[str] = []
    for root in library.roots(library_root):
        place = root / "print" / folder
        path = place / f"{name}.yaml"
        if path.is_file():
            return load_model(path, model, root).model
        known += [one.stem for one in sorted(place.glob("*.yaml"))]
    hint = did_you_mean(name, known)
    raise NotFoundError(f"rien ne dit comment imprimer « {name} » ({hint or f'print/{folder}/'})")
