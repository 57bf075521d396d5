"""Where sessions are kept: a folder of journals, the last one first."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from eclaireurs_play import api
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.files import cannot_write
from eclaireurs_play.play.journal import read_journal
from eclaireurs_play.table.words import _

VARIABLE = "ECLAIREURS_SEANCES"
_NAMED = "{scenario}-{number}.jsonl"


def folder(
    environment: Mapping[str, str] = os.environ, *, home: Path | None = None,
    platform: str = sys.platform,
) -> Path:  # fmt: skip
    """Say where sessions are kept: `ECLAIREURS_SEANCES`, else a folder among one's documents."""
    named = environment.get(VARIABLE, "")
    if named:
        return Path(named)
    own = home or Path.home()
    if platform.startswith(("win", "darwin")) or (own / "Documents").is_dir():
        return own / "Documents" / "Éclaireurs"
    return own / "Éclaireurs"


def new_journal(place: Path, scenario: str) -> Path:
    """Give a name that no journal of the folder has yet; the folder is made if need be."""
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(place, error) from None
    number = 1
    while (path := place / _NAMED.format(scenario=scenario, number=number)).exists():
        number += 1
    return path


@dataclass(frozen=True, slots=True)
class Saved:
    """A session kept in the folder: its file, its scenario, how many actions it has.

    `when` is the moment of its last action, in seconds since 1970. `trouble` says why it can't be
    opened, if it can't. Once `known`, `phase` is the title of the phase it stopped in, "" when it
    is over.
    """

    path: Path
    scenario: str = ""
    actions: int = 0
    when: float = 0.0
    trouble: str = ""
    phase: str = ""
    known: bool = False


def saved(place: Path, at_most: int = 8) -> tuple[Saved, ...]:
    """List the last sessions played, the latest first; where each stopped is not known yet."""
    try:
        found = [(one.stat().st_mtime, one) for one in place.glob("*.jsonl")]
    except OSError:
        return ()
    return tuple(_read(path, when) for when, path in sorted(found, reverse=True)[:at_most])


def _read(path: Path, when: float) -> Saved:
    try:
        read = read_journal(path)
    except EclaireursError as error:
        return Saved(path, when=when, trouble=_short(error, path), known=True)
    actions = sum("act" in one for one in read.entries)
    return Saved(path, read.header.scenario, actions, when)


def learned(one: Saved, library: Path | None = None) -> Saved:
    """Play a session again to know where it stopped, or why it can't be opened."""
    try:
        session = api.replay(one.path, library).session
    except EclaireursError as error:
        return replace(one, trouble=_short(error, one.path), known=True)
    leaf = session.state.leaf
    phase = session.rules.phases[leaf.phase].title if leaf else ""
    return replace(one, phase=phase, actions=len(session.played), known=True)


def _short(error: EclaireursError, path: Path) -> str:
    """Say what is wrong, naming the file without its folder."""
    return str(error).replace(str(path), path.name)


def when_words(when: float, now: float) -> str:
    """Say a moment as people do, on the clock of the place; both in seconds since 1970."""
    then, today = (datetime.fromtimestamp(one, UTC).astimezone() for one in (when, now))
    hour = f"{then:%H:%M}"
    days = (today.date() - then.date()).days
    if days in {0, 1}:
        said = _("hier à {hour}") if days else _("aujourd'hui à {hour}")
        return said.format(hour=hour)
    return _("le {day:02}/{month:02}/{year} à {hour}").format(
        day=then.day, month=then.month, year=then.year, hour=hour
    )
