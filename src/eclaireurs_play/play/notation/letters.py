"""The letters printed before the options of a ballot, typed in their place: `jury classe b > a`."""

from collections.abc import Mapping
from dataclasses import replace
from string import ascii_lowercase

from eclaireurs_play.engine.gestures import Action, Choose, Fill, Rank, Share
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State


def with_options(action: Action, rules: Rules, state: State) -> Action:
    """Put each option in the place of its letter; an option whose id is a letter keeps it."""
    letters = _letters(rules, state)
    gesture = action.gesture
    if not letters:
        return action

    def named(one: str) -> str:
        return letters.get(one, one)

    match gesture:
        case Choose(options=options):
            meant: Choose | Rank | Share | Fill = replace(
                gesture, options=tuple(map(named, options))
            )
        case Rank(order=order):
            meant = replace(gesture, order=tuple(tuple(map(named, group)) for group in order))
        case Share(parts=parts):
            meant = replace(gesture, parts={named(one): part for one, part in parts.items()})
        case Fill(values=values):
            meant = replace(gesture, values={named(one): value for one, value in values.items()})
        case _:
            return action
    return Action(action.by, meant)


def _letters(rules: Rules, state: State) -> Mapping[str, str]:
    """Give the option of each letter in the phase being played, when it prints a ballot."""
    phase = rules.phases[state.leaf.phase] if state.leaf else None
    options = tuple(getattr(phase, "options", ()))
    letters = dict(zip(ascii_lowercase, options, strict=False))
    return {letter: name for letter, name in letters.items() if letter not in options}
