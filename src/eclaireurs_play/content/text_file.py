"""From a path to clean text: size, encoding and invisible characters are judged first."""

import re
import stat
from pathlib import Path

from eclaireurs_play.content.wording import quoted
from eclaireurs_play.errors import ContentError, Diagnostic

LARGEST = 2_000_000
INVISIBLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, file: str) -> str:
    """Read a file whole, every end of line made the same; raise ContentError if it can't be."""
    raw = _bytes(path, file)
    text = _decoded(raw, file).replace("\r\n", "\n").replace("\r", "\n")
    if hidden := INVISIBLE.search(text):
        line, column = position(text, hidden.start())
        raise refusal(
            file,
            f"caractère invisible U+{ord(hidden[0]):04X}",
            "effacez-le et retapez le texte autour",
            (line, column),
        )
    return text


def refusal(
    file: str, sentence: str, hint: str = "", place: tuple[int, int] = (0, 0)
) -> ContentError:
    """Make the error of one diagnostic; without a place, it bears on the whole file."""
    return ContentError((Diagnostic(file, *place, sentence, hint),))


def position(text: str, index: int) -> tuple[int, int]:
    """Turn an index into a line and a column, both from 1."""
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - start + 1


def _bytes(path: Path, file: str) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise refusal(file, "ce n'est pas un fichier")
        if status.st_size > LARGEST:
            size = f"{status.st_size / 1_000_000:.1f}".replace(".", ",")
            raise refusal(file, f"le fichier pèse {size} Mo, la limite est de 2 Mo")
        with path.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except FileNotFoundError:
        raise refusal(file, "ce fichier n'existe pas") from None
    except PermissionError:
        raise refusal(file, "ce fichier ne se laisse pas lire (droits insuffisants)") from None
    except (OSError, ValueError):
        raise refusal(file, "ce fichier ne peut pas être lu") from None


def _decoded(raw: bytes, file: str) -> str:
    if raw.startswith(UTF16):
        raise refusal(file, "le fichier est enregistré en UTF-16", "enregistrez-le en UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(raw, error.start, file) from None


def _not_utf8(raw: bytes, index: int, file: str) -> ContentError:
    before = raw[:index].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    start = max(raw.rfind(b"\n", 0, index), raw.rfind(b"\r", 0, index)) + 1
    line = raw[start:].splitlines()[0].decode("cp1252", "replace")
    return refusal(
        file,
        f"le fichier n'est pas en UTF-8, à la ligne {quoted(line)}",
        "enregistrez-le en UTF-8",
        position(before, len(before)),
    )
