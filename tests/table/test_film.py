"""A session seen again: what the film shows, where it goes, and what goes on from it."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import FACILITATOR
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import all_contributions
from eclaireurs_play.engine.view import PUBLIC, view
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.saying import contribution_words
from eclaireurs_play.table.film import SPEEDS, Film
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.scene import words
from tests.support import FIXTURES, content
from tests.table.hands import LOOK, Hands, _marked


def simulated(folder: Path, name: str = "salle", *, whole: bool = True) -> Path:
    """Keep a session played to its end, or some way in, by simulated people and a real host."""
    path = folder / f"{name}-1.jsonl"
    found = content(name)
    seats = tuple(found.scenario.seats)
    everyone = api.with_everyone(Setup(5), found)
    twin = api.start(found, everyone).session
    for _ in autoplay(twin):
        pass
    setup = Setup(5, tuple(twin.state.seats), simulated=() if whole else seats)
    opened = api.start(found, setup, path)
    actions = [_marked(one.action, count) for count, one in enumerate(twin.played)]
    for action in actions if whole else actions[:40]:
        opened.session.play(action)
    return path


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return simulated(tmp_path)


@pytest.fixture
def hands(journal: Path) -> Hands:
    table = Table(LOOK, journal.parent, FIXTURES)
    table.clock = lambda: clock[0]
    clock[0] = 0.0
    return Hands(table)


clock = [0.0]


def film(hands: Hands) -> Film:
    found = hands.table.interlude
    assert isinstance(found, Film)
    return found


def test_a_kept_session_is_seen_whole_and_its_journal_only_read(
    hands: Hands, journal: Path
) -> None:
    before = journal.read_bytes()
    hands.press("watch:salle-1.jsonl")
    seen = [film(hands).at]
    while film(hands).at < film(hands).last:
        hands.press("film:after")
        seen.append(film(hands).at)
    assert all(one < two for one, two in pairwise(seen))
    assert "Fin de la séance" in words(hands.desk)
    hands.press("film:close")
    assert hands.desk.hit("watch:salle-1.jsonl")
    assert journal.read_bytes() == before


@pytest.mark.parametrize("name", ["salle", "une-region-choisit", "bouton-bruit"])
def test_no_image_of_the_film_holds_a_secret(tmp_path: Path, name: str) -> None:
    """Neither window does: with one screen, everyone sees the desk too."""
    path = simulated(tmp_path, name)
    hands = Hands(Table(LOOK, tmp_path, FIXTURES))
    hands.press(f"watch:{path.name}")
    session = film(hands).opened.session
    hidden = 0
    for count, one in enumerate(session.played, start=1):
        film(hands).go(count)
        hands.look()
        state = one.state
        public = {one.id for one in all_contributions(view(state, PUBLIC).state)}
        said: dict[bool, set[str]] = {True: set(), False: set()}
        for made in all_contributions(state):
            shown = replace(made, hidden=False)
            told = contribution_words(session.rules, state, shown)
            said[made.id in public].add(" ".join(told.split()))
        secrets = said[False] - said[True]
        both = words(hands.desk) + words(hands.wall)
        assert [one for one in secrets if one in both] == []
        hidden += len(secrets)
    assert hidden


def test_it_goes_to_any_phase_and_to_any_point_of_the_bar(hands: Hands) -> None:
    hands.press("watch:salle-1.jsonl")
    phase = film(hands).phases[6]
    hands.press("film:phase:6")
    assert film(hands).at == phase.count
    assert phase.words in words(hands.wall) or phase.words in words(hands.desk)
    hands.press("film:leap")
    assert film(hands).at == next(
        one.count for one in film(hands).phases if one.count > phase.count
    )
    hands.press("film:leap:back")
    assert film(hands).at == phase.count
    bar = hands.desk.hit("film:bar")
    assert bar
    hands.table.point("desk", bar.box.x + bar.box.width - 0.01, bar.box.y + 1)
    assert film(hands).at == film(hands).last


def test_keys_alone_show_it(hands: Hands) -> None:
    hands.press("watch:salle-1.jsonl")
    hands.key("right")
    assert film(hands).at == film(hands).stops[1]
    hands.key("left")
    hands.key("end")
    assert film(hands).at == film(hands).last
    hands.key("home")
    hands.key("space")
    assert film(hands).running
    hands.key("escape")
    assert hands.table.interlude is None


@pytest.mark.parametrize("speed", range(len(SPEEDS)))
def test_it_plays_at_the_speed_chosen(hands: Hands, speed: int) -> None:
    hands.press("watch:salle-1.jsonl")
    hands.press(f"film:pace:{speed}")
    hands.press("film:play")
    hands.table.tick()
    for image in range(1, 6):
        clock[0] += SPEEDS[speed] * 0.6
        hands.table.tick()
        assert film(hands).at == film(hands).stops[image - 1]
        clock[0] += SPEEDS[speed] * 0.5
        hands.table.tick()
        assert film(hands).at == film(hands).stops[image]
    hands.press("film:play")
    clock[0] += 30
    hands.table.tick()
    assert film(hands).at == film(hands).stops[5]


def test_a_laptop_that_slept_misses_no_image(hands: Hands) -> None:
    hands.press("watch:salle-1.jsonl")
    hands.press("film:play")
    hands.table.tick()
    clock[0] += 3600
    hands.table.tick()
    assert film(hands).at == 0


def test_it_stops_at_its_end_and_begins_again(hands: Hands) -> None:
    hands.press("watch:salle-1.jsonl")
    hands.press("film:play")
    hands.table.tick()
    for _ in film(hands).stops:
        clock[0] += 10
        hands.table.tick()
    assert film(hands).at == film(hands).last
    assert not film(hands).running
    assert not hands.table.busy
    hands.look()
    hands.press("film:play")
    assert film(hands).at == 0


def test_what_if_goes_on_in_another_journal(hands: Hands, journal: Path) -> None:
    before = journal.read_bytes()
    for number in (1, 2):
        hands.press("watch:salle-1.jsonl")
        hands.press("film:phase:4")
        at = film(hands).at
        expected = film(hands).opened.session.played[at - 1].state
        hands.press("film:branch")
        playing = hands.table.playing
        assert playing
        path = journal.with_name(f"salle-1-et-si-{number}.jsonl")
        assert playing.journal == path
        assert playing.session.state == expected
        assert path.name in words(hands.desk)
        assert api.replay(path, FIXTURES).session.state == expected
        hands.table.home()
        hands.look()
    assert journal.read_bytes() == before


def test_what_if_a_branch_is_named_after_the_first_session(hands: Hands, journal: Path) -> None:
    hands.press("watch:salle-1.jsonl")
    hands.press("film:phase:4")
    hands.press("film:branch")
    hands.press("film")
    hands.press("film:leap:back")
    hands.press("film:branch")
    assert hands.table.playing
    assert hands.table.playing.journal == journal.with_name("salle-1-et-si-2.jsonl")


def test_a_session_that_plays_itself_has_no_what_if(hands: Hands, journal: Path) -> None:
    alone = api.with_everyone(Setup(5), content("salle"))
    assert FACILITATOR in alone.simulated
    api.start(content("salle"), alone, journal.with_name("seule.jsonl"))
    hands.table.home()
    hands.look()
    hands.press("watch:seule.jsonl")
    assert hands.desk.hit("film:branch") is None


def test_one_comes_back_to_a_moment_or_a_bookmark(tmp_path: Path) -> None:
    path = simulated(tmp_path, whole=False)
    hands = Hands(Table(LOOK, tmp_path, FIXTURES))
    hands.press(f"resume:{path.name}")
    playing = hands.table.playing
    assert playing
    hands.press("bookmark")
    marked = len(playing.session.played)
    offer = playing.offers.next
    while len(playing.session.played) < marked + 3 and offer is not None:
        hands.press("film")
        hands.press("film:close")
        playing.stop() if offer.ask.do == "close" else playing.passes(offer.actor)
        break
    hands.look()
    hands.press("film" if hands.desk.hit("film") else "end:film")
    hands.press("film:mark:0")
    assert film(hands).at == marked
    if film(hands).at < film(hands).last:
        hands.press("film:back")
        if playing.undoing:
            hands.press("undo:yes")
        assert len(playing.session.played) == marked
    else:
        hands.press("film:leap:back")
        at = film(hands).at
        hands.press("film:back")
        if playing.undoing:
            hands.press("undo:yes")
        assert len(playing.session.played) == at
    assert hands.table.interlude is None
