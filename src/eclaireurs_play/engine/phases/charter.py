"""Charter: the parties strike cards of criteria and of guard-rails; what is left binds them."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Options, Text
from eclaireurs_play.engine.gestures import Choose, Pass
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.engine.state import Contribution, Outcome
from eclaireurs_play.model.phases import Charter


class CharterKind(Kind[Charter]):
    """Each party strikes from each family, or passes; it may say why about any card."""

    @override
    def asks(self, here: Here[Charter], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        turn, done = self.turn_guard(here, by), here.leaf.taken[by] > 0
        struck = _struck(here, by)
        for family, cards in _table(here).items():
            options = {card: here.rules.title(card) for card in cards}
            domain = Options(options, 1, min(here.phase.strikes, len(cards)))
            title = here.rules.title(family)
            prompt = f"« {title} » : qu'écartez-vous ? (ou passer : rien à écarter)"
            answered = family in struck or done
            guard = turn or (_TWICE if family in struck else None)
            yield Ask("choose", family, domain, prompt, needed=not answered, guard=guard)
            for card, title in options.items():
                yield Ask("write", card, Text(), f"Dire un mot de « {title} »")
        yield pass_ask(turn)

    @override
    def ends_turn(self, here: Here[Charter], contribution: Contribution) -> bool:
        if isinstance(contribution.gesture, Pass):
            return True
        everything = _struck(here, contribution.by) >= set(_table(here))
        return isinstance(contribution.gesture, Choose) and everything

    @override
    def missing(self, here: Here[Charter]) -> Guard | None:
        waiting = here.waiting() if _table(here) else ()
        if not waiting:
            return None
        return Guard("charter-unsettled", f"Reste à lire la charte : {here.names(waiting)}.")

    @override
    def outcome(self, here: Here[Charter]) -> Outcome:
        struck = {card for one in here.leaf.made if isinstance(one.gesture, Choose)
                  for card in one.gesture.options}  # fmt: skip
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


def _struck(here: Here[Charter], by: str) -> set[str]:
    return {one.gesture.about for one in here.leaf.made
            if one.by == by and isinstance(one.gesture, Choose)}  # fmt: skip
