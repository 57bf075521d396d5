"""The strategic dashboard: rows kept from one session to the next, and nothing ever erased.

Read from the results that a board left in earlier sessions, and from what is being done to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eclaireurs_play.engine.gestures import Choose, Fill, Value, Write
from eclaireurs_play.engine.state import Contribution, Result

ALERT = "alerte"
"""What a choice is about when it opens a clause on an alert."""


@dataclass(frozen=True, slots=True)
class Alert:
    """A signal written on a row: `a1`, `a2`… in the order they were seen.

    `settled` once a clause was opened on it and the board that followed was closed.
    """

    id: str
    row: str
    text: str
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """An investment: every value each field has had, the last one standing."""

    id: str
    title: str
    values: Mapping[str, tuple[Value, ...]]

    def now(self, field: str) -> Value | None:
        """Give the value that stands, if the field was ever filled."""
        return self.values.get(field, (None,))[-1]


@dataclass(frozen=True, slots=True)
class Board:
    """The rows in order, the alerts, the parts of the envelope; `version` counts its closings."""

    rows: tuple[Row, ...] = ()
    alerts: tuple[Alert, ...] = ()
    shares: Mapping[str, float] | None = None
    version: int = 0


def board(
    left: Iterable[Result], made: Iterable[Contribution] = (), rows: Mapping[str, str] | None = None
) -> Board:
    """Read a board: what results left of it, then what is `made` now.

    A result that settles titles is an earlier version, to which `rows` are added unless it has some
    of them: its own were chosen then. One that settles parts gives a row to each, in place of
    `rows`. Any other may say on which alert a clause opened.
    """
    titles: dict[str, str] = {}
    shares: dict[str, float] = {}
    entries: list[Contribution] = []
    settled: set[str] = set()
    version = 0
    for result in left:
        titles |= result.outcome.titles
        shares |= result.outcome.shares
        if is_board(result):
            version += 1
            entries += result.made
            settled |= set(result.outcome.chosen)
        else:
            settled |= _opened_on(result)
    own = dict(rows or {})
    if not shares and own.keys().isdisjoint(titles):
        titles |= own
    entries += made
    return Board(
        tuple(_row(name, title, entries) for name, title in titles.items()),
        tuple(_alerts(titles, entries, settled)),
        shares or None,
        version,
    )


def is_board(result: Result) -> bool:
    """Tell a version of a board from an allocation: an allocation settles parts."""
    return bool(result.outcome.titles) and not result.outcome.shares


def _row(name: str, title: str, entries: list[Contribution]) -> Row:
    values: dict[str, tuple[Value, ...]] = {}
    for one in entries:
        if isinstance(one.gesture, Fill) and one.gesture.about == name:
            for key, value in one.gesture.values.items():
                values[key] = (*values.get(key, ()), value)
    return Row(name, title, values)


def _opened_on(result: Result) -> set[str]:
    chosen = (one.gesture for one in result.made if isinstance(one.gesture, Choose))
    return {alert for one in chosen if one.about == ALERT for alert in one.options}


def _alerts(
    titles: Mapping[str, str], entries: list[Contribution], settled: set[str]
) -> Iterable[Alert]:
    written = (one.gesture for one in entries if isinstance(one.gesture, Write))
    told = (gesture for gesture in written if gesture.about in titles)
    for number, one in enumerate(told, start=1):
        name = f"a{number}"
        yield Alert(name, one.about, one.text, name in settled)
