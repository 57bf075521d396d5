"""The guide for research: its excerpts run in order and say what is written below them."""

import inspect
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from eclaireurs_play import api
from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.research import raw_env
from tests.readme.pages import FENCE, RESEARCH, page


def _ran(text: str) -> Iterator[tuple[str, str]]:
    """Run a page: yields what is written under each excerpt, and what it prints."""
    names: dict[str, object] = {}
    printed = ""
    for block in FENCE.finditer(text):
        if block["language"] == "console":
            words = shlex.split(block["text"].removeprefix("$ "))
            assert CliRunner().invoke(eclaireurs, words[1:]).exit_code == 0
        elif block["language"] == "python":
            with redirect_stdout(StringIO()) as told:
                exec(block["text"], names)  # noqa: S102 - the page is ours
            printed = told.getvalue()
        else:
            yield block["text"], printed


def test_every_excerpt_prints_what_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = list(_ran(page(RESEARCH)))
    assert len(ran) > 6
    assert [written for written, _ in ran] == [printed for _, printed in ran]


def test_every_option_of_an_environment_is_in_the_guide() -> None:
    options = set(inspect.signature(raw_env).parameters) - {"scenario"}
    assert {one for one in options if not re.search(rf"\b{one}\b", page(RESEARCH))} == set()


def test_every_part_of_an_observation_is_in_the_guide() -> None:
    parts = raw_env("cantine-locale").seen.layout
    assert {one for one in parts if f"`{one}`" not in page(RESEARCH)} == set()


@pytest.mark.parametrize("name", api.__all__)
def test_every_public_name_says_what_it_is(name: str) -> None:
    assert inspect.getdoc(getattr(api, name))
