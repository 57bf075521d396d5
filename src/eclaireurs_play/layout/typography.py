"""French rules of composition: spaces, apostrophes, emphasis, and where words may be cut."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

Tongue = Literal["fr", "en"]
"""A language that texts are set in."""

NARROW = "\u202f"
FIXED = "\u00a0"
SOFT = "\u00ad"
ADDED = frozenset((NARROW, FIXED, "’", "…", "−"))
"""The characters that `french` may put where there were others."""

_ADDRESSED = "://", "www."
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_UNITS = "€|%|k€|M€|ha|km²|km|m²|m³|mm|cm|m|kg|t|h|min|°C|pt"

_SPACE = "[\u00a0\u202f ]"

_DIGITS = "0123456789"


class _Rule(NamedTuple):
    """What is looked for in a text that holds one of some signs, and what takes its place."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    replacement: str


def _rule(signs: Iterable[str], pattern: str, replacement: str) -> _Rule:
    return _Rule(tuple(signs), re.compile(pattern), replacement)


_RULES = (
    _rule(("  ", "\t"), r" [ \t]+|\t[ \t]*", " "),
    _rule("'ʼ", r"['ʼ]", "’"),
    _rule(("...",), r"\.{3}", "…"),
    _rule("-", r"(?<![\w\-–−.,/])-(?=[0-9])", "−"),
    _rule(";!?»", rf"{_SPACE}+(?=[;!?»])", NARROW),
    _rule(";!?»", r"[;!?](?<=[\w’)\]…_»].)|»(?<=[\w’)\]…_.!?].)", NARROW + r"\g<0>"),
    _rule("«", rf"«{_SPACE}*(?=\S)", "«" + NARROW),
    _rule(":", rf"(?:(?<=[^\W\d_])|{_SPACE}+):(?=\s|$)", FIXED + ":"),
    _rule(_DIGITS, rf"(?<=[0-9])(?<![0-9]{{4}}){_SPACE}(?=[0-9]{{3}}(?![0-9]))", NARROW),
    _rule(_DIGITS, rf"(?<=[0-9]){_SPACE}?(?=[€%])|(?<=[0-9]) (?=(?:{_UNITS})(?!\w))", FIXED),
    _rule((f"{FIXED}h ",), rf"(?<=[0-9]{FIXED}h) (?=[0-9])", FIXED),
    _rule(
        ("n° ", "N° ", "p. ", "art. ", "M. ", "Mme "),
        r"\b([nN]°|p\.|art\.|M\.|Mme) (?=\S)",
        r"\1" + FIXED,
    ),
)


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a paragraph in one voice: plain, or emphasised."""

    text: str
    emphasis: bool = False


@lru_cache(maxsize=4096)
def french(text: str) -> str:
    """Set the spaces, apostrophes and suspension points that French wants; addresses stay.

    Applied twice it changes nothing more.
    """
    if not any(map(text.__contains__, _ADDRESSED)):
        return _ruled(text)
    pieces: list[str] = []
    end = 0
    for address in _ADDRESS.finditer(text):
        pieces += [_ruled(text[end : address.start()]), address[0]]
        end = address.end()
    return "".join([*pieces, _ruled(text[end:])])


def _ruled(text: str) -> str:
    for rule in _RULES:
        if any(map(text.__contains__, rule.signs)):
            text = rule.pattern.sub(rule.replacement, text)
    return text


_ENGLISH: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[ \t]+"), " "),
    (re.compile(r"\.{3}"), "…"),
    (re.compile(r"(?<![^\s(\[“‘—-])\"(?=\S)"), "“"),
    (re.compile(r"\""), "”"),
    (re.compile(r"(?<![^\s(\[“—-])'(?=\S)"), "‘"),
    (re.compile(r"'"), "’"),
)


@lru_cache(maxsize=4096)
def english(text: str) -> str:
    """Set the quotation marks, apostrophes and ellipses that English wants."""
    for pattern, replacement in _ENGLISH:
        text = pattern.sub(replacement, text)
    return text


@lru_cache(maxsize=4096)
def paragraphs(prose: str, tongue: Tongue = "fr") -> tuple[str, ...]:
    """Split prose where a line ends: folded YAML keeps one line end per blank line."""
    ruled = french if tongue == "fr" else english
    return tuple(ruled(part) for line in prose.split("\n") if (part := line.strip()))


_EMPHASIS = re.compile(r"(?<![\w/])_(?=\S)(.+?)(?<=\S)_(?![\w/])")


def spans(paragraph: str) -> tuple[Span, ...]:
    """Read `_ainsi_` as emphasis; an underscore inside a word stays."""
    if "_" not in paragraph:
        return (Span(paragraph),) if paragraph else ()
    found: list[Span] = []
    end = 0
    for mark in _EMPHASIS.finditer(paragraph):
        found += [Span(paragraph[end : mark.start()]), Span(mark[1], emphasis=True)]
        end = mark.end()
    found.append(Span(paragraph[end:]))
    return tuple(span for span in found if span.text)


def plain(paragraph: str) -> str:
    """Take the marks of emphasis away."""
    return "".join(span.text for span in spans(paragraph))


_CUTTABLE = re.compile(
    r"^[«“(\[\u202f]*(?:\w{1,5}’)?(?P<core>[^\W\d_]{6,})[)\]»”.,;:!?…\u202f\u00a0]*$"
)
_CLINGING = re.compile(r"^[^\w]*(?:[^\W\d_]|[0-9]+)$")


@lru_cache(maxsize=8192)
def clings(word: str) -> bool:
    """Tell whether a line should not end on a word: a single letter (« à », « y ») or a number."""
    return bool(_CLINGING.match(word))


@lru_cache(maxsize=8192)
def syllables(word: str, tongue: Tongue = "fr") -> tuple[str, ...]:
    """Cut a word where its language hyphenates it, three letters at least on each side.

    A word with a capital or a digit stays whole; punctuation around it stays attached.
    """
    found = _CUTTABLE.match(word)
    if found is None or word != word.lower():
        return (word,)
    start = found.start("core")
    cuts = [start + place for place in _hyphenator(tongue).positions(found["core"])]
    bounds = [0, *cuts, len(word)]
    return tuple(word[start:end] for start, end in pairwise(bounds))


@lru_cache(maxsize=2)
def _hyphenator(tongue: Tongue) -> "pyphen.Pyphen":  # type: ignore[name-defined]  # noqa: F821
    import pyphen  # noqa: PLC0415 - its dictionary is read only when a line needs it

    return pyphen.Pyphen(lang=_PATTERNS[tongue], left=3, right=3)


_PATTERNS: dict[Tongue, str] = {"fr": "fr_FR", "en": "en_GB"}
_SEAMS = re.compile(r"(?<=\w{2}-)(?=[a-zà-ÿœ]\w{2})|(?<=\w{3}/)(?=\w{3})")


def pieces(word: str) -> tuple[str, ...]:
    """Cut a word where it may break with nothing added: an address at slashes, else at hyphens."""
    if "-" not in word and "/" not in word:
        return (word,)
    if _ADDRESS.match(word):
        return tuple(re.findall(r"[^/]*/+|[^/]+$", word)) or (word,)
    return tuple(_SEAMS.split(word))
