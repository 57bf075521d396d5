"""Trigger: the clause opens from news or a date that the charter covers, or from an alert.

That the charter must cover the trigger is inferred: the source says that criteria are agreed at the
start, and that either party may activate the clause.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.board import ALERT, Alert, board, is_board
from eclaireurs_play.engine.domains import Options
from eclaireurs_play.engine.gestures import FACILITATOR, Choose, Draw, Gesture, Pass
from eclaireurs_play.engine.improvised import duty
from eclaireurs_play.engine.news import drawn, fitting, news_ask, off_suit, with_news
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.engine.phases.charter import suits_of
from eclaireurs_play.engine.state import (
    Contribution,
    Outcome,
    State,
    items_used,
    results_named,
)
from eclaireurs_play.model.phases import Charter, Trigger

CRITERION = "critere"
OPEN, SHUT = "ouverte", "fermee"


class TriggerKind(Kind[Trigger]):
    """The first who invokes an alert, or something the charter covers, opens the clause."""

    @override
    def asks(self, here: Here[Trigger], by: str) -> Iterator[Ask]:
        if _opened(here):
            return
        told = _told(here)
        if by == FACILITATOR and not told and _pile(here):
            yield news_ask(here, _suited(here), named=here.phase.pick == "choose")
        if by not in here.leaf.actors or by not in here.state.seats:
            return
        warned = _may_warn(here, by)
        if warned:
            options = {one.id: f"{one.id} : {_short(one.text)}" for one in _alerts(here)}
            prompt = "Demander l'ouverture sur une alerte du tableau de bord"
            yield Ask("choose", ALERT, Options(options), prompt, needed=_first_to_warn(here, by))
        claim = _claim(here, by)
        due = bool(claim.good) and not _declined(here, by) and (bool(told) or not _pile(here))
        if claim.all:
            titles = {card: here.rules.title(card) for card in claim.all}
            unwise = tuple(card for card in claim.all if card not in claim.good)
            domain = Options(titles, hoped=claim.hoped, unwise=unwise)
            prompt = "Demander l'ouverture, en montrant le critère de la charte"
            guard, shown = None if claim.good else _uncovered(here), due and bool(claim.hoped)
            yield Ask("choose", CRITERION, domain, prompt, needed=shown, guard=guard)
        unlike = due and not claim.hoped
        yield pass_ask(None, needed=unlike or (warned and _first_to_warn(here, by)))

    @override
    def stands_in_the_way(self, here: Here[Trigger], by: str, gesture: Gesture) -> Guard | None:
        if isinstance(gesture, Draw):
            return off_suit(here, _suited(here), gesture)
        if not isinstance(gesture, Choose) or gesture.about != CRITERION:
            return None
        claim = _claim(here, by)
        return None if gesture.options[0] in claim.good else _uncovered(here)

    @override
    def dress(self, here: Here[Trigger], contribution: Contribution) -> Contribution:
        return drawn(here, _suited(here), contribution)

    @override
    def after(self, here: Here[Trigger], contribution: Contribution) -> State:
        return with_news(here.state, contribution)

    @override
    def ends_turn(self, here: Here[Trigger], contribution: Contribution) -> bool:
        return False

    @override
    def missing(self, here: Here[Trigger]) -> Guard | None:
        if _opened(here):
            return None
        if not _told(here) and _pile(here):
            return Guard("no-news-yet", "Rien n'est encore arrivé : piochez une nouvelle.")
        waiting = tuple(
            seat
            for seat in here.present
            if seat in here.state.seats and _claim(here, seat).good and not _declined(here, seat)
        )
        if not waiting:
            return None
        names = here.names(waiting)
        return Guard("opening-unasked", f"Demandez-vous l'ouverture ? On attend : {names}.")

    @override
    def outcome(self, here: Here[Trigger]) -> Outcome:
        told, opened = _told(here), _opened(here)
        if opened is None:
            why = f" : la charte ne couvre pas {_news(here)}" if told and not _covered(here) else ""
            return Outcome(items=told, chosen=(SHUT,), sentence=f"La clause reste fermée{why}.")
        who = here.rules.name(opened.by)
        on = f"« {here.rules.title(told[0])} »" if told else "une échéance du contrat"
        if opened.gesture.about == ALERT:
            code, _, words = opened.chosen.partition(" : ")
            on = f"l'alerte {code}, « {words.rstrip('.')} »"
        by = f", critère « {opened.chosen} »" if opened.gesture.about == CRITERION else ""
        sentence = f"La clause s'ouvre sur {on}{by}, à la demande de : {who}."
        return Outcome(items=told, chosen=(OPEN,), sentence=sentence)


def _may_call(here: Here[Trigger], seat: str) -> bool:
    """Tell whether a seat's role may ask for an opening on some suit."""
    seated = here.state.seats.get(seat)
    suits = here.rules.game.suits.values()
    return seated is not None and any(duty(here.rules, seated) in one.called_by for one in suits)


@dataclass(frozen=True, slots=True)
class _Claim:
    """The criteria a seat may point to, and those among them that open the clause.

    `hoped` is the one that the news answers to, if the charter kept it; any, if it says none.
    """

    all: tuple[str, ...]
    good: tuple[str, ...]
    hoped: str = ""


def _claim(here: Here[Trigger], seat: str) -> _Claim:
    """Say what a seat may invoke: criteria of the suits its role is entitled to, now."""
    rules = here.rules
    phase = next((one for one in rules.phases.values() if isinstance(one, Charter)), None)
    if phase is None:
        return _Claim((), ())
    role = duty(rules, here.state.seats[seat])
    entitled = {name for name, suit in rules.game.suits.items() if role in suit.called_by}
    news = [rules.scenario.surprises[one] for one in _told(here)]
    told, meant = [one.suit for one in news], [one.criterion for one in news if one.criterion]
    dates = {name for name in entitled if rules.game.suits[name].calendar}
    live = {suit for suit in told if suit in entitled} or (dates if not told else set())
    foreseen = rules.scenario.charter
    cards = foreseen.criteria if foreseen else ()
    kept = items_used(here.state, here.phase.uses)
    good = tuple(
        card for card in cards if card in kept and suits_of(rules, card, phase.suit) & live
    )
    hoped = next((card for card in good if card in meant or not meant), "")
    return _Claim(cards if live else (), good, hoped)


def _covered(here: Here[Trigger]) -> bool:
    return any(_claim(here, seat).good for seat in here.leaf.actors if seat in here.state.seats)


def _uncovered(here: Here[Trigger]) -> Guard:
    sentence = f"La charte ne couvre pas {_news(here)} : la clause ne s'ouvre pas."
    return Guard("not-in-charter", sentence)


def _news(here: Here[Trigger]) -> str:
    told = _told(here)
    return f"« {here.rules.title(told[0])} »" if told else "cette échéance"


def _suited(here: Here[Trigger]) -> tuple[str, ...]:
    """Name the suits of the game: news of another sort opens nothing."""
    return tuple(here.rules.game.suits)


def _pile(here: Here[Trigger]) -> tuple[str, ...]:
    """List, from the top, the news that may be a trigger."""
    suits = _suited(here)
    return fitting(here, suits) if suits else ()


def _told(here: Here[Trigger]) -> tuple[str, ...]:
    return tuple(one.gesture.card for one in here.leaf.made if isinstance(one.gesture, Draw))


def _opened(here: Here[Trigger]) -> Contribution | None:
    return next((one for one in here.leaf.made if isinstance(one.gesture, Choose)), None)


def _declined(here: Here[Trigger], seat: str) -> bool:
    """Tell whether a seat lets pass what is told now: leaving an alert says nothing of the news."""
    made = here.leaf.made
    since = max((n for n, one in enumerate(made) if isinstance(one.gesture, Draw)), default=0)
    return any(one.by == seat and isinstance(one.gesture, Pass) for one in made[since:])


def _alerts(here: Here[Trigger]) -> tuple[Alert, ...]:
    """List the alerts of the board on which no clause was opened yet."""
    left = (one for name in here.phase.uses for one in results_named(here.state, name))
    known = board(one for one in left if is_board(one)).alerts
    return tuple(one for one in known if not one.settled)


def _may_warn(here: Here[Trigger], seat: str) -> bool:
    """Tell whether a seat may invoke an alert now: its role is entitled, and no news was told."""
    return not _told(here) and _may_call(here, seat) and bool(_alerts(here))


def _first_to_warn(here: Here[Trigger], seat: str) -> bool:
    """Tell whether a seat is to answer about the alerts: the first that may, for all of them."""
    first = next((one for one in here.present if _may_call(here, one)), "")
    return seat == first and not _declined(here, seat)


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"


_SHORT = 80
