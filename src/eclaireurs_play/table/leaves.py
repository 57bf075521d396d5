"""The pages of the projector, when a moment takes several: which one is shown, how to turn it."""

from dataclasses import dataclass

from eclaireurs_play.table.wall import Shown
from eclaireurs_play.table.words import _


@dataclass(slots=True)
class Leaves:
    """The page asked for, from 0, and how many there are."""

    page: int = 0
    count: int = 1
    _about: object = None

    def follow(self, shown: Shown) -> None:
        """Begin again at the first page when the projector is about something else."""
        about = (shown.state.actions, shown.leaf.phase if shown.leaf else "", shown.zoomed,
                 shown.reveals, shown.mapped, shown.rules.scenario.id)  # fmt: skip
        if about != self._about:
            self._about, self.page = about, 0

    def turn(self) -> None:
        """Go to the next page; the first follows the last."""
        self.page = (self.page + 1) % max(1, self.count)

    @property
    def words(self) -> str:
        """Say on the key that turns the page which one is shown."""
        return _("Projecteur : page {page} sur {count} (F3)").format(
            page=self.page % self.count + 1, count=self.count
        )
