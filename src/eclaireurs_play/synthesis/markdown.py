"""A document as Markdown that a person edits in any editor; people's words stay words."""

import re
import unicodedata
from collections.abc import Iterable

from eclaireurs_play.synthesis.document import (
    Block,
    Bullets,
    Definitions,
    Document,
    Figure,
    Heading,
    Paragraph,
    Quotes,
    Span,
    Table,
    Words,
)

_SPECIAL = re.compile(r"[\\`*\[\]<~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_OPENING = re.compile(r"^(?:(?=#{1,6}(?:\s|$)|>|[+-](?:\s|$)|--|=+\s*$)|(\d{1,9})(?=[.)](?:\s|$)))")
_CLOSING = re.compile(r"(?<= )(?=#+$)")
_LINE_ENDS = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of the text after them."""

_BACKSLASH = r"\\"

_LISTS = (Bullets, Definitions)

_WRAPS = {"strong": "**", "emphasis": "*"}


def to_markdown(document: Document) -> str:
    """Write a document as Markdown; the place of a figure is a comment that bears its name."""
    written: list[str] = []
    marker = "-"
    for before, block in zip((None, *document.blocks), document.blocks, strict=False):
        apart = isinstance(before, _LISTS) and isinstance(block, _LISTS)
        marker = "*" if apart and marker == "-" else "-"
        written.append(_block(block, marker))
    return "\n\n".join(filter(None, written)) + "\n"


def _block(block: Block, marker: str) -> str:
    """Write a block; two lists that touch stay apart by their markers."""
    match block:
        case Heading():
            text = f"{'#' * block.level} {_CLOSING.sub(_BACKSLASH, _flat(block.text))}"
        case Paragraph():
            text = "\n\n".join(_lines(block.words))
        case Quotes():
            text = "\n\n".join(map(_quote, block.quotes))
        case Bullets():
            text = _list(block.items, "" if block.ordered else marker)
        case Definitions():
            text = _list(map(_definition, block.items), marker)
        case Table():
            text = _table(block)
        case Figure():
            text = f"<!-- {block.name} -->"
    return text


def _quote(words: Words) -> str:
    return "\n>\n".join(f"> {line}" for line in _lines(words))


def _definition(item: tuple[str, Words]) -> Words:
    """Give a term and what is said of it; a question needs no colon after it."""
    term, words = item
    return (Span(term, "strong"), Span(" " if term.endswith("?") else " : "), *words)


def _list(items: Iterable[Words], marker: str) -> str:
    """Write a list, numbered without a marker; an item's paragraphs go under its first words."""
    written = []
    for number, item in enumerate(items, start=1):
        mark = f"{marker or f'{number}.'} "
        written.append(mark + f"\n\n{' ' * len(mark)}".join(_lines(item)))
    return "\n".join(written)


def _table(table: Table) -> str:
    rule = "|".join(" --- " for _ in table.head)
    rows = (" | ".join(_cell(cell) for cell in row) for row in table.rows)
    head = " | ".join(_flat(cell) for cell in table.head)
    return "\n".join((f"| {head} |", f"|{rule}|", *(f"| {row} |" for row in rows)))


def _cell(words: Words) -> str:
    return " ".join("".join(map(_span, words)).split()) or " "


def _lines(words: Words) -> list[str]:
    """Write words, one string a paragraph."""
    text = "".join(_span(span) for span in words)
    stripped = (line.strip() for line in text.split("\n"))
    return [_OPENING.sub(_guarded, line) for line in stripped if line] or [""]


def _guarded(opening: re.Match[str]) -> str:
    """Keep what begins a line from reading as a heading, a list, a quote or a rule."""
    return f"{opening[1] or ''}\\"


def _span(span: Span) -> str:
    if span.style == "mark":
        return span.text
    if span.style == "plain":
        return _escaped(_clean(span.text))
    wrap = _WRAPS[span.style]
    text = _flat(span.text)
    return f"{wrap}{text}{wrap}" if text else ""


def _flat(text: str) -> str:
    return _escaped(" ".join(_clean(text).split()))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _clean(text: str) -> str:
    """Give every line end one form and take away what can't be seen but does harm."""
    text = _LINE_ENDS.sub("\n", text)
    return "".join(one for one in text if one == "\n" or _harmless(one))


def _harmless(one: str) -> bool:
    return one == "\t" or (unicodedata.category(one) not in {"Cc", "Cs"} and one not in _TURNING)
