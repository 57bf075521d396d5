"""French rules of composition: spaces, apostrophes, emphasis, and where words may be cut."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

NARROW = "\u202f"
FIXED = "\u00a0"
SOFT = "\u00ad"
ADDED = frozenset((NARROW, FIXED, "’", "…", "−"))
"""The characters that `french` may put where there were others."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_UNITS = "€|%|k€|M€|ha|km²|km|m²|m³|mm|cm|m|kg|t|h|min|°C|pt"

_SPACE = "[\u00a0\u202f ]"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[ \t]+"), " "),
    (re.compile(r"['ʼ]"), "’"),
    (re.compile(r"\.{3}"), "…"),
    (re.compile(r"(?<![\w\-–−.,/])-(?=[0-9])"), "−"),
    (re.compile(rf"{_SPACE}+(?=[;!?»])"), NARROW),
    (re.compile(r"(?<=[\w’)\]…_»])(?=[;!?])|(?<=[\w’)\]…_.!?])(?=»)"), NARROW),
    (re.compile(rf"«{_SPACE}*(?=\S)"), "«" + NARROW),
    (re.compile(rf"(?:(?<=[^\W\d_])|{_SPACE}+):(?=\s|$)"), FIXED + ":"),
    (re.compile(rf"(?<=[0-9])(?<![0-9]{{4}}){_SPACE}(?=[0-9]{{3}}(?![0-9]))"), NARROW),
    (re.compile(rf"(?<=[0-9]){_SPACE}?(?=[€%])|(?<=[0-9]) (?=(?:{_UNITS})(?!\w))"), FIXED),
    (re.compile(rf"(?<=[0-9]{FIXED}h) (?=[0-9])"), FIXED),
    (re.compile(r"\b([nN]°|p\.|art\.|M\.|Mme) (?=\S)"), r"\1" + FIXED),
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
    pieces: list[str] = []
    end = 0
    for address in _ADDRESS.finditer(text):
        pieces += [_ruled(text[end : address.start()]), address[0]]
        end = address.end()
    return "".join([*pieces, _ruled(text[end:])])


def _ruled(text: str) -> str:
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


@lru_cache(maxsize=4096)
def paragraphs(prose: str) -> tuple[str, ...]:
    """Split prose where a line ends: folded YAML keeps one line end per blank line."""
    return tuple(french(part) for part in re.split(r"\s*\n\s*", prose.strip()) if part)


_EMPHASIS = re.compile(r"(?<![\w/])_(?=\S)(.+?)(?<=\S)_(?![\w/])")


def spans(paragraph: str) -> tuple[Span, ...]:
    """Read `_ainsi_` as emphasis; an underscore inside a word stays."""
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
def syllables(word: str) -> tuple[str, ...]:
    """Cut a word where French hyphenates it, three letters at least on each side.

    A word with a capital or a digit stays whole; punctuation around it stays attached.
    """
    found = _CUTTABLE.match(word)
    if found is None or word != word.lower():
        return (word,)
    start = found.start("core")
    cuts = [start + place for place in _hyphenator().positions(found["core"])]
    bounds = [0, *cuts, len(word)]
    return tuple(word[start:end] for start, end in pairwise(bounds))


@lru_cache(maxsize=1)
def _hyphenator() -> "pyphen.Pyphen":  # type: ignore[name-defined]  # noqa: F821
    import pyphen  # noqa: PLC0415 - its dictionary is read only when a line needs it

    return pyphen.Pyphen(lang="fr_FR", left=3, right=3)


_SEAMS = re.compile(r"(?<=\w{2}-)(?=[a-zà-ÿœ]\w{2})|(?<=\w{3}/)(?=\w{3})")


def pieces(word: str) -> tuple[str, ...]:
    """Cut a word where it may break with nothing added: an address at slashes, else at hyphens."""
    if _ADDRESS.match(word):
        return tuple(re.findall(r"[^/]*/+|[^/]+$", word)) or (word,)
    return tuple(_SEAMS.split(word))
