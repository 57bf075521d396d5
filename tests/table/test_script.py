"""Scripts: read with good errors, played in real windows, killed and taken up again."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from eclaireurs_play import api
from eclaireurs_play.cli import tables
from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.errors import ContentError
from eclaireurs_play.table.script import Key, read_key, read_script

CANTINE = Path(__file__).with_name("cantine.yaml")
SALLE = """
steps:
  - press: Commencer la séance
  - |
    # une ligne de commentaire
    animateur choisit ouverte=oui
"""


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("PYGAME_HIDE_SUPPORT_PROMPT", "1")


def written(folder: Path, text: str) -> Path:
    path = folder / "seance.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def played(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(eclaireurs, ["play", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_steps_know_their_lines(tmp_path: Path) -> None:
    script = read_script(written(tmp_path, SALLE + "    EF-01 maire: une phrase\n      longue\n"))
    assert [(one.sort, one.words, one.line) for one in script.steps] == [
        ("press", "Commencer la séance", 3),
        ("line", "animateur choisit ouverte=oui", 6),
        ("line", "EF-01 maire: une phrase longue", 7),
    ]


def test_a_text_of_lines_is_a_script_too(tmp_path: Path) -> None:
    path = tmp_path / "seance.txt"
    path.write_text("# rien\n\nclôt\n", encoding="utf-8")
    (step,) = read_script(path).steps
    assert (step.sort, step.words, step.line) == ("line", "clôt", 3)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("steps:\n  - press: a\n    type: b\n", "seance.yaml:2:5: un pas fait une chose"),
        ("steps:\n  - appuie: a\n", "seance.yaml:2:5"),
        ("steps:\n  - wait: longtemps\n", "seance.yaml:2:11"),
        ("pas:\n  - clôt\n", "seance.yaml:1:1"),
        ("steps: [\n", "seance.yaml:2"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_script(written(tmp_path, text))
    assert told in str(caught.value)


def test_keys_are_read_as_people_write_them() -> None:
    assert read_key("Ctrl+Z") == Key("z", frozenset({"ctrl"}))
    assert read_key("Maj + Entrée") == Key("return", frozenset({"shift"}))
    assert read_key("F6") == Key("f6", frozenset())
    assert read_key("Hyper+Q") is None
    assert read_key("F13") is None


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("press: Fermer boutique", "« Fermer boutique » n'est pas sur le pupitre"),
        ("key: Hyper+Q", "« Hyper+Q » n'est pas une touche"),
    ],
)
def test_a_step_that_cannot_be_done_is_a_fault(tmp_path: Path, step: str, told: str) -> None:
    path = written(tmp_path, f"{SALLE}  - {step}\n")
    code, output = played("cantine-locale", "--script", str(path))
    assert code == 1
    assert f"{path}:6" in output or told in output


def test_a_refused_line_is_said_with_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, "steps:\n  - |\n    clôt\n    clôt\n")
    code, output = played("cantine-locale", "--script", str(path))
    assert code == 1
    assert output.startswith(f"{path}:3:1: ")
    assert "close" not in output


def test_a_whole_session_in_windows_ends_as_in_the_core(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "PICTURE", (1280, 720))
    frames = tmp_path / "images"
    code, output = played("cantine-locale", "--script", str(CANTINE), "--screenshots", str(frames))
    assert code == 0, output
    assert "finissent dans le même état" in output
    assert "pas finie" not in output
    names = sorted(one.name for one in frames.iterdir())
    assert len(names) == 2 * len({one[:2] for one in names})
    assert sum(one.endswith("-projecteur.png") for one in names) > 20
    assert {"00-accueil-pupitre.png", "10-odile-hesite-pupitre.png"} <= set(names)


def test_pictures_need_a_script(tmp_path: Path) -> None:
    code, output = played("cantine-locale", "--screenshots", str(tmp_path))
    assert code == 2
    assert "--script" in output


KILLED = """
import sys
from pathlib import Path
from eclaireurs_play.table import driving
from eclaireurs_play.cli import tables
from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.table.windows import Windows

draw = Windows.draw

def shown(self):
    draw(self)
    if self.table.playing:
        print(len(self.table.playing.session.played), flush=True)

Windows.draw = shown
given = ["--in-hand", "--script", sys.argv[1], "--journal", sys.argv[2]]
eclaireurs(["play", "cantine-locale", *given])
"""


@pytest.mark.parametrize(("wanted", "later"), [(3, 0.0), (11, 0.013), (24, 0.157)])
def test_a_killed_table_resumes_to_the_last_action_shown(
    tmp_path: Path, wanted: int, later: float
) -> None:
    journal = tmp_path / "seance.jsonl"
    script = written(tmp_path, _begun_already(CANTINE.read_text(encoding="utf-8")))
    command = [sys.executable, "-c", KILLED, str(script), str(journal)]
    told: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        while not told or int(told[-1]) < wanted:
            told.append(process.stdout.readline())
        time.sleep(later)
        process.kill()
        told += process.stdout.read().rpartition("\n")[0].split()
    shown = int(told[-1])
    again = api.open_journal(journal)
    assert shown <= len(again.session.played) <= shown + 3
    assert again.session.setup.simulated == ("elue",)
    assert again.session.state.status == "playing"


def _begun_already(text: str) -> str:
    """Leave out the start screen: a journal given on the command line begins the session."""
    screen = ("Les cartes sont imprimées", "Commencer la séance")
    return "\n".join(one for one in text.split("\n") if not any(said in one for said in screen))
