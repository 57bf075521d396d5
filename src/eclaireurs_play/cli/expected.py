"""What a session waits for now, as lines that a person could type."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from eclaireurs_play.cli.words import _
from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import Blanks, Options, Pile, Scale
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.layout import typography
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.notation.reading import VERBS
from eclaireurs_play.play.session import Session

SHOWN = 8
COLUMN = 44


class Expected(NamedTuple):
    """A line to type, and what it answers."""

    line: str
    prompt: str


def expected(session: Session) -> list[Expected]:
    """List what the phase waits for, whoever it is from."""
    return [
        Expected(_line(session, actor, ask), ask.prompt.strip())
        for actor, ask in _asked(session)
        if ask.needed and ask.guard is None
    ]


def _asked(session: Session) -> Iterator[tuple[str, Ask]]:
    for actor in (*session.state.seats, GROUP, FACILITATOR):
        yield from ((actor, ask) for ask in session.legal_actions(actor))


def told(waited: list[Expected], width: int) -> Iterator[str]:
    """Write what is expected, each line followed by its whole question."""
    for one in waited[:SHOWN]:
        question = list(wrapped(one.prompt, width, " " * 6))
        line = f"  → {one.line:<{COLUMN}} {''.join(question).strip()}"
        if len(question) == 1 and len(line) <= width:
            yield line
        else:
            yield from (f"  → {one.line}", *question)
    if len(waited) > SHOWN:
        yield _("    … et {count} autres").format(count=len(waited) - SHOWN)


def wrapped(prose: str, width: int, margin: str = "  ") -> Iterator[str]:
    """Cut prose into lines, no punctuation alone at the start of one."""
    for paragraph in typography.paragraphs(prose):
        text = typography.plain(paragraph)
        yield from textwrap.wrap(text, width, initial_indent=margin, subsequent_indent=margin)


def shortened(text: str, width: int) -> str:
    """Keep a text on one line."""
    flat = " ".join(text.split()) if "\n" in text else text
    return flat if len(flat) <= width else flat[: width - 1].rstrip() + "…"


def _line(session: Session, actor: str, ask: Ask) -> str:
    """Show the line that would answer what is asked."""
    match ask.do, ask.domain:
        case "draw", Pile(cards, True) if ask.about in session.rules.families:
            return f"{cards[0].partition('-')[0]}-… {actor}: …"
        case "draw", Pile(cards, True):
            return f"{actor} pioche {'|'.join(cards)}"
        case "choose", Options(options):
            return f"{actor} choisit {ask.about}={'|'.join(options)}"
        case "move", Scale(least, most):
            return f"{actor} va à {least:+d}…{most:+d}"
        case "fill", Blanks(fields):
            return f"{actor} remplit {ask.about} {_blanks(fields)}"
        case _:
            return _plain_line(actor, ask)


def _plain_line(actor: str, ask: Ask) -> str:
    lines = {
        "write": f"{ask.about} {actor}: …",
        "draw": f"{actor} pioche {ask.about}",
        "pass": f"{actor} passe",
        "close": "clôt",
    }
    return lines.get(ask.do, f"{actor} {ask.about}")


def _blanks(fields: Mapping[str, Field]) -> str:
    return " ".join(f"{name}=…" for name, field in fields.items() if field.required)


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
        *VERBS,
        *orders,
        *rules.game.forms,
        *(word for one in fields for word in _values(one)),
        *rules.cards,
    )
    return tuple(dict.fromkeys(found))


def _subjects(session: Session) -> Iterator[str]:
    """Write what may be chosen or answered now."""
    for _actor, ask in _asked(session):
        if isinstance(ask.domain, Options):
            yield from (f"{ask.about}={option}" for option in ask.domain.options)
        elif ask.do == "write":
            yield ask.about


def _values(fields: Mapping[str, Field]) -> Iterator[str]:
    """Write each field as it is filled, with its options when it has some."""
    for name, field in fields.items():
        options = field.one_of or field.many_of
        yield from (f"{name}={option}" for option in options) if options else (f"{name}=",)
