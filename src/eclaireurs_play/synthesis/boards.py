"""The strategic dashboard on a page: a row each, what stands now, what stood before, its alerts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from eclaireurs_play.engine.board import Board, Row, board, is_board
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
    Span,
    Table,
    Words,
    said,
)
from eclaireurs_play.synthesis.reading import Reading, Trace
from eclaireurs_play.synthesis.words import field_title


def board_blocks(rules: Rules, left: Iterable[Result]) -> Blocks:
    """Write the board that results left, the last version of each row, then every alert."""
    versions = tuple(one for one in left if is_board(one))
    return tuple(_blocks(rules, board(versions), _fields(rules, versions))) if versions else ()


def kept_on_board(reading: Reading, trace: Trace) -> tuple[Blocks, Trace]:
    """Write the board as a trace left it, and the trace without what the board already says."""
    titles = trace.outcome.titles
    if not titles or trace.outcome.shares:
        return (), trace
    results = (*reading.state.inherited, *reading.state.results)
    last = max(place for place, one in enumerate(results) if one.phase == trace.phase)
    made = tuple(one for one in trace.made if one.gesture.about not in titles)
    blocks = board_blocks(reading.rules, results[: last + 1])
    return blocks, replace(trace, made=made)


def received(reading: Reading) -> Blocks:
    """Write what earlier sessions of a campaign handed over to this one."""
    left = reading.state.inherited
    if not left:
        return ()
    titles = reading.rules.game.inherits
    told = {one.name: one.outcome.sentence for one in left}
    lines = tuple(
        (Span(f"{titles.get(name, name)} :", "strong"), Span(f" {sentence}"))
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
        yield Bullets(
            tuple((Span(f"{one.id}, {titles[one.row]} :", "strong"), Span(f" {one.text}"))
                  for one in now.alerts)
        )  # fmt: skip


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
