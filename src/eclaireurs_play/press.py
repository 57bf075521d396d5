"""From a name to a printed kit: loads content, formats, theme and kit, then prints."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from eclaireurs_play.content import library
from eclaireurs_play.content.bundle import GameContent, ScenarioContent
from eclaireurs_play.content.loader import load, load_game, load_model, load_scenario
from eclaireurs_play.content.wording import did_you_mean
from eclaireurs_play.errors import NotFoundError
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.printable import Formats, PrintContent
from eclaireurs_play.model.base import Model
from eclaireurs_play.model.print import CardFormat, Kit, PageFormat, SheetFormat, Theme
from eclaireurs_play.printing.kit import Report, export_kit

M = TypeVar("M", bound=Model)
DEFAULT_THEME = "atelier"


def print_kit(
    name: str | Path,
    output: Path,
    *,
    library_root: Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Print the kit of a game with all its situations, or of one scenario, to one PDF."""
    content, scenarios = _printed(name, library_root)
    kit = _seated(_named("kits", content.game.id, Kit, library_root), content, scenarios)
    theme = _named("themes", kit.theme, Theme, library_root)
    printable = PrintContent(
        game=content.game,
        decks=content.decks,
        roles=content.roles,
        scenarios=tuple(one.scenario for one in scenarios),
        where=lambda one: _where(content, one),
        digest=content.texts_digest,
        fonts_dir=fonts(library_root),
        formats=_formats(library_root),
    )
    return export_kit(printable, kit, theme, output, progress=progress)


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
    ids = [one.id for one in found if one.kind == "scenario" and one.game == content.game.id]
    return load_game(name, library_root), tuple(load_scenario(one, library_root) for one in ids)


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
