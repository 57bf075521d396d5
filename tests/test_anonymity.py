"""Les démineurs are anonymous: nothing the program keeps or shows leads back to a person.

Names are refused wherever they could enter; who holds which pseudonym is drawn by nobody's seed;
nobody's order, name or machine is in a journal, a view, a synthesis or what is told.
"""

import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireurs_play import api
from eclaireurs_play.engine.codec import action_to_data, canonical, state_to_json
from eclaireurs_play.engine.domains import Options
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Action, Choose, Fill, Seat
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import all_contributions
from eclaireurs_play.engine.view import PUBLIC
from eclaireurs_play.errors import EclaireursError, JournalError, RefusedError
from eclaireurs_play.play.narration import tell
from eclaireurs_play.play.notation import write_line
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session
from eclaireurs_play.synthesis import build, to_markdown
from eclaireurs_play.testing import play_until
from tests.cli.running import PROGRAM, run
from tests.engine.playing import actors, say
from tests.support import REPOSITORY, auto_session, content, new_session, rules

NAME = "placard-commun"
CONTENT = content(NAME)
PSEUDONYMS = tuple(seat for seat, one in CONTENT.scenario.seats.items() if one.optional)
SEATS = ("porteur", "heron", "merle", "chouette", "frene")
MEMBERS = SEATS[1:]
PEOPLE = ("Jeanne Ostrowski", "Karim", "zoe.petit@ville.example", "D. Nguyen")
NAMED = (
    Setup(people={"heron": PEOPLE[:1]}),
    Setup(people={"jeanne": ("heron",)}),
    Setup(seats=("porteur", "jeanne", "karim", "zoe")),
    Setup(seats=(*SEATS, PEOPLE[1])),
    Setup(simulated=(PEOPLE[0],)),
    Setup(past=True, people={"porteur": PEOPLE[1:2]}),
)  # fmt: skip


@pytest.mark.parametrize("setup", NAMED, ids=lambda one: str(one)[:50])
def test_no_name_begins_a_session(setup: Setup) -> None:
    with pytest.raises(RefusedError) as refused:
        api.start(CONTENT, setup)
    assert refused.value.code == "anonymous"
    assert str(refused.value).startswith("Ce jeu est anonyme : ")


TYPED: tuple[tuple[str, ...], ...] = (
    ("play", NAME, "--seats", "porteur,Jeanne,Karim,Zoe"),
    ("play", NAME, "--auto", "--seats", "porteur,Jeanne,Karim,Zoe"),
    ("play", NAME, "--simulated", "Jeanne"),
    ("enter", NAME, "--seats", "porteur,Jeanne,Karim,Zoe"),
)


@pytest.mark.parametrize("words", TYPED, ids=lambda words: " ".join(words[:1] + words[2:3]))
def test_no_option_takes_a_name_and_no_file_is_left(words: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    ran = run(*words, "--journal", path)
    assert ran.code == 2
    assert "Ce jeu est anonyme" in ran.said
    assert list(tmp_path.iterdir()) == []


def test_a_past_session_says_its_pseudonyms_instead_of_drawing_others(tmp_path: Path) -> None:
    ran = run("enter", NAME, "--journal", tmp_path / "a.jsonl")
    assert ran.code == 2
    assert ran.said.endswith("Dites quels pseudonymes étaient à la table : --seats A,B,…")
    assert list(tmp_path.iterdir()) == []


LINES = ("Jeanne: bonjour", "jeanne choisit rejoint=0", "note Karim: moi", "heron pour jeanne: oui")


@pytest.mark.parametrize("line", LINES)
def test_nobody_speaks_under_a_name(line: str) -> None:
    opened = api.start(CONTENT, Setup(seats=SEATS))
    before = opened.journal_text()
    with pytest.raises(EclaireursError):
        opened.enter(line)
    assert opened.journal_text() == before


def _journal(folder: Path) -> Path:
    path = folder / "seance.jsonl"
    opened = api.start(CONTENT, Setup(seats=SEATS), path)
    opened.enter("animateur choisit encore-floue=oui")
    return path


def _chained(lines: list[dict[str, Any]]) -> str:
    """Write lines as a journal would, for whoever knows how to forge the chain."""
    digest, written = "", []
    for line in lines:
        digest = sha256((digest + canonical(line)).encode()).hexdigest()[:16]
        written.append(json.dumps({**line, "hash": digest}, ensure_ascii=False))
    return "\n".join(written) + "\n"


def _edited(path: Path, **setup: object) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        del line["hash"]
    lines[0]["setup"] |= setup
    return lines


FORGED: tuple[Mapping[str, object], ...] = (
    {"people": {"heron": PEOPLE[0]}},
    {"seats": [*SEATS, "jeanne"]},
    {"simulated": ["jeanne"]},
)


@pytest.mark.parametrize("setup", FORGED, ids=lambda one: next(iter(one)))
def test_a_header_edited_by_hand_is_refused_even_with_its_chain(
    setup: dict[str, object], tmp_path: Path
) -> None:
    path = _journal(tmp_path)
    lines = _edited(path, **setup)
    plain = path.read_text(encoding="utf-8").splitlines()
    head = {**lines[0], "hash": json.loads(plain[0])["hash"]}
    path.write_text("\n".join([json.dumps(head), *plain[1:]]) + "\n", encoding="utf-8")
    with pytest.raises(JournalError, match="modifiée ou déplacée"):
        api.replay(path)
    path.write_text(_chained(lines), encoding="utf-8")
    with pytest.raises(EclaireursError, match="Ce jeu est anonyme"):
        api.replay(path)
    for command in ("replay", "synthesis"):
        ran = run(command, path, *(("-o", tmp_path / "a.md") if command == "synthesis" else ()))
        assert ran.code != 0
        assert "Ce jeu est anonyme" in ran.said
        assert "Traceback" not in ran.err
    assert not (tmp_path / "a.md").exists()


def test_a_header_holds_nothing_it_does_not_need(tmp_path: Path) -> None:
    """A list of names slipped in beside what the program reads is refused, not carried along."""
    path = _journal(tmp_path)
    names = {"heron": PEOPLE[0]}
    beside = _edited(path)
    beside[0]["noms"] = names
    for lines in (_edited(path, noms=names), beside):
        path.write_text(_chained(lines), encoding="utf-8")
        for opening in (api.replay, api.open_journal):
            with pytest.raises(JournalError, match=r"seance\.jsonl:1 : "):
                opening(path)


Asked = list[tuple[tuple[str, ...], int]]


@pytest.fixture
def lot(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Stand for the system's luck: keep what was asked of it, and answer the last ones."""
    asked: Asked = []

    class Lot:
        def sample(self, population: list[str], k: int) -> list[str]:
            asked.append((tuple(population), k))
            return population[-k:]

    monkeypatch.setattr(api, "SystemRandom", Lot)
    return asked


@pytest.mark.parametrize("simulated", [(), ("heron",), (FACILITATOR, GROUP), PSEUDONYMS])
def test_with_people_at_the_table_pseudonyms_come_from_the_system(
    simulated: tuple[str, ...], lot: Asked
) -> None:
    opened = api.start(CONTENT, Setup(seed=3, simulated=simulated))
    count = CONTENT.scenario.seated
    assert count is not None
    assert lot == [(PSEUDONYMS, count - 1)]
    assert tuple(opened.session.state.seats) == ("porteur", *PSEUDONYMS[1 - count :])


def test_the_seed_says_nothing_of_who_is_there() -> None:
    tables = {tuple(api.start(CONTENT, Setup(seed=3)).session.state.seats) for _ in range(40)}
    assert len(tables) > 1


def test_simulated_sessions_stay_the_same_for_a_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(api, "SystemRandom")
    everyone = api.with_everyone(Setup(seed=3), CONTENT)
    first, second = (api.start(CONTENT, everyone).session.state.seats for _ in range(2))
    assert list(first) == list(second)


@pytest.mark.parametrize("count", [(), ("--seats", "5")])
def test_a_simulated_session_is_the_same_twice_from_the_command_line(
    count: tuple[str, ...], tmp_path: Path
) -> None:
    for name in ("a", "b"):
        words = ("play", NAME, "--auto", "--quiet", "--seed", 5, *count)
        assert run(*words, "--journal", tmp_path / name).code == 0
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_pseudonyms_already_drawn_are_kept(lot: Asked) -> None:
    assert tuple(api.start(CONTENT, Setup(seats=SEATS)).session.state.seats) == SEATS
    assert lot == []


def test_a_script_is_rehearsed_and_played_at_the_same_table(lot: Asked, tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_text("animateur choisit encore-floue=oui\n", encoding="utf-8")
    assert run("play", NAME, "--script", script, "--quiet").code == 0
    assert len(lot) == 1


# Two tables whose people changed places


def _lines() -> list[str]:
    """Play a session, and give the lines that someone at the keyboard would type."""
    everyone = api.with_everyone(Setup(seats=SEATS, seed=4), CONTENT)
    played = Session(rules(NAME), everyone)
    return [write_line(action) for action in autoplay(played)]


def _kept(folder: Path, holders: Mapping[str, str], lines: list[str]) -> dict[str, bytes]:
    """Play the lines on the machine of whoever types; give everything that is kept or shown."""
    folder.mkdir()
    typist = holders["porteur"]
    known = {"USER": typist, "LOGNAME": typist, "HOSTNAME": f"poste-de-{typist}",
             "EMAIL": f"{typist}@ville.example", "TZ": f"Pacific/{typist}",
             "GIT_AUTHOR_NAME": typist, "HOME": str(folder)}  # fmt: skip
    (folder / "lignes.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    begun = ("play", NAME, "--seed", "4", "--seats", ",".join(holders))
    told = _outside(folder, known, *begun, "--script", "lignes.txt", "--journal", "j.jsonl")
    for audience in ("public", "parties", "facilitator"):
        for page in ("md", "html"):
            name = f"{audience}.{page}"
            _outside(folder, known, "synthesis", "j.jsonl", "-o", name, "--for", audience)
    replayed = _outside(folder, known, "replay", "j.jsonl")
    (folder / "lignes.txt").unlink()
    files = {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    return {**files, "dit": told, "redit": replayed}


def _outside(folder: Path, known: Mapping[str, str], *words: str) -> bytes:
    path = os.pathsep.join([str(REPOSITORY / "src"), str(REPOSITORY)])
    variables = {**os.environ, **known, "PYTHONPATH": path}
    done = subprocess.run(
        [*PROGRAM, *words], cwd=folder, env=variables, capture_output=True, check=True
    )
    return done.stdout


def test_two_tables_whose_people_changed_places_leave_the_same_bytes(tmp_path: Path) -> None:
    lines = _lines()
    tables = [dict(zip(SEATS, ("Zoé", "Karim", "Jeanne", "Ana", "Omar"), strict=True)),
              dict(zip(SEATS, ("Karim", "Jeanne", "Omar", "Zoé", "Ana"), strict=True))]  # fmt: skip
    kept = [_kept(tmp_path / name, one, lines) for name, one in zip("ab", tables, strict=True)]
    assert kept[0] == kept[1]
    assert set(kept[0]) == {"j.jsonl", "dit", "redit", *(
        f"{audience}.{page}" for audience in ("public", "parties", "facilitator")
        for page in ("md", "html"))}  # fmt: skip
    everything = b"".join(kept[0].values()).decode()
    for name in (*tables[0].values(), "Pacific", str(tmp_path), "poste-de"):
        assert name not in everything


def test_no_word_of_a_state_or_a_journal_is_for_a_person() -> None:
    session = auto_session(NAME, 4)
    for one in session.played:
        assert all(seat.people == () for seat in one.state.seats.values())
    opened = api.start(CONTENT, Setup(seats=SEATS))
    assert set(opened.header().data()["setup"]) <= {"seats", "seed", "simulated"}
    assert set(json.loads(opened.journal_text().splitlines()[0])) == {
        "format", "software", "game", "scenario", "rules", "texts", "setup", "hash"}  # fmt: skip


def test_seats_are_written_in_the_same_order_whoever_came_first() -> None:
    other = ("frene", "heron", "porteur", "chouette", "merle")
    first, second = (new_session(NAME, seats=seats) for seats in (SEATS, other))
    assert state_to_json(first.state) == state_to_json(second.state)
    assert list(first.state.seats) == list(SEATS)


# Hidden answers


def _before_answers(*lines: str) -> Session:
    session = play_until(new_session(NAME, seats=SEATS), "groupe")
    say(session, *(f"{seat} choisit rejoint=0" for seat in actors(session)), "clôt")
    return say(play_until(session, "contributions"), *lines)


def _secret(seat: str) -> str:
    return f"Le tiroir {seat.upper()} coince."


def test_what_is_written_is_in_nobody_else_s_view_until_all_is_read() -> None:
    session = _before_answers()
    for seat in MEMBERS:
        say(session, f'{seat} remplit contribution piege="{_secret(seat)}"')
        for who in (*SEATS, PUBLIC):
            seen = state_to_json(session.view(who).state)
            for author in MEMBERS:
                known = who == author or _secret(author) not in state_to_json(session.state)
                assert (_secret(author) in seen) <= known
        last = session.played[-1]
        assert not any(
            _secret(seat) in told for told in tell(session.rules, last.state, last.events)
        )
        for audience in ("public", "parties"):
            written = to_markdown(build(session.rules, session.view(PUBLIC).state, audience))
            assert not any(_secret(author) in written for author in MEMBERS)
    say(session, "clôt")
    assert all(_secret(seat) in state_to_json(session.view(PUBLIC).state) for seat in MEMBERS)


def test_profiles_are_hidden_until_all_are_in() -> None:
    session = play_until(new_session(NAME, seats=SEATS), "profils")
    line = "remplit profil interets=nature+argent competences=compter"
    say(session, f"merle {line}")
    for who in ("porteur", "heron", PUBLIC):
        leaf = session.view(who).state.leaf
        assert leaf is not None
        assert leaf.made == ()


@settings(max_examples=25)
@given(st.permutations(MEMBERS))
def test_nothing_shown_says_who_answered_first(order: list[str]) -> None:
    """Whoever watched people write can't match their order with that of the pseudonyms."""
    straight, other = _answered(list(MEMBERS)), _answered(order)
    for who in (*SEATS, PUBLIC):
        assert straight.view(who) == other.view(who)
    for audience in ("public", "parties"):
        first, second = (build(one.rules, one.state, audience) for one in (straight, other))  # type: ignore[arg-type]
        assert to_markdown(first) == to_markdown(second)
    told = [list(tell(one.rules, one.state, one.played[-1].events, numbered=True))
            for one in (straight, other)]  # fmt: skip
    assert told[0] == told[1]


_READY = _before_answers()


def _answered(order: list[str]) -> Session:
    session = _READY.branch(len(_READY.played))
    lines = (f'{seat} remplit contribution piege="{_secret(seat)}"' for seat in order)
    return say(session, *lines, "clôt")


@settings(max_examples=25)
@given(st.integers(0, 2**32))
def test_numbers_stay_whole_and_each_answer_keeps_its_author(seed: int) -> None:
    order = list(MEMBERS)
    Random(seed).shuffle(order)  # noqa: S311 - no secret
    session = _answered(order)
    numbers = [one.number for one in all_contributions(session.state)]
    assert numbers == sorted(set(numbers))
    left = session.state.results[-1].made
    assert [one.by for one in left] == list(MEMBERS)
    for one in left:
        assert isinstance(one.gesture, Fill)
        assert one.gesture.values["piege"] == _secret(one.by)
    assert not any(one.hidden for one in left)


def test_other_games_keep_the_order_in_which_people_answered() -> None:
    session = play_until(new_session("salle"), "portrait")
    seats = list(session.state.seats)
    for seat in reversed(seats):
        session.play(Action(seat, Fill("fiche", {"nom": seat, "cout": 3.0})))
    say(session, "clôt")
    assert [one.by for one in session.state.results[-1].made] == list(reversed(seats))


# Attacks in a room of seven colleagues: what nobody but the host is told


STANCES = ("vigie", "realiste", "naif", "vigie")
"""The second vigie is taken as the first one was: nothing shows that a card is gone."""
JOINED = ("0", "1", "non", "0")
JOINED_AGAIN = ("1", "0", "0", "non")
TICKS = ("rue", "rue", "nature", "argent")
TICKS_AGAIN = ("argent", "nature", "rue", "rue")


def _lines_of(stances: Iterable[str], ticks: Iterable[str], joined: Iterable[str]) -> list[str]:
    """Write the papers of three phases, each phase closed when its papers are typed."""
    papers = (
        (f"{who} choisit posture={stance}" for who, stance in zip(MEMBERS, stances, strict=True)),
        (f"{who} remplit profil interets={tick} competences=compter"
         for who, tick in zip(MEMBERS, ticks, strict=True)),
        (f"{who} choisit rejoint={answer}" for who, answer in zip(MEMBERS, joined, strict=True)),
    )  # fmt: skip
    idea = ("porteur remplit idee phrases=a pour-qui=b existe=c incertain=d", "clôt")
    taken, profiles, group = ([*one, "clôt"] for one in papers)
    return [*taken, *profiles, *idea, *group]


def _room(lines: list[str]) -> Session:
    return say(play_until(new_session(NAME, seats=SEATS), "postures"), *lines)


def _told_aloud(session: Session) -> list[str]:
    return [told for one in session.played
            for told in tell(session.rules, one.state, one.events)]  # fmt: skip


def _without_own(session: Session, who: str) -> str:
    """Give what someone sees, without what they did themselves."""
    seen = session.view(who).state
    results = tuple(replace(one, made=tuple(made for made in one.made if made.by != who))
                    for one in seen.results)  # fmt: skip
    return state_to_json(replace(seen, results=results))


def test_who_took_which_stance_who_ticked_what_and_who_joined_can_t_be_told_apart() -> None:
    """Two rooms that differ only by who is who look the same to everybody but the host."""
    first = _room(_lines_of(STANCES, TICKS, JOINED))
    other = _room(_lines_of(sorted(STANCES), TICKS_AGAIN, JOINED_AGAIN))
    assert state_to_json(first.view(PUBLIC).state) == state_to_json(other.view(PUBLIC).state)
    assert _without_own(first, "porteur") == _without_own(other, "porteur")
    assert _told_aloud(first) == _told_aloud(other)
    for audience in ("public", "parties"):
        written = {to_markdown(build(one.rules, one.state, audience)) for one in (first, other)}  # type: ignore[arg-type]
        assert len(written) == 1


@pytest.mark.parametrize("who", MEMBERS)
def test_a_member_learns_only_what_is_theirs(who: str) -> None:
    session = _room(_lines_of(STANCES, TICKS, JOINED))
    seen = session.view(who).state
    assert {seat for seat, one in seen.seats.items() if one.stance} == {who}
    for name in ("postures", "profils", "groupe"):
        (left,) = (one for one in seen.results if one.name == name)
        assert {one.by for one in left.made} == {who}
    (group,) = (one for one in seen.results if one.name == "groupe")
    mine = dict(zip(MEMBERS, JOINED, strict=True))[who] != "non"
    assert group.outcome.items == ((who,) if mine else ())


@pytest.mark.parametrize("phase", ["postures", "profils", "groupe", "contributions"])
def test_nobody_sees_who_has_just_given_a_paper(phase: str) -> None:
    """Whoever watches a hand go to the box learns no pseudonym from the screen."""
    session = play_until(new_session(NAME, seats=SEATS), phase)
    line = {"postures": "choisit posture=naif", "groupe": "choisit rejoint=0",
            "profils": "remplit profil interets=rue competences=compter",
            "contributions": "remplit contribution piege=ici"}[phase]  # fmt: skip
    rooms = [say(session.branch(len(session.played)), f"{who} {line}") for who in actors(session)]
    for other in rooms[1:]:
        for who in ("porteur", PUBLIC):
            assert rooms[0].view(who) == other.view(who)
        assert _told_aloud(rooms[0]) == _told_aloud(other)
    refused = _refusal(rooms[0])
    assert not any(rooms[0].rules.name(who) in refused for who in MEMBERS)


def _refusal(session: Session) -> str:
    """Give what is said aloud of a phase that can't close yet; "" when it can."""
    try:
        say(session, "clôt")
    except (AssertionError, RefusedError) as error:
        return str(error)
    return ""


def test_words_behind_a_pseudonym_don_t_carry_the_card_that_was_in_a_hand() -> None:
    session = auto_session(NAME, 4)
    held = {seat: one.stance for seat, one in session.state.seats.items() if one.stance}
    assert held
    for one in all_contributions(session.state):
        if one.by in held:
            assert one.played == ""


def test_no_pseudonym_calls_the_session() -> None:
    session = new_session(NAME, seats=SEATS)
    (ask,) = (one for one in session.legal_actions(FACILITATOR) if one.about == "saisine")
    assert isinstance(ask.domain, Options)
    assert list(ask.domain.options) == ["porteur", "auto-saisine"]
    with pytest.raises(RefusedError):
        session.play(Action(FACILITATOR, Choose("saisine", ("heron",))))


def test_those_who_owe_a_paper_are_counted_and_not_named() -> None:
    """A colleague was away all week: the one who left no paper must not be told."""
    rooms = []
    for silent in MEMBERS[:2]:
        session = play_until(new_session(NAME, seats=SEATS), "groupe")
        say(session, *(f"{one} choisit rejoint=0" for one in MEMBERS), "clôt")
        for _day in range(5):
            session = play_until(session, "contributions")
            given = (one for one in MEMBERS if one != silent)
            say(session, *(f"{one} remplit contribution piege=ici" for one in given), "clôt")
        rooms.append(session)
    lapses = [one.state.lapses for one in rooms]
    assert lapses[0] == lapses[1] != ()


# Who comes and who goes: everyone sees it


COMINGS = ("part heron", 'part heron raison="Karim Benali a un train"', "arrive tilleul",
           "simule heron", 'part porteur raison="Karim Benali a un train"', "arrive porteur Karim",
           "remplace heron Karim")  # fmt: skip


@pytest.mark.parametrize("line", COMINGS)
def test_the_journal_holds_no_pseudonym_that_came_or_left_and_no_reason(line: str) -> None:
    opened = api.start(CONTENT, Setup(seats=SEATS))
    before = opened.journal_text()
    with pytest.raises(RefusedError, match="Ce jeu est anonyme : ") as refused:
        opened.enter(line)
    assert refused.value.code == "anonymous"
    assert opened.journal_text() == before


def test_a_journal_where_a_pseudonym_was_made_to_leave_is_refused(tmp_path: Path) -> None:
    path = _journal(tmp_path)
    lines = _edited(path)
    gone = Action(FACILITATOR, Seat("heron", (), "empty"))
    lines.append({"n": len(lines), "act": action_to_data(gone)})
    path.write_text(_chained(lines), encoding="utf-8")
    with pytest.raises(JournalError, match="Ce jeu est anonyme : "):
        api.replay(path)


@pytest.mark.parametrize("gone", MEMBERS)
def test_a_session_ends_although_someone_left_and_nobody_said_who(gone: str) -> None:
    """Their papers stop; whoever hosts closes each phase with those that came."""
    seats = (*SEATS, "tilleul")
    there = tuple(one for one in (*seats, FACILITATOR, GROUP) if one != gone)
    session = Session(rules(NAME), Setup(seed=4, seats=seats, simulated=there))
    list(autoplay(session))
    while session.state.leaf is not None:
        say(session, "clôt")
        list(autoplay(session))
    assert session.state.status == "over"
    assert not any(one.by == gone for one in all_contributions(session.state))
    closed = {one.phase: one.closing for one in session.state.results}
    assert {closed[one] for one in ("postures", "profils", "groupe")} == {"shortened"}
