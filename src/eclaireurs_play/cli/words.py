"""The language of the command line: French, or English from the catalogue.

Our own sentences are written in French in the code; click's are in English. Both go through
gettext's `messages` domain: `locale/fr` translates click, `locale/en` translates us.
"""

import gettext
import os
from pathlib import Path

LANGUAGES = ("fr", "en")
_LOCALE = Path(__file__).parent / "locale"


def speak(language: str) -> None:
    """Choose the language of everything said from now on."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("messages", str(_LOCALE))
    gettext.textdomain("messages")


def _(sentence: str) -> str:
    """Say a sentence in the language chosen."""
    return gettext.gettext(sentence)
