"""Without the extra, one sentence says how to have it."""

import importlib
import sys

import pytest

from eclaireurs_play.errors import MissingExtraError

SENTENCE = "Il manque PettingZoo : installez-le avec pip install 'eclaireurs-play[research]'."


@pytest.mark.parametrize("absent", ["pettingzoo", "gymnasium"])
def test_without_pettingzoo_one_sentence_says_what_to_install(
    absent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [one for one in sys.modules if one.startswith("eclaireurs_play.research")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [one for one in sys.modules if one.partition(".")[0] == absent]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, absent, None)
    with pytest.raises(MissingExtraError) as told:
        importlib.import_module("eclaireurs_play.research")
    assert str(told.value) == SENTENCE
    assert isinstance(told.value, ImportError)
