"""What one file says of another: every id that is named must exist, and typed values must fit.

Names that a broken part of a file would have given are `forgiven`: what refers to them is not
reported, so that one mistake is told once.
"""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from eclaireurs_play.content.bundle import Files, GameContent, Read, phases_of, spots_of
from eclaireurs_play.content.places import Source, Trail, child
from eclaireurs_play.content.values import unfit
from eclaireurs_play.content.wording import counted, did_you_mean, nearest, quoted
from eclaireurs_play.errors import Diagnostic
from eclaireurs_play.model.conditions import Condition
from eclaireurs_play.model.deck import Card, Deck, Family
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.phases import PhaseBase
from eclaireurs_play.model.scenario import Scenario

UNKNOWN: Mapping[str, str] = {
    "family": "famille inconnue",
    "theme": "thème inconnu",
    "rating": "appréciation inconnue",
    "form": "feuille inconnue",
    "role": "rôle inconnu",
    "result": "résultat inconnu à cette étape",
    "items": "résultat inconnu à cette étape",
    "axis": "axe inconnu",
}
"""How an unknown id is told, by kind."""

TWICE: Mapping[str, str] = {
    "phase": "une autre étape",
    "family": "une autre famille",
    "theme": "un autre thème",
    "card": "une autre carte",
    "role": "un autre rôle",
    "stance": "une autre posture",
}
"""What an id already names, by kind."""

PHASE_NAMES: Mapping[str, str] = {"families": "family", "rate": "rating", "form": "form"}
"""The keys of a phase, of whatever kind, that name things, and what they name."""

SEATS = "places"
"""What `repeat: each` may name besides a result: the seats in play."""

Problems = Iterator[Diagnostic]
Part = tuple[Trail, str, str]
"""A name to check: its trail, the kind of thing it names, the name."""


@dataclass(frozen=True, slots=True)
class Names:
    """The ids that exist, by kind; those forgiven; the results that come too late."""

    known: Mapping[str, Mapping[str, object]]
    forgiven: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()

    def unknown(self, source: Source, parts: Iterable[Part], **how: bool) -> Problems:
        """Tell each name that is not known; `key=True` when the names are keys."""
        for trail, kind, name in parts:
            known = self.known[kind]
            if name not in known and name not in self.forgiven:
                late = "cette étape vient plus tard" if name in self.later else ""
                hint = late or did_you_mean(name, known)
                yield source.problem(trail, f"{UNKNOWN[kind]} {quoted(name)}", hint, **how)


def of_game(files: Files, forgiven: frozenset[str] = frozenset()) -> Problems:
    """Check the files of a game against each other."""
    families = {name: one for deck in files.decks for name, one in deck.model.families.items()}
    known: dict[str, Mapping[str, object]] = {
        "family": families,
        "theme": {name: one for deck in files.decks for name, one in deck.model.themes.items()},
        "role": {role.id: role for role in files.roles.model.roles} if files.roles else {},
    }
    names = Names(known, forgiven)
    yield from _twice(files)
    yield from _codes(files.decks)
    for deck in files.decks:
        for index, card in enumerate(deck.model.cards):
            yield from _card(card, deck.source, ("cards", index), names, families)
    if files.game:
        yield from _game(files.game, names)


def of_scenario(
    scenario: Read[Scenario], content: GameContent, forgiven: frozenset[str] = frozenset()
) -> Problems:
    """Check a scenario against its game."""
    model, source = scenario.model, scenario.source
    names = Names({"role": content.roles_by_id, "axis": model.axes}, forgiven)
    roles: list[Part] = [
        (("seats", name, "role"), "role", seat.role) for name, seat in model.seats.items()
    ]
    yield from names.unknown(source, roles)
    yield from names.unknown(source, _axes_named(model))
    yield from names.unknown(source, _axes_moved(model), key=True)
    if not forgiven:
        yield from _table(scenario, content)


def _twice(files: Files) -> Problems:
    """Tell the ids that name two things of one kind."""
    first: dict[tuple[str, str], tuple[Source, Trail]] = {}
    for (kind, name), (source, trail) in spots_of(files):
        other, there = first.setdefault((kind, name), (source, trail))
        if (other, there) == (source, trail) or kind not in TWICE:
            continue
        line, _ = other.where(there)
        sentence = f"{quoted(name)} désigne déjà {TWICE[kind]}, à {other.file}:{line}"
        own_id = (*trail, "id")
        inside = child(source.at(trail), "id") is not None
        yield source.problem(own_id if inside else trail, sentence, key=not inside)


def _codes(decks: tuple[Read[Deck], ...]) -> Problems:
    """Tell the codes that two families share."""
    first: dict[str, str] = {}
    for deck in decks:
        for name, family in deck.model.families.items():
            if first.setdefault(family.code, name) != name:
                yield deck.source.problem(
                    ("families", name, "code"),
                    f"le code {family.code} est déjà celui de la famille « {first[family.code]} »",
                )


def _card(
    card: Card, source: Source, trail: Trail, names: Names, families: Mapping[str, Family]
) -> Problems:
    yield from names.unknown(source, [((*trail, "family"), "family", card.family)])
    yield from names.unknown(
        source,
        [((*trail, "themes", index), "theme", name) for index, name in enumerate(card.themes)],
    )
    if family := families.get(card.family):
        yield from _card_in_family(card, source, trail, family)


def _card_in_family(card: Card, source: Source, trail: Trail, family: Family) -> Problems:
    """Check a card's code and typed fields against its family."""
    if card.id.split("-")[0] != family.code:
        sentence = f"la carte {card.id} est de la famille « {card.family} », dont le code est "
        yield source.problem((*trail, "id"), sentence + family.code)
    meant = {nearest(name, family.fields) for name in card.fields}
    for name, value in card.fields.items():
        place = (*trail, "fields", name)
        if name not in family.fields:
            hint = did_you_mean(name, family.fields)
            yield source.problem(place, f"champ inconnu {quoted(name)}", hint, key=True)
        elif told := unfit(family.fields[name], value):
            yield source.problem(place, f"« {name} » : {told[0]}", told[1])
    for name, field in family.fields.items():
        if field.required and name not in card.fields and name not in meant:
            yield source.problem(trail, f"il manque le champ « {name} » à la carte {card.id}")


def _game(game: Read[Game], names: Names) -> Problems:
    model, source = game.model, game.source
    known = {**names.known, "rating": model.ratings, "form": model.forms}
    names = Names(known, names.forgiven)
    yield from names.unknown(source, _asides(model))
    tree = tuple(phases_of(model))
    for phase, trail in tree:
        yield from names.unknown(source, _phase_names(phase, trail))
    yield from _results(game, tree, names.forgiven)


def _asides(game: Game) -> Iterator[Part]:
    """List what the map and the looking up name."""
    if game.map:
        for axis, rating in game.map.model_dump(exclude_none=True).items():
            yield ("map", axis), "rating", rating
    if game.anytime.lookup:
        for index, family in enumerate(game.anytime.lookup.families):
            yield ("anytime", "lookup", "families", index), "family", family


def _phase_names(phase: PhaseBase, trail: Trail) -> Iterator[Part]:
    """List what a phase names, whatever its kind; `who` names roles when it is a list."""
    for key, kind in PHASE_NAMES.items():
        yield from _named((*trail, key), kind, getattr(phase, key, ()))
    if not isinstance(phase.who, str):
        yield from _named((*trail, "who"), "role", phase.who)


def _named(trail: Trail, kind: str, names: str | tuple[str, ...]) -> Iterator[Part]:
    if isinstance(names, str):
        yield trail, kind, names
    else:
        yield from (((*trail, index), kind, name) for index, name in enumerate(names))


Tree = tuple[tuple[PhaseBase, Trail], ...]


def _results(game: Read[Game], tree: Tree, forgiven: frozenset[str]) -> Problems:
    """Check the results phases read: each must have been left before.

    What repeats may read what it left the time before.
    """
    every = frozenset(name for phase, _ in tree for name in _results_of(phase))
    left: dict[str, object] = {}
    items: Mapping[str, object] = ChainMap(left, {SEATS: None})
    for index, (phase, trail) in enumerate(tree):
        names = Names({"result": left, "items": items}, forgiven, every)
        yield from names.unknown(game.source, _results_read(phase, trail))
        if phase.repeat:
            left |= dict.fromkeys(_left_inside(tree, index))
            until = _condition(phase.repeat.until, (*trail, "repeat", "until"))
            yield from Names({"result": left}, forgiven, every).unknown(game.source, until)
        left |= dict.fromkeys(_results_of(phase))


def _left_inside(tree: Tree, index: int) -> Iterator[str]:
    """List the results left by a phase and the phases inside it, which follow it in the tree."""
    _, around = tree[index]
    for at in range(index, len(tree)):
        phase, trail = tree[at]
        if trail[: len(around)] != around:
            return
        yield from _results_of(phase)


def _results_read(phase: PhaseBase, trail: Trail) -> Iterator[Part]:
    """List the results a phase asks for before it begins."""
    yield from _named((*trail, "uses"), "result", phase.uses)
    yield from _condition(phase.when, (*trail, "when"))
    if phase.repeat and phase.repeat.each:
        yield (*trail, "repeat", "each"), "items", phase.repeat.each


def _results_of(phase: PhaseBase) -> tuple[str, ...]:
    return (phase.id, phase.gives) if phase.gives else (phase.id,)


def _condition(condition: Condition | None, trail: Trail) -> Iterator[Part]:
    """List the results a condition asks about."""
    if condition is None:
        return
    for key in ("given", "missing"):
        if name := getattr(condition, key):
            yield (*trail, key), "result", name
    if condition.chose:
        yield (*trail, "chose", 0), "result", condition.chose[0]


def _axes_named(scenario: Scenario) -> Iterator[Part]:
    """List the axes that seats name in lists."""
    for name, seat in scenario.seats.items():
        yield from _named(("seats", name, "shows"), "axis", seat.shows)
        for index, line in enumerate(seat.red_lines):
            yield ("seats", name, "red_lines", index, "axis"), "axis", line.axis


def _axes_moved(scenario: Scenario) -> Iterator[Part]:
    """List the axes that stand as keys: weights of seats, moves of options and surprises."""
    moved: list[tuple[Trail, Iterable[str]]] = [
        *((("seats", name, "weights"), one.weights) for name, one in scenario.seats.items()),
        *((("surprises", name, "moves"), one.moves) for name, one in scenario.surprises.items()),
    ]
    for term, holder in scenario.terms.items():
        for name, option in holder.options.items():
            trail: Trail = ("terms", term, "options", name)
            moved += [((*trail, "moves"), option.moves), ((*trail, "later"), option.later)]
    for place, axes in moved:
        yield from (((*place, axis), "axis", axis) for axis in axes)


def _table(scenario: Read[Scenario], content: GameContent) -> Problems:
    """Check that the seats make a table this game can be played at."""
    seats, players = scenario.model.seats, content.game.players
    required = sum(not seat.optional for seat in seats.values())
    if len(seats) > players.max:
        sentence = f"{counted(len(seats), 'place')}, le jeu en admet {players.max} au plus"
        yield scenario.source.problem(("seats",), sentence, key=True)
    if required < players.min:
        places = counted(required, "place obligatoire")
        sentence = f"{places}, le jeu en demande {players.min} au moins"
        yield scenario.source.problem(("seats",), sentence, key=True)
