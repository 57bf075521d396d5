"""Sortition, surprises and roleplay: what luck and the world bring to the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.gestures import Write
from eclaireurs_play.engine.lots import Lot, numbers_of
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.transition import legal_actions
from eclaireurs_play.engine.view import view
from eclaireurs_play.play.narration import tell
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import luck_from
from eclaireurs_play.testing.secrets import views_leak_nothing
from tests.engine.phases.bench import (
    Data,
    needed,
    outcome,
    phase,
    refusal,
    refused,
    rules_of,
    say,
    table,
)

NEWS = {name: {"title": name.upper(), "text": "Il pleut."} for name in ("crue", "greve", "neige")}
POOLS = {"pools": {"liste": "La liste", "volontaires": "Les volontaires"},
         "draw": {"liste": 3, "volontaires": 2}, "replacements": 1}  # fmt: skip
SIZES = "animateur remplit listes liste=40 volontaires=9"
DRAWS = ("animateur pioche liste", "animateur pioche volontaires")


def _lot(*lines: str, seed: int = 0) -> Session:
    return say(table(phase("sortition", **POOLS), seed=seed), *lines)


def test_lists_have_a_size_before_anyone_is_drawn() -> None:
    session = _lot()
    assert needed(session, "animateur") == {("fill", "listes")}
    refused(session, "animateur pioche liste")
    assert refused(session, "animateur remplit listes liste=40") == "out-of-domain"
    assert refused(session, "animateur remplit listes liste=2 volontaires=9") == "out-of-domain"
    assert refused(session, "clôt") == "lists-left"


def test_each_list_is_drawn_once_with_replacements() -> None:
    session = _lot(SIZES, *DRAWS)
    refused(session, "animateur pioche liste")
    refused(session, SIZES)
    say(session, "clôt")
    drawn = {one.split("-")[0]: [] for one in outcome(session).items}  # type: dict[str, list[int]]
    for one in outcome(session).items:
        pool, number = one.split("-")
        drawn[pool].append(int(number))
    assert {pool: len(numbers) for pool, numbers in drawn.items()} == {"liste": 3, "volontaires": 2}
    assert all(len(set(numbers)) == len(numbers) for numbers in drawn.values())
    assert max(drawn["liste"]) <= 40
    assert max(drawn["volontaires"]) <= 9
    made = [one.asked for one in session.state.results[-1].made if one.gesture.do == "draw"]
    assert all(asked.count("remplaçants") == 1 for asked in made)


def test_a_list_just_long_enough_has_no_replacements() -> None:
    session = _lot("animateur remplit listes liste=3 volontaires=2", *DRAWS, "clôt")
    assert len(outcome(session).items) == 5


def test_the_lot_can_be_drawn_again_from_its_seed() -> None:
    def items(seed: int) -> tuple[str, ...]:
        return outcome(_lot(SIZES, *DRAWS, "clôt", seed=seed)).items

    assert items(4) == items(4)
    assert len({items(seed) for seed in range(20)}) > 15


def test_everyone_has_the_same_chance() -> None:
    drawn = [0] * 10
    for seed in range(600):
        session = _lot("animateur remplit listes liste=9 volontaires=2", *DRAWS, "clôt", seed=seed)
        for one in outcome(session).items:
            pool, number = one.split("-")
            drawn[int(number)] += pool == "liste"
    assert all(140 < count < 260 for count in drawn[1:])


def _by_hand(*lines: str) -> Session:
    return say(table(phase("sortition", **POOLS), in_hand=True), SIZES, *lines)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("trois voisins", "séparés par des virgules"),
        ("12, 7, -3", "séparés par des virgules"),
        ("12, 7", "de 3 à 4 numéros ; il y en a 2."),
        ("1, 2, 3, 4, 5", "de 3 à 4 numéros ; il y en a 5."),
        ("12, 7, 12", "Le n° 12 est écrit deux fois."),
        ("12, 7, 41", "Le n° 41 n'est pas dans la liste, qui va de 1 à 40."),
        ("0, 7, 12", "Le n° 0 n'est pas dans la liste, qui va de 1 à 40."),
    ],
)
@pytest.mark.parametrize("past", [False, True])
def test_numbers_drawn_by_hand_are_those_of_the_list(typed: str, said: str, past: bool) -> None:
    session = say(table(phase("sortition", **POOLS), in_hand=True, past=past), SIZES)
    answer = refusal(session, f"liste animateur: {typed}")
    assert (answer.code, answer.rule) == ("out-of-domain", False)
    assert said in answer.sentence


def test_a_lot_drawn_by_hand_is_drawn_in_front_of_everyone() -> None:
    assert (
        "devant tout le monde"
        in refusal(_by_hand(), "liste animateur (animateur): 1, 2, 3").sentence
    )


def test_a_lot_drawn_by_hand_reads_as_one_drawn_by_the_program() -> None:
    session = _by_hand("liste animateur: 12, 7 31;5", "volontaires animateur: 9, 1", "clôt")
    assert outcome(session).items == ("liste-12", "liste-7", "liste-31", "volontaires-9",
                                      "volontaires-1")  # fmt: skip
    assert outcome(session).sentence == "La liste : n° 12, 7, 31 ; Les volontaires : n° 9, 1"
    told = [line for one in session.played for line in tell(session.rules, one.state, one.events)]
    assert (
        "La personne qui anime tire au sort dans « La liste » : 12, 7, 31 ; remplaçants : 5."
        in told
    )
    made = [(one.gesture.do, one.asked) for one in session.state.results[-1].made[1:]]
    assert made == [("draw", "12, 7, 31 ; remplaçants : 5"), ("draw", "9, 1")]


def test_a_list_too_short_for_replacements_asks_for_none_by_hand() -> None:
    session = table(phase("sortition", **POOLS), in_hand=True)
    say(session, "animateur remplit listes liste=3 volontaires=2")
    assert "Il faut 3 numéros" in refusal(session, "liste animateur: 1, 2").sentence
    say(session, "liste animateur: 3, 1, 2", "volontaires animateur: 2, 1", "clôt")
    assert len(outcome(session).items) == 5


@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 9), st.integers(0, 2**32))
def test_a_sampled_lot_is_always_right(size: int, called: int, more: int, seed: int) -> None:
    domain = Lot(max(size, called), called, min(called + more, max(size, called)))
    drawn = domain.sample("animateur", "liste", luck_from(seed))
    assert isinstance(drawn, Write)
    assert domain.mistake(drawn) == ""
    assert len(set(numbers_of(drawn.text))) == domain.at_most


def test_a_simulated_host_draws_by_hand_too() -> None:
    rules = rules_of(phase("sortition", **POOLS))
    session = Session(rules, Setup(in_hand=True, simulated=("animateur",)))
    list(autoplay(session))
    assert session.state.status == "over"


def _news(*lines: str, past: bool = False, **settings: object) -> Session:
    return say(table(phase("surprise", **settings), surprises=NEWS, past=past), *lines)


SUITS = {"crue": "eau", "greve": "gens", "neige": "eau"}
SUITED = {name: {**one, "suit": SUITS[name]} for name, one in NEWS.items()}
ELSE = {"feu": {"title": "FEU", "text": "Il brûle."}}


def _suited(kind: str, *lines: str, seed: int = 0, past: bool = False, **more: Data) -> Session:
    own = {"suits": ["gens"], **({"surprises_on": [1], "turns": 1} if kind == "roleplay" else {})}
    first, second = phase(kind, **own), phase(kind, "apres", **own)
    surprises = more or {**SUITED, **ELSE}
    return say(table(first, second, surprises=surprises, seed=seed, past=past), *lines)


@pytest.mark.parametrize("kind", ["surprise", "roleplay"])
@pytest.mark.parametrize("seed", range(8))
def test_only_news_of_its_suits_falls(kind: str, seed: int) -> None:
    session = _suited(kind, "animateur pioche imprevus", seed=seed)
    assert session.state.active == ("greve",)
    say(session, *(ROUND if kind == "roleplay" else ()), "clôt")
    assert needed(session, "animateur") <= {("close", "apres")}
    assert refused(session, "animateur pioche imprevus") == "not-asked"
    say(session, *(ROUND if kind == "roleplay" else ()), "clôt")
    assert session.state.status == "over"


@pytest.mark.parametrize("kind", ["surprise", "roleplay"])
def test_without_news_of_its_suits_there_is_nothing_to_wait_for(kind: str) -> None:
    session = _suited(kind, **ELSE)
    say(session, *(ROUND if kind == "roleplay" else ()), "clôt")
    assert not session.state.active


@pytest.mark.parametrize("kind", ["surprise", "roleplay"])
def test_what_may_fall_is_the_same_from_a_view(kind: str) -> None:
    for seed in range(8):
        session = _suited(kind, seed=seed)
        seen = view(session.state, "animateur").state
        mine = session.legal_actions("animateur")
        assert mine == legal_actions(session.rules, seen, "animateur")
        views_leak_nothing(session.rules, seed)


def test_news_of_another_suit_is_refused_and_noted_in_the_past() -> None:
    picked = table(phase("surprise", suits=["gens"], pick="choose"), surprises=SUITED)
    assert refused(picked, "animateur pioche crue") == "out-of-domain"
    past = _suited("surprise", "animateur pioche crue", past=True)
    assert [one.code for one in past.state.deviations] == ["other-suit"]
    assert past.state.active == ("crue",)


def test_a_surprise_falls_once_and_changes_the_context() -> None:
    session = _news()
    assert refused(session, "clôt") == "no-news-yet"
    assert refused(session, "animateur pioche crue") == "out-of-domain"
    say(session, "animateur pioche imprevus")
    assert session.state.active == session.state.seen
    assert len(session.state.piles["imprevus"]) == 2
    refused(session, "animateur pioche imprevus")
    say(session, "ce-que-cela-change bob: Tout.", "clôt")
    assert outcome(session).items == session.state.active


def test_a_surprise_may_be_picked() -> None:
    session = _news("animateur pioche greve", pick="choose")
    assert session.state.active == ("greve",)


def test_a_past_surprise_is_named() -> None:
    assert _news("animateur pioche neige", past=True).state.active == ("neige",)


def test_without_surprises_there_is_nothing_to_wait_for() -> None:
    session = say(table(phase("surprise")), "clôt")
    assert outcome(session).items == ()


def _scene(*lines: str, **settings: object) -> Session:
    return say(table(phase("roleplay", **settings), surprises=NEWS), *lines)


ROUND = ("scene ana: J'ouvre.", "scene bob: Je joue.", "cleo passe")


def test_everyone_plays_each_turn() -> None:
    session = _scene("scene ana: J'ouvre.", turns=2)
    assert refused(session, "scene ana: Je ferme.") == "not-your-turn"
    assert refused(session, "clôt") == "turns-left"
    say(session, *ROUND[1:], *ROUND, "clôt")
    assert len(session.state.results[-1].made) == 6


def test_a_surprise_comes_before_its_turn() -> None:
    session = _scene(*ROUND, turns=2, surprises_on=[2])
    assert refused(session, "scene ana: Je ferme.") == "news-first"
    say(session, "animateur pioche imprevus", *ROUND, "clôt")
    assert len(outcome(session).items) == 1
    assert session.state.active == outcome(session).items


def test_a_scene_on_its_first_turn() -> None:
    assert refused(_scene(turns=1, surprises_on=[1]), "scene ana: J'ouvre.") == "news-first"


@pytest.mark.parametrize("turns", [[2, 2], [1, 2]])
def test_several_surprises(turns: list[int]) -> None:
    session = _scene(turns=2, surprises_on=turns)
    for turn in (1, 2):
        for _ in range(turns.count(turn)):
            say(session, "animateur pioche imprevus")
        say(session, *ROUND)
    assert len(outcome(say(session, "clôt")).items) == 2
