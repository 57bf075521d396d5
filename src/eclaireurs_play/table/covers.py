"""The desk while the screen goes from hand to hand: its cover, an answer, a private sheet."""

from functools import partial
from typing import Protocol

from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.layout.blocks import Column
from eclaireurs_play.layout.display import Box, Group
from eclaireurs_play.layout.look import HEAVY, STRONG
from eclaireurs_play.layout.panels import left_panel, right_panel
from eclaireurs_play.layout.seats import Place
from eclaireurs_play.play.people import said_names
from eclaireurs_play.table.brush import BODY, LARGE, TALL, Brush, Chip
from eclaireurs_play.table.offers import Offer
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.words import _, ngettext
from eclaireurs_play.table.workbench import draw_gesture

GAP, KEY = 12.0, 14.0
NAME = 44.0
SHEET = 11.0
"""Size of type of a private sheet, in points."""

TWO_COLUMNS = 190.0


class Handed(Protocol):
    """What a cover says and does."""

    playing: Playing
    anonymous: bool
    actor: str

    @property
    def purpose(self) -> str:
        """Say what the screen is passed for: `answers`, or a `sheet`."""

    @property
    def side(self) -> str:
        """Say which side is shown: `covered`, `open`, or `back`."""

    @property
    def waiting(self) -> tuple[str, ...]:
        """List whose answers are missing."""

    @property
    def people(self) -> tuple[str, ...]:
        """List who may take the screen."""

    @property
    def offer(self) -> Offer | None:
        """Give what is answered."""

    @property
    def may_unveil(self) -> bool:
        """Tell whether the phase may close."""

    def call(self, actor: str) -> None:
        """Call someone first."""

    def take(self) -> None:
        """Take the screen."""

    def hide(self) -> None:
        """Cover the screen."""

    def give_back(self) -> None:
        """Ask for the screen to go back."""

    def finish(self) -> None:
        """Show the desk again."""

    def unveil(self) -> None:
        """Close the phase."""


def draw_handing(brush: Brush, handed: Handed) -> None:
    """Draw a frame: covered, open to one person, or on its way back."""
    draw = {"covered": _cover, "open": _open, "back": _back}[handed.side]
    draw(brush, handed)


def _title(brush: Brush, over: str, name: str, under: str) -> tuple[float, float, float]:
    """Write a name as large as it fits under a line, with words below; gives where keys go."""
    width = min(brush.width - 2 * GAP, 260.0)
    left = (brush.width - width) / 2
    top = max(GAP, brush.height * 0.16)
    top = brush.prose(over, left, top, width, 20, colour=brush.colours.soft, align="centre") + 2
    size = NAME if brush.wide(name, NAME, "bold") < width else 26.0
    top = brush.prose(name, left, top, width, size, voice=HEAVY, align="centre", leading=1.15) + 3
    if under:
        top = brush.prose(under, left, top, width, LARGE - 2, colour=brush.colours.soft,
                          align="centre") + 2  # fmt: skip
    return left, top + 4, width


def _cover(brush: Brush, handed: Handed) -> None:
    """Hide everything, and say who takes the screen."""
    rules = handed.playing.session.rules
    seated = handed.playing.state.seats.get(handed.actor)
    under = said_names(seated.people) if seated else ""
    if handed.anonymous and not handed.actor:
        over, name = _("Passez l'écran"), _("À qui le tour ?")
        under = _("Prenez l'écran, et appuyez sur votre pseudonyme. Personne d'autre ne regarde.")
    else:
        over, name = _("Passez l'écran à"), capital(rules.name(handed.actor))
    left, top, width = _title(brush, over, name, under)
    others = [one for one in handed.people if one != handed.actor]
    if handed.actor:
        label = _("J'ai l'écran, personne ne regarde")
        top = _main(brush, "hand:take", label, (left, top, width), handed.take)
    if others and handed.purpose == "answers":
        if handed.actor:
            top = brush.note(_("Ou d'abord à :"), left, top + 4, width) + 1
        chips = (
            Chip(f"hand:call:{one}", capital(rules.name(one)), "plain", partial(handed.call, one))
            for one in others
        )
        top = brush.chips(chips, left, top, width, size=LARGE - 2)
    if handed.playing.message:
        brush.prose(handed.playing.message, left, top + 4, width, BODY, voice=STRONG,
                    colour=brush.colours.accent)  # fmt: skip
    _foot(brush, handed)


def _foot(brush: Brush, handed: Handed) -> None:
    """Say how far the round is, without telling who answered behind a pseudonym."""
    y = brush.height - GAP - TALL
    label = _("Rendre l'écran à la personne qui anime")
    wide = brush.wide(label, BODY) + 8
    brush.button("hand:back", label, Box(brush.width - GAP - wide, y, wide, TALL),
                 handed.give_back, kind="quiet")  # fmt: skip
    if handed.purpose == "answers":
        left = len(handed.waiting)
        words = ngettext("Encore {count} réponse attendue", "Encore {count} réponses attendues",
                         left)  # fmt: skip
        room = brush.width - 3 * GAP - wide
        brush.word(words, (GAP, y + 5.6), colour=brush.colours.soft, room=room)


def _main(
    brush: Brush, name: str, label: str, place: tuple[float, float, float], do: object
) -> float:
    left, top, width = place
    wide = min(width, max(70.0, brush.wide(label, LARGE - 1, "semibold") + 14))
    box = Box(left + (width - wide) / 2, top, wide, KEY)
    brush.button(name, label, box, do, kind="main", size=LARGE - 1, main=True)  # type: ignore[arg-type]
    return top + KEY + 2


def _open(brush: Brush, handed: Handed) -> None:
    """Show one person what is theirs, and the key that hides it."""
    label = _("J'ai lu : cacher") if handed.purpose == "sheet" else _("Cacher sans répondre")
    wide = brush.wide(label, BODY + 1, "semibold") + 10
    low = brush.height - GAP - TALL
    message, room = handed.playing.message, brush.width - 3 * GAP - wide
    if message:
        low = min(low, brush.height - GAP / 2 - brush.setting(message, room, voice=STRONG).height)
    draw = _sheet if handed.purpose == "sheet" else _answer
    box = Box(GAP, GAP, brush.width - 2 * GAP, low - GAP - 4)
    brush.rect(box, fill=brush.colours.paper, stroke=brush.colours.faint)
    brush.panel("work", box, partial(draw, handed=handed))
    key = Box(brush.width - GAP - wide, low, wide, TALL + 1.6)
    brush.button("hand:hide", label, key, handed.hide, kind="main" if handed.purpose == "sheet"
                 else "plain", size=BODY + 1, main=handed.purpose == "sheet", key="")  # fmt: skip
    if message:
        brush.prose(message, GAP, low, room, BODY, voice=STRONG, colour=brush.colours.accent)


def _answer(brush: Brush, left: float, top: float, width: float, *, handed: Handed) -> float:
    left, top, width = left + 8, top + 6, width - 16
    leaf, offer = handed.playing.state.leaf, handed.offer
    if leaf is None or offer is None:
        return top
    title = handed.playing.session.rules.phases[leaf.phase].title
    top = brush.prose(title, left, top, width, LARGE, voice=HEAVY) + 2
    words = _("Votre réponse se cache dès qu'elle est donnée.")
    top = brush.note(words, left, top, width) + 3
    return draw_gesture(brush, handed.playing, offer, (left, top, width))


def _sheet(brush: Brush, left: float, top: float, width: float, *, handed: Handed) -> float:
    """Draw the inside of the sheet of whoever has the screen, as it is printed."""
    left, top, width = left + 8, top + 6, width - 16
    place = place_of(handed.playing, handed.actor)
    if place is None:
        return top
    top = brush.prose(place.title, left, top, width, 18, voice=HEAVY) + 1
    words = _("Pour vous seulement. Dites-en ce que vous voulez, ne montrez pas la feuille.")
    top = brush.note(words, left, top, width) + 4
    wide = (width - 12) / 2 if width > TWO_COLUMNS else width
    column, low, x = Column(wide, brush.look), top, left
    for panel in (left_panel, right_panel):
        y = top
        for strip in panel(place, column, SHEET):
            y += strip.before
            brush.add(Group(strip.items, x, y))
            y += strip.height
        low = max(low, y)
        x, top = (x + wide + 12, top) if wide < width else (x, y + 5)
    return low + 4


def place_of(playing: Playing, seat: str) -> Place | None:
    """Give the seat whose sheet is read, in the role it holds now."""
    rules, seated = playing.session.rules, playing.state.seats.get(seat)
    role = rules.roles.get(seated.role) if seated else None
    if seated is None or role is None:
        return None
    scenario = rules.scenario
    own = scenario.seats[seat] if scenario.seats[seat].role == seated.role else None
    return Place(seat, role, ("circle", "circle"), scenario if own else None, own)


def _back(brush: Brush, handed: Handed) -> None:
    """Say that the screen goes back; the desk shows again once it is there."""
    done = handed.purpose == "answers" and not handed.waiting
    under = _("Tout le monde a répondu.") if done else _("Le pupitre montre tout : "
                                                         "lui seul le rouvre.")  # fmt: skip
    name = _("À la personne qui anime")
    left, top, width = _title(brush, _("Rendez l'écran"), name, under)
    if handed.may_unveil:
        top = _main(brush, "hand:unveil", _("Clore et dévoiler"), (left, top, width),
                    handed.unveil) + 1  # fmt: skip
    label = _("J'anime : rouvrir le pupitre")
    if not handed.may_unveil:
        _main(brush, "hand:finish", label, (left, top, width), handed.finish)
        return
    wide = brush.wide(label, BODY + 1) + 10
    box = Box(left + (width - wide) / 2, top, wide, TALL + 2)
    brush.button("hand:finish", label, box, handed.finish, size=BODY + 1)
