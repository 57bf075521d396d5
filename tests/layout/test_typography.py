import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.layout.typography import (
    ADDED,
    Span,
    french,
    paragraphs,
    pieces,
    plain,
    spans,
    syllables,
)

HARD_CASES = [
    ("l'œuvre", "l’œuvre"),
    ("Qu'est-ce qu'on fait?", "Qu’est-ce qu’on fait\u202f?"),
    ("12 000 €", "12\u202f000\u00a0€"),
    ("1 200 000 habitants", "1\u202f200\u202f000 habitants"),
    ("en 2024 300 personnes", "en 2024 300 personnes"),
    ("30 %", "30\u00a0%"),
    ("30%", "30\u00a0%"),
    ("13,7 ha", "13,7\u00a0ha"),
    ("7 h 40", "7\u00a0h\u00a040"),
    ("« Et dans dix ans ? »", "«\u202fEt dans dix ans\u202f?\u202f»"),
    ("«Oui.»", "«\u202fOui.\u202f»"),
    ("Attendez...", "Attendez…"),
    ("Voici : rien", "Voici\u00a0: rien"),
    ("Voici: rien", "Voici\u00a0: rien"),
    ("à 12:30 précises", "à 12:30 précises"),
    ("quoi ?!", "quoi\u202f?!"),
    ("rien ; tout", "rien\u202f; tout"),
    ("de -3 à +3", "de −3 à +3"),
    ("n° 5", "n°\u00a05"),
    ("le 1er mars, la 2e fois", "le 1er mars, la 2e fois"),
    ("au XXIe siècle", "au XXIe siècle"),
    ("12\u202f000 €", "12\u202f000\u00a0€"),
    ("M. Petit et Mme Roux, p. 3", "M.\u00a0Petit et Mme\u00a0Roux, p.\u00a03"),
    ("la pomme douce", "la pomme douce"),
    ("voir https://exemple.fr/a?b=1:2 ici", "voir https://exemple.fr/a?b=1:2 ici"),
    ("deux  espaces", "deux espaces"),
]


@pytest.mark.parametrize(("written", "printed"), HARD_CASES)
def test_french_rules(written: str, printed: str) -> None:
    assert french(written) == printed


@pytest.mark.parametrize(("written", "printed"), HARD_CASES)
def test_french_rules_are_stable(written: str, printed: str) -> None:
    assert french(printed) == printed
    assert french(french(written)) == french(written)


@given(st.text(alphabet="abé 0123456789'.:;!?«»-%€_/h", max_size=60))
def test_french_applied_twice_changes_nothing_more(text: str) -> None:
    assert french(french(text)) == french(text)


@given(st.text())
def test_french_adds_no_other_characters_than_it_says(text: str) -> None:
    assert set(french(text)) <= {*text, *ADDED, " "}


def test_folded_yaml_keeps_one_line_end_between_paragraphs() -> None:
    assert paragraphs("Un.\nDeux.\n\n Trois.\n") == ("Un.", "Deux.", "Trois.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dit _ainsi_, oui", (Span("dit "), Span("ainsi", emphasis=True), Span(", oui"))),
        ("_deux mots_", (Span("deux mots", emphasis=True),)),
        ("un_mot_entier", (Span("un_mot_entier"),)),
        ("https://a.fr/_x_/y", (Span("https://a.fr/_x_/y"),)),
        ("seul _ ici", (Span("seul _ ici"),)),
    ],
)
def test_emphasis(text: str, found: tuple[Span, ...]) -> None:
    assert spans(text) == found


def test_plain_text_has_no_marks() -> None:
    assert plain("dit _ainsi_, oui") == "dit ainsi, oui"


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("anticonstitutionnellement", True),
        ("l’aménagement,", True),
        ("Varsanges", False),
        ("route", False),
        ("SRADDET", False),
        ("24heures24", False),
    ],
)
def test_only_long_words_in_lower_case_are_hyphenated(word: str, cut: bool) -> None:
    parts = syllables(word)
    assert "".join(parts) == word
    assert (len(parts) > 1) is cut
    if cut:
        letters = [sum(one.isalpha() for one in part) for part in parts]
        assert min(letters) >= 2
        assert letters[0] >= 3
        assert letters[-1] >= 3


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("peut-être", ("peut-", "être")),
        ("Croix-Haute", ("Croix-Haute",)),
        ("vis-à-vis", ("vis-à-vis",)),
        ("https://exemple.fr/un/deux", ("https://", "exemple.fr/", "un/", "deux")),
    ],
)
def test_where_a_word_may_break(word: str, parts: tuple[str, ...]) -> None:
    assert pieces(word) == parts
