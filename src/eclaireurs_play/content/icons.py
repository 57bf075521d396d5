"""The icons that a game names, found in `print/icons` of its libraries."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from eclaireurs_play.content.bundle import GameContent
from eclaireurs_play.content.places import Trail
from eclaireurs_play.content.wording import did_you_mean, quoted
from eclaireurs_play.errors import Diagnostic

FOLDER = Path("print") / "icons"


def icon_files(roots: Iterable[Path]) -> dict[str, Path]:
    """Find every icon by its name; the first library that has one wins."""
    found: dict[str, Path] = {}
    for root in roots:
        for path in sorted((root / FOLDER).glob("*.svg")):
            found.setdefault(path.stem, path)
    return found


def unknown_icons(game: GameContent, files: Iterable[str]) -> Iterator[Diagnostic]:
    """Tell the icons that a game names and that nobody drew, each where it is named."""
    known = tuple(files)
    for kind, name, inside, icon in _named(game):
        if icon not in known:
            hint = did_you_mean(icon, known) or f"icônes : {', '.join(known) or 'aucune'}"
            yield game.problem(kind, name, inside, f"icône inconnue {quoted(icon)}", hint)


def _named(game: GameContent) -> Iterator[tuple[str, str, Trail, str]]:
    """List the icons of themes and of suits, with where they are named."""
    for name, theme in game.themes.items():
        if theme.icon:
            yield "theme", name, ("icon",), theme.icon
    for name, suit in game.game.suits.items():
        if suit.icon:
            yield "game", game.game.id, ("suits", name, "icon"), suit.icon
