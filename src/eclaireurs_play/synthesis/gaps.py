"""What a session did not do as foreseen, and what its synthesis therefore can't say."""

from collections import Counter
from collections.abc import Iterable, Iterator

from eclaireurs_play.engine.gestures import Draw, Pass, Reveal
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.phases import Group
from eclaireurs_play.play.naming import listed, may_pass, worded
from eclaireurs_play.synthesis.document import Blocks, Bullets, Heading, ended, plain, said
from eclaireurs_play.synthesis.foreseen import ruled_out
from eclaireurs_play.synthesis.reading import Reading, Trace, everything
from eclaireurs_play.synthesis.sections import Part
from eclaireurs_play.synthesis.settings import unmet_conditions
from eclaireurs_play.synthesis.unnamed import people
from eclaireurs_play.synthesis.words import names, title

_CLOSINGS = {"shortened": "a été écourtée", "skipped": "n'a pas été jouée"}
_MUTE = Draw | Pass | Reveal
"""Gestures that say nothing of one's own."""

_TIMES = ("première", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième",
          "huitième", "neuvième", "dixième")  # fmt: skip


def gaps(reading: Reading, written: tuple[Part, ...]) -> Blocks:
    """List deviations and gaps, one by one; say so when there is none."""
    found = (
        *_ending(reading),
        *_deviations(reading),
        *(worded(reading.rules, reading.state, one.sentence) for one in reading.state.lapses),
        *(f"Condition d'entrée non établie : {one}." for one in unmet_conditions(reading)),
        *_closings(reading),
        *_unreached(reading),
        *_silent(reading),
        *_passes(reading),
        *_empty(written),
    )
    heading = Heading(2, "Écarts et manques")
    if not found:
        return (heading, said("La séance s'est déroulée comme prévu, jusqu'au bout."))
    intro = said(
        "Ce qui ne s'est pas passé comme prévu, et ce que cette synthèse ne peut pas dire."
    )
    return (heading, intro, Bullets(tuple(plain(one) for one in found)))


def _ending(reading: Reading) -> Iterator[str]:
    state = reading.state
    if state.status == "over" or not state.path:
        return
    here = _named(reading.rules, state.path[-1].phase)
    if state.status == "stopped":
        why = _why(reading, state.results[-1].reason) if state.results else ""
        yield f"La séance a été arrêtée avant la fin, pendant {here}.{why}"
    else:
        yield f"Ce brouillon a été fait avant la fin de la séance, pendant {here}."


def _named(rules: Rules, phase: str) -> str:
    return f"« {rules.phase_title(phase)} »"


def _deviations(reading: Reading) -> Iterator[str]:
    """Tell each rule that was not followed, once a phase, with how many times."""
    counted = Counter((one.phase, one.sentence) for one in reading.state.deviations)
    for (phase, sentence), times in counted.items():
        where = _named(reading.rules, phase) + (f", {times} fois" if times > 1 else "")
        rule = worded(reading.rules, reading.state, sentence)
        yield f"Écart à la règle pendant {where}. Ce que dit la règle : {rule}"


def _closings(reading: Reading) -> Iterator[str]:
    for trace in reading.traces:
        if trace.closing in _CLOSINGS:
            where = f"L'étape {_named(reading.rules, trace.phase)}{_which(reading.rules, trace)}"
            yield f"{where} {_CLOSINGS[trace.closing]}.{_why(reading, trace.reason)}"


def _which(rules: Rules, trace: Trace) -> str:
    """Say which time of a phase that comes back: for what, or in which place."""
    if trace.item:
        return f", pour « {title(rules, trace.phase, trace.item)} »,"
    if not trace.time:
        return ""
    rank = _TIMES[trace.time - 1] if trace.time <= len(_TIMES) else f"{trace.time}e"
    return f", la {rank} fois,"


def _why(reading: Reading, reason: str) -> str:
    """Give the reason that someone typed; it is not for the public."""
    words = reason.strip()
    if not words or reading.audience == "public":
        return ""
    return f" Raison donnée : {ended(words)}"


def _unreached(reading: Reading) -> Iterator[str]:
    """List the phases that never opened, but for those that hold others or had no reason to."""
    known = {trace.phase for trace in reading.traces} | ruled_out(reading.rules, reading.state)
    left = [
        _named(reading.rules, name)
        for name, phase in reading.rules.phases.items()
        if name not in known and not isinstance(phase, Group)
    ]
    if not left:
        return
    how = "n'ont pas eu lieu" if reading.state.status != "playing" else "restaient à jouer"
    yield f"Étapes qui {how} : {', '.join(left)}."


def _silent(reading: Reading) -> Iterator[str]:
    """Name the seats of which this version holds nothing; it does not tell why.

    Whoever fills a sheet, answers, ranks or takes a place has spoken. Pseudonyms are counted: who
    was away all week would be known by theirs.
    """
    spoke = {one.by for one in everything(reading) if not isinstance(one.gesture, _MUTE)}
    silent = _in_order(reading, (seat for seat in reading.state.seats if seat not in spoke))
    if silent:
        yield f"Aucune parole ne figure dans cette version pour : {_who(reading, silent)}."


def _who(reading: Reading, seats: list[str]) -> str:
    rules = reading.rules
    covered = rules.game.anonymous
    known = [one for one in seats if not (covered and rules.scenario.seats[one].optional)]
    hidden = len(seats) - len(known)
    return listed(
        [*([names(rules, known)] if known else []), *([people(hidden)] if hidden else [])]
    )


def _in_order(reading: Reading, seats: Iterable[str]) -> list[str]:
    wanted = set(seats)
    return [seat for seat in reading.rules.scenario.seats if seat in wanted]


def _passes(reading: Reading) -> Iterator[str]:
    """Say who left their turn, unless to pass was an answer; only the facilitator needs to know."""
    if reading.audience != "facilitator":
        return
    for trace in reading.traces:
        turns = (one for one in trace.made if isinstance(one.gesture, Pass))
        passed = [one.by for one in turns if not may_pass(one.asked)]
        if passed:
            where = _named(reading.rules, trace.phase)
            turn = "Tour passé" if len(set(passed)) == 1 else "Tours passés"
            yield f"{turn} pendant {where} : {names(reading.rules, passed)}."


def _empty(written: tuple[Part, ...]) -> Iterator[str]:
    empty = [f"« {part.title} »" for part in written if part.missing]
    if empty:
        one = len(empty) == 1
        yield f"{'Rubrique restée vide' if one else 'Rubriques restées vides'} : {listed(empty)}."
