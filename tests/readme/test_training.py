"""The guide for trainers: a short session, its plan, its variants."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from eclaireurs_play import api
from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.layout.typography import french
from eclaireurs_play.model.phases import Group, PhaseBase
from tests.readme.pages import TRAINING, blocks, commands, page
from tests.readme.sessions import CAMPAIGN, REOPENED, campaign, typed, where

REOPENING = "## La clause d’évolutivité"


def plan(text: str) -> list[tuple[str, str, str]]:
    """Read a table of steps: title, minutes, minutes of the short version."""
    rows = re.findall(r"^\| (.+?) \| (\d+) \| (\d+|passer) \|$", text, re.MULTILINE)
    return [(row[0], row[1], row[2]) for row in rows]


def test_the_short_session_of_the_trainer_is_played_whole() -> None:
    state = typed().session.state
    assert state.status == "over"
    assert not state.deviations
    assert [one.outcome.chosen for one in state.results if one.phase == "consentement"] == [
        ("adopte",)
    ]


def test_the_plan_of_the_trainer_is_that_of_the_game() -> None:
    rows = plan(page(TRAINING)[: page(TRAINING).index(REOPENING)])
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
    lines, *_ = blocks(TRAINING, "seance")
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


def _whole(phase: PhaseBase) -> float:
    """Count the minutes of a phase, or of all that a group holds."""
    return sum(map(_whole, phase.phases)) if isinstance(phase, Group) else phase.minutes


def test_the_plan_of_the_clause_is_that_of_the_game() -> None:
    rows = plan(page(TRAINING)[page(TRAINING).index(REOPENING) :])
    game = typed(REOPENED).session.rules.game
    evolution = next(one for one in game.phases if isinstance(one, Group))
    before, after = [list(part) for part in _around(game.phases, evolution)]
    phases = [*before, *evolution.phases, *after]
    assert [(row[0], float(row[1])) for row in rows] == [
        (french(one.title), _whole(one)) for one in phases
    ]
    assert sum(int(row[1]) for row in rows) == 136
    assert sum(int(row[2]) for row in rows) == 75
    short = (evolution.short or "").partition(":")[2]
    told = [int(one) for one in re.findall(r"[a-z] (\d+)(?: minutes)?[,.\s]", short)]
    trials = phases.index(next(one for one in phases if isinstance(one, Group)))
    assert told == [int(row[2]) // (2 if at == trials else 1) for at, row in enumerate(rows)]


def _around(phases: tuple[PhaseBase, ...], one: PhaseBase) -> tuple[Sequence[PhaseBase], ...]:
    at = phases.index(one)
    return phases[:at], phases[at + 1 :]


def test_the_clause_of_the_trainer_follows_every_rule() -> None:
    state = typed(REOPENED).session.state
    assert not state.deviations
    chosen = [one.outcome.chosen for one in state.results if one.phase == "declencheur"]
    assert chosen == [("fermee",), ("ouverte",)]
    assert state.results[-1].phase == "retour"


def test_a_guard_rail_stops_what_the_trainer_says() -> None:
    lines = blocks(TRAINING, "seance")[1].splitlines()
    at = next(place for place, one in enumerate(lines) if one.startswith("prescripteur propose"))
    seats = tuple(typed(REOPENED).session.state.seats)
    opened = api.start(REOPENED, Setup(seats=seats, in_hand=True))
    for line in lines[:at]:
        opened.enter(line)
    (quoted,) = re.findall(r"^> (.+)$", page(TRAINING), re.MULTILINE)
    with pytest.raises(RefusedError) as refused:
        opened.enter(lines[at].replace("budget=partage", "budget=prix-signe"))
    assert french(str(refused.value)) == french(quoted)


@pytest.mark.parametrize("line", blocks(TRAINING, "seance")[2].splitlines())
def test_every_line_about_the_board_can_be_played(line: str) -> None:
    assert where(line)


def test_the_campaign_of_the_trainer_is_the_one_that_is_there() -> None:
    rows = re.findall(r"^\| \d \| .+?, `([\w-]+)` \| ", page(TRAINING), re.MULTILINE)
    assert rows == [one.sitting.scenario for one in campaign()]
    first, second, third = campaign()
    assert first.state.inherited == ()
    assert {one.name for one in second.state.inherited} == {"strategie"}
    assert {one.name for one in third.state.inherited} == {"cockpit"}


def test_the_folder_of_the_trainer_is_left_and_taken_up(tmp_path: Path) -> None:
    begin, resume = (one[1:] for one in commands(TRAINING)
                     if CAMPAIGN in one and "--auto" not in one)  # fmt: skip
    folder = str(tmp_path / "cantine")
    words = [one if one != "cantine" else folder for one in begin]
    assert CliRunner().invoke(eclaireurs, words, input="quitte\n").exit_code == 0
    words = [one if one != "cantine" else folder for one in resume]
    again = CliRunner().invoke(eclaireurs, words, input="quitte\n")
    assert again.exit_code == 0, again.output
    assert "animateur choisit saisine" in again.output
