"""Sortition, surprises and roleplay: what luck and the world bring to the table."""

import pytest

from eclaireurs_play.play.session import Session
from tests.engine.phases.bench import needed, outcome, phase, refused, say, table

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


def _news(*lines: str, past: bool = False, **settings: object) -> Session:
    return say(table(phase("surprise", **settings), surprises=NEWS, past=past), *lines)


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
