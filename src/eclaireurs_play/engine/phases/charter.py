"""Charter: the parties strike cards of criteria and of guard-rails; what is left binds them."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Options, Text
from eclaireurs_play.engine.gestures import Choose, Pass
from eclaireurs_play.engine.improvised import duty
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, Outcome
from eclaireurs_play.model.phases import Charter
from eclaireurs_play.model.scenario import Guardrail


class CharterKind(Kind[Charter]):
    """Each party strikes from each family, or passes; it may say why about any card."""

    @override
    def asks(self, here: Here[Charter], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        turn, done = self.turn_guard(here, by), here.leaf.taken[by] > 0
        struck, unread = _struck(here, by), False
        for family, cards in _table(here).items():
            left = _left(here, cards)
            if left:
                title, spared = here.rules.title(family), _serving(here, by, left)
                options = {card: here.rules.title(card) for card in left}
                most = min(here.phase.strikes, len(left))
                prompt = f"« {title} » : qu'écartez-vous ? (ou passer : rien à écarter)"
                unanswered = family not in struck and not done
                guard = turn or (_TWICE if family in struck else None)
                domain = Options(options, 1, most, spared=spared)
                yield Ask("choose", family, domain, prompt, needed=unanswered, guard=guard)
                unread |= unanswered
            for card in cards:
                yield Ask("write", card, Text(), f"Dire un mot de « {here.rules.title(card)} »")
        yield pass_ask(turn, needed=not (unread or done))

    @override
    def ends_turn(self, here: Here[Charter], contribution: Contribution) -> bool:
        if isinstance(contribution.gesture, Pass):
            return True
        left = {family for family, cards in _table(here).items() if _left(here, cards)}
        return isinstance(contribution.gesture, Choose) and _struck(here, contribution.by) >= left

    @override
    def missing(self, here: Here[Charter]) -> Guard | None:
        waiting = here.waiting() if _table(here) else ()
        if not waiting:
            return None
        return Guard("charter-unsettled", f"Reste à lire la charte : {here.names(waiting)}.")

    @override
    def outcome(self, here: Here[Charter]) -> Outcome:
        struck = _gone(here)
        kept = tuple(c for cards in on_table(here).values() for c in cards if c not in struck)
        names = " ; ".join(f"{card} « {here.rules.title(card)} »" for card in kept)
        return Outcome(items=kept, sentence=f"La charte garde : {names or 'rien'}.")


_TWICE = Guard("already-struck", "Vous avez déjà écarté des cartes de cette famille.")


def on_table(here: Here[Charter]) -> dict[str, tuple[str, ...]]:
    """List the scenario's cards of each family; all of the family's when it names none."""
    phase, foreseen = here.phase, here.rules.scenario.charter
    named: dict[str, tuple[str, ...]] = {}
    if foreseen:
        named = {phase.criteria: foreseen.criteria}
        if phase.guardrails:
            named[phase.guardrails] = tuple(foreseen.guardrails)
    families = (phase.criteria, *((phase.guardrails,) if phase.guardrails else ()))
    return {family: named.get(family) or _all_of(here, family) for family in families}


def _table(here: Here[Charter]) -> dict[str, tuple[str, ...]]:
    """List the cards that may be struck: none when no strike is allowed."""
    if not here.phase.strikes:
        return {}
    return {family: cards for family, cards in on_table(here).items() if cards}


def _all_of(here: Here[Charter], family: str) -> tuple[str, ...]:
    return tuple(sorted(card.id for card in here.rules.cards.values() if card.family == family))


def _gone(here: Here[Charter]) -> set[str]:
    """List the cards that someone struck."""
    chosen = (one.gesture for one in here.leaf.made if isinstance(one.gesture, Choose))
    return {card for one in chosen for card in one.options}


def _left(here: Here[Charter], cards: tuple[str, ...]) -> tuple[str, ...]:
    """List the cards still to be struck; on paper, or in silence, two parties may strike one."""
    if here.state.past or here.phase.hidden:
        return cards
    gone = _gone(here)
    return tuple(card for card in cards if card not in gone)


def _serving(here: Here[Charter], by: str, cards: tuple[str, ...]) -> tuple[str, ...]:
    seated = here.state.seats.get(by)
    if seated is None:
        return ()
    serving = serving_cards(here.rules, here.phase, by, duty(here.rules, seated))
    return tuple(card for card in cards if card in serving)


def serving_cards(rules: Rules, phase: Charter, seat: str, role: str) -> set[str]:
    """List the cards that serve a seat: news it may call on, limits on what would harm it."""
    called = {name for name, suit in rules.game.suits.items() if role in suit.called_by}
    foreseen, weights = rules.scenario.charter, rules.scenario.seats[seat].weights
    rails = foreseen.guardrails if foreseen else {}
    harms = {card for card, rail in rails.items() if _harms(rail, weights.get(rail.axis, 0))}
    families = {phase.criteria, phase.guardrails}
    return harms | {
        card.id
        for card in rules.cards.values()
        if card.family in families and suits_of(rules, card.id, phase.suit) & called
    }


def _harms(rail: Guardrail, weight: float) -> bool:
    """Tell whether going beyond a guard-rail would harm whoever weighs its axis so."""
    below = rail.at_least is not None and weight > 0
    return below or (rail.at_most is not None and weight < 0)


def suits_of(rules: Rules, card: str, field: str) -> set[str]:
    """List the suits that a card of criteria covers."""
    value = rules.cards[card].fields.get(field, ())
    return set(value) if isinstance(value, tuple) else {str(value)}


def _struck(here: Here[Charter], by: str) -> set[str]:
    return {one.gesture.about for one in here.leaf.made
            if one.by == by and isinstance(one.gesture, Choose)}  # fmt: skip
