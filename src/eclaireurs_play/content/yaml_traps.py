"""The traps that French sets to YAML, and libyaml's complaints, told in French.

`SNAGS` is read from top to bottom; the first line that fits explains the complaint.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import yaml

from eclaireurs_play.content.wording import quoted
from eclaireurs_play.errors import Diagnostic

QUOTE_IT = 'entourez le texte de guillemets "…", ou écrivez-le sous la clé, après « > »'
FOLD_IT = "mettez le texte à la ligne, sous la clé, après « > »"
VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:\"'\[\]{}#]+:\s+)?(?P<value>.*)")
COMMENT = re.compile(r"(?P<gap>[ \t]+)#(?P<text>.*)")
NUMBER = re.compile(r"[-+]?[0-9.]+")


class Mark(Protocol):
    """A place as libyaml gives it."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Snag:
    """One complaint of libyaml, and the text around its place (line and column from 0)."""

    complaint: str
    lines: Sequence[str]
    line: int
    column: int
    opened: tuple[int, int]

    @property
    def text(self) -> str:
        """The whole line complained about."""
        return self.lines[self.line]

    @property
    def above(self) -> str:
        """The nearest line above that says something."""
        return next((one for one in reversed(self.lines[: self.line]) if one.strip()), "")

    @property
    def value(self) -> str:
        """What follows the key or the dash on the line."""
        found = VALUE.match(self.text)
        return found["value"] if found else ""

    @property
    def sign(self) -> str:
        """The character complained about."""
        return self.text[self.column : self.column + 1]


@dataclass(frozen=True, slots=True)
class Trap:
    """When libyaml says `complaint` and `fits`, this is what to tell people.

    `opened` shows where what is broken began, rather than where libyaml noticed.
    """

    complaint: str
    sentence: str
    hint: str = ""
    fits: Callable[[Snag], bool] = lambda _: True
    opened: bool = False


def _value_starts(signs: str) -> Callable[[Snag], bool]:
    return lambda snag: snag.value[:1] in tuple(signs)


def _cut_above(snag: Snag) -> bool:
    """Tell whether the text above lost its end to a ` #`."""
    return bool(re.search(r"\S[ \t]#", snag.above))


def _two_colons(snag: Snag) -> bool:
    """Tell whether a « : » already stands before this one on its line."""
    return bool(re.search(r":\s", snag.text[: snag.column]))


def _colon_glued_above(snag: Snag) -> bool:
    return bool(re.fullmatch(r"\s*(- +)*[\w-]+:[^\s:]\S*", snag.above))


def _colon_glued(snag: Snag) -> bool:
    return bool(re.match(r"\s*(- +)*[\w-]+:[^\s:]", snag.lines[snag.opened[0]]))


def _text_above(snag: Snag) -> bool:
    """Tell whether this line is the rest of a text begun above, one that holds « : »."""
    return bool(re.match(r"\s*(- +)*[\w-]+:\s+\S+\s", snag.above)) and " :" in snag.text


SNAGS = (
    Trap(
        "mapping values are not allowed",
        "« : » coupe ce texte en deux, YAML y voit une clé",
        QUOTE_IT,
        lambda snag: _two_colons(snag) or _text_above(snag),
    ),
    Trap(
        "mapping values are not allowed",
        "il manque une espace après « : » à la ligne au-dessus",
        fits=_colon_glued_above,
    ),
    Trap(
        "mapping values are not allowed",
        "cette clé n'est pas alignée avec celles au-dessus",
        "donnez-leur le même retrait ; un texte de plusieurs lignes s'écrit après « > »",
    ),
    Trap(
        "tab character",
        "une tabulation sert de retrait",
        "YAML n'accepte que des espaces",
    ),
    Trap(
        "cannot start any token",
        "une tabulation sert de retrait",
        "YAML n'accepte que des espaces",
        lambda snag: snag.sign == "\t",
    ),
    Trap("cannot start any token", "un texte ne peut pas commencer par {sign}", QUOTE_IT),
    Trap("scanning a directive", "un texte ne peut pas commencer par « % »", QUOTE_IT),
    Trap("scanning an alias", "« * » en tête est lu comme un renvoi YAML", QUOTE_IT, opened=True),
    Trap("scanning an anchor", "« & » en tête est lu comme une ancre YAML", QUOTE_IT, opened=True),
    Trap("scanning a tag", "« ! » en tête est lu comme une marque YAML", QUOTE_IT, opened=True),
    Trap("parsing a tag", "« ! » en tête est lu comme une marque YAML", QUOTE_IT, opened=True),
    Trap("undefined tag", "« ! » en tête est lu comme une marque YAML", QUOTE_IT),
    Trap(
        "block sequence entries are not allowed",
        "« - » en tête est lu comme une liste",
        "mettez la liste à la ligne, sous la clé ; pour un texte, entourez-le de guillemets",
    ),
    Trap("mapping keys are not allowed", "« ? » en tête est lu comme une clé", QUOTE_IT),
    Trap(
        "scanning a block scalar",
        "rien ne peut suivre {opener} sur sa ligne",
        "mettez le texte à la ligne, en retrait",
        opened=True,
    ),
    Trap(
        "scanning a quoted scalar",
        "le guillemet {opener} ouvert ici n'est jamais refermé",
        f"une apostrophe en tête ouvre un texte ; {FOLD_IT}",
        lambda snag: _opener(snag) == "'",
        opened=True,
    ),
    Trap(
        "scanning a quoted scalar",
        "le guillemet {opener} ouvert ici n'est jamais refermé",
        opened=True,
    ),
    Trap(
        "unknown escape character",
        "« \\ » suivi de {after} n'a pas de sens entre guillemets droits",
        f"écrivez « \\\\ », ou {FOLD_IT}",
    ),
    Trap("parsing a quoted scalar", "ce code après « \\ » n'est pas un caractère", FOLD_IT),
    Trap(
        "could not find expected ':'",
        "il manque une espace après « : »",
        fits=_colon_glued,
        opened=True,
    ),
    Trap(
        "could not find expected ':'",
        "cette ligne n'est ni une clé suivie de « : », ni la suite d'un texte",
        "mettez le texte en retrait sous sa clé, après « > »",
        opened=True,
    ),
    Trap(
        "did not find expected key",
        "l'apostrophe referme le guillemet ' ouvert avant, la suite est perdue",
        f'entourez le texte de "…", ou {FOLD_IT}',
        _value_starts("'"),
    ),
    Trap(
        "did not find expected key",
        "un guillemet \" à l'intérieur referme celui du début, la suite est perdue",
        f"citez avec « », ou {FOLD_IT}",
        _value_starts('"'),
    ),
    Trap(
        "did not find expected key",
        "un crochet ou une accolade en tête est lu comme une liste, la suite est perdue",
        QUOTE_IT,
        _value_starts("[{"),
    ),
    Trap(
        "did not find expected key",
        "« * » en tête est lu comme un renvoi YAML",
        QUOTE_IT,
        _value_starts("*"),
    ),
    Trap(
        "did not find expected",
        "« # » a coupé le texte de la ligne au-dessus, qui ne peut plus se poursuivre ici",
        QUOTE_IT,
        _cut_above,
    ),
    Trap(
        "did not find expected key",
        "le retrait de cette ligne ne suit pas celui des lignes au-dessus",
    ),
    Trap(
        "did not find expected '-'",
        "une liste se poursuit par « - », cette ligne n'en a pas",
        "alignez-la avec sa clé, ou ajoutez « - »",
    ),
    Trap("expected ',' or ']'", "la liste ouverte ici par « [ » n'est pas refermée", opened=True),
    Trap(
        "expected ',' or '}'",
        "l'accolade « {{ » ouverte ici n'est pas refermée, ou un texte y contient « : »",
        "écrivez une clé par ligne, sans accolades",
        opened=True,
    ),
    Trap("while scanning a plain scalar", "« : » n'est pas permis ici", QUOTE_IT),
    Trap(
        "expected node content",
        "{sign} n'est pas permis ici",
        QUOTE_IT,
        lambda snag: bool(snag.sign.strip()),
    ),
    Trap("expected node content", "il manque la fin : une liste ou une accolade reste ouverte"),
    Trap("document start", "plus rien ne peut suivre la fin du document (« ... »)"),
    Trap("document indicator", "« --- » coupe ce texte en deux documents", QUOTE_IT),
)
UNKNOWN = Trap("", "cette ligne n'est pas du YAML", QUOTE_IT)


def explain(error: yaml.YAMLError, lines: Sequence[str], file: str) -> Diagnostic:
    """Turn a complaint of libyaml into one French sentence, placed inside the file."""
    snag = _snag(error, lines)
    trap = next(
        (one for one in SNAGS if one.complaint in snag.complaint and one.fits(snag)), UNKNOWN
    )
    line, column = snag.opened if trap.opened else (snag.line, snag.column)
    sentence = trap.sentence.format(
        sign=quoted(snag.sign), opener=_opener(snag), after=quoted(_after_backslash(snag))
    )
    return Diagnostic(file, line + 1, column + 1, sentence, trap.hint)


def lost_comment(event: yaml.ScalarEvent, lines: Sequence[str]) -> tuple[str, str] | None:
    """Tell the text that a ` #` silently takes from a plain value; None for a true comment.

    A true comment is written `  # ainsi`: two spaces before, one after, or it follows one word.
    """
    line, column = coordinates(event.end_mark)
    if line >= len(lines) or "#" not in lines[line]:
        return None
    rest = COMMENT.match(lines[line][column:])
    if rest is None or not rest["text"].strip():
        return None
    glued = rest["text"][0] not in " \t#-="
    prose = rest["gap"] == " " and " " in event.value
    if not glued and not prose:
        return None
    return (
        f"{quoted('#' + rest['text'])} est lu comme un commentaire et disparaît du texte",
        "entourez le texte de guillemets ; un vrai commentaire s'écrit « ␣␣#␣… »",
    )


def _snag(error: yaml.YAMLError, lines: Sequence[str]) -> Snag:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    opened = getattr(error, "context_mark", None) or mark
    complaint = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}"
    place = _inside(mark, lines)
    return Snag(complaint, lines, *place, _inside(opened, lines))


def coordinates(mark: Mark | None) -> tuple[int, int]:
    """Read a mark of libyaml: a line and a column, from 0."""
    return (mark.line, mark.column) if mark else (0, 0)


def _inside(mark: Mark | None, lines: Sequence[str]) -> tuple[int, int]:
    """Keep a mark inside the file: libyaml may point past its end."""
    line, column = coordinates(mark)
    if line >= len(lines):
        return len(lines) - 1, len(lines[-1])
    return line, min(column, len(lines[line]))


def _opener(snag: Snag) -> str:
    line, column = snag.opened
    return snag.lines[line][column : column + 1]


def _after_backslash(snag: Snag) -> str:
    return snag.text[snag.column + 1 : snag.column + 2]
