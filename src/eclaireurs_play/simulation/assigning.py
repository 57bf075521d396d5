"""One value of a scenario or of its game, named by a path: `seats.titulaire.weights.cout=8`.

Steps of a path are keys of the files, ids of cards and phases, axes of red lines, or ranks from 0.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_origin

from pydantic import BaseModel

from eclaireurs_play.content.annotations import (
    Option,
    as_model,
    fields,
    inside,
    is_mapping,
    is_text,
)
from eclaireurs_play.content.bundle import ScenarioContent, phases_of
from eclaireurs_play.content.places import Data, Source, Trail, child
from eclaireurs_play.content.wording import listed, nearest, quoted
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.model.scenario import RedLine
from eclaireurs_play.simulation.editing import at, named

OFF, ON, FIRST = "off", "on", "first"
"""What takes a thing out, leaves it in, or seats it first; a true-or-false key reads them too."""

LONGEST = 200
MOST_LISTED = 12
OF_SCENARIO = ("seats", "surprises", "terms", "axes", "current", "charter", "seated", "envelope")
OF_GAME = ("players", "phases", "suits", "ratings", "forms", "anytime")
CARDS, FAMILIES, PHASES, ROLES = "cards", "families", "phases", "roles"
OF_DECKS = (CARDS, FAMILIES)
HEADS = (*OF_SCENARIO, *OF_GAME, *OF_DECKS, ROLES)

UNKNOWN: Mapping[str, str] = {
    "surprises": "Imprévu inconnu",
    "seats": "Place inconnue",
    "terms": "Terme inconnu",
    "options": "Option inconnue",
    "axes": "Axe inconnu",
    "cards": "Carte inconnue",
    "families": "Famille inconnue",
    "phases": "Étape inconnue",
    "roles": "Rôle inconnu",
    "suits": "Couleur inconnue",
    "guardrails": "Garde-fou inconnu",
    "forms": "Feuille inconnue",
    "ratings": "Appréciation inconnue",
}
"""How an unknown step is told, by the step before it."""


class VariantError(EclaireursError):
    """What someone asked to change can't be; the sentence says why."""


@dataclass(frozen=True, slots=True, order=True)
class Assignment:
    """A path, its steps parted by dots, and a value as typed."""

    path: str
    value: str

    def __str__(self) -> str:
        """Write the assignment as it is typed."""
        return f"{self.path}={self.value}"


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the content: what it holds, and its source."""

    model: BaseModel
    source: Source


@dataclass(frozen=True, slots=True)
class Target:
    """Where a path leads: the file's rank in `parts`, the trail in it, what the model allows.

    In the trail, an element of a list that has an id or an axis of its own is named by it.
    """

    file: int
    trail: Trail
    allowed: tuple[Option, ...]
    present: bool


def assignment(text: str) -> Assignment:
    """Read `PATH=VALUE`; VariantError when it is not that."""
    path, sign, value = (one.strip() for one in text.partition("="))
    if not sign or not path:
        raise VariantError(
            f"Un réglage s'écrit CHEMIN=VALEUR, comme seats.jury.weights.eau=-5 : {quoted(text)}."
        )
    if not value:
        raise VariantError(f"{quoted(path)} : donnez une valeur après « = ».")
    if len(text) > LONGEST or not text.isprintable() or not all(path.split(".")):
        raise VariantError(f"Chemin mal écrit : {quoted(path)}.")
    return Assignment(path, value)


def parts(content: ScenarioContent) -> tuple[Part, ...]:
    """List the files of a content: the scenario, the game, its decks, its roles if it has some."""
    game = content.content
    scenario = Part(content.scenario, content.source)
    return (scenario, *map(Part, game.models[: len(game.sources)], game.sources))


def target(content: ScenarioContent, path: str) -> Target:
    """Find where a path leads; VariantError, with what was probably meant, when nowhere."""
    head, *rest = path.split(".")
    files = parts(content)
    if head in OF_SCENARIO:
        return _walked(files, 0, (), (head, *rest))
    if head in OF_DECKS:
        return _walked(files, _deck(content, head, rest), (), (head, *rest))
    if head == PHASES:
        return _in_phase(content, files, rest)
    if head in OF_GAME:
        return _walked(files, 1, (), (head, *rest))
    raise unknown("Réglage inconnu", head, HEADS)


def value_at(content: ScenarioContent, path: str) -> Any:  # noqa: ANN401 - whatever stands there
    """Read what a path leads to, defaults included; None when nothing stands there."""
    found = target(content, path)
    value: Any = parts(content)[found.file].model
    for step in found.trail:
        value = _inner(value, step)
    return value


def _inner(value: Any, step: str | int) -> Any:  # noqa: ANN401
    if isinstance(value, BaseModel):
        return getattr(value, str(step))
    if isinstance(value, tuple):
        named = (one for rank, one in enumerate(value) if step in (rank, _name_of(one)))
        return next(named, None)
    return value.get(step) if isinstance(value, Mapping) else None


def _name_of(item: BaseModel) -> str | None:
    return getattr(item, "id", None) or getattr(item, "axis", None)


def _deck(content: ScenarioContent, head: str, rest: list[str]) -> int:
    """Find the rank of the file that holds a card or a family."""
    known = content.content.cards if head == CARDS else content.content.families
    if not rest or rest[0] not in known:
        raise unknown(UNKNOWN[head], "".join(rest[:1]), known)
    holds = [
        rest[0] in deck.families or rest[0] in {card.id for card in deck.cards}
        for deck in content.content.decks
    ]
    return 2 + holds.index(True)


def _in_phase(content: ScenarioContent, files: tuple[Part, ...], rest: list[str]) -> Target:
    """Find a phase by its id, wherever it stands in the tree, then go on inside."""
    tree = {phase.id: (phase, trail) for phase, trail in phases_of(content.content.game)}
    if not rest or rest[0] not in tree:
        raise unknown(UNKNOWN["phases"], "".join(rest[:1]), tree)
    phase, ranks = tree[rest[0]]
    data = files[1].source.data
    trail: Trail = ()
    for step in ranks:
        data = child(data, step)
        trail = (*trail, named(data) or step if isinstance(step, int) else step)
    return _walked(files, 1, trail, tuple(rest[1:]), (Option(type(phase)),))


def _walked(
    files: tuple[Part, ...],
    file: int,
    begun: Trail,
    steps: tuple[str, ...],
    allowed: tuple[Option, ...] = (),
) -> Target:
    """Follow the steps through the data and the model at once."""
    data, trail = at(files[file].source.data, begun), begun
    allowed = allowed or (Option(type(files[file].model)),)
    for step in steps:
        exact = _step(data, allowed, step, str(trail[-1]) if trail else "")
        rank = 0 if any(map(_listed, allowed)) and isinstance(exact, str) else exact
        data = at(data, (exact,))
        allowed = tuple(found for one in allowed for found in inside(one, rank))
        trail = (*trail, exact)
    return Target(file, trail, allowed, present=data is not None)


def _step(data: Data, allowed: tuple[Option, ...], step: str, before: str) -> str | int:
    """Check one step; a rank in a list becomes the name of its element, when it has its own."""
    keys = [key for one in allowed if (model := as_model(one)) for key in fields(model)]
    if keys:
        return step if step in keys else _refuse(before, step, keys)
    if any(map(_listed, allowed)):
        return _element(data if isinstance(data, list) else [], allowed, step, before)
    if not any(map(is_mapping, allowed)):
        raise VariantError(f"« {before} » est une valeur : rien à régler sous {quoted(step)}.")
    held = data if isinstance(data, dict) else {}
    items = any(as_model(found) for one in allowed for found in inside(one, step))
    return step if step in held or not items else _refuse(before, step, held)


def _listed(option: Option) -> bool:
    return get_origin(option.bare) is tuple


def _element(held: list[Data], allowed: tuple[Option, ...], step: str, before: str) -> str | int:
    names = [named(one) for one in held]
    if step.isascii() and step.isdigit() and len(step) < len(str(LONGEST)):
        if int(step) >= len(held):
            raise VariantError(f"« {before} » compte {len(held)} : pas de rang {step} (depuis 0).")
        name = names[int(step)]
        return name if name and names.count(name) == 1 else int(step)
    if names.count(step) > 1:
        ranks = [str(rank) for rank, name in enumerate(names) if name == step]
        raise VariantError(
            f"« {before} » a plusieurs {quoted(step)} : donnez un rang, {listed(ranks)}."
        )
    added = any(as_model(found) is RedLine for one in allowed for found in inside(one, 0))
    return step if step in names or added else _refuse(before, step, [one for one in names if one])


def _refuse(before: str, step: str, known: Iterable[str]) -> str:
    raise unknown(UNKNOWN.get(before, "Clé inconnue"), step, known)


def unknown(what: str, name: str, known: Iterable[str]) -> VariantError:
    """Say that a name is unknown, and which was meant, or which there are."""
    choices = tuple(known)
    if not name:
        return VariantError(f"Il manque un nom à la fin du chemin. {_listing(choices)}")
    if meant := nearest(name, choices):
        return VariantError(f"{what} : {quoted(name)}. Vouliez-vous dire {quoted(meant)} ?")
    return VariantError(f"{what} : {quoted(name)}. {_listing(choices)}".rstrip())


def _listing(choices: tuple[str, ...]) -> str:
    shown = ", ".join(choices[:MOST_LISTED])
    return f"Il y a : {shown}{'…' if len(choices) > MOST_LISTED else '.'}" if shown else ""


def told_to_people(allowed: tuple[Option, ...]) -> bool:
    """Tell whether a value is only a text for people: no rule reads it."""
    kinds = [one for one in allowed if one.bare is not type(None)]
    return bool(kinds) and all(map(is_text, kinds))
