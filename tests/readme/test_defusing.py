"""The guide for whoever hosts les démineurs: its plan, its situations, what is typed."""

import re

from click.testing import CliRunner

from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.content import library
from eclaireurs_play.content.bundle import phases_of
from eclaireurs_play.layout.typography import french
from eclaireurs_play.model.phases import Group
from tests.readme.pages import DEFUSING, commands, page
from tests.readme.sessions import DEFUSED, typed
from tests.support import REPOSITORY


def test_every_idea_that_is_ready_is_told() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| ", page(DEFUSING), re.MULTILINE)
    assert rows == [one.id for one in library.headers(REPOSITORY) if one.game == "demineurs"]


def test_the_plan_of_the_host_is_that_of_the_game() -> None:
    rows = re.findall(r"^\| (.+?) \| (\d+) \| (\d+) \|$", page(DEFUSING), re.MULTILINE)
    tree = [one for one, _ in phases_of(typed(DEFUSED).session.rules.game)]
    phases = [one for one in tree if not isinstance(one, Group)]
    assert [(row[0], float(row[1])) for row in rows] == [
        (french(one.title), one.minutes) for one in phases
    ]
    days = next(one.short or "" for one in tree if isinstance(one, Group))
    for (_, _, short), phase in zip(rows, phases, strict=True):
        told = re.match(r"(\d+) minutes?\b", phase.short or "")
        assert short == (told[1] if told else re.findall(r"question (\d+)", days)[0])
    assert re.findall(r" (\d+)[,.]", days) == [row[2] for row in rows[5:8]]


def test_the_first_day_of_the_host_is_typed_without_a_deviation() -> None:
    state = typed(DEFUSED).session.state
    assert not state.deviations
    assert state.path[0].time == 2
    assert {one.by for one in state.results[-2].made} == {"heron", "merle"}


def test_pseudonyms_drawn_are_shown_to_the_host() -> None:
    (begin,) = (one[1:-2] for one in commands(DEFUSING) if "--in-hand" in one)
    told = CliRunner().invoke(eclaireurs, begin, input="quitte\n")
    assert told.exit_code == 0, told.output
    shown = re.search(r"Les pseudonymes de cette séance : (.+)\. Eux seuls", told.output)
    assert shown
    names = re.split(", | et ", shown[1])
    rules = typed(DEFUSED).session.rules
    seats = rules.scenario.seats
    assert len(names) == 5
    assert set(names) <= {rules.name(seat) for seat, one in seats.items() if one.optional}
    called = re.search(r"animateur choisit saisine=(\S+)", told.output)
    assert called
    assert called[1].split("|") == ["porteur", "auto-saisine"]
