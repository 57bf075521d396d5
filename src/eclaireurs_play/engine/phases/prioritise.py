"""Prioritise: everyone rates each item on the criteria, then the group puts them in order."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Blanks, Order, Text
from eclaireurs_play.engine.gestures import GROUP, Rank, Rate
from eclaireurs_play.engine.phases.base import Here, Kind
from eclaireurs_play.engine.state import Contribution, Outcome, items_used
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.phases import Prioritise

REASON = "raison"
_RATE_FIRST = Guard("rate-first", "Chacun note d'abord chaque piste, puis le groupe les ordonne.")
_NO_ORDER = Guard("no-order-yet", "Le groupe n'a pas encore mis les pistes en ordre.")
_NO_REASON = Guard("no-reason-yet", "Le groupe n'a pas encore dit pourquoi cet ordre.")


class PrioritiseKind(Kind[Prioritise]):
    """The figures inform; the order, and its reason, are the group's."""

    @override
    def asks(self, here: Here[Prioritise], by: str) -> Iterator[Ask]:
        items = items_of(here)
        if by in here.leaf.actors:
            yield from self._ratings(here, by, items)
        if by != GROUP:
            return
        guard = _RATE_FIRST if here.waiting() else None
        order = _order(here)
        most = min(here.phase.top or len(items), len(items))
        domain, prompt = Order(items, most, most, _unwanted(here)), "L'ordre du groupe"
        yield Ask("rank", here.phase.id, domain, prompt, needed=not order, guard=guard)
        needed = bool(order) and not _reasoned(here)
        yield Ask("write", REASON, Text(), "Pourquoi cet ordre ?", needed=needed, guard=guard)

    def _ratings(self, here: Here[Prioritise], by: str, items: tuple[str, ...]) -> Iterator[Ask]:
        rated = {one.gesture.about for one in here.leaf.made if one.by == by}
        turn = self.turn_guard(here, by)
        fields = {
            name: Field(title=one.title, number="", at_least=1, at_most=5)
            for name, one in here.phase.criteria.items()
        }
        for item in items:
            prompt = f"Noter « {here.rules.title(item)} » de 1 à 5"
            domain = Blanks(fields, (), rating=True, unwanted=_unwanted(here))
            yield Ask("rate", item, domain, prompt, needed=item not in rated, guard=turn)

    @override
    def ends_turn(self, here: Here[Prioritise], contribution: Contribution) -> bool:
        made = (one for one in here.leaf.made if one.by == contribution.by)
        rated = {one.gesture.about for one in made if isinstance(one.gesture, Rate)}
        return isinstance(contribution.gesture, Rate) and rated >= set(items_of(here))

    @override
    def missing(self, here: Here[Prioritise]) -> Guard | None:
        if not items_of(here):
            return None
        if not _order(here):
            return _NO_ORDER
        return None if _reasoned(here) else _NO_REASON

    @override
    def outcome(self, here: Here[Prioritise]) -> Outcome:
        order = _order(here)
        names = " > ".join(" = ".join(map(here.rules.title, group)) for group in order)
        items = tuple(item for group in order for item in group)
        return Outcome(items=items, ordered=order, sentence=names)


def items_of(here: Here[Prioritise]) -> tuple[str, ...]:
    """List what is put in order: the phase's own items, or what it uses."""
    return tuple(here.phase.items) or items_used(here.state, here.phase.uses)


def _unwanted(here: Here[Prioritise]) -> tuple[str, ...]:
    """List the criteria of which less is better."""
    return tuple(name for name, one in here.phase.criteria.items() if not one.wanted)


def _order(here: Here[Prioritise]) -> tuple[tuple[str, ...], ...]:
    ranks = (one.gesture for one in reversed(here.leaf.made))
    return next((one.order for one in ranks if isinstance(one, Rank)), ())


def _reasoned(here: Here[Prioritise]) -> bool:
    return any(one.gesture.about == REASON for one in here.leaf.made)
