"""The invariants of les démineurs, each with its origin: text, inferred or invented."""

from collections import Counter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.gestures import (
    FACILITATOR,
    GROUP,
    Action,
    Audience,
    Choose,
    Close,
    Fill,
    Pass,
)
from eclaireurs_play.engine.setup import Setup, start
from eclaireurs_play.play.narration import tell
from eclaireurs_play.play.session import Session
from eclaireurs_play.synthesis import build, to_markdown
from eclaireurs_play.testing import play_until, playout
from tests.engine.playing import actors, outcome, refusal, roles_of, say
from tests.support import auto_session, new_session, rules

NAMES = (
    "robot-inscriptions",
    "capteurs-verre",
    "placard-commun",
    "bouton-bruit",
    "seance-sans-papier",
    "carte-ombre",
)
NAME = NAMES[0]
RULES = rules(NAME)
FAMILIES = ["existe", "pour-qui", "numerique", "pieges", "pas"]
STEPS = ("premier", "deuxieme", "troisieme")


def _played(session: Session, phase: str) -> int:
    return sum(one.phase == phase for one in session.state.results)


@pytest.mark.parametrize("name", NAMES)
def test_dem_1_text_five_days_and_one_question_a_day(name: str) -> None:
    session = auto_session(name)
    drawn = [one.outcome.items for one in session.state.results if one.phase == "question"]
    assert [len(cards) for cards in drawn] == [1] * 5
    assert [session.rules.cards[card].family for (card,) in drawn] == FAMILIES


def test_dem_2_invented_there_are_eight_questions_for_each_day() -> None:
    families = Counter(card.family for card in RULES.cards.values())
    assert families == dict.fromkeys(FAMILIES, 8)


def test_dem_3_text_nobody_challenges_more_than_two_ideas() -> None:
    session = play_until(new_session(NAME), "groupe")
    seat = actors(session)[0]
    assert refusal(session, seat, Choose("rejoint", ("2",))).code == "too-many-at-once"
    session.play(Action(seat, Choose("rejoint", ("1",))))


def test_dem_4_text_only_those_who_joined_contribute() -> None:
    session = play_until(new_session(NAME), "groupe")
    away, *members = actors(session)
    session.play(Action(away, Choose("rejoint", ("non",))))
    session.play_all([Action(one, Choose("rejoint", ("0",))) for one in members])
    session = play_until(session, "contributions")
    assert set(actors(session)) == set(members)
    refusal(session, away, Fill("contribution", {"piege": "Je passais par là."}))


def test_dem_5_text_who_never_contributed_is_flagged_at_the_end_without_a_name() -> None:
    session = play_until(new_session(NAME), "contributions")
    silent, *others = actors(session)
    for _ in range(5):
        assert session.state.lapses == ()
        session.play_all([Action(one, Fill("contribution", {"piege": "Ici."})) for one in others])
        say(session, "clôt")
        session = play_until(
            session, "contributions" if _played(session, "question") < 5 else "pitch"
        )
    (lapse,) = session.state.lapses
    assert lapse.code == "under-quota"
    assert lapse.sentence.endswith("il en manque à 1 personne.")
    assert not any(session.rules.name(one) in lapse.sentence for one in (silent, *others))


@pytest.mark.parametrize("phase", ["pitch", "decision"])
def test_dem_6_text_the_holder_alone_writes_the_pitch_and_decides(phase: str) -> None:
    session = play_until(new_session(NAME), phase)
    assert actors(session) == ("porteur",)
    assert RULES.phases[phase].locked
    refusal(session, FACILITATOR, Close(phase))


@pytest.mark.parametrize("answer", ["oui", "non", "abstention"])
def test_dem_7_text_three_steps_if_one_goes_on_and_none_otherwise(answer: str) -> None:
    session = play_until(new_session(NAME), "decision")
    session.play(Action("porteur", Choose("decision", (answer,))))
    say(session, "clôt")
    assert session.state.leaf is not None
    if answer != "oui":
        assert outcome(session, "decision").chosen == ("non",)
        assert session.state.leaf.phase == "idee-posee"
        return
    assert session.state.leaf.phase == "trois-pas"
    assert RULES.game.forms["etapes"].fields.keys() == set(STEPS)
    for step in STEPS:
        assert refusal(session, FACILITATOR, Close("trois-pas")).code == "blank-fields"
        session.play(Action("porteur", Fill("etapes", {step: "Appeler l'accueil, mardi."})))
    say(session, "clôt")
    assert _played(session, "idee-posee") == 0


@given(st.integers(0, 40))
def test_dem_8_text_no_name_is_ever_kept(seed: int) -> None:
    session = new_session(NAME, seed=seed)
    assert all(seat.people == () for seat in session.state.seats.values())
    seat = next(iter(session.state.seats))
    answer = start(RULES, Setup(seed=seed, people={seat: ("Dominique",)}))
    assert isinstance(answer, Refused)
    assert answer.code == "anonymous"


def test_dem_9_text_a_profile_is_made_of_choices_and_of_no_words() -> None:
    assert all(field.many_of for field in RULES.game.forms["profil"].fields.values())


def test_dem_10_text_everyone_who_challenges_takes_a_stance() -> None:
    session = auto_session(NAME)
    seats = session.state.seats.values()
    held = [seat.stance for seat in seats if seat.role == "demineur"]
    assert len(held) == RULES.scenario.seated - 1  # type: ignore[operator]
    assert set(held) <= RULES.stances.keys()
    assert {"utopiste", "realiste", "naif"} <= RULES.stances.keys()
    assert len(RULES.stances) >= 9
    assert roles_of(session, "porteur") == {"porteur"}


def _silent_one() -> tuple[Session, str]:
    """Play five days during which one member of the group gives back blank papers."""
    session = play_until(new_session(NAME), "groupe")
    session.play_all([Action(one, Choose("rejoint", ("0",))) for one in actors(session)])
    silent = actors(session)[-1]
    say(session, "clôt")
    for day in range(1, 6):
        session = play_until(session, "contributions")
        others = [one for one in actors(session) if one != silent]
        session.play_all([Action(one, Fill("contribution", {"piege": "Ici."})) for one in others])
        assert not any(one.code == "under-quota" for one in session.state.lapses)
        say(session, "clôt")
        assert _played(session, "contributions") == day
    return session, silent


def test_dem_5_text_the_flag_is_told_and_written_up() -> None:
    session, silent = _silent_one()
    (flag,) = [one for one in session.state.lapses if one.code == "under-quota"]
    assert session.rules.name(silent) not in flag.sentence
    told = list(tell(session.rules, session.state, session.played[-1].events))
    assert f"À noter : {flag.sentence}" in told
    for audience in get_args(Audience):
        written = to_markdown(build(session.rules, session.state, audience))
        assert flag.sentence in written.replace("\\", "")
    assert session.state.deviations == ()


def test_dem_5_inferred_whoever_left_a_paper_once_is_not_flagged() -> None:
    session = auto_session(NAME, 3)
    assert session.state.lapses == ()


@pytest.mark.parametrize("phase", ["pitch", "decision", "trois-pas"])
def test_dem_6_text_nobody_else_writes_in_the_place_of_the_holder(phase: str) -> None:
    session = play_until(new_session(NAME), "decision" if phase == "trois-pas" else phase)
    if phase == "trois-pas":
        say(session, "porteur choisit decision=oui", "clôt")
    gestures = {
        "pitch": Fill("pitch", {"nom": "Le placard"}),
        "decision": Choose("decision", ("non",)),
        "trois-pas": Fill("etapes", {STEPS[0]: "Rien."}),
    }
    for seat in (*(session.state.seats.keys() - {"porteur"}), FACILITATOR, GROUP):
        refusal(session, seat, gestures[phase])


@pytest.mark.parametrize("seed", range(4))
def test_dem_7_text_random_sessions_end_with_three_steps_or_none(seed: int) -> None:
    session = playout(RULES, seed)
    assert session.state.status == "over"
    went_on = outcome(session, "decision").chosen == ("oui",)
    left = [one for one in session.state.results if one.phase == "trois-pas"]
    assert len(left) == went_on
    steps = {name for one in left for made in one.made if isinstance(made.gesture, Fill)
             for name in made.gesture.values}  # fmt: skip
    assert steps == (set(STEPS) if went_on else set())


@pytest.mark.parametrize("seed", range(4))
def test_dem_1_text_random_sessions_have_five_days_and_a_question_each(seed: int) -> None:
    session = playout(RULES, seed)
    days = [one for one in session.state.results if one.phase == "question"]
    passed = [any(isinstance(made.gesture, Pass) for made in one.made) for one in days]
    assert [len(one.outcome.items) + left for one, left in zip(days, passed, strict=True)] == [
        1
    ] * 5
    for one, family in zip(days, FAMILIES, strict=True):
        assert all(RULES.cards[card].family == family for card in one.outcome.items)


@pytest.mark.parametrize("seed", range(4))
def test_dem_3_text_nobody_in_the_group_is_in_more_than_two(seed: int) -> None:
    session = playout(RULES, seed)
    joined = next(one for one in session.state.results if one.phase == "groupe").made
    already = {one.by: one.gesture.options[0] for one in joined if isinstance(one.gesture, Choose)}
    assert {already[one] for one in outcome(session, "groupe").items} <= {"0", "1"}
