"""Proposals and objections: what was proposed, changed, objected to, and where it stands."""

import re
from dataclasses import replace

import pytest

from eclaireurs_play.engine.gestures import Action, Choose, Pass, Write
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State, all_contributions
from eclaireurs_play.play.session import Session
from tests.support import EVERYTHING, auto_session, rules
from tests.synthesis.reading_back import markdown
from tests.synthesis.sessions import RAW, played
from tests.synthesis.test_parts import part


def test_a_first_proposal_is_a_table_and_amendments_follow_in_order() -> None:
    session = played(EVERYTHING, 3)
    text = markdown(session.rules, session.state)
    first, second = session.state.proposals[:2]
    terms = session.rules.scenario.terms
    for term, option in first.options.items():
        row = f"| {terms[term].title} | {terms[term].options[option].title} |"
        assert row in part(text, "L'idée")
    (term,) = [one for one in terms if first.options[one] != second.options[one]]
    before, after = (terms[term].options[one.options[term]].title for one in (first, second))
    amendments = part(text, "Les retouches")
    assert f"{terms[term].title} : {before} → {after}" in amendments
    told = [
        int(one) for one in re.findall(r"^\| Proposition (\d+), à partir", amendments, re.MULTILINE)
    ]
    assert told == sorted(told)
    assert told
    assert "Ce qui reste à la fin de cette étape" in amendments


@pytest.mark.parametrize("seed", range(4))
def test_every_version_is_told_once_with_its_parent(seed: int) -> None:
    session = played(EVERYTHING, seed)
    text = markdown(session.rules, session.state)
    for version in session.state.proposals:
        number, parent = version.id[1:], version.parent[1:]
        if not parent:
            assert text.count(f"### Proposition {number}\n") == 1
        else:
            row = f"Proposition {number}, à partir de la proposition {parent} |"
            change = f"(proposition {number})"
            assert (row in text) != (change in text)


def test_a_text_that_is_proposed_is_quoted_and_its_answer_told() -> None:
    session = played("une-region-choisit", 7)
    vision = next(one for one in session.state.results if one.phase == "vision").made[0]
    text = markdown(session.rules, session.state)
    assert isinstance(vision.gesture, Write)
    quoted = part(text, "La vision proposée")
    assert "### Proposition 1\n" in quoted
    assert vision.gesture.text in quoted
    changed = part(text, "Ce que le jury a changé")
    assert "### Proposition 2, à partir de la proposition 1\n" in changed
    assert "Réponse du groupe : écarter." in changed


def test_an_answer_to_words_that_are_kept_from_some_is_still_told() -> None:
    session = played("une-region-choisit", 7)
    state = session.state
    done = next(one for one in state.results if one.phase == "amendements")
    made = tuple(one for one in done.made if isinstance(one.gesture, Choose))
    results = tuple(replace(one, made=made) if one is done else one for one in state.results)
    text = markdown(session.rules, replace(state, results=results))
    assert "Proposition 2, dont les mots ne figurent pas ici : écarter." in text


def test_a_correction_changes_a_proposal_where_it_stands() -> None:
    session = auto_session("une-region-choisit", 3)
    cut = next(
        place for place, one in enumerate(session.played)
        if one.state.path and one.state.path[-1].phase == "conseil"
    )  # fmt: skip
    again = session.branch(cut + 1)
    first = next(one for one in again.state.results if one.phase == "vision").made[0]
    again.play(Action(first.by, Write(first.id, "Une région où l'on dort.")))
    text = part(markdown(rules("une-region-choisit"), again.state), "La vision proposée")
    assert "Une région où l'on dort." in text
    assert "### Proposition 1\n" in text


def objected() -> Session:
    """Play the fixture until an objection was kept, answered by a change, and asked about again."""
    for seed in range(40):
        session = played(EVERYTHING, seed)
        done = next(one for one in session.state.results if one.phase == "accord")
        if any("lever" in one.asked and one.gesture.do == "fill" for one in done.made):
            return session
    raise AssertionError("no change was made for an objection")


def test_an_objection_is_told_with_what_became_of_it() -> None:
    session = objected()
    text = part(markdown(session.rules, session.state), "L'accord")
    assert "### Objections à la proposition " in text
    assert "Sans objection : " in text
    assert "- Jugement du groupe : un risque à traiter." in text
    assert re.search(r"- Changement fait par .*\(proposition \d+\).* → ", text)
    assert re.search(r"- Au tour suivant, cette place (objecte encore|n'objecte plus)\.", text)
    assert "silence" not in text
    assert "(ou passer" not in text


def test_a_judged_note_that_is_kept_from_some_is_not_named_to_them() -> None:
    session = objected()
    state = session.state
    done = next(one for one in state.results if one.phase == "accord")
    made = tuple(
        replace(one, gesture=replace(one.gesture, to="facilitator"))
        if isinstance(one.gesture, Write)
        else one
        for one in done.made
    )
    others = tuple(replace(one, made=made) if one is done else one for one in state.results)
    text = part(markdown(session.rules, replace(state, results=others)), "L'accord")
    assert "Une note qui ne figure pas dans cette version a été jugée" in text
    assert not RAW.search(text)


def test_passing_in_a_round_of_objections_is_no_gap() -> None:
    session = objected()
    text = part(markdown(session.rules, session.state, "facilitator"), "Écarts et manques")
    made = (one for one in all_contributions(session.state) if one.phase == "accord")
    passes = [one.asked for one in made if isinstance(one.gesture, Pass)]
    assert any("(ou passer" in asked for asked in passes)
    spent = [asked for asked in passes if "(ou passer" not in asked]
    assert ("pendant « L'accord »" in text) == bool(spent)


def test_numbers_of_sheets_are_for_the_facilitator_only() -> None:
    session = played(EVERYTHING, 3)
    text = part(markdown(session.rules, session.state, "facilitator"), "Où se tient l'accord")
    assert "pas des personnes" in text
    assert "Satisfaction, d'après la fiche" in text
    assert text.count("\n| Proposition ") == len(session.state.proposals)
    for audience in ("public", "parties"):
        other = markdown(session.rules, session.state, audience)
        assert "Où se tient l'accord" not in other
        assert "Satisfaction" not in other


def test_without_numbers_or_agreement_there_is_nothing_to_place() -> None:
    assert "Où se tient" not in markdown(*_at("une-region-choisit", 1.0), "facilitator")
    assert "Où se tient" not in markdown(*_at(EVERYTHING, 0.1), "facilitator")


def _at(name: str, cut: float) -> tuple[Rules, State]:
    session = played(name, 3)
    return session.rules, session.played[round(cut * (len(session.played) - 1))].state


def test_a_decision_names_its_version_and_what_comes_next() -> None:
    """When a second scenario is adopted, nothing says that the contract goes on unchanged."""
    sessions = (played("cantine-secheresse", seed) for seed in range(40))
    session = next(
        one
        for one in sessions
        if [left.outcome.chosen for left in one.state.results if left.phase == "choix"]
        == [("sinon",), ("adopte",)]
    )
    held, adopted = (one for one in session.state.results if one.phase == "choix")
    text = part(markdown(session.rules, session.state), "L'accord, ou ce qui l'empêche")
    told = text.split("\n### ", 1)[1]
    first, second = (one.outcome.items[0][1:] for one in (held, adopted))
    assert f"Des objections demeurent à la proposition {first} : on passe à la suivante." in told
    assert f"Personne ne garde d'objection : la proposition {second} est adoptée." in told
    assert "le contrat continue" not in told
