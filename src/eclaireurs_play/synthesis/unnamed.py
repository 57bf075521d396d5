"""An anonymous game as the public may read it: what was said, and by no pseudonym.

A pseudonym leads back to someone as soon as one thing about it is known elsewhere: a day off, a
turn of phrase, the one box that nobody else ticks. So the public's version bears none, and nothing
in it joins two things that one person wrote.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from eclaireurs_play.engine.gestures import Draw, Fill, Gesture, Rate, Write
from eclaireurs_play.engine.improvised import known
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, Improvised, Seated, State, all_contributions

ANYONE = "une personne"
MENTION = "[pseudonyme]"
"""What stands in people's own words for a pseudonym they wrote."""

_ALIAS = "pseudonyme-"


def people(count: int) -> str:
    """Say how many people: « une personne », « 3 personnes »."""
    return ANYONE if count == 1 else f"{count} personnes"


def is_unnamed(actor: str) -> bool:
    """Tell whether an actor is someone whose pseudonym was taken away."""
    return actor.startswith(_ALIAS)


def unnamed(rules: Rules, state: State) -> tuple[Rules, State]:
    """Take every pseudonym away from a session, and the order that would give it back."""
    aliases = _aliases(rules, state)
    if not aliases:
        return rules, state
    cover = _Cover(aliases, _pattern(rules))
    hidden: State = cover.of(state)
    results = tuple(replace(one, made=_unordered(one.made)) for one in hidden.results)
    leaf = replace(hidden.leaf, made=_unordered(hidden.leaf.made)) if hidden.leaf else None
    covered = replace(hidden, results=results, leaf=leaf)
    return known(_without_names(rules.printed or rules, aliases), covered), covered


def _aliases(rules: Rules, state: State) -> dict[str, str]:
    """Give each pseudonym in play a number, by what it wrote: its own place says nothing."""
    written: dict[str, list[str]] = defaultdict(list)
    for one in all_contributions(state):
        written[one.by].append(_content(one))
    foreseen = rules.scenario.seats
    taken = (name for name in state.seats if name in foreseen and foreseen[name].optional)
    ordered = sorted(taken, key=lambda name: sorted(written[name]))
    return {name: f"{_ALIAS}{number}" for number, name in enumerate(ordered, start=1)}


def _without_names(rules: Rules, aliases: Mapping[str, str]) -> Rules:
    """Give the rules seats without names, those that nobody took left out."""
    seats = {name: seat for name, seat in rules.scenario.seats.items() if not seat.optional}
    for name, alias in aliases.items():
        blank = {"title": None, "short": ANYONE, "public": None, "private": None}
        seats[alias] = rules.scenario.seats[name].model_copy(update=blank)
    return replace(rules, scenario=rules.scenario.model_copy(update={"seats": seats}))


def _pattern(rules: Rules) -> re.Pattern[str]:
    """Match pseudonyms, several of them when they are listed, as written or in capitals."""
    names = {rules.name(name) for name, seat in rules.scenario.seats.items() if seat.optional}
    every = sorted({*names, *(name.upper() for name in names)}, key=len, reverse=True)
    one = rf"(?<!\w)(?:{'|'.join(map(re.escape, every))})(?!\w)"
    return re.compile(rf"{one}(?:(?:, | et | ou ){one})*")


@dataclass(frozen=True, slots=True)
class _Cover:
    """Puts an alias in the place of each seat, and a count in the place of names in sentences."""

    aliases: Mapping[str, str]
    names: re.Pattern[str]

    def of(self, value: Any, *, quoted: bool = False) -> Any:  # noqa: ANN401 - any part of a state
        """Cover a state or any part of it; `quoted` inside people's own words."""
        if isinstance(value, str):
            return self.aliases.get(value) or self._text(value, quoted=quoted)
        if isinstance(value, tuple):
            return tuple(self.of(one, quoted=quoted) for one in value)
        if isinstance(value, Mapping):
            return {self.aliases.get(key, key): self.of(one, quoted=quoted)
                    for key, one in value.items()}  # fmt: skip
        if isinstance(value, Seated):
            return Seated(value.role)
        if isinstance(value, Contribution) and value.by in self.aliases:
            value = replace(value, played="")
        if is_dataclass(value) and not isinstance(value, type):
            words = quoted or isinstance(value, Write | Fill | Rate | Improvised)
            parts = {one.name: self.of(getattr(value, one.name), quoted=words)
                     for one in fields(value)}  # fmt: skip
            return replace(value, **parts)
        return value

    def _text(self, text: str, *, quoted: bool) -> str:
        if quoted:
            return self.names.sub(MENTION, text)
        return self.names.sub(lambda found: people(_count(found[0])), text)


def _count(listed: str) -> int:
    return len(re.split(r", | et | ou ", listed))


def _unordered(made: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    """Put what several people gave of one thing in the order of what it says."""
    slots: dict[tuple[type[Gesture], str, str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(made):
        if is_unnamed(one.by) and not isinstance(one.gesture, Draw):
            asked = type(one.gesture), one.gesture.about, one.asked, one.version
            slots[asked].append(place)
    moved = list(made)
    for places in slots.values():
        ordered = sorted((made[place] for place in places), key=_content)
        for place, one in zip(places, ordered, strict=True):
            moved[place] = one
    return tuple(moved)


def _content(one: Contribution) -> str:
    """Write what someone gave, whoever they are."""
    gesture = {part.name: getattr(one.gesture, part.name) for part in fields(one.gesture)}
    return json.dumps(gesture, sort_keys=True, default=str)


def tally(words: Iterable[str]) -> dict[str, int]:
    """Count equal words, in alphabetical order."""
    counted: dict[str, int] = defaultdict(int)
    for one in sorted(words):
        counted[one] += 1
    return counted
