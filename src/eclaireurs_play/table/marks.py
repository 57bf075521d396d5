"""A bookmark whose name is being typed."""

from dataclasses import dataclass

from eclaireurs_play.table.editor import Editor

LONGEST = 60
"""Characters that the name of a bookmark may have."""


@dataclass(slots=True)
class Renaming:
    """The bookmark that is named otherwise, and what is typed so far."""

    name: str
    editor: Editor
