"""What each person reads before coming: what will happen, how long, what is asked of them."""

from collections.abc import Iterator, Mapping, Sequence

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.blocks import GUTTER, Column, bullets, prose, ruled, small, title
from eclaireurs_play.layout.display import Group, Page
from eclaireurs_play.layout.flow import Paper, Strip, document, height, stack
from eclaireurs_play.layout.look import HEAVY, STRONG, Look, Style
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.rules import always, credits_of
from eclaireurs_play.layout.steps import Step, ahead_words, steps, whole_words

TIGHTER = (0.0, 1.0, 2.0, 3.0)
"""How much space above each part is taken away, in mm, to hold on one page."""

ASKED = (
    "De venir comme vous êtes : il n'y a rien à réviser, et personne ne gagne.",
    "De tenir un rôle, qui n'est pas forcément votre avis. Sa fiche vous attend sur la table.",
    "D'écouter jusqu'au bout une personne avec qui vous n'êtes pas d'accord.",
    "De rester jusqu'au débrief : chacun y reprend son nom.",
)


def notice(content: PrintContent, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Draw the notice on one page; more than it holds is an error."""
    column = Column(paper.column.width, look)
    for tight in TIGHTER:
        strips = [*_notice(content, column, tight)]
        if height(strips) <= paper.column.height:
            return document(strips, paper, look)
    raise LayoutError(f"l'invitation de « {content.game.id} » ne tient pas en une page")


def _notice(content: PrintContent, column: Column, tight: float) -> Iterator[Strip]:
    game, theme, sizes = content.game, column.look.theme, column.look.theme.sizes
    found = steps(game.phases, content.titles)
    body, before = column.style(sizes.text), 8 - tight
    yield from prose(column, "Avant de venir", Style(10, 1.3, theme.accent, STRONG))
    yield from prose(column, game.title, Style(sizes.cover.most, 1.1, theme.ink, HEAVY), 1)
    yield from prose(column, game.summary, body, 4)
    yield _where(column)
    yield from title(column, "Combien de temps, avec qui", sizes.subheading, before)
    yield from prose(column, _measure(content, found), body, 1)
    yield from title(column, "Ce qui va se passer", sizes.subheading, before)
    yield _in_columns([one.phase.title for one in found if _is_lived(one)], column)
    yield from title(column, "Ce que l'on vous demande", sizes.subheading, before)
    yield from bullets(column, ASKED, body)
    yield from title(column, "Ce que vous pouvez faire à tout moment", sizes.subheading, before)
    yield from bullets(column, always(content), body)
    yield from title(column, "Ce que deviennent vos mots", sizes.subheading, before)
    yield from prose(column, _kept(found), body, 1)
    yield from small(column, credits_of(game), before)


def _where(column: Column) -> Strip:
    """Leave three lines: when, where, and whom to call."""
    third = column.narrowed(column.width * 2 / 3 + 4)
    names = ("Date et heure", "Lieu", "Qui appeler, pour toute question")
    parts = [stack([*small(third, name, 0), *ruled(third, 1)]) for name in names]
    pitch = third.width + 6
    items = tuple(Group(part.items, place * pitch, 0) for place, part in enumerate(parts))
    return Strip(max(part.height for part in parts), items, 5)


def _measure(content: PrintContent, found: Sequence[Step]) -> str:
    """Say how long it lasts, how many people come, who hosts."""
    least, most = content.game.players.min, content.game.players.max
    if len(content.scenarios) == 1:
        seats = content.scenarios[0].seats.values()
        least, most = sum(not one.optional for one in seats), len(seats)
    people = f"{least} à {most} personnes" if least < most else f"{most} personnes"
    people += " autour de la table"
    host = f"{content.game.facilitator} anime et ne joue pas."
    return " ".join(filter(None, (f"{whole_words(found)}, {people}.", host, ahead_words(found))))


def _is_lived(step: Step) -> bool:
    return not step.is_group and step.start is not None


def _in_columns(points: Sequence[str], column: Column) -> Strip:
    """List steps in two columns."""
    half = column.half
    style = column.style(column.look.theme.sizes.text)
    middle = (len(points) + 1) // 2
    sides = [side for side in (points[:middle], points[middle:]) if side]
    lists = [stack(bullets(half, side, style)) for side in sides]
    items = tuple(Group(one.items, at * (half.width + GUTTER), 0) for at, one in enumerate(lists))
    return Strip(max((one.height for one in lists), default=0), items, 1)


def _kept(found: Sequence[Step]) -> str:
    """Say what becomes of what is said, and who reads it."""
    noted = "Une personne prend des notes, à la main ou à l'écran."
    told: Mapping[str, object] = next(
        (one for step in found if (one := getattr(step.phase, "recipients", None))), {}
    )
    names = [str(getattr(one, "title", "")) for one in told.values()]
    if not names:
        return f"{noted} Rien n'est enregistré sans votre accord."
    listed = " ; ".join(f"{name[:1].lower()}{name[1:]}" for name in names)
    return (
        f"{noted} La synthèse est relue à voix haute : vous corrigez vos propres mots. Elle part "
        f"ensuite, dans cet ordre : {listed}."
    )
