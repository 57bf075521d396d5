"""The cards of a game in another language: found beside its decks, checked against them."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from eclaireurs_play.content.bundle import GameContent, Read
from eclaireurs_play.content.loader import load_model
from eclaireurs_play.content.names import Names
from eclaireurs_play.content.wording import did_you_mean, quoted
from eclaireurs_play.errors import ContentError, Diagnostic, NotFoundError
from eclaireurs_play.model.deck import Language, Translation

LANGUAGES: tuple[str, ...] = get_args(Language)
LISTED = 6
"""Codes named one by one before the others are only counted."""


def load_translation(content: GameContent, language: str) -> Translation:
    """Load the cards of a game in another language.

    Raises NotFoundError when the game is not in that language, or when cards are missing;
    ContentError with every problem of the file.
    """
    if language not in LANGUAGES:
        hint = did_you_mean(language, LANGUAGES) or f"connues : {', '.join(LANGUAGES)}"
        raise NotFoundError(f"langue inconnue : {quoted(language)} ({hint})")
    path = (content.folder or Path()) / f"{language}.yaml"
    if not path.is_file():
        sentence = f"« {content.game.title} » n'est pas traduit en {quoted(language)}"
        raise NotFoundError(f"{sentence} (il n'y a pas de {path.parent.name}/{path.name})")
    read = load_model(path, Translation)
    problems = tuple(of_translation(read, content))
    if wrong := tuple(one for one in problems if not one.warning):
        raise ContentError(wrong)
    for missing in problems:
        raise NotFoundError(str(missing).replace("avertissement : ", ""))
    return read.model


def of_translation(read: Read[Translation], content: GameContent) -> Iterator[Diagnostic]:
    """Tell the cards and families that do not exist, then, as a warning, those left out."""
    names = Names({"family": content.families, "card": content.cards})
    model, source = read.model, read.source
    for kind, key in (("family", "families"), ("card", "cards")):
        parts = (((key, name), kind, name) for name in getattr(model, key))
        yield from names.unknown(source, parts, key=True)
    missing = [code for code in content.cards if code not in model.cards]
    missing += [name for name in content.families if name not in model.families]
    if missing:
        listed = ", ".join(missing[:LISTED]) + (", …" if len(missing) > LISTED else "")
        told = f"{len(missing)} traductions manquent" if len(missing) > 1 else "1 traduction manque"
        yield Diagnostic(source.file, 0, 0, f"{told} : {listed}", warning=True)
