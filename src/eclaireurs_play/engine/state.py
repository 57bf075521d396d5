"""Everything a session is at one moment; immutable, and it survives JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from eclaireurs_play.engine.gestures import Audience, Gesture, Held, Rate, Value, Write

Status = Literal["playing", "over", "stopped"]
_ADDRESSED = (Write, Rate)
"""Gestures that say who may read them."""

Closing = Literal["complete", "shortened", "skipped", "stopped"]


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat in play: its role now, the roles it held before, its stance, who sits there.

    `people` are their names, when they were told. `since` is the number of the last contribution
    made before they came: what the seat kept to itself until then is not theirs to read.
    """

    role: str
    earlier: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    stance: str = ""
    since: int = 0


@dataclass(frozen=True, slots=True)
class Handover:
    """A seat that changed hands: who held it, who does now, during which phase, and why.

    `before` and `people` are names, none when nobody told them; `was` is empty when the seat was
    not in play.
    """

    seat: str
    was: Held
    before: tuple[str, ...]
    held: Held
    people: tuple[str, ...]
    phase: str
    action: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One level of the path: a phase, which time it is played (from 1), for which item of what."""

    phase: str
    time: int = 1
    item: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Contribution:
    """A gesture that leaves a trace.

    `asked` is what it answered and `chosen` the words of what was picked, in French; `place_of`
    is the seat in whose place it was made; `played` the role, or else the stance, it was made in
    when that is not the seat's own; `version` the proposal it is about, if any; `hidden` lasts
    until the phase closes.
    """

    number: int
    by: str
    phase: str
    gesture: Gesture
    asked: str = ""
    chosen: str = ""
    place_of: str = ""
    played: str = ""
    version: str = ""
    hidden: bool = False
    simulated: bool = False

    @property
    def id(self) -> str:
        """How people name it: `n12`."""
        return f"n{self.number}"

    @property
    def audience(self) -> Audience:
        """Say who may read it, besides whoever made it and whoever hosts, once it is shown."""
        return self.gesture.to if isinstance(self.gesture, _ADDRESSED) else "public"

    @property
    def for_everyone(self) -> bool:
        """Tell whether anyone may read it."""
        if self.hidden:
            return False
        return not isinstance(self.gesture, _ADDRESSED) or self.gesture.to == "public"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A version of a proposal: an option per term, or a text; `parent` is what it amends.

    `number` is that of the contribution that made it.
    """

    id: str
    by: str
    options: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    parent: str = ""
    number: int = 0


@dataclass(frozen=True)
class Leaf:
    """The phase being played: what was done in it, who still has to act.

    `taken` counts turns per actor, in the current step of a phase that has steps; `held` the
    cards before each of them; `round` counts from 1; `silent` when nobody is to know who acts in
    it, nor who already has.
    """

    phase: str
    actors: tuple[str, ...]
    taken: Mapping[str, int]
    made: tuple[Contribution, ...] = ()
    held: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    step: str = ""
    round: int = 1
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a phase settles: items others may go through, options retained, an order, parts.

    `titles` are the words of items that no file names. `figures` give each option of a count its
    row under `columns`, as people read them. `sentence` says it all to people. Of `veiled` items,
    each seat knows whether it is one, and no more.
    """

    items: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    ordered: tuple[tuple[str, ...], ...] = ()
    shares: Mapping[str, float] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    figures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sentence: str = ""
    veiled: bool = False


@dataclass(frozen=True)
class Result:
    """What a phase leaves under a name; a phase played several times leaves several.

    `time` and `item` are those of the innermost phase that repeats around it.
    """

    name: str
    phase: str
    time: int
    item: str
    closing: Closing
    made: tuple[Contribution, ...]
    outcome: Outcome
    reason: str = ""

    @cached_property
    def for_everyone(self) -> bool:
        """Tell whether anyone may read all of it."""
        return not self.outcome.veiled and all(one.for_everyone for one in self.made)


@dataclass(frozen=True, slots=True)
class Deviation:
    """A rule that a past session did not follow, kept as it happened."""

    code: str
    sentence: str
    phase: str
    action: int


@dataclass(frozen=True, slots=True)
class Improvised:
    """A card, a surprise or a role made during the session: its code, its fields, in which phase.

    `kind` is one of those of `engine.improvised`.
    """

    code: str
    kind: str
    values: Mapping[str, Value]
    phase: str


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds counted so far, in all and in the current phase."""

    paused: bool = False
    total: int = 0
    here: int = 0


@dataclass(frozen=True)
class State:
    """A session at one moment.

    `past`: a paper session is being recorded, broken rules become deviations.
    `in_hand`: people hold printed cards, so draws name their card.
    `simulated` are the actors held by the program; `away` the seats in play that nobody holds now;
    `handovers` the seats that changed hands, in order. `piles` go from top to bottom; `seen` are
    the cards that have been on the table, in order; `active` the surprises that changed the
    context; `lapses` what was owed and did not come; `inherited` what earlier sessions of a
    campaign left, as anyone may read it; `improvised` what was made on the spot, in order;
    `actions` counts what was accepted.
    """

    seed: int
    past: bool
    in_hand: bool
    seats: Mapping[str, Seated]
    piles: Mapping[str, tuple[str, ...]]
    simulated: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    handovers: tuple[Handover, ...] = ()
    status: Status = "playing"
    path: tuple[Step, ...] = ()
    leaf: Leaf | None = None
    results: tuple[Result, ...] = ()
    inherited: tuple[Result, ...] = ()
    aside: tuple[Contribution, ...] = ()
    seen: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    active: tuple[str, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    lapses: tuple[Deviation, ...] = ()
    improvised: tuple[Improvised, ...] = ()
    timing: Timing = Timing()
    actions: int = 0
    contributions: int = 0


def results_named(state: State, name: str) -> tuple[Result, ...]:
    """List what was left under a name, in the order of play, earlier sessions first."""
    left = (*state.inherited, *state.results)
    return tuple(result for result in left if result.name == name)


def is_there(state: State, seat: str) -> bool:
    """Tell whether a seat is in play and someone, or the program, holds it now."""
    return seat in state.seats and seat not in state.away


def correction(note: str) -> str:
    """Give the words that ask for a note to be corrected."""
    return f"Corriger {note}"


def with_corrections(state: State) -> State:
    """Put each correction in the place of the note it corrects; the last one counts."""
    texts = {
        one.gesture.about: one.gesture.text
        for one in all_contributions(state)
        if isinstance(one.gesture, Write) and _corrects(one)
    }

    def applied(made: Iterable[Contribution]) -> tuple[Contribution, ...]:
        return tuple(_reworded(one, texts.get(one.id)) for one in made if not _corrects(one))

    return replace(
        state,
        results=tuple(replace(result, made=applied(result.made)) for result in state.results),
        leaf=replace(state.leaf, made=applied(state.leaf.made)) if state.leaf else None,
        aside=applied(state.aside),
    )


def _corrects(one: Contribution) -> bool:
    return one.asked == correction(one.gesture.about)


def _reworded(one: Contribution, text: str | None) -> Contribution:
    if text is None or not isinstance(one.gesture, Write):
        return one
    return replace(one, gesture=replace(one.gesture, text=text))


def proposal_named(state: State, name: str) -> Proposal | None:
    """Find a version of a proposal by its id."""
    return next((one for one in state.proposals if one.id == name), None)


def items_used(state: State, names: Iterable[str]) -> tuple[str, ...]:
    """List the items of the last result left under each of these names, once each.

    While a phase goes through the items of a result, there is only the current one.
    """
    return tuple(dict.fromkeys(item for name in names for item in _items(state, name)))


def _items(state: State, name: str) -> tuple[str, ...]:
    current = tuple(step.item for step in state.path if step.of == name)
    left = results_named(state, name)
    return current[-1:] or (left[-1].outcome.items if left else ())


def all_contributions(state: State) -> tuple[Contribution, ...]:
    """List every contribution so far: closed phases, the current one, and those made aside."""
    made = [one for result in state.results for one in result.made]
    made += state.leaf.made if state.leaf else ()
    return tuple(sorted((*made, *state.aside), key=lambda one: one.number))
