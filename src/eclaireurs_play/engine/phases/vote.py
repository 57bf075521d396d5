"""Vote: ballots of one shape, hidden until the vote closes, counted by the phase's method."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.decisions.approval import approval
from eclaireurs_play.engine.decisions.borda import borda
from eclaireurs_play.engine.decisions.channels import Cast, Channel, by_channel
from eclaireurs_play.engine.decisions.judgment import majority_judgment
from eclaireurs_play.engine.decisions.majority import SIMPLE, majority, qualified
from eclaireurs_play.engine.decisions.points import Allocation, Caps, points
from eclaireurs_play.engine.decisions.schulze import schulze
from eclaireurs_play.engine.decisions.tally import Figure, Tally
from eclaireurs_play.engine.decisions.words import number
from eclaireurs_play.engine.domains import Amounts, Blanks, Domain, Options, Order
from eclaireurs_play.engine.gestures import Choose, Fill, Rank, Share
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.engine.state import Contribution, Outcome, items_used, proposal_named
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.phases import Vote

YES, NO, BLANK = "oui", "non", "abstention"
_MAJORITY = {YES: "Oui", NO: "Non", BLANK: "Abstention"}
_VOTES = {YES: "yes", NO: "no", BLANK: "abstain"}


class VoteKind(Kind[Vote]):
    """One ballot each; with `ballots`, so many are typed in, each through a channel."""

    @override
    def turns(self, phase: Vote) -> int:
        return max(1, phase.ballots)

    @override
    def unveils(self, here: Here[Vote]) -> bool:
        return not here.phase.hidden

    @override
    def asks(self, here: Here[Vote], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors or _impossible(here):
            return
        turn, domain = self.turn_guard(here, by), _ballot(here)
        do, channels = _GESTURES[here.phase.method], channels_of(here.phase)
        for about in channels or (here.phase.id,):
            where = f" ({channels[about].title})" if about in channels else ""
            prompt = f"{here.phase.question.strip()}{where}"
            yield Ask(do, about, domain, prompt, needed=True, guard=turn)
        if not here.phase.ballots:
            yield pass_ask(turn)

    @override
    def missing(self, here: Here[Vote]) -> Guard | None:
        if _impossible(here):
            return None
        waiting = here.waiting(self.turns(here.phase))
        return Guard("ballots-left", "Le vote n'est pas fini.") if waiting else None

    @override
    def outcome(self, here: Here[Vote]) -> Outcome:
        if why := _impossible(here):
            return Outcome(sentence=why)
        if here.phase.method == "majority":
            return _majority(here)
        tally = _COUNTS[here.phase.method](here)
        items = tuple(one for group in tally.ranking for one in group)
        figures = {name: tuple(map(_figure, row)) for name, row in tally.figures.items()}
        return Outcome(
            items=items,
            ordered=tally.ranking,
            columns=tally.columns,
            figures=figures,
            sentence=tally.sentence,
        )


def _figure(value: Figure) -> str:
    return value if isinstance(value, str) else number(value)


def options_of(here: Here[Vote]) -> dict[str, str]:
    """Give what is voted on with its words: the phase's own options, or what it uses."""
    if here.phase.options:
        return dict(here.phase.options)
    return {name: here.rules.title(name) for name in items_used(here.state, here.phase.uses)}


def channels_of(phase: Vote) -> dict[str, Channel]:
    """Give the ways that ballots come by, with their words and what each ballot weighs."""
    return {
        name: Channel(name.replace("-", " "), Fraction(str(one)))
        if isinstance(one, float)
        else Channel(one.title, Fraction(str(one.weight)))
        for name, one in phase.channels.items()
    }


def _impossible(here: Here[Vote]) -> str:
    """Say why no ballot can be cast, or "": what was to be voted on is nothing, or too little."""
    if here.phase.method == "majority":
        return ""
    if not options_of(here):
        return "Il n'y avait rien à voter."
    ballot = _ballot(here)
    why = ballot.impossible if isinstance(ballot, Amounts) else ""
    return f"Le vote n'a pas eu lieu : {why}." if why else ""


def _ballot(here: Here[Vote]) -> Domain:
    phase, options = here.phase, options_of(here)
    names = tuple(options)
    mentions = {_slot(index): words for index, words in enumerate(phase.mentions)}
    shapes: Mapping[str, Callable[[], Domain]] = {
        "majority": lambda: Options(_MAJORITY),
        "approval": lambda: Options(options, 0, len(names)),
        "points": lambda: Amounts(options, phase.points, "points", phase.most_each),
        "borda": lambda: Order(names, 1, len(names)),
        "schulze": lambda: Order(names, 1, len(names)),
        "judgment": lambda: Blanks({one: Field(title=options[one], one_of=mentions)
                                    for one in names}, (), whole=True),
    }  # fmt: skip
    return shapes[phase.method]()


_GESTURES = {
    "majority": "choose",
    "approval": "choose",
    "points": "share",
    "borda": "rank",
    "schulze": "rank",
    "judgment": "fill",
}


def _slot(index: int) -> str:
    return f"m{index + 1}"


def _cast(here: Here[Vote], kind: type[Any]) -> list[Contribution]:
    """List the ballots; in a past session where someone voted twice, their last one counts."""
    made = [one for one in here.leaf.made if isinstance(one.gesture, kind)]
    return made if here.phase.ballots else list({one.by: one for one in made}.values())


def _majority(here: Here[Vote]) -> Outcome:
    votes = [_VOTES[one.gesture.options[0]] for one in _cast(here, Choose)
             if isinstance(one.gesture, Choose)]  # fmt: skip
    share = here.phase.share
    threshold = SIMPLE if share == Fraction(1, 2) else qualified(share)
    verdict = majority(votes, max(len(_voters(here)), len(votes)), threshold)  # type: ignore[arg-type]
    alone = len(here.leaf.actors) == 1 and not (here.phase.hidden or here.phase.ballots)
    told = f"{_subject(here)}, {verdict.sentence[:1].lower()}{verdict.sentence[1:]}"
    sentence = "" if alone else told
    return Outcome(chosen=(YES if verdict.adopted else NO,), sentence=sentence)


def _voters(here: Here[Vote]) -> set[str]:
    """List who votes: those present, and whoever left once their ballot was cast."""
    return {*here.present, *(one.by for one in here.leaf.made if one.by in here.leaf.actors)}


def _subject(here: Here[Vote]) -> str:
    """Say what a yes or a no bears on: the one proposal that is used, or else the question."""
    used = items_used(here.state, here.phase.uses)
    versions = [name for name in used if proposal_named(here.state, name)]
    if len(versions) == 1:
        return f"Sur {versions[0]}"
    return f"À la question « {' '.join(here.phase.question.split())} »"


def _ranked(here: Here[Vote]) -> Tally:
    options = options_of(here)
    count = borda if here.phase.method == "borda" else schulze
    ballots = [(one.gesture.about, one.gesture.order) for one in _cast(here, Rank)
               if isinstance(one.gesture, Rank)]  # fmt: skip
    channels = channels_of(here.phase)
    if not channels:
        return count(options, [order for _about, order in ballots])
    return by_channel(options, channels, [Cast(*ballot) for ballot in ballots], count)


def _approved(here: Here[Vote]) -> Tally:
    cast = (one.gesture for one in _cast(here, Choose))
    return approval(options_of(here), [frozenset(one.options) for one in cast
                                       if isinstance(one, Choose)])  # fmt: skip


def _pointed(here: Here[Vote]) -> Tally:
    phase = here.phase
    caps = Caps(phase.points, phase.most_each or phase.points)
    ballots = [
        Allocation(one.by, {name: int(part) for name, part in one.gesture.parts.items()})
        for one in _cast(here, Share)
        if isinstance(one.gesture, Share)
    ]
    return points(options_of(here), caps, ballots)


def _judged(here: Here[Vote]) -> Tally:
    words = {_slot(index): mention for index, mention in enumerate(here.phase.mentions)}
    ballots = [
        {name: words[str(slot)] for name, slot in one.gesture.values.items()}
        for one in _cast(here, Fill)
        if isinstance(one.gesture, Fill)
    ]
    return majority_judgment(options_of(here), here.phase.mentions, ballots)


_COUNTS: Mapping[str, Callable[[Here[Vote]], Tally]] = {
    "approval": _approved,
    "points": _pointed,
    "borda": _ranked,
    "schulze": _ranked,
    "judgment": _judged,
}
