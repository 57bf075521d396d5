"""Orders, votes, shares, ratings, posts, lots and news, each told once and in words."""

import re
from dataclasses import replace

from eclaireurs_play.engine.gestures import Draw, Rank, Rate, Share
from eclaireurs_play.engine.state import State, all_contributions
from eclaireurs_play.play.session import Session
from tests.support import EVERYTHING
from tests.synthesis.reading_back import markdown
from tests.synthesis.sessions import played, unveiled
from tests.synthesis.test_parts import part


def test_a_count_is_a_table_where_ties_have_one_rank() -> None:
    session = played("une-region-choisit", 3)
    text = part(markdown(session.rules, session.state), "Ce que les bulletins donnent")
    done = next(one for one in session.state.results if one.phase == "bulletins")
    ranked = [int(one) for one in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)]
    ahead = 0
    expected = []
    for group in done.outcome.ordered:
        expected += [ahead + 1] * len(group)
        ahead += len(group)
    assert ranked == expected
    assert len(set(ranked)) < len(ranked), "this session has a tie"
    assert "points (en ligne)" in text


def test_an_open_ballot_says_who_voted_what_in_words() -> None:
    session = played(EVERYTHING, 3)
    for phase, expected in {
        "oui-non": r"Adopte-t-on la charte \?\*\* .*Gardienne[^;]* : (Oui|Non|Abstention)",
        "approbation": r"Gardienne[^;]* : (Lundi|Mardi|Jeudi)",
        "mentions": r"Gardienne[^;]* : Lundi : [A-ZÀ].* ; Mardi : ",
        "rangs": r"\| Gardienne \[simulé\] \| \w+, puis \w+",
        "urnes": r"### Dans quel ordre \? \((en ligne|au marche)\)",
        "points": r"\| Total \| 4 \|",
    }.items():
        given = session.rules.phase_title(phase)
        secret = part(markdown(session.rules, session.state, "facilitator"), given)
        text = part(markdown(session.rules, unveiled(session.state, phase), "public"), given)
        assert not re.search(expected, secret), phase
        assert re.search(expected, text), phase


def shared_by(session: Session, *parts: dict[str, float]) -> State:
    done = next(one for one in session.state.results if one.phase == "partage")
    first = next(one for one in done.made if isinstance(one.gesture, Share))
    made = tuple(
        replace(first, number=first.number, by=by, gesture=Share("partage", one))
        for by, one in zip(session.state.seats, parts, strict=False)
    )
    others = tuple(one for one in session.state.results if one is not done)
    return replace(session.state, results=(*others, replace(done, made=made)))


def test_shares_make_a_table_with_its_total() -> None:
    session = played(EVERYTHING, 3)
    one = part(markdown(session.rules, session.state), "Le partage")
    assert "| Ligne | Le groupe |" in one
    assert "| Total | 40 h |" in one
    several = shared_by(session, {"chauffage": 40}, {"chauffage": 10, "entretien": 30})
    text = part(markdown(session.rules, several), "Le partage")
    assert "| Chauffage | 40 h | 10 h | 25 h |" in text
    assert "| Total | 40 h | 40 h | 40 h |" in text


def test_ratings_make_a_table_and_means_only_inform() -> None:
    session = played(EVERYTHING, 3)
    text = part(markdown(session.rules, session.state), "Les pistes")
    assert "### Effet" in text
    assert "| Qui | Proposition " in text
    assert "| *Moyenne, pour information* |" in text
    rated = [
        one for one in all_contributions(session.state)
        if isinstance(one.gesture, Rate) and one.phase == "pistes"
    ]  # fmt: skip
    assert text.count("| Gardienne |") == 2
    assert rated


def test_posts_are_a_table_with_the_wishes_granted() -> None:
    session = played(EVERYTHING, 3)
    done = next(one for one in session.state.results if one.phase == "attribution")
    text = part(markdown(session.rules, session.state), "L'attribution")
    assert "| Les clefs du lundi | " in text
    wishes = {one.by: one.gesture.order for one in done.made if isinstance(one.gesture, Rank)}
    assert len(re.findall(r"\d vœux? sur 2 \|", text)) == len(wishes)
    assert re.search(r"En tout : \d vœux? sur \d\.", text)
    assert "ne figure pas dans cette version" not in text


def test_what_nobody_got_is_still_said() -> None:
    session = played("une-semaine-a-la-metropole", 10)
    text = markdown(session.rules, session.state)
    assert "Sans personne : Les transports, Les finances." in text
    assert "Cérémonies et jumelages : " not in text


def test_news_is_quoted_and_numbers_drawn_are_told_once() -> None:
    session = played(EVERYTHING, 3)
    text = markdown(session.rules, session.state)
    drawn = [one.gesture for one in all_contributions(session.state) if one.gesture.do == "draw"]
    for gesture in drawn:
        assert isinstance(gesture, Draw)
        surprise = session.rules.scenario.surprises.get(gesture.card)
        assert surprise is None or surprise.text.strip() in text
    lots = part(text, "Le tirage")
    assert "- **La liste** : " in lots
    for gesture in drawn:
        if isinstance(gesture, Draw) and gesture.about in {"liste", "volontaires"}:
            assert lots.count(f"n° {gesture.card}") == 1


def test_each_turn_of_a_scene_has_its_own_heading() -> None:
    session = played(EVERYTHING, 3)
    text = part(markdown(session.rules, session.state), "La scène")
    assert text.index("### Tour 1") < text.index("### Tour 2")
