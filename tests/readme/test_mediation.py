"""The guide for mediators: its notation, its orders, its steps."""

import json
import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from click.testing import CliRunner

from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.content.bundle import phases_of
from eclaireurs_play.engine.gestures import Gesture
from eclaireurs_play.layout.typography import french
from eclaireurs_play.model import phases as kinds
from eclaireurs_play.play.notation import read_typed
from tests.readme.pages import MEDIATION, blocks, page
from tests.readme.sessions import SCENARIO, evening, where


def notation() -> list[str]:
    return [line for block in blocks(MEDIATION, "seance") for line in block.splitlines()]


@pytest.mark.parametrize("line", notation())
def test_every_line_of_the_notation_can_be_played(line: str) -> None:
    assert where(line)


def test_the_notation_page_shows_every_gesture() -> None:
    done = set()
    for line in notation():
        moment = where(line)
        assert moment
        done |= {one.gesture.do for one in read_typed(line, *moment)}
    assert done == {get_type_hints(one)["do"].__args__[0] for one in get_args(Gesture)}


def test_every_order_of_the_prompt_is_obeyed(tmp_path: Path) -> None:
    (orders,) = blocks(MEDIATION, "ordres")
    begun = [line for line, _ in evening().told[:4]]
    journal = str(tmp_path / "soiree.jsonl")
    run = CliRunner().invoke(
        eclaireurs, ["enter", SCENARIO, "--journal", journal], input="\n".join([*begun, orders])
    )
    assert run.exit_code == 0, run.output
    written = [json.loads(line) for line in Path(journal).read_text("utf-8").splitlines()]
    assert [key for one in written for key in one if key in {"undo", "redo", "bookmark"}] == [
        "undo",
        "undo",
        "redo",
        "bookmark",
    ]


def test_the_table_of_steps_is_that_of_the_game() -> None:
    rows = re.findall(r"^\| (.+?) \| ([\d,]+) \| (.+?) \|$", page(MEDIATION), re.MULTILINE)
    tree = (one for one, _ in phases_of(evening().rules.game))
    phases = [one for one in tree if not isinstance(one, kinds.Group)]
    assert [(row[0], float(row[1])) for row in rows] == [
        (french(one.title), one.minutes) for one in phases
    ]
    for (_, _, spare), phase in zip(rows, phases, strict=True):
        assert spare.startswith("se passe") == ("skip" in phase.may)
        assert ("s’écourte" in spare) == ("shorten" in phase.may)
