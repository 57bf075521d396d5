"""Every mistake the program can explain: one base, one class per kind of mistake."""

from dataclasses import dataclass


class EclaireursError(Exception):
    """A mistake that one French sentence explains; the sentence is the message."""


class ContentError(EclaireursError):
    """What a designer wrote can't be used as it is; carries every diagnostic found."""

    def __init__(self, diagnostics: "tuple[Diagnostic, ...]") -> None:
        self.diagnostics = diagnostics
        super().__init__("\n".join(str(one) for one in diagnostics))


class NotFoundError(EclaireursError):
    """No game, scenario, kit or file has the name given."""


class RefusedError(EclaireursError):
    """The rules refuse an action; `code` is stable, the message is for people."""

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        super().__init__(sentence)


class NotationError(EclaireursError):
    """A line typed by a person can't be read as a gesture."""


class JournalError(EclaireursError):
    """A journal can't be read, or does not belong to the content at hand."""


class LayoutError(EclaireursError):
    """A text does not fit its place, or a glyph is missing."""


class OutputError(EclaireursError):
    """A file can't be written."""


class MissingExtraError(EclaireursError, ImportError):
    """A library that an optional extra brings is not installed."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem in one place: `file:line:column: sentence (hint)`.

    `line` and `column` count from 1; both are 0 when the whole file is meant.
    """

    file: str
    line: int
    column: int
    sentence: str
    hint: str = ""
    warning: bool = False

    def __str__(self) -> str:
        """Write the diagnostic as editors and people read it."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        level = "avertissement : " if self.warning else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}: {level}{self.sentence}{hint}"
