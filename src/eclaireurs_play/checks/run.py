"""`check`: everything there is to say of a library, a game or a scenario, at once."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from eclaireurs_play.checks import style
from eclaireurs_play.content import library, loader
from eclaireurs_play.content.bundle import GameContent, ScenarioContent
from eclaireurs_play.content.library import Header
from eclaireurs_play.errors import ContentError, Diagnostic
from eclaireurs_play.model import print as printed

Diagnostics = tuple[Diagnostic, ...]
T = TypeVar("T")

PRINT: dict[str, type[BaseModel]] = {
    "themes": printed.Theme,
    "kits": printed.Kit,
    "formats/cards": printed.CardFormat,
    "formats/sheets": printed.SheetFormat,
    "formats/pages": printed.PageFormat,
}
"""What each folder of `print/` holds."""
READ = ("game.yaml", "roles.yaml", "cards")


def check_library(root: Path) -> Diagnostics:
    """Check a whole library: games, scenarios, what is printed, and how files are laid out."""
    return _Check(root.resolve()).everything()


def check_path(name: str | Path, explicit: Path | None = None) -> Diagnostics:
    """Check a library, a game or a scenario, by its id or its path.

    Raises NotFoundError when nothing has that name.
    """
    if (Path(name) / "decks").is_dir():
        return check_library(Path(name))
    found = library.find(name, library.ANY, library.roots(explicit))
    checked = _Check(found.root)
    checked.one(found, lambda: loader.load_found(found, explicit))
    return checked.sorted()


class _Check:
    """Diagnostics gathered over a library; each game is loaded once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.found: list[Diagnostic] = []
        self.games: dict[str, GameContent | None] = {}

    def everything(self) -> Diagnostics:
        """Check every game, then every scenario on its game, then what is printed."""
        headers = library.headers(self.root)
        self.found += library.twins(headers)
        self.found += _layout(self.root, headers)
        for game in (one for one in headers if one.kind == "game"):
            content = self.one(game, lambda game=game: loader.load_found(game))
            self.games[game.id] = content if isinstance(content, GameContent) else None
        for scenario in (one for one in headers if one.kind == "scenario"):
            self.one(scenario, lambda one=scenario: loader.load_on(one, self._game_named))
        self._printed()
        return self.sorted()
