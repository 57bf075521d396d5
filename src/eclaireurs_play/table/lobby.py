"""The start screen: the library, the sessions kept, the situation chosen and who is there."""

from functools import partial
from time import time

from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import HEAVY, STRONG
from eclaireurs_play.table.brush import BODY, LARGE, SMALL, TALL, Brush, Chip, Kind
from eclaireurs_play.table.fields import field_of
from eclaireurs_play.table.memoir import draw_memoir
from eclaireurs_play.table.saved import Saved, when_words
from eclaireurs_play.table.starting import Starting
from eclaireurs_play.table.words import _, ngettext

GAP, SEEN = 6.0, 24.0
NAME_ROWS = 4
"""Lines that a long name may take."""

NARROW, ROW = 230.0, 170.0
"""Widths in mm under which there is one column, and under which keys are not on one row."""


def draw_start(brush: Brush, starting: Starting) -> None:
    """Draw a frame of the start screen."""
    if starting.memoir is not None:
        draw_memoir(brush, starting.memoir)
        return
    room, tall = brush.width - 2 * GAP, 0.0
    if starting.message:
        tall = brush.setting(starting.message, room, BODY, voice=STRONG).height + 3
    low = brush.height - tall - GAP
    if brush.width < NARROW:
        right = Box(GAP, 6, brush.width - 2 * GAP, low - 6)
        if starting.content is None:
            brush.panel("library", right, partial(_all, starting=starting))
    else:
        half = max(110.0, brush.width * 0.42)
        top = brush.prose(_("Éclaireurs Play"), GAP, 6, half, 22, voice=HEAVY)
        left = Box(GAP, top + 3, half - GAP, low - top - 3)
        brush.panel("library", left, partial(_library, starting=starting))
        right = Box(half + GAP, 6, brush.width - half - 2 * GAP, low - 6)
    if starting.content is not None:
        brush.rect(right, fill=brush.colours.paper, stroke=brush.colours.faint)
        brush.panel("situation", right, partial(_situation, starting=starting))
    elif brush.width >= NARROW:
        brush.panel("kept", right, partial(_kept, starting=starting))
    if starting.message:
        brush.prose(starting.message, GAP, low + 3, room, BODY, voice=STRONG,
                    colour=brush.colours.accent)  # fmt: skip


def _all(brush: Brush, left: float, top: float, width: float, *, starting: Starting) -> float:
    """Draw, where there is room for one column, the sessions kept and then the library."""
    top = _kept(brush, left, top, width, starting=starting) + 6
    return _library(brush, left, top, width, starting=starting)


def _library(brush: Brush, left: float, top: float, width: float, *, starting: Starting) -> float:
    games = [one for one in starting.found if one.kind == "game"]
    scenarios = [one for one in starting.found if one.kind == "scenario"]
    for game in games:
        top = brush.prose(game.title, left, top + 2, width, 13, voice=STRONG)
        least, most = game.players or (0, 0)
        top = brush.note(_("De {least} à {most} personnes").format(least=least, most=most),
                         left, top, width) + 1.4  # fmt: skip
        for one in (one for one in scenarios if one.game == game.id):
            kind: Kind = "chosen" if one.id == starting.chosen else "plain"
            label = one.title or one.id
            box = Box(left, top, width, TALL)
            if one.problems:
                kind = "off"
            brush.button(f"scenario:{one.id}", label, box, partial(starting.choose, one.id),
                         kind=kind)  # fmt: skip
            top += TALL + 1.4
    return _campaigns(brush, starting, (left, top, width))


def _campaigns(brush: Brush, starting: Starting, place: tuple[float, float, float]) -> float:
    """Draw the campaigns: a press opens the session that comes next."""
    left, top, width = place
    found = [one for one in starting.found if one.kind == "campaign" and not one.problems]
    if not found:
        return top
    top = brush.prose(_("Campagnes"), left, top + 2, width, 13, voice=STRONG)
    top = brush.note(_("La séance suivante, ou celle qui n'est pas finie"), left, top, width) + 1.4
    for one in found:
        brush.button(f"campaign:{one.id}", one.title, Box(left, top, width, TALL),
                     partial(starting.sit, one.id))  # fmt: skip
        top += TALL + 1.4
    return top


def _kept(brush: Brush, left: float, top: float, width: float, *, starting: Starting) -> float:
    """Draw the sessions to take up again, or how to begin a first one."""
    titles = {one.id: one.title for one in starting.found}
    top = brush.prose(_("Reprendre une séance"), left, top, width, LARGE, voice=STRONG) + 2
    if not starting.kept:
        words = _("Aucune séance pour l'instant. Choisissez une situation à gauche : "
                  "les gestes sont gardés au fur et à mesure, sans rien demander.")  # fmt: skip
        return brush.prose(words, left, top, width, colour=brush.colours.soft)
    for one in starting.kept:
        title = titles.get(one.scenario) or one.path.stem
        draw = _broken if one.trouble else _session
        top = draw(brush, starting, one, title, (left, top, width)) + 2
    return top


def _session(
    brush: Brush, starting: Starting, one: Saved, title: str, place: tuple[float, float, float]
) -> float:  # fmt: skip
    """Draw a session: its title, when, how far; a press takes it up, another shows its film."""
    left, top, width = place
    box, name = Box(left, top, width - SEEN, 17.5), f"resume:{one.path.name}"
    brush.rect(box, fill=brush.colours.tint if brush.ui.hover == name else brush.colours.paper,
               stroke=brush.colours.line)  # fmt: skip
    room = box.width - 6
    brush.word(title, (left + 3, top + 5.4), BODY, font="semibold", room=room)
    known = _("étape « {title} »").format(title=one.phase) if one.phase else _("finie")
    where = known if one.known else ngettext("{count} geste", "{count} gestes", one.actions)
    brush.word(f"{when_words(one.when, time())} · {where}", (left + 3, top + 10.4), SMALL + 0.5,
               room=room)  # fmt: skip
    brush.word(one.path.name, (left + 3, top + 14.9), SMALL, colour=brush.colours.soft, room=room)
    brush.hit(name, box, title, partial(starting.resume, one.path))
    key = Box(left + width - SEEN + 2, top, SEEN - 2, 17.5)
    brush.button(f"watch:{one.path.name}", _("Revoir"), key, partial(starting.watch, one.path),
                 says=_("Revoir en film : {title}").format(title=title))  # fmt: skip
    return top + box.height


def _broken(
    brush: Brush, starting: Starting, one: Saved, title: str, place: tuple[float, float, float]
) -> float:
    """Say why a session can't be opened; its words may be read, if its journal can be."""
    left, top, whole = place
    width = whole - SEEN if one.scenario else whole
    if one.scenario:
        key = Box(left + width + 2, top, SEEN - 2, 11)
        brush.button(f"words:{one.path.name}", _("Ses mots"), key,
                     partial(starting.remember, one.path),
                     says=_("Lire ce qui a été écrit : {title}").format(title=title))  # fmt: skip
    cut = brush.setting(one.trouble, width - 6, SMALL + 0.5, colour=brush.colours.accent)
    box = Box(left, top, width, cut.height + 10)
    brush.rect(box, stroke=brush.colours.faint)
    brush.word(title, (left + 3, top + 5.4), BODY, colour=brush.colours.soft, room=width - 6)
    brush.prose(one.trouble, left + 3, top + 7.6, width - 6, SMALL + 0.5,
                colour=brush.colours.accent)  # fmt: skip
    return top + box.height


def _situation(brush: Brush, left: float, top: float, width: float, *, starting: Starting) -> float:
    """Draw the situation chosen: what it is, who is there, the options, the keys."""
    content = starting.content
    if content is None:
        return top
    left, width, top = left + 4, width - 8, top + 3
    scenario = content.scenario

    def back() -> None:
        starting.chosen = ""

    top = brush.prose(scenario.title, left, top, width, 18, voice=HEAVY) + 1
    top = brush.prose(scenario.summary, left, top, width, BODY) + 4
    label = _("Saisir la séance") if starting.past else _("Commencer la séance")
    brush.button("start", label, Box(left, top, 62, 11), starting.start,
                 kind="main", size=13, main=True)  # fmt: skip
    others = [
        Chip("kit", _("Imprimer le kit"), "plain", starting.print_kit),
        Chip("back", _("Reprendre une séance…"), "quiet", back),
    ]
    if width > ROW:
        brush.chips(others, left + 65, top + 1.3, width - 65)
        top += 15
    else:
        top = brush.chips(others, left, top + 13, width) + 3
    top = _options(brush, starting, (left, top, width)) + 4
    top = _size(brush, starting, (left, top, width))
    if not starting.named:
        words = _("Ce jeu est anonyme : les pseudonymes sont tirés au sort quand la séance "
                  "commence, aucun nom ne s'écrit.")  # fmt: skip
        return brush.prose(words, left, top, width) + 3
    for seat in scenario.seats:
        top = _seat(brush, starting, seat, (left, top, width))
    return top


def _options(brush: Brush, starting: Starting, place: tuple[float, float, float]) -> float:
    """Draw how the session is played; what makes no sense once it is over is left out."""

    def turn(name: str) -> None:
        setattr(starting, name, not getattr(starting, name))

    options = {"in_hand": _("Les cartes sont imprimées"), "calm": _("Sans imprévu"),
               "short": _("Plan court")}  # fmt: skip
    chips = [
        Chip(f"option:{name}", words, "chosen" if getattr(starting, name) else "plain",
             partial(turn, name))
        for name, words in options.items() if not starting.past
    ]  # fmt: skip
    past: Kind = "chosen" if starting.past else "plain"
    chips.append(Chip("option:past", _("Déjà jouée sur papier"), past, starting.turn_past))
    left, top, width = place
    top = brush.chips(chips, left, top, width, size=BODY - 0.5)
    if not starting.past:
        return top
    words = _("Tapez ce qui s'est passé, dans l'ordre. Une règle qui n'a pas été suivie est "
              "inscrite comme un écart, sans être refusée.")  # fmt: skip
    return brush.note(words, left, top + 1.5, width)


def _size(brush: Brush, starting: Starting, place: tuple[float, float, float]) -> float:
    """Draw how many people come, with keys to have more or fewer."""
    left, top, width = place
    least, most = starting.sizes
    base = brush.middle(Box(left, top, width, TALL), BODY)
    words = ngettext("Autour de la table : {count} personne", "Autour de la table : {count} "
                     "personnes", starting.people)  # fmt: skip
    x = left + brush.word(words, (left, base), font="semibold", room=width - 40) + 4
    for name, sign, by, says in (
        ("size:less", "−", -1, _("Une personne de moins")),
        ("size:more", "+", 1, _("Une personne de plus")),
    ):
        able = starting.people < most if by > 0 else starting.people > least
        kind: Kind = "plain" if able else "off"
        brush.button(name, sign, Box(x, top, 9, TALL), partial(starting.resize, by), kind=kind,
                     says=says)  # fmt: skip
        x += 11
    return top + TALL + 3


def _seat(
    brush: Brush, starting: Starting, seat: str, place: tuple[float, float, float]
) -> float:  # fmt: skip
    """Draw a line for a seat: what it is, who holds it, and a name if one is wanted."""
    left, top, width = place
    content = starting.content
    if content is None:
        return top
    one = content.scenario.seats[seat]
    role = content.content.roles_by_id.get(one.role)
    title = one.title or (role.title if role else seat)
    base = brush.middle(Box(left, top, width, TALL), BODY)
    off = seat in starting.absent
    brush.word(title, (left, base), room=width * 0.42 - 3,
               colour=brush.colours.soft if off else brush.colours.ink)  # fmt: skip
    held = seat in starting.simulated
    words = _("vide") if off else _("simulée") if held else _("quelqu'un")
    x = left + width * 0.42
    fixed = starting.past and not one.optional
    kind: Kind = "off" if fixed else "chosen" if off or held else "plain"
    brush.button(f"seat:{seat}", words, Box(x, top, 26, TALL), partial(starting.turn, seat),
                 kind=kind)  # fmt: skip
    if not (off or held or starting.anonymous):
        field = Box(x + 29, top, max(30.0, width * 0.58 - 29), 0)
        label = _("nom, ou plusieurs : Léa et Omar")
        if brush.wide(label, BODY) > field.width - 4:
            label = _("nom, ou rien")
        low = field_of(brush, (f"name:{seat}", label), starting.names[seat], field, NAME_ROWS)
        return max(low, top + TALL) + 2.6
    return top + TALL + 2.6
