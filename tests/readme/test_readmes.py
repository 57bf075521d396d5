"""What the two READMEs tell is played, counted and run."""

import doctest
import importlib.util
import re
from collections import Counter
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.content import library
from eclaireurs_play.engine.phases import KINDS
from tests.readme.pages import READMES, blocks, commands, page
from tests.readme.sessions import TAUGHT, evening
from tests.support import REPOSITORY


def played_round(name: str) -> list[tuple[str, tuple[str, ...]]]:
    """Read the round a README opens on: `›` before a typed line, 6 spaces before a folded end."""
    block = next(one for one in blocks(name, "text") if one.startswith("›"))
    lines: list[tuple[str, tuple[str, ...]]] = []
    for line in re.sub(r"\n {6}", " ", block.rstrip("\n")).split("\n"):
        if line.startswith("› "):
            lines.append((line.removeprefix("› "), ()))
        else:
            lines[-1] = (lines[-1][0], (*lines[-1][1], line.removeprefix("  ")))
    return lines


@pytest.mark.parametrize("name", READMES)
def test_the_round_a_readme_opens_on_is_played_that_evening(name: str) -> None:
    shown = played_round(name)
    told = list(evening().told)
    start = told.index(shown[0])
    assert len(shown) > 1
    assert told[start : start + len(shown)] == shown
    assert page(name).index("›") < page(name).index("```console")


def test_both_readmes_open_on_the_same_round() -> None:
    assert played_round("README.md") == played_round("README.fr.md")


@pytest.mark.parametrize("name", READMES)
def test_the_negotiation_of_a_readme_is_what_the_command_tells(name: str) -> None:
    """The excerpt is lines of `eclaireurs play cantine-locale --auto --seed 17`, in order."""
    block = next(one for one in blocks(name, "text") if one.startswith("Les amendements"))
    shown = re.sub(r"\n {6}", " ", block).splitlines()
    run = CliRunner().invoke(eclaireurs, ["play", TAUGHT, "--auto", "--seed", "17"])
    assert f"eclaireurs play {TAUGHT} --auto --seed 17`" in page(name)
    told = iter(run.output.splitlines())
    assert all(line in told for line in shown), [one for one in shown if one not in run.output]


@pytest.mark.parametrize("name", READMES)
def test_the_readmes_count_the_games_that_are_there(name: str) -> None:
    found = library.headers(REPOSITORY)
    kinds = Counter(one.kind for one in found)
    assert kinds == {"game": 7, "scenario": 20, "campaign": 1}
    assert len(KINDS) == 24
    counted = ("seven games", "twenty situations", "twenty-four kinds")
    if name == "README.fr.md":
        counted = ("sept jeux", "vingt situations", "vingt-quatre sortes")
    assert all(one in page(name) for one in counted)


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    source = "\n".join(blocks("README.md", "python")).replace("mkdtemp()", f"{str(tmp_path)!r}")
    test = doctest.DocTestParser().get_doctest(source, {}, "README.md", "README.md", 0)
    told: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert result.attempted > 10
    assert not result.failed, "".join(told)


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_shown(name: str) -> None:
    shown = {words[1] for words in commands(name) if words[0] == "eclaireurs" and words[1:]}
    assert shown == set(eclaireurs.list_commands(click.Context(eclaireurs)))


@pytest.mark.parametrize("name", READMES)
def test_the_windows_lines_say_what_the_makefile_does(name: str) -> None:
    text, makefile = page(name), page("Makefile")
    lines = [line for line in text.splitlines() if line.startswith("> ")]
    assert len(lines) == 4
    for words in ("-r requirements-dev.txt", "--no-build-isolation --no-deps -e ."):
        assert any(words in line for line in lines)
        assert words in makefile
    assert "eclaireurs_play.cli.demo out" in lines[-1]
    assert "eclaireurs_play.cli.demo out" in makefile
    assert importlib.util.find_spec("eclaireurs_play.cli.demo")
