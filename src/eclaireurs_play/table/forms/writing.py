"""The form of words: what someone said, an objection, numbers drawn from a hat."""

from functools import partial

from eclaireurs_play.engine.domains import Lot, Objection, Text
from eclaireurs_play.engine.gestures import Audience, Gesture, Write
from eclaireurs_play.layout.display import Box
from eclaireurs_play.table.brush import Brush, Chip
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.fields import field_of
from eclaireurs_play.table.forms.base import Asked, Done
from eclaireurs_play.table.words import _

FIELD = "form:text"
ROWS = 4


class WordsForm:
    """A text to type, and who may read it where that can be chosen."""

    def __init__(self, asked: Asked, done: Done) -> None:
        del done
        domain = asked.ask.domain
        assert isinstance(domain, Text | Objection | Lot)  # noqa: S101 - the registry keeps them together
        self.asked = asked
        self.editor = Editor(longest=domain.longest if isinstance(domain, Text) else 5000)
        self.to: Audience = "public"
        self.chooses = isinstance(domain, Text) and not domain.aloud
        self.label = _("Écrire")

    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Draw the field, then who may read it."""
        place = Box(left, top, width, 0)
        top = field_of(brush, (FIELD, _("Ce qui est dit…")), self.editor, place, ROWS) + 2
        if not self.chooses or self.asked.rules.phases[self._phase].hidden:
            return top - 2
        audiences: tuple[tuple[Audience, str], ...] = (
            ("public", _("Pour tout le monde")),
            ("parties", _("Entre nous, hors écran")),
            ("facilitator", _("Pour la personne qui anime")),
        )
        items = [
            Chip(
                f"form:to:{to}",
                words,
                "chosen" if to == self.to else "quiet",
                partial(self._for, to),
            )
            for to, words in audiences
        ]
        return brush.chips(items, left, top, width, size=9.5)

    @property
    def _phase(self) -> str:
        return self.asked.state.leaf.phase if self.asked.state.leaf else ""

    def _for(self, to: Audience) -> None:
        self.to = to

    def gesture(self) -> Gesture | None:
        """Give the words, once there are some."""
        text = self.editor.text.strip()
        return Write(self.asked.ask.about, text, self.to) if text else None
