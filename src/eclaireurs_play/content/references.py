"""What one file says of another: every id that is named must exist, and typed values must fit.

Names that a broken part of a file would have given are `forgiven`: what refers to them is not
reported, so that one mistake is told once.
"""

from collections.abc import Iterator, Mapping

from eclaireurs_play.content import posts
from eclaireurs_play.content.bundle import Files, Read, phases_of, spots_of
from eclaireurs_play.content.names import Names, Part, Problems, named
from eclaireurs_play.content.places import Source, Trail, child
from eclaireurs_play.content.results import results
from eclaireurs_play.content.situations import of_scenario
from eclaireurs_play.content.values import unfit
from eclaireurs_play.content.wording import did_you_mean, nearest, quoted
from eclaireurs_play.model.deck import Card, Deck, Family
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.phases import PhaseBase

__all__ = ["of_game", "of_scenario"]

TWICE: Mapping[str, str] = {
    "phase": "une autre étape",
    "family": "une autre famille",
    "theme": "un autre thème",
    "card": "une autre carte",
    "role": "un autre rôle",
    "stance": "une autre posture",
}
"""What an id already names, by kind."""

PHASE_NAMES: Mapping[str, str] = {
    "families": "family",
    "posts": "family",
    "rate": "rating",
    "form": "form",
    "criteria": "family",
    "guardrails": "family",
}
"""The keys of a phase, of whatever kind, that name things, and what they name."""

ROLES = ("who", "arbiter")
"""The keys of a phase that name roles, when they are lists."""


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
        yield from _game(files.game, names, families)


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


def _game(game: Read[Game], names: Names, families: Mapping[str, Family]) -> Problems:
    model, source = game.model, game.source
    known = {**names.known, "rating": model.ratings, "form": model.forms}
    names = Names(known, names.forgiven)
    yield from names.unknown(source, _asides(model))
    tree = tuple(phases_of(model))
    for phase, trail in tree:
        yield from names.unknown(source, _phase_names(phase, trail))
        yield from posts.of_phase(phase, trail, source, families)
        yield from posts.pools(phase, trail, source)
        yield from posts.suit(phase, trail, source, families)
    yield from results(game, tree, names.forgiven)


def _asides(game: Game) -> Iterator[Part]:
    """List what the map, the suits and the looking up name."""
    for name, suit in game.suits.items():
        yield from named(("suits", name, "called_by"), "role", suit.called_by)
    if game.map:
        for axis, rating in game.map.model_dump(exclude_none=True).items():
            yield ("map", axis), "rating", rating
    if game.anytime.lookup:
        for index, family in enumerate(game.anytime.lookup.families):
            yield ("anytime", "lookup", "families", index), "family", family


def _phase_names(phase: PhaseBase, trail: Trail) -> Iterator[Part]:
    """List what a phase names, whatever its kind."""
    for key, kind in PHASE_NAMES.items():
        value = getattr(phase, key, None)
        if isinstance(value, str | tuple):
            yield from named((*trail, key), kind, value)
    for key in ROLES:
        who = getattr(phase, key, "")
        if not isinstance(who, str):
            yield from named((*trail, key), "role", who)
