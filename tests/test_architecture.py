"""One place for each kind of phase: a model, a module of the engine, and nothing elsewhere."""

import ast
from pathlib import Path
from typing import get_args

import pytest

import eclaireurs_play
from eclaireurs_play import api
from eclaireurs_play.engine.phases import KINDS
from eclaireurs_play.model import phases
from eclaireurs_play.play.notation import write_line
from eclaireurs_play.synthesis import build, to_markdown
from tests.cli.running import FIXED, run
from tests.support import EVERYTHING, FIXTURES, auto_session, content, rules

PACKAGE = Path(eclaireurs_play.__file__).parent
MODELS = {
    one.__name__: one
    for one in vars(phases).values()
    if isinstance(one, type)
    and issubclass(one, phases.PhaseBase)
    and one not in {phases.PhaseBase, phases.Group}
}
WORDS = {get_args(model.model_fields["type"].annotation)[0]: model for model in MODELS.values()}
"""Each kind as it is written, with its model."""

KINDS_MODULE = "eclaireurs_play.engine.phases"
MODULES = (path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
OUTSIDE = sorted(name for name in MODULES if not name.startswith(("engine/", "model/")))


def test_each_kind_of_the_model_has_one_in_the_engine() -> None:
    assert set(KINDS) == set(MODELS.values())
    assert len({type(kind) for kind in KINDS.values()}) == len(KINDS)


def test_each_kind_has_its_module() -> None:
    modules = {path.stem for path in (PACKAGE / "engine" / "phases").glob("*.py")}
    assert {type(kind).__module__.rpartition(".")[2] for kind in KINDS.values()} <= modules
    assert modules == {*WORDS, "__init__", "base"}


def _compared(tree: ast.AST) -> set[str]:
    """List the strings that code compares something with, in any way."""
    asked = [node for node in ast.walk(tree) if isinstance(node, ast.Compare | ast.MatchValue)]
    found = (one for node in asked for one in ast.walk(node) if isinstance(one, ast.Constant))
    return {one.value for one in found if isinstance(one.value, str)}


def _imported(tree: ast.AST) -> set[str]:
    """List what code imports, each name with its module."""
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))
    return {f"{getattr(node, 'module', '')}.{one.name}" for node in found for one in node.names}


KINDS_BY_NAME = {
    f".{phases.__name__}",
    "eclaireurs_play.model.phases",
    *(f"{phases.__name__}.{name}" for name in MODELS),
    *(f"{type(kind).__module__}.{type(kind).__name__}" for kind in KINDS.values()),
    f"{KINDS_MODULE}.KINDS",
}
"""Every way to import a kind, or the module that would give it."""

HOMONYMS = {
    "checks/fit.py": {"cards"},
    "simulation/advice_on_trials.py": {"surprise"},
    "synthesis/kept.py": {"cards"},
}
"""Words that are a kind elsewhere: what a kit or a file holds, what a variant takes out."""


SETTINGS = {"checks/figures.py", "checks/holdings.py"}
"""What checks the settings of some kinds, which only their own model can name."""


LOCKSTEP = {f"simulation/lockstep/{name}.py" for name in ("charters", "fitness", "phases")}
"""The second executor of the rules, which plays some kinds its own way."""


@pytest.mark.parametrize("name", sorted(set(OUTSIDE) - SETTINGS - LOCKSTEP))
def test_nothing_outside_the_engine_knows_a_kind(name: str) -> None:
    tree = ast.parse((PACKAGE / name).read_text(encoding="utf-8"))
    assert _imported(tree) & KINDS_BY_NAME == set()
    assert _compared(tree) & set(WORDS) - HOMONYMS.get(name, set()) == set()


def test_one_small_game_uses_every_kind() -> None:
    used = {type(phase) for phase in rules(EVERYTHING).phases.values()}
    assert used == {*MODELS.values(), phases.Group}


def test_that_game_is_played_replayed_and_written_up(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    assert run(*FIXED, "play", EVERYTHING, "--auto", "--quiet", "--journal", path).code == 0
    session = api.replay(path, FIXTURES).session
    assert session.state.status == "over"
    kinds = {type(session.rules.phases[one.phase]) for one in session.state.results}
    played = {one.phase for one in session.state.results}
    skipped = {name for name, phase in session.rules.phases.items() if phase.when is not None}
    assert kinds == set(MODELS.values())
    assert set(session.rules.phases) - played - skipped == {
        name for name, phase in session.rules.phases.items() if isinstance(phase, phases.Group)
    }
    told = to_markdown(build(session.rules, session.state, "facilitator"))
    for result in session.state.results:
        for one in result.made:
            text = getattr(one.gesture, "text", "")
            assert text in told.replace("\\", "") or not text


def test_that_game_comes_back_from_paper(tmp_path: Path) -> None:
    """What was typed line by line, cards in hand, leads to the results of the session."""
    played = auto_session(EVERYTHING, in_hand=True)
    lines = "\n".join(write_line(one.action) for one in played.played)
    path = tmp_path / "paper.jsonl"
    ran = run(*FIXED, "enter", EVERYTHING, "--journal", path, typed=lines)
    assert ran.code == 0, ran.err
    entered = api.replay(path, FIXTURES).session
    assert entered.state.past
    assert entered.state.status == "over"
    assert entered.state.deviations == ()
    made = [[one.gesture for one in result.made] for result in entered.state.results]
    assert made == [[one.gesture for one in result.made] for result in played.state.results]
    assert build(entered.rules, entered.state, "parties")
    assert content(EVERYTHING).scenario.id == EVERYTHING
