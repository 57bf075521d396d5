"""ARCHITECTURE says where things are, which way imports run, what a journal holds."""

import ast
import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Mapping
from typing import get_args

import pytest

from eclaireurs_play.engine.phases import KINDS
from eclaireurs_play.model import phases as kinds
from tests.readme.pages import DESIGN, blocks, page
from tests.readme.sessions import evening
from tests.support import REPOSITORY


def architecture_paths() -> list[str]:
    tree = blocks("ARCHITECTURE.md", "text")[0]
    trail: dict[int, str] = {}
    paths = []
    for line in tree.splitlines():
        indent = len(line) - len(line.lstrip())
        trail[indent] = line.split()[0]
        parents = [part for depth, part in sorted(trail.items()) if depth < indent]
        paths.append("".join(parents) + trail[indent])
        trail = {depth: part for depth, part in trail.items() if depth <= indent}
    return paths


@pytest.mark.parametrize("path", architecture_paths())
def test_every_place_in_architecture_exists(path: str) -> None:
    assert (REPOSITORY / path).exists()


def test_every_top_level_folder_is_in_architecture() -> None:
    git = shutil.which("git")
    if not git or not (REPOSITORY / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(
        [git, "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    folders = {path.split("/")[0] + "/" for path in listed if "/" in path}
    named = {path.split("/")[0] + "/" for path in architecture_paths()}
    assert {folder for folder in folders if not folder.startswith(".")} <= named


def test_the_arrows_are_those_that_are_enforced() -> None:
    layers = blocks("ARCHITECTURE.md", "text")[1].split("\n")
    configured = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    enforced = next(one["layers"] for one in configured if one["type"] == "layers")
    assert layers[:-1] == [layer.replace("eclaireurs_play.", "") for layer in enforced]


def test_the_journal_shown_is_that_of_the_evening() -> None:
    (shown,) = blocks("ARCHITECTURE.md", "json")
    journal = [json.loads(line) for line in evening().journal.splitlines()]
    header, action = map(json.loads, shown.splitlines())
    hashed = {"hash", "rules", "texts"}
    assert _without(header, hashed) == _without(journal[0], hashed)
    assert list(header) == list(journal[0])
    assert _without(action, hashed) == _without(journal[action["n"]], hashed)


def _without(data: Mapping[str, object], keys: set[str]) -> dict[str, object]:
    return {key: one for key, one in data.items() if key not in keys}


def test_model_module_registry_and_guide_are_one_to_one() -> None:
    models = set(get_args(kinds.Leaf))
    names = {model.__name__.lower() for model in models}
    folder = REPOSITORY / "src" / "eclaireurs_play" / "engine" / "phases"
    assert set(KINDS) == models
    assert {path.stem for path in folder.glob("*.py")} - {"__init__", "base"} == names
    assert set(re.findall(r"^### `(\w+)`\s", page(DESIGN), re.MULTILINE)) == names


def test_nothing_outside_names_a_kind() -> None:
    names = {model.__name__ for model in get_args(kinds.Leaf)}
    source = REPOSITORY / "src" / "eclaireurs_play"
    apart = (source / "engine" / "phases", source / "simulation" / "lockstep")
    for path in source.rglob("*.py"):
        if any(path.is_relative_to(folder) for folder in apart):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == kinds.__name__:
                assert names.isdisjoint(alias.name for alias in node.names), path
