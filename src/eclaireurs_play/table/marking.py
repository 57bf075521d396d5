"""Bookmarks, above the log: a moment marked, named otherwise, come back to, or forgotten."""

from collections.abc import Callable
from functools import partial

from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.layout.display import Box
from eclaireurs_play.table.brush import BODY, SMALL, TALL, Brush
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.fields import field_of
from eclaireurs_play.table.marks import LONGEST, Renaming
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.words import _

ROW, KEY = 7.4, 6.2


def mark(playing: Playing) -> None:
    """Mark this moment, to find it again."""
    if playing.sealed():
        return
    marks, count = playing.session.bookmarks, 1
    here = next((one for one, at in marks.items() if at == len(playing.session.played)), "")
    if here:
        playing.message = _("Ce moment a déjà son signet : {name}.").format(name=here)
        return
    while (name := _("signet {count}").format(count=count)) in marks:
        count += 1
    if _done(playing, partial(playing.session.bookmark, name)):
        playing.message = _("Signet posé : {name}. Il se renomme au-dessus du fil.").format(
            name=name
        )


def _done(playing: Playing, do: Callable[[], None]) -> bool:
    """Do something to bookmarks; what is refused, or can't be written, is said."""
    playing.message = ""
    try:
        do()
    except EclaireursError as error:
        playing.message = str(error)
        return False
    return True


def _take_up(playing: Playing, name: str) -> None:
    playing.renaming = Renaming(name, Editor(name, single=True, longest=LONGEST))
    playing.renaming.editor.select_all()


def _rename(playing: Playing) -> None:
    renaming = playing.renaming
    if renaming is None:
        return
    name = " ".join(renaming.editor.text.split())
    same = not name or name == renaming.name
    if same or _done(playing, partial(playing.session.rename_bookmark, renaming.name, name)):
        playing.renaming = None


def _forget(playing: Playing, name: str) -> None:
    playing.renaming = None
    _done(playing, partial(playing.session.drop_bookmark, name))


def _jump(playing: Playing, at: int) -> None:
    if at < len(playing.session.played):
        playing.back_to(at)


def draw_marks(brush: Brush, playing: Playing, place: tuple[float, float, float]) -> float:
    """Draw the bookmarks, the latest moment first; gives where they end."""
    left, top, width = place
    marks = sorted(playing.session.bookmarks.items(), key=lambda one: -one[1])
    if not marks:
        return top
    top = brush.heading(_("Signets"), left, top, width)
    for name, at in marks:
        renaming = playing.renaming
        draw = _field if renaming is not None and renaming.name == name else _row
        top = draw(brush, playing, name, at, (left, top, width))
    return top + 3


def _row(
    brush: Brush, playing: Playing, name: str, at: int, place: tuple[float, float, float]
) -> float:
    """Draw a bookmark and its keys: come back to it, name it otherwise, forget it."""
    left, top, width = place
    keys: list[tuple[str, str, str, Callable[[], None]]] = [
        ("drop", "×", _("Supprimer le signet : {name}"), partial(_forget, playing, name)),
        ("name", _("renommer"), _("Renommer le signet : {name}"), partial(_take_up, playing, name)),
    ]
    if at < len(playing.session.played):
        keys.append(("jump", _("y revenir"), _("Revenir au signet : {name}"),
                     partial(_jump, playing, at)))  # fmt: skip
    right = left + width
    for key, words, says, do in keys:
        wide = brush.wide(words, SMALL) + 4
        right -= wide
        brush.button(f"mark:{key}:{name}", words, Box(right, top, wide, KEY), do, kind="quiet",
                     size=SMALL, says=says.format(name=name))  # fmt: skip
    base = brush.middle(Box(left, top, width, KEY), BODY - 0.5)
    brush.word(f"◆ {name}", (left, base), BODY - 0.5, room=right - left - 2)
    return top + ROW


def _field(
    brush: Brush, playing: Playing, name: str, at: int, place: tuple[float, float, float]
) -> float:
    """Draw a bookmark whose name is being typed."""
    del at
    left, top, width = place
    renaming = playing.renaming
    if renaming is None:
        return top
    wide = brush.wide(_("Garder"), SMALL + 0.5) + 6
    box = Box(left, top, width - wide - 2, 0)
    low = field_of(brush, (f"mark:field:{name}", _("le nom du signet")), renaming.editor, box, 1,
                   enter=partial(_rename, playing))  # fmt: skip
    brush.button("mark:keep", _("Garder"), Box(left + width - wide, top, wide, TALL),
                 partial(_rename, playing), size=SMALL + 0.5)  # fmt: skip
    return low + 2
