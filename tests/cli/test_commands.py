"""Each command does what it says: the same files twice, sessions told, forked, written up."""

import json
from pathlib import Path

import click
import pypdf
import pytest

from eclaireurs_play.cli.program import COMMANDS, eclaireurs
from eclaireurs_play.cli.words import LANGUAGES
from eclaireurs_play.content.schema import MODELS
from eclaireurs_play.play.journal import read_journal
from tests.cli.running import FIXED, journal, outside, run
from tests.support import REPOSITORY, SCENARIOS

SCRIPT = """\
# Ce qui a été dit ce soir.
note animateur: On commence en retard.

animateur choisit pret=oui
pourquoi animateur: Pour essayer.
clôt
"""


def test_the_version_is_said() -> None:
    ran = run("--version")
    assert (ran.code, ran.out.split()[0]) == (0, "eclaireurs")


def test_the_list_shows_games_and_their_scenarios() -> None:
    everything, games, scenarios = (run("list", *kind) for kind in ((), ("games",), ("scenarios",)))
    assert "jeu-des-impacts" in games.out
    for name in SCENARIOS:
        assert name in everything.out
        assert name in scenarios.out
        assert name not in games.out


def test_the_list_looks_in_another_library_first() -> None:
    assert "atelier" in run(*FIXED, "list").out
    assert "atelier" not in run("list").out


def test_the_library_is_sound_and_each_file_alone_too() -> None:
    assert run("check").code == 0
    path = REPOSITORY / "scenarios" / "jeu-des-impacts" / "zone-logistique.yaml"
    assert run("check", path, "jeu-des-impacts").code == 0


def test_warnings_count_when_they_are_asked_to(tmp_path: Path) -> None:
    for folder in ("decks", "scenarios"):
        (tmp_path / folder).mkdir()
    (tmp_path / "decks" / "a").mkdir()
    (tmp_path / "decks" / "a" / "notes.yaml").write_text("a: 1\n", encoding="utf-8")
    assert run("--library", tmp_path, "check").code == 0
    ran = run("--library", tmp_path, "check", "--strict")
    assert ran.code == 1
    assert "1 erreur, " in ran.out


def test_the_same_seed_gives_the_same_journal_and_another_does_not(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.jsonl", "b.jsonl", "c.jsonl")]
    for path, seed in zip(paths, (7, 7, 8), strict=True):
        ran = run("play", "zone-logistique", "--auto", "--seed", seed, "--journal", path)
        assert ran.code == 0
        assert "Fin de la séance" in ran.out
    one, same, other = (path.read_bytes() for path in paths)
    assert one == same != other


def test_a_quiet_session_says_nothing(tmp_path: Path) -> None:
    ran = run(*FIXED, "play", "salle", "--auto", "--quiet", "--journal", tmp_path / "a.jsonl")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_replay_tells_what_play_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    played = run(*FIXED, "play", "salle", "--auto", "--seed", 3, "--journal", path)
    replayed = run(*FIXED, "replay", path)
    assert replayed.out == played.out
    lines = run(*FIXED, "replay", path, "--lines").out.splitlines()
    assert [one for one in lines if not one.startswith("  › ")] == played.out.splitlines()
    assert sum(one.startswith("  › ") for one in lines) == len(read_journal(path).entries)


def test_a_replay_stops_at_a_moment_and_branches_from_it(tmp_path: Path) -> None:
    path, other = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    typed = "note animateur: un\nsignet avant le vote\nnote animateur: deux\nquitte\n"
    run(*FIXED, "enter", "salle", "--journal", path, typed=typed)
    told = run(*FIXED, "replay", path)
    assert "avant le vote (1)" in told.err
    assert "deux" in told.out
    for at in ("1", "avant le vote"):
        stopped = run(*FIXED, "replay", path, "--at", at)
        assert "un" in stopped.out
        assert "deux" not in stopped.out
    before = path.read_bytes()
    assert run(*FIXED, "replay", path, "--at", "avant le vote", "--branch", other).code == 0
    assert path.read_bytes() == before
    assert len(read_journal(other).entries) == 1
    assert run(*FIXED, "replay", other).out == run(*FIXED, "replay", path, "--at", 1).out


@pytest.mark.parametrize("command", ["play", "enter"])
def test_a_script_is_played_then_the_session_goes_on(command: str, tmp_path: Path) -> None:
    script, path = tmp_path / "s.txt", tmp_path / "a.jsonl"
    script.write_text(SCRIPT, encoding="utf-8-sig", newline="\r\n")
    ran = run(*FIXED, command, "salle", "--script", script, "--journal", path)
    assert ran.code == 0
    assert "On commence en retard." in ran.out
    assert len(read_journal(path).entries) == 4
    more = ("--resume",) if command == "play" else ()
    again = run(*FIXED, command, "salle", "--journal", path, *more, typed="note animateur: encore")
    assert again.code == 0
    assert len(read_journal(path).entries) == 5


def test_simulated_people_play_what_a_script_left(tmp_path: Path) -> None:
    script, path = tmp_path / "s.txt", tmp_path / "a.jsonl"
    script.write_text(SCRIPT, encoding="utf-8")
    ran = run(*FIXED, "play", "salle", "--script", script, "--auto", "--journal", path)
    assert ran.code == 0
    assert "Fin de la séance" in ran.out
    assert "On commence en retard." in run(*FIXED, "replay", path).out


def test_a_session_cut_short_is_resumed_to_the_same_end(tmp_path: Path) -> None:
    whole = journal(tmp_path)
    lines = whole.read_bytes().splitlines(keepends=True)
    part = tmp_path / "part.jsonl"
    part.write_bytes(b"".join(lines[:20]) + lines[20][:15])
    ran = run(*FIXED, "play", "salle", "--auto", "--resume", "--journal", part)
    assert ran.code == 0
    assert "coupée net" in ran.err
    assert part.read_bytes() == whole.read_bytes()


def test_a_journal_to_take_up_names_its_scenario(tmp_path: Path) -> None:
    whole = journal(tmp_path)
    part = tmp_path / "part.jsonl"
    part.write_bytes(b"".join(whole.read_bytes().splitlines(keepends=True)[:20]))
    assert run(*FIXED, "play", "--auto", "--resume", "--journal", part).code == 0
    assert part.read_bytes() == whole.read_bytes()
    for words in (("--journal", tmp_path / "rien.jsonl"), ()):
        ran = run(*FIXED, "play", "--resume", *words)
        assert ran.code != 0
        assert "NOM" not in ran.said
        assert ("n'existe pas" if words else "--journal") in ran.said


def test_a_kit_is_the_same_twice_and_a_scenario_alone_is_shorter(tmp_path: Path) -> None:
    names = ("jeu-des-impacts", "jeu-des-impacts", "zone-logistique")
    paths = [tmp_path / f"{number}.pdf" for number in range(3)]
    for name, path in zip(names, paths, strict=True):
        ran = (
            outside("print", name, "-o", path)
            if path == paths[1]
            else run("print", name, "-o", path)
        )
        assert ran.code == 0, ran.err
        assert f"{len(pypdf.PdfReader(path).pages)} pages" in ran.out
        assert ran.err == ""
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert len(paths[2].read_bytes()) < len(paths[0].read_bytes())


def test_a_synthesis_is_a_text_then_a_page_made_from_it(tmp_path: Path) -> None:
    path, text, page = journal(tmp_path), tmp_path / "s.md", tmp_path / "s.html"
    assert run(*FIXED, "synthesis", path, "-o", text).out == f"{text}\n"
    written = text.read_text(encoding="utf-8")
    assert written.startswith("<!-- version : parties -->\n\n#")
    text.write_text(written + "\nAjouté à la relecture.\n", encoding="utf-8")
    assert run(*FIXED, "synthesis", path, "-o", page, "--text", text).code == 0
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert "Ajouté à la relecture." in html.replace("\u202f", " ").replace("\u00a0", " ")
    assert "version :" not in html
    again = run(*FIXED, "synthesis", path, "-o", text)
    assert (again.code, "--force" in again.err) == (2, True)
    assert "Ajouté à la relecture." in text.read_text(encoding="utf-8")
    other = run(*FIXED, "synthesis", path, "--for", "public", "--text", text, "-o", page)
    assert (other.code, "parties" in other.err) == (2, True)


def test_a_synthesis_keeps_from_others_what_is_not_theirs(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    typed = "note voisin (parties): entre nous\nnote animateur (animateur): pour moi\nclôt seance"
    run(*FIXED, "enter", "salle", "--journal", path, typed=typed)
    for audience, seen in (("public", 0), ("parties", 1), ("facilitator", 2)):
        run(*FIXED, "synthesis", path, "--for", audience, "--force", "-o", tmp_path / "s.md")
        told = (tmp_path / "s.md").read_text(encoding="utf-8")
        assert sum(words in told for words in ("entre nous", "pour moi")) == seen


def test_the_schemas_written_are_those_that_are_kept(tmp_path: Path) -> None:
    ran = run("schema", "-o", tmp_path / "new" / "schemas")
    assert ran.code == 0
    written = {path.stem: path for path in (tmp_path / "new" / "schemas").iterdir()}
    assert set(written) == set(MODELS)
    for name, path in written.items():
        json.loads(path.read_text(encoding="utf-8"))
        assert path.read_bytes() == (REPOSITORY / "schemas" / f"{name}.json").read_bytes()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_command_and_every_option_has_its_help(name: str, lang: str) -> None:
    told = run(*filter(None, [name]), "--help", lang=lang).out
    context = click.Context(eclaireurs, info_name="eclaireurs")
    command = eclaireurs.get_command(context, name) if name else eclaireurs
    assert command is not None
    assert command.help
    for one in command.params:
        if isinstance(one, click.Option):
            assert one.help
            assert max(one.opts, key=len) in told
        else:
            assert one.make_metavar(context)
