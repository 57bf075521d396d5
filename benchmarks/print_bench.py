"""The same cards printed by four printers, in one run: seconds, memory, bytes, and ratios.

54, 500 and 2,000 fronts and backs of 63 × 88 mm, nine to an A4 sheet with crop marks: forty words
of French wrapped live, a title, a band, a star. Each printer is a whole process that reads one
file of cards and writes one PDF; it says its own seconds, imports left out. Then a whole kit is
printed from the library. Prints what is measured beside what is aimed at; asserts nothing.

`python benchmarks/print_bench.py [N…]`; the rivals: `pip install --group bench`.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent / "printers"
sys.path.insert(0, str(HERE))

import sample  # noqa: E402 - stands beside the printers, which are no package

SIZES = (54, 500, 2000)
RUNS, LONG = 5, 10.0
"""Runs of each printer, in turns; one that took this many seconds is not run again."""

KIT = "jeu-des-impacts"
BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024
"""What the system counts peak memory in."""

KEEPING = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Every printer keeps its compiled modules, as it does once installed."""

PRINTERS = {
    "ours": ("eclaireurs_play", "with_ours.py"),
    "reportlab": ("reportlab", "with_reportlab.py"),
    "typst": ("typst", "with_typst.py"),
    "weasyprint": ("weasyprint", "with_weasyprint.py"),
}
"""The package each printer needs, and its script."""


@dataclass(frozen=True)
class Cost:
    """The least of several runs: seconds of the process, without imports, MB; bytes written."""

    whole: float
    inside: float
    memory: float
    size: int


def run(command: list[str]) -> tuple[float, float, str]:
    """Run a process; give its seconds, its peak memory in MB and what it said."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=KEEPING) as process:
        said = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds, usage.ru_maxrss * BYTES_PER_UNIT / 1e6, said


def costs(cards: Path, output: Path) -> dict[str, Cost]:
    """Run every printer there is, in turns, so that a busy moment spoils no one alone."""
    found: dict[str, Cost] = {}
    for _ in range(RUNS):
        for name, (package, script) in PRINTERS.items():
            before = found.get(name)
            if find_spec(package) is None or (before and before.whole > LONG):
                continue
            command = [sys.executable, str(HERE / script), str(cards), str(output)]
            whole, memory, said = run(command)
            cost = Cost(whole, json.loads(said), memory, output.stat().st_size)
            found[name] = least(before, cost) if before else cost
    return found


def least(one: Cost, other: Cost) -> Cost:
    """Keep the least of two runs."""
    return Cost(
        min(one.whole, other.whole),
        min(one.inside, other.inside),
        min(one.memory, other.memory),
        other.size,
    )


def compare(count: int, folder: Path) -> None:
    """Print a table of every printer for so many cards."""
    cards = folder / "cards.json"
    sample.write(count, cards)
    found = costs(cards, folder / "cards.pdf")
    print(f"\n{count} cards       whole    inside   memory    a card   ours is")
    for name in PRINTERS:
        if name not in found:
            print(f"  {name:<11} not installed: skipped")
            continue
        one, ours = found[name], found["ours"]
        print(
            f"  {name:<11} {one.whole:>7.3f} s {one.inside:>7.3f} s {one.memory:>5.0f} MB "
            f"{one.size / count / 1000:>6.2f} kB   {ours.whole / one.whole:.2f} × whole, "
            f"{ours.inside / one.inside:.2f} × inside"
        )
    if count == max(SIZES):
        print("  aims: 1.3 × reportlab and under typst, whole; 90 MB; 0.5 kB a card")


def kit(folder: Path) -> float:
    """Give the least seconds of the whole command that prints a kit."""
    command = [sys.executable, "-m", "eclaireurs_play.cli.main", "print", KIT]
    return min(run([*command, "-o", str(folder / "kit.pdf")])[0] for _ in range(RUNS))


def main(arguments: list[str]) -> None:
    """Compare the printers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in [int(one) for one in arguments] or SIZES:
            compare(count, folder)
        print(f"\n{KIT}, whole command: {kit(folder):.2f} s (aim: 1 s)")


if __name__ == "__main__":
    main(sys.argv[1:])
