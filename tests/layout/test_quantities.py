import pytest

from eclaireurs_play.layout.facts import facts
from eclaireurs_play.layout.quantities import Written, amount, field_words, figure
from eclaireurs_play.model.fields import Field
from tests.layout.deciding import deciding


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (40, "40"), (2.5, "2,5"), (-3, "−3"), (12000, "12 000"), (0.25, "0,25")],
)
def test_a_figure_is_written_in_french(value: float, text: str) -> None:
    assert figure(value) == text


def test_a_signed_figure_shows_both_signs() -> None:
    assert [figure(value, signed=True) for value in (6, 0, -6)] == ["+6", "0", "−6"]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1, "points", "1 point"),
        (-1.5, "jours/an", "−1,5 jour/an"),
        (1, "hameaux", "1 hameau"),
        (2, "points", "2 points"),
        (1, "mois", "1 mois"),
        (720, "€/mois", "720 €/mois"),
        (1, "h", "1 h"),
        (3, "", "3"),
    ],
)
def test_a_unit_agrees_with_its_number(value: float, unit: str, text: str) -> None:
    assert amount(value, unit).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("value", "field", "text"),
    [
        ("vice", Field.model_validate({"one_of": {"vice": "Vice-présidence"}}), "Vice-présidence"),
        (("a", "b"), Field.model_validate({"many_of": {"a": "Un", "b": "Deux"}}), "Un, Deux"),
        (40.0, Field(number="h/mois"), "40\u00a0h/mois"),
        ("mot pour mot", Field(text=20), "mot pour mot"),
        ("inconnu", None, "inconnu"),
    ],
)
def test_a_field_is_said_in_words(value: Written, field: Field | None, text: str) -> None:
    assert field_words(value, field) == text


def test_facts_follow_the_family_and_keep_figures_apart() -> None:
    content = deciding()
    first, second = (card for card in content.cards if card.family == "postes")
    family = content.families["postes"]
    assert facts(first, family).short == ("Décision", "Lundi, Mardi")
    assert facts(first, family).figures == (("40", "h/mois"), ("1 720", "€/mois"))
    assert facts(second, family).long == (("Note", "Le soir."),)
