"""The parts of a synthesis that hold what was said, in the order the game asks for.

Whatever a game's sections forget comes after them: nothing that was said is lost.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from eclaireurs_play.engine.gestures import Audience, Draw, Move, Pass
from eclaireurs_play.engine.state import Contribution, Outcome
from eclaireurs_play.model.game import Section
from eclaireurs_play.synthesis.boards import kept_on_board, leaves_board, without_board
from eclaireurs_play.synthesis.document import Block, Blocks, Heading, Paragraph, prose, soft
from eclaireurs_play.synthesis.foreseen import ruled_out
from eclaireurs_play.synthesis.impacts import map_blocks
from eclaireurs_play.synthesis.left import blocks_of, grouped
from eclaireurs_play.synthesis.moves import moves_blocks
from eclaireurs_play.synthesis.proposals import standing_blocks
from eclaireurs_play.synthesis.reading import Reading, Trace
from eclaireurs_play.synthesis.settings import recipients_of
from eclaireurs_play.synthesis.settled import settled_blocks, without_settled
from eclaireurs_play.synthesis.where import Where
from eclaireurs_play.synthesis.words import title

EMPTY: dict[Audience, str] = {
    "public": "Rien de public n'a été noté ici.",
    "parties": "Rien n'a été noté ici pour les parties.",
    "facilitator": "Rien n'a été noté ici.",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document; `missing` when it is empty, for want of having been played out."""

    title: str
    blocks: Blocks
    missing: bool = False


def parts(reading: Reading) -> tuple[Part, ...]:
    """Write every part the game asks for, then what they forgot."""
    planned = tuple(_reasonable(reading)) or _one_a_phase(reading)
    written = tuple(_part(reading, section) for section in planned)
    if reading.rules.game.map and not any(section.map for section in planned):
        written += (_part(reading, Section(title="La carte des effets", map=True)),)
    return (*written, *_forgotten(reading, planned))


def _reasonable(reading: Reading) -> Iterator[Section]:
    """List the sections of a game, without those on phases that a condition kept away."""
    out = ruled_out(reading.rules, reading.state)
    phases = reading.rules.phases.items()
    for section in reading.rules.game.synthesis:
        named = [name for name, phase in phases if (phase.gives or name) in section.uses]
        if section.map or not named or not out.issuperset(named):
            yield section


def _one_a_phase(reading: Reading) -> tuple[Section, ...]:
    """Plan a section for each phase that left something."""
    left = {trace.name: trace for trace in reading.traces if _shows(reading, trace)}
    return tuple(
        Section(title=reading.rules.phase_title(trace.phase), uses=(name,))
        for name, trace in left.items()
    )


def _shows(reading: Reading, trace: Trace) -> bool:
    return any(isinstance(one.gesture, Move) for one in trace.made) or _tells(reading, trace)


def _tells(reading: Reading, trace: Trace) -> bool:
    return bool(trace.outcome.sentence) or bool(grouped(reading, trace.made))


def _part(reading: Reading, section: Section) -> Part:
    """Write a section: its intro, what the phases it names left, the map if it asks for it."""
    traces = [_kept(trace, section) for trace in reading.traces if trace.name in section.uses]
    body = (*_traces(reading, traces, section), *(map_blocks(reading) if section.map else ()))
    intro = prose(section.intro) if section.intro else ()
    empty = Paragraph(soft(EMPTY[reading.audience]))
    played = traces and all(trace.closing == "complete" for trace in traces)
    return Part(section.title, (*intro, *(body or (empty,))), missing=not (body or played))


def _kept(trace: Trace, section: Section) -> Trace:
    """Keep of a trace what a section is about; what was settled goes with the whole trace only."""
    if not section.about:
        return trace
    made = tuple(one for one in trace.made if _bears_on(one, section.about))
    return replace(trace, made=made, outcome=Outcome())


def _bears_on(one: Contribution, about: Container[str]) -> bool:
    bears = one.gesture.card if isinstance(one.gesture, Draw) else one.gesture.about
    return bears in about


def _traces(reading: Reading, traces: list[Trace], section: Section) -> Blocks:
    """Write traces under one heading each when there are several, then places on axes.

    A board that several of them filled is written once, as the last one left it.
    """
    shown = [trace for trace in traces if _tells(reading, trace)]
    last = next((trace for trace in reversed(shown) if leaves_board(trace)), None)
    titled = len(section.about) != 1
    blocks: list[Block] = []
    for trace in shown:
        board = kept_on_board(reading, trace) if trace is last else ()
        rest = without_board(without_settled(reading, trace))
        place = Where(reading, 3, titled, section.title)
        heading = _heading(reading, trace) if len(shown) > 1 else section.title
        if heading != section.title or trace is not shown[0]:
            blocks.append(Heading(3, heading))
            place = Where(reading, 4, titled, reading.rules.phase_title(trace.phase))
        blocks += (*settled_blocks(reading, trace), *board, *blocks_of(place, rest.made))
        blocks += standing_blocks(reading, trace)
    return (*blocks, *moves_blocks(reading, traces))


def _heading(reading: Reading, trace: Trace) -> str:
    """Name a time of a phase."""
    heading = reading.rules.phase_title(trace.phase)
    if trace.item:
        return f"{heading} : {title(reading.rules, trace.phase, trace.item)}"
    return f"{heading} ({trace.time})" if trace.time else heading


def _forgotten(reading: Reading, planned: tuple[Section, ...]) -> tuple[Part, ...]:
    """Gather what no section took, so that nothing said is lost."""
    left = [_left_over(reading, trace, planned) for trace in reading.traces]
    section = Section(title="Le reste de la séance")
    blocks = _traces(reading, left, section)
    return (Part(section.title, blocks),) if blocks else ()


def _left_over(reading: Reading, trace: Trace, planned: tuple[Section, ...]) -> Trace:
    """Keep of a trace what no section took; turns left and sendings are told elsewhere."""
    uses = [section for section in planned if trace.name in section.uses]
    if any(not section.about for section in uses):
        return replace(trace, made=(), outcome=Outcome())
    sent = recipients_of(reading.rules.phases[trace.phase])
    about = {*sent, *(one for section in uses for one in section.about)}
    made = tuple(
        one for one in trace.made if not isinstance(one.gesture, Pass) and not _bears_on(one, about)
    )
    return replace(trace, made=made)
