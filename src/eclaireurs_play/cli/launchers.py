"""What opens the table from a desktop: a `.desktop` file, a `.bat` file, or a bundle, by system."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from shutil import rmtree
from xml.sax.saxutils import escape

from eclaireurs_play import __version__
from eclaireurs_play.cli.words import _
from eclaireurs_play.errors import OutputError
from eclaireurs_play.files import cannot_write, reason

TITLE = "Éclaireurs Play"
NAME = "eclaireurs-play"
MARK = "eclaireurs_play.cli.main"
"""What every launcher of ours holds: the module that it starts."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Where launchers go and what they start: `python` with `words`."""

    platform: str
    home: Path
    environment: Mapping[str, str]
    python: Path
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Launcher:
    """A file to write, or a folder of files; `runs` names those that are executed."""

    path: Path
    files: Mapping[str, str]
    runs: tuple[str, ...] = ()
    crlf: bool = False

    def install(self) -> None:
        """Write it; OutputError when the place refuses, or holds something else of that name."""
        if self._exists and not self._is_ours:
            raise OutputError(
                _("{path} existe déjà et vient d'ailleurs : il reste comme il est.").format(
                    path=self.path
                )
            )
        try:
            for name, text in self.files.items():
                file = self.path / name if name else self.path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8", newline="\r\n" if self.crlf else "\n")
                if name in self.runs:
                    file.chmod(0o755)
        except OSError as error:
            raise cannot_write(self.path, error) from None

    def remove(self) -> bool:
        """Take it away if it is ours; tells whether there was something to take."""
        if not self._is_ours:
            return False
        try:
            if self.path.is_dir():
                rmtree(self.path)
            else:
                self.path.unlink()
        except OSError as error:
            sentence = _("{path} ne peut pas être retiré : {why}.")
            raise OutputError(sentence.format(path=self.path, why=reason(error))) from None
        return True

    @property
    def _exists(self) -> bool:
        return self.path.exists() or self.path.is_symlink()

    @property
    def _is_ours(self) -> bool:
        marked = next(name for name, text in self.files.items() if MARK in text)
        file = self.path / marked if marked else self.path
        with suppress(OSError):
            return MARK in file.read_text(encoding="utf-8", errors="replace")
        return False


def launchers(machine: Machine) -> tuple[Launcher, ...]:
    """List what is put on a machine: on the desktop, and where programs are listed."""
    if machine.platform.startswith("win"):
        return _windows(machine)
    if machine.platform == "darwin":
        return _macos(machine)
    return _linux(machine)


def _linux(machine: Machine) -> tuple[Launcher, ...]:
    words = " ".join(map(_of_desktop, (str(machine.python), *machine.words)))
    text = "\n".join((
        "[Desktop Entry]",
        "Type=Application",
        f"Name={TITLE}",
        "Comment=Des jeux pour l'action publique, à l'écran",
        "Comment[en]=Public-sector games, on screen",
        f"Exec={words}",
        "Terminal=false",
        "Categories=Game;Education;",
        "StartupNotify=true",
        "",
    ))  # fmt: skip
    data = machine.environment.get("XDG_DATA_HOME") or str(machine.home / ".local" / "share")
    menu = Path(data) / "applications" / f"{NAME}.desktop"
    places = [menu]
    desktop = _xdg_desktop(machine)
    if desktop is not None:
        places.insert(0, desktop / f"{NAME}.desktop")
    return tuple(Launcher(one, {"": text}, ("",)) for one in places)


def _of_desktop(word: str) -> str:
    r"""Quote a word as the Desktop Entry Specification asks: `\` `"` `` ` `` `$`, then `%`.

    The value of a key is unescaped before the words are: so backslashes are doubled once more.
    """
    for one in ("\\", '"', "`", "$"):
        word = word.replace(one, f"\\{one}")
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


def _xdg_desktop(machine: Machine) -> Path | None:
    """Find the desktop: as `user-dirs.dirs` says, else a folder that goes by its usual names."""
    config = machine.environment.get("XDG_CONFIG_HOME") or str(machine.home / ".config")
    with suppress(OSError):
        text = (Path(config) / "user-dirs.dirs").read_text(encoding="utf-8", errors="replace")
        for line in text.splitlines():
            name, _equals, value = line.strip().partition("=")
            if name == "XDG_DESKTOP_DIR":
                return Path(value.strip('"').replace("$HOME", str(machine.home)))
    known = (machine.home / one for one in ("Desktop", "Bureau"))
    return next((one for one in known if one.is_dir()), None)


def _windows(machine: Machine) -> tuple[Launcher, ...]:
    """Start Python without its console; the file is read as UTF-8, `%` being written twice."""
    silent = machine.python.with_name("pythonw.exe")
    python = silent if silent.exists() else machine.python
    words = " ".join(f'"{one}"' for one in (str(python), *machine.words)).replace("%", "%%")
    text = f'@echo off\nchcp 65001 >nul\nstart "{TITLE}" {words}\n'
    home, places = machine.home, []
    drive = machine.environment.get("OneDrive")
    desktops = [Path(drive) / one for one in ("Desktop", "Bureau")] if drive else []
    desktops.append(home / "Desktop")
    places.append(next((one for one in desktops if one.is_dir()), home / "Desktop"))
    roaming = machine.environment.get("APPDATA") or str(home / "AppData" / "Roaming")
    places.append(Path(roaming) / "Microsoft" / "Windows" / "Start Menu" / "Programs")
    return tuple(Launcher(one / f"{TITLE}.bat", {"": text}, crlf=True) for one in places)


def _macos(machine: Machine) -> tuple[Launcher, ...]:
    words = " ".join(map(quote, (str(machine.python), *machine.words)))
    keys = {
        "CFBundleName": TITLE,
        "CFBundleDisplayName": TITLE,
        "CFBundleIdentifier": "org.eclaireurs.play",
        "CFBundleExecutable": NAME,
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": __version__,
        "NSHighResolutionCapable": True,
    }
    lines = "".join(
        f"\t<key>{name}</key>\n\t{'<true/>' if value is True else _string(str(value))}\n"
        for name, value in keys.items()
    )
    plist = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" '
        '"http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n'
        f'<plist version="1.0">\n<dict>\n{lines}</dict>\n</plist>\n'
    )
    program = f"Contents/MacOS/{NAME}"
    files = {"Contents/Info.plist": plist, program: f"#!/bin/sh\nexec {words}\n"}
    places = (machine.home / "Desktop", machine.home / "Applications")
    return tuple(Launcher(one / f"{TITLE}.app", files, (program,)) for one in places)


def _string(words: str) -> str:
    return f"<string>{escape(words)}</string>"
