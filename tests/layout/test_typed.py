"""What paper tells people to type is read by the notation, for every kind of phase."""

from pathlib import Path

import pytest

from eclaireurs_play.api import rules_of
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.content.loader import load_scenario
from eclaireurs_play.layout.printable import Formats, PrintContent
from eclaireurs_play.layout.typed import Example, leaves
from eclaireurs_play.play.notation import read_line, write_line
from tests.layout.deciding import deciding
from tests.layout.samples import FONTS, ROOT

LIBRARIES = (ROOT, ROOT / "tests" / "library")
SCENARIOS = sorted(path for root in LIBRARIES for path in (root / "scenarios").glob("*/*.yaml")
                   if path.parent.name != "campaigns")  # fmt: skip


def printable(found: ScenarioContent) -> PrintContent:
    return PrintContent(
        game=found.content.game,
        decks=found.content.decks,
        roles=found.content.roles,
        scenarios=(found.scenario,),
        where=lambda name: name,
        digest="",
        fonts_dir=FONTS,
        formats=Formats(),
    )


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_line_to_type_is_understood(path: Path) -> None:
    found = load_scenario(path.stem, path.parents[2])
    content, rules = printable(found), rules_of(found)
    example = Example(content, found.scenario)
    lines = [
        line
        for phase in leaves(content.game.phases)
        for line in example.lines(phase.outline(content.titles))
    ]
    assert lines
    for line in lines:
        assert "‹" not in line, line
        action = read_line(line, rules)
        assert read_line(write_line(action), rules) == action


def test_a_line_uses_the_codes_of_the_game() -> None:
    content = deciding()
    example = Example(content, content.scenarios[0])
    typed = {
        phase.id: example.lines(phase.outline(content.titles))
        for phase in leaves(content.game.phases)
    }
    assert typed["idee"] == ("passeuse propose trace=… peage=…",)
    assert typed["retouches"] == ("batisseur amende p1 trace=…", "passeuse choisit p2=oui")
    assert typed["attribution"][0] == "batisseur classe voeux PT-01 > PT-02"
    assert typed["carnet"] == ('groupe remplit recit quoi="…" stade=… cout=1',)


def test_without_terms_a_proposal_is_typed_in_words() -> None:
    bare = deciding().scenarios[0].model_copy(update={"terms": {}})
    content = deciding(scenarios=(bare,))
    example = Example(content, bare)
    [idea] = [phase for phase in leaves(content.game.phases) if phase.id == "idee"]
    [line] = example.lines(idea.outline(content.titles))
    assert line.startswith("proposition passeuse: ")


def test_without_a_scenario_places_stay_open() -> None:
    content = deciding(scenarios=())
    [axis] = [phase for phase in leaves(content.game.phases) if phase.id == "axe"]
    assert Example(content, None).lines(axis.outline(content.titles)) == (
        "‹place› va à +3 sur axe",
    )
