"""Things made on the spot, typed at the prompt and entered from paper."""

from pathlib import Path

from eclaireurs_play import api
from tests.cli.running import run

LINES = """crée carte impacts : Le quai / Qui décharge quand il pleut ?
IM-X1 jury: le gardien
annule
annule
crée carte impcts : a / b
crée imprévu : Le pont ferme / Huit jours. / cout +10
crée rôle pour jury : La voisine / Dormir
quitte
"""


def test_the_prompt_makes_takes_back_and_explains(tmp_path: Path) -> None:
    path = tmp_path / "seance.jsonl"
    ran = run("play", "cantine-locale", "--terminal", "--journal", path, typed=LINES)
    assert "Carte improvisée : IM-X1 « Le quai »." in ran.out.replace("\u00a0", " ")
    assert "Annulé : animateur crée carte famille=impacts" in ran.err
    assert "« impcts » (vouliez-vous dire « impacts » ?)" in ran.err
    assert "lit une nouvelle : « Le pont ferme »" in ran.out
    state = api.replay(path).session.state
    assert [one.code for one in state.improvised] == ["imprevu-1", "role-1"]
    assert state.active == ("imprevu-1",)


def test_what_was_made_on_paper_is_entered(tmp_path: Path) -> None:
    path, script = tmp_path / "seance.jsonl", tmp_path / "lignes.txt"
    script.write_text("crée carte impacts : Le quai / Qui décharge ?\n"
                      "IM-X1 jury: le gardien\n", encoding="utf-8")  # fmt: skip
    ran = run("enter", "cantine-locale", "--journal", path, "--script", script)
    assert ran.code == 0
    assert api.replay(path).session.state.improvised[0].code == "IM-X1"
    script.write_text("crée carte impacts : seul\n", encoding="utf-8")
    ran = run("enter", "cantine-locale", "--journal", path, "--script", script)
    assert ran.code != 0
    assert f"{script}:1 : Écrivez : crée carte impacts : titre / texte / question." in ran.err
