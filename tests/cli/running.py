"""The program run as people run it: inside this process when it can be, outside when it must."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from eclaireurs_play.cli.program import eclaireurs
from tests.support import FIXTURES, REPOSITORY

PROGRAM = (sys.executable, "-m", "eclaireurs_play.cli.main")
FIXED = ("--library", str(FIXTURES))


class Ran(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """The last thing said on the error stream."""
        return self.err.rstrip("\n").rpartition("\n")[2]


def run(*words: object, typed: str | bytes | None = None, lang: str = "fr") -> Ran:
    """Run a command in this process; an exception that it lets out is raised here."""
    result = CliRunner().invoke(
        eclaireurs,
        ["--lang", lang, *map(str, words)],
        input=typed,
        prog_name="eclaireurs",
    )
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def outside(*words: object, typed: bytes = b"", variables: Mapping[str, str] | None = None) -> Ran:
    """Run a command in a process of its own."""
    done = subprocess.run(
        [*PROGRAM, *map(str, words)],
        input=typed,
        capture_output=True,
        check=False,
        cwd=REPOSITORY,
        env={**os.environ, **(variables or {})},
        timeout=60,
    )
    return Ran(done.returncode, _text(done.stdout), _text(done.stderr))


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").replace("\r\n", "\n")


def journal(folder: Path, name: str = "salle", seed: int = 7) -> Path:
    """Keep a whole simulated session."""
    path = folder / f"{name}-{seed}.jsonl"
    ran = run(*FIXED, "play", name, "--auto", "--quiet", "--seed", seed, "--journal", path)
    assert ran.code == 0, ran.err
    return path
