"""`check`: everything there is to say of a library, a game or a scenario, at once."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from eclaireurs_play.checks import contracts, fit, flow, negotiation, printed, remembered, style
from eclaireurs_play.content import campaigns, icons, library, loader, translations
from eclaireurs_play.content.bundle import GameContent, Read, ScenarioContent
from eclaireurs_play.content.library import Header
from eclaireurs_play.errors import ContentError, Diagnostic
from eclaireurs_play.model.deck import Translation

Diagnostics = tuple[Diagnostic, ...]
T = TypeVar("T")

READ = ("game.yaml", "roles.yaml", "cards", *(f"{one}.yaml" for one in translations.LANGUAGES))
"""How the names of the files of a game begin."""


def check_library(root: Path) -> Diagnostics:
    """Check a whole library: games, scenarios, what is printed, and how files are laid out."""
    return _Check(root.resolve()).everything()


def check_path(name: str | Path, explicit: Path | None = None) -> Diagnostics:
    """Check a library, a game or a scenario, by its id or its path.

    Raises NotFoundError when nothing has that name.
    """
    if (Path(name) / "decks").is_dir():
        return check_library(Path(name))
    if campaign := campaigns.find_campaign(name, explicit):
        return _Check(campaign.root).campaign(campaign, explicit)
    found = library.find(name, library.ANY, library.roots(explicit))
    return _Check(found.root).one(found, explicit)


class _Check:
    """Diagnostics gathered over a library; each game is loaded once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.found: list[Diagnostic] = []
        self.games: dict[str, GameContent | None] = {}
        self.scenarios: list[ScenarioContent] = []
        self.broken: dict[str, ContentError] = {}

    def everything(self) -> Diagnostics:
        """Check every game, then every scenario on its game, then what is printed."""
        headers = library.headers(self.root)
        self.found += [*library.twins(headers), *layout(self.root, headers)]
        for one in headers:
            if one.kind == "game":
                self._game(one)
        for one in headers:
            if one.kind == "scenario":
                self._scenario(one)
        for one in headers:
            if one.kind == "campaign":
                self._load(partial(campaigns.load_campaign_on, one, self._scenario_named))
        loaded = self._printed()
        for game in filter(None, self.games.values()):
            self._fit(game, loaded)
        return self.sorted()

    def one(self, header: Header, explicit: Path | None) -> Diagnostics:
        """Check one game or one scenario."""
        content = self._load(partial(loader.load_found, header, explicit))
        if isinstance(content, ScenarioContent):
            self.scenarios.append(content)
        if isinstance(content, GameContent):
            self._played_with(content)
            self._translated(content, header)
        game = content.content if isinstance(content, ScenarioContent) else content
        if game is not None:
            self._fit(game, printed.load_printed(self.root, self._read))
        return self.sorted()

    def _played_with(self, content: GameContent) -> None:
        """Check the situations of a game, those of its own library."""
        self.games[content.game.id] = content
        for one in library.headers(self.root):
            if one.kind == "scenario" and one.game == content.game.id:
                self._scenario(one)

    def campaign(self, header: Header, explicit: Path | None) -> Diagnostics:
        """Check one campaign: its sessions and their links."""
        self._load(partial(campaigns.load_campaign, header, explicit))
        return self.sorted()

    def sorted(self) -> Diagnostics:
        """Give each diagnostic once, in the order of files and lines."""
        return tuple(
            sorted(dict.fromkeys(self.found), key=lambda one: (one.file, one.line, one.column))
        )

    def _scenario(self, header: Header) -> None:
        """Load a scenario on its game; keep it, or what is wrong with it."""
        try:
            content = loader.load_on(header, self._game_named)
        except ContentError as error:
            self.broken[header.id] = error
            self.found += error.diagnostics
            return
        self.found += _said_of(content)
        self.scenarios.append(content)

    def _fit(self, game: GameContent, loaded: printed.Loaded) -> None:
        """Tell what does not fit on paper, unless the same was found to fit already."""
        played = tuple(one for one in self.scenarios if one.content.game.id == game.game.id)
        if (fonts := self._fonts()) is None:
            return
        read = (*game.models, *(one.scenario for one in played))
        drawn = (one.model for reads in loaded.values() for one in reads)
        searched = (self.root, *library.roots())
        drawings = (root / icons.FOLDER for root in searched)
        folders = (fonts, *drawings, *((game.folder,) if game.folder else ()))
        trial = remembered.key((*read, *drawn), folders)
        if remembered.is_known(trial):
            return
        found = tuple(fit.of_game(game, played, loaded, fonts, icons.icon_files(searched)))
        self.found += found
        if not found:
            remembered.keep(trial)

    def _fonts(self) -> Path | None:
        """Find the fonts of this library, or those it borrows."""
        found = (root / "print" / "fonts" for root in (self.root, *library.roots()))
        return next((one for one in found if one.is_dir()), None)

    def _read(self, path: Path, model: type[BaseModel]) -> Read[BaseModel] | None:
        """Read a file of `print/`; what is wrong with it is not asked."""
        try:
            return loader.load_model(path, model, self.root)
        except ContentError:
            return None

    def _printed(self) -> printed.Loaded:
        before = len(self.found)
        loaded = printed.load_printed(
            self.root,
            lambda path, model: self._load(partial(loader.load_model, path, model, self.root)),
        )
        if not any(not one.warning for one in self.found[before:]):
            self.found += printed.references(loaded, self.games)
        return loaded

    def _game(self, header: Header) -> None:
        content = self._load(partial(loader.load_found, header))
        self.games[header.id] = content if isinstance(content, GameContent) else None
        if isinstance(content, GameContent):
            self._translated(content, header)

    def _translated(self, content: GameContent, header: Header) -> None:
        """Check the translations that stand beside the decks of a game."""
        for language in translations.LANGUAGES:
            path = header.path.parent / f"{language}.yaml"
            if not path.is_file():
                continue
            read = self._load(partial(loader.load_model, path, Translation, header.root))
            if read is not None:
                self.found += translations.of_translation(read, content)

    def _load(self, loading: Callable[[], T]) -> T | None:
        """Load something, and keep all there is to say of it."""
        try:
            content = loading()
        except ContentError as error:
            self.found += error.diagnostics
            return None
        self.found += _said_of(content)
        return content

    def _game_named(self, name: str) -> GameContent:
        """Give a game already loaded, or one of another library; a broken game was told already."""
        if name not in self.games:
            searched = (self.root, *library.roots())
            self._game(library.find_id(name, library.GAMES, searched))
        if content := self.games[name]:
            return content
        raise ContentError(())

    def _scenario_named(self, name: str) -> ScenarioContent:
        """Give a scenario already loaded, or one of another library; raise what broke it."""
        if name in self.broken:
            raise self.broken[name]
        known = {one.scenario.id: one for one in self.scenarios}
        return known.get(name) or loader.load_scenario(name, self.root)


def layout(root: Path, headers: tuple[Header, ...]) -> Iterator[Diagnostic]:
    """Tell the folders and files that are not named after what they hold, or that nobody reads."""
    for one in headers:
        if one.problems:
            continue
        folder, name = one.path.parent.name, one.path.stem
        if one.kind == "game" and one.id != folder:
            yield _misplaced(one, f"le dossier « {folder} » devrait s'appeler « {one.id} »")
        if one.kind != "game" and one.id != name:
            yield _misplaced(one, f"le fichier « {name} » devrait s'appeler « {one.id} »")
        if one.kind == "scenario" and one.game != folder:
            yield _misplaced(one, f"ce scénario de « {one.game} » est rangé dans « {folder} »")
    for path in sorted((root / "decks").glob("*/*.yaml")):
        if not path.name.startswith(READ):
            sentence = "personne ne lit ce fichier"
            hint = "un jeu se lit dans game.yaml, roles.yaml et cards….yaml"
            yield Diagnostic(library.shown(path, root), 0, 0, sentence, hint, warning=True)


def _misplaced(header: Header, sentence: str) -> Diagnostic:
    return Diagnostic(header.file, 1, 1, sentence)


def _said_of(content: object) -> Iterator[Diagnostic]:
    """List the warnings of reading, then what is to be said of style, of the game and numbers."""
    if isinstance(content, Read):
        yield from content.source.warnings
    if isinstance(content, GameContent):
        yield from (*content.warnings, *style.of_game(content), *flow.of_game(content))
    if isinstance(content, ScenarioContent):
        yield from (*content.source.warnings, *style.of_scenario(content))
        yield from (*flow.of_scenario(content), *negotiation.of_scenario(content))
        yield from contracts.of_scenario(content)
