"""Whatever is given, one sentence for each mistake, the right exit code, no half-written file."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from eclaireurs_play.cli.console import fold
from eclaireurs_play.play.journal import FileJournal
from tests.cli.running import FIXED, PROGRAM, Ran, journal, run
from tests.content.mini_library import GAME, SCENARIO, MiniLibrary, build
from tests.support import FIXTURES, REPOSITORY

GAME_FILE = "decks/petit-jeu/game.yaml"
CARDS_FILE = "decks/petit-jeu/cards.yaml"
SCENARIO_FILE = "scenarios/petit-jeu/crue.yaml"
HALF_WRITTEN = (".partiel", ".tmp", "~")


def well_said(ran: Ran, code: int, *words: str) -> None:
    """A usage of three lines or less, or nothing, then one sentence that holds these words."""
    everything = ran.out + ran.err
    assert "Traceback" not in everything
    assert ran.code == code, everything
    usage, _, sentence = ran.err.strip().rpartition("\n")
    assert not usage or usage.startswith("Usage"), usage
    for word in words:
        assert word in sentence


@pytest.fixture
def mini(tmp_path: Path) -> MiniLibrary:
    return build(tmp_path / "library")


WRONG_USAGE: list[tuple[tuple[str, ...], str]] = [
    ((), ""),
    (("jouer",), "jouer"),
    (("list", "cartes"), "cartes"),
    (("--lang", "de", "list"), "de"),
    (("--library", "nulle-part", "list"), "n'est pas un dossier"),
    (("--library", "src", "list"), "decks"),
    (("check", "nulle-part.yaml"), "nulle-part.yaml"),
    (("check", "zone-logistiqe"), "vouliez-vous dire « zone-logistique »"),
    (("play",), "NOM"),
    (("play", "zone"), "zone"),
    (("play", "a\nb"), ""),
    (("play", "../../etc/passwd"), "passwd"),
    (("play", "x" * 5000), "xxx"),
    (("play", "zone-logistique", "--seed", "-1"), "18446744073709551615"),
    (("play", "zone-logistique", "--seed", "18446744073709551616"), "18446744073709551615"),
    (("play", "zone-logistique", "--seed", "sept"), "sept"),
    (("play", "zone-logistique", "--seats", "maire"), "2 à 12"),
    (("play", "zone-logistique", "--seats", "mair,habitants"), "« maire »"),
    (("play", "zone-logistique", "--seats", "maire,jury"), "Habitante"),
    (("play", "zone-logistique", "--resume"), "--journal"),
    (("play", "zone-logistique", "--resume", "--journal", "rien.jsonl"), "rien.jsonl"),
    (("play", "zone-logistique", "--script", "rien.txt"), "rien.txt"),
    (("play", "zone-logistique", "--script", "src"), "dossier"),
    (("play", "zone-logistique", "--journal", "src"), "dossier"),
    (("play", "zone-logistique", "--journal", "nulle/part.jsonl"), "nulle"),
    (("play", "jeu-des-impacts"), "zone-logistique"),
    (("enter", "zone-logistique"), "--journal"),
    (("enter", "zone-logistique", "--journal", "src"), "dossier"),
    (("replay", "rien.jsonl"), "rien.jsonl"),
    (("replay", "src"), "dossier"),
    (("print", "zone-logistiqu", "-o", "rien.pdf"), "zone-logistique"),
    (("print", "jeu-des-impacts"), "-o"),
    (("print", "jeu-des-impacts", "-o", "soiree.jsonl"), ".pdf"),
    (("print", "jeu-des-impacts", "-o", "src"), "dossier"),
    (("print", "jeu-des-impacts", "-o", "nulle/part.pdf"), "nulle"),
    (("synthesis", "rien.jsonl", "-o", "rien.md"), "rien.jsonl"),
    (("schema", "-o", "pyproject.toml"), "pyproject.toml"),
]


@pytest.mark.parametrize(
    ("words", "said"), WRONG_USAGE, ids=[" ".join(words)[:60] for words, _ in WRONG_USAGE]
)
def test_a_wrong_use_is_said_in_one_sentence(
    words: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(REPOSITORY)
    ran = run(*words)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert said in ran.err if not words else said in ran.said
    assert not list(REPOSITORY.glob("rien*"))


def _bomb() -> str:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 30)]
    return "\n".join(["l0: &l0 [a, a, a]", *levels, ""])


def _game(old: str, new: str) -> bytes:
    assert old in GAME
    return GAME.replace(old, new).encode()


def _scenario(old: str, new: str) -> bytes:
    assert old in SCENARIO
    return SCENARIO.replace(old, new).encode()


CONTENT: list[tuple[str, str, bytes, str]] = [
    ("wrong YAML", GAME_FILE, _game("title: Le petit jeu", "title: 'l'eau'"), "game.yaml:3"),
    ("tabs", GAME_FILE, _game("players: {", "players:\n\t{"), "tabulation"),
    ("wrong type", GAME_FILE, _game("min: 2", "min: deux"), "game.yaml:9"),
    ("unknown kind of phase", GAME_FILE, _game("type: sort", "type: tri"), "tri"),
    ("unknown family", GAME_FILE, _game("[effets]", "[efets]"), "vouliez-vous dire"),
    ("alias bomb", GAME_FILE, _bomb().encode(), "renvois"),
    ("deep nesting", GAME_FILE, b"[" * 100_000, "imbriqu"),
    ("deep mappings", GAME_FILE, b"".join(b" " * n + b"a:\n" for n in range(900)), "imbriqu"),
    ("fifty megabytes", GAME_FILE, b"a: b\n" * 10_000_000, "50,0 Mo"),
    ("not UTF-8", GAME_FILE, GAME.encode("cp1252"), "UTF-8"),
    ("UTF-16", GAME_FILE, GAME.encode("utf-16"), "UTF-16"),
    ("a NUL", GAME_FILE, _game("Essayer", "Ess\0ayer"), "U+0000"),
    ("empty", GAME_FILE, b"", "vide"),
    ("unknown role", SCENARIO_FILE, _scenario("role: habitant", "role: voisin"), "voisin"),
    ("unknown game", SCENARIO_FILE, _scenario("game: petit-jeu", "game: petit"), "petit"),
]


@pytest.mark.parametrize("case", CONTENT, ids=lambda case: case[0].replace(" ", "-"))
@pytest.mark.parametrize("words", [("check",), ("play", "crue"), ("print", "crue", "-o", "k.pdf")])
def test_content_at_fault_is_told_where_it_is(
    case: tuple[str, str, bytes, str],
    words: tuple[str, ...],
    mini: MiniLibrary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, file, content, said = case
    mini.write(file, content)
    monkeypatch.chdir(mini.root)
    ran = run("--library", mini.root, *words)
    told = ran.out + ran.err
    assert ran.code == 1, told
    assert said in told
    lines = [line for line in told.splitlines() if not line.endswith("0 avertissement.")]
    assert lines
    assert all(line.startswith(("decks/", "scenarios/")) for line in lines), told
    assert not list(mini.root.glob("*.pdf"))


def test_a_broken_game_does_not_hide_the_others_in_the_list(mini: MiniLibrary) -> None:
    mini.write(GAME_FILE, b"[" * 100_000)
    ran = run("--library", mini.root, "list")
    assert ran.code == 0
    assert "imbriqu" in ran.out
    assert "zone-logistique" in ran.out


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("words", [("check",), ("play", "crue", "--auto")])
def test_a_link_out_of_the_library_is_refused(
    words: tuple[str, ...], mini: MiniLibrary, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "ailleurs.yaml"
    elsewhere.write_text(SCENARIO, encoding="utf-8")
    (mini.root / SCENARIO_FILE).unlink()
    (mini.root / SCENARIO_FILE).symlink_to(elsewhere)
    ran = run("--library", mini.root, *words)
    assert ran.code == 1
    assert "sort de la bibliothèque" in ran.out + ran.err


def _cut(raw: bytes) -> bytes:
    return raw[: raw.index(b"\n") // 2]


def _altered(raw: bytes) -> bytes:
    return raw.replace(b'"n":3', b'"n":4', 1)


def _other_format(raw: bytes) -> bytes:
    return raw.replace(b'"format":1', b'"format":9', 1)


def _missing_line(raw: bytes) -> bytes:
    lines = raw.splitlines(keepends=True)
    return b"".join(lines[:3] + lines[4:])


def _binary(raw: bytes) -> bytes:
    return bytes(range(256)) * (len(raw) // 256)


SPOILED: list[Callable[[bytes], bytes]] = [_cut, _altered, _other_format, _missing_line, _binary]


@pytest.mark.parametrize("spoil", [*SPOILED, lambda _raw: b""])
def test_a_spoiled_journal_is_said_and_left_alone(
    spoil: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = journal(tmp_path)
    spoiled = spoil(path.read_bytes())
    for words in (
        ("replay", path),
        ("synthesis", path, "-o", tmp_path / "s.md"),
        ("enter", "salle", "--journal", path),
        ("play", "salle", "--journal", path, "--resume"),
        ("replay", path, "--branch", tmp_path / "b.jsonl"),
    ):
        path.write_bytes(spoiled)
        well_said(run(*FIXED, *words), 1, path.name)
        assert path.read_bytes() == spoiled
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_journal_cut_anywhere_replays_or_says_why(tmp_path: Path) -> None:
    raw = journal(tmp_path).read_bytes()
    header = raw.index(b"\n")
    for cut in (0, 1, header, header + 1, header + 20, len(raw) // 2, len(raw) - 1):
        path = tmp_path / "cut.jsonl"
        path.write_bytes(raw[:cut])
        ran = run(*FIXED, "replay", path)
        assert ran.code == (0 if cut > header else 1), ran.err
        assert len(ran.err.splitlines()) <= 2
        assert path.read_bytes() == raw[:cut]


def test_a_journal_of_other_rules_is_refused(mini: MiniLibrary, tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    library = ("--library", mini.root)
    assert run(*library, "enter", "crue", "--journal", path, typed="quitte\n").code == 0
    mini.change(GAME_FILE, "max: 3", "max: 4")
    well_said(run(*library, "replay", path), 1, "autres règles")
    mini.change(GAME_FILE, "max: 4", "max: 3")
    (mini.root / SCENARIO_FILE).unlink()
    well_said(run(*library, "replay", path), 1, "« crue »")


def test_a_journal_of_another_situation_is_refused_untouched(tmp_path: Path) -> None:
    path = journal(tmp_path)
    path.write_bytes(path.read_bytes() + b'{"torn')
    before = path.read_bytes()
    for words in (("enter",), ("play", "--resume")):
        ran = run(*FIXED, words[0], "zone-logistique", "--journal", path, *words[1:])
        well_said(ran, 2, "« salle »")
        assert path.read_bytes() == before


@pytest.mark.parametrize(
    "options", [("--seed", 3), ("--seats", "anne"), ("--in-hand",)], ids=lambda one: one[0]
)
def test_how_a_session_began_is_not_chosen_again(options: tuple[str, ...], tmp_path: Path) -> None:
    path = journal(tmp_path)
    ran = run(*FIXED, "play", "salle", "--journal", path, "--resume", *options)
    well_said(ran, 2, options[0])
    if options[0] == "--seats":
        well_said(run(*FIXED, "enter", "salle", "--journal", path, *options), 2, "--seats")


def test_nobody_is_simulated_in_a_session_of_people(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    run(*FIXED, "play", "salle", "--journal", path, typed="quitte\n")
    well_said(run(*FIXED, "play", "salle", "--journal", path, "--resume", "--auto"), 2, "--auto")


@pytest.mark.parametrize("command", ["play", "enter"])
@pytest.mark.parametrize(
    ("script", "said"),
    [
        (b"note animateur: bonjour\n\nanne pioch\n", "s.txt:3 : "),
        (b"# rien\nzorro passe\n", "s.txt:2 : Personne ne s'appelle « zorro »"),
        (b"animateur: \xff\xfe\n", "UTF-8"),
        (b"x" * 2_000_001, "trop gros"),
    ],
)
def test_a_script_is_played_whole_or_not_at_all(
    command: str, script: bytes, said: str, tmp_path: Path
) -> None:
    (tmp_path / "s.txt").write_bytes(script)
    options = ("--script", tmp_path / "s.txt", "--journal", tmp_path / "j.jsonl")
    ran = run(*FIXED, command, "salle", *options)
    well_said(ran, 1, said)
    assert ran.out == ""
    assert not (tmp_path / "j.jsonl").exists()


def test_a_script_refused_leaves_the_journal_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    run(*FIXED, "enter", "salle", "--journal", path, typed="note animateur: bonjour\n")
    before = path.read_bytes()
    (tmp_path / "s.txt").write_text("note animateur: encore\nzorro passe\n", encoding="utf-8")
    options = ("--journal", path, "--script", tmp_path / "s.txt")
    well_said(run(*FIXED, "enter", "salle", *options), 1, "s.txt:2")
    assert path.read_bytes() == before


def test_a_journal_is_not_overwritten(tmp_path: Path) -> None:
    path = journal(tmp_path)
    before = path.read_bytes()
    well_said(run(*FIXED, "play", "salle", "--auto", "--journal", path), 1, "existe déjà")
    well_said(run(*FIXED, "replay", path, "--branch", path), 1, "existe déjà")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("at", "said"),
    [("9999", "actions"), ("²", "signet"), ("-1", "signet"), ("ici", "« ici »"), ("", "signet")],
)
def test_a_moment_that_is_not_there_is_a_wrong_use(at: str, said: str, tmp_path: Path) -> None:
    well_said(run(*FIXED, "replay", journal(tmp_path), "--at", at), 2, said)


def test_a_synthesis_is_a_text_or_a_page(tmp_path: Path) -> None:
    path = journal(tmp_path)
    for name in ("s.pdf", "s", ".md"):
        well_said(run(*FIXED, "synthesis", path, "-o", tmp_path / name), 2, ".html")
    (tmp_path / "t.md").write_bytes(b"\xff\xfe")
    options = ("-o", tmp_path / "s.html", "--text", tmp_path / "t.md")
    well_said(run(*FIXED, "synthesis", path, *options), 1, "UTF-8")
    assert not (tmp_path / "s.html").exists()


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
DENIED = PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@pytest.mark.parametrize("trouble", [FULL, DENIED], ids=["full", "denied"])
@pytest.mark.parametrize("name", ["s.md", "s.html"])
def test_a_disk_that_refuses_leaves_the_old_file(
    trouble: OSError, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = journal(tmp_path)
    (tmp_path / name).write_text("précieux", encoding="utf-8")
    monkeypatch.setattr(Path, "write_bytes", _failing(trouble))
    ran = run(*FIXED, "synthesis", path, "--force", "-o", tmp_path / name)
    well_said(ran, 1, name)
    assert (tmp_path / name).read_text(encoding="utf-8") == "précieux"
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted((path.name, name))


@pytest.mark.parametrize("trouble", [FULL, DENIED], ids=["full", "denied"])
def test_a_disk_that_refuses_a_kit_leaves_nothing(
    trouble: OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", _failing(trouble))
    well_said(run("print", "zone-logistique", "-o", tmp_path / "k.pdf"), 1, "k.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_schemas_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "write_bytes", _failing(FULL))
    well_said(run("schema", "-o", tmp_path / "s"), 1, "game.json")
    assert list((tmp_path / "s").iterdir()) == []
    monkeypatch.setattr(Path, "mkdir", _failing(DENIED))
    well_said(run("schema", "-o", tmp_path / "t"), 1, "l'accès est refusé")


def _failing(trouble: OSError) -> Callable[..., object]:
    def fail(*_args: object, **_options: object) -> object:
        raise trouble

    return fail


def test_a_disk_filled_in_the_middle_keeps_every_whole_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, sync, left = tmp_path / "j.jsonl", os.fsync, iter(range(5))

    def fill(handle: int) -> None:
        if next(left, None) is None:
            raise FULL
        sync(handle)

    monkeypatch.setattr(os, "fsync", fill)
    well_said(run(*FIXED, "play", "salle", "--auto", "--quiet", "--journal", path), 1, path.name)
    monkeypatch.undo()
    assert len(path.read_bytes().splitlines()) == 5
    well_said(run(*FIXED, "replay", path), 0)
    assert run(*FIXED, "play", "salle", "--auto", "--resume", "--journal", path).code == 0
    assert path.read_bytes() == journal(tmp_path, seed=0).read_bytes()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize("words", [("list",), ("--help",)])
def test_an_output_that_takes_nothing_is_said(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no head there")
@pytest.mark.parametrize("words", ["list", "--help", "replay {journal}"])
def test_a_closed_pipe_is_no_mistake(words: str, tmp_path: Path) -> None:
    asked = words.format(journal=journal(tmp_path)).split()
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [*PROGRAM, *FIXED, *asked], stdout=writer, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writer)
    assert done.stderr == b""


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "latin-1"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_any_console_is_written_on(encoding: str, lang: str, tmp_path: Path) -> None:
    words = ("--lang", lang, *FIXED, "replay", "--lines", str(journal(tmp_path)))
    done = subprocess.run(
        [*PROGRAM, *words],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert done.returncode == 0, done.stderr
    told = done.stdout.decode("utf-8" if encoding == "ascii" else encoding)
    assert "La personne qui anime" in told
    assert "?" not in told.replace(" ?", "")


def test_what_a_console_lacks_is_written_with_what_it_has() -> None:
    assert fold("« L’été » → 3 €, une œuvre…") == '" L\'ete " -> 3 EUR, une oeuvre...'


@pytest.mark.parametrize("closed", ["stdin", "stdout", "both"])
@pytest.mark.skipif(sys.platform == "win32", reason="closing a descriptor needs a shell")
def test_a_stream_that_is_closed_stops_nothing(closed: str, tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    ways = {"stdin": "<&-", "stdout": ">&-", "both": "<&- >&-"}
    command = " ".join([*PROGRAM, *FIXED, "enter", "salle", "--journal", str(path)])
    done = subprocess.run(  # noqa: S602 - only a shell closes a stream for its child
        f"{command} {ways[closed]}",
        shell=True,
        capture_output=closed == "stdin",
        stdin=subprocess.DEVNULL if closed == "stdout" else None,
        stderr=None if closed == "stdin" else subprocess.PIPE,
        check=False,
        cwd=REPOSITORY,
    )
    assert done.returncode == 0
    assert b"Traceback" not in (done.stderr or b"")
    assert path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_ctrl_c_is_one_line_and_keeps_the_session(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    process = subprocess.Popen(
        [*PROGRAM, *FIXED, "enter", "salle", "--journal", path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    process.stdin.write(b"note animateur: bonjour\n")
    process.stdin.flush()
    for _ in range(200):
        if path.exists() and path.read_bytes().count(b"\n") == 2:
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert err.decode() == "Interrompu.\n"
    assert path.read_bytes().count(b"\n") == 2


def test_a_theme_without_a_font_is_told_where_it_is(mini: MiniLibrary) -> None:
    theme = (REPOSITORY / "print" / "themes" / "atelier.yaml").read_text(encoding="utf-8")
    mini.write("print/themes/atelier.yaml", theme.replace("  regular: Inter-Regular.ttf\n", ""))
    kit = (REPOSITORY / "print" / "kits" / "jeu-des-impacts.yaml").read_text(encoding="utf-8")
    kit = kit.replace("id: jeu-des-impacts", "id: petit-jeu").replace(
        "game: jeu-des-impacts", "game: petit-jeu"
    )
    mini.write("print/kits/petit-jeu.yaml", kit)
    ran = run("--library", mini.root, "print", "crue", "-o", mini.root / "k.pdf")
    well_said(ran, 1, "atelier.yaml:7:", "« regular »")


CTRL_C_WHILE_IMPORTING = """
import sys

interrupted = sys.argv.pop(1)

class Finder:
    def find_spec(self, name, *_rest):
        if name == interrupted:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Finder())
from eclaireurs_play.cli.main import run
run()
"""


@pytest.mark.parametrize("module", ["click", "eclaireurs_play.cli.listing"])
def test_ctrl_c_while_the_program_loads_is_no_traceback(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CTRL_C_WHILE_IMPORTING, module, "list"],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.returncode == 130
    assert done.stderr in {"", "Interrompu.\n"}


def test_lines_refused_in_a_pipe_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    typed = b"zorro passe\n\xff\xfe\nnote animateur: oui\n" + b"x" * 30_000 + b"\nannule 9\n"
    ran = run(*FIXED, "enter", "salle", "--journal", path, typed=typed)
    assert ran.code == 1
    assert ran.said == "Erreur : 4 lignes refusées."
    assert path.read_bytes().count(b"\n") == 2


def test_a_failing_journal_stops_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: FileJournal, _entry: object) -> None:
        raise FULL

    monkeypatch.setattr(FileJournal, "append", refuse)
    ran = run(*FIXED, "play", "salle", "--auto", "--quiet", "--journal", tmp_path / "j.jsonl")
    well_said(ran, 1, "il n'y a plus de place sur le disque")


def test_the_fixture_library_is_left_as_it_was() -> None:
    assert {path.suffix for path in FIXTURES.rglob("*") if path.is_file()} == {".yaml"}
