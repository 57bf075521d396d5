"""What every piece of content shares: frozen, strict about keys, honest about its origin."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints


class Model(BaseModel):
    """A frozen record a designer writes; an unknown key is a mistake."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False
    )


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A French ASCII identifier: `jeu-des-impacts`."""

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,3}-[0-9]{2,3}$")]
"""A card's short code, printed on it and typed back: `EF-07`."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=120)]
"""A title: one line, read at a glance."""

Prose = Annotated[str, StringConstraints(min_length=1, max_length=6000)]
"""Text for people; `_ainsi_` marks emphasis, a blank line starts a paragraph."""


class NotARule:
    """Marks a value that changes how a game is told or printed, not how it is played."""


NOT_A_RULE = NotARule()

Origin = Literal["text", "inferred", "invented"]
"""Whether a rule stands in the source, follows from it, or is ours."""
