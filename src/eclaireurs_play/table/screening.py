"""The desk while a film of the session is shown: where it is, what is told, the keys."""

from functools import partial
from typing import Protocol

from eclaireurs_play import api
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import HEAVY, STRONG
from eclaireurs_play.table.brush import BODY, LARGE, SMALL, Brush, Chip, Kind
from eclaireurs_play.table.log import Told
from eclaireurs_play.table.words import _

GAP, RAIL = 6.0, 78.0
NARROW = 200.0
"""Width in mm under which the phases no longer stand beside what is told."""

SEEN = 14
"""How many lines told before the moment shown stay in sight."""

LONGEST = 420


class Shot(Protocol):
    """What the desk says of a film, and does to it."""

    opened: api.Opened
    at: int
    speed: int
    message: str

    @property
    def running(self) -> bool:
        """Tell whether it plays."""

    @property
    def told(self) -> tuple[Told, ...]:
        """Tell the session."""

    @property
    def phases(self) -> tuple[Told, ...]:
        """List where each phase opens."""

    @property
    def bookmarks(self) -> tuple[Told, ...]:
        """List the moments that people marked."""

    @property
    def phase(self) -> Told | None:
        """Give the last phase that opened."""

    @property
    def last(self) -> int:
        """Give the end of the film."""

    @property
    def doing(self) -> "Possible":
        """Say what else it can do."""

    def go(self, count: int) -> None:
        """Show a moment."""

    def step(self, way: int) -> None:
        """Go to the image that follows, or to the one before."""

    def leap(self, way: int) -> None:
        """Go to the phase that follows, or to one before."""

    def toggle(self) -> None:
        """Play or pause."""

    def pace(self, speed: int) -> None:
        """Choose a speed."""

    def close(self) -> None:
        """Leave the film."""

    def back(self) -> None:
        """Take the session back to the moment shown."""

    def branch(self) -> None:
        """Go on otherwise from the moment shown."""


class Possible(Protocol):
    """What a film may do to its session; None where it makes no sense."""

    @property
    def back(self) -> object:
        """Come back to a moment."""

    @property
    def branch(self) -> object:
        """Go on otherwise from a moment."""


def draw_film(brush: Brush, film: Shot) -> None:
    """Draw a frame: the phases on the left, what is told, the bar and the keys below."""
    title = film.opened.session.rules.scenario.title
    width = brush.width - 2 * GAP
    top = brush.prose(_("Le film de la séance"), GAP, 6, width, LARGE, voice=HEAVY)
    brush.word(title, (GAP, top + 4), SMALL + 1, colour=brush.colours.soft, room=width)
    top += 9
    low = _keys(brush, film)
    low = _bar(brush, film, low - 9) - 3
    left = GAP
    if brush.width >= NARROW:
        rail = Box(left, top, RAIL, low - top)
        brush.panel("moments", rail, partial(_moments, film=film))
        left += RAIL + GAP
    box = Box(left, top, brush.width - left - GAP, low - top)
    brush.rect(box, fill=brush.colours.paper, stroke=brush.colours.faint)
    brush.panel("work", box, partial(_told, film=film))


def _moments(brush: Brush, left: float, top: float, width: float, *, film: Shot) -> float:
    """List the phases and the bookmarks; a press goes there."""
    top = brush.heading(_("Aller à"), left, top, width)
    for at, one in enumerate(film.phases):
        kind: Kind = "chosen" if one is film.phase else "plain"
        chip = Chip(f"film:phase:{at}", one.words, kind, partial(film.go, one.count))
        top = brush.chips([chip], left, top, width, size=BODY - 1) + 1.6
    if film.bookmarks:
        top = brush.heading(_("Signets"), left, top + 3, width)
    for at, one in enumerate(film.bookmarks):
        kind = "chosen" if one.count == film.at else "plain"
        chip = Chip(f"film:mark:{at}", one.words, kind, partial(film.go, one.count))
        top = brush.chips([chip], left, top, width, size=BODY - 1) + 1.6
    return top


def _told(brush: Brush, left: float, top: float, width: float, *, film: Shot) -> float:
    """Write what happened up to the moment shown, the latest first and larger."""
    lines = [one for one in film.told if one.count <= film.at][-SEEN:]
    left, width, top = left + 5, width - 10, top + 4
    for one in reversed(lines):
        now = one.count == lines[-1].count
        words = one.words if len(one.words) <= LONGEST else f"{one.words[:LONGEST]}…"
        size = LARGE if now else BODY
        colour = brush.colours.ink if now else brush.colours.soft
        if one.opens:
            top = brush.prose(words, left, top + 1, width, size, voice=STRONG, colour=colour) + 3
        else:
            top = brush.prose(words, left, top, width, size, colour=colour, leading=1.3) + 3
    return top


def _bar(brush: Brush, film: Shot, y: float) -> float:
    """Draw how far the film is, with a mark where each phase opens; a press goes there."""
    left, width = GAP, brush.width - 2 * GAP
    whole = max(1, film.last)
    brush.rect(Box(left, y + 2, width, 2.4), fill=brush.colours.faint, radius=1.2)
    brush.rect(Box(left, y + 2, max(2.4, width * film.at / whole), 2.4), fill=brush.colours.ink,
               radius=1.2)  # fmt: skip
    for one in film.phases:
        x = left + width * one.count / whole
        brush.rect(Box(x - 0.3, y + 0.4, 0.6, 5.6), fill=brush.colours.soft, radius=0)
    for one in film.bookmarks:
        brush.dot(left + width * one.count / whole, y - 0.6, full=True, radius=1)

    def point(x: float, y: float, on: bool) -> None:  # noqa: FBT001 - what a scene's hit calls
        del y, on
        film.go(round((x - left) / width * whole))

    words = _("geste {at} sur {last}").format(at=film.at, last=film.last)
    brush.hit("film:bar", Box(left, y - 1, width, 8), words, lambda: None, point=point)
    return y


def _keys(brush: Brush, film: Shot) -> float:
    """Draw the keys in rows, from the bottom; gives where they begin."""
    paces = (_("lent"), _("normal"), _("rapide"), _("très rapide"))
    playing = _("Pause") if film.running else _("Lire le film")
    items = [
        Chip("film:play", playing, "main", film.toggle),
        Chip("film:before", _("← Reculer"), "plain", partial(film.step, -1)),
        Chip("film:after", _("Avancer →"), "plain", partial(film.step, 1)),
        Chip("film:leap:back", _("Étape d'avant"), "plain", partial(film.leap, -1)),
        Chip("film:leap", _("Étape suivante"), "plain", partial(film.leap, 1)),
        *(
            Chip(f"film:pace:{at}", words, "chosen" if at == film.speed else "quiet",
                 partial(film.pace, at))
            for at, words in enumerate(paces)
        ),
    ]  # fmt: skip
    leaving = [Chip("film:close", _("Fermer le film"), "plain", film.close)]
    if film.doing.back is not None and film.at < film.last:
        leaving.insert(0, Chip("film:back", _("Revenir à ce moment"), "plain", film.back))
    if film.doing.branch is not None:
        leaving.insert(0, Chip("film:branch", _("Et si ? Repartir d'ici dans une autre séance"),
                               "plain", film.branch))  # fmt: skip
    width = brush.width - 2 * GAP
    probe = Brush(brush.look, brush.colours, (brush.width, brush.height), brush.ui)
    tall = probe.chips(leaving, GAP, probe.chips(items, GAP, 0, width) + 2, width)
    note = brush.setting(film.message, width, BODY).height + 2 if film.message else 0.0
    top = brush.height - GAP - tall - note
    low = brush.chips(items, GAP, top, width)
    low = brush.chips(leaving, GAP, low + 2, width)
    if film.message:
        brush.prose(film.message, GAP, low + 2, width, voice=STRONG, colour=brush.colours.accent)
    return top
