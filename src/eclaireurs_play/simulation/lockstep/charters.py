"""The charter in many sessions at once: what is struck, what it opens, what it allows."""

from dataclasses import dataclass

import numpy as np

from eclaireurs_play.engine.negotiation.exact import Booleans, Integers
from eclaireurs_play.engine.phases.charter import serving_cards, suits_of
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.phases import Charter
from eclaireurs_play.simulation.lockstep.minds import Within
from eclaireurs_play.simulation.lockstep.sessions import Luck, Sessions
from eclaireurs_play.simulation.lockstep.tables import Rows


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a scenario's charter: criteria, then guard-rails, in the order of the file.

    `serving` (seats, cards) are those that a seat spares; `opening` (news + 1, seats, cards) those
    that a seat may point to when a piece of news falls, the last row when none does.
    """

    criteria: tuple[str, ...]
    guardrails: tuple[str, ...]
    serving: Booleans
    opening: Booleans

    @classmethod
    def of(cls, rules: Rules, seats: tuple[str, ...]) -> "Cards":
        """Read the charter of a scenario."""
        foreseen = rules.scenario.charter
        criteria = foreseen.criteria if foreseen else ()
        rails = tuple(foreseen.guardrails) if foreseen else ()
        phase = next((one for one in rules.phases.values() if isinstance(one, Charter)), None)
        surprises = sorted(rules.scenario.surprises)
        serving = np.zeros((len(seats), len(criteria) + len(rails)), dtype=np.bool_)
        opening = np.zeros((len(surprises) + 1, *serving.shape), dtype=np.bool_)
        if phase is not None and foreseen is not None:
            for row, seat in enumerate(seats):
                spared = serving_cards(rules, phase, seat, rules.scenario.seats[seat].role)
                serving[row] = [card in spared for card in (*criteria, *rails)]
                for news, surprise in enumerate((*surprises, None)):
                    opening[news, row, : len(criteria)] = [
                        _opens(rules, phase, seat, card, surprise) for card in criteria
                    ]
        return cls(criteria, rails, serving, opening)

    def strike(
        self, sessions: Sessions, rows: Rows, phase: Charter, times: str, actors: tuple[int, ...]
    ) -> None:
        """Let each party in turn strike a card of each family, those that serve it last."""
        families = [slice(0, len(self.criteria)), slice(len(self.criteria), None)]
        families = [one for one in families if self.serving[0, one].size]
        made = np.zeros(rows.size, dtype=np.int64)
        for actor in actors if phase.strikes else ():
            done = np.zeros((rows.size, len(families)), dtype=np.bool_)
            for step in range(len(families)):
                left = [sessions.kept[rows, one].any(axis=1) for one in families]
                due = np.stack(left, axis=1) & ~done
                luck = sessions.luck(sessions.tables.seats[actor], phase.id, times, made, rows)
                chosen = _nth(due, luck.draws(0, np.maximum(due.sum(axis=1), 1))[:, 0])
                for family, cards in enumerate(families):
                    here = np.flatnonzero(due.any(axis=1) & (chosen == family))
                    self._struck(sessions, rows[here], actor, cards, luck.only(here))
                    done[here, family] = True
                made += due.any(axis=1) if step else 1

    def _struck(self, sessions: Sessions, rows: Rows, actor: int, cards: slice, luck: Luck) -> None:
        kept = sessions.kept[rows, cards]
        free: Booleans = kept & ~self.serving[actor, cards]
        free = np.where(free.any(axis=1, keepdims=True), free, kept)
        drawn = luck.draws(1, free.sum(axis=1))[:, 0]
        sessions.kept[rows, _nth(free, drawn) + (cards.start or 0)] = False

    def opened(
        self, sessions: Sessions, rows: Rows, news: Integers, actors: tuple[int, ...]
    ) -> Booleans:
        """Tell where someone may open the clause; `news` is −1 where nothing falls."""
        pointed: Booleans = np.asarray(self.opening[:, list(actors)].any(axis=1))
        return np.asarray((sessions.kept[rows] & pointed[news]).any(axis=1))

    def within(self, sessions: Sessions, rows: Rows, charter: str | None) -> Within:
        """Give what the guard-rails left in each session allow."""
        numbers, first = sessions.tables.numbers, len(self.criteria)
        if charter is None or not self.guardrails:
            every = np.ones((1, numbers.space.size), dtype=np.bool_)
            return Within.of(np.zeros(rows.size, dtype=np.int64), every)
        kept, place = np.unique(sessions.kept[rows, first:], axis=0, return_inverse=True)
        allowed = [
            numbers.within([card for card, on in zip(self.guardrails, one, strict=True) if on])
            for one in kept
        ]
        return Within.of(place.ravel().astype(np.int64), np.stack(allowed))


def _opens(rules: Rules, phase: Charter, seat: str, card: str, surprise: str | None) -> bool:
    """Tell whether a seat points to a card of the charter when a piece of news falls, or none."""
    role, suits = rules.scenario.seats[seat].role, rules.game.suits
    entitled = {name for name, suit in suits.items() if role in suit.called_by}
    covered = suits_of(rules, card, phase.suit)
    if surprise is None:
        return bool(covered & {name for name in entitled if suits[name].calendar})
    told = rules.scenario.surprises[surprise]
    meant = told.criterion is None or told.criterion == card
    return meant and told.suit in entitled and told.suit in covered


def _nth(mask: Booleans, place: Integers) -> Integers:
    """Give the column of the true value at each place, counting from 0; shape (rows,)."""
    return np.asarray((mask.cumsum(axis=1) == (place + 1)[:, None]).argmax(axis=1))
