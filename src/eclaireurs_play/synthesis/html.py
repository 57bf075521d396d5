"""Markdown, perhaps edited by a person, as one page that prints well and needs nothing else.

No tag of the text goes through: markup comes from Markdown alone, figures from the caller.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from importlib.resources import files
from itertools import zip_longest
from string import Template

from markdown_it import MarkdownIt
from markdown_it.token import Token

from eclaireurs_play.layout.typography import french

_PLACE = re.compile(r"^<!-- *([a-z0-9-]+) *-->$")
_SAFE = re.compile(r"[A-Za-z0-9 ]")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the table of contents."""

    anchor: str
    title: str


def to_html(markdown: str, figures: Mapping[str, str], title: str) -> str:
    """Make the page; a paragraph that is only `<!-- name -->` becomes the figure of that name.

    `figures` are SVG by name; a place whose figure is not given is left out.
    """
    tokens = list(_placed(_reader().parse(markdown), figures))
    for token, inside in zip_longest(tokens, tokens[1:]):
        _set_in_french(token)
        _describe(token, inside)
    head, body, entries = _sectioned(tokens)
    return _template("page.html").substitute(
        title=escape(french(title)),
        foot=_css_string(french(title)),
        style=_asset("page.css"),
        head=_rendered(head),
        contents="".join(
            f'<li><a href="#{one.anchor}">{escape(one.title)}</a></li>' for one in entries
        ),
        body=_rendered(body),
    )


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


@lru_cache(maxsize=4)
def _asset(name: str) -> str:
    return files("eclaireurs_play.synthesis").joinpath(name).read_text(encoding="utf-8")


def _template(name: str) -> Template:
    return Template(_asset(name))


def _rendered(tokens: list[Token]) -> str:
    reader = _reader()
    return str(reader.renderer.render(tokens, reader.options, {}))


def _raw(html: str) -> Token:
    """Make a token of our own markup."""
    return Token("html_block", "", 0, content=html)


def _placed(tokens: list[Token], figures: Mapping[str, str]) -> Iterator[Token]:
    """Put figures where their names stand."""
    place = 0
    while place < len(tokens):
        found = _PLACE.match(tokens[place + 1].content) if _is_paragraph(tokens, place) else None
        if found is None:
            yield tokens[place]
            place += 1
            continue
        if found[1] in figures:
            yield _raw(f'<figure class="drawing">{figures[found[1]]}</figure>\n')
        place += 3


def _is_paragraph(tokens: list[Token], place: int) -> bool:
    return tokens[place].type == "paragraph_open" and tokens[place].level == 0


def _set_in_french(token: Token) -> None:
    """Set the spaces and apostrophes of words, never of addresses nor of code."""
    for child in token.children or ():
        if child.type == "text":
            child.content = french(child.content)


def _describe(token: Token, inside: Token | None) -> None:
    """Say what a head of column heads, and which paragraphs are wholly set back."""
    if token.type == "th_open":
        token.attrSet("scope", "col")
    if token.type == "paragraph_open" and inside and _is_soft(inside.children or []):
        token.attrSet("class", "soft")


def _is_soft(children: list[Token]) -> bool:
    """Tell whether words are emphasised from the first to the last."""
    words = [child for child in children if child.type != "text" or child.content]
    levels = [child.nesting for child in words]
    return (
        bool(words)
        and words[0].type == "em_open"
        and words[-1].type == "em_close"
        and all(sum(levels[:place]) > 0 for place in range(1, len(levels)))
    )


def _sectioned(tokens: list[Token]) -> tuple[list[Token], list[Token], list[_Entry]]:
    """Cut at each heading of level 2: what precedes the first, then labelled sections."""
    head: list[Token] = []
    body: list[Token] = []
    entries: list[_Entry] = []
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0 and following:
            anchor = f"partie-{len(entries) + 1}"
            token.attrSet("id", anchor)
            body.append(_raw(("</section>\n" if entries else "") + _section(anchor)))
            entries.append(_Entry(anchor, _text_of(following)))
        (body if entries else head).append(token)
    return head, [*body, *([_raw("</section>\n")] if entries else [])], entries


def _section(anchor: str) -> str:
    return f'<section aria-labelledby="{anchor}">\n'


def _text_of(inline: Token) -> str:
    """Join the words of a heading, without its marks."""
    return "".join(
        child.content for child in inline.children or () if child.type in {"text", "code_inline"}
    )


def _css_string(text: str) -> str:
    """Write a text inside a CSS string: whatever is not plain is escaped by its code."""
    return "".join(one if _SAFE.match(one) else f"\\{ord(one):x} " for one in text)
