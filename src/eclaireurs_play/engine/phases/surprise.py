"""Surprise: a piece of news changes the context, and people say what it changes."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Text
from eclaireurs_play.engine.gestures import Draw, Gesture
from eclaireurs_play.engine.news import drawn, fitting, news_ask, off_suit, with_news
from eclaireurs_play.engine.phases.base import Here, Kind
from eclaireurs_play.engine.state import Contribution, Outcome, State
from eclaireurs_play.model.phases import Surprise

CHANGES = "ce-que-cela-change"


class SurpriseKind(Kind[Surprise]):
    """Nothing is asked when the scenario has no surprise left, of the suits if any are named."""

    @override
    def asks(self, here: Here[Surprise], by: str) -> Iterator[Ask]:
        told, suits = _told(here), here.phase.suits
        if by in here.leaf.actors and not told and fitting(here, suits):
            yield news_ask(here, suits, named=here.phase.pick == "choose")
        if told and by in here.state.seats:
            yield Ask("write", CHANGES, Text(), "Qu'est-ce que cela change pour vous ?")

    @override
    def dress(self, here: Here[Surprise], contribution: Contribution) -> Contribution:
        return drawn(here, here.phase.suits, contribution)

    @override
    def after(self, here: Here[Surprise], contribution: Contribution) -> State:
        return with_news(here.state, contribution)

    @override
    def stands_in_the_way(self, here: Here[Surprise], by: str, gesture: Gesture) -> Guard | None:
        return off_suit(here, here.phase.suits, gesture)

    @override
    def missing(self, here: Here[Surprise]) -> Guard | None:
        if _told(here) or not fitting(here, here.phase.suits):
            return None
        return Guard("no-news-yet", "La nouvelle n'est pas encore tombée.")

    @override
    def outcome(self, here: Here[Surprise]) -> Outcome:
        return Outcome(items=_told(here))


def _told(here: Here[Surprise]) -> tuple[str, ...]:
    return tuple(one.gesture.card for one in here.leaf.made if isinstance(one.gesture, Draw))
