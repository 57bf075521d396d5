"""A session written line by line in a file."""

from collections.abc import Callable, Iterable
from pathlib import Path

from eclaireurs_play.errors import EclaireursError, NotationError
from eclaireurs_play.play.narration import tell as told
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.play.session import Session

LARGEST = 2_000_000
"""Bytes beyond which a file is not a script."""

Show = Callable[[Iterable[str]], None]


def read_script(path: Path) -> list[tuple[int, str]]:
    """Read the lines of a script, numbered from 1; blank lines and `#` comments are left out."""
    try:
        if path.stat().st_size > LARGEST:
            raise NotationError(f"{path} est trop gros pour être le récit d'une séance.")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotationError(f"{path} n'est pas un texte en UTF-8.") from None
    except OSError as error:
        raise NotationError(f"{path} ne peut pas être lu : {error.strerror}.") from None
    numbered = enumerate((line.strip() for line in text.split("\n")), start=1)
    return [(number, line) for number, line in numbered if line and not line.startswith("#")]


def play_script(session: Session, path: Path, show: Show) -> None:
    """Play a script; what is refused stops it with the file, the line and the reason."""
    for number, line in read_script(path):
        try:
            for one in session.play_all(read_typed(line, session.rules, session.state)):
                show(told(session.rules, one.state, one.events))
        except EclaireursError as error:
            raise NotationError(f"{path}:{number} : {error}") from None
