"""Roleplay: a situation played out in turns, while the context may change."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Text
from eclaireurs_play.engine.gestures import FACILITATOR, Draw, Gesture
from eclaireurs_play.engine.news import drawn, fitting, news_ask, off_suit, with_news
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.engine.state import Contribution, Outcome, State, items_used
from eclaireurs_play.model.phases import Roleplay

SCENE = "scene"
_NEWS_FIRST = Guard("news-first", "Une nouvelle doit d'abord tomber : piochez un imprévu.")


class RoleplayKind(Kind[Roleplay]):
    """At each turn everyone says what their role does; on some turns a surprise comes first."""

    @override
    def turns(self, phase: Roleplay) -> int:
        return phase.turns

    @override
    def asks(self, here: Here[Roleplay], by: str) -> Iterator[Ask]:
        due = _news_due(here)
        if by == FACILITATOR and due:
            yield news_ask(here, here.phase.suits)
        if by not in here.leaf.actors:
            return
        guard = _NEWS_FIRST if due else self.turn_guard(here, by)
        tried = "".join(f", {one}" for one in items_used(here.state, here.phase.uses))
        prompt = f"Tour {_turn(here)}{tried} : que fait votre rôle ?"
        yield Ask("write", SCENE, Text(), prompt, needed=True, guard=guard)
        yield pass_ask(guard)

    @override
    def dress(self, here: Here[Roleplay], contribution: Contribution) -> Contribution:
        return drawn(here, here.phase.suits, contribution)

    @override
    def after(self, here: Here[Roleplay], contribution: Contribution) -> State:
        return with_news(here.state, contribution)

    @override
    def stands_in_the_way(self, here: Here[Roleplay], by: str, gesture: Gesture) -> Guard | None:
        return off_suit(here, here.phase.suits, gesture)

    @override
    def ends_turn(self, here: Here[Roleplay], contribution: Contribution) -> bool:
        return not isinstance(contribution.gesture, Draw)

    @override
    def missing(self, here: Here[Roleplay]) -> Guard | None:
        return _NEWS_FIRST if _news_due(here) else super().missing(here)

    @override
    def outcome(self, here: Here[Roleplay]) -> Outcome:
        return Outcome(items=tuple(one.gesture.card for one in here.leaf.made
                                   if isinstance(one.gesture, Draw)))  # fmt: skip


def _turn(here: Here[Roleplay]) -> int:
    """Give the turn being played, from 1."""
    return here.least + 1


def _news_due(here: Here[Roleplay]) -> bool:
    """Tell whether a surprise should have come by this turn and has not."""
    told = sum(isinstance(one.gesture, Draw) for one in here.leaf.made)
    turn = min(_turn(here), here.phase.turns)
    awaited = sum(one <= turn for one in here.phase.surprises_on)
    return told < awaited and bool(fitting(here, here.phase.suits))
