"""`simulate`, as people run it: bad input in one sentence, resuming, a session by its number."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import numpy as np
import pytest

from eclaireurs_play.simulation.columns import TABLES
from tests.cli.running import PROGRAM, run
from tests.support import REPOSITORY

NAME = "zone-logistique"
NUMERIC = "cantine-secheresse"


@pytest.mark.parametrize(
    "words",
    [
        ("--sessions", 0, "--out", "x"),
        ("--sessions", -3, "--out", "x"),
        ("--sessions", 10**9, "--out", "x"),
        ("--table", "molle", "--out", "x"),
        ("--jobs", 0, "--out", "x"),
        ("--executor", "lockstep", "--out", "x"),
        ("--executor", "vite", "--out", "x"),
        ("--journal", 3),
        ("--open", 0),
        ("--knockouts", "--against", NUMERIC),
        ("--vary", "seats.maire.weights.cout=2:3:2", "--open", 1),
        ("--set", "surprises"),
        ("--set", "surprises.nulle-part=off"),
        ("--vary", "minutes"),
        ("--against", "nulle-part"),
        ("--parquet",),
        ("--sessions", 501),
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
    for out in (tmp_path / "fichier", tmp_path / "fichier" / "dedans"):
        assert run("simulate", NAME, "--sessions", 1, "--out", out).code == 2


def test_folders_that_a_path_lacks_are_made(tmp_path: Path) -> None:
    deep = tmp_path / "un" / "deux"
    assert run("simulate", NUMERIC, "--sessions", 1, "--out", deep / "bilan").code == 0
    assert (deep / "bilan" / "index.html").exists()
    ran = run("simulate", NUMERIC, "--journal", 1, "-o", tmp_path / "trois" / "un.jsonl")
    assert ran.code == 0, ran.err
    campaign = ("simulate", "campagne-cantine", "--journal", 1, "-o", tmp_path / "a" / "b")
    assert run(*campaign).code == 0
    assert len(list((tmp_path / "a" / "b").iterdir())) == 3


def test_an_unreachable_cluster_is_said_soon_and_leaves_a_folder_to_resume(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    began, out = monotonic(), tmp_path / "a"
    base = ("simulate", NUMERIC, "--sessions", 20, "--out", out)
    ran = run(*base, "--cluster", "tcp://127.0.0.1:9")
    assert (ran.code, ran.said) == (1, "Erreur : Aucune grappe ne répond à tcp://127.0.0.1:9.")
    assert monotonic() - began < 10
    assert run(*base).code == 0


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
    row = np.load(out / "sessions.npy")[1]
    assert json.loads(head)["setup"]["seed"] == row["seed"]
    assert len(entries) == row["actions"]
    assert run("replay", path).code == 0


def test_lock_step_says_what_it_was_and_its_witnesses(tmp_path: Path) -> None:
    out = tmp_path / "a"
    ran = run("simulate", NUMERIC, "--sessions", 40, "--seed", 7, "--out", out)
    assert ran.code == 0, ran.err
    assert json.loads((out / "batch.json").read_text(encoding="utf-8"))["executor"] == "lockstep"
    assert len(np.load(out / "temoins" / "sessions.npy")) == 8
    own = tmp_path / "b"
    slow = ("simulate", NUMERIC, "--sessions", 3, "--seed", 7, "--executor", "reference")
    assert run(*slow, "--out", own).code == 0
    ours, theirs = (np.load(one / "sessions.npy")[:3] for one in (out, own))
    for field in ("seed", "rounds", "adopted", "surprises", "agreement", "calm_agreement"):
        assert ours[field].tolist() == theirs[field].tolist()
    assert run(*slow, "--out", out).said.startswith("Erreur : ")


def test_a_difference_between_executors_fails_and_keeps_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from eclaireurs_play.simulation import rows  # noqa: PLC0415 - to be spoiled here

    right = rows.play

    def wrong(*words: object) -> object:
        made = right(*words)  # type: ignore[arg-type]
        made.sessions["rounds"] += 1
        return made

    monkeypatch.setattr(rows, "play", wrong)
    ran = run("simulate", NUMERIC, "--sessions", 30, "--out", tmp_path / "a")
    assert ran.code == 1
    assert "faute du programme" in ran.said
    assert len(np.load(tmp_path / "a" / "sessions.npy")) == 30
    page = (tmp_path / "a" / "index.html").read_text(encoding="utf-8")
    assert "faute du programme" in page


def test_without_a_folder_the_essential_is_said_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("simulate", NUMERIC, "--sessions", 30)
    assert ran.code == 0
    assert "30 séances" in ran.out
    assert "index.html" not in ran.out
    assert list(tmp_path.iterdir()) == []


def test_a_variant_is_simulated_and_its_sessions_replay(tmp_path: Path) -> None:
    change = ("--set", "surprises.enquete=off")
    assert run("simulate", NUMERIC, *change, "--sessions", 30, "--out", tmp_path / "a").code == 0
    said = json.loads((tmp_path / "a" / "batch.json").read_text(encoding="utf-8"))
    assert said["changes"] == ["surprises.enquete=off"]
    fallen = np.load(tmp_path / "a" / "sessions.npy")["surprises"]
    bits = {one: np.uint64(1 << at) for at, one in enumerate(said["words"]["surprises"])}
    assert not (fallen & bits["enquete"]).any()
    assert all((fallen & bit).any() for one, bit in bits.items() if one != "enquete")
    path = tmp_path / "trois.jsonl"
    ran = run("simulate", NUMERIC, *change, "--journal", 3, "-o", path)
    assert ran.code == 0
    assert str(path) in ran.said
    assert run("--library", tmp_path / "trois.jeu", "replay", path).code == 0
    assert run("replay", path).code == 1


def test_two_versions_are_compared_on_the_same_seeds(tmp_path: Path) -> None:
    out = tmp_path / "a"
    words = ("--against", NUMERIC, "--set", "surprises.enquete=off", "--sessions", 60)
    ran = run("simulate", NUMERIC, *words, "--out", out)
    assert ran.code == 0, ran.err
    folders = sorted(one for one in out.iterdir() if one.is_dir())
    assert [one.name[:3] for one in folders] == ["01-", "02-"]
    first, second = (np.load(one / "sessions.npy") for one in folders)
    assert first["seed"].tolist() == second["seed"].tolist()
    assert "Comparaison" in (out / "index.html").read_text(encoding="utf-8")
    assert run("simulate", NUMERIC, *words, "--out", out).code == 0
    assert run("simulate", NUMERIC, "--sessions", 5, "--out", out).code == 2


def test_a_value_is_swept(tmp_path: Path) -> None:
    out = tmp_path / "a"
    vary = ("--vary", "seats.titulaire.weights.cout=2:12:3", "--sessions", 40)
    ran = run("simulate", NUMERIC, *vary, "--out", out)
    assert ran.code == 0, ran.err
    assert [one.name[:3] for one in sorted(out.iterdir()) if one.is_dir()] == ["01-", "02-", "03-"]
    assert "Balayage" in (out / "index.html").read_text(encoding="utf-8")


def test_each_thing_is_taken_out_in_turn(tmp_path: Path) -> None:
    out = tmp_path / "a"
    ran = run("simulate", NUMERIC, "--sessions", 12, "--knockouts", "--out", out)
    assert ran.code == 0, ran.err
    tried = [one.name for one in (out / "essais").iterdir()]
    assert any("sans-l-imprevu" in one for one in tried)
    assert any("en-premier" in one for one in tried)


def test_a_campaign_is_simulated_session_after_session(tmp_path: Path) -> None:
    out = tmp_path / "a"
    ran = run("simulate", "campagne-cantine", "--sessions", 2, "--jobs", 1, "--out", out)
    assert ran.code == 0, ran.err
    folders = sorted(one.name for one in out.iterdir() if one.is_dir())
    assert [one[:2] for one in folders] == ["1-", "2-", "3-"]
    for one in folders:
        assert len(np.load(out / one / "sessions.npy")) == 2
        assert (out / one / "index.html").exists()
    assert "2 campagnes jouées" in (out / "index.html").read_text(encoding="utf-8")
    journals = tmp_path / "journaux"
    ran = run("simulate", "campagne-cantine", "--journal", 2, "-o", journals)
    assert ran.code == 0, ran.err
    seeds = [json.loads(path.read_text(encoding="utf-8").splitlines()[0])["setup"]["seed"]
             for path in sorted(journals.iterdir())]  # fmt: skip
    kept = [np.load(out / one / "sessions.npy")["seed"][1] for one in folders]
    assert seeds == kept
    assert run("simulate", "campagne-cantine", "--knockouts").code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_whole_sessions_labels_them_and_the_same_command_goes_on(
    jobs: str, tmp_path: Path
) -> None:
    out = tmp_path / "a"
    words = [*PROGRAM, "simulate", NAME, "--sessions", "300", "--jobs", jobs, "--out", str(out)]
    running = subprocess.Popen(
        words, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    _await(out / "sessions.npy", 600)
    os.killpg(running.pid, signal.SIGINT)
    said, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "la même commande reprend" in told.decode()
    assert "Résultats partiels" in said.decode()
    assert "Traceback" not in told.decode()
    kept = len(np.load(out / "sessions.npy"))
    assert 0 < kept < 300
    assert "Résultats partiels" in (out / "index.html").read_text(encoding="utf-8")
    again = run("simulate", NAME, "--sessions", kept + 1, "--jobs", 1, "--out", out)
    assert again.code == 0
    assert len(np.load(out / "sessions.npy")) == kept + 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_one_that_is_killed(how: signal.Signals, tmp_path: Path) -> None:
    out = tmp_path / "a"
    words = [*PROGRAM, "simulate", NAME, "--sessions", "3000", "--jobs", "2", "--out", str(out)]
    running = subprocess.Popen(
        words, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    _await(out / "sessions.npy", 600)
    running.send_signal(how)
    _said, told = running.communicate(timeout=20)  # ends once nobody holds what it writes to
    assert running.returncode == (130 if how == signal.SIGTERM else -signal.SIGKILL)
    assert ("la même commande reprend" in told.decode()) == (how == signal.SIGTERM)
    assert 0 < len(np.load(out / "sessions.npy")) < 3000


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_without_a_folder_nothing_is_promised_when_it_is_cut_short(tmp_path: Path) -> None:
    words = [*PROGRAM, "simulate", NAME, "--sessions", "400", "--jobs", "1"]
    running = subprocess.Popen(
        words, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )  # fmt: skip
    until = monotonic() + 60
    while not any(one.stat().st_size > 600 for one in tmp_path.glob("*/sessions.npy")):
        assert monotonic() < until
        sleep(0.05)
    running.send_signal(signal.SIGINT)
    said, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Résultats partiels" in said.decode()
    assert "même commande" not in said.decode() + told.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_killed_outright_nothing_whole_is_lost(tmp_path: Path) -> None:
    out, alone = tmp_path / "a", tmp_path / "b"
    words = [*PROGRAM, "simulate", NAME, "--sessions", "300", "--jobs", "1", "--out", str(out)]
    running = subprocess.Popen(
        words, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _await(out / "sessions.npy", 600)
    running.kill()
    running.wait()
    kept = len(np.load(out / "sessions.npy"))
    for folder in (out, alone):
        assert run("simulate", NAME, "--sessions", kept + 3, "--out", folder).code == 0
    for table in TABLES:
        name = f"{table}.npy"
        assert (out / name).read_bytes() == (alone / name).read_bytes()


def test_a_full_disk_keeps_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from eclaireurs_play.simulation import store  # noqa: PLC0415 - to be spoiled here

    out, put, left = tmp_path / "a", store._put, [12_000]

    def full(file: object, at: int, data: bytes) -> None:
        left[0] -= len(data)
        if left[0] < 0:
            put(file, at, data[: len(data) // 2])  # type: ignore[arg-type]
            raise OSError(28, "No space left on device")
        put(file, at, data)  # type: ignore[arg-type]

    base = ("simulate", NUMERIC, "--sessions", 400, "--executor", "reference", "--jobs", 1)
    with monkeypatch.context() as spoiled:
        spoiled.setattr(store, "_put", full)
        ran = run(*base, "--out", out)
    assert ran.code == 1
    assert "plein" in ran.said
    assert "Traceback" not in ran.err
    kept = len(np.load(out / "sessions.npy"))
    assert 0 < kept < 400
    assert np.load(out / "seats.npy")["session"].max() == kept


def _await(path: Path, size: int) -> None:
    until = monotonic() + 60
    while not path.exists() or path.stat().st_size < size:
        assert monotonic() < until
        sleep(0.05)
