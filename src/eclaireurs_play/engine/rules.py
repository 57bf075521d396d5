"""The content a session is played with, arranged for play: phases by id, cards by code."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from eclaireurs_play.engine.anytime import Anytime
from eclaireurs_play.engine.gestures import ABSENT, FACILITATOR, GROUP
from eclaireurs_play.engine.negotiation.table import Numbers
from eclaireurs_play.engine.state import Improvised
from eclaireurs_play.model.deck import Card, Family
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.phases import Group, PhaseBase
from eclaireurs_play.model.role import Role, Stance
from eclaireurs_play.model.scenario import Scenario

_WORDS = {
    FACILITATOR: "la personne qui anime",
    GROUP: "le groupe",
    ABSENT: "quelqu'un qui n'est pas là",
}


@dataclass(frozen=True)
class Rules:
    """A game, its cards and roles, and the scenario; `children[""]` are the outermost phases.

    `made` is what a session added to them on the spot, and `printed` the rules without it.
    """

    game: Game
    scenario: Scenario
    cards: Mapping[str, Card]
    families: Mapping[str, Family]
    roles: Mapping[str, Role]
    stances: Mapping[str, Stance]
    phases: Mapping[str, PhaseBase]
    parents: Mapping[str, str]
    children: Mapping[str, tuple[str, ...]]
    made: tuple[Improvised, ...] = ()
    printed: "Rules | None" = None

    @cached_property
    def numbers(self) -> Numbers:
        """Give the scenario's numbers made ready, once for every session of these rules."""
        if self.printed is not None and self.printed.scenario is self.scenario:
            return self.printed.numbers
        return Numbers(self.scenario)

    @cached_property
    def anytime(self) -> Anytime:
        """Give what is possible throughout a session."""
        return Anytime(self)

    @cached_property
    def extended(self) -> "deque[Rules]":
        """Keep the last rules made of these ones with something improvised."""
        return deque(maxlen=8)

    def name(self, actor: str) -> str:
        """Give the words for a seat, the facilitator or the group."""
        seat = self.scenario.seats.get(actor)
        if seat is None:
            return _WORDS.get(actor, actor)
        role = self.roles.get(seat.role)
        return seat.short or (role.short if role else None) or seat.title or actor

    def played(self, name: str) -> str:
        """Give the words for a role that someone plays for a while, or for a stance."""
        role, stance = self.roles.get(name), self.stances.get(name)
        return role.short if role else stance.title if stance else ""

    def phase_title(self, phase: str) -> str:
        """Give the words for a phase; it may share its id with a family of cards."""
        return self.phases[phase].title if phase in self.phases else phase

    def title(self, item: str) -> str:
        """Give the words for an id: card, family, phase, form, rating, seat; else the id."""
        if item not in self._titles:
            self._titles[item] = self._title(item)
        return self._titles[item]

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {}

    def _title(self, item: str) -> str:
        tables = (
            self.scenario.terms,
            self.scenario.surprises,
            self.cards,
            self.families,
            self.game.forms,
            self.game.ratings,
            self.phases,
            self.stances,
        )
        for table in tables:
            if item in table:
                return str(getattr(table[item], "title", None) or item)
        return self.name(item)


def _walk(
    phases: tuple[PhaseBase, ...], parent: str
) -> Iterator[tuple[str, tuple[PhaseBase, ...]]]:
    yield parent, phases
    for phase in phases:
        if isinstance(phase, Group):
            yield from _walk(phase.phases, phase.id)


def _in_order(phases: tuple[PhaseBase, ...]) -> Iterator[PhaseBase]:
    for phase in phases:
        yield phase
        if isinstance(phase, Group):
            yield from _in_order(phase.phases)


def compile_rules(
    game: Game,
    scenario: Scenario,
    cards: Mapping[str, Card],
    families: Mapping[str, Family],
    *,
    roles: Mapping[str, Role],
    stances: Mapping[str, Stance],
) -> Rules:
    """Arrange content for play; it must already be sound (see `checks`)."""
    levels = dict(_walk(game.phases, ""))
    return Rules(
        game=game,
        scenario=scenario,
        cards=cards,
        families=families,
        roles=roles,
        stances=stances,
        phases={phase.id: phase for phase in _in_order(game.phases)},
        parents={phase.id: parent for parent, level in levels.items() for phase in level},
        children={parent: tuple(phase.id for phase in level) for parent, level in levels.items()},
    )
