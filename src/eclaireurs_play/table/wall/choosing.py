"""What people may choose between, while they choose; who chose what is never here."""

from collections.abc import Mapping
from functools import partial
from string import ascii_uppercase

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import Amounts, Blanks, Options, Order
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import STRONG
from eclaireurs_play.play.naming import listed as said
from eclaireurs_play.play.naming import title
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import (
    LARGEST,
    LEAST,
    LINE,
    Row,
    Sight,
    columns,
    fitted,
    holds,
    rows,
    under,
    write,
)
from eclaireurs_play.table.words import _, ngettext

YES = "oui"
"""The option of whoever agrees."""

FEW = 4
"""Up to so many options stand as boxes on a row."""

BOX, TALLEST = 58.0, 84.0
"""The narrowest box of an option, and the tallest, in mm."""

MANY, NARROW = 8, 200.0
"""More options than that stand in two columns, unless a wall is so narrow, in mm."""


def choosing(shown: Shown) -> Sight | None:
    """Show what is to be chosen, put in order or shared, and how many have answered."""
    if shown.begun and not shown.wanted:
        return None
    found = ((one.ask, options(shown, one.ask)) for one in (shown.wanted or shown.offers)[:1])
    ask, names = next(((ask, names) for ask, names in found if names), (None, {}))
    if ask is None or not names.keys().isdisjoint(shown.rules.stances):
        return None
    return partial(_draw, shown, ask, tuple(names.values()))


def options(shown: Shown, ask: Ask) -> Mapping[str, str]:
    """Give the words of what an ask lets one choose between; nothing when it does not."""
    match ask.domain:
        case Options(options=names):
            return names
        case Amounts(items=names):
            return names
        case Order(items=names):
            phase = shown.phase.id if shown.phase else ""
            return {one: title(shown.rules, phase, one) for one in names}
        case Blanks(fields=fields, rating=False, whole=True):
            if all(one.one_of for one in fields.values()):
                return {name: one.title or name for name, one in fields.items()}
            return {}
        case _:
            return {}


def rule(ask: Ask) -> str:
    """Say how one answers."""
    match ask.domain:
        case Options(at_most=1):
            return _("Une seule réponse.")
        case Options(at_least=least, at_most=most):
            several = ngettext("Jusqu'à {count} réponse.", "Jusqu'à {count} réponses.", most)
            return several if least <= 1 else _("Plusieurs réponses.")
        case Order():
            return _("Dans l'ordre, de ce que l'on préfère à ce que l'on aime le moins.")
        case Amounts(total=total, unit=unit):
            much = f"{total:g} {unit}".strip()
            return _("{much} à répartir, jusqu'au dernier.").format(much=much)
        case Blanks(fields=fields):
            scales = (one.one_of for one in fields.values())
            words = next((tuple(one.values()) for one in scales if one), ())
            return _("Pour chaque ligne : {words}.").format(words=said(words))
        case _:
            return ""


def _draw(shown: Shown, ask: Ask, names: tuple[str, ...], brush: Brush, box: Box) -> None:
    foot = "   ".join(filter(None, (rule(ask), _answered(shown, ask))))
    room = Box(box.x, box.y, box.width, box.height - LINE - 5)
    if len(names) <= FEW and box.width / len(names) >= BOX and room.height >= LINE * 2:
        top = _boxes(brush, names, Box(room.x, room.y, room.width, min(room.height, TALLEST)))
    else:
        top = _list(brush, names, room)
    write(brush, foot, under(box, top + 3), (LEAST,), colour=brush.colours.soft)


def _list(brush: Brush, names: tuple[str, ...], box: Box) -> float:
    """List options after their letters, in two columns when they are many."""
    lettered = zip(names, ascii_uppercase, strict=False)
    both = [Row(words, mark) for words, mark in lettered]
    both += [Row(words) for words in names[len(ascii_uppercase) :]]
    most = len(both)
    if box.width < NARROW or (len(both) <= MANY and holds(brush, both, box)):
        return rows(brush, both, box, most=most)
    half = -(-len(both) // 2)
    parts = (both[:half], both[half:])
    return max(rows(brush, part, place, most=most)
               for part, place in zip(parts, columns(box, 2), strict=True))  # fmt: skip


def _boxes(brush: Brush, names: tuple[str, ...], box: Box) -> float:
    for place, words in zip(columns(box, len(names), 8), names, strict=True):
        brush.rect(place, fill=brush.colours.paper, stroke=brush.colours.ink, line=0.8, radius=4)
        inner = Box(place.x + 4, place.y + 4, place.width - 8, place.height - 8)
        cut = fitted(brush, words, inner.width, inner.height, LARGEST[1:], voice=STRONG)
        low = max(0.0, (inner.height - cut.height) / 2)
        write(brush, words, under(inner, inner.y + low), LARGEST[1:], voice=STRONG, align="centre")
    return box.y + box.height


def _answered(shown: Shown, ask: Ask) -> str:
    """Say how many of those asked have answered, unless nobody is to know."""
    leaf = shown.leaf
    if leaf is None or leaf.silent:
        return _("On répond en silence.")
    asked = {one.actor for one in shown.offers if one.ask.do == ask.do}
    done = [one for one in leaf.actors if leaf.taken.get(one, 0) > 0]
    count, every = len(done), len(asked.intersection(leaf.actors).union(done))
    if every < 2 or asked.isdisjoint(leaf.actors):  # noqa: PLR2004 - someone alone
        return ""
    told = ngettext("{count} réponse", "{count} réponses", count)
    silent = _(" (rien ne se montre avant la fin)") if shown.secret else ""
    return _("{told} sur {every}{silent}.").format(told=told, every=every, silent=silent)
