"""What the READMEs, the guides and ARCHITECTURE show is run, or compared with what is there."""

import ast
import doctest
import importlib.util
import json
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args, get_type_hints

import click
import pytest
import yaml
from click.testing import CliRunner
from pydantic import BaseModel

from eclaireurs_play import api, checks
from eclaireurs_play.api import Opened
from eclaireurs_play.cli.main import eclaireurs
from eclaireurs_play.content import library as library_index
from eclaireurs_play.content.bundle import phases_of
from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.gestures import Gesture
from eclaireurs_play.engine.negotiation.table import Numbers
from eclaireurs_play.engine.negotiation.zone import zones
from eclaireurs_play.engine.phases import KINDS
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State
from eclaireurs_play.engine.transition import transition
from eclaireurs_play.errors import NotationError
from eclaireurs_play.layout.typography import french
from eclaireurs_play.model import phases as kinds
from eclaireurs_play.model.conditions import Condition, Repeat
from eclaireurs_play.model.deck import Card, Deck, Family
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.phases.deciding import Criterion, Level
from eclaireurs_play.model.phases.keeping import Recipient
from eclaireurs_play.model.phases.opening import GateCondition
from eclaireurs_play.model.print import What
from eclaireurs_play.model.role import PrivatePart, Role
from eclaireurs_play.model.scenario import (
    Axis,
    Envelope,
    Horizon,
    Option,
    RedLine,
    Scenario,
    Seat,
    Surprise,
    Term,
)
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session
from tests.support import REPOSITORY

SCENARIO = "zone-logistique"
SCRIPT = REPOSITORY / "scenarios" / "jeu-des-impacts" / f"{SCENARIO}.seance.txt"
DESIGN = "docs/guide-conception.md"
MEDIATION = "docs/guide-mediation.md"
TRAINING = "docs/guide-formation.md"
NEGOTIATED = "cour-a-negocier"
TAUGHT = "cantine-locale"
GAME_TAUGHT = "modelisateur-strategique"
DECIDING = ("designation-douce", "election-futurs")
READMES = ("README.md", "README.fr.md")
FRENCH = ("README.fr.md", DESIGN, MEDIATION, TRAINING)
PAGES = (*READMES, *FRENCH[1:], "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")

FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(
    r"^\*\*`(?P<path>[^`]+)`\*\*\n\n```yaml\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
LINK = re.compile(r"\]\((?P<target>[^)#]+)[^)]*\)")
QUOTED = re.compile(r"`([^`]+)`")
CODE = re.compile(r"(`[^`]*`|\]\([^)]*\)|<!--.*?-->)")


def page(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    found = FENCE.finditer(page(name))
    return [one["text"] for one in found if one["language"] == language]


def commands(name: str) -> list[list[str]]:
    lines = [line for block in blocks(name, "console") for line in block.splitlines()]
    return [shlex.split(line.removeprefix("$ ")) for line in lines if line.startswith("$ ")]


# --- the evening --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Evening:
    """The script of a whole evening, played: what each line told, and every state on the way."""

    rules: Rules
    told: tuple[tuple[str, tuple[str, ...]], ...]
    states: tuple[State, ...]
    journal: str


@cache
def evening() -> Evening:
    opened = api.start(SCENARIO, Setup(in_hand=True))
    told, states = [], [opened.session.state]
    for line in SCRIPT.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            told.append((line.strip(), opened.enter(line)))
            states.append(opened.session.state)
    return Evening(opened.session.rules, tuple(told), tuple(states), opened.journal_text())


def played_round(name: str) -> list[tuple[str, tuple[str, ...]]]:
    """Read the round a README opens on: `›` before a typed line, 6 spaces before a folded end."""
    block = next(one for one in blocks(name, "text") if one.startswith("›"))
    lines: list[tuple[str, tuple[str, ...]]] = []
    for line in re.sub(r"\n {6}", " ", block.rstrip("\n")).split("\n"):
        if line.startswith("› "):
            lines.append((line.removeprefix("› "), ()))
        else:
            lines[-1] = (lines[-1][0], (*lines[-1][1], line.removeprefix("  ")))
    return lines


@pytest.mark.parametrize("name", READMES)
def test_the_round_a_readme_opens_on_is_played_that_evening(name: str) -> None:
    shown = played_round(name)
    told = list(evening().told)
    start = told.index(shown[0])
    assert len(shown) > 1
    assert told[start : start + len(shown)] == shown
    assert page(name).index("›") < page(name).index("```console")


def test_both_readmes_open_on_the_same_round() -> None:
    assert played_round("README.md") == played_round("README.fr.md")


@pytest.mark.parametrize("name", READMES)
def test_the_negotiation_of_a_readme_is_what_the_command_tells(name: str) -> None:
    """The excerpt is lines of `eclaireurs play cantine-locale --auto --seed 3`, in order."""
    block = next(one for one in blocks(name, "text") if one.startswith("Les amendements"))
    shown = re.sub(r"\n {6}", " ", block).splitlines()
    run = CliRunner().invoke(eclaireurs, ["play", TAUGHT, "--auto", "--seed", "3"])
    assert f"eclaireurs play {TAUGHT} --auto --seed 3`" in page(name)
    told = iter(run.output.splitlines())
    assert all(line in told for line in shown), [one for one in shown if one not in run.output]


@pytest.mark.parametrize("name", READMES)
def test_the_readmes_count_the_games_that_are_there(name: str) -> None:
    found = library_index.headers(REPOSITORY)
    games = [one for one in found if one.kind == "game"]
    assert len(games) == 4
    assert len(found) - len(games) == 9
    assert len(KINDS) == 20
    assert "nine situations" in page(name) or "neuf situations" in page(name)


@cache
def typed() -> Opened:
    """Type the short session of the guide for trainers, as it came back from paper."""
    (lines,) = blocks(TRAINING, "seance")
    seats = ("prescripteur", "finances", "producteur", "cuisine", "jury")
    opened = api.start(TAUGHT, Setup(seats=seats, past=True))
    for line in lines.splitlines():
        opened.enter(line)
    return opened


@cache
def simulated(name: str) -> Session:
    content = api.playable(name)
    session = api.start(content, api.with_everyone(Setup(seed=3), content)).session
    for _ in autoplay(session):
        pass
    return session


@cache
def moments() -> tuple[tuple[Rules, State], ...]:
    """List every state of the sessions that the notation is read in."""
    sessions = [typed().session, *(simulated(one) for one in (TAUGHT, *DECIDING))]
    found = [(evening().rules, state) for state in evening().states]
    return (*found, *((one.rules, played.state) for one in sessions for played in one.played))


def where(line: str) -> tuple[Rules, State] | None:
    """Find a moment at which a typed line is accepted, wholly."""
    return next((one for one in moments() if _plays(line, *one)), None)


def _plays(line: str, rules: Rules, state: State) -> bool:
    try:
        for action in read_typed(line, rules, state):
            moved = transition(rules, state, action)
            if isinstance(moved, Refused):
                return False
            state = moved.state
    except NotationError:
        return False
    return True


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


# --- the guide for trainers ---------------------------------------------------------------------


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


# --- python and commands ------------------------------------------------------------------------


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    source = "\n".join(blocks("README.md", "python")).replace("mkdtemp()", f"{str(tmp_path)!r}")
    test = doctest.DocTestParser().get_doctest(source, {}, "README.md", "README.md", 0)
    told: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert result.attempted > 10
    assert not result.failed, "".join(told)


def _parse(words: list[str]) -> None:
    """Read a command line to the last option, without running it."""
    known = eclaireurs.list_commands(click.Context(eclaireurs))
    at = next(place for place, word in enumerate(words) if word in known)
    with eclaireurs.make_context("eclaireurs", [*words]) as context:
        name, command, left = eclaireurs.resolve_command(context, words[at:])
        assert command is not None
        command.make_context(name, left, parent=context).close()


@pytest.mark.parametrize("name", PAGES)
def test_every_command_shown_exists(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    monkeypatch.chdir(tmp_path)
    for folder in ("mes-jeux/decks", "out"):
        Path(folder).mkdir(parents=True)
    read = ("out/seance.jsonl", "soiree.jsonl", "seance.jsonl", "soiree.txt", "synthese.md")
    for file in read:
        Path(file).touch()
    makefile = page("Makefile")
    for words in commands(name):
        if words[0] == "eclaireurs":
            _parse(words[1:])
        elif words[0] == "make":
            assert re.search(rf"^{words[1]}:", makefile, re.MULTILINE), words
        else:
            assert words == ["source", ".venv/bin/activate"]


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_shown(name: str) -> None:
    shown = {words[1] for words in commands(name) if words[0] == "eclaireurs"}
    assert shown == set(eclaireurs.list_commands(click.Context(eclaireurs)))


@pytest.mark.parametrize("name", READMES)
def test_the_windows_lines_say_what_the_makefile_does(name: str) -> None:
    text, makefile = page(name), page("Makefile")
    lines = [line for line in text.splitlines() if line.startswith("> ")]
    assert len(lines) == 4
    for words in ("-r requirements-dev.txt", "--no-build-isolation --no-deps -e ."):
        assert any(words in line for line in lines)
        assert words in makefile
    assert "eclaireurs_play.cli.demo out" in lines[-1]
    assert "eclaireurs_play.cli.demo out" in makefile
    assert importlib.util.find_spec("eclaireurs_play.cli.demo")


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    folder = (REPOSITORY / name).parent
    for link in LINK.finditer(page(name)):
        if not link["target"].startswith("https://"):
            assert (folder / link["target"]).exists(), link["target"]


# --- ARCHITECTURE -------------------------------------------------------------------------------


def architecture_paths() -> list[str]:
    tree = blocks("ARCHITECTURE.md", "text")[0]
    trail: dict[int, str] = {}
    paths = []
    for line in tree.splitlines():
        indent = len(line) - len(line.lstrip())
        trail[indent] = line.split()[0]
        parents = [part for depth, part in sorted(trail.items()) if depth < indent]
        paths.append("".join(parents) + trail[indent])
        trail = {depth: part for depth, part in trail.items() if depth <= indent}
    return paths


@pytest.mark.parametrize("path", architecture_paths())
def test_every_place_in_architecture_exists(path: str) -> None:
    assert (REPOSITORY / path).exists()


def test_every_top_level_folder_is_in_architecture() -> None:
    git = shutil.which("git")
    if not git or not (REPOSITORY / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(
        [git, "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    folders = {path.split("/")[0] + "/" for path in listed if "/" in path}
    named = {path.split("/")[0] + "/" for path in architecture_paths()}
    assert {folder for folder in folders if not folder.startswith(".")} <= named


def test_the_arrows_are_those_that_are_enforced() -> None:
    layers = blocks("ARCHITECTURE.md", "text")[1].split("\n")
    configured = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    enforced = next(one["layers"] for one in configured if one["type"] == "layers")
    assert layers[:-1] == [layer.replace("eclaireurs_play.", "") for layer in enforced]


def test_the_journal_shown_is_that_of_the_evening() -> None:
    (shown,) = blocks("ARCHITECTURE.md", "json")
    journal = [json.loads(line) for line in evening().journal.splitlines()]
    header, action = map(json.loads, shown.splitlines())
    hashed = {"hash", "rules", "texts"}
    assert _without(header, hashed) == _without(journal[0], hashed)
    assert list(header) == list(journal[0])
    assert _without(action, hashed) == _without(journal[action["n"]], hashed)


def _without(data: Mapping[str, object], keys: set[str]) -> dict[str, object]:
    return {key: one for key, one in data.items() if key not in keys}


def test_model_module_registry_and_guide_are_one_to_one() -> None:
    models = set(get_args(kinds.Leaf))
    names = {model.__name__.lower() for model in models}
    folder = REPOSITORY / "src" / "eclaireurs_play" / "engine" / "phases"
    assert set(KINDS) == models
    assert {path.stem for path in folder.glob("*.py")} - {"__init__", "base"} == names
    assert set(re.findall(r"^### `(\w+)`\s", page(DESIGN), re.MULTILINE)) == names


def test_nothing_outside_names_a_kind() -> None:
    names = {model.__name__ for model in get_args(kinds.Leaf)}
    source = REPOSITORY / "src" / "eclaireurs_play"
    for path in source.rglob("*.py"):
        if path.is_relative_to(source / "engine" / "phases"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == kinds.__name__:
                assert names.isdisjoint(alias.name for alias in node.names), path


# --- the guide for designers --------------------------------------------------------------------


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


def _play_whole(library: Path, scenario: str = "cour-des-tilleuls") -> State:
    content = api.playable(scenario, library)
    session = api.start(content, api.with_everyone(Setup(seed=1), content)).session
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
    text = FILE.sub("", page(DESIGN)[start:end])
    return "".join(one["text"] for one in FENCE.finditer(text) if one["language"] == "yaml")


def test_every_kind_of_the_guide_is_sound_and_plays(library: Path) -> None:
    path = library / "decks" / "la-cour" / "game.yaml"
    head = path.read_text(encoding="utf-8").split("phases:\n")[0]
    path.write_text(f"{head}phases:\n{examples()}", encoding="utf-8")
    assert not checks.check_library(library)
    state = _play_whole(library, NEGOTIATED)
    assert state.status == "over"
    left = {one.phase for one in state.results}
    assert {one["id"] for one in yaml.safe_load(examples()) if "type" in one} <= left
    written = yaml.safe_load(examples())
    types = {one.get("type") for one in written}
    assert types == {None, *(model.__name__.lower() for model in KINDS)}


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
    assert set(zones(numbers)) == {"", "velos", "lettre"}


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


OWN = (
    *(model for model in get_args(kinds.Leaf)),
    kinds.PhaseBase,
    kinds.Group,
    Recipient,
    GateCondition,
    Criterion,
    Level,
    Game,
    Condition,
    Repeat,
    Field,
    Deck,
    Family,
    Card,
    Role,
    PrivatePart,
    Scenario,
    Seat,
    Surprise,
    Envelope,
    Horizon,
    Axis,
    Term,
    Option,
    RedLine,
)


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
    shown = [page(f"print/kits/{one}.yaml") for one in ("jeu-des-impacts", GAME_TAUGHT)]
    written = {name for kit in shown for name in re.findall(r"what: (\w+)", kit)}
    assert written == set(get_args(What))


# --- composition --------------------------------------------------------------------------------


def _prose(text: str) -> Iterator[str]:
    for line in FENCE.sub("", text).splitlines():
        if not set(line) <= set("|- "):
            yield from CODE.split(line.strip())[::2]


@pytest.mark.parametrize("name", FRENCH)
def test_french_pages_are_set_in_french(name: str) -> None:
    for piece in _prose(page(name)):
        assert french(piece) == piece
