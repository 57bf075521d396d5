"""How interludes begin: the screen is passed, a sheet is read, a session is seen again."""

from pathlib import Path
from typing import Protocol

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import FACILITATOR
from eclaireurs_play.layout.look import Look
from eclaireurs_play.table.branches import branched
from eclaireurs_play.table.cards import Cards
from eclaireurs_play.table.film import Doing, Film
from eclaireurs_play.table.handing import Handing
from eclaireurs_play.table.interlude import Interlude
from eclaireurs_play.table.playing import Playing


class Holder(Protocol):
    """What an interlude may cover: the start screen."""

    look: Look
    library: Path | None
    interlude: Interlude | None

    def begin(self, opened: api.Opened, journal: Path) -> None:
        """Put a session on the table."""


def pass_the_screen(playing: Playing) -> None:
    """Let each person answer alone."""
    playing.interlude = Handing(playing, lambda: _over(playing))


def read_sheet(playing: Playing, seat: str) -> None:
    """Let one person read their private sheet."""
    playing.interlude = Handing(playing, lambda: _over(playing), "sheet", seat)


def _over(holder: Playing | Holder) -> None:
    holder.interlude = None


def watch(playing: Playing) -> None:
    """Show the session so far as a film, from its end; one may come back to any moment."""
    if playing.sealed():
        return

    def back(at: int) -> None:
        _over(playing)
        playing.back_to(at)

    def branch(at: int) -> None:
        if playing.begin is not None and playing.journal is not None:
            playing.begin(*branched(playing.opened, at, playing.journal))

    kept = playing.begin is not None and playing.journal is not None
    mine = branch if kept and _is_played(playing.opened) else None
    doing = Doing(lambda: _over(playing), back, mine)
    playing.interlude = Film(playing.opened, playing.cards, doing, at=len(playing.session.played))


def film_of(holder: Holder, opened: api.Opened, journal: Path) -> Film:
    """Make the film of a session that is kept, from its opening."""

    def branch(at: int) -> None:
        other = branched(opened, at, journal)
        _over(holder)
        holder.begin(*other)

    cards = Cards(opened.content, holder.look, holder.library)
    mine = branch if _is_played(opened) else None
    return Film(opened, cards, Doing(lambda: _over(holder), branch=mine))


def _is_played(opened: api.Opened) -> bool:
    """Tell whether a branch could differ: a session that plays by itself plays the same again."""
    return FACILITATOR not in opened.session.setup.simulated
