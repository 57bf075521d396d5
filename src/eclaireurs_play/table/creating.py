"""The sheet where whoever hosts makes a card, a surprise or a role, with what it will look like."""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from eclaireurs_play.engine.creating import begun, creations
from eclaireurs_play.engine.gestures import FACILITATOR, Create, Value
from eclaireurs_play.engine.improvised import CARD, FAMILY, ROLE, SURPRISE, TITLE, card_of
from eclaireurs_play.engine.state import Improvised
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.layout.display import Box
from eclaireurs_play.table.brush import BODY, TALL, Brush, Chip
from eclaireurs_play.table.forms import Asked
from eclaireurs_play.table.forms.making import MakingForm
from eclaireurs_play.table.paperwork import print_improvised, wrote
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.words import _

CARD_HIGH = 88.0
"""Height of the card being made, in mm: that of the printed one."""

BESIDE = 150.0
"""The narrowest sheet, in mm, where the card stands beside its fields."""


@dataclass
class Creation:
    """What is being made: its kind, and the fields of each kind as they were left."""

    kind: str = CARD
    _forms: dict[str, tuple[int, MakingForm]] = field(default_factory=dict)

    def form(self, playing: Playing) -> MakingForm | None:
        """Give the fields of the kind chosen; where things go follows the session."""
        session, moment = playing.session, playing.session.state.actions
        kept = self._forms.get(self.kind)
        if kept is not None and kept[0] == moment:
            return kept[1]
        asks = (one for one in creations(session.rules, session.state) if one.about == self.kind)
        ask = next(asks, None)
        if ask is None:
            return None
        made = MakingForm(Asked(session.rules, session.state, FACILITATOR, ask), lambda: None)
        before = kept[1].gesture() if kept is not None else None
        made.begin(before.values if isinstance(before, Create) else begun(self.kind))
        self._forms[self.kind] = (moment, made)
        return made


def turn_creating(playing: Playing) -> None:
    """Open the sheet, or close it; what was typed on it is still there when it opens again."""
    playing.creating = not playing.creating
    playing.creation = playing.creation or Creation()
    playing.attending, playing.side, playing.message = None, "work", ""


def draw_creating(
    brush: Brush, playing: Playing, place: tuple[float, float, float]
) -> float:  # fmt: skip
    """Draw what may be made, the fields of the kind chosen, and the card as it will be printed."""
    left, top, width = place
    creation = playing.creation
    if creation is None:
        return top
    top = brush.heading(_("Créer sur le moment"), left, top, width) + 1
    kinds = {CARD: _("Une carte"), SURPRISE: _("Un imprévu"), ROLE: _("Un rôle")}
    chips = [
        Chip(f"create:{kind}", words, "chosen" if kind == creation.kind else "plain",
             partial(_choose, creation, kind))
        for kind, words in kinds.items()
    ]  # fmt: skip
    top = brush.chips(chips, left, top, width) + 3
    form = creation.form(playing)
    if form is None:
        return brush.prose(_("Ce jeu n'a pas de cartes."), left, top, width)
    room, low = width, top
    if creation.kind == CARD and width > BESIDE:
        wide = playing.cards.width(CARD_HIGH)
        room = width - wide - 8
        low = _preview(brush, playing, form, (left + room + 8, top, wide))
    top = form.draw(brush, left, top, room) + 4
    do = partial(_make, playing, creation)
    brush.button("create:make", form.label, Box(left, top, 40, TALL + 1.6), do, kind="main",
                 size=BODY + 1, main=True)  # fmt: skip
    brush.button("create:no", _("Laisser"), Box(left + 43, top, 40, TALL + 1.6),
                 partial(turn_creating, playing))  # fmt: skip
    top += TALL + 1.6
    if playing.session.rules.made and playing.journal is not None:
        words = _("Imprimer ce qui a été créé, et le garder pour le jeu")
        chip = Chip("create:print", words, "quiet", partial(_print, playing, playing.journal))
        top = brush.chips([chip], left, top + 4, width)
    return max(top, low)


def _preview(
    brush: Brush, playing: Playing, form: MakingForm, place: tuple[float, float, float]
) -> float:
    """Draw the card as it will be on the wall and on paper, as soon as it has a family."""
    left, top, width = place
    filled = form.gesture()
    values: dict[str, Value] = dict(filled.values) if isinstance(filled, Create) else {}
    families = playing.session.rules.families
    family = str(values.get(FAMILY, ""))
    box = Box(left, top, width, CARD_HIGH)
    if family not in families or TITLE not in values:
        brush.rect(box, stroke=brush.colours.line, radius=3)
        words = _("La carte se dessine ici dès qu'elle a une famille et un titre.")
        return max(brush.prose(words, left + 5, top + 6, width - 10, colour=brush.colours.soft),
                   top + CARD_HIGH)  # fmt: skip
    card = card_of(Improvised(f"{families[family].code}-X", CARD, values, ""))
    drawn, whole = playing.cards.preview(card, left, top, CARD_HIGH)
    brush.add(drawn)
    low = top + CARD_HIGH
    if whole:
        return low
    words = _("Tout ne tient pas sur la carte : raccourcissez.")
    return brush.prose(words, left, low + 2, width, colour=brush.colours.accent)


def _print(playing: Playing, journal: Path) -> None:
    """Print what was made so far beside the journal."""
    try:
        printed, written = print_improvised(playing.opened, journal, playing.cards.library)
    except EclaireursError as error:
        playing.message = str(error).partition("\n")[0]
        return
    playing.message = wrote(printed, written)


def _choose(creation: Creation, kind: str) -> None:
    creation.kind = kind


def _make(playing: Playing, creation: Creation) -> None:
    """Make it; what is wrong is said at the foot, and nothing typed is lost."""
    form = creation.form(playing)
    filled = form.gesture() if form else None
    if filled is None:
        playing.message = _("Écrivez d'abord ce que vous créez.")
    elif playing.make(FACILITATOR, filled):
        playing.creating, playing.creation = False, None
