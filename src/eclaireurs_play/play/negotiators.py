"""Simulated players with numbers: they propose, amend, accept and object by what their seat weighs.

They know their own numbers, what the others show, and the objections they heard; they say theirs
in words. People's objections are never weighed by anything here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from eclaireurs_play.engine import chance
from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import Blanks, Luck, Objection, Options, Terms
from eclaireurs_play.engine.gestures import Choose, Fill, Gesture, Pass, Rate, Write
from eclaireurs_play.engine.negotiation.exact import SCALE
from eclaireurs_play.engine.negotiation.reasons import Reason, objection, reasons
from eclaireurs_play.engine.negotiation.styles import STYLES, Style, aspiration, seat_styles
from eclaireurs_play.engine.negotiation.table import NegotiationTable, Numbers
from eclaireurs_play.engine.negotiation.tactics import (
    Outlook,
    accepts,
    amendment,
    opening,
    outlook,
)
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State, all_contributions, proposal_named
from eclaireurs_play.engine.versions import PROPOSAL
from eclaireurs_play.engine.view import View

_ROUNDS = 4
"""Turns of the table over which a simulated player concedes everything it will concede."""

_OPENINGS = 20
"""How many first proposals a player thinks of, one after the other, to stay within a charter."""

_MARKS = 4
"""Steps between the lowest and the highest mark, on a scale from 1 to 5."""


class Policy(Protocol):
    """Chooses a gesture among those open, or None to leave things as they are."""

    def __call__(
        self, rules: Rules, view: View, asks: tuple[Ask, ...], luck: Luck
    ) -> Gesture | None:
        """Choose."""


@dataclass(frozen=True, slots=True)
class Negotiator:
    """A seat that negotiates in a style; what is no negotiation is left to `otherwise`."""

    numbers: Numbers
    style: Style
    otherwise: Policy

    def __call__(
        self, rules: Rules, view: View, asks: tuple[Ask, ...], luck: Luck
    ) -> Gesture | None:
        """Choose by numbers where there are proposals, else as any player."""
        for ask in asks:
            domain = _negotiable(ask, view.state) if ask.needed else None
            if domain is not None:
                return self._negotiated(Moment.of(self, view), ask, domain, luck)
        return self.otherwise(rules, view, asks, luck)

    def _negotiated(self, moment: "Moment", ask: Ask, domain: "_Negotiable", luck: Luck) -> Gesture:
        if isinstance(domain, Terms):
            return moment.proposed(ask, domain, luck)
        if isinstance(domain, Objection):
            return moment.objected(ask, domain)
        if isinstance(domain, Options):
            return moment.answered(ask, domain)
        return moment.rated(ask, domain)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a negotiating seat knows now."""

    state: State
    seat: str
    table: NegotiationTable
    outlook: Outlook
    target: int

    @classmethod
    def of(cls, player: Negotiator, view: View) -> "Moment":
        """Gather what the seat of a view may know."""
        table = player.numbers.at(view.state.active)
        heard = tuple(_heard(view.state, table, view.who))
        seen = outlook(table, view.who, player.style, heard=heard)
        at, of = _time(view.state)
        target = aspiration(player.style, at, of, floor=seen.floor, top=seen.best)
        return cls(view.state, view.who, table, seen, target)

    def index(self, version: str) -> int:
        """Give the number of a version of a proposal."""
        found = proposal_named(self.state, version)
        return self.table.space.index(dict(found.options)) if found else 0

    def proposed(self, ask: Ask, domain: Terms, luck: Luck) -> Gesture:
        """Make a first proposal, or change one term of a version, or leave it."""
        space = self.table.space
        if domain.base is None:
            return self._opened(ask, domain, luck)
        before = self.index(ask.about)
        avoid = {self.table.space.index(dict(one.options)) for one in self.state.proposals}
        if domain.rails:
            near = space.neighbours(before)
            avoid |= {one for one in near if domain.breach(dict(space.picked(one)))}
        chosen = amendment(self.outlook, before, self.target, luck, avoid=avoid)
        if chosen is None:
            return Pass()
        old, new = space.picked(before), space.picked(chosen)
        return Fill(ask.about, {term: new[term] for term in new if new[term] != old[term]})

    def _opened(self, ask: Ask, domain: Terms, luck: Luck) -> Gesture:
        """Make a first proposal that the charter allows, as far as it can think of one."""
        for _ in range(_OPENINGS):
            thought = dict(self.table.space.picked(opening(self.outlook, self.target, luck)))
            if not domain.breach(thought):
                return Fill(ask.about, thought)
        return domain.sample(self.seat, ask.about, luck)

    def objected(self, ask: Ask, domain: Objection) -> Gesture:
        """Object by numbers, in words; or pass."""
        variant = len(self.state.proposals)
        words = objection(self.table, self.seat, self.index(domain.proposal), variant=variant)
        return Write(ask.about, words) if words else Pass()

    def answered(self, ask: Ask, domain: Options) -> Gesture:
        """Take an amendment, keep it apart, or set it aside."""
        amended = proposal_named(self.state, domain.proposal)
        parent = amended.parent if amended else ""
        taken = accepts(self.outlook, self.index(parent), self.index(domain.proposal), self.target)
        apart = "a-part" in domain.options and not taken and self.outlook.style.cooperation > 0
        return Choose(ask.about, ("oui" if taken else "a-part" if apart else "non",))

    def rated(self, ask: Ask, domain: Blanks) -> Gesture:
        """Rate a version by what it brings; what is unwanted, by what it leaves undone."""
        satisfaction = int(self.outlook.own[self.index(ask.about)])
        brings = 1 + round(_MARKS * satisfaction / SCALE)
        return Rate(
            ask.about,
            {name: float(_MARKS + 2 - brings if name in domain.unwanted else brings)
             for name in domain.fields},
        )  # fmt: skip


def negotiators(
    rules: Rules, setup: Setup, held: tuple[str, ...], *, otherwise: Policy
) -> dict[str, Policy]:
    """Give a negotiator to each seat held that weighs something, when there are terms."""
    if not rules.scenario.terms:
        return {}
    numbers = rules.numbers
    counter = iter(range(1 << 20))
    stream = chance.key(setup.seed, "styles")
    seats = tuple(seat for seat in numbers.seats if seat in held)
    styles = seat_styles(
        setup.table, seats, lambda bound: chance.below(stream, next(counter), bound)
    )
    return {seat: Negotiator(numbers, STYLES[styles[seat]], otherwise) for seat in seats}


_Negotiable = Terms | Objection | Options | Blanks


def _negotiable(ask: Ask, state: State) -> _Negotiable | None:
    """Give the domain of what is answered by numbers: versions of proposals, and nothing else."""
    domain = ask.domain
    if isinstance(domain, Terms | Objection):
        return domain
    if proposal_named(state, ask.about) is None:
        return None
    if isinstance(domain, Options) and domain.proposal:
        return domain
    return domain if isinstance(domain, Blanks) and domain.rating else None


def _time(state: State) -> tuple[int, int]:
    """Count the gestures since the first proposal, out of those it takes to concede all."""
    seats = max(1, len(state.seats))
    first = next(
        (one.number for one in all_contributions(state) if one.gesture.about == PROPOSAL),
        state.contributions,
    )
    return state.contributions - first, _ROUNDS * seats


def _heard(state: State, table: NegotiationTable, seat: str) -> Iterator[Reason]:
    """Give the reasons that simulated players said aloud against a version."""
    for one in all_contributions(state):
        said = one.version and one.simulated and isinstance(one.gesture, Write)
        if not said or one.by == seat or one.by not in table.seats:
            continue
        version = proposal_named(state, one.version)
        if version is not None and version.options:
            found = reasons(table, one.by, table.space.index(dict(version.options)))
            yield from found[:1]
