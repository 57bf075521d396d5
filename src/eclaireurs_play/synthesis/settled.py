"""What a phase settled, in words; what its contributions already tell is not told again."""

from collections.abc import Iterator
from dataclasses import replace

from eclaireurs_play.engine.gestures import Draw, Place, Rank, Share, Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.play.naming import group_words, raw_order, worded
from eclaireurs_play.synthesis.document import (
    Block,
    Blocks,
    Bullets,
    Table,
    Words,
    ended,
    plain,
    said,
)
from eclaireurs_play.synthesis.reading import Reading, Trace
from eclaireurs_play.synthesis.words import title

_APART = " ; "


def settled_blocks(reading: Reading, trace: Trace) -> Blocks:
    """Write the sentence of a result and its order."""
    return tuple(_settled(reading, trace))


def _settled(reading: Reading, trace: Trace) -> Iterator[Block]:
    sentence = _sentence(reading, trace)
    if sentence:
        yield said(ended(sentence))
    ordered = trace.outcome.ordered
    tied = any(len(group) > 1 for group in ordered)
    if trace.outcome.figures or (tied and len(ordered) > 1):
        yield _ranks(reading, trace)
    elif len(ordered) > 1 or (ordered and len(ordered[0]) == 1):
        lines = (capital(group_words(reading.rules, trace.phase, group)) for group in ordered)
        yield Bullets(tuple(map(plain, lines)), ordered=True)


def _ranks(reading: Reading, trace: Trace) -> Table:
    """Give each option its rank, the same when tied, and the figures it was ranked by."""
    outcome, rows, before = trace.outcome, list[tuple[Words, ...]](), 0
    for group in outcome.ordered:
        for name in group:
            words = capital(title(reading.rules, trace.phase, name))
            figures = outcome.figures.get(name, ())
            rows.append((plain(str(before + 1)), plain(words), *map(plain, figures)))
        before += len(group)
    return Table(("Rang", "Ce qui est classé", *outcome.columns), tuple(rows))


def _sentence(reading: Reading, trace: Trace) -> str:
    """Give what the sentence of a result says that neither a list nor a table says better."""
    outcome = trace.outcome
    shared = outcome.shares and any(isinstance(one.gesture, Share) for one in trace.made)
    if shared or _is_order(reading, trace):
        return ""
    told = {_told(reading, one) for one in trace.made}
    left = (part for part in outcome.sentence.split(_APART) if part not in told)
    return capital(worded(reading.rules, reading.state, _APART.join(left)))


def _told(reading: Reading, one: Contribution) -> str:
    """Say as results do what a contribution tells by itself: who for a post, drawn numbers."""
    gesture, rules = one.gesture, reading.rules
    about = title(rules, one.phase, gesture.about)
    match gesture:
        case Place():
            return f"{about} : {rules.name(gesture.item)}"
        case Draw():
            return f"{about} : n° {gesture.card}"
        case Write():
            return f"{about} : n° {gesture.text}"
        case _:
            return ""


def without_settled(reading: Reading, trace: Trace) -> Trace:
    """Leave out the order that was itself the result: it is told as such."""
    if not _is_order(reading, trace):
        return trace
    made = tuple(
        one
        for one in trace.made
        if not (isinstance(one.gesture, Rank) and one.gesture.order == trace.outcome.ordered)
    )
    return replace(trace, made=made)


def _is_order(reading: Reading, trace: Trace) -> bool:
    """Tell whether a result is the order that someone gave, and not the count of several."""
    ordered = trace.outcome.ordered
    return bool(ordered) and trace.outcome.sentence == raw_order(reading.rules, ordered)
