"""A scenario at another revision is the files git had then, or one sentence."""

import shutil
import subprocess
from pathlib import Path

import pytest

from eclaireurs_play.content.loader import load_scenario
from eclaireurs_play.simulation.assigning import VariantError
from eclaireurs_play.simulation.revisions import at_revision, named_revision
from tests.content.mini_library import MiniLibrary, build

NAME, FILE = "crue", "scenarios/petit-jeu/crue.yaml"


def git(folder: Path, *words: str) -> None:
    options = ("-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false")
    subprocess.run([shutil.which("git") or "git", *options, *words], cwd=folder, check=True,
                   capture_output=True)  # fmt: skip


def committed(folder: Path, words: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", words)


@pytest.fixture
def kept(tmp_path: Path) -> MiniLibrary:
    """Give a library with two commits: the rain moves 5, then 7."""
    made = build(tmp_path / "depot" / "jeux")
    folder = tmp_path / "depot"
    git(folder, "init", "-q")
    committed(folder, "avant")
    path = made.root / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("{cout: 5}", "{cout: 7}"), "utf-8")
    committed(folder, "après")
    return made


def test_names_and_revisions_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a@b.yaml").touch()
    assert named_revision("crue@HEAD~1", "x") == ("crue", "HEAD~1")
    assert named_revision("@HEAD~1", "crue") == ("crue", "HEAD~1")
    assert named_revision("git:HEAD~1", "crue") == ("crue", "HEAD~1")
    assert named_revision("git:HEAD@{1}", "crue") == ("crue", "HEAD@{1}")
    assert named_revision("crue", "x") is None
    assert named_revision("a@b.yaml", "x") is None


def rain(revision: str, library: MiniLibrary, name: str | Path = NAME) -> float:
    return at_revision(name, revision, library.root)[0].scenario.surprises["pluie"].moves["cout"]


def test_files_are_those_of_the_revision(kept: MiniLibrary) -> None:
    now = load_scenario(NAME, kept.root)
    content, commit = at_revision(NAME, "HEAD", kept.root)
    assert (content.rules_digest, content.texts_digest) == (now.rules_digest, now.texts_digest)
    assert content.where("surprise", "pluie").startswith("scenarios/petit-jeu/crue.yaml:")
    assert content.content.folder is None
    assert [rain(one, kept) for one in ("HEAD", "HEAD~1", "HEAD^", commit, commit[:8])] == [
        7, 5, 5, 7, 7
    ]  # fmt: skip
    assert rain("HEAD~1", kept, kept.root / FILE) == 5


def test_the_game_is_that_of_the_revision_too(kept: MiniLibrary) -> None:
    game = kept.root / "decks" / "petit-jeu" / "game.yaml"
    game.write_text(game.read_text(encoding="utf-8").replace("max: 3", "max: 4"), "utf-8")
    committed(kept.root, "plus grand")
    assert load_scenario(NAME, kept.root).content.game.players.max == 4
    assert at_revision(NAME, "HEAD~1", kept.root)[0].content.game.players.max == 3


def test_a_lone_scenario_takes_its_game_from_the_library(kept: MiniLibrary, tmp_path: Path) -> None:
    alone = tmp_path / "seule" / "averse.yaml"
    alone.parent.mkdir()
    text = (kept.root / FILE).read_text(encoding="utf-8").replace("id: crue", "id: averse")
    alone.write_text(text, encoding="utf-8")
    git(alone.parent, "init", "-q")
    committed(alone.parent, "seule")
    alone.write_text(text.replace("{cout: 7}", "{cout: 9}"), encoding="utf-8")
    assert load_scenario(alone, kept.root).scenario.surprises["pluie"].moves["cout"] == 9
    assert rain("HEAD", kept, alone) == 7


@pytest.mark.parametrize("revision", ["jamais", "HEAD~9", "", "--all", "a b", "HEAD;ls", "\n"])
def test_an_unknown_revision_is_one_sentence(revision: str, kept: MiniLibrary) -> None:
    with pytest.raises(VariantError) as caught:
        at_revision(NAME, revision, kept.root)
    assert "évision" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_was_not_there_or_not_sound_is_told(kept: MiniLibrary) -> None:
    path = kept.root / FILE
    text = path.read_text(encoding="utf-8")
    path.unlink()
    committed(kept.root, "sans")
    path.write_text(text.replace("axes:", "axis:"), encoding="utf-8")
    committed(kept.root, "cassé")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(VariantError, match="« crue » n'existait pas à « HEAD~1 »"):
        at_revision(NAME, "HEAD~1", kept.root)
    with pytest.raises(VariantError, match=r"À « HEAD », « crue » ne se lit pas : .*axis"):
        at_revision(NAME, "HEAD", kept.root)


def test_no_repository_and_no_git_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = build(tmp_path / "sans")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(VariantError, match="n'est pas dans un dépôt git"):
        at_revision(NAME, "HEAD", made.root)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(VariantError, match="git n'est pas installé"):
        at_revision(NAME, "HEAD", made.root)
