"""A session of a batch seen on the table: as it went, then otherwise from any moment."""

from pathlib import Path

import pytest

from eclaireurs_play.cli import rebuilding
from eclaireurs_play.simulation.batch import Batch, played
from eclaireurs_play.table.film import Film
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.saved import VARIABLE
from tests.cli.running import run
from tests.support import rules


@pytest.mark.parametrize("name", ["cantine-secheresse", "bouton-bruit"])
def test_a_session_opens_as_a_film_and_goes_on_otherwise(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Table] = []
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    monkeypatch.setattr(rebuilding.tables, "show", shown.append)
    ran = run("simulate", name, "--seed", 7, "--open", 3)
    assert ran.code == 0, ran.err
    (table,) = shown
    film = table.interlude
    assert isinstance(film, Film)
    session, _whole = played(Batch(rules(name), 7), 3)
    assert film.last == len(session.played)
    (journal,) = tmp_path.glob("*.jsonl")
    assert str(journal) in ran.err
    assert table.scene("desk", 300, 180)
    film.go(film.last // 2)
    film.branch()
    assert table.interlude is None
    assert table.playing is not None
    assert not table.playing.over
    assert len(list(tmp_path.glob("*.jsonl"))) == 2
    assert run("replay", journal).code == 0
