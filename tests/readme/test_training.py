"""The guide for trainers: a short session, its plan, its variants."""

import re
from pathlib import Path

from click.testing import CliRunner

from eclaireurs_play import api
from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.layout.typography import french
from tests.readme.pages import TRAINING, blocks, commands, page
from tests.readme.sessions import typed


def test_the_short_session_of_the_trainer_is_played_whole() -> None:
    state = typed().session.state
    assert state.status == "over"
    assert not state.deviations
    assert [one.outcome.chosen for one in state.results if one.phase == "consentement"] == [
        ("adopte",)
    ]


def test_the_plan_of_the_trainer_is_that_of_the_game() -> None:
    rows = re.findall(r"^\| (.+?) \| (\d+) \| (\d+|passer) \|$", page(TRAINING), re.MULTILINE)
    game = typed().session.rules.game
    half_day = [one for one in game.phases if one.id in {"demi-journee", "traduction"}]
    phases = [one for group in half_day for one in getattr(group, "phases", ())]
    assert [(row[0], float(row[1])) for row in rows] == [
        (french(one.title), one.minutes) for one in phases
    ]
    assert sum(int(row[1]) for row in rows) == 170
    assert sum(int(row[2]) for row in rows if row[2] != "passer") == 90
    short = (half_day[0].short or "").partition(":")[2]
    told = [int(minutes) for minutes in re.findall(r"[a-z] (\d+)(?: minutes)?[,.](?!\d)", short)]
    assert told == [int(row[2]) for row in rows if row[2] != "passer"]
    assert all(
        "skip" in one.may for one, row in zip(phases, rows, strict=True) if row[2] == "passer"
    )


def test_a_missing_seat_is_held_as_the_trainer_is_told(tmp_path: Path) -> None:
    begin, resume = (words[1:-1] for words in commands(TRAINING) if "mixte.jsonl" in words)
    journal = str(tmp_path / "mixte.jsonl")
    (lines,) = blocks(TRAINING, "seance")
    until = lines.index("presentation finances")
    told = CliRunner().invoke(eclaireurs, [*begin, journal], input=f"{lines[:until]}quitte\n")
    assert told.exit_code == 0, told.output
    assert re.search(r"^  Finances .*\[simulé\] : ", told.output, re.MULTILINE)
    assert not re.search(r"^  Maraîchère .*\[simulé\]", told.output, re.MULTILINE)
    again = CliRunner().invoke(eclaireurs, [resume[0], resume[1], "--journal", journal, "--resume"])
    assert again.exit_code == 0, again.output
    assert "presentation producteur" in again.output


def test_what_if_begins_where_the_trainer_is_told(tmp_path: Path) -> None:
    journal, other = tmp_path / "seance.jsonl", tmp_path / "et-si.jsonl"
    journal.write_text(typed().journal_text(), encoding="utf-8")
    told = ["replay", str(journal), "--at", "consentement", "--branch", str(other)]
    assert CliRunner().invoke(eclaireurs, told).exit_code == 0
    leaf = api.replay(other).session.state.leaf
    assert leaf is not None
    assert leaf.phase == "consentement"
