"""The envelope of an anonymous game: nothing that is kept says who typed before whom."""

import json
import sys
from io import BytesIO, TextIOWrapper
from itertools import permutations
from pathlib import Path

import pytest

from eclaireurs_play import api
from eclaireurs_play.cli.prompt import converse
from eclaireurs_play.engine.gestures import Action, Choose, Fill, Pass
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import all_contributions
from eclaireurs_play.play.envelope import Envelope, is_wanted
from eclaireurs_play.play.notation import read_typed, write_line
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import play_until
from tests.cli.running import FIXED, Ran, run
from tests.engine.phases.bench import phase, table
from tests.support import EVERYTHING, content, new_session

NAME = "placard-commun"
SEATS = ("porteur", "heron", "merle", "chouette", "frene")
MEMBERS = SEATS[1:]
SLIPS = tuple(f"{who} remplit profil interets=rue competences=compter" for who in MEMBERS)
FORM = {"f": {"title": "F", "fields": {"mot": {"text": 40}}}}
HIDDEN = phase("record", form="f", who="each-seat", order="together", hidden=True)
DRAWN = 200
"""Sessions enough for every order of three slips to come, but once in 10¹⁵."""


def begun(folder: Path, hidden: str = "profils", **setup: object) -> Path:
    """Keep a session that stands at the beginning of a hidden phase."""
    path = folder / "seance.jsonl"
    session = play_until(new_session(NAME, seats=SEATS, **setup), hidden)
    opened = api.start(content(NAME), Setup(seats=SEATS, **setup), path)  # type: ignore[arg-type]
    opened.session.play_all(one.action for one in session.played)
    return path


def go_on(path: Path, *lines: str) -> Ran:
    return run("play", NAME, "--resume", "--journal", path, typed="\n".join(lines))


def journal(path: Path) -> list[str]:
    """List who fills a sheet, in the order of the file."""
    entries = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    acts = (entry["act"] for entry in entries if "act" in entry)
    return [act["by"] for act in acts if act["gesture"].get("about") == "profil"]


def test_slips_wait_without_an_echo_and_are_played_when_the_phase_closes(tmp_path: Path) -> None:
    path = begun(tmp_path)
    before = path.read_bytes()
    told = go_on(path, *SLIPS[:3], "où").err
    assert told.splitlines()[1:4] == [
        "Dans l'enveloppe : 1 papier ; on l'ouvre quand l'étape se clôt.",
        "Dans l'enveloppe : 2 papiers.",
        "Dans l'enveloppe : 3 papiers.",
    ]
    path.write_bytes(before)
    ran = go_on(path, *SLIPS, "clôt")
    assert ran.code == 0, ran.err
    assert "remplit « Mon profil »" not in ran.out
    assert f"La rue et les travaux ({len(SLIPS)})" in ran.out
    assert "L'enveloppe est ouverte : 4 papiers, rebattus." in ran.err
    assert sorted(journal(path)) == sorted(MEMBERS)


def test_who_has_put_a_slip_in_is_no_longer_waited_for(tmp_path: Path) -> None:
    shown = go_on(begun(tmp_path), *SLIPS[:3], "où").out.rpartition("Les profils")[2]
    assert "frene remplit profil" in shown
    assert not any(f"{who} remplit" in shown for who in MEMBERS[:3])


@pytest.mark.parametrize("order", ["clôt", "quitte", "signet ici", "rétablit", ""])
def test_whatever_comes_after_the_slips_nothing_is_lost(order: str, tmp_path: Path) -> None:
    path = begun(tmp_path)
    go_on(path, *SLIPS, order)
    assert sorted(journal(path)) == sorted(MEMBERS)


def test_what_the_rules_refuse_is_told_at_once_and_stays_out(tmp_path: Path) -> None:
    path = begun(tmp_path)
    unknown = "merle remplit profil interets=pluie competences=compter"
    ran = go_on(path, SLIPS[0], SLIPS[0], unknown, "porteur passe")
    assert [line[:18] for line in ran.err.splitlines()] == [
        "Les pseudonymes de", "Dans l'enveloppe :", "Héron a déjà joué ", "interets : « pluie",
        "Qui porte l'idée n", "L'enveloppe est ou", "La séance est gard", "Erreur : 3 lignes ",
    ]  # fmt: skip
    assert journal(path) == ["heron"]


def test_a_close_that_is_refused_leaves_the_envelope_shut(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session = play_until(new_session("bouton-bruit"), "groupe")
    before, who = session.played, session.state.leaf.actors[0] if session.state.leaf else ""
    lines = f"{who} choisit rejoint=0\nclôt\nannule\n".encode()
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(lines), encoding="utf-8"))
    assert converse(session) == 1
    assert capsys.readouterr().err.splitlines()[1:] == [
        "Il faut être 3 au moins ; il manque 2.",
        "L'enveloppe est vide.",
    ]
    assert session.played == before


def test_the_last_slips_are_taken_out_before_anything_is_undone(tmp_path: Path) -> None:
    path = begun(tmp_path)
    kept = len(api.replay(path).session.played)
    told = go_on(path, *SLIPS[:3], "annule", "annule 9").err.splitlines()
    assert told[4:6] == ["Dans l'enveloppe : 2 papiers.", "L'enveloppe est vide."]
    assert [line.partition(" : ")[0] for line in told[6:-1]] == ["Annulé"] * 7
    assert len(api.replay(path).session.played) == kept - 7


def test_closing_and_opening_are_undone_one_after_the_other(tmp_path: Path) -> None:
    path = begun(tmp_path)
    go_on(path, *SLIPS, "clôt", "annule")
    session = api.replay(path).session
    assert session.state.leaf is not None
    assert (session.state.leaf.phase, len(session.state.leaf.made)) == ("profils", len(SLIPS))
    go_on(path, "clôt", "annule", "annule 4")
    session = api.replay(path).session
    assert session.state.leaf is not None
    assert session.state.leaf.made == ()


def _profiles(count: int) -> tuple[Session, list[tuple[Action, ...]]]:
    session = play_until(new_session(NAME, seats=SEATS), "profils")
    slips = [read_typed(line, session.rules, session.state) for line in SLIPS[:count]]
    return session, slips


def test_every_order_is_drawn_whatever_the_order_of_typing() -> None:
    session, slips = _profiles(3)
    found = set()
    for _ in range(DRAWN):
        envelope = Envelope(session.branch(len(session.played)))
        for slip in slips:
            envelope.put(slip)
        found.add(tuple(one.action.by for one in envelope.open()))
    assert found == set(permutations(MEMBERS[:3]))


def test_what_is_left_of_slips_is_the_same_in_every_order_of_typing() -> None:
    session, slips = _profiles(3)
    left = set()
    for order in permutations(slips):
        copy = session.branch(len(session.played))
        envelope = Envelope(copy, shuffle=lambda drawn: drawn.sort(key=lambda one: one[0].by))
        for slip in order:
            envelope.put(slip)
        envelope.open()
        left.add(repr(copy.state))
    assert len(left) == 1


def test_the_slips_of_one_person_keep_their_order() -> None:
    for _ in range(10):
        session = table(HIDDEN, forms=FORM, game={"anonymous": True})
        envelope = Envelope(session)
        for who in ("ana", "bob"):
            for word in ("un", "deux"):
                envelope.put((Action(who, Fill("f", {"mot": word})),))
        played = [one.action for one in envelope.open()]
        for who in ("ana", "bob"):
            told = [one.gesture.values["mot"] for one in played
                    if one.by == who and isinstance(one.gesture, Fill)]  # fmt: skip
            assert told == ["un", "deux"]


def test_where_people_take_turns_they_still_do() -> None:
    vote = phase("vote", method="majority", question="Oui ?", order="in-turn", hidden=True)
    session = table(vote, game={"anonymous": True}, past=True)
    envelope = Envelope(session, shuffle=list.reverse)
    for who in ("ana", "bob", "cleo"):
        envelope.put((Action(who, Choose("essai", ("oui",))),))
    assert [one.action.by for one in envelope.open()] == ["ana", "bob", "cleo"]
    assert session.state.deviations == ()


def test_ballots_typed_for_others_are_shuffled() -> None:
    vote = phase("vote", method="majority", question="Oui ?", who="group", ballots=3)
    session = table(vote, game={"anonymous": True})
    envelope = Envelope(session, shuffle=list.reverse)
    for option in ("oui", "non", "abstention"):
        envelope.put((Action("groupe", Choose("essai", (option,))),))
    kept = [one.gesture.options for one in all_contributions(envelope.inside().state)
            if isinstance(one.gesture, Choose)]  # fmt: skip
    opened = [one.action.gesture for one in envelope.open()]
    assert [one.options for one in opened if isinstance(one, Choose)] == kept[::-1]


def test_only_people_in_a_hidden_phase_of_an_anonymous_game() -> None:
    session, (slip, *_) = _profiles(1)
    assert is_wanted(session)
    assert Envelope(session).takes(slip)
    assert not Envelope(session).takes((Action("animateur", Pass()),))
    assert not is_wanted(new_session(NAME, seats=SEATS))
    assert not is_wanted(new_session(EVERYTHING))
    simulated = new_session(NAME, seats=SEATS, simulated=("heron",))
    simulated.play_all(one.action for one in session.played)
    assert not Envelope(simulated).takes(slip)


def test_a_game_with_names_has_no_envelope(tmp_path: Path) -> None:
    path = tmp_path / "salle.jsonl"
    ran = run(*FIXED, "enter", EVERYTHING, "--journal", path, typed="animateur: un\n")
    assert "enveloppe" not in ran.err


def test_lines_of_a_file_stay_as_they_stand_and_that_is_said_once(tmp_path: Path) -> None:
    played = play_until(new_session(NAME, seats=SEATS), "profils").played
    script = tmp_path / "seance.txt"
    lines = (*(write_line(one.action) for one in played), *SLIPS[::-1], "clôt")
    script.write_text("\n".join(lines), encoding="utf-8")
    path = tmp_path / "a.jsonl"
    seats = ("--seats", ",".join(SEATS))
    ran = run("enter", NAME, *seats, "--journal", path, "--script", script)
    assert ran.code == 0, ran.err
    assert ran.err.count("Mélangez les papiers avant de les taper.") == 1
    assert journal(path) == list(MEMBERS[::-1])
