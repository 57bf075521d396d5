"""Join: who enters a group, and who is in too many already."""

import pytest

from eclaireurs_play.engine.view import PUBLIC, view
from eclaireurs_play.play.session import Session
from tests.engine.phases.bench import leaf, needed, outcome, phase, refused, say, table


def _group(*lines: str, past: bool = False, **settings: object) -> Session:
    return say(table(phase("join", **settings), past=past), *lines)


def test_who_answers_joins_and_who_declines_does_not() -> None:
    session = _group("ana choisit rejoint=0", "bob choisit rejoint=non", "cleo choisit rejoint=1")
    say(session, "clôt")
    assert outcome(session).items == ("ana", "cleo")
    assert outcome(session).sentence == "Dans le groupe : ana, cleo."


@pytest.mark.parametrize("most", [1, 2, 3])
def test_nobody_is_in_more_than_so_many_at_once(most: int) -> None:
    session = _group(f"ana choisit rejoint={most - 1}", at_most=most)
    assert refused(session, f"bob choisit rejoint={most}") == "too-many-at-once"
    assert refused(session, f"bob choisit rejoint={most + 1}") == "out-of-domain"
    assert ("choose", "rejoint") in needed(session, "bob")


def test_one_may_change_one_s_mind_and_the_last_answer_counts() -> None:
    session = _group("ana choisit rejoint=0", "bob choisit rejoint=0", "cleo choisit rejoint=0")
    say(session, "bob choisit rejoint=non", "clôt")
    assert outcome(session).items == ("ana", "cleo")
    assert leaf(_group("ana choisit rejoint=0", "ana choisit rejoint=non")).taken["ana"] == 1


def test_everyone_is_heard_and_a_group_has_a_least_size() -> None:
    session = _group("ana choisit rejoint=0", at_least=2)
    assert refused(session, "clôt") == "answers-left"
    say(session, "bob choisit rejoint=non", "cleo choisit rejoint=non")
    assert refused(session, "clôt") == "group-too-small"
    say(session, "cleo choisit rejoint=1", "clôt")
    assert outcome(session).items == ("ana", "cleo")


def test_only_those_invited_join() -> None:
    session = _group(who=["ana", "bob"])
    assert refused(session, "cleo choisit rejoint=0") == "not-invited"
    say(session, "ana choisit rejoint=0", "bob choisit rejoint=non", "clôt")


def test_in_the_past_whoever_was_in_too_many_is_kept_with_a_deviation() -> None:
    session = _group("ana choisit rejoint=2", "bob choisit rejoint=0", past=True)
    say(session, "clôt")
    assert [one.code for one in session.state.deviations] == ["too-many-at-once", "answers-left"]
    assert outcome(session).items == ("ana", "bob")


def test_nobody_joins_and_it_is_said() -> None:
    session = _group("clôt", past=True)
    assert outcome(session).items == ()
    assert outcome(session).sentence == "Dans le groupe : personne."


def _only(*lines: str, kind: str = "position", **settings: object) -> Session:
    """Play a phase that only those who joined act in."""
    axis = {"question": "Et ?", "least_label": "non", "most_label": "oui"}
    essai = phase(kind, only="groupe", **(axis if kind == "position" else {}), **settings)
    return say(table(phase("join", "groupe"), essai), *lines)


JOINED = ("ana choisit rejoint=0", "bob choisit rejoint=non", "cleo choisit rejoint=0", "clôt")


def test_only_those_who_joined_act_afterwards() -> None:
    session = _only(*JOINED)
    assert leaf(session).actors == ("ana", "cleo")
    assert refused(session, "bob va à +1 sur essai") == "not-invited"
    say(session, "ana va à +1 sur essai", "cleo va à +1 sur essai", "clôt")


def test_only_narrows_who_and_never_widens_it() -> None:
    assert leaf(_only(*JOINED, who=["ana", "bob"])).actors == ("ana",)


def test_nobody_joined_and_nobody_acts() -> None:
    nobody = tuple(line.replace("=0", "=non") for line in JOINED[:-1])
    forms = {"f": {"title": "F", "fields": {"a": {"text": 9}}}}
    record = phase("record", form="f", only="groupe", who="each-seat")
    session = table(phase("join", "groupe", may=["shorten"]), record, forms=forms)
    say(session, *nobody, "clôt")
    assert leaf(session).actors == ()
    say(session, "clôt")
    assert session.state.status == "over"


def test_hidden_who_joined_is_counted_and_each_knows_of_themselves_alone() -> None:
    session = _group(*JOINED, hidden=True)
    assert outcome(session).sentence == "Dans le groupe : 2 personnes."
    assert outcome(session).items == ("ana", "cleo")
    for who, known in (("ana", ("ana",)), ("bob", ()), (PUBLIC, ())):
        (left,) = view(session.state, who).state.results
        assert left.outcome.items == known
        assert {one.by for one in left.made} == {who} - {PUBLIC}
