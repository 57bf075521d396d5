"""A document as blocks of words, before it is written as Markdown.

Words from people are `plain` spans: a writer of documents shows them as they are, never as
markup. A line end inside them separates paragraphs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from eclaireurs_play.layout import typography
from eclaireurs_play.layout.impact_map import Legend, Mark

Style = Literal["plain", "strong", "emphasis", "mark"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one voice; a `mark` is a word of ours in brackets, such as [simulé]."""

    text: str
    style: Style = "plain"


Words = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title: 1 for the document, 2 for a section, and so on."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    words: Words


@dataclass(frozen=True, slots=True)
class Quotes:
    """What people said, each quote with who said it at its head."""

    quotes: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `ordered` when its order says something."""

    items: tuple[Words, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms, each with what is said of it."""

    items: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head, one line a cell."""

    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True)
class Figure:
    """A place where the map of what was rated goes; rows and columns have their titles by key."""

    name: str
    title: str
    rows: Mapping[str, str]
    columns: Mapping[str, str]
    marks: tuple[Mark, ...]
    legend: Legend


Block = Heading | Paragraph | Quotes | Bullets | Definitions | Table | Figure
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole synthesis: its title, also its first heading, and its blocks."""

    title: str
    blocks: Blocks


def plain(text: str) -> Words:
    """Give words as people wrote them."""
    return (Span(text),)


def strong(text: str) -> Words:
    """Give words to be seen first."""
    return (Span(text, "strong"),)


def soft(text: str) -> Words:
    """Give words set back from the rest."""
    return (Span(text, "emphasis"),)


def said(text: str) -> Paragraph:
    """Make a paragraph of plain words."""
    return Paragraph(plain(text))


def prose(text: str) -> tuple[Paragraph, ...]:
    """Make paragraphs of what a designer wrote, with its `_emphasis_`."""
    return tuple(
        Paragraph(
            tuple(
                Span(one.text, "emphasis" if one.emphasis else "plain")
                for one in typography.spans(paragraph)
            )
        )
        for paragraph in text.strip().split("\n")
        if paragraph.strip()
    )


def ended(sentence: str) -> str:
    """End a sentence with a full stop, unless something ends it already."""
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."


def flat(text: str) -> str:
    """Give a designer's prose as one line without marks of emphasis."""
    return typography.plain(" ".join(text.split()))
