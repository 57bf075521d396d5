"""The line that says how far a long command is: on a terminal only, and gone at the end."""

import sys

import pytest

from eclaireurs_play.cli import progress
from eclaireurs_play.cli.progress import Progress, duration


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (12.4, "12 s"), (59.9, "60 s"), (60, "1 min"), (754, "13 min"),
     (3599, "1 h 00"), (3900, "1 h 05"), (90_000, "25 h 00")],
)  # fmt: skip
def test_a_duration_is_as_precise_as_it_is_useful(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_on_a_terminal_a_line_says_what_is_done_and_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    times = iter([100.0, 110.0, 110.05, 130.0])
    monkeypatch.setattr(progress, "monotonic", lambda: next(times))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with Progress(40) as line:
        line.tick(10)
        line.tick(1)
        line.tick(19)
    told = capsys.readouterr().err.split("\r")
    assert "10 sur 40, encore 30 s" in told[1]
    assert "30 sur 40, encore 10 s" in told[2]
    assert told[2].count("█") == 18
    assert "sur" not in told[3]


def test_elsewhere_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(2) as line:
        line.tick(2)
    assert capsys.readouterr() == ("", "")
