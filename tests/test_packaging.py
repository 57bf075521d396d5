"""What is shipped: a wheel and an archive that hold everything, used far from the checkout."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from eclaireurs_play.content import library
from tests.support import REPOSITORY, SCENARIOS

SHIPPED = ("decks", "scenarios", "print")
EVERYTHING = """
from pathlib import Path
import eclaireurs_play
from eclaireurs_play.content import library
from eclaireurs_play.content.campaigns import load_campaign
from eclaireurs_play.content.loader import load_found
here = Path(eclaireurs_play.__file__).parent
roots = library.roots()
assert roots == (here / "data",), roots
for one in library.catalogue(roots):
    (load_campaign if one.kind == "campaign" else load_found)(one)
    print(one.kind, one.id)
"""


def _data() -> set[str]:
    """Name every file of content that git follows or would follow."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *SHIPPED]
    done = subprocess.run(asked, capture_output=True, check=False, cwd=REPOSITORY)
    if done.returncode == 0:
        return set(done.stdout.decode().split("\n")) - {""}
    every = (path for folder in SHIPPED for path in (REPOSITORY / folder).rglob("*"))
    return {path.relative_to(REPOSITORY).as_posix() for path in every if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and the archive, without network."""
    folder = tmp_path_factory.mktemp("dist")
    _run("-m", "hatchling", "build", "-d", str(folder), cwd=REPOSITORY)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel apart; its dependencies come from the running environment."""
    folder = tmp_path_factory.mktemp("installed")
    [wheel] = built.glob("*.whl")
    options = ("--no-deps", "--no-index", "--quiet", "--disable-pip-version-check")
    _run("-m", "pip", "install", *options, "--target", str(folder), str(wheel), cwd=folder)
    return folder


def _run(*words: str, cwd: Path, path: Path | None = None) -> str:
    kept = {name: one for name, one in os.environ.items() if not name.startswith("ECLAIREURS")}
    variables = {**kept, **({"PYTHONPATH": str(path)} if path else {})}
    done = subprocess.run(
        [sys.executable, *words], capture_output=True, check=False, cwd=cwd, env=variables
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8")


def test_the_wheel_holds_everything_it_needs(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"eclaireurs_play/data/{one}" for one in _data()} <= names
    for language in ("fr", "en"):
        assert f"eclaireurs_play/cli/locale/{language}/LC_MESSAGES/messages.mo" in names
    licences = {path.name for path in (REPOSITORY / "LICENSES").iterdir()} | {"LICENSE"}
    assert licences <= {Path(one).name for one in names if "/licenses/" in one}
    assert not [one for one in names if "tests/" in one or one.endswith(".pyc")]


def test_the_archive_holds_what_rebuilds_it(built: Path) -> None:
    [archive] = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {one.partition("/")[2] for one in opened.getnames()}
    assert _data() <= names
    files = ("pyproject.toml", "LICENSE", "Makefile", "requirements-dev.txt", "schemas/game.json")
    assert set(files) <= names
    assert "src/eclaireurs_play/cli/locale/fr/LC_MESSAGES/messages.mo" in names


def test_the_wheel_is_the_same_twice(built: Path, tmp_path: Path) -> None:
    _run("-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path), cwd=REPOSITORY)
    [one], [other] = built.glob("*.whl"), tmp_path.glob("*.whl")
    assert one.read_bytes() == other.read_bytes()


def test_every_deck_and_scenario_loads_far_from_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    told = _run("-c", EVERYTHING, cwd=tmp_path, path=installed)
    assert set(SCENARIOS) <= set(told.split())
    assert "game jeu-des-impacts" in told


def test_commands_run_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    command = ("-m", "eclaireurs_play.cli.main")
    assert "zone-logistique" in _run(*command, "list", cwd=tmp_path, path=installed)
    assert "Usage :" in _run(*command, "--help", cwd=tmp_path, path=installed)
    assert "Plays" in _run(*command, "--lang", "en", "--help", cwd=tmp_path, path=installed)
    played = _run(*command, "play", SCENARIOS[0], "--auto", "--quiet", cwd=tmp_path, path=installed)
    assert played == ""
    _run(*command, "print", SCENARIOS[0], "-o", "kit.pdf", cwd=tmp_path, path=installed)
    assert (tmp_path / "kit.pdf").read_bytes().startswith(b"%PDF")
    _run(*command, "check", cwd=tmp_path, path=installed)


def _a_root(folder: Path) -> Path:
    (folder / "decks").mkdir(parents=True)
    return folder


def test_roots_are_searched_from_the_nearest_to_the_shipped(tmp_path: Path) -> None:
    explicit, first, second = (_a_root(tmp_path / name) for name in ("explicit", "first", "second"))
    checkout = _a_root(tmp_path / "checkout")
    (checkout / "pyproject.toml").touch()
    package = checkout / "src" / "eclaireurs_play"
    _a_root(package / "data")
    variables = {library.VARIABLE: os.pathsep.join(map(str, (first, second, first)))}
    assert library.roots(explicit, environment=variables, package=package) == (
        explicit,
        first,
        second,
        checkout,
        package / "data",
    )
    installed = tmp_path / "site-packages" / "eclaireurs_play"
    _a_root(installed / "data")
    assert library.roots(None, environment={}, package=installed) == (installed / "data",)
