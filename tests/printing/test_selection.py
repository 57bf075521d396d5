import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.errors import NotFoundError
from eclaireurs_play.printing.selection import Pile, Wanted, ranks, wanted

EFFECTS = tuple(f"EF-{n:02}" for n in range(1, 13))
VIEWS = tuple(f"PV-{n:02}" for n in range(1, 5))
PILES = (
    Pile(("effets", "EF", "Effets"), EFFECTS),
    Pile(("points-de-vue", "PV", "Points de vue"), VIEWS),
)


def asked(*names: str) -> Wanted:
    return wanted(names, PILES)


@pytest.mark.parametrize("name", ["effets", "EF", "Effets", "EFFETS", " effets "])
def test_a_family_is_named_by_its_id_its_code_or_its_title(name: str) -> None:
    assert tuple(asked(name)) == EFFECTS


@pytest.mark.parametrize("name", ["EF-02..EF-04", "ef-02..ef-04", "EF-02 .. EF-04", "EF-02…EF-04"])
def test_a_range_holds_both_its_ends(name: str) -> None:
    assert asked(name) == {"EF-02": None, "EF-03": None, "EF-04": None}


@pytest.mark.parametrize("name", ["EF-07x3", "EF-07 × 3", "ef-07*3"])
def test_a_card_may_be_asked_several_times(name: str) -> None:
    assert asked(name) == {"EF-07": 3}


def test_the_larger_number_stands() -> None:
    assert asked("effets", "EF-07x3")["EF-07"] == 3
    assert asked("EF-07x3", "EF-07x2") == {"EF-07": 3}
    assert asked("EF-07x3", "effets")["EF-07"] == 3


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("efets", "vouliez-vous dire « effets » ?"),
        ("EF-40", r"EF va de EF-01 à EF-12"),
        ("zut", "familles : effets, points-de-vue"),
        ("EF-05..EF-01", r"à l'envers : écrivez EF-01\.\.EF-05"),
        ("EF-05..PV-01", "d'une famille à une autre"),
        ("EF-05..EF-99", "EF va de EF-01 à EF-12"),
        ("EF-01x0", "de 1 à 50 fois, pas 0"),
        ("EF-01x51", "de 1 à 50 fois, pas 51"),
    ],
)
def test_what_does_not_exist_is_told_in_a_sentence(name: str, told: str) -> None:
    with pytest.raises(NotFoundError, match=told):
        asked(name)


NAMES = st.lists(st.sampled_from(EFFECTS), max_size=20)
FOUND = st.dictionaries(st.sampled_from(EFFECTS), st.none() | st.integers(1, 4))


@given(NAMES, FOUND)
def test_cards_come_as_many_times_as_asked_in_the_order_of_the_deck(
    names: list[str], found: Wanted
) -> None:
    chosen = ranks(names, found)
    assert chosen == sorted(chosen)
    for name in set(names):
        times = sum(names[rank] == name for rank in chosen)
        assert times == (0 if name not in found else found[name] or names.count(name))


@given(NAMES)
def test_nothing_asked_is_everything(names: list[str]) -> None:
    assert ranks(names, None) == list(range(len(names)))
