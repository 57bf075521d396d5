"""Times of the negotiation kernel on a synthetic scenario, in milliseconds of processor time.

Each is the best of several runs; what starts from the scenario reads its decimals afresh. The
frontier is also given beside the plain way to find it: each proposal compared with every other.

Prints; asserts nothing. `python benchmarks/negotiation_bench.py [seats]`
"""

import sys
from collections.abc import Callable
from time import process_time

from eclaireurs_play.engine import chance
from eclaireurs_play.engine.negotiation import tactics
from eclaireurs_play.engine.negotiation.compromises import egalitarian, nash, utilitarian
from eclaireurs_play.engine.negotiation.estimates import estimates
from eclaireurs_play.engine.negotiation.exact import exact
from eclaireurs_play.engine.negotiation.frontier import frontier
from eclaireurs_play.engine.negotiation.reasons import objection
from eclaireurs_play.engine.negotiation.standing import standing
from eclaireurs_play.engine.negotiation.styles import STYLES
from eclaireurs_play.engine.negotiation.table import NegotiationTable, Numbers
from eclaireurs_play.engine.negotiation.zone import zone, zones
from eclaireurs_play.model.scenario import Scenario

SIZES = (5, 5, 5, 5, 4, 2)
AXES = tuple(f"axe-{number}" for number in range(7))
TEXT = dict.fromkeys(
    ("summary", "source", "attribution", "license", "origin_note", "context", "question"), "Essai."
)
STREAM = chance.key(1, "banc")
RUNS = 5


def scenario(seats: int) -> Scenario:
    """Build 5,000 proposals over seven axes, with decimals and five surprises."""
    counter = iter(range(1 << 30))

    def number(least: int, most: int) -> float:
        return least + chance.below(STREAM, next(counter), most - least + 1)

    def moves() -> dict[str, float]:
        return {axis: number(-99, 99) / 2 for axis in AXES}

    terms = {
        f"terme-{at}": {
            "title": "Terme",
            "options": {
                f"o{one}": {"title": "Option", "moves": moves(), "later": moves()}
                for one in range(size)
            },
        }
        for at, size in enumerate(SIZES)
    }
    places = {
        f"place-{at}": {
            "role": "role",
            "weights": {axis: number(1, 9) * (-1) ** int(number(0, 1)) for axis in AXES},
            "red_lines": [{"axis": AXES[at % len(AXES)], "at_most": 60 + number(0, 40)}],
            "reservation": 0.4,
            "long_view": at / 10,
            "shows": AXES[:3],
        }
        for at in range(seats)
    }
    surprises = {
        f"surprise-{at}": {"title": "Surprise", "text": "Essai.", "moves": moves()}
        for at in range(5)
    }
    return Scenario.model_validate(
        TEXT
        | {"id": "banc", "game": "banc", "title": "Banc"}
        | {"axes": {axis: {"title": axis, "unit": "k€"} for axis in AXES}}
        | {"terms": terms, "seats": places, "surprises": surprises}
    )


def timed(name: str, work: Callable[[], object]) -> float:
    """Print the best time of some work, and give it in seconds."""
    times = []
    for _ in range(RUNS):
        exact.cache_clear()
        start = process_time()
        work()
        times.append(process_time() - start)
    print(f"{name:<52}{min(times) * 1000:>10.3f} ms")
    return min(times)


def plainly(table: NegotiationTable) -> int:
    """Count the proposals that no other matches for every seat and betters for one."""
    brought = table.satisfaction
    return sum(
        not ((brought >= one).all(axis=0) & (brought > one).any(axis=0)).any()
        for one in brought.T[:, :, None]
    )


def main(seats: int) -> None:
    """Time everything once warm."""
    built = scenario(seats)
    numbers = Numbers(built)
    table = numbers.at()
    print(f"{table.space.size} proposals, {seats} seats, {len(AXES)} axes, 5 surprises")
    print(f"on the frontier: {frontier(table).size}; in the zone: {zone(table).count}")
    timed("one table, from the scenario", lambda: Numbers(built).at())
    timed("zones, from the scenario (6 contexts)", lambda: zones(Numbers(built)))
    timed("table, frontier and zone, from the scenario", lambda: _all(built))
    ours = timed("frontier", lambda: frontier(table))
    plain = timed("frontier, each proposal beside every other", lambda: plainly(table))
    print(f"{'ratio':<52}{ours / plain:>10.3f}")
    timed("zone", lambda: zone(table))
    timed("nash", lambda: nash(table))
    timed("egalitarian", lambda: egalitarian(table))
    timed("utilitarian", lambda: utilitarian(table))
    timed("where an agreement stands", lambda: standing(table, 1234))
    timed("what one seat guesses of the others", lambda: estimates(table, "place-0"))
    _players(numbers)


def _all(built: Scenario) -> None:
    table = Numbers(built).at()
    frontier(table)
    zone(table)


def _players(numbers: Numbers) -> None:
    table = numbers.at()
    seen = tactics.outlook(table, "place-0", STYLES["mixed"])
    timed("outlook of a seat", lambda: tactics.outlook(table, "place-0", STYLES["mixed"]))
    timed("opening", lambda: tactics.opening(seen, 800_000, lambda _: 0))
    timed("amendment", lambda: tactics.amendment(seen, 1234, 800_000, lambda _: 0))
    objects = int(table.objections[0].argmax())
    timed("objection in words", lambda: objection(table, "place-0", objects))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
