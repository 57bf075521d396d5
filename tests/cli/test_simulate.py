"""`simulate`, as people run it: bad input in one sentence, resuming, a session by its number."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run

NAME = "zone-logistique"


@pytest.mark.parametrize(
    "words",
    [
        ("--sessions", 0, "--out", "x"),
        ("--sessions", -3, "--out", "x"),
        ("--sessions", 10**9, "--out", "x"),
        ("--table", "molle", "--out", "x"),
        ("--jobs", 0, "--out", "x"),
        ("--journal", 3),
        ("--sessions", 2),
    ],
)
def test_a_wrong_use_is_one_sentence(
    words: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("simulate", NAME, *words)
    assert ran.code == 2
    assert ran.said.startswith("Erreur : ")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_one_is_said(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("")
    for out in (tmp_path / "fichier", tmp_path / "nulle" / "part"):
        assert run("simulate", NAME, "--sessions", 1, "--out", out).code == 2


def test_a_campaign_is_refused() -> None:
    ran = run("simulate", "campagne-cantine", "--out", "x")
    assert ran.code == 2
    assert "campagne" in ran.said


def test_the_same_command_goes_on_and_another_is_refused(tmp_path: Path) -> None:
    base = ("simulate", NAME, "--seed", 7, "--jobs", 1, "--out", tmp_path / "a", "--sessions")
    assert run(*base, 1).code == 0
    again = run(*base, 2)
    assert again.code == 0
    assert "séance 1" in again.err
    rows = (tmp_path / "a" / "sessions.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 3
    assert "Bilan" in (tmp_path / "a" / "index.html").read_text(encoding="utf-8")
    assert run(*base, 1).code == 2
    other = run(*base, 2, "--calm")
    assert other.code == 2
    assert "imprévus" in other.said


def test_a_session_of_the_batch_is_written_by_its_number(tmp_path: Path) -> None:
    out, path = tmp_path / "a", tmp_path / "deux.jsonl"
    run("simulate", NAME, "--seed", 7, "--jobs", 1, "--out", out, "--sessions", 2)
    ran = run("simulate", NAME, "--seed", 7, "--journal", 2, "-o", path)
    assert ran.code == 0, ran.err
    head, *entries = path.read_text(encoding="utf-8").splitlines()
    row = (out / "sessions.csv").read_text(encoding="utf-8").splitlines()[2].split(",")
    assert str(json.loads(head)["setup"]["seed"]) == row[1]
    assert len(entries) == int(row[3])
    assert run("replay", path).code == 0
