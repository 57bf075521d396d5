"""Compose and survey: a board with zones, a form that everyone fills together."""

from eclaireurs_play.play.session import Session
from tests.engine.phases.bench import needed, outcome, phase, refused, say, seen, table

ZONES = {"besoins": "Besoins", "moyens": "Moyens"}
CARDS = ({"id": "XX-01", "family": "fam"}, {"id": "XX-02", "family": "fam"})
FORMS = {"fiche": {"title": "La fiche", "fields": {
    "nom": {"text": 40}, "age": {"number": "ans", "at_least": 0, "required": False}}}}  # fmt: skip


def _board(*lines: str, **settings: object) -> Session:
    essai = phase("compose", zones=ZONES, **settings)
    return say(table(essai, cards=CARDS), *lines)


def test_a_free_board_takes_words_and_cards_from_anyone() -> None:
    session = _board("besoins bob: Un toit.", "bob pose XX-01 dans besoins", families=["fam"])
    say(session, "ana pose XX-01 dans moyens", "ana pose XX-02 dans moyens", "clôt")
    assert outcome(session).items == ("XX-01", "XX-02")


def test_no_zone_stays_empty_when_the_game_says_so() -> None:
    session = _board("besoins bob: Un toit.", each_zone=1)
    assert refused(session, "clôt") == "zone-thin"
    assert ("write", "moyens") in needed(session, "bob")
    say(session, "moyens bob: Deux bras.", "clôt")


def test_only_what_is_on_the_board_can_be_laid() -> None:
    refused(_board(), "ana pose XX-01 dans besoins")
    session = _board(families=["fam"])
    assert refused(session, "ana pose n1 dans besoins") == "out-of-domain"
    assert refused(session, "ana pose XX-01 dans ailleurs") == "unknown-subject"


def test_in_turn_one_lays_until_one_passes() -> None:
    session = _board("besoins ana: Un toit.", "moyens ana: Des bras.", order="in-turn")
    assert refused(session, "besoins bob: Du pain.") == "not-your-turn"
    say(session, "ana passe", "besoins bob: Du pain.", "bob passe", "cleo passe", "clôt")


def test_what_was_left_before_can_be_laid() -> None:
    first = phase("compose", "avant", zones=ZONES, families=["fam"])
    session = table(first, phase("compose", zones=ZONES, uses=["avant"]), cards=CARDS)
    say(session, "bob pose XX-02 dans besoins", "clôt", "cleo pose XX-02 dans moyens", "clôt")
    assert outcome(session).items == ("XX-02",)


def _survey(*lines: str, past: bool = False) -> Session:
    return say(table(phase("survey", form="fiche"), forms=FORMS, past=past), *lines)


def test_a_survey_is_filled_whole_without_showing() -> None:
    session = _survey()
    assert refused(session, "ana remplit fiche age=40") == "out-of-domain"
    assert refused(session, "ana remplit fiche nom=Ana age=-1") == "out-of-domain"
    say(session, "bob remplit fiche nom=Bob")
    assert seen(session, "ana") == ()
    assert refused(session, "bob remplit fiche nom=Bobby") == "turn-taken"
    assert refused(session, "clôt") == "turns-left"


def test_answers_are_revealed_together() -> None:
    session = _survey("bob remplit fiche nom=Bob", "ana passe", "cleo remplit fiche nom=C age=9")
    say(session, "clôt")
    assert [one.hidden for one in session.state.results[-1].made] == [False] * 3


def test_a_past_survey_may_be_filled_again() -> None:
    session = _survey("bob remplit fiche nom=Bob", "bob remplit fiche nom=Bobby", past=True)
    assert [one.code for one in session.state.deviations] == ["turn-taken"]
