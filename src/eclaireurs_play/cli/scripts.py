"""A session written line by line in a file."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from eclaireurs_play.cli.telling import aside
from eclaireurs_play.cli.words import _
from eclaireurs_play.errors import EclaireursError, NotationError
from eclaireurs_play.play.envelope import is_wanted
from eclaireurs_play.play.narration import tell as told
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.play.session import Played, Session

LARGEST = 2_000_000
"""Bytes beyond which a file was not written by hand."""

Lines = list[tuple[int, str]]
Show = Callable[[Iterable[str]], None]


def read_text(path: Path) -> str:
    """Read a text that someone wrote."""
    try:
        if path.stat().st_size > LARGEST:
            raise NotationError(_("{path} est trop gros : 2 Mo au plus.").format(path=path))
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotationError(_("{path} n'est pas un texte en UTF-8.").format(path=path)) from None
    except OSError as error:
        sentence = _("{path} ne peut pas être lu : {why}.")
        raise NotationError(
            sentence.format(path=path, why=_(error.strerror or str(error)))
        ) from None


def read_script(path: Path | None) -> Lines:
    """Read the lines of a script, numbered from 1; blank lines and `#` comments are left out."""
    text = read_text(path) if path else ""
    numbered = enumerate((line.strip() for line in text.split("\n")), start=1)
    return [(number, line) for number, line in numbered if line and not line.startswith("#")]


def play_script(session: Session, path: Path, lines: Lines, show: Show) -> None:
    """Play a script, its lines as they stand, even where an envelope would shuffle them."""
    warned = False
    for one in _played(session, path, lines):
        show(told(session.rules, one.state, one.events))
        if not warned and is_wanted(session):
            aside(_("Mélangez les papiers avant de les taper."))
            warned = True


def _played(session: Session, path: Path, lines: Lines) -> Iterator[Played]:
    """Play lines; what is refused stops them with the file, the line and the reason."""
    for number, line in lines:
        try:
            yield from session.play_all(read_typed(line, session.rules, session.state))
        except EclaireursError as error:
            raise NotationError(f"{path}:{number} : {error}") from None


def rehearse(session: Session, path: Path | None, lines: Lines) -> None:
    """Play a script apart first: a journal takes it whole or not at all."""
    if path:
        for _one in _played(session.branch(len(session.played)), path, lines):
            pass
