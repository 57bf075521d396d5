"""What a session did not do as foreseen is told once, in French, and nothing else is."""

from dataclasses import replace

import pytest

from eclaireurs_play.engine.gestures import Action, Close
from eclaireurs_play.engine.state import Deviation, State
from eclaireurs_play.play.session import Session
from eclaireurs_play.synthesis.foreseen import ruled_out
from tests.support import EVERYTHING, auto_session
from tests.synthesis.reading_back import AUDIENCES, markdown
from tests.synthesis.sessions import played
from tests.synthesis.test_parts import part

IDEA = "placard-commun"
OUTCOMES = ("L'idée posée", "Les trois pas")


def gaps(session: Session, state: State | None = None, audience: str = "facilitator") -> str:
    text = markdown(session.rules, state or session.state, audience)  # type: ignore[arg-type]
    return part(text, "Écarts et manques")


def without(state: State, seat: str) -> State:
    """Give the state as if a seat had never done anything."""
    results = tuple(
        replace(one, made=tuple(made for made in one.made if made.by != seat))
        for one in state.results
    )
    return replace(state, results=results, aside=())


def test_who_filled_a_sheet_has_spoken() -> None:
    session = played(IDEA, 1)
    assert all("Aucune parole" not in gaps(session, audience=one) for one in AUDIENCES)
    silent = without(session.state, "porteur")
    told = "Aucune parole ne figure dans cette version pour : Qui porte l'idée."
    assert told in gaps(session, silent)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_who_said_nothing_under_a_pseudonym_is_not_named(audience: str) -> None:
    session = played(IDEA, 1)
    silent = next(seat for seat in session.state.seats if seat != "porteur")
    told = gaps(session, without(session.state, silent), audience)
    assert "Aucune parole ne figure dans cette version pour : une personne." in told
    assert session.rules.name(silent) not in told


@pytest.mark.parametrize("seed", range(4))
def test_the_outcome_that_was_not_chosen_is_no_gap(seed: int) -> None:
    session = played(IDEA, seed)
    opened = {one.phase for one in session.state.results}
    out = ruled_out(session.rules, session.state)
    assert len(out) == 1
    assert not out & opened
    for audience in AUDIENCES:
        assert not any(title in gaps(session, audience=audience) for title in OUTCOMES)


def test_before_a_choice_both_outcomes_remain() -> None:
    session = auto_session(IDEA, 1)
    cut = next(
        place
        for place, one in enumerate(session.played)
        if one.state.path and one.state.path[-1].phase == "decision"
    )
    stopped = session.branch(cut + 1)
    stopped.play(Action("animateur", Close("seance", "il est tard")))
    told = gaps(stopped)
    assert all(f"« {title} »" in told for title in OUTCOMES)
    assert "Raison donnée : il est tard." in told
    assert "il est tard" not in gaps(stopped, audience="public")


def shut(session: Session) -> State:
    """Give the end of a session in which the clause stayed shut."""
    kept = []
    for one in session.state.results:
        kept.append(one)
        if one.phase == "declencheur":
            outcome = replace(one.outcome, chosen=("fermee",), sentence="La clause reste fermée.")
            kept[-1] = replace(one, outcome=outcome)
            break
    closing = [one for one in session.state.results if one.phase in {"synthese", "debrief"}]
    return replace(session.state, results=(*kept, *closing))


def test_sections_on_what_a_condition_kept_away_are_left_out() -> None:
    session = played("cantine-secheresse", 1)
    text = markdown(session.rules, shut(session))
    assert "La clause reste fermée." in part(text, "Ce qui a ouvert la clause, ou pas")
    assert "\n## Les scénarios\n" not in text
    assert "\n## Les scénarios\n" in markdown(session.rules, session.state)
    told = part(text, "Écarts et manques")
    assert "n'ont pas eu lieu" not in told
    assert "vides" not in told


def test_a_phase_cut_short_says_which_time_in_words() -> None:
    session = played(EVERYTHING, 3)
    again = [one for one in session.state.results if one.phase == "question"]
    cut = replace(again[1], closing="skipped", reason="plus le temps !")
    results = tuple(cut if one is again[1] else one for one in session.state.results)
    told = gaps(session, replace(session.state, results=results))
    expected = "L'étape « Question », la deuxième fois, n'a pas été jouée. Raison donnée : plus le"
    assert expected in told
    assert "n°" not in told
    assert "temps !." not in told


def test_a_phase_cut_short_says_for_what() -> None:
    session = played("cantine-secheresse", 1)
    first = next(one for one in session.state.results if one.phase == "jeu")
    results = tuple(
        replace(one, closing="shortened") if one is first else one for one in session.state.results
    )
    told = gaps(session, replace(session.state, results=results))
    assert f"L'étape « Le jeu », pour « proposition {first.item[1:]} », a été écourtée." in told


def test_the_same_rule_broken_again_is_told_once() -> None:
    session = played(EVERYTHING, 3)
    one = Deviation("turn-taken", "Vous avez déjà répondu.", "question", 3)
    other = replace(one, sentence="Ce n'est pas votre tour.")
    told = gaps(session, replace(session.state, deviations=(one, other, one, one)))
    assert "pendant « Question », 3 fois. Ce que dit la règle : Vous avez déjà répondu." in told
    assert told.count("Écart à la règle") == 2


def test_nothing_asked_for_is_missing_from_a_section_played_out() -> None:
    session = played("zone-logistique", 1)
    text = markdown(session.rules, session.state)
    assert "Rien de public n'a été noté ici." in part(text, "Corrections demandées")
    assert "comme prévu, jusqu'au bout" in part(text, "Écarts et manques")
