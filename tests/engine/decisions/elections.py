"""Published elections, and what tests need to write their own."""

from collections.abc import Iterable

from eclaireurs_play.engine.decisions.tally import Ordering


def named(options: Iterable[str]) -> dict[str, str]:
    return {option: option.upper() for option in options}


def ordering(letters: str) -> Ordering:
    """Read `ABC`, or `A BC` where B and C are tied, or nothing."""
    groups = letters.split() if " " in letters else letters
    return tuple(tuple(group) for group in groups)


def election(*counts: tuple[int, str]) -> tuple[list[Ordering], list[int]]:
    return [ordering(letters) for _, letters in counts], [count for count, _ in counts]


CITIES = {"m": "Memphis", "n": "Nashville", "c": "Chattanooga", "k": "Knoxville"}
TENNESSEE = election((42, "mnck"), (26, "nckm"), (15, "cknm"), (17, "kcnm"))

# M. Schulze's first example: 45 voters.
FORTY_FIVE = election(
    (5, "ACBED"),
    (5, "ADECB"),
    (8, "BEDAC"),
    (3, "CABED"),
    (7, "CAEBD"),
    (2, "CBADE"),
    (7, "DCEBA"),
    (8, "EBADC"),
)
THIRTY = election(
    (5, "ACBD"),
    (2, "ACDB"),
    (3, "ADCB"),
    (4, "BACD"),
    (3, "CBDA"),
    (3, "CDBA"),
    (1, "DACB"),
    (5, "DBAC"),
    (4, "DCBA"),
)
# Where only B > C and D > A are decided.
NINE = election((3, "ABCD"), (2, "DABC"), (2, "DBCA"), (2, "CBDA"))
