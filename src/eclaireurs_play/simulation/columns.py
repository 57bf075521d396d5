"""The columns of a batch: what is kept of each session, as structured arrays of numbers.

Words are kept as the place they have in a list, so that a row has a fixed size; `Columns.words`
gives the lists. An index of -1 stands for none, or for what was not counted.

| table | one row per | fields |
|---|---|---|
| `sessions` | session | `session` its number, from 1; `seed`; `status`; `executor`; `actions` (-1: not counted); `minutes` foreseen for the phases played; `rounds` of objections; `adopted`; `objections`; `surprises` (bit k: the k-th of `surprises` fell); `deviations`; `proposals`; `agreement` (the number of the version adopted, in `rules.numbers.space`); `calm_adopted`, `calm_rounds`, `calm_agreement` (the same session without surprises) |
| `seats` | session and seat in play | `seat`; `role`; `style`; `satisfaction` in parts per million; `crossed` (a red line is); `objections`; `contributions` |
| `proposals` | version of a proposal | `version`, 1 for p1; `by` (-1: the group or whoever hosts); `parent` (0: none); `adopted`; the option of each term, under `term_field(term)` |
| `cards` | card that came to the table, or was answered | `card`; `seen`; `answered`, by how many |
"""  # noqa: E501 - a row of a table stands on one line

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.engine.negotiation.styles import STYLES
from eclaireurs_play.engine.rules import Rules

Rows = NDArray[np.void]
"""Rows of one table: a structured array."""

TABLES = ("seats", "proposals", "cards", "sessions")
"""Every table, in the order in which they are written: a session's own row is the last."""

STATUSES = ("over", "stopped", "playing", "refused")
EXECUTORS = ("reference", "lockstep")

UNCOUNTED = ("actions", "contributions")
"""What lock-step does not count."""

_PROPOSAL = ("session", "version", "by", "parent", "adopted")


@dataclass(frozen=True, slots=True)
class Chunk:
    """The rows of some sessions, whole and in the order of their numbers."""

    sessions: Rows
    seats: Rows
    proposals: Rows
    cards: Rows

    def tables(self) -> Iterator[tuple[str, Rows]]:
        """Give each table with its name, in the order in which they are written."""
        return ((name, getattr(self, name)) for name in TABLES)


def joined(chunks: list[Chunk]) -> Chunk:
    """Put chunks one after the other; there must be one at least."""
    tables = zip(*(one.tables() for one in chunks), strict=True)
    return Chunk(**{parts[0][0]: np.concatenate([rows for _, rows in parts]) for parts in tables})


def term_field(term: str) -> str:
    """Give the field of `proposals` that holds the option of a term."""
    return f"{term}_" if term in _PROPOSAL else term


@dataclass(frozen=True)
class Columns:
    """The type of each table, and the words that its numbers stand for.

    `words` gives, for each field that is an index, the list it is an index in; for `surprises`,
    the words of its bits.
    """

    sessions: np.dtype[np.void]
    seats: np.dtype[np.void]
    proposals: np.dtype[np.void]
    cards: np.dtype[np.void]
    words: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, rules: Rules) -> "Columns":
        """Give the columns of the batches of a game's situation."""
        space = rules.numbers.space
        options = zip(space.terms, space.options, strict=True)
        words = {
            "status": STATUSES,
            "executor": EXECUTORS,
            "surprises": tuple(sorted(rules.scenario.surprises)),
            "seat": tuple(rules.scenario.seats),
            "role": tuple(sorted(rules.roles)),
            "style": tuple(STYLES),
            "by": tuple(rules.scenario.seats),
            "card": tuple(rules.cards),
            **{term_field(term): ids for term, ids in options},
        }
        return cls(
            _dtype(_SESSIONS),
            _dtype(_SEATS),
            _dtype(_PROPOSALS + [(term_field(term), "<i2") for term in space.terms]),
            _dtype(_CARDS),
            words,
        )

    def dtype(self, table: str) -> np.dtype[np.void]:
        """Give the type of the rows of a table."""
        found: np.dtype[np.void] = getattr(self, table)
        return found

    def rows(self, table: str, values: list[tuple[Any, ...]]) -> Rows:
        """Make rows of tuples, a value for each field in order."""
        return np.array(values, dtype=self.dtype(table))

    def none(self) -> Chunk:
        """Give a chunk of no session."""
        return Chunk(**{name: self.rows(name, []) for name in TABLES})


def _dtype(fields: list[tuple[str, str]]) -> np.dtype[np.void]:
    return np.dtype(fields)


_SESSIONS = [
    ("session", "<i8"), ("seed", "<u8"), ("status", "i1"), ("executor", "i1"),
    ("actions", "<i4"), ("minutes", "<f4"), ("rounds", "<i2"), ("adopted", "i1"),
    ("objections", "<i2"), ("surprises", "<u8"), ("deviations", "<i2"), ("proposals", "<i2"),
    ("agreement", "<i4"), ("calm_adopted", "i1"), ("calm_rounds", "<i2"),
    ("calm_agreement", "<i4"),
]  # fmt: skip
_SEATS = [
    ("session", "<i8"), ("seat", "<i2"), ("role", "<i2"), ("style", "i1"),
    ("satisfaction", "<i4"), ("crossed", "i1"), ("objections", "<i2"), ("contributions", "<i4"),
]  # fmt: skip
_PROPOSALS = [
    ("session", "<i8"), ("version", "<i2"), ("by", "<i2"), ("parent", "<i2"), ("adopted", "i1"),
]  # fmt: skip
_CARDS = [("session", "<i8"), ("card", "<i4"), ("seen", "i1"), ("answered", "<i2")]
