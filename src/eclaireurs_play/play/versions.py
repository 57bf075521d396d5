"""Versions of proposals: which gesture made each, what it changed."""

from collections.abc import Mapping
from typing import NamedTuple

from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Proposal, State, proposal_named

UNSAID = "rien"
"""What stands for an option that nobody picked."""


class Change(NamedTuple):
    """What a version says on one thing to agree on, and what its parent said."""

    term: str
    before: str
    after: str


def made_by(state: State) -> Mapping[int, Proposal]:
    """Give the version that each contribution made, by its number."""
    return {one.number: one for one in state.proposals}


def changes(rules: Rules, state: State, version: Proposal) -> tuple[Change, ...]:
    """List what a version says that its parent did not, in the order of the scenario's terms."""
    parent = proposal_named(state, version.parent)
    before = parent.options if parent else {}
    return tuple(
        Change(
            rules.scenario.terms[term].title,
            option_title(rules, term, before.get(term, "")),
            option_title(rules, term, version.options[term]),
        )
        for term in rules.scenario.terms
        if term in version.options and version.options[term] != before.get(term)
    )


def option_title(rules: Rules, term: str, option: str) -> str:
    """Give the words for an option of a term."""
    options = rules.scenario.terms[term].options
    return options[option].title if option in options else UNSAID
