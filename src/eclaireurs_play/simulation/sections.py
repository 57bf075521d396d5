"""What a report is made of: parts of sentences and figures, and how the batch was played."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from eclaireurs_play.content.bundle import ScenarioContent, Spot
from eclaireurs_play.engine.negotiation.zone import Zone, zones
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.simulation.distances import Distances, distances
from eclaireurs_play.simulation.figures import Figure
from eclaireurs_play.simulation.influence import Influence, influences
from eclaireurs_play.simulation.pairing import Pairs
from eclaireurs_play.simulation.statistics import Fourfold
from eclaireurs_play.simulation.tally import Tally
from eclaireurs_play.simulation.variants import Variant


@dataclass(frozen=True, slots=True)
class Section:
    """A title, sentences, figures."""

    title: str
    sentences: tuple[str, ...]
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """A variant played on the seeds of the batch: `pairs` go from the batch to the variant."""

    variant: Variant
    found: Tally
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class How:
    """How a batch was played, for people.

    `words` says it in a few words (seed, table). `foreseen` is how many sessions there should be;
    what is missing of them can be played later when the batch is `lasting`.
    `slow` is why lock-step could not play it, "" when it did; `witnesses` are the sessions also
    played whole by the reference, and `differs` the first figure they do not share, "" when none.
    `trials` are the variants played on the same seeds: things taken out, seats in another order.
    `alone` gives, for each surprise played without the others, consent without it then with it.
    """

    words: str
    foreseen: int
    slow: str = ""
    witnesses: Tally | None = None
    differs: str = ""
    trials: tuple[Trial, ...] = ()
    alone: Mapping[str, Fourfold] = field(default_factory=dict)
    lasting: bool = True


@dataclass(frozen=True)
class Played:
    """A batch counted, with what it was played with; what is computed of it is kept."""

    content: ScenarioContent
    rules: Rules
    found: Tally
    how: How

    @property
    def numeric(self) -> bool:
        """Tell whether people sought consent by numbers: else their opinions are drawn by lot."""
        scenario = self.rules.scenario
        return bool(scenario.terms and self.rules.numbers.seats and self.found.asked)

    @property
    def whole(self) -> Tally:
        """Give the sessions whose every gesture was made: the witnesses of a lock-step batch."""
        witnesses = self.how.witnesses
        return witnesses if self.found.lockstep and witnesses is not None else self.found

    @cached_property
    def zones(self) -> Mapping[str, Zone]:
        """Give the zone of agreement before any surprise, under "", then after each alone."""
        return zones(self.rules.numbers)

    @cached_property
    def far(self) -> Distances:
        """Give the distances of the agreements to the best that could be signed."""
        return distances(self.found.agreements, self.found.contexts, self.rules)

    @cached_property
    def influences(self) -> tuple[Influence, ...]:
        """Give what each option does to each seat."""
        return influences(self.rules.numbers)

    @property
    def seats(self) -> tuple[str, ...]:
        """Name the seats, in their order."""
        return tuple(self.rules.scenario.seats)

    def seat(self, place: int) -> str:
        """Give the words for a seat."""
        return self.rules.name(self.seats[place])

    def spot(self, kind: str, name: str, *inside: str | int) -> Spot:
        """Find the line of the key of a thing, as `check` does; see `ScenarioContent.spot`."""
        found = self.content.problem(kind, name, inside, "", key=True)
        return Spot(found.file, found.line, found.column)

    def option(self, term: str, option: str) -> str:
        """Give the words for an option, with its term."""
        found = self.rules.scenario.terms[term]
        return f"« {found.options[option].title} » ({found.title.lower()})"
