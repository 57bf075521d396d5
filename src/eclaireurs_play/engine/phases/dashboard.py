"""Dashboard: a row per investment, filled and watched, kept from one session to the next."""

from collections.abc import Iterator
from dataclasses import replace

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.board import Board, Row, board
from eclaireurs_play.engine.domains import Blanks, Text
from eclaireurs_play.engine.gestures import Fill, Value, Write
from eclaireurs_play.engine.phases.base import Here, Kind, each
from eclaireurs_play.engine.state import Contribution, Outcome, results_named
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.phases import Dashboard


class DashboardKind(Kind[Dashboard]):
    """A new row is filled whole; later, fields are filled again, and the older values stay."""

    @override
    def asks(self, here: Here[Dashboard], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        fields, seats = _fields(here), tuple(here.state.seats)
        now = _board(here)
        for row in now.rows:
            prompt = f"Remplir la ligne « {row.title} »{_share(here, now, row)}"
            yield Ask("fill", row.id, Blanks(fields, seats), prompt, bool(_blank(here, row)))
        for index, row in enumerate(now.rows):
            prompt = f"Écrire une alerte sur « {row.title} »"
            due = _unwatched(here) and not index
            yield Ask("write", row.id, Text(), prompt, due)

    @override
    def dress(self, here: Here[Dashboard], contribution: Contribution) -> Contribution:
        """Keep the words of what fills a row: no form of the game bears the row's name."""
        gesture, fields = contribution.gesture, _fields(here)
        if not isinstance(gesture, Fill):
            return contribution
        told = (f"{fields[name].title or name} : {_words(fields[name], value)}"
                for name, value in gesture.values.items())  # fmt: skip
        return replace(contribution, chosen=" ; ".join(told))

    @override
    def ends_turn(self, here: Here[Dashboard], contribution: Contribution) -> bool:
        return False

    @override
    def missing(self, here: Here[Dashboard]) -> Guard | None:
        rows = _board(here).rows
        for row in rows:
            blank = _blank(here, row)
            if blank:
                names = each(_fields(here)[name].title or name for name in blank)
                return Guard("blank-row", f"« {row.title} » : il reste à remplir {names}.")
        if rows and _unwatched(here):
            return Guard("no-alert", "Il reste à écrire une alerte, sur n'importe quelle ligne.")
        return None

    @override
    def outcome(self, here: Here[Dashboard]) -> Outcome:
        now = _board(here)
        titles = {row.id: row.title for row in now.rows}
        settled = tuple(one.id for one in now.alerts if one.settled)
        lines = f"{len(titles)} ligne{'s' if len(titles) > 1 else ''}"
        sentence = f"Tableau de bord, version {now.version + 1} : {lines}, {_watched(now)}."
        return Outcome(items=tuple(titles), chosen=settled, titles=titles, sentence=sentence)


def _watched(now: Board) -> str:
    """Count the alerts, and those on which a clause was opened."""
    count, settled = len(now.alerts), sum(one.settled for one in now.alerts)
    if not count:
        return "aucune alerte"
    told = f"{count} alerte{'s' if count > 1 else ''} en tout"
    return f"{told}, dont {settled} traitée{'s' if settled > 1 else ''}" if settled else told


def _board(here: Here[Dashboard]) -> Board:
    left = tuple(one for name in here.phase.uses for one in results_named(here.state, name))
    return board(left, here.leaf.made, here.phase.rows)


def _unwatched(here: Here[Dashboard]) -> bool:
    """Tell whether an alert is asked for and none was written yet."""
    return here.phase.watch and not any(isinstance(one.gesture, Write) for one in here.leaf.made)


def _words(field: Field, value: Value) -> str:
    options = field.one_of or field.many_of or {}
    if isinstance(value, tuple):
        return ", ".join(_words(field, one) for one in value)
    if isinstance(value, str):
        return options.get(value, value)
    return f"{value:g} {field.number or ''}".strip()


def _fields(here: Here[Dashboard]) -> dict[str, Field]:
    return dict(here.rules.game.forms[here.phase.form].fields)


def _blank(here: Here[Dashboard], row: Row) -> tuple[str, ...]:
    """List the required fields of a row that have never held anything."""
    return tuple(
        name for name, one in _fields(here).items() if one.required and name not in row.values
    )


def _share(here: Here[Dashboard], now: Board, row: Row) -> str:
    """Say the part of the envelope that a strategy gave to a row."""
    part = (now.shares or {}).get(row.id)
    envelope = here.rules.scenario.envelope
    unit = f" {envelope.unit}" if envelope else ""
    return f" ({part:g}{unit} dans la stratégie)" if part else ""
