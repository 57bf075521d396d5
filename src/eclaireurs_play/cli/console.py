"""Any console: what it can't show is written with what it has, and no byte stops a session."""

import codecs
import sys
import unicodedata
from typing import TextIO

_STAND_INS = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "−": "-",
    "→": "->", "›": ">", "·": "-", "•": "-", "œ": "oe", "Œ": "OE", "æ": "ae", "×": "x",
    "€": "EUR", "≠": "!=",
}  # fmt: skip
_HANDLER = "eclaireurs-fold"


def prepare() -> None:
    """Let every sentence be written on the console as it is.

    A console in ASCII is taken by click for one in UTF-8 that is badly set up.
    """
    codecs.register_error(_HANDLER, _folded)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=_HANDLER)


def fold(text: str) -> str:
    """Write a text with ASCII alone: accents go, quotes and arrows become plain ones."""
    plain = unicodedata.normalize("NFKD", "".join(_STAND_INS.get(one, one) for one in text))
    return "".join(_ascii(one) for one in plain if not unicodedata.combining(one))


def read_line(stream: TextIO | None) -> bytes | None:
    """Read a line of a file or a pipe as bytes; None at the end, or when there is nothing there."""
    raw = getattr(stream, "buffer", None)
    line: bytes = raw.readline() if raw is not None else b""
    return line or None


def _ascii(one: str) -> str:
    return one if one.isascii() else "?"


def _folded(error: UnicodeError) -> tuple[str, int]:
    """Replace what can't be encoded; the shape codecs ask of an error handler."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return fold(error.object[error.start : error.end]), error.end
