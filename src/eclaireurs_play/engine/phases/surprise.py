"""Surprise: a piece of news changes the context, and people say what it changes."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Text
from eclaireurs_play.engine.gestures import NEWS, Draw
from eclaireurs_play.engine.news import drawn, news_ask, with_news
from eclaireurs_play.engine.phases.base import Here, Kind
from eclaireurs_play.engine.state import Contribution, Outcome, State
from eclaireurs_play.model.phases import Surprise

CHANGES = "ce-que-cela-change"


class SurpriseKind(Kind[Surprise]):
    """Nothing is asked when the scenario has no surprise left."""

    @override
    def asks(self, here: Here[Surprise], by: str) -> Iterator[Ask]:
        told = _told(here)
        if by in here.leaf.actors and not told and here.state.piles.get(NEWS):
            named = True if here.phase.pick == "choose" else None
            yield news_ask(here.state, needed=True, named=named)
        if told and by in here.state.seats:
            yield Ask("write", CHANGES, Text(), "Qu'est-ce que cela change pour vous ?")

    @override
    def dress(self, here: Here[Surprise], contribution: Contribution) -> Contribution:
        return drawn(here.state, contribution)

    @override
    def after(self, here: Here[Surprise], contribution: Contribution) -> State:
        return with_news(here.state, contribution)

    @override
    def missing(self, here: Here[Surprise]) -> Guard | None:
        if _told(here) or not here.state.piles.get(NEWS):
            return None
        return Guard("no-news-yet", "La nouvelle n'est pas encore tombée.")

    @override
    def outcome(self, here: Here[Surprise]) -> Outcome:
        return Outcome(items=_told(here))


def _told(here: Here[Surprise]) -> tuple[str, ...]:
    return tuple(one.gesture.card for one in here.leaf.made if isinstance(one.gesture, Draw))
