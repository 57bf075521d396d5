"""Plurality, approval, points and channels: figures, words, and ballots that are refused."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from eclaireurs_play.engine.decisions.approval import approval
from eclaireurs_play.engine.decisions.borda import borda
from eclaireurs_play.engine.decisions.channels import Cast, Channel, by_channel, channel_weights
from eclaireurs_play.engine.decisions.consent import Objection, consent
from eclaireurs_play.engine.decisions.judgment import majority_judgment
from eclaireurs_play.engine.decisions.majority import majority, qualified
from eclaireurs_play.engine.decisions.plurality import plurality
from eclaireurs_play.engine.decisions.points import Allocation, Caps, points
from eclaireurs_play.engine.decisions.schulze import schulze
from tests.engine.decisions.elections import named, ordering

ABC = named("ABC")
CAPS = Caps(total=5, each=3, owners={"A": "ana"})
CHANNELS = {"web": Channel("en ligne"), "gare": Channel("en gare", Fraction(3, 2))}
CASTS = [
    *[Cast("web", ordering("ABC"))] * 4,
    *[Cast("gare", ordering("BAC"))] * 2,
]


def test_plurality_leaves_blank_ballots_out() -> None:
    tally = plurality(ABC, ["A", "B", None, "A", "B", "C"])
    assert tally.first == ("A", "B")
    assert tally.sentence == "Égalité entre « A » et « B » : 2 voix sur 5 pour chaque option."
    assert plurality(ABC, [None]).sentence.startswith("Rien ne départage")


def test_approval_counts_empty_ballots() -> None:
    tally = approval(ABC, [frozenset("AB"), frozenset("B"), frozenset()])
    assert tally.ranking == (("B",), ("A",), ("C",))
    assert tally.columns == ("approbations",)
    assert tally.sentence == "2 approbations sur 3 : « B » arrive en tête."


def test_points_show_how_many_gave_them() -> None:
    ballots = [Allocation("ana", {"B": 3, "C": 1}), Allocation("bob", {"A": 3, "C": 2})]
    tally = points(ABC, CAPS, ballots)
    assert tally.ranking == (("A", "B", "C"),)
    assert tally.columns == ("points", "bulletins")
    assert tally.figures == {"A": (3, 1), "B": (3, 1), "C": (3, 2)}
    assert tally.sentence == (
        "Égalité entre toutes les options : 3 points sur 9 pour chaque option."
    )


def test_a_weight_per_ballot_lets_turnout_count() -> None:
    tally = by_channel(ABC, CHANNELS, CASTS, borda)
    assert tally.ranking == (("A",), ("B",), ("C",))
    assert tally.turnout == {"web": 4, "gare": 2}
    assert tally.apart["gare"].first == ("B",)
    assert tally.columns == ("points", "points (en ligne)", "points (en gare)")
    assert tally.figures["A"] == (11, 8, 2)
    assert tally.sentence == (
        "11 points sur 14 : « A » arrive en tête. "
        "Sont comptés 4 bulletins par « en ligne », 2 bulletins par « en gare »."
    )


def test_a_weight_per_channel_does_not() -> None:
    tally = by_channel(ABC, CHANNELS, CASTS, schulze, "channel")
    assert tally.first == ("B",)
    weights = channel_weights(CHANNELS, CASTS, "channel")
    assert weights == (*[Fraction(1, 4)] * 4, *[Fraction(3, 4)] * 2)


REFUSED: list[Callable[[], object]] = [
    lambda: plurality({}, []),
    lambda: plurality(ABC, ["D"]),
    lambda: plurality(ABC, ["A"], [1, 1]),
    lambda: plurality(ABC, ["A"], [-1]),
    lambda: approval(ABC, [frozenset("AD")]),
    lambda: borda(ABC, [ordering("ABA")]),
    lambda: borda(ABC, [(("A",), ())]),
    lambda: schulze(ABC, [ordering("AD")]),
    lambda: points(ABC, CAPS, [Allocation("bob", {"A": 4})]),
    lambda: points(ABC, CAPS, [Allocation("bob", {"A": 3, "B": 3})]),
    lambda: points(ABC, CAPS, [Allocation("bob", {"A": -1})]),
    lambda: points(ABC, CAPS, [Allocation("ana", {"A": 1})]),
    lambda: majority_judgment(ABC, ["Bien"], []),
    lambda: majority_judgment(ABC, ["Bien", "Passable"], [{"A": "Parfait"}]),
    lambda: by_channel(ABC, CHANNELS, [Cast("poste", ())], borda),
    lambda: consent({}, []),
    lambda: consent({"ana": "Ana"}, [Objection("bob", "la date")]),
    lambda: majority(["yes", "yes"], 1),
    lambda: majority(["oui"], 1),  # type: ignore[list-item]
    lambda: majority(["yes"], 1, qualified(Fraction(1, 3))),
]


@pytest.mark.parametrize("call", REFUSED)
def test_a_ballot_that_cannot_be_counted_is_the_caller_s_mistake(
    call: Callable[[], object],
) -> None:
    with pytest.raises(ValueError, match=r"\w+"):
        call()
