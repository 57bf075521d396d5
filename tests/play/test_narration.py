"""A session told aloud: in words, once, and nothing of what is secret."""

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.flow import Event
from eclaireurs_play.engine.gestures import GROUP, Action, Choose, Pass, Rank, Write
from eclaireurs_play.engine.state import all_contributions
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.blanks import blanks
from eclaireurs_play.play.naming import listed, of, order_words, passing, question, worded
from eclaireurs_play.play.narration import tell
from eclaireurs_play.play.session import Session
from eclaireurs_play.play.values import number_words, unit_shared
from tests.engine.phases.bench import phase, say, table
from tests.support import EVERYTHING, auto_session, new_session, random_play, rules
from tests.synthesis.sessions import ALL, RAW


@cache
def lines(name: str, seed: int) -> tuple[str, ...]:
    session = auto_session(name, seed)
    told = list(tell(session.rules, session.state, session.opening))
    for one in session.played:
        told += tell(session.rules, one.state, one.events)
    return tuple(told)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("seed", [0, 3])
def test_a_whole_session_is_told_in_words(name: str, seed: int) -> None:
    assert [line for line in lines(name, seed) if RAW.search(line) or not line.strip()] == []


@given(name=st.sampled_from(ALL), seed=st.integers(0, 2**32), steps=st.integers(0, 150))
def test_so_is_any_session_played_at_random(name: str, seed: int, steps: int) -> None:
    session = new_session(name, seed=seed)
    for _ in random_play(session, seed, steps):
        last = session.played[-1]
        for line in tell(session.rules, last.state, last.events):
            assert not RAW.search(line)
        assert list(tell(session.rules, last.state, last.events, numbered=True))


@given(seed=st.integers(0, 3))
def test_what_is_hidden_is_told_without_its_words(seed: int) -> None:
    session = auto_session(EVERYTHING, seed)
    for one in session.played:
        for made in all_contributions(one.state):
            if made.hidden:
                if made.by == GROUP:
                    continue
                event = Event("made", made.gesture.about, made.by, made.id)
                mark = " [simulé]" if made.simulated else ""
                who = session.rules.name(made.by)
                expected = f"{who[:1].upper()}{who[1:]} a répondu, sans le montrer{mark}."
                assert list(tell(session.rules, one.state, (event,))) == [expected]


@pytest.mark.parametrize("phase", ["Oui ou non", "Des points", "Des rangs", "Deux urnes"])
def test_a_secret_vote_is_told_once_by_its_count(phase: str) -> None:
    told = lines(EVERYTHING, 3)
    start = told.index(f"## {phase}")
    end = next(place for place in range(start + 1, len(told)) if told[place].startswith("## "))
    *ballots, count = told[start + 1 : end]
    if phase == "Deux urnes":
        assert ballots == ["5 bulletins dans l'urne."]
    else:
        assert all(line.endswith("a répondu, sans le montrer [simulé].") for line in ballots)
    assert "sans le montrer" not in count


def test_whoever_types_ballots_is_told_of_each() -> None:
    session = before(EVERYTHING, "urnes")
    session.play(Action("groupe", Rank("en-ligne", (("lundi",),))))
    last = session.played[-1]
    assert list(tell(session.rules, last.state, last.events)) == []
    (line,) = tell(session.rules, last.state, last.events, numbered=True)
    assert line.startswith("Le groupe a répondu, sans le montrer")


def before(name: str, phase: str) -> Session:
    """Play until a phase opens, then leave the rest to whoever tests."""
    session = auto_session(name, 3)
    return session.branch(phase)


def played(session: Session, *actions: Action) -> list[str]:
    told: list[str] = []
    for action in actions:
        session.play(action)
        last = session.played[-1]
        told += tell(session.rules, last.state, last.events)
    return told


def test_a_silent_round_is_told_together_when_it_ends() -> None:
    session = before(EVERYTHING, "accord")
    seats = tuple(session.state.seats)
    played(session, *(Action(seat, Pass()) for _ in range(2) for seat in seats))
    told = played(
        session,
        Action(seats[0], Write("objection", "Le voisin ne dort plus.")),
        Action(seats[1], Pass()),
        Action(seats[2], Pass()),
    )
    assert [re.sub(r"^\w+ (\(\w+\) )?", "", line) for line in told] == [
        "a répondu, sans le montrer [simulé].",
        "a répondu, sans le montrer [simulé].",
        "— objection [simulé] : Le voisin ne dort plus.",
        "n'a pas d'objection [simulé].",
        "n'a pas d'objection [simulé].",
    ]
    note = next(one for one in all_contributions(session.state) if one.gesture.about == "objection")
    (judged,) = played(session, Action("groupe", Choose(note.id, ("objection",))))
    assert judged == "Le groupe — sur l'objection (Gardienne) : Un risque à traiter [simulé]."


def test_versions_are_told_by_their_words_and_changes() -> None:
    told = "\n".join(lines(EVERYTHING, 3))
    assert re.search(r"Gardienne fait la proposition 1 \[simulé\] : Horaires : .* ; Murs", told)
    answered = r"amende la proposition 1, qui deviendrait la proposition 2 \[.* : \w+ : .* → "
    assert re.search(answered, told)
    assert "Intégrer la proposition 2 ? " in told


def test_a_change_that_nobody_answers_is_a_version_at_once() -> None:
    told = "\n".join(lines("cantine-locale", 5))
    assert re.search(r"amende la proposition \d, qui devient la proposition \d \[simulé\] : ", told)


def test_a_sheet_is_told_field_by_field_with_no_stop_before_the_next() -> None:
    session = new_session(EVERYTHING)
    fields = {"un": Field(text=40), "deux": Field(text=40), "trois": Field(number="m")}
    told = {"un": "Voilà. C'est dit.", "deux": "Peut-être...", "trois": 2.0}
    assert blanks(session.rules, "", fields, told) == (
        "Un : Voilà. C'est dit ; Deux : Peut-être... ; Trois : 2 m"
    )


@pytest.mark.parametrize("name", [EVERYTHING, "cantine-locale"])
def test_whom_the_synthesis_went_to_is_told_in_words(name: str) -> None:
    sent = [line for line in lines(name, 3) if "Synthèse envoyée" in line]
    assert sent
    assert not any("Envoyer à" in line for line in lines(name, 3))


@pytest.mark.parametrize("name", ALL)
def test_no_line_of_a_story_is_left_without_its_stop(name: str) -> None:
    """What phases settle is told in whole sentences, as everything else is."""
    session = auto_session(name, 3)
    for one in session.played:
        if any(event.kind == "closed" for event in one.events):
            closed = (event for event in one.events if event.kind == "closed")
            for line in tell(session.rules, one.state, tuple(closed)):
                assert line.endswith((".", "?", "!", "…", ")"))


def test_news_roles_and_numbers_are_told_for_what_they_are() -> None:
    told = "\n".join(lines(EVERYTHING, 3))
    assert "lit une nouvelle : « Une fuite ». La moitié de la salle est sous l'eau." in told
    assert "prend le rôle « Le musicien »." in told
    assert re.search(r"tire au sort dans « La liste » : \d+, \d+ ; remplaçants : \d+\.", told)


def test_a_phase_for_each_place_names_it() -> None:
    assert "## Par place : Musicien" in lines(EVERYTHING, 3)


def test_a_shortened_phase_says_so_and_why() -> None:
    session = auto_session(EVERYTHING, 3)
    done = replace(session.state.results[-1], closing="shortened", reason="plus le temps")
    state = replace(session.state, results=(*session.state.results[:-1], done))
    told = tell(session.rules, state, (Event("closed", done.phase, detail="shortened"),))
    assert list(told)[-1] == "(Bilan, étape écourtée : plus le temps)"


def test_words_for_orders_lists_and_people() -> None:
    given_rules = rules(EVERYTHING)
    assert order_words(given_rules, "rangs", (("lundi",), ("mardi", "jeudi"))) == (
        "Lundi, puis Mardi et Jeudi à égalité"
    )
    assert listed(["a", "b", "c"]) == "a, b et c"


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("le groupe", "du groupe"),
        ("la personne qui anime", "de la personne qui anime"),
        ("Allié", "d'Allié"),
        ("Élue seule", "d'Élue seule"),
        ("Voisin", "de Voisin"),
        ("Habitante", "d'Habitante"),
        ("Héron", "de Héron"),
        ("Les Tabliers", "des Tabliers"),
        ("Le Merle", "du Merle"),
        ("L'Hirondelle", "de L'Hirondelle"),
        ("La Fabrique", "de La Fabrique"),
        ("Léa", "de Léa"),
        ("", "de "),
    ],
)
def test_articles_are_contracted_and_elided_before_a_name(name: str, whose: str) -> None:
    assert of(name) == whose


def test_questions_lose_their_instructions() -> None:
    asked = "Quel risque ? Écrivez-le en silence (ou passer : pas d'objection)"
    assert question(asked) == "Quel risque ?"
    assert passing(asked) == "pas d'objection"
    assert question("Que faut-il garder ? Dites pourquoi.") == (
        "Que faut-il garder ? Dites pourquoi."
    )
    assert unit_shared("Répartir 500 k€") == "k€"
    assert unit_shared("Où mettre vos points ?") == ""


def test_only_ids_that_exist_are_replaced() -> None:
    session = auto_session(EVERYTHING, 3)
    assert worded(session.rules, session.state, "Amender p1") == "Amender la proposition 1"
    assert worded(session.rules, session.state, "Amender p999") == "Amender p999"


@pytest.mark.parametrize(
    ("value", "words"), [(6.0, "6"), (0.5, "0,5"), (214889.0, "214\u202f889"), (-3.25, "-3,25")]
)
def test_numbers_are_written_as_in_french(value: float, words: str) -> None:
    assert number_words(value) == words


def test_a_deviation_that_comes_again_is_told_once_and_kept_each_time() -> None:
    position = {"question": "Et ?", "least_label": "non", "most_label": "oui"}
    session = table(phase("position", **position), past=True)
    say(session, *(f"cleo va à +{place} sur essai" for place in (1, 2, 1, 2)))
    told = [line for one in session.played for line in tell(session.rules, one.state, one.events)]
    sentences = [one.sentence for one in session.state.deviations]
    assert len(sentences) > len(set(sentences))
    assert sum(line.startswith("Écart") for line in told) == len(set(sentences))
