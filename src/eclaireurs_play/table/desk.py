"""The desk: what comes next in the middle, who is at the table on the left, the log on the right.

It is the facilitator's, and shows everything.
"""

from functools import partial

from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import STRONG
from eclaireurs_play.play.people import said_names
from eclaireurs_play.table.attending import turn_attending, who_words
from eclaireurs_play.table.brush import BODY, LARGE, SMALL, Brush
from eclaireurs_play.table.foot import draw_foot
from eclaireurs_play.table.interludes import read_sheet, watch
from eclaireurs_play.table.log import Told, chapters, ends
from eclaireurs_play.table.marking import draw_marks
from eclaireurs_play.table.playing import Playing, Side
from eclaireurs_play.table.words import _, ngettext
from eclaireurs_play.table.workbench import draw_work

GAP = 5.0
HEAD = 15.0
RAIL, LOG = 62.0, 104.0
LINES, LONG = 60, 320
"""How many lines of the log are shown, and how many characters of each."""

WIDE, NARROW = 330.0, 200.0
"""Widths in mm under which the log, then the people, no longer stand beside the work."""


def draw_desk(brush: Brush, playing: Playing) -> None:
    """Draw a frame of the desk."""
    _head(brush, playing)
    top = HEAD
    asides: list[Side] = []
    if brush.width < WIDE:
        asides.append("log")
    if brush.width < NARROW:
        asides.append("people")
    low = draw_foot(brush, playing, asides) - 3
    left, right = GAP, brush.width - GAP
    if brush.width >= NARROW:
        rail = Box(left, top, RAIL, low - top)
        brush.panel("rail", rail, partial(_rail, playing=playing))
        left += RAIL + GAP
    if brush.width >= WIDE:
        log = Box(right - LOG, top, LOG, low - top)
        brush.panel("log", log, partial(_log, playing=playing))
        right -= LOG + GAP
    work = Box(left, top, right - left, low - top)
    if playing.side in asides:
        draw = _log if playing.side == "log" else _rail
        name = "log" if playing.side == "log" else "rail"
        brush.panel(name, work, partial(draw, playing=playing))
    else:
        brush.rect(work, fill=brush.colours.paper, stroke=brush.colours.faint)
        brush.panel("work", work, partial(draw_work, playing=playing))


def _head(brush: Brush, playing: Playing) -> None:
    """Write where the session is, and the clock with its keys."""
    session = playing.session
    base = 9.4
    right = brush.width - GAP
    countdown = playing.countdown
    if countdown.used:
        for name, label, wide, do in (
            ("clock:more", _("+1 min"), 17.0, partial(countdown.add, 1)),
            ("clock:toggle", _("Pause") if countdown.running else _("Reprendre"), 22.0,
             countdown.toggle),
        ):  # fmt: skip
            right -= wide
            brush.button(name, label, Box(right, 3.2, wide, 8.4), do, size=SMALL + 1)
            right -= 2
        right -= brush.word(countdown.words(), (right - 2, base), LARGE, font="semibold",
                            align="right") + 6  # fmt: skip
    room = right - GAP
    rules = session.rules
    titles = [rules.phases[step.phase].title for step in playing.state.path]
    words = " › ".join([rules.scenario.title, *titles])
    brush.word(words, (GAP, base), BODY, colour=brush.colours.soft, room=room)
    brush.rule(0, HEAD - 2, brush.width)


def _rail(brush: Brush, left: float, top: float, width: float, *, playing: Playing) -> float:
    """Draw who is at the table, and how much each is waited for: only all told, if veiled."""
    offers, offer = playing.offers, playing.offer
    key = Box(left + width - 20, top - 0.6, 20, 6.4)
    brush.button("attend", _("Qui est là"), key, partial(turn_attending, playing),
                 kind="chosen" if playing.attending else "plain", size=SMALL)  # fmt: skip
    top = brush.heading(_("Autour de la table"), left, top, width - 21) + 1.2
    seats = playing.state.seats
    if playing.veiled:
        count = sum(offers.waited(actor) for actor in seats)
        words = ngettext("Encore {count} geste attendu, de qui que ce soit.",
                         "Encore {count} gestes attendus, de qui que ce soit.", count)  # fmt: skip
        top = brush.note(words, left, top, width) + 1.5
    for actor in (*seats, GROUP, FACILITATOR):
        now = offer is not None and offer.actor == actor
        hidden = playing.veiled and actor in seats
        waited = None if hidden else offers.waited(actor)
        top = _person(brush, playing, actor, (left, top, width), waited=waited, now=now)
    return top


def _person(
    brush: Brush, playing: Playing, actor: str, place: tuple[float, float, float], *,
    waited: int | None, now: bool,
) -> float:  # fmt: skip
    """Draw someone; `waited` counts what is waited for, None when that is not to be known."""
    left, top, width = place
    session, colours = playing.session, brush.colours
    seated = playing.state.seats.get(actor)
    box = Box(left, top, width, 11.6)
    name = f"actor:{actor}"
    hover = brush.ui.hover == name
    brush.rect(box, fill=colours.tint if now or hover else colours.paper,
               stroke=colours.ink if now else colours.faint, line=0.6 if now else 0.3)  # fmt: skip
    if waited is not None:
        brush.dot(left + 4, top + 4.2, full=waited > 0)
    words = capital(session.rules.name(actor))
    brush.word(words, (left + 7.5, top + 5.4), BODY, font="semibold" if now else "regular",
               room=width - 9)  # fmt: skip
    if actor in playing.state.simulated or actor in playing.state.away:
        under = who_words(playing.state, actor)
    elif seated is not None and seated.people:
        under = said_names(seated.people)
    else:
        under = (
            ngettext("{count} geste attendu", "{count} gestes attendus", waited) if waited else ""
        )
    read = seated is not None and not session.rules.game.anonymous
    room = width - (25 if read else 9)
    brush.word(under, (left + 7.5, top + 9.8), SMALL - 0.5, colour=colours.soft, room=room)
    brush.hit(name, box, words, partial(_pick, playing, actor))
    if read:
        key = Box(left + width - 15, top + 6.2, 14.4, 5)
        says = _("Faire lire sa feuille à {name}").format(name=words)
        brush.button(f"sheet:{actor}", _("feuille"), key, partial(read_sheet, playing, actor),
                     kind="quiet", size=SMALL, says=says)  # fmt: skip
    return top + 13.2


def _pick(playing: Playing, actor: str) -> None:
    """Look at what someone may do, in the middle of the desk."""
    playing.side = "work" if playing.side == "people" else playing.side
    playing.attending, playing.creating = None, False
    playing.pick(actor)


def _log(brush: Brush, left: float, top: float, width: float, *, playing: Playing) -> float:
    """Write what happened, the latest phase first, and in it the latest line."""
    film = Box(left + width - 36, top - 0.6, 36, 6.4)
    brush.button("film", _("Film et moments"), film, partial(watch, playing), size=SMALL)
    top = brush.heading(_("Le fil de la séance"), left, top, width - 38)
    top = draw_marks(brush, playing, (left, top, width))
    for chapter in reversed(chapters(playing.log.lines(playing.session)[-LINES:])):
        if chapter[0].opens:
            words = chapter[0].words
            top = brush.prose(words, left, top + 2, width, BODY - 0.5, voice=STRONG) + 1.5
        for line, last in ends([one for one in chapter if not one.opens]):
            top = _told(brush, playing, line, (left, top, width), last=last)
    return top


def _told(
    brush: Brush, playing: Playing, line: Told, place: tuple[float, float, float], *, last: bool
) -> float:
    """Write a line; the `last` of a gesture leads back to it, and to its correction."""
    left, top, width = place
    words = line.words if len(line.words) <= LONG else f"{line.words[:LONG]}…"
    bottom = brush.prose(words, left, top, width - 18, SMALL + 0.5, leading=1.3)
    start = line.words[:60]
    if last and line.count < len(playing.session.played):
        says = _("Revenir juste après : {words}").format(words=start)
        brush.button(f"back:{line.count}", "↑", Box(left + width - 10, top, 9, 6),
                     partial(playing.back_to, line.count), kind="quiet", size=SMALL,
                     says=says)  # fmt: skip
    if last and not playing.veiled and playing.past.written(line.count) is not None:
        says = _("Corriger : {words}").format(words=start)
        brush.button(f"amend:{line.count}", _("corriger"), Box(left + width - 17, top + 5.4, 16, 5),
                     partial(playing.amend, line.count), kind="quiet", size=SMALL - 1,
                     says=says)  # fmt: skip
        bottom = max(bottom, top + 10)
    return bottom + 2.2
