"""Names that one file uses and another gives: those that exist, and how the others are told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from eclaireurs_play.content.places import Source, Trail
from eclaireurs_play.content.wording import did_you_mean, quoted
from eclaireurs_play.errors import Diagnostic

UNKNOWN: Mapping[str, str] = {
    "family": "famille inconnue",
    "theme": "thème inconnu",
    "rating": "appréciation inconnue",
    "form": "feuille inconnue",
    "role": "rôle inconnu",
    "result": "résultat inconnu à cette étape",
    "items": "résultat inconnu à cette étape",
    "axis": "axe inconnu",
    "pool": "liste inconnue",
    "field": "champ inconnu",
    "option": "choix inconnu",
    "suit": "couleur inconnue",
    "term": "terme inconnu",
    "card": "carte inconnue",
}
"""How an unknown id is told, by kind."""

Problems = Iterator[Diagnostic]
Part = tuple[Trail, str, str]
"""A name to check: its trail, the kind of thing it names, the name."""


@dataclass(frozen=True, slots=True)
class Names:
    """The ids that exist, by kind; those forgiven; hints for those that can't serve here."""

    known: Mapping[str, Mapping[str, object]]
    forgiven: frozenset[str] = frozenset()
    hints: Mapping[str, str] = field(default_factory=dict)

    def unknown(self, source: Source, parts: Iterable[Part], **how: bool) -> Problems:
        """Tell each name that is not known; `key=True` when the names are keys."""
        for trail, kind, name in parts:
            known = self.known[kind]
            if name not in known and name not in self.forgiven:
                hint = self.hints.get(name) or did_you_mean(name, known)
                yield source.problem(trail, f"{UNKNOWN[kind]} {quoted(name)}", hint, **how)


def named(trail: Trail, kind: str, names: str | tuple[str, ...]) -> Iterator[Part]:
    """List one name, or each name of a list."""
    if isinstance(names, str):
        yield trail, kind, names
    else:
        yield from (((*trail, index), kind, name) for index, name in enumerate(names))
