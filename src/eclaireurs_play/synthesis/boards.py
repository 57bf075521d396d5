"""The strategic dashboard on a page: a row each, what stands now, what stood before, its alerts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from eclaireurs_play.engine.board import Alert, Board, Row, board, is_board
from eclaireurs_play.engine.gestures import Fill, Value
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Result
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.values import value_words
from eclaireurs_play.synthesis.document import (
    Block,
    Blocks,
    Bullets,
    Heading,
    Paragraph,
    Span,
    Table,
    Words,
    ended,
    said,
    soft,
)
from eclaireurs_play.synthesis.reading import Reading, Trace
from eclaireurs_play.synthesis.words import field_title

_SIMULATED = "Le programme a rempli tout ou partie de ce tableau."


def board_blocks(rules: Rules, left: Iterable[Result]) -> Blocks:
    """Write the board that results left, the last version of each row, then every alert."""
    versions = tuple(one for one in left if is_board(one))
    if not versions:
        return ()
    blocks = tuple(_blocks(rules, board(versions), _fields(rules, versions)))
    simulated = any(made.simulated for one in versions for made in one.made)
    return (*blocks, Paragraph(soft(_SIMULATED))) if simulated else blocks


def leaves_board(trace: Trace) -> bool:
    """Tell whether a trace left a version of the board."""
    return bool(trace.outcome.titles) and not trace.outcome.shares


def kept_on_board(reading: Reading, trace: Trace) -> Blocks:
    """Write the board as a trace left it."""
    results = (*reading.state.inherited, *reading.state.results)
    last = max(place for place, one in enumerate(results) if one.phase == trace.phase)
    return board_blocks(reading.rules, results[: last + 1])


def without_board(trace: Trace) -> Trace:
    """Leave out of a trace what the board says."""
    if not leaves_board(trace):
        return trace
    titles = trace.outcome.titles
    return replace(trace, made=tuple(one for one in trace.made if one.gesture.about not in titles))


def received(reading: Reading) -> Blocks:
    """Write what earlier sessions of a campaign handed over to this one."""
    left = reading.state.inherited
    if not left:
        return ()
    titles = reading.rules.game.inherits
    told = {one.name: one.outcome.sentence for one in left}
    lines = tuple(
        (Span(f"{titles.get(name, name)} :", "strong"), Span(f" {ended(sentence)}"))
        for name, sentence in told.items()
    )
    heading = Heading(2, "Ce que les séances d'avant ont laissé")
    return (heading, Bullets(lines), *board_blocks(reading.rules, left))


def _blocks(rules: Rules, now: Board, fields: Mapping[str, Field]) -> Iterator[Block]:
    head = ("Ligne", *(field_title(field, name) for name, field in fields.items()))
    yield Table(head, tuple(_row(rules, row, fields) for row in now.rows))
    if now.alerts:
        titles = {row.id: row.title for row in now.rows}
        yield said("Alertes, de la plus ancienne à la plus récente :")
        yield Bullets(tuple(_alert(one, titles[one.row]) for one in now.alerts))


def _alert(one: Alert, row: str) -> Words:
    """Write an alert, and whether the clause was opened on it."""
    settled = ", traitée" if one.settled else ""
    return (Span(f"{one.id}, {row}{settled} :", "strong"), Span(f" {one.text}"))


def _row(rules: Rules, row: Row, fields: Mapping[str, Field]) -> tuple[Words, ...]:
    cells = (_cell(rules, field, row.values.get(name, ())) for name, field in fields.items())
    return ((Span(row.title, "strong"),), *cells)


def _cell(rules: Rules, field: Field, values: tuple[Value, ...]) -> Words:
    """Say what stands, then what stood before: nothing on a board is erased."""
    if not values:
        return (Span("—"),)
    *before, now = (value_words(field, one, rules) for one in values)
    if not before:
        return (Span(now),)
    return (Span(f"{now} "), Span(f"(avant : {' ; '.join(before)})", "emphasis"))


def _fields(rules: Rules, versions: tuple[Result, ...]) -> Mapping[str, Field]:
    """Give the fields of the rows: those of the form that holds every value written."""
    named = {
        name
        for one in versions
        for made in one.made
        if isinstance(made.gesture, Fill)
        for name in made.gesture.values
    }
    forms = (form.fields for form in rules.game.forms.values())
    found = next((fields for fields in forms if named <= set(fields)), None)
    return found or {name: Field(title=None, text=200) for name in sorted(named)}
