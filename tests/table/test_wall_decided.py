"""What was just decided keeps the wall: shares, news, verdicts, ends, and who sits there."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Close, Create, Share, Write
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.transition import SESSION
from eclaireurs_play.layout.display import Text
from eclaireurs_play.layout.quantities import figure
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session
from eclaireurs_play.table.scene import Scaled, words
from eclaireurs_play.table.wall import Shown
from eclaireurs_play.table.wall.news import fallen
from eclaireurs_play.table.wall.parts import parts
from eclaireurs_play.table.wall.seats import PLAYED
from tests.support import content, rules
from tests.table.test_wall_pages import TWICE, pages
from tests.table.walls import GAMES, SIZE, cards_of, frame, the_end, walls

CANTINE = "cantine-locale"
CLOSING = "Quelque chose à ajouter"


def played_until(name: str, such: Callable[[Session], bool]) -> Session:
    """Play a session until something holds."""
    session = api.start(content(name), api.with_everyone(Setup(3), content(name))).session
    for _action in autoplay(session):
        if such(session):
            return session
    raise AssertionError(name)


def shown_of(name: str, session: Session) -> Shown:
    return Shown(rules(name), session.state, "12:05")


def in_phase(phase: str, step: str = "") -> Callable[[Session], bool]:
    def such(session: Session) -> bool:
        leaf = session.state.leaf
        return leaf is not None and leaf.phase == phase and leaf.step == step

    return such


def silently_objecting() -> Session:
    return played_until(CANTINE, in_phase("consentement", "objection"))


def test_what_was_shared_is_on_the_wall_with_its_amounts_then_at_the_end() -> None:
    shown = next(one for one in walls(CANTINE) if one.leaf and parts(one))
    gesture = shown.made[-1].gesture
    assert isinstance(gesture, Share)
    now, end = words(frame(CANTINE, shown)), words(frame(CANTINE, the_end(CANTINE)))
    for part in gesture.parts.values():
        assert f"{figure(part)} k€" in now
        assert f"{figure(part)} k€" in end
    assert "Proposition" not in now


def test_shares_are_of_one_size() -> None:
    shown = next(one for one in walls(CANTINE) if one.leaf and parts(one))
    amounts = [one for one in frame(CANTINE, shown).items
               if isinstance(one, Text) and one.string.endswith("k€")]  # fmt: skip
    assert len(amounts) >= 3
    assert len({one.size for one in amounts}) == 1


def test_the_last_call_is_never_larger_than_what_was_done() -> None:
    seen = 0
    for name in GAMES:
        for shown in walls(name):
            texts = [one for one in frame(name, shown).items if isinstance(one, Text)]
            calls = [one for one in texts if CLOSING in one.string]
            seen += bool(calls)
            others = [one.size for one in texts if one not in calls]
            assert all(max(others) >= one.size for one in calls)
            assert all(one.size == min(other.size for other in texts) for one in calls)
    assert seen


def test_news_stays_beside_what_is_said_of_it() -> None:
    session = played_until(CANTINE, lambda one: fallen(shown_of(CANTINE, one)) is not None)
    news = fallen(shown_of(CANTINE, session))
    assert news is not None
    session.play(Action(FACILITATOR, Write("note", "Personne ne les avait vus venir.")))
    told = words(frame(CANTINE, shown_of(CANTINE, session)))
    assert news.title.replace("'", "’") in told
    assert "Personne ne les avait vus venir." in told


def test_news_thrown_in_leaves_the_wall_as_soon_as_someone_objects_in_silence() -> None:
    session = silently_objecting()
    fields = {"quand": "maintenant", "titre": "Le pont", "texte": "Fermé huit jours."}
    session.play(Action(FACILITATOR, Create("imprevu", fields)))
    assert fallen(shown_of(CANTINE, session)) is not None
    next(iter(autoplay(session)))
    after = shown_of(CANTINE, session)
    assert fallen(after) is None
    told = words(frame(CANTINE, after))
    assert "Objecter" in told
    assert "Une nouvelle est tombée : Le pont" in told


def test_a_card_made_on_the_spot_leaves_the_wall_once_one_goes_on() -> None:
    session = silently_objecting()
    fields = {"famille": "contexte", "ou": "table", "titre": "Le quai", "texte": "Des camions."}
    session.play(Action(FACILITATOR, Create("carte", fields)))
    card = session.state.seen[-1]

    def drawn() -> bool:
        shown = shown_of(CANTINE, session)
        scene = pages_with_made(shown)
        return any(isinstance(one, Scaled) for one in scene)

    assert drawn()
    session.play(Action(FACILITATOR, Write(card, "Qui l'entend ?")))
    assert drawn()
    next(iter(autoplay(session)))
    assert not drawn()


def pages_with_made(shown: Shown) -> tuple[object, ...]:
    """Draw a frame with the cards that were made on the spot."""
    cards = cards_of(CANTINE)
    cards.take_up(shown.rules)
    items = frame(CANTINE, shown).items
    cards.take_up(rules(CANTINE))
    return items


@pytest.mark.parametrize("name", GAMES)
def test_a_session_stopped_at_once_says_so(name: str) -> None:
    session = api.start(content(name), api.with_everyone(Setup(3), content(name))).session
    session.play(Action(FACILITATOR, Close(SESSION, "")))
    told = words(frame(name, shown_of(name, session)))
    assert len(told.replace("Fin de la séance", "")) > len(rules(name).scenario.title) + 20


def test_the_end_tells_the_vote_and_lists_the_places() -> None:
    told = words(frame("une-region-choisit", the_end("une-region-choisit")))
    assert "voix pour" in told
    name = "une-semaine-a-la-metropole"
    rows = [one.string for one in frame(name, the_end(name)).items if isinstance(one, Text)]
    assert sum(":" in one for one in rows) >= 16


@pytest.mark.parametrize("people", ["Odile", "Marie-Antoinette de la Rochefoucauld"])
def test_a_seat_that_the_program_plays_is_always_shown_as_such(people: str) -> None:
    for shown in [one for one in walls(CANTINE) if one.leaf and fallen(one) is None][::5]:
        first = next(iter(shown.state.seats))
        seats = {seat: replace(one, people=(people,) if seat != first else ())
                 for seat, one in shown.state.seats.items()}  # fmt: skip
        state = replace(shown.state, seats=seats, simulated=(first,))
        told = words(frame(CANTINE, replace(shown, state=state), SIZE))
        assert "(simulé)" in told or f"{PLAYED} simulé" in told, told
        assert people != "Odile" or people in told, told


def test_following_pages_do_not_ask_again() -> None:
    shown = next(one for one in walls(CANTINE) if one.begun and not one.wanted and one.leaf
                 and len(pages(CANTINE, one, TWICE)) > 1 and not one.secret)  # fmt: skip
    first, *others = pages(CANTINE, shown, TWICE)
    assert CLOSING in words(first)
    assert not any(CLOSING in words(one) for one in others)
