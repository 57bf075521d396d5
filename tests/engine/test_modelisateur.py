"""The invariants of le modélisateur stratégique, each with its origin: text, inferred, invented."""

from functools import cache

import pytest

from eclaireurs_play.content import library
from eclaireurs_play.engine.gestures import FACILITATOR, Close, Fill, Share, Write
from eclaireurs_play.engine.negotiation.table import Numbers
from eclaireurs_play.engine.negotiation.zone import zone
from eclaireurs_play.engine.state import State, all_contributions, proposal_named
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import play_until
from tests.engine.playing import actors, outcome, refusal, roles_of, say
from tests.support import REPOSITORY, auto_session, new_session, rules

GAME = "modelisateur-strategique"
SCENARIOS = tuple(one.id for one in library.headers(REPOSITORY) if one.game == GAME)
EVERY = pytest.mark.parametrize("name", SCENARIOS)
SEEDS = (1, 2, 3)


@cache
def _played(name: str, seed: int = 1) -> Session:
    return auto_session(name, seed)


def _root(state: State, name: str) -> str:
    version = proposal_named(state, name)
    while version is not None and version.parent:
        name, version = version.parent, proposal_named(state, version.parent)
    return name


@EVERY
def test_mod_1_text_the_first_proposal_is_the_prescribers(name: str) -> None:
    session = play_until(new_session(name), "proposition")
    (holder,) = actors(session)
    assert roles_of(session, holder) == {"prescripteur"}
    options = {term: next(iter(one.options)) for term, one in session.rules.scenario.terms.items()}
    for seat in session.state.seats.keys() - {holder}:
        refusal(session, seat, Fill("proposition", options))
    assert not session.state.proposals
    assert session.rules.phases["proposition"].locked
    assert _played(name).state.proposals[0].by == holder


@EVERY
@pytest.mark.parametrize("seed", SEEDS)
def test_mod_2_text_every_scenario_descends_from_it(name: str, seed: int) -> None:
    session = _played(name, seed)
    state = session.state
    assert {_root(state, one.id) for one in state.proposals} == {"p1"}
    for phase in ("amendements", "consentement", "priorites"):
        assert outcome(session, phase).items
    assert len(outcome(session, "amendements").items) <= 3


@EVERY
@pytest.mark.parametrize("seed", SEEDS)
def test_mod_3_inferred_every_role_spoke(name: str, seed: int) -> None:
    session = _played(name, seed)
    spoke = {one.by for one in all_contributions(session.state) if one.gesture.do != "pass"}
    assert spoke >= set(session.state.seats)


def test_mod_3_inferred_nobody_is_left_out_of_amendments_and_consent() -> None:
    for phase in ("roles", "amendements", "consentement"):
        session = play_until(new_session(SCENARIOS[0]), phase)
        assert set(actors(session)) == set(session.state.seats)


@EVERY
@pytest.mark.parametrize("seed", SEEDS)
def test_mod_4_text_priorities_are_an_order_with_a_reason(name: str, seed: int) -> None:
    session = _played(name, seed)
    ordered = [item for group in outcome(session, "priorites").ordered for item in group]
    assert sorted(ordered) == sorted(outcome(session, "consentement").items)
    made = next(one.made for one in session.state.results if one.phase == "priorites")
    assert any(isinstance(one.gesture, Write) and one.gesture.about == "raison" for one in made)


@EVERY
@pytest.mark.parametrize("seed", SEEDS)
def test_mod_5_text_the_strategy_sums_to_the_envelope(name: str, seed: int) -> None:
    session = _played(name, seed)
    envelope = session.rules.scenario.envelope
    assert envelope is not None
    assert sum(outcome(session, "strategie").shares.values()) == pytest.approx(envelope.amount)


@EVERY
def test_mod_6_text_money_goes_only_to_the_modes_of_the_list(name: str) -> None:
    session = play_until(new_session(name), "strategie")
    modes = set(session.rules.phases["strategie"].among)  # type: ignore[attr-defined]
    assert modes >= {"achat", "soutien-r-et-d", "pacte-public-communs"}
    assert set(outcome(_played(name), "strategie").items) <= modes
    envelope = session.rules.scenario.envelope
    assert envelope is not None
    refused = refusal(session, "groupe", Share("strategie", {"emprunt": envelope.amount}))
    assert refused.code == "out-of-domain"
    more = refusal(session, "groupe", Share("strategie", {"achat": envelope.amount + 1}))
    assert more.code == "out-of-domain"


@EVERY
def test_mod_7_text_the_canvas_goes_up_by_one_version(name: str) -> None:
    session = _played(name)
    field = session.rules.game.forms["canevas"].fields["version"]
    assert (field.required, field.at_least) == (True, 1)
    assert session.rules.phases["canevas"].repeat is None
    (left,) = (one for one in session.state.results if one.phase == "canevas")
    filled = [one.gesture.values for one in left.made if isinstance(one.gesture, Fill)]
    assert sum("version" in values for values in filled) == 1


@EVERY
def test_mod_8_text_the_host_is_a_third_party(name: str) -> None:
    session = new_session(name)
    assert FACILITATOR not in session.state.seats
    for phase in ("proposition", "amendements", "consentement", "priorites"):
        assert FACILITATOR not in actors(play_until(session, phase))
    assert all(one.by != FACILITATOR for one in _played(name).state.proposals)


@EVERY
def test_mod_9_text_the_jury_comes_from_both_lists_by_a_lot_one_can_draw_again(name: str) -> None:
    def jury(seed: int) -> tuple[str, ...]:
        session = play_until(new_session(name, seed=seed), "jury")
        sizes = "animateur remplit listes listes-electorales=4000 volontaires=60"
        draws = ("animateur pioche listes-electorales", "animateur pioche volontaires")
        return outcome(say(session, sizes, *draws, "clôt"), "jury").items

    assert jury(1) == jury(1) != jury(2)
    assert {one.rsplit("-", 1)[0] for one in jury(1)} == {"listes-electorales", "volontaires"}


def test_mod_10_invented_numbers_never_overrule_what_a_person_objects() -> None:
    """Whatever the numbers say of a proposal, an objection that people keep holds it up."""
    session = play_until(new_session(SCENARIOS[0]), "proposition")
    numbers = Numbers(session.rules.scenario)
    agreed = int(zone(numbers.at(session.state.active)).open.nonzero()[0][0])
    picked = " ".join(f"{term}={one}" for term, one in numbers.space.picked(agreed).items())
    (holder,) = actors(session)
    say(session, f"{holder} propose {picked}", "clôt")
    _pass_all(play_until(session, "amendements"))
    for _ in range(3):
        _object(play_until(session, "consentement"), holder)
    say(session, "clôt")
    assert outcome(session, "consentement").chosen == ("sinon",)
    assert outcome(session, "consentement").items == ("p1",)


def _pass_all(session: Session) -> None:
    for _ in range(2):
        say(session, *(f"{seat} passe" for seat in session.state.seats))
    say(session, "clôt")


def _object(session: Session, holder: str) -> None:
    """Let the last seat object, and let nobody know how to answer it."""
    *others, last = session.state.seats
    leaf = session.state.leaf
    while leaf and leaf.step in {"clarification", "reaction"}:
        say(session, *(f"{seat} passe" for seat in session.state.seats))
        leaf = session.state.leaf
    say(session, *(f"{seat} passe" for seat in others), f"objection {last}: Je ne peux pas.")
    said = f"n{session.state.contributions}"
    say(session, f"groupe choisit {said}=objection")
    if session.state.leaf and session.state.leaf.step == "integration":
        say(session, f"{holder} passe")


def test_mod_11_inferred_the_session_holds_in_half_a_day() -> None:
    game = rules(SCENARIOS[0])
    phases = (*game.children["demi-journee"], *game.children["traduction"])
    assert 120 <= sum(game.phases[phase].minutes for phase in phases) <= 240


def test_mod_12_text_the_inquiry_comes_first_and_its_gate_stays_shut() -> None:
    session = new_session(SCENARIOS[0])
    assert refusal(session, FACILITATOR, Close("declenchement")).rule
    order = list(session.rules.phases)
    assert order.index("terrain") < order.index("paysage") < order.index("proposition")


def test_mod_13_text_the_board_has_its_four_questions() -> None:
    zones = rules(SCENARIOS[0]).phases["paysage"].zones  # type: ignore[attr-defined]
    assert len(zones) == 4
    assert rules(SCENARIOS[0]).phases["paysage"].each_zone == 1  # type: ignore[attr-defined]
