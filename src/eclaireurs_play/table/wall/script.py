"""The script of a consent: where the group stands, and what is done there."""

from collections.abc import Mapping
from typing import NamedTuple

from eclaireurs_play.layout.display import Box, Path
from eclaireurs_play.model.print import FontName
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LEAST, LINE
from eclaireurs_play.table.words import _

TALL = 12.0
POINT = 5.0
WITH_RULE = 90.0
"""The least height, in mm, that leaves room for the rule of a step."""


class Stage(NamedTuple):
    """A step in a word, and what people do in it."""

    title: str
    rule: str


def stages() -> Mapping[str, Stage]:
    """Name the steps of a discussion, by what a state calls them."""
    return {
        "clarification": Stage(
            _("Comprendre"), _("On demande ce que l'on n'a pas compris. On ne juge pas encore.")
        ),
        "reaction": Stage(
            _("Réagir"), _("Chaque personne parle à son tour. La personne qui propose écoute.")
        ),
        "objection": Stage(
            _("Objecter"), _("Chaque personne écrit en silence. Une objection dit un risque.")
        ),
        "examen": Stage(
            _("Examiner"), _("Est-ce un risque pour ce que l'on veut faire, ou une préférence ?")
        ),
        "integration": Stage(
            _("Modifier"), _("On change la proposition pour lever une objection à la fois.")
        ),
        "adopte": Stage(_("Décider"), _("Personne ne garde d'objection : elle est adoptée.")),
        "sinon": Stage(_("Décider"), _("Des objections demeurent : elle n'est pas adoptée.")),
    }


def path(shown: Shown) -> tuple[str, ...]:
    """List the steps that the phase goes through; none when it has no script that is known."""
    step = shown.leaf.step if shown.leaf else ""
    known = stages()
    if step not in known:
        return ()
    chosen = tuple(one for one in getattr(shown.phase, "steps", ()) if one in known)
    end = "sinon" if step == "sinon" else "adopte"
    return (*chosen, "objection", "examen", "integration", end)


def draw_script(brush: Brush, shown: Shown, box: Box) -> float:
    """Draw the steps in a row, the current one full, and its rule; gives where the rest begins."""
    steps = path(shown)
    if not steps:
        return box.y
    known, here = stages(), steps.index(shown.leaf.step if shown.leaf else "")
    every = " → ".join(known[one].title for one in steps)
    if box.height < TALL + 3 * LINE:
        brush.later(every, known[steps[here]].rule)
        return box.y
    wide = box.width / len(steps)
    if wide < max(brush.wide(known[one].title, LEAST, "bold") for one in steps) + 2 * POINT:
        place = _("Étape {here} sur {count} : {title}").format(
            here=here + 1, count=len(steps), title=known[steps[here]].title
        )
        brush.word(place, (box.x, box.y + 7), LEAST, font="bold", room=box.width)
        brush.later(every)
        if box.height < WITH_RULE:
            brush.later(known[steps[here]].rule)
            return box.y + LINE + 3
    else:
        for at, one in enumerate(steps):
            _stage(brush, known[one].title, Box(box.x + at * wide, box.y, wide - 1, TALL),
                   full=at == here, done=at < here)  # fmt: skip
    brush.word(known[steps[here]].rule, (box.x, box.y + TALL + 8.5), LEAST,
               colour=brush.colours.soft, room=box.width)  # fmt: skip
    return box.y + TALL + LINE + 7


def _stage(brush: Brush, title: str, box: Box, *, full: bool, done: bool) -> None:
    """Draw a step as an arrow to the next."""
    colours, right = brush.colours, box.x + box.width
    middle, low = box.y + box.height / 2, box.y + box.height
    brush.add(
        Path(
            (box.x, box.y),
            ((right - POINT, box.y), (right, middle), (right - POINT, low), (box.x, low),
             (box.x + POINT * 0.8, middle)),
            colours.ink if full else colours.paper, colours.ink if full else colours.line, 0.6,
        )
    )  # fmt: skip
    words = f"✓ {title}" if done else title
    font: FontName = "bold" if full else "regular"
    size = LEAST
    if brush.wide(words, size, font) > box.width - 2 * POINT:
        words = title
    brush.word(words, (box.x + box.width / 2, brush.middle(box, size, font)), size, font=font,
               colour=colours.paper if full else colours.ink, align="centre",
               room=box.width - POINT)  # fmt: skip
