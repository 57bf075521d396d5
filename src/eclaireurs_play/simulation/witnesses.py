"""Sessions of a lock-step batch played whole by the reference too: both must agree."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from eclaireurs_play.simulation.columns import UNCOUNTED, Columns, Rows
from eclaireurs_play.simulation.store import Store

FOLDER = "temoins"
MOST = 8
"""How many sessions of a batch are played twice."""

_COMPARED = ("sessions", "seats", "proposals")


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that the two executors do not give alike; each as people read it."""

    session: int
    table: str
    field: str
    lockstep: str
    reference: str

    def __str__(self) -> str:
        """Say what differs, and whose fault it is."""
        return (
            f"Séance {self.session}, {self.table}, colonne {self.field} : {self.lockstep} par "
            f"lots, {self.reference} geste par geste. C'est une faute du programme, pas du jeu : "
            "signalez-la, et refaites le lot avec --executor reference."
        )


def difference(batch: Store, witnesses: Store) -> Difference | None:
    """Give the first figure of the witnesses that their own rows in the batch do not give.

    What lock-step does not count is left out. A witness that the batch does not have yet is too.
    """
    numbers = batch.read("sessions")["session"][:MOST].tolist()
    return next(
        (
            found
            for number in numbers
            for table in _COMPARED
            for found in _between(
                batch.columns,
                table,
                number,
                _of(batch.read(table), number),
                _of(witnesses.read(table), number),
            )
        ),
        None,
    )


def _of(rows: Rows, number: int) -> Rows:
    """Give the rows of one of the first sessions."""
    early = rows[: np.searchsorted(rows["session"][: 1 << 14], number, side="right")]
    found: Rows = early[early["session"] == number]
    return found


def _between(
    columns: Columns, table: str, number: int, lockstep: Rows, reference: Rows
) -> Iterator[Difference]:
    if not len(reference):
        return
    if len(lockstep) != len(reference):
        yield Difference(number, table, "-", f"{len(lockstep)} lignes", f"{len(reference)}")
        return
    for name in reference.dtype.names or ():
        left, right = lockstep[name], reference[name]
        counted = left != -1 if name in UNCOUNTED else np.full(len(left), name != "executor")
        for place in np.flatnonzero(counted & (left != right)):
            yield Difference(
                number,
                table,
                name,
                _said(columns, name, left[place]),
                _said(columns, name, right[place]),
            )


def _said(columns: Columns, name: str, value: Any) -> str:  # noqa: ANN401 - any type of column
    """Say a value in words where it stands for one."""
    words = columns.words.get(name, ())
    if name == "surprises" or not 0 <= int(value) < len(words):
        return f"{value.item():g}" if value.dtype.kind == "f" else str(value.item())
    return words[int(value)]
