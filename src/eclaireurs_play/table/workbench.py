"""The middle of the desk: the phase, what to say aloud, the gesture being made, what else."""

from functools import partial

from eclaireurs_play.engine.gestures import FACILITATOR
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import HEAVY, STRONG
from eclaireurs_play.play.naming import passing, worded
from eclaireurs_play.table.advice import draw_advice
from eclaireurs_play.table.attending import draw_attending
from eclaireurs_play.table.brush import BODY, SMALL, TALL, Brush, Chip, Kind
from eclaireurs_play.table.creating import draw_creating
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.fields import field_of
from eclaireurs_play.table.offers import Offer
from eclaireurs_play.table.parting import draw_parting
from eclaireurs_play.table.playing import Correction, Playing
from eclaireurs_play.table.words import _
from eclaireurs_play.table.zoning import draw_board

ROWS = 5
"""Lines of a text being corrected."""

SAID = 0.3
"""The part of the desk's height beyond which the words to say begin folded."""

CARD = 88.0
"""Height of a card on the desk, in mm: that of the printed one."""


def draw_work(brush: Brush, left: float, top: float, width: float, *, playing: Playing) -> float:
    """Draw the phase, what to say aloud, the gesture being made, what else is possible."""
    session = playing.session
    leaf = playing.state.leaf
    left, width, top = left + 5, width - 10, top + 4
    if leaf is None:
        return top
    phase = session.rules.phases[leaf.phase]
    top = brush.prose(phase.title, left, top, width, 18, voice=HEAVY) + 2
    low = _sheet(brush, playing, (left, top + 2, width))
    if low is not None:
        return low
    if phase.say:
        top = _say(brush, playing, phase.say, (left, top, width))
    top = draw_advice(brush, playing, (left, top, width))
    if playing.correction is not None:
        return _correction(brush, playing, playing.correction, (left, top + 2, width))
    if playing.entry is not None:
        top = _entry(brush, playing, playing.entry, (left, top + 1, width))
    offer = playing.offer
    if playing.looking_up:
        return _lookup(brush, playing, left, top, width)
    if offer is None:
        words = _("Rien n'est attendu de cette place pour l'instant.")
        if playing.veiled and not playing.actor:
            words = _("Personne n'est nommé ici : passez l'écran, ou choisissez un pseudonyme "
                      "pour taper son papier.")  # fmt: skip
        top = brush.prose(words, left, top + 2, width, colour=brush.colours.soft)
        named = playing.actor
        return _beside(brush, playing, named, (left, top + 5, width)) if named else top
    top = draw_gesture(brush, playing, offer, (left, top + 2, width))
    return _beside(brush, playing, offer.actor, (left, top + 5, width))


def _sheet(brush: Brush, playing: Playing, place: tuple[float, float, float]) -> float | None:
    """Draw the sheet that takes the place of the phase, if one is open."""
    if playing.parting is not None:
        return draw_parting(brush, playing, playing.parting, place)
    if playing.creating:
        return draw_creating(brush, playing, place)
    return draw_attending(brush, playing.attending, place) if playing.attending else None


def _say(brush: Brush, playing: Playing, say: str, place: tuple[float, float, float]) -> float:
    """Draw the words to say, set apart from those to know."""
    left, top, width = place
    cut = brush.setting(say, width - 10, BODY + 1)
    shown = cut.height < brush.height * SAID if playing.say is None else playing.say
    words = _("Masquer") if shown else _("Les mots à dire")
    wide = brush.wide(words, SMALL) + 5

    def toggle() -> None:
        playing.say = not shown

    if not shown:
        brush.button("say", words, Box(left, top, wide, 6.4), toggle, kind="quiet", size=SMALL)
        return top + 8
    box = Box(left, top, width, cut.height + 12)
    brush.rect(box, fill=brush.colours.ground, stroke=None)
    brush.rect(Box(left, top, 1.2, box.height), fill=brush.colours.accent, radius=0)
    brush.word(_("À dire"), (left + 5, top + 5.6), SMALL, font="semibold",
               colour=brush.colours.accent)  # fmt: skip
    corner = Box(left + width - wide, top + 1, wide, 6.4)
    brush.button("say", words, corner, toggle, kind="quiet", size=SMALL)
    brush.prose(say, left + 5, top + 8.4, width - 10, BODY + 1)
    return top + box.height + 3


def _entry(
    brush: Brush, playing: Playing, editor: Editor, place: tuple[float, float, float]
) -> float:
    """Draw the line where what was played on paper is typed, as at the terminal."""
    left, top, width = place
    label = _("EF-07 agricultrice: ce qui a été dit ; ou : clôt")
    low = field_of(brush, ("entry:line", label), editor, Box(left, top, width - 34, 0), 1,
                   enter=playing.enter)  # fmt: skip
    brush.button("entry:play", _("Jouer"), Box(left + width - 32, top, 32, low - top),
                 playing.enter, kind="main")  # fmt: skip
    return low + 4


def _correction(
    brush: Brush, playing: Playing, correction: Correction, place: tuple[float, float, float]
) -> float:
    """Draw a text of the log to correct, with the two ways out."""
    left, top, width = place

    def leave() -> None:
        playing.correction = None

    top = brush.heading(_("Corriger ce qui a été noté"), left, top, width) + 1
    words = _("La première version reste dans le journal ; la synthèse n'aura que celle-ci.")
    top = brush.note(words, left, top, width) + 2
    box = Box(left, top, width, 0)
    top = field_of(brush, ("form:correction", ""), correction.editor, box, ROWS) + 4
    brush.button("correct", _("Corriger"), Box(left, top, 40, TALL + 1.6), playing.corrected,
                 kind="main", main=True)  # fmt: skip
    brush.button("correct:no", _("Laisser ainsi"), Box(left + 43, top, 40, TALL + 1.6), leave)
    return top + TALL + 1.6


def draw_gesture(
    brush: Brush, playing: Playing, offer: Offer, place: tuple[float, float, float]
) -> float:
    """Draw the gesture being made: who, the question, the card it is about, the form, its keys."""
    left, top, width = place
    session, form = playing.session, playing.form
    if form is None:
        return top
    card = playing.cards.face(offer.ask.about, left, top, CARD)
    room = width
    shift = 0.0
    if card is not None and width > 150:  # noqa: PLR2004 - a card and a form side by side
        brush.add(card)
        shift = playing.cards.width(CARD) + 6
        brush.hit("zoom", Box(left, top, shift - 6, CARD), _("Agrandir la carte"),
                  partial(_zoom, playing, offer.ask.about))  # fmt: skip
        room = width - shift
    x, low = left + shift, top + (CARD if shift else 0)
    who = capital(session.rules.name(offer.actor))
    brush.word(who, (x, top + 4), BODY, font="bold", colour=brush.colours.accent, room=room)
    top += 6.5
    asked = worded(session.rules, playing.state, offer.ask.prompt)
    if not (shift and asked.strip() == session.rules.cards[offer.ask.about].text.strip()):
        top = brush.prose(asked, x, top, room, 13, voice=STRONG) + 3
    top = draw_board(brush, playing, offer, (x, form.draw(brush, x, top, room), room)) + 4
    top = _keys(brush, playing, offer, (x, top, room))
    return max(top, low)


def _zoom(playing: Playing, card: str) -> None:
    playing.zoom = "" if playing.zoom == card else card


def _keys(brush: Brush, playing: Playing, offer: Offer, place: tuple[float, float, float]) -> float:
    """Draw the button that makes the gesture, and the one that passes."""
    left, top, width = place
    form = playing.form
    x = left
    if form is not None and form.label:
        wide = min(width, max(34.0, brush.wide(form.label, BODY + 1, "semibold") + 10))
        box = Box(x, top, wide, TALL + 1.6)
        brush.button("make", form.label, box, playing.submit, kind="main", size=BODY + 1, main=True)
        x += wide + 3
    passes = playing.offers_of(offer.actor).passing(offer.actor)
    if passes is not None and passes.key != offer.key:
        meaning = passing(passes.ask.prompt)
        words = f"{_('Passer')} : {meaning}" if meaning else _("Passer")
        wide = brush.wide(words, BODY + 1) + 9
        if x + wide > left + width:
            x, top = left, top + TALL + 3
        do = partial(playing.passes, passes.actor)
        brush.button("pass", words, Box(x, top, wide, TALL + 1.6), do, size=BODY + 1)
        x += wide
    return top + (TALL + 1.6 if x > left else 0)


def _beside(brush: Brush, playing: Playing, actor: str, place: tuple[float, float, float]) -> float:
    """Draw what else someone may do in the phase, then what is possible throughout."""
    left, top, width = place
    offers, current = playing.offers_of(actor), playing.offer
    others = [
        one for one in offers.beside(actor)
        if one.ask.do not in {"pass", "close"} and (current is None or one.key != current.key)
    ]  # fmt: skip
    if others:
        brush.rule(left, top, width)
        words = _("Aussi possible pour {who}").format(who=playing.session.rules.name(actor))
        top = brush.heading(words, left, top + 3, width) + 0.6
        items = [Chip(_named(one), _short(playing, one), _kind(one), partial(playing.choose, one))
                 for one in others]  # fmt: skip
        top = brush.chips(items, left, top, width, size=10) + 4
    aside = [one for one in offers.all if one.actor == actor and one.aside]
    if not aside:
        return top
    notes = [one for one in aside if one.ask.do == "write"]
    looked = [one for one in aside if one.ask.do != "write"]
    items = [Chip(_named(one), _short(playing, one), "quiet", partial(playing.choose, one))
             for one in notes[:1]]  # fmt: skip
    if looked or len(notes) > 1:

        def look_up() -> None:
            playing.looking_up = True

        items.append(
            Chip("lookup", _("Noter sur une carte, montrer un exemple…"), "quiet", look_up)
        )
    return brush.chips(items, left, top, width, size=10)


def _kind(offer: Offer) -> Kind:
    return "plain" if offer.ask.needed else "quiet"


def _named(offer: Offer) -> str:
    return "offer:" + ":".join(offer.key)


def _short(playing: Playing, offer: Offer) -> str:
    """Say an offer in a few words."""
    words = " ".join(worded(playing.session.rules, playing.state, offer.ask.prompt).split())
    card = playing.session.rules.cards.get(offer.ask.about)
    if card is not None and words == " ".join(card.text.split()):
        words = _("Répondre à « {title} »").format(title=card.title)
    if offer.ask.do == "place":
        words = _("Poser dans « {title} »").format(title=words)
    return words if len(words) <= 70 else f"{words[:70].rpartition(' ')[0]}…"  # noqa: PLR2004 - a button's line


def _lookup(brush: Brush, playing: Playing, left: float, top: float, width: float) -> float:
    """Draw what may be noted or shown at any time, to choose from."""
    actor = playing.actor or (playing.offer.actor if playing.offer else FACILITATOR)

    def back() -> None:
        playing.looking_up = False

    brush.button("lookup:back", _("← Revenir"), Box(left, top + 2, 30, TALL), back)
    top = brush.heading(_("À tout moment"), left, top + 14, width)
    aside = [one for one in playing.offers.all if one.actor == actor and one.aside]
    items = [Chip(_named(one), _short(playing, one), "plain", partial(playing.choose, one))
             for one in aside]  # fmt: skip
    return brush.chips(items, left, top, width, size=10)
