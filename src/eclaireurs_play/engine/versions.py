"""What the phases on proposals share: versions, terms, and who holds a proposal."""

from collections.abc import Mapping
from dataclasses import replace

from eclaireurs_play.engine.domains import Terms
from eclaireurs_play.engine.gestures import Fill, Write
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, Proposal, State, proposal_named

PROPOSAL = "proposition"


def terms_of(rules: Rules, base: Mapping[str, str] | None = None) -> Terms:
    """Give the terms of the scenario with the words for their options."""
    titles = {
        name: {option: one.title for option, one in term.options.items()}
        for name, term in rules.scenario.terms.items()
    }
    return Terms(titles, base)


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
    version = Proposal(name, contribution.by, options, text, parent)
    return replace(state, proposals=(*state.proposals, version))


def holder_of(state: State, name: str) -> str:
    """Give who made the first version of a proposal."""
    version = proposal_named(state, name)
    while version is not None and version.parent:
        version = proposal_named(state, version.parent)
    return version.by if version else ""
