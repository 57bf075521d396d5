"""What a session waits for now, as lines that a person could type."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from eclaireurs_play.cli import hints
from eclaireurs_play.cli.words import ngettext
from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import (
    Amounts,
    Blanks,
    Items,
    Objection,
    Options,
    Order,
    Terms,
    Text,
)
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.layout import typography
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.notation.verbs import READERS
from eclaireurs_play.play.session import Session

SHOWN = 8
COLUMN = 44
MARGIN = " " * 6


class Expected(NamedTuple):
    """A line to type, what it answers, what there is to choose from; who is asked for what."""

    line: str
    prompt: str
    choices: str
    asked: tuple[str, str, str]


def expected(session: Session) -> list[Expected]:
    """List what the phase waits for, whoever it is from."""
    return [
        Expected(
            hints.line(hints.Waited(session.rules, session.state, actor, ask)),
            ask.prompt.strip(),
            hints.choices(ask),
            (actor, ask.do, ask.about),
        )
        for actor, ask in _asked(session)
        if ask.needed and ask.guard is None
    ]


def _asked(session: Session) -> Iterator[tuple[str, Ask]]:
    for actor in (*session.state.seats, GROUP, FACILITATOR):
        yield from ((actor, ask) for ask in session.legal_actions(actor))


def told(waited: list[Expected], width: int, known: Iterable[str] = ()) -> Iterator[str]:
    """Write what is expected, each line followed by its whole question, then by its choices.

    The question of the line before is not written again, nor are choices already `known`.
    """
    asked, among = "", {"", *known}
    for one in waited[:SHOWN]:
        question = list(wrapped(one.prompt if one.prompt != asked else "", width, MARGIN))
        line = f"  → {one.line:<{COLUMN}} {''.join(question).strip()}".rstrip()
        if len(question) == 1 and len(line) <= width:
            yield line
        else:
            yield from (f"  → {one.line}", *question)
        yield from wrapped(one.choices if one.choices not in among else "", width, MARGIN)
        asked = one.prompt
        among.add(one.choices)
    if len(waited) > SHOWN:
        left = len(waited) - SHOWN
        yield ngettext("    … et {count} autre", "    … et {count} autres", left).format(count=left)


def wrapped(prose: str, width: int, margin: str = "  ") -> Iterator[str]:
    """Cut prose into lines, no punctuation alone at the start of one."""
    for paragraph in typography.paragraphs(prose):
        text = typography.plain(paragraph)
        yield from textwrap.wrap(
            text, width, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False
        )


def shortened(text: str, width: int) -> str:
    """Keep a text on one line."""
    flat = " ".join(text.split()) if "\n" in text else text
    return flat if len(flat) <= width else flat[: width - 1].rstrip() + "…"


_SAID = re.compile(r":\s[^{]*$|:\s.*\}\s*$")


def is_being_said(before: str) -> bool:
    """Tell whether what is being typed are someone's own words, which nothing completes."""
    return bool(_SAID.search(before))


def vocabulary(session: Session, orders: tuple[str, ...]) -> tuple[str, ...]:
    """List every word of the notation that means something now, what is asked first."""
    rules = session.rules
    fields = (rules.game.ratings, *(form.fields for form in rules.game.forms.values()))
    found = (
        *_subjects(session),
        *session.state.seats,
        FACILITATOR,
        GROUP,
        *READERS,
        *orders,
        *rules.game.forms,
        *(word for one in fields for word in _values(one)),
        *rules.cards,
    )
    return tuple(dict.fromkeys(found))


def _subjects(session: Session) -> Iterator[str]:
    """Write what may be chosen, filled, put in order or answered now."""
    for _actor, ask in _asked(session):
        match ask.domain:
            case Options(options, unwise=unwise):
                offered = (option for option in options if option not in unwise)
                yield from (f"{ask.about}={option}" for option in offered)
            case Terms(terms):
                yield ask.about
                yield from (f"{term}={one}" for term, options in terms.items() for one in options)
            case Order(items) | Items(items):
                yield from (ask.about, *items)
            case Amounts(items):
                yield from (ask.about, *(f"{item}=" for item in items))
            case Blanks(fields):
                yield from (ask.about, *_values(fields))
            case Text() | Objection():
                yield ask.about
            case _:
                pass


def _values(fields: Mapping[str, Field]) -> Iterator[str]:
    """Write each field as it is filled, with its options when it has some."""
    for name, field in fields.items():
        options = field.one_of or field.many_of
        yield from (f"{name}={option}" for option in options) if options else (f"{name}=",)
