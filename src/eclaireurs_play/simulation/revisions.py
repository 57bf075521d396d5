"""The same scenario as git knows it at another revision, read from a temporary library."""

import re
import shutil
import subprocess
import tarfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from eclaireurs_play.content import library
from eclaireurs_play.content.bundle import GameContent, ScenarioContent
from eclaireurs_play.content.library import Header
from eclaireurs_play.content.loader import load_game, load_on
from eclaireurs_play.content.wording import quoted
from eclaireurs_play.errors import ContentError, NotFoundError
from eclaireurs_play.simulation.assigning import VariantError

GIT = "git:"
FOLDERS = ("decks", "scenarios")

_REVISION = re.compile(r"[\w^~@{][\w./^~@{}:+-]{0,199}")
_SECONDS = 60


def named_revision(text: str, name: str) -> tuple[str, str] | None:
    """Cut `A@HEAD~1` or `git:HEAD~1` into a scenario and a revision; None when it is neither.

    `name` is the scenario meant by `git:`. What exists as a path is a path.
    """
    if text.startswith(GIT):
        return name, text.removeprefix(GIT)
    found, sign, revision = text.partition("@")
    return (found or name, revision) if sign and not Path(text).exists() else None


def at_revision(
    name: str | Path, revision: str, explicit: Path | None = None
) -> tuple[ScenarioContent, str]:
    """Load a scenario and its game as they were; give also the hash of the commit.

    `name` and `explicit` are those of `load_scenario`. Raises VariantError when the library is in
    no git repository, when the revision is unknown, or when the scenario was not there then, or
    can't be read by this version.
    """
    now = library.find_scenario(name, explicit)
    commit = _commit(now.root, revision)
    with TemporaryDirectory(prefix="eclaireurs-") as made:
        folder = Path(made)
        (folder / "decks").mkdir()
        _unpacked(now.root, commit, folder, now.path)
        try:
            then = library.find_id(now.id, library.SCENARIOS, (folder,))
        except NotFoundError:
            raise VariantError(f"« {now.id} » n'existait pas à {quoted(revision)}.") from None
        searched = (folder, now.root, *library.roots(explicit))
        content = _loaded(then, searched, revision)
    return replace(content, content=replace(content.content, folder=None)), commit


def _loaded(then: Header, searched: tuple[Path, ...], revision: str) -> ScenarioContent:
    """Load what was found; a game that was not there then is taken where it is now."""

    def game_named(name: str) -> GameContent:
        return load_game(library.find_id(name, library.GAMES, searched).path)

    try:
        return load_on(then, game_named)
    except ContentError as error:
        raise VariantError(
            f"À {quoted(revision)}, « {then.id} » ne se lit pas : {error.diagnostics[0]}."
        ) from None


def _commit(root: Path, revision: str) -> str:
    """Give the hash of a revision."""
    if not _REVISION.fullmatch(revision):
        raise VariantError(f"Révision mal écrite : {quoted(revision)}.")
    if _git(root, "rev-parse", "--show-toplevel") is None:
        raise VariantError(f"{root} n'est pas dans un dépôt git : pas de révision à comparer.")
    found = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if found is None:
        raise VariantError(f"Révision inconnue de git : {quoted(revision)}.")
    return found.decode().strip()


def _unpacked(root: Path, commit: str, folder: Path, scenario: Path) -> None:
    """Write the games and scenarios of a commit into a folder; a lone scenario as well."""
    listed = _git(root, "ls-tree", "--name-only", "-z", commit) or b""
    there = [one for one in listed.decode().split("\0") if one in FOLDERS]
    if there and (packed := _git(root, "archive", "--format=tar", commit, "--", *there)):
        try:
            with tarfile.open(fileobj=BytesIO(packed)) as archive:
                archive.extractall(folder, filter="data")
        except (OSError, tarfile.TarError) as error:
            raise VariantError(f"Cette révision ne se laisse pas copier : {error}.") from None
    if scenario.parent.absolute() == root:
        text = _git(root, "show", f"{commit}:./{scenario.name}")
        if text is not None:
            alone = folder / "scenarios" / "seul" / scenario.name
            alone.parent.mkdir(parents=True, exist_ok=True)
            alone.write_bytes(text)


def _git(root: Path, *words: str) -> bytes | None:
    """Ask git about the repository around a folder; None when it says no."""
    program = shutil.which("git")
    if program is None:
        raise VariantError("git n'est pas installé ici : donnez deux fichiers à comparer.")
    try:
        done = subprocess.run(  # noqa: S603 - no shell; words are ours, and a checked revision
            [program, "-C", str(root), *words],
            check=False, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise VariantError("git ne répond pas : donnez deux fichiers à comparer.") from None
    return done.stdout if done.returncode == 0 else None
