"""What is said when one must turn back: a line undone, a session stopped too soon, a wrong word."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from eclaireurs_play.cli.expected import vocabulary
from eclaireurs_play.testing import play_until
from tests.cli.running import run
from tests.support import REPOSITORY, new_session

CAMPAIGN = "campagne-cantine"
ANONYMOUS = "placard-commun"


@pytest.mark.parametrize("kind", [(), ("scenarios",)])
def test_a_situation_seats_no_more_than_its_game(kind: tuple[str, ...]) -> None:
    shown = run("list", *kind).out
    assert "Le placard à outils (de 4 à 9)" in shown
    assert "Des entrepôts aux Longues Raies (de 3 à 7)" in shown


@pytest.mark.parametrize("count", [3, 10, 20])
def test_how_many_pseudonyms_may_be_drawn_is_said_as_the_game_says_it(count: int) -> None:
    ran = run("play", ANONYMOUS, "--auto", "--seats", count)
    assert ran.code == 2
    assert ran.said.endswith(f"« Les démineurs » se joue de 4 à 9 ; {count} n'est pas possible.")


@pytest.mark.parametrize("name", [ANONYMOUS, "zone-logistique"])
def test_a_wrong_seat_is_blamed_on_the_option_that_names_it(name: str) -> None:
    for option in ("--simulated", "--seats"):
        ran = run("play", name, option, "X")
        assert ran.code == 2
        assert f"pour {option} :" in ran.said


def test_a_campaign_is_not_entered_and_one_is_told_what_to_do(tmp_path: Path) -> None:
    ran = run("enter", CAMPAIGN, "--journal", tmp_path / "a.jsonl")
    assert ran.code == 2
    assert f"eclaireurs play {CAMPAIGN} --folder DOSSIER" in ran.said
    assert list(tmp_path.iterdir()) == []


def test_a_session_left_is_taken_up_by_the_command_that_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    said = run("play", CAMPAIGN, "--folder", folder, typed="quitte\n").said
    _, _, command = said.partition("eclaireurs ")
    again = run(*command.split(), typed="quitte\n")
    assert again.code == 0, again.err
    assert again.said == said


def test_a_campaign_stopped_too_soon_goes_on_as_it_is_told_to(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    stopped = run("play", CAMPAIGN, "--folder", folder, typed="clôt seance\n")
    resumed = run("play", CAMPAIGN, "--folder", folder, "--resume")
    assert resumed.code == 1
    assert resumed.said.endswith(stopped.said)
    command = stopped.said.partition("eclaireurs ")[2].partition(",")[0].split()
    assert run(*command).code == 0
    Path(command[-1]).replace(command[1])
    again = run("play", CAMPAIGN, "--folder", folder, "--resume", typed="quitte\n")
    assert again.code == 0, again.err
    assert "La séance n'est pas finie." in again.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("annule 9999", "Il n'y a que 1 geste à annuler."),
        ("annule 0", "Dites combien de lignes, en chiffres."),
        ("rétablit 3", "Il n'y a rien à rétablir."),
    ],
)
def test_too_much_is_undone_and_it_is_said(typed: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    ran = run("enter", "zone-logistique", "--journal", path, typed=f"animateur: un\n{typed}\n")
    assert said in ran.err


def test_what_would_be_refused_is_not_offered() -> None:
    session = play_until(new_session(ANONYMOUS, seed=2), "groupe")
    words = vocabulary(session, ())
    assert "rejoint=1" in words
    assert "rejoint=2" not in words


LOADING = """
import os, signal
from eclaireurs_play.cli.main import Loading
with Loading():
    {inside}
os.kill(os.getpid(), signal.SIGINT)
"""


@pytest.mark.parametrize(
    ("inside", "code", "told"),
    [("os.kill(os.getpid(), signal.SIGINT)", 130, False), ("pass", -signal.SIGINT, True)],
)
def test_ctrl_c_says_nothing_while_modules_load(inside: str, code: int, told: bool) -> None:
    words = [sys.executable, "-c", LOADING.format(inside=inside)]
    done = subprocess.run(words, capture_output=True, check=False, cwd=REPOSITORY)
    assert done.returncode == code
    assert (b"KeyboardInterrupt" in done.stderr) is told
