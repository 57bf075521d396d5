"""Join: people enter a group, within the number of groups each may be in at once."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Options
from eclaireurs_play.engine.gestures import Choose, Gesture
from eclaireurs_play.engine.phases.base import Here, Kind, people
from eclaireurs_play.engine.state import Contribution, Outcome
from eclaireurs_play.model.phases import Join

JOIN = "rejoint"
NOT_NOW = "non"


class JoinKind(Kind[Join]):
    """Everyone answers once more if they change their mind; the last answer counts.

    Hidden, who is in and how busy each one is stay between them and whoever hosts.
    """

    @override
    def unveils(self, here: Here[Join]) -> bool:
        return not here.phase.hidden

    @override
    def asks(self, here: Here[Join], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        most = here.phase.at_most
        options = {str(count): _words(count) for count in range(most + 1)}
        options[NOT_NOW] = "Pas cette fois"
        prompt = f"{most} à la fois au plus, celle-ci comprise : combien en suivez-vous déjà ?"
        answered = by in _answers(here)
        domain = Options(options, hoped="0", unwise=(str(most),))
        yield Ask("choose", JOIN, domain, prompt, needed=not answered)

    @override
    def stands_in_the_way(self, here: Here[Join], by: str, gesture: Gesture) -> Guard | None:
        full = str(here.phase.at_most)
        if isinstance(gesture, Choose) and gesture.options == (full,):
            return Guard("too-many-at-once", f"{full} à la fois au plus : pas cette fois.")
        return None

    @override
    def ends_turn(self, here: Here[Join], contribution: Contribution) -> bool:
        return not here.leaf.taken[contribution.by]

    @override
    def missing(self, here: Here[Join]) -> Guard | None:
        waiting = here.waiting()
        if waiting:
            return Guard("answers-left", f"Il reste à entendre : {here.names(waiting)}.")
        short = here.phase.at_least - len(_members(here))
        if short > 0:
            least = here.phase.at_least
            return Guard("group-too-small", f"Il faut être {least} au moins ; il manque {short}.")
        return None

    @override
    def outcome(self, here: Here[Join]) -> Outcome:
        members = _members(here)
        told = people(len(members)) if here.phase.hidden else here.names(members)
        sentence = f"Dans le groupe : {told if members else 'personne'}."
        return Outcome(items=members, sentence=sentence, veiled=here.phase.hidden)


def _words(count: int) -> str:
    return f"J'en suis déjà {count}" if count else "Je n'en suis aucune autre"


def _answers(here: Here[Join]) -> dict[str, str]:
    """Give the last answer of each."""
    return {one.by: one.gesture.options[0] for one in here.leaf.made
            if isinstance(one.gesture, Choose)}  # fmt: skip


def _members(here: Here[Join]) -> tuple[str, ...]:
    """List those who joined; who says they are in too many already, in a past session, is in."""
    answers = _answers(here)
    return tuple(actor for actor in here.leaf.actors if answers.get(actor, NOT_NOW) != NOT_NOW)
