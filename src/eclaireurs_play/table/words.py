"""The language of the table's own sentences: French in the code, others by the catalogue."""

import gettext
import os
from functools import lru_cache


@lru_cache(maxsize=1024)
def _(sentence: str) -> str:
    """Say a sentence in the language chosen when the program began."""
    return gettext.gettext(sentence)


def ngettext(one: str, several: str, count: int) -> str:
    """Say a sentence about so many things; in French, none agrees as one does."""
    french = os.environ.get("LANGUAGE", "fr") == "fr"
    return gettext.ngettext(one, several, 1 if french and not count else count).format(count=count)
