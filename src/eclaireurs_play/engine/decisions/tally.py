"""What a decision rule gives: a ranking with its ties, the figures people are shown, words."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from eclaireurs_play.engine.decisions.words import counted, headline, number, plural

Weight = int | Fraction
"""What a ballot or a channel weighs, and what sums of weights are: exact, never a float."""

Ordering = tuple[tuple[str, ...], ...]
"""Options from the most to the least preferred; options of the same group are tied."""

Figure = int | Fraction | str

Outcome = Literal["adopted", "rejected", "tie", "no-quorum"]


@dataclass(frozen=True, slots=True)
class Tally:
    """A comparison of options: `ranking` holds each option once, its ties kept.

    `figures` gives each option its row of a table whose headings are `columns`, in French.
    """

    ranking: Ordering
    columns: tuple[str, ...]
    figures: Mapping[str, tuple[Figure, ...]]
    sentence: str

    @property
    def first(self) -> tuple[str, ...]:
        """Give the options in front: several when they are tied."""
        return self.ranking[0]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one proposal; `figures` are counts under their French names.

    Only "adopted" adopts: a tie and a missing quorum are told apart from a rejection because
    people may want to deliberate again.
    """

    outcome: Outcome
    figures: Mapping[str, int]
    sentence: str

    @property
    def adopted(self) -> bool:
        """Tell whether the proposal passes."""
        return self.outcome == "adopted"


def ranked(keys: Mapping[str, tuple[Weight, ...]]) -> Ordering:
    """Group options by key, the highest first; equal keys are ties."""
    levels = sorted(set(keys.values()), reverse=True)
    return tuple(tuple(one for one, key in keys.items() if key == level) for level in levels)


def scored(
    options: Mapping[str, str], scores: Mapping[str, Weight], noun: str, whole: Weight
) -> Tally:
    """Rank options by a score counted in a noun, out of a whole; a whole of 0 says nothing."""
    ranking = ranked({option: (scores[option],) for option in options})
    figure = f"{counted(scores[ranking[0][0]], noun)} sur {number(whole)}" if whole else ""
    return Tally(
        ranking=ranking,
        columns=(plural(noun),),
        figures={option: (scores[option],) for option in options},
        sentence=headline(options, ranking, figure),
    )
