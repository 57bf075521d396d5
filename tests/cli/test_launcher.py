"""What `install-launcher` puts on each system's desktop, in a home made for the test."""

import configparser
import os
import plistlib
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from eclaireurs_play.cli import launcher
from eclaireurs_play.cli.launchers import Launcher, Machine, launchers
from eclaireurs_play.cli.words import speak
from eclaireurs_play.errors import OutputError
from tests.cli.running import run


@pytest.fixture(autouse=True)
def _french() -> None:
    speak("fr")


WORDS = ("-m", "eclaireurs_play.cli.main", "table")


def machine(
    platform: str, home: Path, python: Path | None = None, words: tuple[str, ...] = WORDS,
    **environment: str,
) -> Machine:  # fmt: skip
    return Machine(platform, home, environment, python or home / "bin" / "python", words)


def text(one: Launcher) -> str:
    one.path.parent.mkdir(parents=True, exist_ok=True)
    one.install()
    return one.path.read_bytes().decode("utf-8")


def test_linux_puts_an_entry_on_the_desktop_and_in_the_menu(tmp_path: Path) -> None:
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config" / "user-dirs.dirs").write_text(
        'XDG_DOCUMENTS_DIR="$HOME/Documents"\nXDG_DESKTOP_DIR="$HOME/Bureau"\n', encoding="utf-8"
    )
    desktop, menu = launchers(machine("linux", tmp_path))
    assert desktop.path == tmp_path / "Bureau" / "eclaireurs-play.desktop"
    assert menu.path == tmp_path / ".local/share/applications/eclaireurs-play.desktop"
    entry = configparser.RawConfigParser()
    entry.read_string(text(desktop))
    words = entry["Desktop Entry"]
    assert words["Type"] == "Application"
    assert words["Terminal"] == "false"
    assert shlex.split(words["Exec"]) == [str(tmp_path / "bin" / "python"), *WORDS]
    assert os.access(desktop.path, os.X_OK)


def test_linux_without_a_desktop_has_the_menu_alone(tmp_path: Path) -> None:
    (menu,) = launchers(machine("linux", tmp_path, XDG_DATA_HOME=str(tmp_path / "data")))
    assert menu.path.parent == tmp_path / "data" / "applications"


def test_linux_words_keep_what_a_shell_would_read(tmp_path: Path) -> None:
    python = tmp_path / 'a "b" $c 100 %' / "python"
    (menu,) = launchers(machine("linux", tmp_path, python))
    (line,) = [one for one in text(menu).splitlines() if one.startswith("Exec=")]
    value = line.removeprefix("Exec=").replace("\\\\", "\\").replace("%%", "%")
    first = value.removeprefix('"').partition('" "')[0]
    assert re.sub(r"\\([\\\"`$])", r"\1", first) == str(python)


def test_windows_starts_python_without_its_console(tmp_path: Path) -> None:
    (tmp_path / "OneDrive" / "Bureau").mkdir(parents=True)
    python = tmp_path / "100 % élan" / "python.exe"
    python.parent.mkdir()
    python.with_name("pythonw.exe").touch()
    desktop, menu = launchers(
        machine("win32", tmp_path, python, OneDrive=str(tmp_path / "OneDrive"))
    )
    assert desktop.path == tmp_path / "OneDrive" / "Bureau" / "Éclaireurs Play.bat"
    assert menu.path.parts[-3:] == ("Start Menu", "Programs", "Éclaireurs Play.bat")
    lines = text(desktop).split("\r\n")
    assert lines[:2] == ["@echo off", "chcp 65001 >nul"]
    silent = str(python.with_name("pythonw.exe")).replace("%", "%%")
    quoted = " ".join(f'"{one}"' for one in (silent, *WORDS))
    assert lines[2] == f'start "Éclaireurs Play" {quoted}'


def test_macos_makes_a_bundle_that_runs(tmp_path: Path) -> None:
    words = ("-m", "eclaireurs_play.cli.main", "--library", "l'été", "table")
    desktop, programs = launchers(machine("darwin", tmp_path, words=words))
    assert desktop.path == tmp_path / "Desktop" / "Éclaireurs Play.app"
    assert programs.path.parent == tmp_path / "Applications"
    desktop.install()
    plist = plistlib.loads((desktop.path / "Contents" / "Info.plist").read_bytes())
    assert plist["CFBundlePackageType"] == "APPL"
    program = desktop.path / "Contents" / "MacOS" / plist["CFBundleExecutable"]
    assert os.access(program, os.X_OK)
    first, second = program.read_text(encoding="utf-8").splitlines()
    assert first == "#!/bin/sh"
    assert shlex.split(second) == ["exec", str(tmp_path / "bin" / "python"), *words]


@pytest.mark.skipif(os.name != "posix", reason="the bundle is a shell script")
def test_what_is_put_starts_the_program(tmp_path: Path) -> None:
    words = ("-m", "eclaireurs_play.cli.main", "--version")
    (bundle, _other) = launchers(machine("darwin", tmp_path, Path(sys.executable), words))
    bundle.install()
    program = bundle.path / "Contents" / "MacOS" / "eclaireurs-play"
    done = subprocess.run([program], capture_output=True, check=True, text=True, timeout=60)
    assert done.stdout.startswith("eclaireurs ")


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_it_is_put_again_and_taken_away_whole(tmp_path: Path, platform: str) -> None:
    (tmp_path / "Desktop").mkdir()
    found = launchers(machine(platform, tmp_path))
    for one in (*found, *found):
        one.install()
    assert all(one.remove() for one in found)
    assert list(tmp_path.rglob("*clair*")) == []
    assert not any(one.remove() for one in found)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_what_someone_else_put_there_stays(tmp_path: Path, platform: str) -> None:
    (tmp_path / "Desktop").mkdir()
    one = launchers(machine(platform, tmp_path))[0]
    one.path.write_text("à moi", encoding="utf-8")
    with pytest.raises(OutputError, match="vient d'ailleurs"):
        one.install()
    assert not one.remove()
    assert one.path.read_text(encoding="utf-8") == "à moi"


def test_a_folder_that_refuses_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "Desktop").write_text("un fichier", encoding="utf-8")
    one = launchers(machine("darwin", tmp_path))[0]
    with pytest.raises(OutputError, match=r"ne peut pas être écrit : .+\."):
        one.install()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "Desktop").mkdir()
    monkeypatch.setattr(
        launcher, "_machine", lambda _library: machine("darwin", tmp_path, Path(sys.executable))
    )
    return tmp_path


def test_the_command_says_where_and_takes_it_away(home: Path) -> None:
    ran = run("install-launcher")
    assert ran.code == 0
    assert ran.out.count("Posé : ") == 2
    assert (home / "Desktop" / "Éclaireurs Play.app").is_dir()
    assert run("install-launcher", "--uninstall").out.count("Retiré : ") == 2
    assert run("install-launcher", "--uninstall").out == "Il n'y avait rien à retirer.\n"


def test_one_place_that_refuses_leaves_the_other(home: Path) -> None:
    (home / "Applications").write_text("un fichier", encoding="utf-8")
    ran = run("install-launcher")
    assert ran.code == 0
    assert ran.out.count("Posé : ") == 1
    assert "ne peut pas être écrit" in ran.err
    (home / "Desktop" / "Éclaireurs Play.app").rename(home / "ailleurs")
    (home / "Desktop").rmdir()
    (home / "Desktop").write_text("un fichier", encoding="utf-8")
    ran = run("install-launcher")
    assert ran.code == 1
    assert ran.said.startswith("Erreur : ")
