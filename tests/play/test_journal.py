"""The journal: durable, chained, replayed exactly, cut anywhere without losing more than a line."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play import api
from eclaireurs_play.engine.codec import canonical, setup_from_data, setup_to_data
from eclaireurs_play.engine.gestures import Action, Write
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import EclaireursError, JournalError, OutputError, RefusedError
from eclaireurs_play.play.journal import parse_journal, read_journal
from eclaireurs_play.play.policies import autoplay
from tests.support import EVERYTHING, FIXTURES, SCENARIOS, content, new_session, random_play

NAMES = st.sampled_from((*SCENARIOS, EVERYTHING))
SEEDS = st.integers(0, 2**64 - 1)


def _auto(name: str, path: Path, seed: int = 7) -> api.Opened:
    loaded = content(name)
    opened = api.start(loaded, api.with_everyone(Setup(seed=seed), loaded), path)
    for _ in autoplay(opened.session):
        pass
    return opened


@pytest.mark.parametrize("name", [*SCENARIOS, EVERYTHING])
def test_replay_is_play(name: str, tmp_path: Path) -> None:
    opened = _auto(name, tmp_path / "a.jsonl")
    again = api.replay(tmp_path / "a.jsonl", FIXTURES)
    assert again.session.state == opened.session.state
    assert again.journal_text() == (tmp_path / "a.jsonl").read_text(encoding="utf-8")


def test_the_same_seed_gives_the_same_file_in_another_process(tmp_path: Path) -> None:
    for name in ("a", "b"):
        command = ["-m", "eclaireurs_play.cli.main", "play", "zone-logistique", "--auto"]
        options = ["--quiet", "--seed", "7", "--journal", str(tmp_path / f"{name}.jsonl")]
        subprocess.run([sys.executable, *command, *options], check=True)
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_another_seed_gives_another_session(tmp_path: Path) -> None:
    one = _auto("zone-logistique", tmp_path / "a.jsonl", seed=7)
    other = _auto("zone-logistique", tmp_path / "b.jsonl", seed=8)
    assert one.session.state.seen != other.session.state.seen


@given(st.data())
def test_a_journal_cut_at_any_byte_gives_back_the_whole_lines(data: st.DataObject) -> None:
    loaded = content(EVERYTHING)
    opened = api.start(loaded, api.with_everyone(Setup(seed=3), loaded))
    for _ in autoplay(opened.session):
        pass
    raw = opened.journal_text().encode()
    cut = data.draw(st.integers(0, len(raw)))
    whole = raw[:cut].count(b"\n")
    if whole == 0:
        with pytest.raises(JournalError, match="n'a pas commencé"):
            parse_journal(raw[:cut], "j")
        return
    read = parse_journal(raw[:cut], "j")
    assert len(read.entries) == whole - 1
    assert bool(read.torn) == (not raw[:cut].endswith(b"\n"))


def test_a_cut_journal_goes_on_identically(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    _auto("zone-logistique", path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    opened = api.open_journal(path, FIXTURES)
    assert any("coupée net" in sentence for sentence in opened.said)
    for _ in autoplay(opened.session):
        pass
    assert path.read_bytes() == whole


@given(st.data())
def test_a_changed_byte_is_noticed(data: st.DataObject) -> None:
    loaded = content(EVERYTHING)
    opened = api.start(loaded, Setup(seed=3))
    list(random_play(opened.session, 5, 30))
    raw = bytearray(opened.journal_text().encode())
    where = data.draw(st.integers(0, len(raw) - 2))
    byte = data.draw(st.integers(0, 255).filter(lambda one: one != raw[where]))
    raw[where] = byte
    try:
        read = parse_journal(bytes(raw), "j")
    except JournalError:
        return
    assert read.torn


@given(NAMES, SEEDS, st.integers(1, 60), st.data())
def test_undo_then_redo_comes_back(name: str, seed: int, steps: int, data: st.DataObject) -> None:
    session = new_session(name, seed=seed)
    list(random_play(session, seed, steps))
    states = [one.state for one in session.played]
    count = data.draw(st.integers(1, len(states)))
    session.undo(count, knowingly=True)
    before = states[-count - 1] if count < len(states) else new_session(name, seed=seed).state
    assert session.state == before
    session.redo(count)
    assert session.state == states[-1]


def test_undo_is_an_entry_and_replays(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    opened = api.start(content("zone-logistique"), Setup(seed=1), path)
    session = opened.session
    session.play(Action("maire", Write("note", "avant")))
    session.bookmark("ici")
    session.play(Action("maire", Write("note", "à reprendre")))
    session.undo()
    session.play(Action("habitants", Write("note", "plutôt ceci")))
    assert [set(entry) - {"n"} for entry in read_journal(path).entries] == [
        {"act"}, {"bookmark"}, {"act"}, {"undo"}, {"act"},
    ]  # fmt: skip
    again = api.replay(path, FIXTURES).session
    assert again.state == session.state
    assert again.bookmarks == {"ici": 1}


def test_undoing_a_card_already_seen_must_be_said() -> None:
    session = new_session(EVERYTHING, seed=1)
    for _who, _ask, action in random_play(session, 1, 200):
        if action.gesture.do == "draw":
            break
    with pytest.raises(RefusedError, match="déjà vus"):
        session.undo()
    session.undo(knowingly=True)


def test_a_branch_leaves_the_session_alone(tmp_path: Path) -> None:
    opened = _auto("zone-logistique", tmp_path / "a.jsonl")
    before = (tmp_path / "a.jsonl").read_bytes()
    branched = api.branch(opened, 40, tmp_path / "b.jsonl")
    branched.session.play(Action("maire", Write("note", "et si ?")))
    assert (tmp_path / "a.jsonl").read_bytes() == before
    again = api.replay(tmp_path / "b.jsonl", FIXTURES).session
    assert again.state == branched.session.state
    assert len(again.played) == 41


@given(SEEDS, st.booleans(), st.booleans())
def test_a_setup_survives_the_header(seed: int, in_hand: bool, past: bool) -> None:
    setup = Setup(seed, ("a", "b"), {"a": ("Ana", "Omar")}, ("b",), in_hand, past)
    assert setup_from_data(json.loads(json.dumps(setup_to_data(setup)))) == setup


def test_a_phase_is_a_bookmark_of_its_own() -> None:
    session = new_session("zone-logistique", seed=1)
    list(random_play(session, 1, 200))
    branched = session.branch("recit")
    assert branched.state.leaf
    assert branched.state.leaf.phase == "presentations"
    with pytest.raises(RefusedError, match="vouliez-vous dire « recit »"):
        session.branch("recits")


def test_a_journal_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("précieux", encoding="utf-8")
    with pytest.raises(OutputError, match="existe déjà"):
        api.start(content("zone-logistique"), Setup(), tmp_path / "a.jsonl")
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8") == "précieux"


def test_two_windows_never_write_in_one_journal(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    first = api.start(content("zone-logistique"), Setup(), path)
    second = api.open_journal(path, FIXTURES)
    first.enter("note maire: la première")
    with pytest.raises(OutputError, match="quelqu'un d'autre"):
        second.enter("note maire: la seconde")
    assert len(api.replay(path, FIXTURES).session.played) == 1


def test_a_journal_moved_away_is_said(tmp_path: Path) -> None:
    opened = api.start(content("zone-logistique"), Setup(), tmp_path / "a.jsonl")
    (tmp_path / "a.jsonl").rename(tmp_path / "b.jsonl")
    with pytest.raises(OutputError, match="n'est plus là"):
        opened.enter("note maire: perdue ?")
    assert not (tmp_path / "a.jsonl").exists()


def test_an_unwritable_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="le dossier n'existe pas"):
        api.start(content("zone-logistique"), Setup(), tmp_path / "nulle" / "part.jsonl")


def test_a_journal_of_other_rules_is_refused_and_of_other_words_is_said(tmp_path: Path) -> None:
    library = tmp_path / "library"
    for source in FIXTURES.rglob("*.yaml"):
        target = library / source.relative_to(FIXTURES)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    path = tmp_path / "a.jsonl"
    api.start(api.playable(EVERYTHING, library), Setup(seed=1), path)
    cards = library / "decks" / "atelier" / "cards.yaml"
    original = cards.read_text(encoding="utf-8")
    cards.write_text(original.replace("Qui veille ?", "Qui veille sur nous ?"), encoding="utf-8")
    assert any("reformulés" in one for one in api.replay(path, library).said)
    game = library / "decks" / "atelier" / "game.yaml"
    game.write_text(game.read_text(encoding="utf-8").replace("draw: 2", "draw: 1"), "utf-8")
    with pytest.raises(JournalError, match="autres règles"):
        api.replay(path, library)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "n'a pas commenc"),
        (b"\n", "n'est pas lisible"),
        (b"[]\n", "pas une entr"),
        (b"\xff\xfe\n", "n'est pas lisible"),
        (b'{"format":1,"hash":"x"}\n', "modifi"),
        (b"[" * 100_000 + b"\n", "n'est pas lisible"),
    ],
)
def test_bad_journals_get_one_sentence(raw: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(raw)
    with pytest.raises(JournalError, match=said):
        read_journal(tmp_path / "a.jsonl")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_journal_or_one_sentence(raw: bytes) -> None:
    said = ""
    try:
        parse_journal(raw, "j")
    except EclaireursError as error:
        said = str(error)
    assert "\n" not in said


def _forged(lines: list[dict[str, Any]]) -> bytes:
    """Write lines as whoever knows how to chain them would."""
    digest, written = "", []
    for line in lines:
        digest = sha256((digest + canonical(line)).encode()).hexdigest()[:16]
        written.append(json.dumps({**line, "hash": digest}, ensure_ascii=False))
    return ("\n".join(written) + "\n").encode()


@pytest.mark.parametrize("place", ["entry", "action", "gesture", "undo", "redo", "bookmark"])
def test_an_entry_that_holds_anything_else_is_refused(place: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    opened = api.start(content(SCENARIOS[0]), Setup(), path)
    opened.enter("note animateur: bonjour")
    opened.session.undo()
    opened.session.redo()
    opened.session.bookmark("ici")
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        del line["hash"]
    held = {"entry": lines[1], "action": lines[1]["act"], "gesture": lines[1]["act"]["gesture"],
            "undo": lines[2], "redo": lines[3], "bookmark": lines[4]}[place]  # fmt: skip
    path.write_bytes(_forged(lines))
    api.replay(path)
    held["nom"] = "Jeanne"
    path.write_bytes(_forged(lines))
    with pytest.raises(JournalError, match=r"Ligne \d du journal") as refused:
        api.replay(path)
    assert "Jeanne" not in str(refused.value)
