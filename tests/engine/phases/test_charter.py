"""Charter: the parties strike cards; what nobody strikes binds them."""

import pytest

from eclaireurs_play.engine.domains import Options
from eclaireurs_play.engine.gestures import Choose
from eclaireurs_play.play.session import Session
from tests.engine.phases.bench import Data, needed, outcome, phase, refused, say, table

CARDS: tuple[Data, ...] = (
    *({"id": f"CR-0{n}", "family": "criteres", "fields": {"couleur": "pluie"}} for n in (1, 2, 3)),
    *({"id": f"GF-0{n}", "family": "rails"} for n in (1, 2)),
)
FORESEEN = {"criteria": ["CR-01", "CR-03"], "guardrails": {"GF-02": {"axis": "cout", "at_most": 4}}}
WEIGHS = {"ana": -1, "bob": 1}
PARTIES = {"criteria": "criteres", "guardrails": "rails", "suit": "couleur", "who": ["ana", "bob"]}


def _charter(
    *lines: str, past: bool = False, charter: Data | None = None, **more: object
) -> Session:
    essai = phase("charter", **{**PARTIES, **more})
    return say(table(essai, cards=CARDS, charter=charter, past=past), *lines)


def test_what_nobody_strikes_is_the_charter() -> None:
    session = _charter("ana choisit criteres=CR-02", "ana passe", "bob passe", "clôt")
    assert outcome(session).items == ("CR-01", "CR-03", "GF-01", "GF-02")
    assert outcome(session).sentence.startswith("La charte garde : CR-01 « C » ; CR-03 « C »")


def test_the_scenario_says_which_cards_are_on_the_table() -> None:
    session = _charter(charter=FORESEEN)
    assert refused(session, "ana choisit criteres=CR-02") == "out-of-domain"
    assert refused(session, "ana choisit rails=GF-01") == "out-of-domain"
    say(session, "ana choisit rails=GF-02", "ana passe", "bob passe", "clôt")
    assert outcome(session).items == ("CR-01", "CR-03")


def test_each_party_strikes_so_many_of_each_family_once() -> None:
    session = _charter(strikes=2)
    assert refused(session, "ana choisit criteres=CR-01+CR-02+CR-03") == "out-of-domain"
    say(session, "ana choisit criteres=CR-01+CR-02")
    assert refused(session, "ana choisit criteres=CR-03") == "already-struck"
    say(session, "ana choisit rails=GF-01", "bob choisit criteres=CR-03", "bob passe", "clôt")
    assert outcome(session).items == ("GF-02",)


def test_a_card_already_struck_is_no_longer_among_those_to_strike() -> None:
    session = _charter("ana choisit criteres=CR-02")
    (ask,) = (one for one in session.legal_actions("bob") if one.about == "criteres")
    assert isinstance(ask.domain, Options)
    assert set(ask.domain.options) == {"CR-01", "CR-03"}
    assert refused(session, "bob choisit criteres=CR-02") == "out-of-domain"


def test_when_a_family_is_all_struck_the_other_party_has_nothing_left_to_say() -> None:
    session = _charter("bob choisit criteres=CR-01", strikes=2)
    say(session, "ana choisit rails=GF-01+GF-02", "ana passe")
    assert needed(session, "bob") == {("pass", "")}
    say(session, "bob passe", "clôt")
    assert outcome(session).items == ("CR-02", "CR-03")


def test_on_paper_two_parties_may_have_struck_the_same_card() -> None:
    session = _charter("ana choisit criteres=CR-02", "bob choisit criteres=CR-02", past=True)
    say(session, "ana passe", "bob passe", "clôt")
    assert outcome(session).items == ("CR-01", "CR-03", "GF-01", "GF-02")
    assert not session.state.deviations


def test_each_party_spares_what_serves_it() -> None:
    """The news it may call on, and the limits on what its own weights say would harm it."""
    rails = {"GF-01": {"axis": "cout", "at_most": 4}, "GF-02": {"axis": "cout", "at_least": -4}}
    cards = (*CARDS[:2], {**CARDS[2], "fields": {"couleur": "soleil"}}, *CARDS[3:])
    session = table(
        phase("charter", **PARTIES), cards=cards,
        charter={"criteria": ["CR-01", "CR-02", "CR-03"], "guardrails": rails},
        game={"suits": {"pluie": {"title": "La pluie", "called_by": ["ana"]},
                        "soleil": {"title": "Le soleil", "called_by": ["bob"]}}},
        axes={"cout": {"title": "Coût", "unit": "k€"}},
        seats={seat: {"role": seat, "weights": {"cout": sign}} for seat, sign in WEIGHS.items()},
    )  # fmt: skip
    for seat, spared in (("ana", {"CR-01", "CR-02", "GF-01"}), ("bob", {"CR-03", "GF-02"})):
        asked = [one.domain for one in session.legal_actions(seat) if one.do == "choose"]
        assert {card for one in asked if isinstance(one, Options) for card in one.spared} == spared
        for one in asked:
            made = one.sample(seat, "criteres", lambda bound: bound - 1)
            assert isinstance(made, Choose)
            assert not set(made.options) & spared


def test_both_parties_are_waited_for_and_nobody_else_strikes() -> None:
    session = _charter("ana passe")
    assert refused(session, "cleo choisit criteres=CR-01") == "not-invited"
    assert refused(session, "clôt") == "charter-unsettled"
    assert needed(session, "ana") == set()
    assert needed(session, "bob") == {("choose", "criteres"), ("choose", "rails")}
    say(session, "bob choisit criteres=CR-01")
    assert needed(session, "bob") == {("choose", "rails")}
    say(session, "bob choisit rails=GF-01", "clôt")
    assert outcome(session).items == ("CR-02", "CR-03", "GF-02")


def test_whoever_has_read_the_charter_no_longer_strikes() -> None:
    session = _charter("ana passe")
    assert refused(session, "ana choisit criteres=CR-01") == "turn-taken"


def test_a_reason_may_be_given_about_any_card() -> None:
    session = _charter("CR-01 ana: Trop vague.", "ana choisit criteres=CR-01", "ana passe")
    say(session, "GF-01 bob: Je la garde.", "bob passe", "clôt")
    told = session.state.results[-1].made
    assert [one.gesture.about for one in told if one.gesture.do == "write"] == ["CR-01", "GF-01"]


@pytest.mark.parametrize("settings", [{"guardrails": None}, {"strikes": 0}])
def test_without_rails_or_strikes(settings: Data) -> None:
    session = _charter(**settings)
    if settings.get("strikes") == 0:
        assert refused(session, "ana choisit criteres=CR-01") == "not-asked"
        assert outcome(say(session, "clôt")).items == ("CR-01", "CR-02", "CR-03", "GF-01", "GF-02")
    else:
        say(session, "ana choisit criteres=CR-01", "bob choisit criteres=CR-02", "clôt")
        assert outcome(session).items == ("CR-03",)


def test_a_past_charter_keeps_what_was_done_twice_and_too_early() -> None:
    session = _charter("ana choisit criteres=CR-01", "ana choisit criteres=CR-02", past=True)
    say(session, "clôt")
    codes = [one.code for one in session.state.deviations]
    assert codes == ["already-struck", "charter-unsettled"]
    assert outcome(session).items == ("CR-03", "GF-01", "GF-02")
    assert session.state.results[-1].closing == "shortened"


def test_a_charter_nobody_struck_says_so_in_the_past_too() -> None:
    session = _charter("clôt", past=True)
    assert session.state.results[-1].closing == "skipped"
    assert len(outcome(session).items) == 5
