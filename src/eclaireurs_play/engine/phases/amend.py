"""Amend: roles change a proposal in turn; someone takes each change in, or not."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Options, Text
from eclaireurs_play.engine.gestures import GROUP, Choose, Fill, Pass, Write
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.engine.state import (
    Contribution,
    Outcome,
    Proposal,
    State,
    is_there,
    proposal_named,
)
from eclaireurs_play.engine.versions import (
    holder_of,
    made_in,
    rebased,
    taken_up,
    terms_of,
    with_version,
)
from eclaireurs_play.model.phases import Amend

YES, NO, APART = "oui", "non", "a-part"
_ANSWERED = {YES: "intégré", APART: "gardé à part", NO: "écarté"}
_ANSWER_FIRST = Guard("answer-first", "Un amendement attend sa réponse : intégré ou non ?")


class AmendKind(Kind[Amend]):
    """One amendment at a time: it is answered before the next.

    In a past session several may wait together. Each is answered in turn, and the others then
    amend what it became.
    """

    on_proposals = True

    @override
    def turns(self, phase: Amend) -> int:
        return phase.rounds

    @override
    def asks(self, here: Here[Amend], by: str) -> Iterator[Ask]:
        living, pending = _versions(here)
        for one in pending:
            if by == _judge(here, one):
                yield _answer(here, one, room=len(living) < here.phase.scenarios)
        if by not in here.leaf.actors:
            return
        guard = _ANSWER_FIRST if pending else self.turn_guard(here, by)
        for name in living:
            version = proposal_named(here.state, name)
            if version and version.options:
                domain = terms_of(here.rules, version.options)
                yield Ask("fill", name, domain, f"Amender {name}", needed=True, guard=guard)
            elif version:
                words = Text(aloud=True)
                yield Ask("write", name, words, f"Amender {name}", needed=True, guard=guard)
        yield pass_ask(guard, needed=True)

    @override
    def after(self, here: Here[Amend], contribution: Contribution) -> State:
        if isinstance(contribution.gesture, Fill | Write):
            return with_version(here.state, contribution, contribution.gesture.about)
        if isinstance(contribution.gesture, Choose) and YES in contribution.gesture.options:
            return _integrated(here, contribution.gesture.about)
        return here.state

    @override
    def ends_turn(self, here: Here[Amend], contribution: Contribution) -> bool:
        return isinstance(contribution.gesture, Fill | Write | Pass)

    @override
    def missing(self, here: Here[Amend]) -> Guard | None:
        waits = super().missing(here)
        if not _versions(here)[1]:
            return waits
        words = f" {waits.sentence}" if waits else ""
        return replace(_ANSWER_FIRST, sentence=f"{_ANSWER_FIRST.sentence}{words}")

    @override
    def outcome(self, here: Here[Amend]) -> Outcome:
        living, pending = _versions(here)
        answers = [one.gesture.options[0] for one in here.leaf.made
                   if isinstance(one.gesture, Choose)]  # fmt: skip
        told = {words: answers.count(answer) for answer, words in _ANSWERED.items()}
        return Outcome(items=living, sentence=_counted({**told, "sans réponse": len(pending)}))


def _counted(answers: Mapping[str, int]) -> str:
    """Say what became of amendments, as in « 2 amendements, tous intégrés »."""
    told = {words: count for words, count in answers.items() if count}
    made = sum(told.values())
    if not made:
        return "Aucun amendement."
    if len(told) > 1:
        each = ", ".join(f"{count} {_agreeing(words, count)}" for words, count in told.items())
        return f"{made} amendements : {each}."
    (words,) = told
    if made == 1:
        return f"1 amendement, {words}."
    return f"{made} amendements, tous {_agreeing(words, made)}."


def _agreeing(words: str, count: int) -> str:
    """Put a participle in the plural, whatever follows it: « gardés à part »."""
    first, space, rest = words.partition(" ")
    return f"{first}s{space}{rest}" if count > 1 and first.endswith("é") else words


def _versions(here: Here[Amend]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Follow the phase: the versions that live now, and the amendments that await an answer."""
    living = list(taken_up(here.state, here.phase))
    pending: dict[str, Proposal] = {}
    made = made_in(here.state, here.leaf)
    for one in here.leaf.made:
        if one.number in made:
            pending[made[one.number].id] = made[one.number]
        elif isinstance(one.gesture, Choose):
            _judged(living, pending.pop(one.gesture.about), one.gesture.options[0])
    return tuple(living), tuple(pending)


def _judged(living: list[str], version: Proposal, answer: str) -> None:
    if answer == YES:
        living[living.index(version.parent)] = version.id
    elif answer == APART:
        living.append(version.id)


def _integrated(here: Here[Amend], name: str) -> State:
    """Make the amendments that still wait amend the version that was taken in."""
    taken = proposal_named(here.state, name)
    return rebased(here.state, _versions(here)[1], taken.parent, name) if taken else here.state


def _judge(here: Here[Amend], pending: str) -> str:
    holder = holder_of(here.state, pending)
    return holder if here.phase.accepts == "holder" and is_there(here.state, holder) else GROUP


def _answer(here: Here[Amend], pending: str, *, room: bool) -> Ask:
    options = {YES: "Intégrer", NO: "Écarter"}
    if room and here.phase.scenarios > 1:
        options[APART] = "Garder comme autre scénario"
    domain = Options(options, proposal=pending)
    return Ask("choose", pending, domain, f"Intégrer {pending} ?", needed=True)
