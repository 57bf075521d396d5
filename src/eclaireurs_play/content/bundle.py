"""Loaded content: models, where each thing stands, and the digests a journal keeps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from eclaireurs_play.content.digests import digest, rules_of, texts_of
from eclaireurs_play.content.places import Source, Trail
from eclaireurs_play.errors import Diagnostic, NotFoundError
from eclaireurs_play.model.deck import Card, Deck, Family, Theme
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.phases import PhaseBase
from eclaireurs_play.model.role import Role, Roles, Stance
from eclaireurs_play.model.scenario import Scenario

M_co = TypeVar("M_co", bound=BaseModel, covariant=True)

K = TypeVar("K")
V = TypeVar("V")

Spots = Mapping[tuple[str, str], tuple[Source, Trail]]
"""Where things stand, by kind and id: `("card", "EF-07")`."""

Spotted = Iterator[tuple[tuple[str, str], tuple[Source, Trail]]]


@dataclass(frozen=True, slots=True)
class Read(Generic[M_co]):
    """One file, read: its model and its source."""

    model: M_co
    source: Source


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a game that could be read; decks are in the order of their names."""

    game: Read[Game] | None
    decks: tuple[Read[Deck], ...]
    roles: Read[Roles] | None

    @property
    def sources(self) -> tuple[Source, ...]:
        """List the sources, the game's first."""
        every = (self.game, *self.decks, self.roles)
        return tuple(one.source for one in every if one is not None)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file, written `file:line:column`."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Write the place as editors do."""
        return f"{self.file}:{self.line}:{self.column}"


class Located:
    """What both kinds of content share: everything in them has a place."""

    spots: Spots

    def spot(self, kind: str, name: str, *inside: str | int) -> Spot:
        """Find where a thing, or a value inside it, stands; raise NotFoundError if unknown.

        Kinds: game, phase, rating, form, family, theme, card, role, stance; for a scenario also
        scenario, seat, axis, term, surprise.
        """
        source, trail = self._found(kind, name)
        return Spot(source.file, *source.where((*trail, *inside)))

    def where(self, kind: str, name: str, *inside: str | int) -> str:
        """Write a spot as `file:line:column`."""
        return str(self.spot(kind, name, *inside))

    def problem(
        self, kind: str, name: str, inside: Trail, sentence: str, hint: str = "", **how: bool
    ) -> Diagnostic:
        """Build a diagnostic about a thing, as `Source.problem` does."""
        source, trail = self._found(kind, name)
        return source.problem((*trail, *inside), sentence, hint, **how)

    def _found(self, kind: str, name: str) -> tuple[Source, Trail]:
        try:
            return self.spots[kind, name]
        except KeyError:
            raise NotFoundError(f"« {name} » ({kind}) n'est pas dans ce contenu") from None


@dataclass(frozen=True)
class GameContent(Located):
    """A game and all it is played with; families, themes, cards and roles are merged by id.

    `folder` is where its files stand, and the pictures and translations of its cards.
    """

    game: Game
    decks: tuple[Deck, ...]
    roles: Roles
    families: Mapping[str, Family]
    themes: Mapping[str, Theme]
    cards: Mapping[str, Card]
    roles_by_id: Mapping[str, Role]
    stances: Mapping[str, Stance]
    sources: tuple[Source, ...]
    spots: Spots
    warnings: tuple[Diagnostic, ...] = ()
    folder: Path | None = None

    @cached_property
    def rules_digest(self) -> str:
        """Hash ids, numbers and structure, apart from every text for people."""
        return digest(rules_of(one) for one in self.models)

    @cached_property
    def texts_digest(self) -> str:
        """Hash everything that is written."""
        return digest(texts_of(one) for one in self.models)

    @property
    def models(self) -> tuple[BaseModel, ...]:
        """List what its files hold."""
        return (self.game, *self.decks, self.roles)


@dataclass(frozen=True)
class ScenarioContent(Located):
    """A scenario and the content of its game; its digests cover both."""

    scenario: Scenario
    content: GameContent
    source: Source
    spots: Spots
    warnings: tuple[Diagnostic, ...] = ()

    @cached_property
    def rules_digest(self) -> str:
        """Hash the rules of the game and the numbers of the scenario."""
        return digest((self.content.rules_digest, rules_of(self.scenario)))

    @cached_property
    def texts_digest(self) -> str:
        """Hash everything that is written, in the game and the scenario."""
        return digest((self.content.texts_digest, texts_of(self.scenario)))


def phases_of(game: Game) -> Iterator[tuple[PhaseBase, Trail]]:
    """Walk the tree of phases in the order of play, each with its trail in the file."""
    waiting: list[tuple[PhaseBase, Trail]] = _numbered(game.phases, ())
    while waiting:
        phase, trail = waiting.pop()
        yield phase, trail
        waiting += _numbered(getattr(phase, "phases", ()), trail)


def _numbered(phases: tuple[PhaseBase, ...], trail: Trail) -> list[tuple[PhaseBase, Trail]]:
    """Give phases their trails, last first, so that the first is popped first."""
    return [(one, (*trail, "phases", index)) for index, one in enumerate(phases)][::-1]


def gather(files: Files, game: Read[Game]) -> GameContent:
    """Merge the files of a game; of two things with the same id, the first is kept."""
    decks = tuple(one.model for one in files.decks)
    sheets = files.roles.model if files.roles else Roles(roles=())
    return GameContent(
        game=game.model,
        decks=decks,
        roles=sheets,
        families=_first(pair for deck in decks for pair in deck.families.items()),
        themes=_first(pair for deck in decks for pair in deck.themes.items()),
        cards=_first((card.id, card) for deck in decks for card in deck.cards),
        roles_by_id=_first((role.id, role) for role in sheets.roles),
        stances=_first((stance.id, stance) for stance in sheets.stances),
        sources=files.sources,
        spots=_first(spots_of(files)),
        warnings=tuple(warning for one in files.sources for warning in one.warnings),
    )


def join(scenario: Read[Scenario], content: GameContent) -> ScenarioContent:
    """Put a scenario on its game."""
    own = _first(_scenario_spots(scenario))
    warnings = scenario.source.warnings + content.warnings
    return ScenarioContent(
        scenario.model, content, scenario.source, {**content.spots, **own}, warnings
    )


def _first(pairs: Iterator[tuple[K, V]]) -> dict[K, V]:
    kept: dict[K, V] = {}
    for key, value in pairs:
        kept.setdefault(key, value)
    return kept


def spots_of(files: Files) -> Spotted:
    """Place everything that has an id in the files of a game, doubles included."""
    if files.game:
        yield ("game", files.game.model.id), (files.game.source, ())
        for phase, trail in phases_of(files.game.model):
            yield ("phase", phase.id), (files.game.source, trail)
        yield from _keyed(files.game, {"rating": "ratings", "form": "forms"})
    for deck in files.decks:
        yield from _keyed(deck, {"family": "families", "theme": "themes"})
        yield from _listed(deck, {"card": "cards"})
    if files.roles:
        yield from _listed(files.roles, {"role": "roles", "stance": "stances"})


def _scenario_spots(scenario: Read[Scenario]) -> Spotted:
    yield ("scenario", scenario.model.id), (scenario.source, ())
    kinds = {"seat": "seats", "axis": "axes", "term": "terms", "surprise": "surprises"}
    yield from _keyed(scenario, kinds)


def _keyed(read: Read[BaseModel], kinds: Mapping[str, str]) -> Spotted:
    """Place what a model keeps in mappings: `kinds` gives the key of each kind."""
    for kind, key in kinds.items():
        for name in getattr(read.model, key):
            yield (kind, name), (read.source, (key, name))


def _listed(read: Read[BaseModel], kinds: Mapping[str, str]) -> Spotted:
    """Place what a model keeps in lists: `kinds` gives the key of each kind."""
    for kind, key in kinds.items():
        for index, one in enumerate(getattr(read.model, key)):
            yield (kind, one.id), (read.source, (key, index))
