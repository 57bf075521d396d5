"""The start screen: who comes, how it is played, what was kept; and the end screen's keys."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from eclaireurs_play import api, press
from eclaireurs_play.cli.words import speak
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.table import words as spoken
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.saved import when_words
from eclaireurs_play.table.scene import words
from tests.support import FIXTURES, content
from tests.table.hands import LOOK, Hands


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    return Hands(Table(LOOK, tmp_path, FIXTURES, seed=3))


def kept(folder: Path, name: str, *, over: bool) -> Path:
    path = folder / f"{name}-1.jsonl"
    everyone = api.with_everyone(Setup(5), content(name))
    session = api.start(content(name), everyone if over else Setup(5), path).session
    if over:
        for _ in autoplay(session):
            pass
    return path


def learn(hands: Hands) -> None:
    while hands.table.busy:
        hands.table.tick()
    hands.look()


def test_kept_sessions_tell_their_title_their_day_and_where_they_stopped(tmp_path: Path) -> None:
    kept(tmp_path, "salle", over=False)
    kept(tmp_path, "cantine-locale", over=True)
    hands = Hands(Table(LOOK, tmp_path, FIXTURES))
    assert hands.table.busy
    learn(hands)
    told = words(hands.desk).replace("’", "'")
    assert "La cantine d'Orvaize" in told
    assert "finie" in told
    assert "étape « Entrée »" in told
    assert told.count("aujourd'hui à ") + told.count("hier à ") == 2
    assert "cantine-locale-1.jsonl" in told


def test_a_broken_journal_says_why_and_nothing_else_is_lost(tmp_path: Path) -> None:
    path = kept(tmp_path, "cantine-locale", over=True)
    lines = path.read_bytes().split(b"\n")
    (tmp_path / "abimee.jsonl").write_bytes(b"\n".join([*lines[:3], *lines[4:]]))
    other = lines[0].replace(b'"rules":"', b'"rules":"0')
    (tmp_path / "ancienne.jsonl").write_bytes(other + b"\n")
    (tmp_path / "vide.jsonl").write_bytes(b"")
    hands = Hands(Table(LOOK, tmp_path, FIXTURES))
    learn(hands)
    told = words(hands.desk)
    assert "abimee.jsonl:4" in told
    assert str(tmp_path) not in told
    assert hands.desk.hit("resume:cantine-locale-1.jsonl")
    for name in ("abimee", "ancienne", "vide"):
        assert hands.desk.hit(f"resume:{name}.jsonl") is None


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "aujourd'hui à 08:05"), (1, "hier à 08:05"), (40, "le 12/10/2026 à 08:05")],
)
def test_days_are_said_as_people_do(days: int, said: str) -> None:
    now = datetime(2026, 11, 21, 23, 50).astimezone()
    then = now.replace(hour=8, minute=5).timestamp() - days * 86400
    if days > 1:
        assert when_words(then, now.timestamp()).startswith("le 12/10/2026 à 0")
    else:
        assert when_words(then, now.timestamp()) == said


def test_fewer_people_empty_the_seats_that_may_be(hands: Hands) -> None:
    hands.press("scenario:cantine-locale")
    starting = hands.table.starting
    most = starting.people
    while hands.desk.hit("size:less"):
        hands.press("size:less")
    least = starting.people
    assert (least, most) == starting.sizes
    hands.press("size:more")
    hands.press("start")
    assert hands.table.playing
    assert len(hands.table.playing.state.seats) == least + 1


def test_an_anonymous_game_draws_as_many_pseudonyms_as_people_come(hands: Hands) -> None:
    hands.press("scenario:bouton-bruit")
    foreseen = hands.table.starting.people
    hands.press("size:more")
    assert hands.desk.hit("seat:chouette") is None
    hands.press("start")
    assert hands.table.playing
    assert len(hands.table.playing.state.seats) == foreseen + 1


def test_a_session_played_on_paper_is_recorded_without_refusing(hands: Hands) -> None:
    hands.press("scenario:salle")
    hands.fill("name:gardienne", "Zoé")
    hands.press("option:past")
    hands.press("start")
    assert hands.table.playing
    setup = hands.table.playing.session.setup
    assert setup.past
    assert setup.people == {"gardienne": ("Zoé",)}


def test_pseudonyms_of_a_paper_session_are_those_that_were_there(hands: Hands) -> None:
    hands.press("scenario:bouton-bruit")
    hands.press("option:past")
    assert not any(one.name.startswith("name:") for one in hands.desk.hits)
    absent = [one.name for one in hands.desk.hits if one.name.startswith("seat:")][:2]
    for name in absent:
        hands.press(name)
    hands.press("start")
    assert hands.table.playing, hands.table.starting.message
    there = set(hands.table.playing.state.seats)
    assert there.isdisjoint(one.removeprefix("seat:") for one in absent)


def test_the_short_plan_is_on_the_desk(hands: Hands) -> None:
    hands.press("scenario:cantine-locale")
    hands.press("option:short")
    hands.press("start")
    playing = hands.table.playing
    assert playing
    leaf = playing.state.leaf
    assert leaf
    advice = playing.session.rules.phases[leaf.phase].short
    assert advice
    assert " ".join(advice.split())[:25] in words(hands.desk).replace("’", "'")
    hands.press("advice:short")
    assert " ".join(advice.split())[:25] not in words(hands.desk).replace("’", "'")


def test_the_kit_is_for_as_many_as_come(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int | None] = []
    monkeypatch.setattr(
        press, "print_kit", lambda _name, _path, order, **_more: asked.append(order.seats)
    )
    hands.press("scenario:cantine-locale")
    hands.press("kit")
    hands.press("size:less")
    hands.press("kit")
    most = hands.table.starting.sizes[1]
    assert asked == [None, most - 1]
    assert "kit-cantine-locale.pdf" in words(hands.desk)


def test_a_real_kit_comes_out(hands: Hands, tmp_path: Path) -> None:
    hands.press("scenario:bouton-bruit")
    hands.press("kit")
    assert (tmp_path / "kit-bouton-bruit.pdf").read_bytes().startswith(b"%PDF")


@pytest.fixture
def ended(tmp_path: Path) -> Hands:
    path = kept(tmp_path, "cantine-locale", over=True)
    hands = Hands(Table(LOOK, tmp_path, FIXTURES))
    hands.press(f"resume:{path.name}")
    return hands


def test_the_end_screen_writes_every_synthesis(ended: Hands, tmp_path: Path) -> None:
    for name, suffix in (
        ("parties", "parties"),
        ("public", "public"),
        ("facilitator", "animation"),
    ):
        ended.press(f"end:{name}")
        page = tmp_path / f"cantine-locale-1-{suffix}.html"
        assert "Orvaize" in page.read_text(encoding="utf-8")
        assert page.name in words(ended.desk).replace(" ", "") or page.name in words(ended.desk)


def test_sheets_reach_the_projector_only_once_asked(ended: Hands) -> None:
    before = words(ended.wall)
    ended.press("end:reveal")
    assert words(ended.wall) != before
    ended.press("end:reveal")
    assert words(ended.wall) == before


def test_a_folder_that_refuses_is_said(tmp_path: Path) -> None:
    place = tmp_path / "fichier"
    place.write_text("", encoding="utf-8")
    hands = Hands(Table(LOOK, place / "seances", FIXTURES))
    hands.press("scenario:salle")
    for name in ("start", "kit"):
        hands.press(name)
        assert "ne peut pas être écrit" in words(hands.desk)
    assert hands.table.playing is None


@pytest.mark.parametrize("size", [(160.0, 90.0), (320.0, 180.0), (480.0, 270.0), (960.0, 540.0)])
def test_every_key_of_start_and_end_is_in_reach(
    ended: Hands, tmp_path: Path, size: tuple[float, float]
) -> None:
    """At 200 % on a small screen too: what does not fit is in a panel that scrolls."""
    start = Hands(Table(LOOK, tmp_path, FIXTURES), size)
    start.press("scenario:cantine-locale")
    ended.size = size
    ended.look()
    for hands in (start, ended):
        scrolled = {one.name for one in hands.desk.scrolls}
        for one in hands.desk.hits:
            assert 0 <= one.box.x <= one.box.x + one.box.width <= hands.desk.width
            assert one.panel in scrolled or one.box.y + one.box.height <= hands.desk.height


def test_the_table_speaks_english_too(tmp_path: Path) -> None:
    path = kept(tmp_path, "salle", over=False)
    speak("en")
    spoken._.cache_clear()
    hands = Hands(Table(LOOK, tmp_path, FIXTURES))
    learn(hands)
    told = words(hands.desk)
    assert "Take up a session" in told
    assert "phase “Entrée”" in told
    hands.press(f"watch:{path.name}")
    assert "The film of the session" in words(hands.desk)


def test_times_of_files_order_the_sessions(tmp_path: Path) -> None:
    first = kept(tmp_path, "salle", over=False)
    second = kept(tmp_path, "cantine-locale", over=False)
    os.utime(first, (2_000_000_000, 2_000_000_000))
    hands = Hands(Table(LOOK, tmp_path, FIXTURES))
    assert [one.path for one in hands.table.starting.kept] == [first, second]
