"""A session of older rules: it is not played again, but its words are read and may be printed."""

from dataclasses import replace
from pathlib import Path

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import Action, Write
from eclaireurs_play.play.journal import FileJournal, read_journal
from eclaireurs_play.table.memoir import said_in, standing
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.scene import words
from tests.support import FIXTURES, auto_session, content
from tests.table.hands import LOOK, Hands


def old(folder: Path) -> Path:
    """Keep a session whose rules have changed since."""
    session = auto_session("salle")
    opened = api.Opened(content("salle"), session, ())
    path = folder / "salle-1.jsonl"
    journal = FileJournal.create(path, replace(opened.header(), rules_digest="0" * 12))
    journal.append(*session.entries())
    return path


def test_the_words_of_a_session_of_older_rules_are_read_and_written(tmp_path: Path) -> None:
    path = old(tmp_path)
    hands = Hands(Table(LOOK, tmp_path, FIXTURES))
    hands.table.tick()
    hands.look()
    assert "d’autres règles" in words(hands.desk)
    hands.press("words:salle-1.jsonl")
    said = [one.words for one in said_in(read_journal(path))]
    assert said
    assert said[0].replace("'", "’")[:20] in words(hands.desk)
    assert said[0].replace("'", "’")[:20] not in words(hands.wall)
    hands.press("memoir:keep")
    kept = (tmp_path / "salle-1-mots.md").read_text(encoding="utf-8")
    assert all(one in kept for one in said)
    hands.press("memoir:close")
    assert hands.desk.hit("words:salle-1.jsonl")


def test_the_synthesis_written_then_is_named(tmp_path: Path) -> None:
    old(tmp_path)
    (tmp_path / "salle-1-parties.html").write_text("", encoding="utf-8")
    hands = Hands(Table(LOOK, tmp_path, FIXTURES))
    hands.table.tick()
    hands.look()
    hands.press("words:salle-1.jsonl")
    assert "salle-1-parties.html" in words(hands.desk)


def test_what_was_undone_is_not_read() -> None:
    lines = ("animateur", "un"), ("animateur", "deux")
    acts = [Action(by, Write("question", text)) for by, text in lines]
    entries = tuple(
        {"act": {"by": one.by, "gesture": {"do": "write", "about": "question", "text": text}}}
        for one, (_by, text) in zip(acts, lines, strict=True)
    )
    assert [one.gesture.text for one in standing((*entries, {"undo": 1}))] == ["un"]  # type: ignore[union-attr]
    both = standing((*entries, {"undo": 1}, {"redo": 1}))
    assert [one.gesture.text for one in both] == ["un", "deux"]  # type: ignore[union-attr]
    assert standing(({"act": {"by": 3}}, {"undo": 5}, {"other": 1})) == ()
