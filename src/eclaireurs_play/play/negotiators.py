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
from eclaireurs_play.engine.flow import made_on_proposals
from eclaireurs_play.engine.gestures import Choose, Fill, Gesture, Pass, Rate, Write
from eclaireurs_play.engine.negotiation.exact import SCALE, Booleans
from eclaireurs_play.engine.negotiation.reasons import Reason, objection, reasons
from eclaireurs_play.engine.negotiation.styles import STYLES, Style, aspiration, style_at
from eclaireurs_play.engine.negotiation.table import NegotiationTable
from eclaireurs_play.engine.negotiation.tactics import (
    Outlook,
    accepts,
    amendment,
    opening,
    outlook,
)
from eclaireurs_play.engine.phases.consent import OBJECT
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import Proposal, State, all_contributions, proposal_named
from eclaireurs_play.engine.view import View

ROUNDS = 3
"""Turns of the table over which a simulated player concedes everything it will concede."""

MARKS = 4
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

    style: Style
    otherwise: Policy

    def __call__(
        self, rules: Rules, view: View, asks: tuple[Ask, ...], luck: Luck
    ) -> Gesture | None:
        """Choose by numbers where there are proposals, else as any player."""
        for ask in asks:
            domain = _negotiable(ask, view.state) if ask.needed else None
            if domain is not None:
                return self._negotiated(Moment.of(self, rules, view), ask, domain, luck)
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
    def of(cls, player: Negotiator, rules: Rules, view: View) -> "Moment":
        """Gather what the seat of a view may know."""
        table = rules.numbers.at(view.state.active)
        heard = tuple(_heard(view.state, table, view.who))
        seen = outlook(table, view.who, player.style, heard=heard)
        at, of = time_spent(rules, view.state)
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
        avoid = {space.index(dict(one.options)) for one in self.state.proposals}
        if domain.rails:
            kept = self._within(domain)
            avoid |= {one for one in space.neighbours(before) if not kept[one]}
        chosen = amendment(self.outlook, before, self.target, luck, avoid=avoid)
        if chosen is None:
            return Pass()
        old, new = space.picked(before), space.picked(chosen)
        return Fill(ask.about, {term: new[term] for term in new if new[term] != old[term]})

    def _opened(self, ask: Ask, domain: Terms, luck: Luck) -> Gesture:
        """Make a first proposal that the charter allows; leave it when it allows none."""
        within = self._within(domain) if domain.rails else None
        if within is not None and not within.any():
            return Pass()
        chosen = opening(self.outlook, self.target, luck, within=within)
        return Fill(ask.about, dict(self.table.space.picked(chosen)))

    def _within(self, domain: Terms) -> Booleans:
        return self.table.numbers.within([rail.card for rail in domain.rails])

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
        brings = 1 + round(MARKS * satisfaction / SCALE)
        return Rate(
            ask.about,
            {name: float(MARKS + 2 - brings if name in domain.unwanted else brings)
             for name in domain.fields},
        )  # fmt: skip


def negotiators(
    rules: Rules, setup: Setup, held: tuple[str, ...], *, otherwise: Policy
) -> dict[str, Policy]:
    """Give a negotiator to each seat held that weighs something, when there are terms.

    A seat keeps its style, whichever the program holds, and from when on.
    """
    if not rules.scenario.terms:
        return {}
    players = (seat for seat in rules.numbers.seats if seat in held)
    return {seat: Negotiator(STYLES[_style(setup, seat)], otherwise) for seat in players}


def _style(setup: Setup, seat: str) -> str:
    stream = chance.key(setup.seed, style_stream(seat))
    return style_at(setup.table, lambda bound: chance.below(stream, 0, bound))


def style_stream(seat: str) -> str:
    """Name the stream of luck that says how a seat negotiates at a mixed table."""
    return f"style/{seat}"


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


def time_spent(rules: Rules, state: State) -> tuple[int, int]:
    """Count the gestures made on proposals, out of those it takes to concede all."""
    return made_on_proposals(rules, state), ROUNDS * max(1, len(state.seats))


def _heard(state: State, table: NegotiationTable, seat: str) -> Iterator[Reason]:
    """Give why each of the others last objected aloud, as it stands now; simulated ones only."""
    last: dict[str, Proposal] = {}
    for one in all_contributions(state):
        version = proposal_named(state, one.version) if one.gesture.about == OBJECT else None
        if version is None or not version.options or not one.simulated:
            continue
        if isinstance(one.gesture, Write) and one.by != seat and one.by in table.seats:
            last[one.by] = version
    for other, version in last.items():
        yield from reasons(table, other, table.space.index(dict(version.options)))[:1]
