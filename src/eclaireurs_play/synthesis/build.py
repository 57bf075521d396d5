"""Building the synthesis of a session: the game's own parts in a frame that never changes."""

from eclaireurs_play.engine.gestures import Audience
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State
from eclaireurs_play.synthesis import frame, tail
from eclaireurs_play.synthesis.agreement import agreement
from eclaireurs_play.synthesis.boards import received
from eclaireurs_play.synthesis.document import Blocks, Document, Heading
from eclaireurs_play.synthesis.gaps import gaps
from eclaireurs_play.synthesis.improvised import improvised
from eclaireurs_play.synthesis.reading import read
from eclaireurs_play.synthesis.sections import Part, parts


def build(
    rules: Rules,
    state: State,
    audience: Audience,
    *,
    credits: tuple[str, ...] = (),  # noqa: A002 - what they are
) -> Document:
    """Write the synthesis of any state for an audience; `credits` are lines on decks and content.

    The first part that a game plans opens the document, before the situation: a game that plans
    none begins with the situation.
    """
    reading = read(rules, state, audience)
    written = parts(reading)
    first = 1 if rules.game.synthesis else 0
    blocks = (
        *frame.opening(reading),
        *_blocks(written[:first]),
        *frame.situation(reading),
        *received(reading),
        *frame.parties(reading),
        *_blocks(written[first:]),
        *agreement(reading),
        *improvised(reading),
        *tail.lookups(reading),
        *tail.notes(reading),
        *gaps(reading, written),
        *tail.recipients_blocks(reading),
        *tail.credits_blocks(rules, credits),
    )
    return Document(frame.document_title(rules), blocks)


def _blocks(written: tuple[Part, ...]) -> Blocks:
    return tuple(block for part in written for block in (Heading(2, part.title), *part.blocks))
