"""What a session did not do as foreseen, and what its synthesis therefore can't say."""

from collections.abc import Iterable, Iterator

from eclaireurs_play.engine.gestures import Pass, Write
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.phases import Group
from eclaireurs_play.play.naming import listed, may_pass, worded
from eclaireurs_play.synthesis.document import Blocks, Bullets, Heading, plain, said
from eclaireurs_play.synthesis.reading import Reading
from eclaireurs_play.synthesis.sections import Part
from eclaireurs_play.synthesis.settings import unmet_conditions
from eclaireurs_play.synthesis.words import names

_CLOSINGS = {"shortened": "a été écourtée", "skipped": "n'a pas été jouée"}


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
        reason = state.results[-1].reason.strip() if state.results else ""
        why = f" Raison donnée : {reason}" if reason and reading.audience != "public" else ""
        yield f"La séance a été arrêtée avant la fin, pendant {here}.{why}"
    else:
        yield f"Ce brouillon a été fait avant la fin de la séance, pendant {here}."


def _named(rules: Rules, phase: str) -> str:
    return f"« {rules.phase_title(phase)} »"


def _deviations(reading: Reading) -> Iterator[str]:
    for one in reading.state.deviations:
        where = _named(reading.rules, one.phase)
        rule = worded(reading.rules, reading.state, one.sentence)
        yield f"Écart à la règle pendant {where}. Ce que dit la règle : {rule}"


def _closings(reading: Reading) -> Iterator[str]:
    for trace in reading.traces:
        if trace.closing in _CLOSINGS:
            time = f" (fois n° {trace.time})" if trace.time else ""
            told = trace.reason.strip() and reading.audience != "public"
            why = f" Raison donnée : {trace.reason}" if told else ""
            where = _named(reading.rules, trace.phase)
            yield f"L'étape {where}{time} {_CLOSINGS[trace.closing]}.{why}"


def _unreached(reading: Reading) -> Iterator[str]:
    """List the phases that never opened, apart from those that hold others."""
    opened = {trace.phase for trace in reading.traces}
    left = [
        _named(reading.rules, name)
        for name, phase in reading.rules.phases.items()
        if name not in opened and not isinstance(phase, Group)
    ]
    if not left:
        return
    how = "n'ont pas eu lieu" if reading.state.status != "playing" else "restaient à jouer"
    yield f"Étapes qui {how} : {', '.join(left)}."


def _silent(reading: Reading) -> Iterator[str]:
    """Name the seats of which this version holds no word; it does not tell why."""
    spoke = {
        one.by
        for made in (*(trace.made for trace in reading.traces), reading.aside)
        for one in made
        if isinstance(one.gesture, Write)
    }
    silent = _in_order(reading, (seat for seat in reading.state.seats if seat not in spoke))
    if silent:
        yield f"Aucune parole ne figure dans cette version pour : {names(reading.rules, silent)}."


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
            verb = "ont passé leur tour" if len(set(passed)) > 1 else "a passé son tour"
            who = names(reading.rules, passed)
            yield f"{who} {verb} pendant {_named(reading.rules, trace.phase)}."


def _empty(written: tuple[Part, ...]) -> Iterator[str]:
    empty = [f"« {part.title} »" for part in written if part.empty]
    if empty:
        one = len(empty) == 1
        yield f"{'Rubrique restée vide' if one else 'Rubriques restées vides'} : {listed(empty)}."
