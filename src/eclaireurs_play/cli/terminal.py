"""The prompt at a terminal: history, completion, and what is expected always in view."""

from collections.abc import Callable, Iterable, Iterator
from shutil import get_terminal_size

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from typing_extensions import override

from eclaireurs_play.cli.expected import expected, is_being_said, shortened, vocabulary
from eclaireurs_play.cli.telling import aside
from eclaireurs_play.cli.words import _
from eclaireurs_play.play.notation.words import plain
from eclaireurs_play.play.session import Session


class Notation(Completer):
    """Completes the words of the notation, never what people say."""

    def __init__(self, words: Callable[[], Iterable[str]]) -> None:
        self.words = words

    @override
    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        before = document.text_before_cursor
        if is_being_said(before):
            return
        begun = before.rpartition(" ")[2].rpartition("{")[2]
        for word in self.words() if begun else ():
            if plain(word).startswith(plain(begun)) and word != begun:
                yield Completion(word, start_position=-len(begun))


def typed(session: Callable[[], Session], orders: tuple[str, ...]) -> Iterator[str]:
    """Give the lines of a person: Ctrl-C clears a line, Ctrl-D leaves."""
    prompt: PromptSession[str] = PromptSession(
        completer=Notation(lambda: vocabulary(session(), orders)),
        bottom_toolbar=lambda: _awaited(session()),
    )
    while True:
        try:
            yield prompt.prompt("› ")
        except KeyboardInterrupt:
            aside(_("Ligne effacée ; « quitte » pour partir."))
        except EOFError:
            return


def _awaited(session: Session) -> str:
    """Say on one line where the session is and what comes first."""
    leaf = session.state.leaf
    if leaf is None:
        return ""
    first = next(iter(expected(session)), None)
    awaited = f" → {first.line}   {first.prompt}" if first else ""
    title = session.rules.phases[leaf.phase].title
    return shortened(f"{title}{awaited}", get_terminal_size().columns)
