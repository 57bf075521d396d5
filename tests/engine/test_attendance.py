"""Who holds each seat: people come, go, take over, share; the program holds one for a while."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.attendance import holding
from eclaireurs_play.engine.codec import setup_from_data
from eclaireurs_play.engine.flow import Moved
from eclaireurs_play.engine.gestures import (
    FACILITATOR,
    GROUP,
    Action,
    Choose,
    Close,
    Draw,
    Held,
    Seat,
    Write,
)
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.transition import legal_actions, transition
from eclaireurs_play.engine.view import view
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import luck_from, play_until
from eclaireurs_play.testing.attendance import any_seat, eventful_play, people_come_and_go
from tests.engine.playing import actors, outcome, refusal, say
from tests.support import EVERYTHING, SCENARIOS, content, new_session, rules

TWO = ("gardienne", "musicien")
SEEDS = st.integers(0, 2**64 - 1)


def seat(session: Session, name: str, *people: str, held: Held = "people") -> Session:
    """Say who holds a seat from now on."""
    session.play(Action(FACILITATOR, Seat(name, people, held)))
    return session


def leaves(session: Session, name: str) -> Session:
    """Leave a seat empty."""
    return seat(session, name, held="empty")


def needed(session: Session, actor: str) -> set[str]:
    """List what the phase waits for from someone."""
    return {one.do for one in session.legal_actions(actor) if one.needed}


def may_close(session: Session) -> bool:
    """Tell whether the phase may close, nothing more being waited for."""
    return "close" in needed(session, FACILITATOR)


@settings(max_examples=8)
@given(st.sampled_from((*SCENARIOS[:1], "cantine-locale", "bouton-bruit", EVERYTHING)), SEEDS)
def test_whoever_comes_or_goes_a_session_ends_and_loses_nothing(name: str, seed: int) -> None:
    people_come_and_go(rules(name), seed)


@settings(max_examples=15)
@given(st.sampled_from((*SCENARIOS, "bouton-bruit", EVERYTHING)), SEEDS, st.integers(0, 90))
def test_what_one_may_do_follows_from_what_one_may_see(name: str, seed: int, steps: int) -> None:
    session = new_session(name, seed=seed)
    list(eventful_play(session, seed, steps))
    for who in session.state.seats:
        seen = view(session.state, who).state
        mine = legal_actions(session.rules, session.state, who)
        assert mine == legal_actions(session.rules, seen, who)


@settings(max_examples=10)
@given(st.sampled_from(("cantine-locale", EVERYTHING)), SEEDS)
def test_simulated_players_end_a_session_whatever_seats_they_are_given(
    name: str, seed: int
) -> None:
    setup = Setup(seed=seed, simulated=(*rules(name).scenario.seats, FACILITATOR, GROUP))
    session, luck = Session(rules(name), setup), luck_from(seed, "relèves")
    for count, _action in enumerate(autoplay(session)):
        gesture = any_seat(session.rules, luck)
        held: Held = "empty" if gesture.held == "empty" else "simulated"
        if count % 5 == 0 and session.state.status == "playing":
            moved = Action(FACILITATOR, replace(gesture, people=(), held=held))
            if isinstance(transition(session.rules, session.state, moved), Moved):
                session.play(moved)
    assert session.state.status == "over"


def test_a_round_goes_on_without_whoever_left_and_takes_them_back() -> None:
    session = play_until(new_session(EVERYTHING), "encore")
    first, second, _third = actors(session)
    assert needed(session, first)
    leaves(session, first)
    assert not session.legal_actions(first)
    refused = refusal(session, first, Write("note", "je reste"))
    assert refused.code == "nobody-there"
    assert needed(session, second)
    seat(session, first)
    assert needed(session, first)
    assert not needed(session, second)


def test_a_vote_ends_without_the_ballot_of_whoever_left() -> None:
    session = play_until(new_session(EVERYTHING), "oui-non")
    for one in TWO:
        say(session, f"{one} choisit oui-non=oui")
    assert not may_close(session)
    leaves(session, "voisin")
    assert may_close(session)
    say(session, "clôt")
    assert outcome(session, "oui-non").chosen == ("oui",)
    assert "2 voix" in outcome(session, "oui-non").sentence


def test_a_ballot_counts_although_its_voter_left() -> None:
    session = play_until(new_session(EVERYTHING), "oui-non")
    say(session, "voisin choisit oui-non=non", "gardienne choisit oui-non=oui")
    leaves(session, "voisin")
    say(session, "musicien choisit oui-non=non", "clôt")
    assert outcome(session, "oui-non").chosen == ("non",)


def test_an_amendment_whose_holder_left_is_answered_by_the_group() -> None:
    session = play_until(new_session("cantine-locale"), "amendements")
    (holder,) = {one.by for one in session.state.proposals if not one.parent}
    amends = next(one for one in actors(session) if "fill" in needed(session, one))
    ask = next(one for one in session.legal_actions(amends) if one.do == "fill")
    session.play(Action(amends, ask.domain.sample(amends, ask.about, luck_from(1))))
    if session.rules.phases["amendements"].model_dump()["accepts"] == "holder":
        assert "choose" in needed(session, holder)
    leaves(session, holder)
    assert "choose" in needed(session, GROUP)
    seat(session, holder, "Omar")
    assert "choose" in needed(session, holder) or "choose" in needed(session, GROUP)


def objecting() -> Session:
    """Come to where everyone but the neighbour has said whether they object."""
    session = play_until(new_session(EVERYTHING), "accord")
    while session.state.leaf and session.state.leaf.step != "objection":
        for one in actors(session):
            say(session, f"{one} passe")
    say(session, "objection gardienne: le bruit, pour les voisins", "musicien passe")
    return session


def test_consent_goes_on_when_the_last_to_speak_leaves_and_shows_what_was_silent() -> None:
    session = objecting()
    leaf = session.state.leaf
    assert leaf is not None
    assert any(one.hidden for one in leaf.made)
    events = session.play(Action(FACILITATOR, Seat("voisin", (), "empty")))
    leaf = session.state.leaf
    assert leaf is not None
    assert leaf.step == "examen"
    assert not any(one.hidden for one in leaf.made)
    assert any(one.reveals for one in events)


def test_a_consent_that_nobody_attends_is_not_one() -> None:
    session = objecting()
    for one in (*TWO, "voisin"):
        leaves(session, one)
    say(session, "clôt")
    assert outcome(session, "accord").chosen == ("sinon",)
    assert session.state.results[-1].closing == "shortened"


def test_an_exchange_of_roles_leaves_the_last_sheets_to_those_who_left() -> None:
    session = play_until(new_session(EVERYTHING), "distribution")
    before = sorted(one.role for one in session.state.seats.values())
    first, second, third = actors(session)
    for one in (first, second):
        session.play(Action(one, Draw("role")))
        say(session, f"{one} passe")
    leaves(session, third)
    assert may_close(session)
    assert sorted(one.role for one in session.state.seats.values()) == before


def test_someone_who_arrives_during_an_exchange_brings_a_sheet() -> None:
    session = play_until(new_session(EVERYTHING, seats=TWO), "distribution")
    session.play(Action("gardienne", Draw("role")))
    seat(session, "voisin", "Omar")
    assert len(session.state.piles["role"]) == 2
    for one in ("gardienne", "musicien", "voisin"):
        if "draw" in needed(session, one):
            session.play(Action(one, Draw("role")))
        say(session, f"{one} passe")
    assert may_close(session)
    held = {one.role for one in session.state.seats.values()}
    assert held == {"gardienne", "musicien", "voisin"}


def test_whoever_arrives_plays_in_the_phase_already_and_in_those_that_follow() -> None:
    session = play_until(new_session(EVERYTHING, seats=TWO), "oui-non")
    for one in TWO:
        say(session, f"{one} choisit oui-non=oui")
    seat(session, "voisin", "Omar")
    assert actors(session) == (*TWO, "voisin")
    assert "choose" in needed(session, "voisin")
    say(session, "voisin choisit oui-non=non", "clôt")
    assert "voisin" in actors(session)
    assert session.view("voisin").sheets == ("voisin",)


def test_places_are_gone_through_once_each_and_none_of_them_empty() -> None:
    for back in (False, True):
        session = play_until(new_session(EVERYTHING), "avis")
        leaves(session, "musicien")
        taken = []
        while session.state.leaf and session.state.leaf.phase == "avis":
            taken.append(session.state.path[-2].item)
            if back and holding(session.state, "musicien") == "empty":
                seat(session, "musicien", "Omar")
            for one in actors(session):
                if session.legal_actions(one):
                    say(session, f"{one} va à +1")
            say(session, "clôt")
        assert taken == ["gardienne", *(["musicien"] if back else []), "voisin"]


def test_a_seat_that_a_situation_needs_is_left_with_a_deviation_and_a_reason() -> None:
    session = new_session(EVERYTHING)
    leaves(session, "voisin")
    assert not session.state.deviations
    session.play(Action(FACILITATOR, Seat("musicien", (), "empty", "un train")))
    (deviation,) = session.state.deviations
    assert (deviation.code, deviation.phase) == ("seat-needed", "entree")
    assert session.state.handovers[-1].reason == "un train"
    assert holding(session.state, "musicien") == "empty"


def test_too_many_people_are_refused_and_noted_in_the_past() -> None:
    known = rules(EVERYTHING)
    players = known.game.players.model_copy(update={"max": 2})
    narrow = replace(known, game=known.game.model_copy(update={"players": players}))
    for past in (False, True):
        session = Session(narrow, Setup(seats=TWO, past=past))
        moved = transition(narrow, session.state, Action(FACILITATOR, Seat("voisin")))
        if past:
            assert isinstance(moved, Moved)
            assert [one.code for one in moved.state.deviations] == ["too-many-there"]
        else:
            assert isinstance(moved, Refused)
            assert moved.rule


@pytest.mark.parametrize(
    ("name", "by", "gesture", "code"),
    [
        (EVERYTHING, "gardienne", Seat("voisin"), "facilitator-only"),
        (EVERYTHING, FACILITATOR, Seat("personne"), "unknown-seat"),
        (EVERYTHING, FACILITATOR, Seat(GROUP, (), "simulated"), "unknown-seat"),
        (EVERYTHING, FACILITATOR, Seat("gardienne"), "nothing-changes"),
        (EVERYTHING, FACILITATOR, Seat("gardienne", ("Léa",), "empty"), "out-of-domain"),
        (EVERYTHING, FACILITATOR, Seat("gardienne", ("Léa", "Léa")), "out-of-domain"),
        (EVERYTHING, FACILITATOR, Seat("gardienne", ("Léa\nOmar",)), "out-of-domain"),
        (EVERYTHING, FACILITATOR, Seat("gardienne", ("L" * 81,)), "out-of-domain"),
        ("bouton-bruit", FACILITATOR, Seat("porteur", ("Léa",)), "anonymous"),
        ("bouton-bruit", FACILITATOR, Seat("porteur", (), "empty", "un train"), "anonymous"),
        ("bouton-bruit", FACILITATOR, Seat("heron", (), "simulated"), "anonymous"),
        ("bouton-bruit", FACILITATOR, Seat("heron", (), "empty"), "anonymous"),
        ("bouton-bruit", FACILITATOR, Seat("heron"), "anonymous"),
        (EVERYTHING, FACILITATOR, Seat("gardienne", ("Léa", "Omar ")), "out-of-domain"),
    ],
)
def test_what_can_t_be_is_refused(name: str, by: str, gesture: Seat, code: str) -> None:
    assert refusal(new_session(name), by, gesture).code == code


def test_what_was_kept_to_a_seat_stays_with_those_who_held_it() -> None:
    session = seat(new_session("zone-logistique"), "maire", "Léa")
    session.play(Action("maire", Write("note", "entre nous", "facilitator")))
    seat(session, "maire", "Léa", "Omar")
    assert len(view(session.state, "maire").state.aside) == 1
    seat(session, "maire", "Zoé")
    assert not view(session.state, "maire").state.aside
    assert len(view(session.state, FACILITATOR).state.aside) == 1
    session.play(Action("maire", Write("note", "à moi", "facilitator")))
    assert len(view(session.state, "maire").state.aside) == 1


def test_nobody_waits_for_the_papers_of_a_pseudonym_that_left() -> None:
    session = play_until(new_session("bouton-bruit"), "postures")
    assert refusal(session, FACILITATOR, Close("postures")).code == "turns-left"
    for phase in ("postures", "profils", "groupe"):
        session = play_until(session, phase)
        _gone, *others = actors(session)
        for one in others:
            _answers(session, one)
        say(session, "clôt")
        assert session.state.results[-1].closing == "shortened"
    assert len(outcome(session, "groupe").items) == len(others)


def test_a_group_too_small_says_so_although_papers_are_missing() -> None:
    session = play_until(new_session("bouton-bruit"), "groupe")
    for one in actors(session)[:2]:
        say(session, f"{one} choisit rejoint=0")
    assert refusal(session, FACILITATOR, Close("groupe")).code == "group-too-small"


def _answers(session: Session, actor: str) -> None:
    ask = next(one for one in session.legal_actions(actor) if one.do in {"choose", "fill"})
    options = Choose("rejoint", ("0",)) if ask.about == "rejoint" else None
    session.play(Action(actor, options or ask.domain.sample(actor, ask.about, luck_from(1))))


def test_a_phase_that_counts_on_someone_away_may_close_and_says_it_was_cut_short() -> None:
    session = play_until(new_session(EVERYTHING), "idee")
    assert refusal(session, FACILITATOR, Close("idee")).code == "turns-left"
    leaves(session, "gardienne")
    assert may_close(session)
    say(session, "clôt")
    assert session.state.results[-1].closing == "skipped"


def test_a_seat_handed_to_the_program_negotiates_and_stops_when_given_back() -> None:
    session = play_until(new_session("cantine-locale"), "proposition")
    (holder,) = actors(session)
    assert not list(autoplay(session))
    seat(session, holder, held="simulated")
    made = list(autoplay(session))
    assert [one.by for one in made][:1] == [holder]
    assert session.state.proposals
    contribution = session.state.leaf.made[-1] if session.state.leaf else None
    assert contribution is None or contribution.simulated
    seat(session, holder, "Omar")
    assert not list(autoplay(session))


def test_a_journal_that_holds_one_name_as_a_text_is_still_read() -> None:
    setup = setup_from_data({"people": {"maire": "Léa", "jury": ["Zoé", "Paul"]}})
    assert setup is not None
    assert setup.people == {"maire": ("Léa",), "jury": ("Zoé", "Paul")}


def test_a_seat_begins_with_the_people_it_was_given() -> None:
    session = new_session(EVERYTHING, people={"gardienne": ("Léa", "Omar")})
    assert session.state.seats["gardienne"].people == ("Léa", "Omar")
    assert content(EVERYTHING).scenario.seats["gardienne"].role == "gardienne"
