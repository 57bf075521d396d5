"""The guide for designers: its game plays, its traps are explained, no key is left out."""

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest
import yaml
from click.testing import CliRunner
from pydantic import BaseModel

from eclaireurs_play import api, campaigns, checks
from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.content.campaigns import CampaignContent, find_campaign, load_campaign
from eclaireurs_play.engine.negotiation.table import Numbers
from eclaireurs_play.engine.negotiation.zone import zones
from eclaireurs_play.engine.phases import KINDS
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State
from eclaireurs_play.layout.typography import french
from eclaireurs_play.model import phases as kinds
from eclaireurs_play.model.campaign import Campaign, Sitting
from eclaireurs_play.model.conditions import Condition, Repeat
from eclaireurs_play.model.deck import Card, Deck, Family
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.game import Game, Suit
from eclaireurs_play.model.phases.deciding import Channel, Criterion, Level
from eclaireurs_play.model.phases.keeping import Recipient
from eclaireurs_play.model.phases.opening import GateCondition
from eclaireurs_play.model.print import What
from eclaireurs_play.model.role import PrivatePart, Role, Stance
from eclaireurs_play.model.scenario import (
    Axis,
    CharterCards,
    Envelope,
    Guardrail,
    Horizon,
    Option,
    RedLine,
    Scenario,
    Seat,
    Surprise,
    Term,
)
from eclaireurs_play.play.policies import autoplay
from tests.readme.pages import DESIGN, FENCE, blocks, commands, page
from tests.support import REPOSITORY

NEGOTIATED = "cour-a-negocier"
GAME_TAUGHT = "modelisateur-strategique"

FILE = re.compile(
    r"^\*\*`(?P<path>[^`]+)`\*\*\n\n```yaml\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
MORE = re.compile(
    r"^\*\*`(?P<path>[^`]+)`\*\*, [^\n]+\n\n```yaml\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
"""What the examples of some kinds add at the end of a file, or in one more."""

QUOTED = re.compile(r"`([^`]+)`")

OWN = (
    *(model for model in get_args(kinds.Leaf)),
    kinds.PhaseBase,
    kinds.Group,
    Recipient,
    GateCondition,
    Channel,
    Criterion,
    Level,
    Game,
    Suit,
    Condition,
    Repeat,
    Field,
    Deck,
    Family,
    Card,
    Role,
    PrivatePart,
    Stance,
    Campaign,
    Sitting,
    Scenario,
    Seat,
    Surprise,
    Envelope,
    Horizon,
    Axis,
    Term,
    Option,
    RedLine,
    CharterCards,
    Guardrail,
)


def _write_library(folder: Path) -> dict[str, Path]:
    """Write the files of the guide beside the formats and themes that we ship."""
    for name in ("formats", "themes", "fonts"):
        shutil.copytree(REPOSITORY / "print" / name, folder / "print" / name)
    written = {}
    for file in FILE.finditer(page(DESIGN)):
        path = folder / file["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file["text"], encoding="utf-8")
        written[file["path"]] = path
    return written


@pytest.fixture
def library(tmp_path: Path) -> Path:
    _write_library(tmp_path)
    return tmp_path


def _play_whole(library: Path, scenario: str = "cour-des-tilleuls", seed: int = 1) -> State:
    content = api.playable(scenario, library)
    session = api.start(content, api.with_everyone(Setup(seed=seed), content)).session
    for _ in autoplay(session):
        pass
    return session.state


def test_the_game_of_the_guide_is_sound_and_plays(library: Path) -> None:
    assert not checks.check_library(library)
    state = _play_whole(library)
    assert state.status == "over"
    assert len(state.results) == 3


def examples() -> str:
    start = page(DESIGN).index("## Les sortes d’étapes")
    end = page(DESIGN).index("## Les cartes")
    text = MORE.sub("", FILE.sub("", page(DESIGN)[start:end]))
    return "".join(one["text"] for one in FENCE.finditer(text) if one["language"] == "yaml")


@pytest.fixture
def whole(library: Path) -> Path:
    """Put every example into the game of the guide, with what it adds elsewhere."""
    path = library / "decks" / "la-cour" / "game.yaml"
    head = path.read_text(encoding="utf-8").split("phases:\n")[0]
    path.write_text(f"{head}phases:\n{examples()}", encoding="utf-8")
    for more in MORE.finditer(page(DESIGN)):
        file = library / more["path"]
        file.parent.mkdir(exist_ok=True)
        with file.open("a", encoding="utf-8") as end:
            end.write(more["text"])
    return library


def test_every_kind_of_the_guide_is_sound_and_plays(whole: Path) -> None:
    assert not checks.check_library(whole)
    state = _play_whole(whole, NEGOTIATED)
    assert state.status == "over"
    left = {one.phase for one in state.results}
    assert {one["id"] for one in yaml.safe_load(examples()) if "type" in one} <= left
    written = yaml.safe_load(examples())
    types = {one.get("type") for one in written}
    assert types == {None, *(model.__name__.lower() for model in KINDS)}


def test_the_clause_of_the_guide_opens_unless_its_criterion_was_struck(whole: Path) -> None:
    chosen: set[tuple[str, ...]] = set()
    for seed in range(6):
        left = {one.phase: one.outcome for one in _play_whole(whole, NEGOTIATED, seed).results}
        chosen.add(left["occasion"].chosen)
        assert len(left["deux-reponses"].items) == 2
    assert chosen == {("ouverte",), ("fermee",)}


def test_the_campaign_of_the_guide_hands_its_board_over(whole: Path, tmp_path: Path) -> None:
    (begin,) = (one[1:] for one in commands(DESIGN) if one[1:3] == ["play", "deux-etes"])
    folder = tmp_path / "joue"
    told = CliRunner().invoke(eclaireurs, ["--library", str(whole), *begin[:-1], str(folder)])
    assert told.exit_code == 0, told.output
    (kept,) = campaigns.resume(_campaign(whole), folder, whole)[1].state.inherited
    assert (kept.name, kept.phase) == ("carnet", "suivre")
    written = tmp_path / "deux-etes.md"
    words = ["--library", str(whole), "synthesis", str(folder), "-o", str(written)]
    assert CliRunner().invoke(eclaireurs, words).exit_code == 0
    assert "## Séance 2, 1 an plus tard" in written.read_text(encoding="utf-8")


def _campaign(whole: Path) -> CampaignContent:
    found = find_campaign("deux-etes", whole)
    assert found is not None
    return load_campaign(found, whole)


def test_the_figures_of_the_guide_are_those_of_its_numbers(library: Path) -> None:
    scenario = api.playable(NEGOTIATED, library).scenario
    numbers = Numbers(scenario, ("directrice", "eleve"))
    told = {"arbres": "douze", "lieu": "bords", "arroseurs": "commune"}
    table, index = numbers.at(), numbers.space.index(told)
    values = {axis: table.value(axis, index) for axis in scenario.axes}
    assert numbers.space.size == 12
    assert values == {"ombre": 120, "ballon": -90, "arrosage": 2}
    assert table.satisfaction[1, index] == 762_500
    assert all(list(one.open.nonzero()[0]) == [index] for one in zones(numbers).values())
    assert set(zones(numbers)) == {"", "velos", "lettre", "canicule"}


def changes() -> list[tuple[str, str, str]]:
    rows = re.findall(r"^\| `(.+?)` devient `(.+?)` \| (.+?) \|$", page(DESIGN), re.MULTILINE)
    return [(row[0], row[1], row[2]) for row in rows]


@pytest.mark.parametrize(("before", "after", "said"), changes())
def test_what_check_says_of_numbers(before: str, after: str, said: str, library: Path) -> None:
    path = library / "scenarios" / "la-cour" / f"{NEGOTIATED}.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    found = " ".join(str(one) for one in checks.check_library(library))
    assert french(said) in french(found)


def test_there_are_changes() -> None:
    assert len(changes()) > 5


def traps() -> list[tuple[str, str]]:
    rows = re.findall(r"^\| `([^|`]+)` \| (.+?) \|$", page(DESIGN), re.MULTILINE)
    return [(row[0], row[1]) for row in rows if re.match(r"\w+:", row[0])]


@pytest.mark.parametrize(("written", "said"), traps())
def test_every_trap_of_the_guide_is_explained(written: str, said: str, library: Path) -> None:
    key = written.split(":", maxsplit=1)[0]
    file = "game.yaml" if key == "minutes" else "cards.yaml"
    path = library / "decks" / "la-cour" / file
    instead = "title" if key == "titre" else key
    at = r"    title: À midi" if instead == "title" else rf"    {instead}: .+"
    text = path.read_text(encoding="utf-8")
    line = f"    {written}" if key != "titre" else f"    title: À midi\n    {written}"
    path.write_text(re.sub(at, lambda _: line, text, count=1), encoding="utf-8")
    found = " ".join(str(one) for one in checks.check_library(library))
    assert french(said.replace("`", "")) in french(found)


def test_there_are_traps() -> None:
    assert len(traps()) > 10


@pytest.mark.parametrize("model", OWN)
def test_every_key_is_in_the_guide(model: type[BaseModel]) -> None:
    text = page(DESIGN)
    known = {
        word for span in QUOTED.findall(FENCE.sub("", text)) for word in re.findall(r"\w+", span)
    }
    known |= set(re.findall(r"^[ -]*(\w+):", "".join(blocks(DESIGN, "yaml")), re.MULTILINE))
    assert set(model.model_fields) <= known, set(model.model_fields) - known


def test_everything_that_prints_is_in_the_guide() -> None:
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", page(DESIGN), re.MULTILINE)
    assert set(get_args(What)) <= {name for row in rows for name in QUOTED.findall(row)}
    kits = ("jeu-des-impacts", GAME_TAUGHT, "clause-evolutivite", "demineurs")
    shown = [page(f"print/kits/{one}.yaml") for one in kits]
    written = {name for kit in shown for name in re.findall(r"what: (\w+)", kit)}
    assert written == set(get_args(What)) - {"rules", "guide"}
