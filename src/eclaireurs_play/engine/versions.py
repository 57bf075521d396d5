"""What the phases on proposals share: versions, terms, and who holds a proposal."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from eclaireurs_play.engine.asks import Guard
from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.domains import Rail, Terms
from eclaireurs_play.engine.gestures import Fill, Gesture, Write
from eclaireurs_play.engine.negotiation.exact import exact
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import (
    Contribution,
    Leaf,
    Proposal,
    State,
    items_used,
    proposal_named,
)
from eclaireurs_play.model.phases import PhaseBase
from eclaireurs_play.model.scenario import Guardrail

PROPOSAL = "proposition"


def terms_of(
    rules: Rules, base: Mapping[str, str] | None = None, rails: tuple[Rail, ...] = ()
) -> Terms:
    """Give the terms of the scenario with the words for their options."""
    titles = {
        name: {option: one.title for option, one in term.options.items()}
        for name, term in rules.scenario.terms.items()
    }
    return Terms(titles, base, rails)


def rails(rules: Rules, state: State, charter: str | None) -> tuple[Rail, ...]:
    """Give the guard-rails that a charter kept; `charter` names its result."""
    foreseen = rules.scenario.charter
    if charter is None or foreseen is None:
        return ()
    kept = items_used(state, (charter,))
    return tuple(
        _rail(rules, card, limit) for card, limit in foreseen.guardrails.items() if card in kept
    )


def _rail(rules: Rules, card: str, limit: Guardrail) -> Rail:
    return Rail(
        card=card,
        title=rules.title(card),
        unit=rules.scenario.axes[limit.axis].unit,
        moves={
            term: {name: exact(option.moves.get(limit.axis, 0))
                   for name, option in one.options.items()}
            for term, one in rules.scenario.terms.items()
        },
        at_least=None if limit.at_least is None else exact(limit.at_least),
        at_most=None if limit.at_most is None else exact(limit.at_most),
    )  # fmt: skip


def breach(domain: Terms, gesture: Gesture) -> Guard | None:
    """Say which guard-rail of the charter a proposal would go through, if any."""
    sentence = domain.breach(gesture.values) if isinstance(gesture, Fill) else ""
    return Guard("beyond-guardrail", sentence) if sentence else None


def with_version(state: State, contribution: Contribution, parent: str = "") -> State:
    """Add what a gesture proposes to the proposals: a first version, or an amendment of one."""
    gesture, before = contribution.gesture, proposal_named(state, parent)
    options = dict(before.options) if before else {}
    text = before.text if before else ""
    if isinstance(gesture, Fill):
        options |= {term: str(option) for term, option in gesture.values.items()}
    elif isinstance(gesture, Write):
        text = gesture.text
    name = f"p{len(state.proposals) + 1}"
    version = Proposal(name, contribution.by, options, text, parent, contribution.number)
    return changed(state, proposals=(*state.proposals, version))


def made_in(state: State, leaf: Leaf) -> Mapping[int, Proposal]:
    """Give the versions made in a phase, each by the number of the contribution that made it.

    Only what the state shows is read, so that a view gives what it may and no other name.
    """
    numbers = {one.number for one in leaf.made}
    return {one.number: one for one in state.proposals if one.number in numbers}


def taken_up(state: State, phase: PhaseBase) -> tuple[str, ...]:
    """List the versions a phase starts from: what it uses, or what its last time left since.

    While a phase goes through the items of what it uses, each time starts from its own item.
    """
    if any(step.of in phase.uses for step in state.path if step.of):
        return items_used(state, phase.uses)
    for result in reversed(state.results):
        if result.phase == phase.id:
            return result.outcome.items
        if result.name in phase.uses:
            break
    return items_used(state, phase.uses)


def rebased(state: State, waiting: Iterable[str], parent: str, heir: str) -> State:
    """Make the versions that wait and amend `parent` amend `heir`, which takes its place.

    What they change stays; a text was whole and stays as it is.
    """
    before, after = proposal_named(state, parent), proposal_named(state, heir)
    if before is None or after is None:
        return state

    def moved(one: Proposal) -> Proposal:
        own = {t: o for t, o in one.options.items() if before.options.get(t) != o}
        return replace(one, options={**after.options, **own}, parent=heir)

    names = set(waiting)
    return replace(
        state,
        proposals=tuple(
            moved(one) if one.id in names and one.parent == parent else one
            for one in state.proposals
        ),
    )


def holder_of(state: State, name: str) -> str:
    """Give who made the first version of a proposal."""
    version = proposal_named(state, name)
    while version is not None and version.parent:
        version = proposal_named(state, version.parent)
    return version.by if version else ""
