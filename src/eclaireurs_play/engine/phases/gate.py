"""Gate: the session opens only when its conditions are established and someone has called it."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Options, Text
from eclaireurs_play.engine.gestures import Choose
from eclaireurs_play.engine.phases.base import Here, Kind
from eclaireurs_play.engine.state import Contribution, Outcome
from eclaireurs_play.model.phases import Gate

CALLED_BY = "saisine"
SELF_REFERRAL = "auto-saisine"
YES = "oui"
_YES_NO = {YES: "Oui", "non": "Non"}


class GateKind(Kind[Gate]):
    """Conditions are answered yes or no; the last answer counts."""

    @override
    def asks(self, here: Here[Gate], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        phase, answers = here.phase, _answers(here)
        if phase.called_by and CALLED_BY not in phase.conditions:
            domain = Options(_callers(here))
            yield Ask("choose", CALLED_BY, domain, phase.called_by, CALLED_BY not in answers)
        domain = Options(_YES_NO, hoped=YES)
        for name, condition in phase.conditions.items():
            yield Ask("choose", name, domain, condition.text, answers.get(name) != YES)
        written = {one.gesture.about for one in here.leaf.made}
        for name, question in phase.questions.items():
            yield Ask("write", name, Text(), question, name not in written)

    @override
    def ends_turn(self, here: Here[Gate], contribution: Contribution) -> bool:
        return False

    @override
    def missing(self, here: Here[Gate]) -> Guard | None:
        answers = _answers(here)
        for name, condition in here.phase.conditions.items():
            if answers.get(name) != YES:
                return Guard(
                    "condition-not-met",
                    f"La séance ne peut pas s'ouvrir : rien n'établit encore que "
                    f"« {condition.text} ».",
                )
        if here.phase.called_by and CALLED_BY not in answers:
            return Guard("nobody-called", "Dites d'abord qui a demandé la séance.")
        return None

    @override
    def outcome(self, here: Here[Gate]) -> Outcome:
        answers = _answers(here)
        met = tuple(name for name in here.phase.conditions if answers.get(name) == YES)
        caller = answers.get(CALLED_BY, "")
        return Outcome(chosen=(*met, caller) if caller else met)


def _answers(here: Here[Gate]) -> dict[str, str]:
    """Give the last answer to each choice."""
    return {
        one.gesture.about: one.gesture.options[0]
        for one in here.leaf.made
        if isinstance(one.gesture, Choose)
    }


def _has_a_name(here: Here[Gate], seat: str) -> bool:
    """Tell whether everyone knows who sits there: a pseudonym never calls."""
    return not (here.rules.game.anonymous and here.rules.scenario.seats[seat].optional)


def _callers(here: Here[Gate]) -> dict[str, str]:
    seats = {seat: here.rules.name(seat) for seat in here.state.seats if _has_a_name(here, seat)}
    if here.phase.self_referral:
        seats[SELF_REFERRAL] = here.phase.self_referral
    return seats
