"""Majority judgment on published profiles."""

import pytest

from eclaireurs_play.engine.decisions.judgment import majority_judgment
from eclaireurs_play.engine.decisions.schulze import schulze
from tests.engine.decisions.elections import election, named

SEVEN = ("Excellent", "Très bien", "Bien", "Assez bien", "Passable", "Insuffisant", "À rejeter")
FOUR = ("Excellent", "Bien", "Passable", "Insuffisant")

# OpinionWay for Terra Nova, April 2012, in hundredths of a per cent (M. Balinski & R. Laraki).
# Bayrou's published figures add up to 100.01: the last is one less here.
POLL_2012 = {
    "Hollande": (1248, 1615, 1642, 1167, 1479, 1425, 1424),
    "Bayrou": (258, 977, 2171, 2524, 2008, 1194, 868),
    "Sarkozy": (963, 1235, 1628, 1099, 1113, 787, 3175),
    "Mélenchon": (543, 950, 1289, 1465, 1710, 1506, 2537),
}


def test_the_french_poll_of_2012() -> None:
    columns = [
        [mention for mention, count in zip(SEVEN, profile, strict=True) for _ in range(count)]
        for profile in POLL_2012.values()
    ]
    ballots = [dict(zip(POLL_2012, row, strict=True)) for row in zip(*columns, strict=True)]
    tally = majority_judgment({name: name for name in POLL_2012}, SEVEN, ballots)
    assert tally.ranking == (("Hollande",), ("Bayrou",), ("Sarkozy",), ("Mélenchon",))
    assert tally.profiles == POLL_2012
    assert tally.figures == {
        "Hollande": ("Assez bien", 4505, 4328),
        "Bayrou": ("Assez bien", 3406, 4070),
        "Sarkozy": ("Passable", 4925, 3962),
        "Mélenchon": ("Passable", 4247, 4043),
    }
    assert tally.sentence == (
        "Mention majoritaire « Assez bien », 4505 voix au-dessus, 4328 au-dessous : "
        "« Hollande » arrive en tête."
    )


def test_a_condorcet_winner_may_have_a_lower_mention() -> None:
    ballots = [
        {"A": "Excellent", "B": "Passable", "C": "Insuffisant"},
        {"A": "Insuffisant", "B": "Passable", "C": "Excellent"},
        {"A": "Passable", "B": "Excellent", "C": "Bien"},
    ]
    tally = majority_judgment(named("ABC"), FOUR, ballots, [35, 34, 31])
    assert tally.ranking == (("C",), ("A",), ("B",))
    assert schulze(named("ABC"), *election((35, "ABC"), (34, "CBA"), (31, "BCA"))).first == ("B",)
    assert [tally.figures[option][0] for option in "ABC"] == ["Passable", "Passable", "Bien"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EBBPI", "EBPPI"),  # a better median
        ("BBPI", "EPPP"),  # both better than worse: more above
        ("BPPPI", "BPPII"),  # neither better than worse: fewer below
        ("EEPPI", "EPPII"),  # one on either side
        ("PPP", "BPI"),  # as many above as below: fewer of them
        ("BBII", "PIII"),  # an even jury takes the lower middle, then more above
    ],
)
def test_the_gauge_ranks_small_juries(one: str, other: str) -> None:
    words = {word[0]: word for word in FOUR}
    ballots = [{"A": words[a], "B": words[b]} for a, b in zip(one, other, strict=True)]
    assert majority_judgment(named("AB"), FOUR, ballots).ranking == (("A",), ("B",))


def test_equal_gauges_are_a_tie_said_as_such() -> None:
    tally = majority_judgment(
        named("AB"), FOUR, [{"A": "Bien", "B": "Bien"}, {"A": "Excellent", "B": "Excellent"}]
    )
    assert tally.ranking == (("A", "B"),)
    assert tally.sentence == (
        "Égalité entre « A » et « B » : mention majoritaire « Bien » pour chaque option."
    )


def test_what_is_left_out_gets_the_worst_mention() -> None:
    tally = majority_judgment(named("AB"), FOUR, [{"A": "Passable"}])
    assert tally.figures == {"A": ("Passable", 0, 0), "B": ("Insuffisant", 0, 0)}


def test_without_ballots_no_mention_is_given() -> None:
    tally = majority_judgment(named("AB"), FOUR, [])
    assert tally.figures == {"A": ("", 0, 0), "B": ("", 0, 0)}
    assert tally.ranking == (("A", "B"),)
    assert tally.sentence == "Rien ne départage les options : aucune n'est désignée."
