"""Borda and Schulze on published elections."""

from fractions import Fraction

from eclaireurs_play.engine.decisions.borda import borda
from eclaireurs_play.engine.decisions.plurality import plurality
from eclaireurs_play.engine.decisions.schulze import schulze
from tests.engine.decisions.elections import (
    CITIES,
    FORTY_FIVE,
    NINE,
    TENNESSEE,
    THIRTY,
    election,
    named,
    ordering,
)


def test_memphis_wins_tennessee_by_plurality() -> None:
    ballots, weights = TENNESSEE
    tally = plurality(CITIES, [ballot[0][0] for ballot in ballots], weights)
    assert tally.ranking == (("m",), ("n",), ("k",), ("c",))
    assert tally.columns == ("voix",)
    assert tally.figures == {"m": (42,), "n": (26,), "c": (15,), "k": (17,)}
    assert tally.sentence == "42 voix sur 100 : « Memphis » arrive en tête."


def test_nashville_wins_tennessee_by_borda() -> None:
    tally = borda(CITIES, *TENNESSEE)
    assert tally.ranking == (("n",), ("c",), ("m",), ("k",))
    assert tally.figures == {"m": (126,), "n": (194,), "c": (173,), "k": (107,)}
    assert tally.sentence == "194 points sur 300 : « Nashville » arrive en tête."


def test_nashville_wins_tennessee_by_schulze() -> None:
    tally = schulze(CITIES, *TENNESSEE)
    assert tally.ranking == (("n",), ("c",), ("k",), ("m",))
    assert tally.duels["n"] == {"m": 58, "c": 68, "k": 68}
    assert tally.duels["k"] == {"m": 58, "n": 32, "c": 17}
    assert tally.figures["n"] == (3, 0, 0)
    assert tally.sentence == (
        "Duels gagnés, 3 sur 3 : « Nashville » l'emporte sur chaque autre option."
    )


def test_schulze_s_forty_five_voters() -> None:
    tally = schulze(named("ABCDE"), *FORTY_FIVE)
    assert tally.ranking == (("E",), ("A",), ("C",), ("B",), ("D",))
    assert tally.duels == {
        "A": {"B": 20, "C": 26, "D": 30, "E": 22},
        "B": {"A": 25, "C": 16, "D": 33, "E": 18},
        "C": {"A": 19, "B": 29, "D": 17, "E": 24},
        "D": {"A": 15, "B": 12, "C": 28, "E": 14},
        "E": {"A": 23, "B": 27, "C": 21, "D": 31},
    }
    assert tally.chains == {
        "A": {"B": 28, "C": 28, "D": 30, "E": 24},
        "B": {"A": 25, "C": 28, "D": 33, "E": 24},
        "C": {"A": 25, "B": 29, "D": 29, "E": 24},
        "D": {"A": 25, "B": 28, "C": 28, "E": 24},
        "E": {"A": 25, "B": 28, "C": 28, "D": 31},
    }
    assert tally.sentence == (
        "Duels gagnés, 3 sur 4 : « E » arrive en tête par la force de ses chaînes de duels, "
        "sans l'emporter sur chaque autre option."
    )


def test_schulze_s_thirty_voters() -> None:
    assert schulze(named("ABCD"), *THIRTY).ranking == (("D",), ("A",), ("C",), ("B",))


def test_schulze_keeps_the_ties_of_nine_voters() -> None:
    tally = schulze(named("ABCD"), *NINE)
    assert tally.ranking == (("B", "D"), ("A", "C"))
    assert tally.sentence == "Égalité entre « B » et « D » au terme des duels."
    above = {
        one + other
        for one, row in tally.chains.items()
        for other, strength in row.items()
        if strength > tally.chains[other][one]
    }
    assert above == {"BC", "DA"}


def test_a_perfect_circle_is_a_tie() -> None:
    ballots = [ordering("ABC"), ordering("BCA"), ordering("CAB")]
    assert schulze(named("ABC"), ballots).ranking == (("A", "B", "C"),)
    assert schulze(named("ABC"), ballots).sentence == (
        "Égalité entre toutes les options au terme des duels."
    )
    assert borda(named("ABC"), ballots).sentence == (
        "Égalité entre toutes les options : 3 points sur 6 pour chaque option."
    )


def test_the_weakest_duel_of_a_circle_is_the_one_won_by_fewest_ballots() -> None:
    # A > B by 4 to 2, B > C by 5 to 4, C > A by 6 to 3: margins would undo B > C instead.
    tally = schulze(named("ABC"), *election((2, "BCA"), (4, "CAB"), (3, "AB C")))
    assert tally.ranking == (("B",), ("C",), ("A",))


def test_left_out_options_are_tied_last() -> None:
    cut, whole = [ordering("B")], [ordering("B ACD")]
    for rule in (borda, schulze):
        assert rule(named("ABCD"), cut) == rule(named("ABCD"), whole)
    assert borda(named("ABCD"), cut).figures["A"] == (1,)


def test_ties_share_the_points_of_their_places() -> None:
    tally = borda(named("ABCD"), [ordering("AB C D")], [Fraction(1, 3)])
    assert tally.ranking == (("A", "B"), ("C",), ("D",))
    assert tally.figures["A"] == (Fraction(5, 6),)
    assert tally.sentence == (
        "Égalité entre « A » et « B » : environ 0,83 point sur 1 pour chaque option."
    )


def test_a_blank_ballot_favours_nobody() -> None:
    ballots = [ordering("BA"), ()]
    assert borda(named("AB"), ballots).ranking == (("B",), ("A",))
    assert schulze(named("AB"), ballots).ranking == (("B",), ("A",))
    assert schulze(named("AB"), [()]).sentence.startswith("Rien ne départage")
