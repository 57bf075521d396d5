"""Prioritise and allocate: figures people write, and what becomes of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.domains import Amounts
from eclaireurs_play.engine.gestures import Share
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import luck_from
from tests.engine.phases.bench import SEATS, needed, outcome, phase, refused, say, table

ZONES = {"un": "Un", "deux": "Deux"}
PAYSAGE = phase("compose", "paysage", zones=ZONES, families=["fam"], who="group")
CARDS = ({"id": "XX-01", "family": "fam"}, {"id": "XX-02", "family": "fam"})
LAID = ("groupe pose XX-01 dans un", "groupe pose XX-02 dans un")
ITEMS = {"un": "Un", "deux": "Deux", "trois": "Trois"}
WHY = "raison groupe: C'est le plus pressé."
CRITERIA = {"effet": {"title": "Effet"}, "risque": {"title": "Risque", "wanted": False}}


def _prioritise(*lines: str, past: bool = False, **settings: object) -> Session:
    essai = phase("prioritise", items=ITEMS, criteria=CRITERIA, order="free", **settings)
    return say(table(essai, past=past), *lines)


def _rated() -> tuple[str, ...]:
    return tuple(f"{seat} évalue {item} effet=4 risque=2" for seat in SEATS for item in ITEMS)


def test_everyone_rates_everything_before_the_group_orders() -> None:
    session = _prioritise("ana évalue un effet=5 risque=1")
    assert refused(session, "groupe classe essai un > deux > trois") == "rate-first"
    assert refused(session, "ana évalue un effet=6 risque=1") == "out-of-domain"
    assert refused(session, "clôt") == "no-order-yet"
    assert needed(session, "ana") == {("rate", "deux"), ("rate", "trois")}


def test_the_order_is_the_group_s_whatever_the_figures_and_has_a_reason() -> None:
    session = _prioritise(*_rated(), "groupe classe essai trois > un ~ deux")
    assert ("write", "raison") in needed(session, "groupe")
    say(session, "raison groupe: C'est le plus pressé.", "clôt")
    assert outcome(session).ordered == (("trois",), ("un", "deux"))
    assert outcome(session).items == ("trois", "un", "deux")
    assert outcome(session).sentence == "trois > un = deux"


def test_the_order_may_stop_at_the_first_ones() -> None:
    session = _prioritise(*_rated(), top=2)
    assert refused(session, "groupe classe essai un > deux > trois") == "out-of-domain"
    say(session, "groupe classe essai deux > un", WHY, "clôt")
    assert outcome(session).items == ("deux", "un")


def test_the_last_order_counts() -> None:
    orders = ("groupe classe essai un > deux > trois", "groupe classe essai trois > deux > un")
    session = say(_prioritise(*_rated(), *orders), WHY, "clôt")
    assert outcome(session).items == ("trois", "deux", "un")


def test_an_order_waits_for_its_reason() -> None:
    session = _prioritise(*_rated(), "groupe classe essai un > deux > trois")
    assert refused(session, "clôt") == "no-reason-yet"
    say(session, WHY, "clôt")
    assert session.state.results[-1].closing == "complete"


def test_a_past_order_without_a_reason_is_noted() -> None:
    session = _prioritise(*_rated(), "groupe classe essai un > deux > trois", "clôt", past=True)
    assert [one.code for one in session.state.deviations] == ["no-reason-yet"]
    assert outcome(session).items == ("un", "deux", "trois")


def test_a_past_order_may_have_come_before_the_figures() -> None:
    session = _prioritise("groupe classe essai un > deux > trois", WHY, "clôt", past=True)
    assert [one.code for one in session.state.deviations] == ["rate-first", "rate-first"]
    assert outcome(session).items == ("un", "deux", "trois")


def test_nothing_to_order_asks_for_nothing() -> None:
    idea = phase("propose", "idee", who=["ana"], may=["skip"])
    session = say(table(idea, phase("prioritise", criteria=CRITERIA, uses=["idee"])), "clôt")
    say(session, "clôt")
    assert outcome(session).items == ()


def _allocate(*lines: str, **settings: object) -> Session:
    essai = phase("allocate", **{"among": ITEMS, "total": 10, "unit": "k€", **settings})
    return say(table(essai, envelope={"amount": 40}), *lines)


@pytest.mark.parametrize(
    "parts",
    ["un=9", "un=11", "un=11 deux=-1", "un=9.5 deux=0.5", "un=4 quatre=6", "un=7 deux=3"],
)
def test_parts_that_do_not_come_out_right_are_refused(parts: str) -> None:
    assert refused(_allocate(most_each=6), f"groupe répartit essai {parts}") == "out-of-domain"


def test_parts_add_up_and_the_last_sharing_counts() -> None:
    session = _allocate("groupe répartit essai un=10", "groupe répartit essai un=4 deux=6")
    assert outcome(say(session, "clôt")).shares == {"un": 4, "deux": 6, "trois": 0}
    assert outcome(session).items == ("un", "deux")


def test_the_scenario_s_envelope_is_the_total() -> None:
    session = _allocate(total=None, unit="")
    assert refused(session, "groupe répartit essai un=10") == "out-of-domain"
    say(session, "groupe répartit essai un=25 trois=15", "clôt")
    assert sum(outcome(session).shares.values()) == 40


def test_it_waits_for_a_sharing() -> None:
    assert refused(_allocate(), "clôt") == "not-shared"


def test_several_people_share_and_the_average_still_adds_up() -> None:
    session = _allocate(who="each-seat", order="together")
    say(session, "ana répartit essai un=10", "bob répartit essai deux=10")
    say(session, "cleo répartit essai un=5 trois=5", "clôt")
    assert sum(outcome(session).shares.values()) == pytest.approx(10)
    assert outcome(session).shares["un"] == 5


@given(
    st.floats(0.5, 500).map(lambda one: round(one, 1)) | st.integers(1, 500).map(float),
    st.none() | st.floats(0.1, 300).map(lambda one: round(one, 1)),
    st.integers(0, 8),
    st.booleans(),
    st.integers(0, 2**32),
)
def test_a_sampled_sharing_is_right_whenever_one_can_be(
    total: float, most: float | None, lines: int, whole: bool, seed: int
) -> None:
    items = {f"l{number}": "Ligne" for number in range(lines)}
    domain = Amounts(items, total, "k€", most_each=most, whole=whole)
    shared = domain.sample("ana", "essai", luck_from(seed))
    assert isinstance(shared, Share)
    assert bool(domain.mistake(shared)) == bool(domain.impossible)


@pytest.mark.parametrize(
    ("lines", "total", "most", "whole", "why"),
    [
        (0, 10, None, True, "il n'y a rien entre quoi répartir"),
        (2, 10, 4, True, "2 lignes à 4 au plus n'en font pas 10"),
        (1, 10, 9, True, "1 ligne à 9 au plus n'en font pas 10"),
        (4, 10, 2.5, True, "4 lignes à 2 au plus n'en font pas 10"),
        (4, 10, 2.5, False, ""),
        (2, 7.5, None, True, "des parts entières ne font jamais 7.5"),
        (3, 0.3, 0.1, False, ""),
        (40, 100, 3, True, ""),
    ],
)
def test_a_sharing_that_can_t_come_out_right_says_why(
    lines: int, total: float, most: float | None, whole: bool, why: str
) -> None:
    items = {f"l{number}": "Ligne" for number in range(lines)}
    assert Amounts(items, total, most_each=most, whole=whole).impossible == why


def test_lines_too_few_for_the_total_are_said_and_stop_nobody() -> None:
    essai = phase("allocate", uses=["paysage"], total=10, most_each=4)
    session = say(table(PAYSAGE, essai, cards=CARDS), *LAID, "clôt")
    assert needed(session, "groupe") == set()
    assert outcome(say(session, "clôt")).sentence == (
        "Rien n'est réparti : 2 lignes à 4 au plus n'en font pas 10."
    )
    assert session.state.results[-1].closing == "complete"


def test_options_too_few_for_the_points_are_said_and_stop_nobody() -> None:
    essai = phase("vote", uses=["paysage"], method="points", question="Quoi ?", most_each=2)
    session = say(table(PAYSAGE, essai, cards=CARDS), *LAID, "clôt")
    assert needed(session, "ana") == set()
    assert outcome(say(session, "clôt")).sentence == (
        "Le vote n'a pas eu lieu : 2 lignes à 2 au plus n'en font pas 5."
    )


def test_without_an_envelope_hundredths_are_shared_whatever_the_unit() -> None:
    essai = phase("allocate", among=ITEMS, unit="k€")
    session = table(essai)
    (ask,) = (one for one in session.legal_actions("groupe") if one.do == "share")
    assert ask.prompt == "Répartir 100 %"
    say(session, "groupe répartit essai un=60 deux=40", "clôt")
    assert "60 %" in outcome(session).sentence
