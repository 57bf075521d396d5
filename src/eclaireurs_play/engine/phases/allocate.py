"""Allocate: an envelope shared between lines, to the last unit."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Amounts, Text
from eclaireurs_play.engine.gestures import Share
from eclaireurs_play.engine.phases.base import Here, Kind
from eclaireurs_play.engine.state import Contribution, Outcome, items_used
from eclaireurs_play.model.phases import Allocate

REASON = "raison"
PERCENT = 100.0
"""What is shared when neither the phase nor the scenario says how much."""


class AllocateKind(Kind[Allocate]):
    """Sharing again replaces the share before, until the phase closes."""

    @override
    def asks(self, here: Here[Allocate], by: str) -> Iterator[Ask]:
        domain = _domain(here)
        if by not in here.leaf.actors or domain.impossible:
            return
        done = _last(here, by) is not None
        turn = None if done else self.turn_guard(here, by)
        prompt = f"Répartir {_figure(domain.total)} {domain.unit}".strip()
        yield Ask("share", here.phase.id, domain, prompt, needed=not done, guard=turn)
        yield Ask("write", REASON, Text(), "Pourquoi cette répartition ?", guard=turn)

    @override
    def ends_turn(self, here: Here[Allocate], contribution: Contribution) -> bool:
        first = not here.leaf.taken[contribution.by]
        return first and isinstance(contribution.gesture, Share)

    @override
    def missing(self, here: Here[Allocate]) -> Guard | None:
        waiting = () if _domain(here).impossible else here.waiting()
        return Guard("not-shared", "La répartition n'est pas faite.") if waiting else None

    @override
    def outcome(self, here: Here[Allocate]) -> Outcome:
        """Give the share of the one actor, or the average of all."""
        domain = _domain(here)
        if domain.impossible:
            return Outcome(sentence=f"Rien n'est réparti : {domain.impossible}.")
        parts = [one for actor in here.leaf.actors if (one := _last(here, actor))]
        titles, unit = domain.items, domain.unit
        count = max(1, len(parts))
        shares = {name: sum(one.parts.get(name, 0) for one in parts) / count for name in titles}
        told = (f"{titles[name]} : {_figure(part)} {unit}" for name, part in shares.items() if part)
        kept = tuple(name for name in shares if shares[name])
        return Outcome(items=kept, shares=shares, titles={name: titles[name] for name in kept},
                       sentence=", ".join(told))  # fmt: skip


def _domain(here: Here[Allocate]) -> Amounts:
    phase, envelope = here.phase, here.rules.scenario.envelope
    items = dict(phase.among) or {
        name: here.rules.title(name) for name in items_used(here.state, phase.uses)
    }
    if phase.total is None and envelope is None:
        return Amounts(items, PERCENT, "%", phase.most_each, phase.whole)
    total = phase.total or (envelope.amount if envelope else PERCENT)
    unit = phase.unit or (envelope.unit if envelope else "%")
    return Amounts(items, total, unit, phase.most_each, phase.whole)


def _figure(value: float) -> str:
    """Write a number as people do: `12 000`, `2,5`."""
    whole = f"{value:,.0f}".replace(",", " ")
    return whole if value == int(value) else f"{value:g}".replace(".", ",")


def _last(here: Here[Allocate], by: str) -> Share | None:
    shares = (one.gesture for one in reversed(here.leaf.made) if one.by == by)
    return next((one for one in shares if isinstance(one, Share)), None)
