"""How long `check` takes over a whole library, beside reading the same files and no more.

    python benchmarks/check_bench.py [LIBRARY]

Each candidate is a whole process, timed in processor seconds, imports included: a check starts
with empty caches. Prints the best of several runs, and the ratio; asserts nothing.
"""
# ruff: noqa: PLC0415 - a candidate pays for its own imports, not for the other's

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parents[1]
FOLDERS = ("decks", "scenarios", "print")
RUNS = 5


def check(library: Path) -> int:
    """Check the library, as the command does."""
    from eclaireurs_play.checks import check_library

    return len(check_library(library))


def read(library: Path) -> int:
    """Read every YAML file of the library with PyYAML's own loader in C."""
    import yaml

    files = [path for folder in FOLDERS for path in sorted((library / folder).rglob("*.yaml"))]
    for path in files:
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return len(files)


CANDIDATES: dict[str, Callable[[Path], int]] = {"check": check, "read": read}


def measured(name: str, library: Path) -> tuple[float, int]:
    """Give the best time of a whole process, in seconds, and what it counted."""
    command = [sys.executable, __file__, "--run", name, str(library)]
    runs = (subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            for _ in range(RUNS))  # fmt: skip
    return min((float(time), int(count)) for time, count in runs)


def main(arguments: list[str]) -> None:
    """Compare the candidates, or be one of them."""
    if arguments[:1] == ["--run"]:
        count = CANDIDATES[arguments[1]](Path(arguments[2]))
        print(process_time(), count)
        return
    library = Path(arguments[0]) if arguments else ROOT
    (ours, said), (plain, files) = measured("check", library), measured("read", library)
    games = len(list((library / "decks").glob("*/game.yaml")))
    print(f"{games} games, {files} files, {said} things said")
    print(f"check {ours:.2f} s, {ours / games:.2f} s a game; read {plain:.2f} s")
    print(f"ratio {ours / plain:.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
