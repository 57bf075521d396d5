"""Assignments applied to a scenario, its game and its decks, then checked as when loaded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal, TypeVar

from pydantic import BaseModel, ValidationError

from eclaireurs_play.content import messages, references
from eclaireurs_play.content.bundle import Files, GameContent, Read, ScenarioContent, gather, join
from eclaireurs_play.content.names import Problems
from eclaireurs_play.content.places import Data, Source, Trail, child
from eclaireurs_play.content.scalars import resolve
from eclaireurs_play.content.wording import counted, listed, nearest, quoted
from eclaireurs_play.errors import ContentError
from eclaireurs_play.model.deck import Deck
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.role import Roles
from eclaireurs_play.model.scenario import Scenario
from eclaireurs_play.simulation.assigning import (
    CARDS,
    FIRST,
    OFF,
    ON,
    ROLES,
    UNKNOWN,
    Assignment,
    Target,
    VariantError,
    parts,
    target,
    told_to_people,
    unknown,
)
from eclaireurs_play.simulation.editing import at, put, without

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Edit:
    """What an assignment does to a file: a value set, a thing removed, a seat put first."""

    asked: Assignment
    do: Literal["set", "remove", "first"]
    file: int
    trail: Trail
    value: Data = None


def varied(content: ScenarioContent, assignments: Iterable[Assignment]) -> ScenarioContent:
    """Give the content with these assignments, in whatever order they come.

    Things keep the place (`where`) they have in the files. Raises VariantError, one sentence, when
    a path leads nowhere, two assignments contradict each other, or the result is not sound.
    """
    unique = sorted(set(assignments))
    wanted = [edit for one in unique for edit in _edits(content, one)]
    if not wanted:
        return content
    _agree(wanted)
    try:
        return _built(content, wanted)
    except ContentError as error:
        raise VariantError(_blamed(content, wanted, _sentence(error))) from None


def _edits(content: ScenarioContent, one: Assignment) -> list[Edit]:
    """Say what an assignment does; nothing when it leaves a thing where it is."""
    head, *rest = one.path.split(".")
    if head == ROLES:
        seats = _seats_of(content, one, rest)
        return [Edit(one, "remove", 0, _leaves(content, _seat(content, name))) for name in seats]
    found = target(content, one.path)
    if found.trail[-1] == "id" or told_to_people(found.allowed):
        raise VariantError(f"{quoted(one.path)} n'est pas une règle : le régler ne change rien.")
    if one.value == FIRST and found.trail[:-1] == ("seats",):
        return [Edit(one, "first", found.file, found.trail)]
    if one.value in {ON, OFF}:
        return _turned(content, one, found)
    return [Edit(one, "set", found.file, found.trail, _read_value(one))]


def _turned(content: ScenarioContent, one: Assignment, found: Target) -> list[Edit]:
    """Put a thing in or out; a surprise is set aside, so that scales stay what they are."""
    on = one.value == ON
    if found.trail[:-1] == ("surprises",):
        aside = not on or not content.scenario.surprises[str(found.trail[-1])].falls
        return [Edit(one, "set", found.file, (*found.trail, "falls"), on)] if aside else []
    if any(option.bare is bool for option in found.allowed):
        return [Edit(one, "set", found.file, found.trail, on)]
    if not on:
        return [Edit(one, "remove", found.file, _leaves(content, found))]
    return [] if found.present else [Edit(one, "set", found.file, found.trail, _read_value(one))]


def _seats_of(content: ScenarioContent, one: Assignment, rest: list[str]) -> list[str]:
    """List the seats that hold the role that leaves."""
    seats = content.scenario.seats
    held = tuple(dict.fromkeys(seat.role for seat in seats.values()))
    if not rest or rest[0] not in held:
        raise unknown(UNKNOWN[ROLES], ".".join(rest), held)
    if rest[1:] or one.value != OFF:
        raise VariantError(f"Un rôle ne peut que s'en aller : roles.{rest[0]}=off.")
    return [name for name, seat in seats.items() if seat.role == rest[0]]


def _seat(content: ScenarioContent, name: str) -> Target:
    return target(content, f"seats.{name}")


def _leaves(content: ScenarioContent, found: Target) -> Trail:
    """Give the trail of what is to be taken out, when it may be."""
    trail = found.trail
    name = str(trail[-1])
    if trail[:-1] == ("seats",) and not content.scenario.seats[name].optional:
        free = [one for one, seat in content.scenario.seats.items() if seat.optional]
        others = f"on peut retirer {listed(free)}" if free else "aucune ne l'est ici"
        raise VariantError(f"La place « {name} » n'est pas facultative : {others}.")
    if trail[:-1] == ("axes",):
        raise VariantError(f"L'axe « {name} » ne se retire pas : mettez ses poids à 0.")
    if trail[-2:-1] == ("phases",) and child(at(parts(content)[1].source.data, trail), "locked"):
        raise VariantError(f"L'étape « {name} » est verrouillée : elle ne se retire pas.")
    return trail


def _read_value(one: Assignment) -> Data:
    """Read a value as a file would, or a list of them: `[cout, eau]`."""
    text = one.value
    if text.startswith("[") and text.endswith("]"):
        words = (word.strip() for word in text[1:-1].split(","))
        return [resolve(word) for word in words if word]
    return resolve(text)


def _agree(wanted: Sequence[Edit]) -> None:
    """Refuse two edits of one thing, and an edit inside what another takes out or replaces."""
    for one, other in combinations(wanted, 2):
        if one.file != other.file or one.do == other.do == "remove":
            continue
        both = f"{one.asked} et {other.asked} se contredisent"
        shorter, longer = sorted((one, other), key=lambda edit: len(edit.trail))
        if one.do == other.do == "first":
            raise VariantError(f"{both} : une seule place commence.")
        if one.trail == other.trail:
            raise VariantError(f"{both} : gardez l'un des deux.")
        inside = longer.trail[: len(shorter.trail)] == shorter.trail
        if inside and shorter.do != FIRST:
            raise VariantError(f"{both} : le premier emporte ce que règle le second."
                               if shorter is one else
                               f"{both} : le second emporte ce que règle le premier.")  # fmt: skip


def _built(content: ScenarioContent, wanted: Sequence[Edit]) -> ScenarioContent:
    """Apply edits and check the whole; ContentError when it is not sound."""
    before = [one.source.data for one in parts(content)]
    after = list(before)
    _apply(after, wanted)
    game = content.content
    if any(new is not old for new, old in zip(after[1:], before[1:], strict=True)):
        game = _game(content.content, after[1:])
    scenario = _checked(Scenario, content.source, after[0])
    _in_force(scenario.model)
    _enough(scenario.model, game)
    _sound(references.of_scenario(scenario, game))
    joined = join(scenario, game)
    return replace(
        joined,
        spots={key: spot for key, spot in content.spots.items() if key in joined.spots},
        warnings=content.warnings,
    )


def _apply(after: list[Data], wanted: Sequence[Edit]) -> None:
    """Set values, then seats in their order, then take out; later ranks of a list go first."""
    for edit in wanted:
        if edit.do == "set":
            after[edit.file] = put(after[edit.file], edit.trail, edit.value)
        if edit.do == "first":
            after[0] = _seated_first(after[0], str(edit.trail[-1]))
    gone = [edit for edit in wanted if edit.do == "remove"]
    for edit in sorted(gone, key=_depth, reverse=True):
        after[edit.file] = without(after[edit.file], edit.trail)
    for edit in gone:
        if edit.trail[:-1] == (CARDS,):
            after[0] = _without_card(after[0], str(edit.trail[-1]))
        if edit.trail[:-1] == ("terms",):
            after[0] = without(after[0], ("current", edit.trail[-1]))


def _depth(edit: Edit) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in edit.trail]


def _seated_first(data: Data, seat: str) -> Data:
    """Turn the seats so that one comes first; those before it go last, in their order."""
    seats = child(data, "seats")
    if not isinstance(seats, dict):
        return data
    order = list(seats)
    start = order.index(seat)
    turned: Data = {one: seats[one] for one in (*order[start:], *order[:start])}
    return put(data, ("seats",), turned)


def _without_card(data: Data, card: str) -> Data:
    """Take a card out of the charter, and out of the surprises that answer to it."""
    criteria = at(data, ("charter", "criteria"))
    if isinstance(criteria, list) and card in criteria:
        left: Data = [one for one in criteria if one != card]
        data = put(data, ("charter", "criteria"), left)
    data = without(data, ("charter", "guardrails", card))
    surprises = child(data, "surprises")
    for name, one in surprises.items() if isinstance(surprises, dict) else ():
        if child(one, "criterion") == card:
            data = without(data, ("surprises", name, "criterion"))
    return data


def _game(base: GameContent, after: Sequence[Data]) -> GameContent:
    """Read the files of a game again, and check them against each other."""
    game, *others = zip(base.sources, after, strict=True)
    count = len(base.decks)
    read = _checked(Game, *game)
    decks = tuple(_checked(Deck, *one) for one in others[:count])
    files = Files(read, decks, next((_checked(Roles, *one) for one in others[count:]), None))
    _sound(references.of_game(files))
    merged = gather(files, read)
    spots = {key: spot for key, spot in base.spots.items() if key in merged.spots}
    return replace(merged, spots=spots, warnings=base.warnings, folder=base.folder)


def _checked(model: type[M], source: Source, data: Data) -> Read[M]:
    now = replace(source, data=data)
    try:
        return Read(model.model_validate(data), now)
    except ValidationError as error:
        raise ContentError(messages.tell(model, now, error)) from None


def _sound(problems: Problems) -> None:
    if found := tuple(problems):
        raise ContentError(found)


def _in_force(scenario: Scenario) -> None:
    for term, option in scenario.current.items():
        if term in scenario.terms and option not in scenario.terms[term].options:
            known = listed(scenario.terms[term].options)
            raise VariantError(
                f"« {option} » est l'option en vigueur de « {term} » : réglez aussi "
                f"current.{term} ({known})."
            )


def _enough(scenario: Scenario, game: GameContent) -> None:
    """Refuse a table that is short of people."""
    least = max(game.game.players.min, scenario.seated or 0)
    if len(scenario.seats) < least:
        places = counted(len(scenario.seats), "place")
        raise VariantError(f"Il ne reste que {places} ; il en faut {least} au moins.")


def _sentence(error: ContentError) -> str:
    """Give the first mistake, without its place: what is wrong was typed, not written there."""
    first = next(one for one in error.diagnostics if not one.warning)
    return first.sentence + (f" ({first.hint})" if first.hint else "")


def _blamed(content: ScenarioContent, wanted: Sequence[Edit], sentence: str) -> str:
    """Name the assignments that make a mistake: one alone when one is enough."""
    asked = dict.fromkeys(edit.asked for edit in wanted)
    for one in asked:
        try:
            _built(content, [edit for edit in wanted if edit.asked == one])
        except ContentError as error:
            if _sentence(error) == sentence:
                return f"{one} : {sentence}.{_besides(content, one)}"
        except VariantError:
            continue
    return f"{listed(map(str, asked), 'et')} : {sentence}."


def _besides(content: ScenarioContent, one: Assignment) -> str:
    """Say what may mend it: a word misspelt, or surprises that only this card answers to."""
    if one.value not in {ON, OFF} and (meant := nearest(one.value, (ON, OFF, FIRST))):
        return f" Vouliez-vous dire {quoted(meant)} ?"
    surprises = content.scenario.surprises.items()
    answered = [f"surprises.{name}=off" for name, surprise in surprises
                if one == Assignment(f"cards.{surprise.criterion}", OFF)]  # fmt: skip
    return f" Retirez aussi {listed(answered, 'et')}." if answered else ""
