"""The prompt, as a facilitator in a hurry meets it: through a pipe, and at a terminal."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from eclaireurs_play import api
from eclaireurs_play.cli.expected import expected, told, vocabulary
from eclaireurs_play.cli.terminal import Notation
from eclaireurs_play.play.notation import read_typed, write_line
from eclaireurs_play.play.session import Session
from tests.cli.running import FIXED, PROGRAM, run
from tests.support import EVERYTHING, FIXTURES, auto_session, new_session

NAME = "zone-logistique"


def enter(path: Path, *lines: str, name: str = EVERYTHING) -> str:
    ran = run(*FIXED, "enter", name, "--journal", path, typed="\n".join(lines))
    assert ran.code == 0, ran.err
    return ran.out


def paper_lines() -> list[str]:
    played = auto_session(EVERYTHING, in_hand=True)
    return [write_line(one.action) for one in played.played]


def test_what_is_expected_is_shown_from_the_start(tmp_path: Path) -> None:
    shown = enter(tmp_path / "j.jsonl")
    assert "→ animateur choisit pret=oui|non" in shown
    assert "→ pourquoi animateur: …" in shown


def test_what_is_expected_is_shown_as_soon_as_a_phase_opens(tmp_path: Path) -> None:
    before = ("animateur choisit pret=oui", "pourquoi animateur: Pour voir.")
    shown = enter(tmp_path / "a.jsonl", *before)
    assert shown.count("→") == 3
    after = enter(tmp_path / "b.jsonl", *before, "clôt")
    assert after.startswith(shown)
    assert "→" in after[len(shown) :]


def test_what_a_line_makes_expected_is_shown_after_it(tmp_path: Path) -> None:
    line = "animateur choisit pret=oui"
    shown = enter(tmp_path / "j.jsonl", line)
    assert shown.count("→") == 3
    assert shown.rstrip().rpartition("\n")[2].startswith("  → clôt")
    assert enter(tmp_path / "k.jsonl", line, line).count("→") == 3


def test_what_was_already_expected_is_not_said_again(tmp_path: Path) -> None:
    path, session, closed = tmp_path / "j.jsonl", new_session(EVERYTHING, past=True), []
    while session.state.leaf and session.state.leaf.phase != "attribution":
        session.play_all(read_typed("clôt", session.rules, session.state))
        closed.append("clôt")
    enter(path, *closed, *(f"{who} passe" for who in session.state.seats))
    placed = enter(path, "gardienne pose musicien dans PO-01")
    assert placed.count("Qui pour") == 3
    assert "→" not in placed.rpartition("propose")[2]


def test_where_one_is_can_be_asked(tmp_path: Path) -> None:
    once = enter(tmp_path / "a.jsonl")
    assert enter(tmp_path / "b.jsonl", "où") == once * 2
    assert enter(tmp_path / "c.jsonl", "OU") == once * 2


@pytest.mark.parametrize("word", ["aide", "?", "AIDE"])
def test_help_shows_lines_that_can_be_typed(word: str, tmp_path: Path) -> None:
    shown = enter(tmp_path / "j.jsonl", word)
    for line in ("EF-07 habitants: ", "annule [n]", "signet NOM", "quitte", "minutes 12"):
        assert line in shown


@pytest.mark.parametrize("word", ["quitte", "quitter", "Quitte"])
def test_leaving_keeps_everything_and_one_comes_back_to_the_same_place(
    word: str, tmp_path: Path
) -> None:
    path = tmp_path / "j.jsonl"
    ran = run(*FIXED, "enter", EVERYTHING, "--journal", path, typed=f"animateur: ici\n{word}\nx\n")
    assert ran.said == f"La séance est gardée dans {path}."
    assert len(api.replay(path, FIXTURES).session.played) == 1


def test_entering_in_several_evenings_gives_the_journal_of_one(tmp_path: Path) -> None:
    lines, whole, parts = paper_lines(), tmp_path / "whole.jsonl", tmp_path / "parts.jsonl"
    enter(whole, *lines)
    for start in range(0, len(lines), 25):
        enter(parts, *lines[start : start + 25])
    assert parts.read_bytes() == whole.read_bytes()


def test_what_is_undone_and_put_back_is_said(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    typed = "animateur: un\nanimateur: deux\nannule 2\nrétablit\nannule\nannule\n"
    ran = run(*FIXED, "enter", EVERYTHING, "--journal", path, typed=typed)
    assert ran.err.splitlines()[:5] == [
        "Annulé : note animateur: deux",
        "Annulé : note animateur: un",
        "Rétabli : note animateur: un",
        "Annulé : note animateur: un",
        "Il n'y a rien à annuler.",
    ]


TO_A_CARD = ("clôt", "clôt", "clôt", "QU-01 gardienne: Le boulanger. {portee=ici}")


@pytest.mark.parametrize(
    ("orders", "said"),
    [
        (("annule",), ["Annulé", "Annulé", "Annulé"]),
        (("annule", "annule"), ["Annulé"] * 4),
        (("annule 2",), ["Annulé"] * 4),
        (("annule", "rétablit"), ["Annulé"] * 3 + ["Rétabli"] * 3),
        (("annule", "annule", "rétablit 2"), ["Annulé"] * 4 + ["Rétabli"] * 4),
        (("annule", "animateur: un", "annule"), ["Annulé"] * 4),
    ],
)
def test_a_line_is_taken_back_and_put_back_whole(
    orders: tuple[str, ...], said: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "j.jsonl"
    typed = "\n".join((*TO_A_CARD, *orders))
    ran = run(*FIXED, "enter", EVERYTHING, "--journal", path, typed=typed)
    assert [line.partition(" : ")[0] for line in ran.err.splitlines()[:-1]] == said
    assert ran.code == 0, ran.err
    left = len(said) - 2 * said.count("Annulé")
    kept = len(api.replay(path, FIXTURES).session.played)
    assert kept == len(TO_A_CARD) + 2 + left + orders.count("animateur: un")


def test_what_the_program_answered_is_taken_back_with_the_line() -> None:
    before = "\n".join(WITH_ONE_PERSON.splitlines()[:-1])
    command = ("play", EVERYTHING, "--simulated", "musicien,voisin")
    ran = run(*FIXED, *command, typed=f"{before}\nannule\n")
    undone = [line for line in ran.err.splitlines() if line.startswith("Annulé")]
    assert len(undone) > 1
    assert undone[-1] == "Annulé : presentation gardienne: Me voici."


def test_what_was_typed_another_evening_is_taken_back_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    enter(path, *TO_A_CARD)
    ran = run(*FIXED, "enter", EVERYTHING, "--journal", path, typed="annule\nannule 3\nannule 99")
    assert ran.err.count("Annulé") == 6
    assert "Il n'y a rien à annuler." in ran.err


def test_undoing_into_the_phase_before_shows_it_again(tmp_path: Path) -> None:
    lines = ("animateur choisit pret=oui", "pourquoi animateur: Pour voir.", "clôt", "annule")
    shown = enter(tmp_path / "j.jsonl", *lines)
    assert shown.rstrip().rpartition("\n\n")[2].startswith("Entrée")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("annuler", "annule"), ("quiter", "quitte"), ("aider", "aide"), ("cloture", "clôt")],
)
def test_an_order_misspelt_is_guessed(typed: str, meant: str) -> None:
    ran = run(*FIXED, "play", EVERYTHING, typed=typed)
    assert f"vouliez-vous dire « {meant} »" in ran.err


@pytest.mark.parametrize("wrong", ["annule deux", "annule 1 2", "annule -1", "signet 3"])
def test_an_order_not_understood_changes_nothing(wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    typed = f"animateur: un\n{wrong}\n"
    assert run(*FIXED, "enter", EVERYTHING, "--journal", path, typed=typed).code == 1
    assert len(path.read_bytes().splitlines()) == 2


def test_playing_without_a_journal_is_warned_of() -> None:
    ran = run(*FIXED, "play", EVERYTHING, typed="quitte\n")
    assert ran.said == "Sans --journal FICHIER, rien ne sera gardé."


@pytest.mark.parametrize("width", [40, 80, 200])
def test_questions_are_shown_whole_at_any_width(width: int) -> None:
    session = new_session(NAME)
    waited = expected(session)
    shown = " ".join(" ".join(told(waited, width)).split())
    for one in waited:
        words = one.prompt.replace("'", "’").split()
        assert " ".join(words[:4]) in shown.replace("\u202f", " ").replace("\u00a0", " ")
        assert words[-2] in shown


def completed(session: Session, typed: str) -> list[str]:
    completer = Notation(lambda: vocabulary(session, ("annule", "où")))
    return [one.text for one in completer.get_completions(Document(typed), CompleteEvent())]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("anim", "animateur"),
        ("animateur choi", "choisit"),
        ("animateur choisit conteste=", "conteste=oui"),
        ("EF-0", "EF-01"),
        ("ef-0", "EF-01"),
        ("HAB", "habitants"),
        ("habitants eval", "évalue"),
        ("EF-07 habitants: l'eau {the", "theme=eau"),
        ("EF-07 habitants: l'eau {theme=eau sens=m", "sens=moins-bien"),
        ("ann", "annule"),
    ],
)
def test_words_of_the_notation_are_completed(typed: str, first: str) -> None:
    assert first in completed(new_session(NAME), typed)


@pytest.mark.parametrize("typed", ["", "habitants: ma", "EF-07 maire: le", "maire "])
def test_what_people_say_is_never_completed(typed: str) -> None:
    assert completed(new_session(NAME), typed) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no pty there")
def test_a_terminal_is_typed_at(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    terminal = Terminal([*PROGRAM, *FIXED, "enter", EVERYTHING, "--journal", str(path)])
    terminal.wait_for("pret=oui|non")
    terminal.type("animateur: un\r")
    terminal.wait_for("(n1)")
    terminal.type("animateur: de travers\x03")
    terminal.wait_for("Ligne effacée")
    terminal.type("annule\r")
    terminal.wait_for("Annulé : note animateur: un")
    terminal.type("\x04")
    terminal.wait_for("La séance est gardée")
    assert terminal.end() == 0
    assert len(path.read_bytes().splitlines()) == 3


class Terminal:
    """A program at a terminal of its own."""

    def __init__(self, command: list[str]) -> None:
        import pty  # noqa: PLC0415 - not on Windows
        import termios  # noqa: PLC0415 - the same

        self.here, there = pty.openpty()
        termios.tcsetwinsize(there, (40, 100))
        variables = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
        self.process = subprocess.Popen(
            command, stdin=there, stdout=there, stderr=there, env=variables
        )
        os.close(there)
        self.shown = ""

    def type(self, keys: str) -> None:
        """Type once the prompt is ready: it then asks to be told what is pasted."""
        self.wait_for("\x1b[?2004h")
        os.write(self.here, keys.encode())

    def wait_for(self, words: str) -> None:
        """Read until these words are shown; what stands before them is forgotten."""
        until = time.monotonic() + 20
        while words not in self.shown:
            assert time.monotonic() < until, self.shown
            if select.select([self.here], [], [], 0.5)[0]:
                self.shown += os.read(self.here, 65536).decode("utf-8", "replace")
        self.shown = self.shown.partition(words)[2]

    def end(self) -> int:
        code = self.process.wait(timeout=20)
        os.close(self.here)
        return code


WITH_ONE_PERSON = """\
animateur choisit pret=oui
pourquoi animateur: pour essayer
clôt
gardienne pioche role
gardienne: Me voici.
quitte
"""


def test_a_missing_seat_is_held_by_the_program() -> None:
    command = ("play", EVERYTHING, "--simulated", "musicien,voisin")
    said = run(*FIXED, *command, typed=WITH_ONE_PERSON).out
    assert "[simulé]" in said
    assert said.index("Me voici") < said.index("[simulé]")


def test_nobody_unknown_is_simulated() -> None:
    done = run(*FIXED, "play", EVERYTHING, "--simulated", "martien")
    assert done.code == 2
    assert "martien" in done.err


@pytest.mark.parametrize("command", ["play", "enter"])
def test_people_come_and_go_at_the_prompt_and_on_paper(command: str, tmp_path: Path) -> None:
    lines = "arrive elue Salomé\npart finances\nfinances: bonjour\nremplace jury Zoé et Paul\n"
    ran = run(command, "cantine-locale", "--seats", "prescripteur,finances,producteur,cuisine,jury",
              "--journal", tmp_path / "a.jsonl", typed=lines)  # fmt: skip
    for said in (
        "Élue à l'éducation : Salomé arrive.",
        "Écart à la règle : Cette situation ne se joue pas sans : Finances.",
        "Jury citoyen : Zoé et Paul tiennent la place.",
        "À donner à qui arrive : la feuille « L'élue référente ».",
        "Finances : la place est vide. Dites d'abord qui arrive.",
    ):
        assert said in ran.out + ran.err
