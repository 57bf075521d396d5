"""Assign: wishes, then an arbiter whose matches break no rule of the game."""

from itertools import product

import pytest

from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.gestures import Place
from eclaireurs_play.play.session import Session
from tests.engine.phases.bench import Data, act, needed, outcome, phase, refused, say, table

LEVELS = {
    "simple": {"title": "Membre", "most": {"voir": 2}},
    "chef": {"title": "Chef", "most": {"voir": 1}},
}


def _post(number: int, fonction: str, niveau: str, heures: float, jour: str) -> Data:
    fields = {"fonction": fonction, "niveau": niveau, "heures": heures, "jour": jour}
    return {"id": f"XX-0{number}", "family": "postes", "title": f"P{number}", "fields": fields}


POSTS = (
    _post(1, "voir", "simple", 4, "lundi"),
    _post(2, "dire", "simple", 4, "lundi"),
    _post(3, "voir", "chef", 8, "mardi"),
    _post(4, "voir", "simple", 2, "jeudi"),
    _post(5, "dire", "simple", 7, "vendredi"),
)
RULES = {
    "posts": "postes",
    "function": "fonction",
    "level": "niveau",
    "levels": LEVELS,
    "hours": "heures",
    "most_hours": 12,
    "apart": ["jour"],
}
WISHED = (
    "ana classe voeux XX-01 > XX-03",
    "motif ana: Je connais la salle.",
    "bob passe",
    "cleo classe voeux XX-05",
)


def _assign(*lines: str, past: bool = False, **settings: object) -> Session:
    essai = phase("assign", **{**RULES, "wishes": 2, "arbiter": ["bob"], **settings})
    return say(table(essai, cards=POSTS, past=past), *lines)


def test_wishes_come_first_and_each_says_why() -> None:
    session = _assign("ana classe voeux XX-03 > XX-01")
    assert refused(session, "bob pose ana dans XX-01") == "wishes-first"
    assert refused(session, "clôt") == "turns-left"
    assert refused(session, "bob classe voeux XX-01 > XX-02 > XX-03") == "out-of-domain"
    say(session, "motif ana: Je connais la salle.", "bob passe", "cleo passe")
    assert refused(session, "ana pose ana dans XX-01") == "not-invited"


@pytest.mark.parametrize("wished", [(), WISHED])
def test_who_does_not_arbitrate_is_told_who_does(wished: tuple[str, ...]) -> None:
    answer = act(_assign(*wished), "ana", Place("XX-01", "ana"))
    assert isinstance(answer, Refused)
    assert answer.sentence == "Ana ne fait pas ce geste ici ; c'est à : bob."


def test_no_wishes_no_waiting() -> None:
    assert outcome(say(_assign("bob pose ana dans XX-01", wishes=0, may=["shorten"]), "clôt"))


@pytest.mark.parametrize(
    ("held", "post"),
    [("XX-01", "XX-02"), ("XX-03", "XX-05"), ("XX-03", "XX-01")],
    ids=["same day", "too many hours", "too many for a chief"],
)
def test_a_match_that_breaks_a_rule_is_refused(held: str, post: str) -> None:
    session = _assign(*WISHED, f"bob pose ana dans {held}")
    assert refused(session, f"bob pose ana dans {post}") == "incompatible"
    say(session, f"bob pose cleo dans {post}")


def test_caps_are_those_of_the_highest_level_held() -> None:
    session = _assign(*WISHED, "bob pose ana dans XX-01", "bob pose ana dans XX-04")
    assert refused(session, "bob pose ana dans XX-03") == "incompatible"
    answer = act(session, "bob", Place("XX-03", "ana"))
    assert isinstance(answer, Refused)
    assert answer.rule


def test_a_post_given_again_goes_to_the_last_and_frees_the_first() -> None:
    session = _assign(*WISHED, "bob pose ana dans XX-01", "bob pose cleo dans XX-01")
    say(session, "bob pose ana dans XX-02")
    assert ("place", "XX-03") in needed(session, "bob")


def test_it_ends_when_no_post_can_be_given_any_more() -> None:
    session = _assign(*WISHED)
    assert refused(session, "clôt") == "post-vacant"
    for post, seat in zip(POSTS, ("ana", "bob", "cleo", "ana", "bob"), strict=True):
        say(session, f"bob pose {seat} dans {post['id']}")
    say(session, "clôt")
    assert set(outcome(session).items) == {post["id"] for post in POSTS}
    assert "P1 : ana" in outcome(session).sentence


def test_a_post_that_suits_nobody_stays_vacant() -> None:
    long = tuple(_post(number, "dire", "simple", 12, "lundi") for number in range(1, 6))
    essai = phase("assign", **{**RULES, "wishes": 0, "arbiter": ["bob"]})
    session = table(essai, cards=long)
    for number, seat in enumerate(("ana", "bob", "cleo"), start=1):
        say(session, f"bob pose {seat} dans XX-0{number}")
    assert not needed(session, "bob")
    assert refused(session, "bob pose ana dans XX-04") == "incompatible"
    assert "sans personne : P4, P5" in outcome(say(session, "clôt")).sentence


def test_a_past_match_that_broke_a_rule_is_written_down() -> None:
    session = _assign("bob pose ana dans XX-01", "bob pose ana dans XX-02", past=True)
    assert [one.code for one in session.state.deviations] == ["wishes-first"] * 2
    say(session, *WISHED[:1], *WISHED[2:], "bob pose cleo dans XX-03", "bob pose cleo dans XX-05")
    assert session.state.deviations[-1].code == "incompatible"


def test_one_person_holds_so_many_posts_at_most() -> None:
    session = _assign(*WISHED, "bob pose ana dans XX-02", most_posts=1)
    answer = act(session, "bob", Place("XX-04", "ana"))
    assert isinstance(answer, Refused)
    assert (answer.code, answer.rule) == ("incompatible", True)
    assert answer.sentence == "ana tiendrait 2 places ; 1 au plus."
    say(session, "bob pose cleo dans XX-02", "bob pose ana dans XX-04")


def test_when_everybody_holds_their_posts_the_others_stay_vacant() -> None:
    session = _assign(*WISHED, most_posts=1)
    for number, seat in enumerate(("ana", "bob", "cleo"), start=1):
        assert refused(session, "clôt") == "post-vacant"
        say(session, f"bob pose {seat} dans XX-0{number}")
    assert "sans personne : P4, P5" in outcome(say(session, "clôt")).sentence


def test_a_past_person_may_have_held_more() -> None:
    lines = ("bob pose ana dans XX-02", "bob pose ana dans XX-04")
    session = _assign(*WISHED, *lines, most_posts=1, past=True)
    assert [one.code for one in session.state.deviations] == ["incompatible"]


def test_a_match_is_refused_when_it_breaks_a_rule_and_only_then() -> None:
    """Matches in every order, some posts given twice, against the rules counted anew each time."""
    for seats in product(("ana", "bob"), repeat=len(POSTS)):
        session, placed = _assign(*WISHED), dict[str, str]()
        for post, seat in zip((*POSTS, *POSTS[:2]), (*seats, "cleo", seats[2]), strict=True):
            name = str(post["id"])
            refusal = isinstance(act(session, "bob", Place(name, seat)), Refused)
            assert refusal != _sound({**placed, name: seat})
            if not refusal:
                say(session, f"bob pose {seat} dans {name}")
                placed[name] = seat


def _sound(placed: dict[str, str]) -> bool:
    """Tell whether nobody holds what the rules forbid to hold together."""
    return all(_may_hold([post["fields"] for post in POSTS if placed.get(str(post["id"])) == seat])
               for seat in set(placed.values()))  # fmt: skip


def _may_hold(held: list[Data]) -> bool:
    level = "chef" if any(one["niveau"] == "chef" for one in held) else "simple"
    most = LEVELS[level]["most"]["voir"]  # type: ignore[index]
    return (
        len({one["jour"] for one in held}) == len(held)
        and sum(one["heures"] for one in held) <= 12
        and sum(one["fonction"] == "voir" for one in held) <= most
    )
