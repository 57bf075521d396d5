"""Cards: each in turn takes cards and answers them; the others may reply and rate."""

from collections.abc import Iterator
from dataclasses import replace

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.domains import Blanks, Options, Pile, Text
from eclaireurs_play.engine.gestures import ABSENT, Choose, Draw, Pass, Reveal, Write
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask, with_leaf
from eclaireurs_play.engine.repeats import innermost
from eclaireurs_play.engine.state import Contribution, Outcome, State
from eclaireurs_play.model.phases import Cards

ANSWERED = ""
"""Takes the place of a card already answered among those held in the current turn."""

_PLACE_FIRST = Guard(
    "place-first", "Dites d'abord à la place de qui vous répondez, puis répondez à la carte."
)


class CardsKind(Kind[Cards]):
    """A turn is: take every card, then answer each (in someone's place when the phase says so)."""

    @override
    def turns(self, phase: Cards) -> int:
        return phase.rounds

    @override
    def most_turns(self, phase: Cards) -> int:
        return phase.rounds + phase.more

    @override
    def asks(self, here: Here[Cards], by: str) -> Iterator[Ask]:
        held = here.leaf.held.get(by, ())
        if by in here.leaf.actors:
            yield from self._turn(here, by, held)
        phase, text = here.phase, Text()
        places = _places(here, by) if phase.in_place_of else Options({})
        ratings = _ratings(here) if phase.rate else None
        for card in _table(here):
            if phase.in_place_of and card not in held:
                yield _place_ask(places, card)
            if phase.replies and card not in held:
                yield Ask("write", card, text, f"Répondre à « {here.rules.title(card)} »")
            if ratings is not None:
                yield Ask("rate", card, ratings, f"Noter « {here.rules.title(card)} »")

    def _turn(self, here: Here[Cards], by: str, held: tuple[str, ...]) -> Iterator[Ask]:
        turn = self.turn_guard(here, by)
        drawing = len(held) < here.phase.draw
        stock = {family: here.state.piles.get(family, ()) for family in _families(here)}
        if drawing:
            due = here.leaf.taken[by] < here.phase.rounds or bool(held)
            yield from _draws(here, stock, turn, needed=due)
        for card in held:
            if card != ANSWERED:
                yield from _answers(here, by, card, turn)
        dry = drawing and not any(stock.values())
        yield pass_ask(turn, needed=dry and here.leaf.taken[by] < here.phase.rounds)

    @override
    def dress(self, here: Here[Cards], contribution: Contribution) -> Contribution:
        gesture = contribution.gesture
        if isinstance(gesture, Draw) and not gesture.card:
            top = here.state.piles[gesture.about][0]
            return replace(contribution, gesture=replace(gesture, card=top))
        if isinstance(gesture, Write):
            return replace(contribution, place_of=_place_of(here, contribution.by, gesture.about))
        return contribution

    @override
    def after(self, here: Here[Cards], contribution: Contribution) -> State:
        by, gesture = contribution.by, contribution.gesture
        held = here.leaf.held.get(by, ())
        if isinstance(gesture, Draw):
            return _taken(here, by, (*held, gesture.card), gesture)
        if isinstance(gesture, Write) and gesture.about in held:
            left = tuple(ANSWERED if card == gesture.about else card for card in held)
            return _hold(here, by, () if self._done(here, left) else left)
        return _hold(here, by, ()) if isinstance(gesture, Pass) else here.state

    def _done(self, here: Here[Cards], held: tuple[str, ...]) -> bool:
        stock = any(here.state.piles.get(family) for family in _families(here))
        return not any(held) and (len(held) >= here.phase.draw or not stock)

    @override
    def ends_turn(self, here: Here[Cards], contribution: Contribution) -> bool:
        gesture = contribution.gesture
        if isinstance(gesture, Pass):
            return True
        answers_own = isinstance(gesture, Write) and _drew(here, contribution.by, gesture.about)
        first = sum(
            one.by == contribution.by
            and isinstance(one.gesture, Write)
            and one.gesture.about == gesture.about
            for one in here.leaf.made
        )
        return answers_own and first == 1 and not here.leaf.held.get(contribution.by)

    @override
    def takes(self, here: Here[Cards], family: str) -> bool:
        return family in _families(here)

    @override
    def outcome(self, here: Here[Cards]) -> Outcome:
        return Outcome(items=_table(here))


def _families(here: Here[Cards]) -> tuple[str, ...]:
    """List the families drawn from now."""
    families = here.phase.families
    if not here.phase.cycle:
        return families
    time = innermost(here.rules, here.state).time
    return (families[(time - 1) % len(families)],)


def _draws(
    here: Here[Cards], stock: dict[str, tuple[str, ...]], turn: Guard | None, *, needed: bool
) -> Iterator[Ask]:
    named = here.state.in_hand or here.phase.pick == "spread"
    for family, cards in stock.items():
        if cards:
            domain = Pile(tuple(sorted(cards)), named)
            prompt = f"Prendre une carte « {here.rules.title(family)} »"
            yield Ask("draw", family, domain, prompt, needed=needed, guard=turn)


def _answers(here: Here[Cards], by: str, card: str, turn: Guard | None) -> Iterator[Ask]:
    text = here.rules.cards[card].text
    place = None
    if here.phase.in_place_of and not _place_of(here, by, card):
        yield replace(_place_ask(_places(here, by), card), needed=True, guard=turn)
        place = _PLACE_FIRST
    yield Ask("write", card, Text(), text, needed=True, guard=turn or place)


def _places(here: Here[Cards], by: str) -> Options:
    """Say in whose place someone may answer."""
    others = (one for one in (*here.state.seats, ABSENT) if one != by)
    return Options({one: here.rules.name(one) for one in others})


def _place_ask(places: Options, card: str) -> Ask:
    return Ask("choose", card, places, "À la place de qui répondez-vous ?")


def _ratings(here: Here[Cards]) -> Blanks:
    ratings = here.rules.game.ratings
    seats = tuple(here.state.seats)
    return Blanks({name: ratings[name] for name in here.phase.rate}, seats, rating=True)


def _table(here: Here[Cards]) -> tuple[str, ...]:
    """List the cards taken in this phase, and those shown to everyone in it, in order."""
    made = [one.gesture for one in here.leaf.made]
    cards = (one.card if isinstance(one, Draw) else one.about for one in made
             if isinstance(one, Draw | Reveal))  # fmt: skip
    return tuple(dict.fromkeys(cards))


def _drew(here: Here[Cards], by: str, card: str) -> bool:
    return any(
        one.by == by and isinstance(one.gesture, Draw) and one.gesture.card == card
        for one in here.leaf.made
    )


def _place_of(here: Here[Cards], by: str, card: str) -> str:
    """Give the place chosen for one's next answer to a card; it serves once."""
    place = ""
    for one in here.leaf.made:
        if one.by != by or one.gesture.about != card:
            continue
        if isinstance(one.gesture, Choose):
            place = one.gesture.options[0]
        elif isinstance(one.gesture, Write):
            place = ""
    return place


def _hold(here: Here[Cards], by: str, held: tuple[str, ...]) -> State:
    return with_leaf(here.state, changed(here.leaf, held={**here.leaf.held, by: held}))


def _taken(here: Here[Cards], by: str, held: tuple[str, ...], gesture: Draw) -> State:
    pile = list(here.state.piles[gesture.about])
    pile.remove(gesture.card)
    state = _hold(here, by, held)
    return changed(state, piles={**state.piles, gesture.about: tuple(pile)})
