"""The numbered actions of a seat: one space for a whole scenario, and what is open now.

0 is to pass. Then come every proposal over the scenario's terms, by its number; then amendments,
(version, term, option); then the answers to what is asked, (row, choice).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import Rail, Terms, Text
from eclaireurs_play.engine.flow import here, kind_of
from eclaireurs_play.engine.gestures import Fill, Gesture, Pass
from eclaireurs_play.engine.negotiation.exact import (
    Integers,
    all_sums,
    common_denominator,
    whole,
)
from eclaireurs_play.engine.negotiation.space import Space, space
from eclaireurs_play.engine.phases.base import Here
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.transition import phase_asks
from eclaireurs_play.engine.view import View
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.play.policies import sayable
from eclaireurs_play.research.choices import choices

MOST_PROPOSALS = 65_536
"""A space of actions holds no more proposals than that."""

Mask = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of what is open is numbered: `rows` asks of `choices` each, `versions` to amend.

    EclaireursError without a row, or below zero.
    """

    rows: int = 20
    choices: int = 25
    versions: int = 4

    def __post_init__(self) -> None:
        """Refuse what numbers nothing."""
        if self.rows < 1 or min(self.choices, self.versions) < 0:
            raise EclaireursError(
                "Il faut numéroter une demande au moins (rows), et rien sous zéro."
            )


@dataclass(frozen=True, slots=True)
class Open:
    """What a seat may do now: `mask` is 1 for each open action, `asks` the rows, in order.

    `versions` are the proposals that amendments and observations number; `waits` when nothing is
    expected, so that 0 is to add nothing; `leaves` when 0 ends no turn: who passes is not called
    again before the phase goes on. Proposals by number are not listed in
    `gestures`: they answer what is asked about `proposing`.
    """

    mask: Mask
    asks: tuple[Ask, ...]
    versions: tuple[str, ...]
    waits: bool
    leaves: bool
    gestures: Mapping[int, Gesture]
    proposing: str
    space: Space

    def numbers(self) -> Integers:
        """Give the open actions, ascending."""
        return np.flatnonzero(self.mask)

    def gesture(self, action: int) -> Gesture | None:
        """Give the gesture of an open action; None when it is to wait."""
        if action == 0 and self.waits:
            return None
        known = self.gestures.get(action)
        return known or Fill(self.proposing, dict(self.space.picked(action - 1)))


class Actions:
    """The actions of a scenario, numbered from 0 to `size` − 1, the same for every seat.

    EclaireursError when the terms give more than 65,536 proposals.
    """

    def __init__(self, rules: Rules, sizes: Sizes) -> None:
        self.rules = rules
        self.sizes = sizes
        self.options = tuple(
            (term, option) for term, one in rules.scenario.terms.items() for option in one.options
        )
        self._railed: dict[object, NDArray[np.bool_]] = {}
        if self.proposals > MOST_PROPOSALS:
            raise EclaireursError(
                f"« {rules.scenario.id} » a {self.proposals} propositions possibles ; "
                f"l'environnement en numérote {MOST_PROPOSALS} au plus."
            )

    @cached_property
    def space(self) -> Space:
        """Give the numbering of proposals."""
        return space(self.rules.scenario.terms)

    @cached_property
    def proposals(self) -> int:
        """Count the proposals that are numbered: 0 in a game without terms."""
        return self.space.size if self.options else 0

    @property
    def amending(self) -> int:
        """Give the first action that amends."""
        return 1 + self.proposals

    @property
    def answering(self) -> int:
        """Give the first action that answers a row."""
        return self.amending + self.sizes.versions * len(self.options)

    @property
    def size(self) -> int:
        """Count the actions."""
        return self.answering + self.sizes.rows * self.sizes.choices

    def open_to(self, view: View, *, optional: bool = False) -> Open | None:
        """Say what the seat of a view may do now, from that view alone.

        None when nothing is expected of it; a mask of zeros when no action stands for what is.
        With `optional`, what it may add without being expected to is open too, once in a phase for
        each subject; when nothing is expected, 0 leaves things as they are. Never numbered: what
        only someone who was there could say, and what is possible throughout a game (notes,
        corrections, looking up).
        """
        leaf = view.state.leaf
        if leaf is None or view.state.status != "playing":
            return None
        every = phase_asks(self.rules, view.state, view.who)
        asks = [one for one in every if one.guard is None and not _lived(one)]
        done = {(one.gesture.do, one.gesture.about) for one in leaf.made if one.by == view.who}
        expected = [one for one in asks if one.needed]
        added = [one for one in asks if not one.needed and (one.do, one.about) not in done]
        listed = [*expected, *added] if optional else expected
        rows = tuple(one for one in listed if one.do != "pass")[: self.sizes.rows]
        if not (expected or rows):
            return None
        passes = [one for one in asks if one.do == "pass"]
        free = self.rules.phases[leaf.phase].order == "free"
        leaves = not expected or (free and not any(one.needed for one in passes))
        waits = not expected
        return self._numbered(view, rows, passes=bool(passes), waits=waits, leaves=leaves)

    def _numbered(
        self, view: View, rows: tuple[Ask, ...], *, passes: bool, waits: bool, leaves: bool
    ) -> Open:
        versions, moment = self.versions(view, rows), here(self.rules, view.state)
        gestures: dict[int, Gesture] = {0: Pass()} if passes or waits else {}
        words = sayable(self.rules, view)
        proposing = next((one.about for one in rows if _proposes(one)), "")
        mask = np.zeros(self.size, dtype=np.int8)
        for row, ask in enumerate(rows):
            if isinstance(ask.domain, Terms) and _proposes(ask):
                mask[1 : self.amending] = self._within(ask.domain.rails)
            elif isinstance(ask.domain, Terms):
                gestures |= self._amendments(ask, ask.domain, versions)
            else:
                start = self.answering + row * self.sizes.choices
                made = choices(ask, words, self.sizes.choices)
                gestures |= {start + at: one for at, one in enumerate(made)
                             if _stands(moment, view.who, ask, one)}  # fmt: skip
        mask[list(gestures)] = 1
        return Open(mask, rows, versions, waits, leaves, gestures, proposing, self.space)

    def versions(self, view: View, asks: tuple[Ask, ...]) -> tuple[str, ...]:
        """List the versions that are numbered: those one is asked about, then the latest."""
        known = [one.id for one in view.state.proposals]
        asked = [getattr(one.domain, "proposal", "") or one.about for one in asks]
        named = (one for one in (*asked, *reversed(known)) if one in known)
        return tuple(dict.fromkeys(named))[: self.sizes.versions]

    def _amendments(self, ask: Ask, domain: Terms, versions: tuple[str, ...]) -> dict[int, Gesture]:
        """Give the changes of one term that the charter allows, by number."""
        base = domain.base
        if ask.about not in versions or base is None:
            return {}
        first = self.amending + versions.index(ask.about) * len(self.options)
        allowed = self._within(domain.rails)
        return {
            first + at: Fill(ask.about, {term: option})
            for at, (term, option) in enumerate(self.options)
            if base[term] != option and allowed[self.space.index({**base, term: option})]
        }

    def _within(self, rails: tuple[Rail, ...]) -> NDArray[np.bool_]:
        """Tell which proposals go beyond no guard-rail, shape (proposals,)."""
        allowed = np.ones(self.proposals, dtype=np.bool_)
        for rail in rails:
            key = (rail.title, rail.at_least, rail.at_most)
            if key not in self._railed:
                self._railed[key] = self._kept_by(rail)
            allowed &= self._railed[key]
        return allowed

    def _kept_by(self, rail: Rail) -> NDArray[np.bool_]:
        """Add what each option moves, exactly, over every proposal, and compare with the bounds."""
        terms = zip(self.space.terms, self.space.options, strict=True)
        moves = [[rail.moves[term][one] for one in options] for term, options in terms]
        low, high = rail.at_least, rail.at_most
        bounds = [one for one in (low, high) if one is not None]
        unit = common_denominator((*bounds, *chain(*moves)))
        moved = all_sums([whole(row, unit) for row in moves])
        kept = np.ones(self.proposals, dtype=np.bool_)
        if low is not None:
            kept &= np.asarray(moved >= int(low * unit), dtype=np.bool_)
        if high is not None:
            kept &= np.asarray(moved <= int(high * unit), dtype=np.bool_)
        return kept


def _lived(ask: Ask) -> bool:
    return isinstance(ask.domain, Text) and ask.domain.lived


def _proposes(ask: Ask) -> bool:
    return isinstance(ask.domain, Terms) and ask.domain.base is None


def _stands(moment: Here[Any], who: str, ask: Ask, gesture: Gesture) -> bool:
    """Tell whether a gesture is of the right shape and breaks no rule."""
    if ask.domain.mistake(gesture):
        return False
    return kind_of(moment).stands_in_the_way(moment, who, gesture) is None
