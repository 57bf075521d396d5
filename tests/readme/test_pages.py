"""Every page: its commands exist, its links lead somewhere, its French is set in French."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.layout.typography import french
from tests.readme.pages import FENCE, FRENCH, PAGES, commands, page
from tests.support import REPOSITORY

LINK = re.compile(r"\]\((?P<target>[^)#]+)[^)]*\)")
CODE = re.compile(r"(`[^`]*`|\]\([^)]*\)|<!--.*?-->)")


def _parse(words: list[str]) -> None:
    """Read a command line to the last option, without running it; alone, it opens the table."""
    if not words:
        return
    known = eclaireurs.list_commands(click.Context(eclaireurs))
    at = next(place for place, word in enumerate(words) if word in known)
    with eclaireurs.make_context("eclaireurs", [*words]) as context:
        name, command, left = eclaireurs.resolve_command(context, words[at:])
        assert command is not None
        command.make_context(name, left, parent=context).close()


@pytest.mark.parametrize("name", PAGES)
def test_every_command_shown_exists(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    monkeypatch.chdir(tmp_path)
    for folder in ("mes-jeux/decks", "out", "cantine", "deux-etes", "campaign"):
        Path(folder).mkdir(parents=True)
    told = ("out/seance.jsonl", "soiree.jsonl", "seance.jsonl", "placard.jsonl")
    read = (*told, "soiree.txt", "synthese.md", "kit.pdf")
    for file in read:
        Path(file).touch()
    makefile = page("Makefile")
    for words in commands(name):
        if words[0] == "eclaireurs":
            _parse(words[1:])
        elif words[0] == "make":
            assert re.search(rf"^{words[1]}:", makefile, re.MULTILINE), words
        else:
            assert words == ["source", ".venv/bin/activate"]


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    folder = (REPOSITORY / name).parent
    for link in LINK.finditer(page(name)):
        if not link["target"].startswith("https://"):
            assert (folder / link["target"]).exists(), link["target"]


def _prose(text: str) -> Iterator[str]:
    for line in FENCE.sub("", text).splitlines():
        if not set(line) <= set("|- "):
            yield from CODE.split(line.strip())[::2]


@pytest.mark.parametrize("name", FRENCH)
def test_french_pages_are_set_in_french(name: str) -> None:
    for piece in _prose(page(name)):
        assert french(piece) == piece
