"""Which games can be played in lock-step, and why the others cannot."""

from collections.abc import Iterator

from eclaireurs_play.engine.repeats import PLACES
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.conditions import Condition
from eclaireurs_play.model.phases import (
    Allocate,
    Amend,
    Cards,
    Cast,
    Charter,
    Compose,
    Consent,
    Dashboard,
    Debrief,
    Gate,
    Group,
    PhaseBase,
    Position,
    Prioritise,
    Propose,
    Record,
    Roleplay,
    Sort,
    Sortition,
    Surprise,
    Survey,
    Synthesise,
    Trigger,
)
from eclaireurs_play.simulation.lockstep.tables import exact_enough

_MUTE = (
    Allocate, Cards, Cast, Compose, Dashboard, Debrief, Gate, Position, Record, Sort, Sortition,
    Survey, Synthesise,
)  # fmt: skip
"""Kinds in which nothing that simulated players do changes a number."""

_VERSIONS = (Propose, Amend, Prioritise, Consent)
_NEWS = (Trigger, Roleplay, Surprise)

LARGEST = 65_536
"""More proposals than that are left to the reference engine, for memory."""

MOST_SURPRISES = 16


def playable(rules: Rules) -> str:
    """Say in a French sentence why a game can't be played in lock-step; "" when it can."""
    return next(_obstacles(rules), "")


def _obstacles(rules: Rules) -> Iterator[str]:
    scenario = rules.scenario
    if not scenario.terms:
        yield "Cette situation se joue avec des mots, sans chiffres."
        return
    if scenario.seated is not None:
        yield "Les places en jeu sont tirées au sort."
    if silent := sorted(scenario.seats.keys() - set(rules.numbers.seats)):
        yield f"Une place n'a pas de chiffres : « {rules.name(silent[0])} »."
    if rules.numbers.space.size > LARGEST:
        yield f"Il y a plus de {LARGEST} propositions possibles."
        return
    if len(scenario.surprises) > MOST_SURPRISES:
        yield f"Il y a plus de {MOST_SURPRISES} imprévus."
    if not exact_enough(rules.numbers):
        yield "Ses chiffres ont trop de décimales."
    yield from _of_phases(rules)


def _of_phases(rules: Rules) -> Iterator[str]:
    leaving = {_name(one) for one in rules.phases.values() if isinstance(one, _VERSIONS)}
    choosing = {_name(one) for one in rules.phases.values() if isinstance(one, Trigger | Consent)}
    charters = {_name(one) for one in rules.phases.values() if isinstance(one, Charter)}
    for phase in rules.phases.values():
        if phase.only is not None or _conditions(phase) - choosing:
            yield f"L'étape « {phase.title} » dépend de ce que disent les gens."
        each = phase.repeat.each if phase.repeat else None
        if each not in {None, PLACES, *leaving} or len(leaving & set(phase.uses)) > 1:
            yield f"L'étape « {phase.title} » passe en revue autre chose que des propositions."
        if not _known(phase, rules, leaving, charters):
            yield f"L'étape « {phase.title} » n'est jouée que par le moteur de référence."


def _name(phase: PhaseBase) -> str:
    return phase.gives or phase.id


def _conditions(phase: PhaseBase) -> set[str]:
    """List the results whose choice a phase looks at."""
    asked: list[Condition | None] = [phase.when, phase.repeat.until if phase.repeat else None]
    return {one.chose[0] for one in asked if one is not None and one.chose is not None}


def _known(phase: PhaseBase, rules: Rules, leaving: set[str], charters: set[str]) -> bool:
    """Tell whether a phase is of a kind, and in a form, that lock-step plays."""
    if isinstance(phase, _VERSIONS + _NEWS + (Charter,)) and _in_other_shoes(phase, rules):
        return isinstance(phase, Roleplay)
    if isinstance(phase, Propose | Consent) and phase.within not in {None, *charters}:
        return False
    if isinstance(phase, Amend | Consent | Prioritise):
        return bool(leaving & set(phase.uses)) and phase.order != "free"
    if isinstance(phase, Charter):
        return rules.scenario.charter is not None and len(charters) == 1 and not phase.hidden
    if isinstance(phase, Trigger | Surprise):
        return phase.pick == "draw"
    return isinstance(phase, (*_MUTE, Group, Propose, Roleplay))


def _in_other_shoes(phase: PhaseBase, rules: Rules) -> bool:
    """Tell whether roles may have been exchanged when a phase is played."""
    level = [rules.phases[one] for one in rules.children[rules.parents[phase.id]]]
    before = level[: level.index(phase)]
    swaps = [one.how for one in before if isinstance(one, Cast)]
    if swaps and swaps[-1] in {"chosen", "drawn"}:
        return True
    parent = rules.parents[phase.id]
    return bool(parent) and _in_other_shoes(rules.phases[parent], rules)
