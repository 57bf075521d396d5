"""Yes or no by a body: simple, absolute or qualified majority, with a quorum.

The rule of assemblies; May (1952), *A Set of Independent Necessary and Sufficient Conditions for
Simple Majority Decision*, shows that only the simple majority treats people and both answers
alike and lets a single change of mind break a tie.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from eclaireurs_play.engine.decisions.tally import Outcome, Verdict
from eclaireurs_play.engine.decisions.words import counted

Vote = Literal["yes", "no", "abstain"]
Base = Literal["expressed", "present", "members"]

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Threshold:
    """The share of a base the yes must reach, or exceed when `strict`; from a half to all.

    The base counts the votes for and against (`expressed`), abstentions too (`present`), or
    everyone who could have come (`members`).
    """

    share: Fraction = HALF
    strict: bool = True
    of: Base = "expressed"

    def needed(self, base: int) -> int:
        """Count the yes it takes out of so many; never none."""
        bar = self.share * base
        return max(1, floor(bar) + 1 if self.strict else ceil(bar))


SIMPLE = Threshold()
"""More yes than no."""

ABSOLUTE = Threshold(of="members")
"""More than half of the members, present or not."""


def qualified(share: Fraction, of: Base = "expressed") -> Threshold:
    """Require at least a share, such as two thirds, of a base."""
    return Threshold(share, strict=False, of=of)


@dataclass(frozen=True, slots=True)
class _Count:
    yes: int
    no: int
    abstentions: int
    members: int

    @property
    def present(self) -> int:
        return self.yes + self.no + self.abstentions

    def base(self, of: Base) -> int:
        return {
            "expressed": self.yes + self.no,
            "present": self.present,
            "members": self.members,
        }[of]


def majority(
    votes: Sequence[Vote], members: int, threshold: Threshold = SIMPLE, quorum: int = 0
) -> Verdict:
    """Count the votes of those present, one each; `quorum` is how many must be.

    As many yes as no is a tie under `SIMPLE`; other thresholds are met or not. Without a yes,
    nothing is adopted.
    """
    if len(votes) > members:
        raise ValueError(f"{len(votes)} votes for {members} members")
    if not HALF <= threshold.share <= 1 or (threshold.strict and threshold.share == 1):
        raise ValueError(f"no majority is a share of {threshold.share}")
    count = _Count(votes.count("yes"), votes.count("no"), votes.count("abstain"), members)
    if count.present != len(votes):
        raise ValueError(f"not a vote: {set(votes) - {'yes', 'no', 'abstain'}}")
    needed = threshold.needed(count.base(threshold.of))
    outcome = _outcome(count, threshold, needed, quorum)
    return Verdict(
        outcome=outcome,
        figures={
            "pour": count.yes,
            "contre": count.no,
            "abstentions": count.abstentions,
            "membres": members,
        },
        sentence=_told(count, outcome, needed, quorum),
    )


def _outcome(count: _Count, threshold: Threshold, needed: int, quorum: int) -> Outcome:
    if count.present < quorum:
        return "no-quorum"
    if count.yes and count.yes == count.no and threshold == SIMPLE:
        return "tie"
    return "adopted" if count.yes >= needed else "rejected"


def _told(count: _Count, outcome: Outcome, needed: int, quorum: int) -> str:
    if outcome == "no-quorum":
        present = f"{counted(count.present, 'présence')} sur {count.members}"
        return f"Quorum non atteint, le vote ne compte pas : {present}, il en faut {quorum}."
    votes = f"{count.yes} voix pour, {count.no} contre"
    if count.abstentions:
        votes += f", {counted(count.abstentions, 'abstention')}"
    return {
        "adopted": f"{votes} : la proposition est adoptée.",
        "tie": f"Égalité entre le pour et le contre : {votes}.",
        "rejected": f"{votes} : la proposition est rejetée, il fallait {needed} voix pour.",
    }[outcome]
