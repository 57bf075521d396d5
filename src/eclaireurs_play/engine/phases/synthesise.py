"""Synthesise: the draft is read back and corrected, then sent to each recipient in order."""

from collections.abc import Iterator
from dataclasses import replace

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Options, Text
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Choose
from eclaireurs_play.engine.phases.base import Here, Kind, each
from eclaireurs_play.engine.state import Contribution, Outcome
from eclaireurs_play.model.phases import Synthesise

READ_BACK = "relecture"
IN_SHORT = "en-bref"
SENT = "envoyee"
PLANNED = "prevue"
_SENDING = {SENT: "Envoyée", PLANNED: "Envoi prévu"}
_TOLD = {SENT: "Synthèse envoyée", PLANNED: "Envoi prévu de la synthèse"}


class SynthesiseKind(Kind[Synthesise]):
    """Anyone may ask for a correction; the facilitator sums up and sends, or plans to."""

    @override
    def asks(self, here: Here[Synthesise], by: str) -> Iterator[Ask]:
        if by in {*here.leaf.actors, FACILITATOR, GROUP}:
            yield Ask("write", READ_BACK, Text(), "Que faut-il corriger ou ajouter ?")
        if by != FACILITATOR:
            return
        summed_up = any(one.gesture.about == IN_SHORT for one in here.leaf.made)
        yield Ask("write", IN_SHORT, Text(), "En bref, en trois phrases", needed=not summed_up)
        left = _left(here)
        for name in left:
            prompt = f"Envoyer à : {here.phase.recipients[name].title}"
            guard = None if name == left[0] else _order(here, left[0])
            domain = Options(_SENDING, hoped=SENT)
            yield Ask("choose", name, domain, prompt, needed=guard is None, guard=guard)

    @override
    def dress(self, here: Here[Synthesise], contribution: Contribution) -> Contribution:
        """Say whom the synthesis went to, and not which option of a list was picked."""
        gesture = contribution.gesture
        if not isinstance(gesture, Choose):
            return contribution
        title = here.phase.recipients[gesture.about].title
        return replace(contribution, asked=_TOLD[gesture.options[0]], chosen=title)

    @override
    def ends_turn(self, here: Here[Synthesise], contribution: Contribution) -> bool:
        return False

    @override
    def missing(self, here: Here[Synthesise]) -> Guard | None:
        left = _left(here)
        if not left:
            return None
        titles = each(here.phase.recipients[name].title for name in left)
        return Guard("not-sent", f"La synthèse reste à envoyer à : {titles}.")

    @override
    def outcome(self, here: Here[Synthesise]) -> Outcome:
        return Outcome(items=tuple(here.phase.recipients), chosen=_sent(here))


def _sent(here: Here[Synthesise]) -> tuple[str, ...]:
    """List who already has the synthesis."""
    choices = (one.gesture for one in here.leaf.made if isinstance(one.gesture, Choose))
    return tuple(one.about for one in choices if SENT in one.options)


def _left(here: Here[Synthesise]) -> tuple[str, ...]:
    """List the recipients of whom nothing is said yet, neither sent nor planned."""
    settled = {one.gesture.about for one in here.leaf.made if isinstance(one.gesture, Choose)}
    return tuple(name for name in here.phase.recipients if name not in settled)


def _order(here: Here[Synthesise], first: str) -> Guard:
    title = here.phase.recipients[first].title
    return Guard("recipient-order", f"La synthèse va d'abord à : {title}.")
