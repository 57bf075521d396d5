"""What each card of a file looks like, in short, so that a later one prints only what changed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from eclaireurs_play.content.wording import quoted
from eclaireurs_play.errors import NotFoundError
from eclaireurs_play.layout.display import Group, Item, Text, number

ENTRY = "EclaireursCartes"
"""The entry of the PDF's information dictionary that holds a fingerprint for each card."""

LENGTH = 10

GAME = "@"
"""What comes before the name of the game, among the fingerprints."""

_DECIMALS = re.compile(r"(?<!\d)-?\d+(?:\.\d+(?:e-\d+)?|e-\d+)")
"""A number with decimals, as Python writes it."""


@dataclass(frozen=True)
class Changes:
    """Fingerprints of a game's cards, in an earlier file (`known`) and in this one; those laid."""

    game: str = ""
    known: Mapping[str, str] | None = None
    drawn: dict[str, str] = field(default_factory=dict)
    laid: list[str] = field(default_factory=list)
    _named: dict[str, str] = field(default_factory=dict)

    def is_changed(self, name: str, *faces: Iterable[Item]) -> bool:
        """Keep the fingerprint of a card, and tell whether it is not as it was.

        Everything drawn counts, hence a theme, a format or a mode; where it stands does not.
        """
        print_ = sha256("\n".join(self._written(face) for face in faces).encode())
        found = print_.hexdigest()[:LENGTH]
        key = name if self.drawn.get(name, found) == found else f"{name}~2"
        self.drawn[key] = found
        return self.known is None or self.known.get(key) != found

    def _written(self, items: Iterable[Item]) -> str:
        """Write all that is drawn; what has a name is the same wherever it stands."""
        return "".join(
            self._group(item) if isinstance(item, Group) else _rounded(item) for item in items
        )

    def _group(self, group: Group) -> str:
        place = _rounded((group.x, group.y, group.angle, group.scale, group.clip))
        if not group.name:
            return place + self._written(group.items)
        if group.name not in self._named:
            whole = sha256(self._written(group.items).encode())
            self._named[group.name] = whole.hexdigest()
        return place + self._named[group.name]

    def entry(self) -> str:
        """Write the fingerprints as the file will hold them."""
        prints = {GAME: self.game} | self.drawn if self.drawn else {}
        return " ".join(f"{name}={print_}" for name, print_ in prints.items())


def _rounded(drawn: object) -> str:
    """Write what is drawn, to the thousandth: no machine's last decimals count."""
    if isinstance(drawn, Text):
        return drawn.log()
    return _DECIMALS.sub(lambda found: number(float(found[0])), repr(drawn))


def changes_since(earlier: Path | None, game: str = "") -> Changes:
    """Begin from the cards of an earlier file, if there is one.

    Raises NotFoundError when it can't be read, or when it holds no card of this game.
    """
    if earlier is None:
        return Changes(game)
    from pypdfium2 import PdfDocument, PdfiumError, raw  # noqa: PLC0415 - only then is it needed

    try:
        entry = str(PdfDocument(earlier.read_bytes()).get_metadata_value(ENTRY))
    except FileNotFoundError:
        raise NotFoundError(f"{earlier} n'existe pas") from None
    except OSError:
        raise NotFoundError(f"{earlier} ne se laisse pas lire") from None
    except PdfiumError as error:
        locked = error.err_code == raw.FPDF_ERR_PASSWORD
        trouble = "est fermé par un mot de passe" if locked else "n'est pas un PDF entier"
        raise NotFoundError(f"{earlier} {trouble}") from None
    pairs = (one.split("=", 1) for one in entry.split() if "=" in one)
    known = dict(pairs)
    its_game = known.pop(GAME, game)
    if not known:
        hint = "il faut un PDF de cartes écrit par « eclaireurs print »"
        raise NotFoundError(f"{quoted(earlier.name)} ne dit rien de ses cartes ({hint})")
    if game not in ("", its_game):
        raise NotFoundError(f"{quoted(earlier.name)} est d'un autre jeu : {its_game}")
    return Changes(game, known)
