"""How fast sessions are simulated: a yardstick, a rival, real scenarios, and what memory it takes.

(a) REF-NEG v1: four players, twelve rounds, four issues of five values; the digests of 2,000,
10,000 and 1,000,000 sessions are known. (b) One scenario of `library/`, four parties, four issues
of five options, twenty rounds, players who concede with time: on NegMAS, on the executors of
simulations, and by alternating offers, the protocol of NegMAS, with the same utilities. (c) The
scenarios that ship, then whole commands. (a), (b) and the table of (c) are in seconds of processor
time, on one core, the least of several runs for all but the reference engine; commands are in
seconds of the clock. Prints what is measured beside what is aimed at; asserts nothing.

`python benchmarks/simulation_bench.py [SESSIONS]`: sessions of the last command, 1,000,000 by
default, 0 to do without. NegMAS and numba: `pip install --group bench`; left out if missing.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from eclaireurs_play import api
from eclaireurs_play.content import library
from eclaireurs_play.engine.negotiation.table import NegotiationTable
from eclaireurs_play.simulation import executor
from eclaireurs_play.simulation.batch import Batch, played
from eclaireurs_play.simulation.lockstep import chance, offers, speed
from eclaireurs_play.simulation.lockstep.chance import Floats, Words
from eclaireurs_play.simulation.lockstep.offers import Ended, Protocol

HERE = Path(__file__).parent / "library"
FOUR = "vingt-tours"
ROUNDS, PACES, FLOOR = 20, (0.5, 1.0, 2.0, 4.0), 0.3

YARDSTICK = Protocol((5,) * 4, offers.aspirations(PACES, 48, floor=FLOOR))
DIGESTS = {2_000: "3bda1f0787e3", 10_000: "a13199856ed8", 1_000_000: "ddc2bdc05062"}
SEED = 42

RUNS = 5
SECONDS = 1.0
"""How long the reference engine is watched."""

COMMAND = "cantine-secheresse"
ALONE = ("--jobs", "1")
BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024
"""What the system counts peak memory in."""

Work = Callable[[], object]


def least(work: Work, runs: int = RUNS) -> float:
    """Give the least seconds of processor time of several runs, once warm."""
    work()
    found = []
    for _ in range(runs):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def line(name: str, *figures: str) -> None:
    """Print a line of a table."""
    print(f"  {name:<34}" + "".join(f"{one:>14}" for one in figures), flush=True)


def kernels() -> Iterator[tuple[str, bool]]:
    """Give the ways to play alternating offers that are installed."""
    yield "numpy", False
    if speed.installed():
        yield "numba", True
    else:
        line("numba", "not installed")


def keys(count: int) -> Words:
    """Give the keys of the first sessions of the yardstick."""
    return chance.mix(np.uint64(SEED) ^ chance.mix(np.arange(count, dtype=np.uint64)))


def digest(ended: Ended) -> str:
    """Give the digest of a run of the yardstick."""
    told = ended.offers.astype("<i8").tobytes() + ended.turns.astype("<i8").tobytes()
    return sha256(told).hexdigest()[:12]


def yardstick() -> None:
    """Reproduce the digests of REF-NEG v1, and time it."""
    print("\n(a) REF-NEG v1, one core; aims: 60,000 sessions/s with numpy, 600,000 with numba")
    line("", "sessions/s", *(f"{count:,}" for count in DIGESTS))
    some = keys(50_000)
    for name, compiled in kernels():
        rate = some.size / least(partial(offers.play, YARDSTICK, some, compiled=compiled))
        told = (
            "same" if digest(offers.play(YARDSTICK, keys(count), compiled=compiled)) == known
            else "DIFFERS"
            for count, known in DIGESTS.items()
        )  # fmt: skip
        line(name, f"{rate:,.0f}", *told)


def shares(table: NegotiationTable) -> list[list[list[float]]]:
    """Give what each option brings, by seat, term and option; the best proposal brings 1."""
    space, terms = table.space, table.numbers.scenario.terms
    found = []
    for seat in table.seats:
        moves = [
            [terms[term].options[one].moves.get(seat, 0) for one in options]
            for term, options in zip(space.terms, space.options, strict=True)
        ]
        span = sum(max(row) - min(row) for row in moves)
        found.append([[(one - min(row)) / span for one in row] for row in moves])
    return found


@dataclass(frozen=True)
class Rate:
    """Sessions a second, and what was done a second."""

    name: str
    sessions: float
    done: float


def four(batch: Batch) -> Iterator[Rate]:
    """Measure the same scenario everywhere."""
    brought = shares(batch.rules.numbers.at())
    if find_spec("negmas"):
        yield rival(brought)
    else:
        line("NegMAS", "not installed")
    yield reference(batch)
    acts = sum(played(batch, number)[0].state.actions for number in range(1, 17)) / 16
    for name, compiled in kernels():
        rate = in_lockstep(batch, compiled=compiled)
        yield Rate(f"our game, lock-step, {name}", rate, rate * acts)
    protocol = Protocol((5,) * 4, offers.aspirations(PACES, 4 * ROUNDS, floor=FLOOR))
    worths: Floats = np.array([np.concatenate(rows) for rows in brought])
    some = keys(20_000)
    for name, compiled in kernels():
        spent = least(partial(offers.play, protocol, some, worths, compiled=compiled))
        turns = offers.play(protocol, some, worths).turns.sum()
        yield Rate(f"alternating offers, {name}", some.size / spent, float(turns) / spent)


def in_lockstep(batch: Batch, *, compiled: bool) -> float:
    """Give the sessions a second of lock-step, without numba or with it from the first."""
    os.environ[speed.SWITCH] = str(int(compiled))
    numbers = range(1, executor.AT_ONCE[executor.LOCKSTEP] + 1)
    spent = least(lambda: executor.play(batch, executor.LOCKSTEP, numbers))
    del os.environ[speed.SWITCH]
    return len(numbers) / spent


def rival(brought: list[list[list[float]]], count: int = 20) -> Rate:
    """Measure NegMAS; what it negotiates about is made ready before."""
    from with_negmas import Rival  # noqa: PLC0415 - only where it is installed

    ready = Rival(brought, PACES, ROUNDS, FLOOR)
    spent = least(lambda: [ready.run() for _ in range(count)]) / count
    _, made = ready.run()
    return Rate("NegMAS, alternating offers", 1 / spent, made / spent)


def reference(batch: Batch) -> Rate:
    """Measure the reference engine on whole sessions, one after the other."""
    played(batch, 1)
    sessions, actions, start = 0, 0, time.process_time()
    while (spent := time.process_time() - start) < SECONDS or not sessions:
        sessions += 1
        actions += played(batch, sessions)[0].state.actions
    return Rate("our game, reference engine", sessions / spent, actions / spent)


def same_scenario() -> None:
    """Print the same scenario everywhere, beside the rival."""
    print("\n(b) four parties, 4 issues × 5, 20 rounds, one core; aim: 300 × NegMAS")
    line("", "sessions/s", "× NegMAS", "actions/s", "× NegMAS")
    found = list(four(Batch(api.rules_of(api.playable(FOUR, HERE)), SEED)))
    first = found[0] if found[0].name.startswith("NegMAS") else None
    for one in found:
        line(
            one.name,
            f"{one.sessions:,.0f}",
            f"{one.sessions / first.sessions:,.1f}" if first else "-",
            f"{one.done:,.0f}",
            f"{one.done / first.done:,.1f}" if first else "-",
        )
    print("  an offer and what the others answer are one action of NegMAS and of our offers")


def library_scenarios() -> None:
    """Print the scenarios that ship; with their calm twins on lock-step, without elsewhere."""
    print("\n(c) scenarios that ship, one core; aims: 10,000 with numpy, 20,000 actions/s")
    ways = list(kernels())
    line("", *(f"{name}/s" for name, _ in ways), "reference/s", "actions/s")
    found = library.catalogue(library.roots())
    for one in (header for header in found if header.kind == "scenario"):
        batch = Batch(api.rules_of(api.playable(one.id)), SEED)
        quick = ["-"] * len(ways)
        if not executor.lockstep().playable(batch.rules):
            quick = [f"{in_lockstep(batch, compiled=compiled):,.0f}" for _, compiled in ways]
        slow = reference(batch)
        line(one.id, *quick, f"{slow.sessions:,.1f}", f"{slow.done:,.0f}")


def command(count: int, folder: Path, *more: str) -> tuple[float, float]:
    """Simulate in another process; give its seconds and the peak memory of a process, in MB."""
    words = [sys.executable, "-m", "eclaireurs_play.cli.main", "simulate", COMMAND, *more]
    words += ["--sessions", str(count), "--seed", "7", "--out", str(folder)]
    start = time.perf_counter()
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, words)
    return seconds, usage.ru_maxrss * BYTES_PER_UNIT / 1e6


def commands(most: int) -> None:
    """Print what whole commands take, columns and report written."""
    print(f"\n    eclaireurs simulate {COMMAND}, report included; aims: 5 s, 500 MB")
    line("", "seconds", "MB", "sessions/s")
    with tempfile.TemporaryDirectory() as name:
        runs = [command(10_000, Path(name, str(at))) for at in range(3)]
        print_run("10,000 sessions, every core", 10_000, *min(runs))
        print_run("10,000 sessions, --jobs 1", 10_000, *command(10_000, Path(name, "one"), *ALONE))
    if most:
        with tempfile.TemporaryDirectory() as name:
            told = f"{most:,} sessions, --jobs 1"
            print_run(told, most, *command(most, Path(name, "most"), *ALONE))


def print_run(name: str, count: int, seconds: float, memory: float) -> None:
    """Print a command."""
    line(name, f"{seconds:,.2f}", f"{memory:,.0f}", f"{count / seconds:,.0f}")


def one_core() -> set[int]:
    """Keep this process on one core, where the system can; give those it had."""
    if not hasattr(os, "sched_setaffinity"):
        return set()
    had = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(had)})
    return had


def main(most: int) -> None:
    """Measure everything."""
    had = one_core()
    yardstick()
    same_scenario()
    library_scenarios()
    if had:
        os.sched_setaffinity(0, had)
    commands(most)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
