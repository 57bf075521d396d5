"""The table speaks French here, whatever a test of the command line asked for before."""

from collections.abc import Iterator

import pytest

from eclaireurs_play.cli.words import speak
from eclaireurs_play.table import words


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    speak("fr")
    words._.cache_clear()
    yield
    speak("fr")
    words._.cache_clear()
