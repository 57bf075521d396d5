"""Consent and majorities: what passes, what does not, and what people are told."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.decisions.consent import Fate, Objection, consent
from eclaireurs_play.engine.decisions.majority import (
    ABSOLUTE,
    SIMPLE,
    Threshold,
    Vote,
    majority,
    qualified,
)

PEOPLE = {"maire": "la mairie", "elue": "l'élue", "asso": "l'association"}
FATES: list[Fate] = ["kept", "integrated", "withdrawn", "set-aside"]
OBJECTIONS = st.lists(
    st.builds(Objection, st.sampled_from(sorted(PEOPLE)), st.text(), st.sampled_from(FATES))
)


def votes(yes: int, no: int, abstain: int = 0) -> list[Vote]:
    return [*["yes"] * yes, *["no"] * no, *["abstain"] * abstain]  # type: ignore[list-item]


@given(OBJECTIONS)
def test_consent_is_adopted_if_and_only_if_no_objection_is_kept(made: list[Objection]) -> None:
    verdict = consent(PEOPLE, made)
    assert verdict.adopted == (not verdict.kept)
    assert verdict.kept == tuple(one for one in made if one.fate == "kept")


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        ([], "La proposition est adoptée par consentement : aucune objection."),
        (
            [
                Objection("maire", "le coût", "withdrawn"),
                Objection("elue", "la date", "integrated"),
                Objection("elue", "le lieu", "integrated"),
            ],
            (
                "La proposition est adoptée par consentement : 2 objections intégrées, "
                "1 objection retirée, aucune maintenue."
            ),
        ),
        (
            [Objection("maire", "le coût"), Objection("asso", "la date", "set-aside")],
            "Pas de consentement, 1 objection maintenue : la mairie (le coût).",
        ),
        (
            [Objection("maire", "le coût"), Objection("asso", "la date")],
            (
                "Pas de consentement, 2 objections maintenues : la mairie (le coût) ; "
                "l'association (la date)."
            ),
        ),
    ],
)
def test_consent_is_told_plainly(made: list[Objection], sentence: str) -> None:
    assert consent(PEOPLE, made).sentence == sentence


@pytest.mark.parametrize(
    ("cast", "threshold", "outcome"),
    [
        (votes(3, 2), SIMPLE, "adopted"),
        (votes(1, 0, 6), SIMPLE, "adopted"),
        (votes(2, 2, 1), SIMPLE, "tie"),
        (votes(0, 0, 3), SIMPLE, "rejected"),
        (votes(5, 0), ABSOLUTE, "rejected"),
        (votes(6, 4), ABSOLUTE, "adopted"),
        (votes(5, 5), ABSOLUTE, "rejected"),
        (votes(3, 1, 2), Threshold(of="present"), "rejected"),
        (votes(4, 2, 3), qualified(Fraction(2, 3)), "adopted"),
        (votes(6, 1), qualified(Fraction(2, 3), of="members"), "rejected"),
        (votes(0, 0, 3), qualified(Fraction(2, 3)), "rejected"),
        (votes(10, 0), qualified(Fraction(1)), "adopted"),
    ],
)
def test_thresholds_of_a_body_of_ten(cast: list[Vote], threshold: Threshold, outcome: str) -> None:
    verdict = majority(cast, 10, threshold)
    assert verdict.outcome == outcome
    assert verdict.adopted == (outcome == "adopted")


@pytest.mark.parametrize(
    ("cast", "quorum", "sentence"),
    [
        (votes(3, 2, 1), 6, "3 voix pour, 2 contre, 1 abstention : la proposition est adoptée."),
        (
            votes(2, 3),
            0,
            "2 voix pour, 3 contre : la proposition est rejetée, il fallait 3 voix pour.",
        ),
        (votes(2, 2), 0, "Égalité entre le pour et le contre : 2 voix pour, 2 contre."),
        (
            votes(4, 0),
            6,
            "Quorum non atteint, le vote ne compte pas : 4 présences sur 10, il en faut 6.",
        ),
    ],
)
def test_a_vote_is_told_plainly(cast: list[Vote], quorum: int, sentence: str) -> None:
    verdict = majority(cast, 10, quorum=quorum)
    assert verdict.sentence == sentence
    assert verdict.figures["membres"] == 10


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_one_more_yes_never_harms(yes: int, no: int, abstain: int) -> None:
    before = majority(votes(yes, no, abstain), 30)
    assert not before.adopted or majority(votes(yes + 1, no, abstain), 30).adopted
    assert before.outcome != "tie" or majority(votes(yes + 1, no, abstain), 30).adopted
