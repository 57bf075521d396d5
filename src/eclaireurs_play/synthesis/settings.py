"""The only settings of phases that the synthesis reads by their names.

Everything else comes from results and gestures. A phase of any kind may have these settings.
"""

from collections.abc import Mapping
from typing import NamedTuple

from eclaireurs_play.engine.gestures import Choose
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.phases import PhaseBase
from eclaireurs_play.model.phases.keeping import Recipient
from eclaireurs_play.synthesis.document import flat
from eclaireurs_play.synthesis.reading import Reading

_YES = "oui"
_SENT = "envoyee"


class Sending(NamedTuple):
    """Someone the synthesis goes to, and whether it has gone."""

    recipient: Recipient
    sent: bool


def recipients(rules: Rules) -> Mapping[str, Recipient]:
    """List whom the game sends its synthesis to, in order."""
    found: dict[str, Recipient] = {}
    for phase in rules.phases.values():
        found |= recipients_of(phase)
    return found


def recipients_of(phase: PhaseBase) -> Mapping[str, Recipient]:
    """List whom one phase sends the synthesis to; most send it to nobody."""
    found: Mapping[str, Recipient] = getattr(phase, "recipients", {})
    return found


def sendings(reading: Reading) -> tuple[Sending, ...]:
    """Say of each recipient, in order, whether the synthesis was sent."""
    sent = {
        one.gesture.about
        for trace in reading.traces
        for one in trace.made
        if isinstance(one.gesture, Choose) and _SENT in one.gesture.options
    }
    return tuple(Sending(one, name in sent) for name, one in recipients(reading.rules).items())


def unmet_conditions(reading: Reading) -> tuple[str, ...]:
    """List the conditions of the phases reached that nobody established, or that someone denied."""
    unmet = []
    for trace in reading.traces:
        answers = {
            one.gesture.about: one.gesture.options
            for one in trace.made
            if isinstance(one.gesture, Choose)
        }
        conditions = getattr(reading.rules.phases[trace.phase], "conditions", {})
        unmet += [
            flat(condition.text)
            for name, condition in conditions.items()
            if _YES not in answers.get(name, ())
        ]
    return tuple(dict.fromkeys(unmet))
