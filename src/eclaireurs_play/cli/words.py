"""The language of the command line: French, or English from the catalogue.

Our own sentences are written in French in the code; click's are in English. Both go through
gettext's `messages` domain: `locale/fr` translates click, `locale/en` translates us. Games and
what is said of them stay in the language they are written in.
"""

import gettext
import os
from collections.abc import Sequence
from pathlib import Path

LANGUAGES = ("fr", "en")
VARIABLE = "ECLAIREURS_LANG"
_LOCALE = Path(__file__).parent / "locale"


def speak(language: str) -> None:
    """Choose the language of everything said from now on; an unknown one leaves French."""
    os.environ["LANGUAGE"] = language if language in LANGUAGES else LANGUAGES[0]
    gettext.bindtextdomain("messages", str(_LOCALE))
    gettext.textdomain("messages")


def asked_for(words: Sequence[str]) -> str:
    """Find the language that a command line asks for, before anything else of it is read."""
    for word, following in zip(words, (*words[1:], ""), strict=False):
        if word == "--lang":
            return following
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return os.environ.get(VARIABLE) or LANGUAGES[0]


def _(sentence: str) -> str:
    """Say a sentence in the language chosen."""
    return gettext.gettext(sentence)


def ngettext(one: str, several: str, count: int) -> str:
    """Say a sentence about so many things; in French, none agrees as one does."""
    french = os.environ.get("LANGUAGE") == LANGUAGES[0]
    return gettext.ngettext(one, several, 1 if french and not count else count)


def N_(sentence: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a sentence for the catalogue; it is translated when it is shown."""
    return sentence
