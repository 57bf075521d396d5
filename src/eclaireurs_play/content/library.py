"""Where games and scenarios are found: library roots, their headers, and names looked up.

Nothing here builds models, so that listing a library stays fast. A root holds
`decks/<game>/game.yaml` and `scenarios/<game>/<id>.yaml`; the first root that has an id wins.
"""

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from eclaireurs_play.content import yaml_reader
from eclaireurs_play.content.places import Data, child
from eclaireurs_play.content.text_file import read_text, refusal
from eclaireurs_play.content.wording import did_you_mean, quoted
from eclaireurs_play.errors import ContentError, Diagnostic, NotFoundError

Kind = Literal["game", "scenario", "campaign"]
VARIABLE = "ECLAIREURS_PATH"
PACKAGE = Path(__file__).resolve().parents[1]
GAME_FILE = "game.yaml"
CAMPAIGN_FOLDER = "campaigns"
GAMES: tuple[Kind, ...] = ("game",)
SCENARIOS: tuple[Kind, ...] = ("scenario",)
CAMPAIGNS: tuple[Kind, ...] = ("campaign",)
ANY: tuple[Kind, ...] = ("game", "scenario")
HEAD = ("id", "title", "summary", "players", "game", "seats")
NOUNS: Mapping[Kind, str] = {"game": "jeu", "scenario": "scénario", "campaign": "campagne"}
SLUG = re.compile(r"[a-z0-9-]{1,60}")
ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Header:
    """What a list shows of a game, a scenario or a campaign; `players`: fewest and most.

    `problems` says why a file could not be read. Without a sound id, the name of the folder (of a
    game) or of the file (of a scenario) stands for it.
    """

    id: str
    kind: Kind
    title: str
    summary: str
    players: tuple[int, int] | None
    game: str
    file: str
    path: Path
    root: Path
    problems: tuple[Diagnostic, ...] = ()


def roots(
    explicit: Path | None = None,
    *,
    environment: Mapping[str, str] = os.environ,
    package: Path = PACKAGE,
) -> tuple[Path, ...]:
    """List the library roots that exist, in order of search.

    The explicit path, `ECLAIREURS_PATH`, the checkout, the data shipped in the wheel. Raises
    NotFoundError when a root that someone named is not a folder.
    """
    named = [explicit] if explicit else []
    named += [Path(one) for one in environment.get(VARIABLE, "").split(os.pathsep) if one]
    for one in named:
        if not _is_folder(one):
            raise NotFoundError(f"la bibliothèque {quoted(one)} n'est pas un dossier")
    checkout, data = package.parents[1], package / "data"
    if package.parent.name == "src" and (checkout / "pyproject.toml").is_file():
        named.append(checkout)
    return tuple(dict.fromkeys(one.resolve() for one in (*named, data) if (one / "decks").is_dir()))


def headers(root: Path) -> tuple[Header, ...]:
    """Read the headers of one root: games, then scenarios and campaigns, in order of files."""
    games = sorted((root / "decks").glob(f"*/{GAME_FILE}"))
    written = sorted(one for one in (root / "scenarios").glob("*/*") if one.suffix in ENDINGS)
    return (
        *(header(path, "game", root) for path in games if not _hidden(path)),
        *(header(path, _kind(path), root) for path in written if not _hidden(path)),
    )


def _kind(path: Path) -> Kind:
    """Tell a campaign from a scenario by its folder."""
    return "campaign" if path.parent.name == CAMPAIGN_FOLDER else "scenario"


def catalogue(searched: tuple[Path, ...]) -> tuple[Header, ...]:
    """List what the roots hold, games first; an id of an earlier root hides the later ones."""
    found: dict[tuple[Kind, str], Header] = {}
    for root in searched:
        for one in headers(root):
            found.setdefault((one.kind, one.id), one)
    return tuple(sorted(found.values(), key=lambda one: (one.kind, one.id)))


def header(path: Path, kind: Kind, root: Path) -> Header:
    """Read one header; what is wrong with the file is kept, not raised."""
    file = shown(path, root)
    fallback = path.parent.name if kind == "game" else path.stem
    try:
        contained(path, root, file)
        data = _head(read_text(path, file), file)
    except ContentError as error:
        return Header(fallback, kind, "", "", None, "", file, path, root, error.diagnostics)
    return Header(
        name if SLUG.fullmatch(name := _text(data, "id")) else fallback,
        kind,
        _text(data, "title"),
        _text(data, "summary"),
        _seats(child(data, "seats")) if kind == "scenario" else _players(child(data, "players")),
        _text(data, "game"),
        file,
        path,
        root,
    )


@lru_cache(maxsize=256)
def _head(text: str, file: str) -> Data:
    """Read the top of a file, once as long as its text is the same."""
    return yaml_reader.parse(text, file, HEAD).data


def find(name: str | Path, kinds: Collection[Kind], searched: tuple[Path, ...]) -> Header:
    """Find a game or a scenario by its id, or by the path of its file or folder.

    Raises NotFoundError when nothing has that name, ContentError when two things have it.
    """
    try:
        return find_id(str(name), kinds, searched)
    except NotFoundError:
        if at_path := _by_path(Path(name), kinds):
            return at_path
        raise


def find_id(name: str, kinds: Collection[Kind], searched: tuple[Path, ...]) -> Header:
    """Find a game or a scenario by its id only, in the first root that has it."""
    known: list[str] = []
    for root in searched:
        here = [one for one in headers(root) if one.kind in kinds]
        if found := [one for one in here if one.id == name]:
            return _only(found)
        known += [one.id for one in here]
    raise NotFoundError(_unknown(name, kinds, known))


def find_game(name: str | Path, explicit: Path | None = None) -> Header:
    """Find a game, as `find` does, in every root."""
    return find(name, GAMES, roots(explicit))


def find_scenario(name: str | Path, explicit: Path | None = None) -> Header:
    """Find a scenario, as `find` does, in every root."""
    return find(name, SCENARIOS, roots(explicit))


def shown(path: Path, root: Path) -> str:
    """Name a file for people: from the working folder when it is inside, else from its root."""
    for base in (Path.cwd(), root):
        if path.is_relative_to(base):
            return path.relative_to(base).as_posix()
    return path.as_posix()


def contained(path: Path, root: Path, file: str) -> None:
    """Refuse a file whose links lead out of its library."""
    if not path.resolve().is_relative_to(root.resolve()):
        raise refusal(file, "ce lien sort de la bibliothèque")


def twins(found: tuple[Header, ...]) -> Iterator[Diagnostic]:
    """Tell the ids that two files of one root share."""
    first: dict[str, Header] = {}
    for one in found:
        if (other := first.setdefault(one.id, one)) is not one:
            yield Diagnostic(one.file, 1, 1, f"l'id « {one.id} » est déjà celui de {other.file}")


def _only(found: list[Header]) -> Header:
    if doubled := tuple(twins(tuple(found))):
        raise ContentError(doubled)
    return found[0]


def _by_path(path: Path, kinds: Collection[Kind]) -> Header | None:
    """Read a path as a game's folder or one of its files, or as a scenario's file."""
    folder = path if _is_folder(path) else path.parent
    if "game" in kinds and _is_file(folder / GAME_FILE) and (folder == path or _is_file(path)):
        return header(folder / GAME_FILE, "game", _root_of(folder))
    if _kind(path) in kinds and path.suffix in ENDINGS and _is_file(path):
        return header(path, _kind(path), _root_of(path))
    return None


def _root_of(path: Path) -> Path:
    """Find the library around a path; a lone game or scenario is its own."""
    absolute = path.absolute()
    for parent in absolute.parents[1:]:
        if (parent / "decks").is_dir():
            return parent
    return absolute if _is_folder(path) else absolute.parent


def _unknown(name: str, kinds: Collection[Kind], known: list[str]) -> str:
    what = "aucun " + " ni ".join(NOUNS[kind] for kind in kinds)
    if "/" in name or "\\" in name or name.startswith("."):
        return f"{quoted(name)} n'est ni un dossier de jeu ni un fichier .yaml de la bibliothèque"
    hint = did_you_mean(name, known)
    return f"{what} ne s'appelle {quoted(name)}" + (f" ({hint})" if hint else "")


def _text(data: Data, key: str) -> str:
    value = child(data, key)
    return value.strip() if isinstance(value, str) else ""


def _players(value: Data) -> tuple[int, int] | None:
    fewest, most = child(value, "min"), child(value, "max")
    return (fewest, most) if isinstance(fewest, int) and isinstance(most, int) else None


def _seats(value: Data) -> tuple[int, int] | None:
    """Count the seats that must be taken, and all of them."""
    if not isinstance(value, dict):
        return None
    optional = sum(child(seat, "optional") is True for seat in value.values())
    return len(value) - optional, len(value)


def _hidden(path: Path) -> bool:
    return path.name.startswith((".", "_")) or path.parent.name.startswith((".", "_"))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
