"""What results hold, kind by kind: versions of a proposal, items, choices, or only words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

from eclaireurs_play.content.results import Tree, left_by
from eclaireurs_play.engine.phases.consent import ADOPTED, HELD
from eclaireurs_play.engine.phases.gate import SELF_REFERRAL
from eclaireurs_play.engine.phases.trigger import OPEN, SHUT
from eclaireurs_play.engine.phases.vote import NO, YES
from eclaireurs_play.model import phases as kinds
from eclaireurs_play.model.phases import PhaseBase

Holding = Literal["proposals", "items", "nothing"]

HOLDS: Mapping[type[PhaseBase], Holding] = {
    kinds.Propose: "proposals",
    kinds.Amend: "proposals",
    kinds.Consent: "proposals",
    kinds.Allocate: "items",
    kinds.Assign: "items",
    kinds.Cards: "items",
    kinds.Cast: "items",
    kinds.Charter: "items",
    kinds.Dashboard: "items",
    kinds.Join: "items",
    kinds.Trigger: "items",
    kinds.Compose: "items",
    kinds.Prioritise: "items",
    kinds.Roleplay: "items",
    kinds.Sort: "items",
    kinds.Sortition: "items",
    kinds.Surprise: "items",
    kinds.Synthesise: "items",
    kinds.Vote: "items",
    kinds.Debrief: "nothing",
    kinds.Gate: "nothing",
    kinds.Group: "nothing",
    kinds.Position: "nothing",
    kinds.Record: "nothing",
    kinds.Survey: "nothing",
}
"""What each kind leaves for others to go through; words and figures are kept besides."""

OWN: Mapping[type[PhaseBase], str] = {
    kinds.Allocate: "among",
    kinds.Prioritise: "items",
    kinds.Vote: "options",
}
"""Kinds that bear on things of their own, or else on what they use, and the key of their own."""

WANTS: Mapping[type[PhaseBase], Holding] = {
    kinds.Amend: "proposals",
    kinds.Consent: "proposals",
    **dict.fromkeys(OWN, "items"),
}
"""What kinds need of what they use."""


def holdings(tree: Tree) -> dict[str, Holding]:
    """Give what each result of a game holds; of a name left twice, the most it may hold."""
    found: dict[str, Holding] = {}
    for phase, _ in tree:
        for name in left_by(phase):
            found[name] = most(phase, found, (found.get(name, "nothing"),))
    return found


def most(phase: PhaseBase, known: Mapping[str, Holding], *others: Iterable[Holding]) -> Holding:
    """Give the most that a phase may leave: what it orders or shares stays what it was."""
    own = HOLDS[type(phase)]
    if chooses_only(phase):
        own = "nothing"
    elif type(phase) in OWN and not getattr(phase, OWN[type(phase)]):
        own = _richest(known.get(name, "nothing") for name in phase.uses)
    return _richest((own, *(one for few in others for one in few)))


def wanted(phase: PhaseBase) -> Holding:
    """Give what a phase needs of what it uses, in order to be played at all."""
    if chooses_only(phase) or getattr(phase, OWN.get(type(phase), ""), None):
        return "nothing"
    return WANTS.get(type(phase), "nothing")


def chooses_only(phase: PhaseBase) -> bool:
    """Tell whether a phase only answers yes or no: it goes through nothing."""
    return isinstance(phase, kinds.Vote) and phase.method == "majority"


def choices(phase: PhaseBase) -> tuple[str, ...] | None:
    """List the options that a phase may retain; None when they are not known beforehand."""
    if isinstance(phase, kinds.Gate) and phase.called_by:
        return None
    told = _CHOICES.get(type(phase))
    return tuple(told(phase)) if told else ()


def _majority(phase: PhaseBase) -> Iterator[str]:
    if chooses_only(phase):
        yield from (YES, NO)


_CHOICES: Mapping[type[PhaseBase], Callable[[Any], Iterable[str]]] = {
    kinds.Consent: lambda _: (ADOPTED, HELD),
    kinds.Gate: lambda phase: (*phase.conditions, SELF_REFERRAL),
    kinds.Synthesise: lambda phase: phase.recipients,
    kinds.Trigger: lambda _: (OPEN, SHUT),
    kinds.Vote: _majority,
}


def _richest(held: Iterable[Holding]) -> Holding:
    order: tuple[Holding, ...] = ("nothing", "items", "proposals")
    return max(held, key=order.index, default="nothing")
