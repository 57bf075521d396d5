"""From a name to content ready to play: each file read, validated, checked against the others."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from eclaireurs_play.content import library, messages, references, yaml_reader
from eclaireurs_play.content.bundle import (
    Files,
    GameContent,
    Read,
    ScenarioContent,
    gather,
    join,
)
from eclaireurs_play.content.library import Header
from eclaireurs_play.content.salvage import salvage
from eclaireurs_play.errors import ContentError, Diagnostic, NotFoundError
from eclaireurs_play.model.deck import Deck
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.role import Roles
from eclaireurs_play.model.scenario import Scenario

GameNamed = Callable[[str], GameContent]
"""Gives a game by its id; raises NotFoundError or ContentError."""

M = TypeVar("M", bound=BaseModel)


def load(name: str | Path, explicit: Path | None = None) -> GameContent | ScenarioContent:
    """Load a game or a scenario, by its id or its path; `explicit` is a library to search first.

    Raises NotFoundError when nothing has that name, ContentError with every problem found.
    """
    found = library.find(name, library.ANY, library.roots(explicit))
    return load_found(found, explicit)


def load_game(name: str | Path, explicit: Path | None = None) -> GameContent:
    """Load a game, as `load` does."""
    return _game(library.find_game(name, explicit))


def load_scenario(name: str | Path, explicit: Path | None = None) -> ScenarioContent:
    """Load a scenario and its game, as `load` does."""
    return _scenario(library.find_scenario(name, explicit), explicit)


def load_found(found: Header, explicit: Path | None = None) -> GameContent | ScenarioContent:
    """Load what `library.find` found."""
    return _game(found) if found.kind == "game" else _scenario(found, explicit)


def load_on(found: Header, game_named: GameNamed) -> ScenarioContent:
    """Load a scenario on the game that `game_named` gives.

    What `game_named` raises is added to the scenario's own problems.
    """
    reading = _Reading()
    scenario = reading.file(found.path, Scenario, found.root)
    content = reading.game_of(scenario, game_named) if scenario else None
    if scenario and content:
        reading.check(references.of_scenario(scenario, content, reading.forgiven))
    if reading.problems or scenario is None or content is None:
        raise reading.stop()
    return join(scenario, content)


def load_model(path: Path, model: type[M], root: Path | None = None) -> Read[M]:
    """Read one file into any model: a theme, a format, a kit.

    `root` is the library the file must stay in; raises ContentError with every problem found.
    """
    reading = _Reading()
    read = reading.file(path, model, root or path.parent)
    if read is None or reading.problems:
        raise reading.stop()
    return read


class _Reading:
    """Files read one after the other; what is wrong with each is kept, and the sound parts used."""

    def __init__(self) -> None:
        self.problems: list[Diagnostic] = []
        self.forgiven: frozenset[str] = frozenset()

    def file(self, path: Path, model: type[M], root: Path) -> Read[M] | None:
        """Read a file; None when nothing of it can be used."""
        file = library.shown(path.absolute(), root.absolute())
        try:
            library.contained(path, root, file)
            source = yaml_reader.read(path, file)
        except ContentError as error:
            self.problems += error.diagnostics
            return None
        try:
            return Read(model.model_validate(source.data), source)
        except ValidationError as error:
            self.problems += [*source.warnings, *messages.tell(model, source, error)]
            read, names = salvage(model, source, error)
            self.forgiven |= names
            return read

    def game_of(self, scenario: Read[Scenario], game_named: GameNamed) -> GameContent | None:
        """Load the game that a scenario names; keep what is wrong with it."""
        try:
            return game_named(scenario.model.game)
        except ContentError as error:
            self.problems += error.diagnostics
        except NotFoundError as error:
            self.problems.append(scenario.source.problem(("game",), str(error)))
        return None

    def check(self, problems: Iterable[Diagnostic]) -> None:
        """Keep problems found between files."""
        self.problems += problems

    def stop(self) -> ContentError:
        """Make the error of everything found, file after file, from top to bottom."""
        order = {file: index for index, file in enumerate(one.file for one in self.problems[::-1])}
        found = sorted(self.problems, key=lambda one: (-order[one.file], one.line, one.column))
        return ContentError(tuple(found))


def _game(found: Header) -> GameContent:
    reading = _Reading()
    folder, root = found.path.parent, found.root
    game = reading.file(found.path, Game, root)
    decks = [reading.file(path, Deck, root) for path in sorted(folder.glob("cards*.yaml"))]
    sheets = folder / "roles.yaml"
    roles = reading.file(sheets, Roles, root) if sheets.exists() else None
    sound = None not in decks and (roles is not None or not sheets.exists())
    files = Files(game, tuple(deck for deck in decks if deck), roles)
    if sound:
        reading.check(references.of_game(files, reading.forgiven))
    if reading.problems or game is None:
        raise reading.stop()
    return replace(gather(files, game), folder=folder)


def _scenario(found: Header, explicit: Path | None) -> ScenarioContent:
    searched = (found.root, *library.roots(explicit))
    return load_on(found, lambda name: _game(library.find_id(name, library.GAMES, searched)))
