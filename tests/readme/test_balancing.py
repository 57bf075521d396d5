"""The guide for balancing: its batch is played, its parts and its advice are the report's own."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.layout.typography import french
from eclaireurs_play.simulation.findings import FEWEST
from tests.readme.pages import BALANCE, blocks, commands, page

FIGURE = re.compile(r"[−+]?\d[\d\u202f,]*")


def run(words: list[str], *given: str) -> Result:
    return CliRunner().invoke(eclaireurs, [*words[1:], *given])


@cache
def first(folder: Path) -> tuple[str, str]:
    """Play the guide's batch; give what the terminal says, and the page."""
    words = list(commands(BALANCE)[0])
    words[words.index("bilan")] = str(folder / "bilan")
    told = run(words)
    assert told.exit_code == 0, told.output
    return told.output, (folder / "bilan" / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    return first(tmp_path_factory.mktemp("guide"))


def test_the_terminal_says_what_the_guide_shows(batch: tuple[str, str]) -> None:
    """Figures apart, which follow the situation's own numbers."""
    told = [FIGURE.sub("0", line) for line in batch[0].splitlines()]
    (shown,) = blocks(BALANCE, "text")
    for line in shown.splitlines():
        assert FIGURE.sub("0", line) in told


def rows(head: str) -> Iterator[str]:
    """Give the first column of a table of the guide."""
    table = page(BALANCE).split(f"| {head} ")[1].split("\n\n")[0]
    yield from (line.split("|")[1].strip() for line in table.splitlines()[2:])


def test_the_parts_of_the_page_are_those_of_the_guide(batch: tuple[str, str]) -> None:
    parts = set(re.findall(r'<h2 id="partie-\d+">(.*?)</h2>', batch[1]))
    told = set(rows("partie de la page"))
    assert len(told) > 8
    assert told <= parts
    assert parts - told <= {french("Qui contribue ?")}


def test_the_guide_says_from_how_many_sessions_rates_are_judged() -> None:
    assert f"Sous {FEWEST} séances" in page(BALANCE)


@pytest.mark.parametrize("words", [one for one in commands(BALANCE) if "--out" in one],
                         ids=" ".join)  # fmt: skip
def test_every_batch_of_the_guide_is_played(words: list[str], tmp_path: Path) -> None:
    """With fewer sessions than shown, so that the test is quick."""
    few = list(words)
    few[few.index("--sessions") + 1] = "2"
    few[few.index("--out") + 1] = str(tmp_path / "bilan")
    told = run(few)
    assert told.exit_code == 0, told.output
    assert (tmp_path / "bilan" / "index.html").exists()
