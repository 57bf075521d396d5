"""The end of a session on the desk: what to write, to print, to see again, and how to go on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from eclaireurs_play.engine.gestures import Audience
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import HEAVY, STRONG
from eclaireurs_play.table.brush import BODY, Brush, Chip, Kind
from eclaireurs_play.table.foot import rated, turn_map
from eclaireurs_play.table.interludes import watch
from eclaireurs_play.table.log import Told
from eclaireurs_play.table.paperwork import print_improvised, print_kit, write_synthesis, wrote
from eclaireurs_play.table.past import Undoing
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.words import _

GAP, COLUMN = 8.0, 150.0
WIDE = 250.0
"""Width in mm from which the story of the session stands beside the keys."""

LAST = 120
"""How many lines of the story are shown."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What can be done with a session that is over; `home` goes to the start screen."""

    playing: Playing
    folder: Path
    library: Path | None
    home: Callable[[], None]

    def synthesis(self, audience: Audience) -> None:
        """Write the page of the session beside its journal."""
        playing = self.playing
        beside = playing.journal or self.folder / f"{playing.session.rules.scenario.id}.jsonl"
        try:
            path = write_synthesis(playing.opened, beside, audience, self.library)
        except EclaireursError as error:
            playing.message = str(error)
            return
        playing.message = _("La synthèse est écrite : {path}").format(path=path)

    def kit(self) -> None:
        """Print the kit of the session's situation, for as many people as played."""
        session = self.playing.session
        name, people = session.rules.scenario.id, len(session.state.seats)
        try:
            path = print_kit(name, self.folder, self.library, people=people)
        except EclaireursError as error:
            self.playing.message = str(error).partition("\n")[0]
            return
        self.playing.message = _("Le kit est prêt : {path}").format(path=path)

    def improvised(self) -> None:
        """Print what was made on the spot, and write it for whoever keeps the game."""
        playing = self.playing
        beside = playing.journal or self.folder / f"{playing.session.rules.scenario.id}.jsonl"
        try:
            printed, written = print_improvised(playing.opened, beside, self.library)
        except EclaireursError as error:
            playing.message = str(error).partition("\n")[0]
            return
        playing.message = wrote(printed, written)

    def reveal(self) -> None:
        """Show on the projector what each sheet held to, or hide it again."""
        self.playing.revealed = not self.playing.revealed

    def again(self) -> None:
        """Take back the end of the session; slips that ending it early opened stay."""
        playing = self.playing
        if playing.session.state.status == "stopped":
            playing.back(1, knowingly=True)
        else:
            playing.undo(knowingly=True)


def draw_ending(brush: Brush, ending: Ending) -> None:
    """Draw a frame of the end screen."""
    beside = brush.width > WIDE
    width = COLUMN if beside else brush.width
    box = Box(0, 0, width + GAP, brush.height)
    brush.panel("work", box, partial(_keys, ending=ending))
    if beside:
        left = width + 2 * GAP
        box = Box(left, 8, brush.width - left - GAP, brush.height - 16)
        playing = ending.playing
        told = playing.log.lines(playing.session)
        brush.panel("told", box, partial(_told, told=told))


def _keys(brush: Brush, left: float, top: float, width: float, *, ending: Ending) -> float:
    """Write that all is kept, then draw a key for each thing to do."""
    left, width = left + GAP, width - 2 * GAP
    playing = ending.playing
    top = brush.prose(_("La séance est finie"), left, top + 7, width, 24, voice=HEAVY) + 4
    words = _("Tout est gardé. Relisez la synthèse avec les personnes avant de la donner.")
    top = brush.prose(words, left, top, width) + 5
    if playing.undoing is not None:
        top = _confirmed(brush, playing, playing.undoing, (left, top, width)) + 5
    elif playing.message:
        top = brush.prose(playing.message, left, top, width, BODY, voice=STRONG,
                          colour=brush.colours.accent) + 5  # fmt: skip
    revealing = (
        _("Cacher les feuilles secrètes")
        if playing.revealed
        else _("Dévoiler les feuilles secrètes au projecteur")
    )
    keys: tuple[tuple[str, str, Callable[[], None]], ...] = (
        ("parties", _("Synthèse pour les personnes de la table"),
         partial(ending.synthesis, "parties")),
        ("public", _("Synthèse pour tout le monde"), partial(ending.synthesis, "public")),
        ("facilitator", _("Synthèse pour la personne qui anime"),
         partial(ending.synthesis, "facilitator")),
        ("film", _("Revoir la séance en film"), partial(watch, playing)),
        ("reveal", revealing, ending.reveal),
        ("kit", _("Imprimer le kit"), ending.kit),
        ("again", _("Annuler la fin et continuer"), ending.again),
        ("home", _("Revenir à l'accueil"), ending.home),
    )  # fmt: skip
    if playing.session.rules.made:
        made = _("Imprimer et garder ce qui a été improvisé")
        keys = (*keys[:-2], ("improvised", made, ending.improvised), *keys[-2:])
    if rated(playing):
        words = _("Cacher la carte des impacts") if playing.mapped else _(
            "Montrer la carte des impacts au projecteur")  # fmt: skip
        keys = (*keys[:-1], ("map", words, partial(turn_map, playing)), keys[-1])
    if playing.leaves.count > 1:
        keys = (*keys[:-1], ("page", playing.leaves.words, playing.leaves.turn), keys[-1])
    for name, label, do in keys:
        if name == "reveal" and playing.session.rules.game.anonymous:
            continue
        kind: Kind = "main" if name == "parties" else "plain"
        box = Box(left, top, min(width, 110.0), 10)
        brush.button(f"end:{name}", label, box, do, kind=kind)
        top += 12.5
    return top


def _confirmed(
    brush: Brush, playing: Playing, undoing: Undoing, place: tuple[float, float, float]
) -> float:
    """Ask whether what people saw is taken back all the same."""
    left, top, width = place
    top = brush.prose(undoing.why, left, top, width, BODY, voice=STRONG,
                      colour=brush.colours.accent) + 2  # fmt: skip
    again = partial(playing.back, undoing.count, knowingly=True)
    chips = [
        Chip("undo:yes", _("Annuler quand même"), "main", again),
        Chip("undo:no", _("Ne rien changer"), "plain", playing.keep_all),
    ]
    return brush.chips(chips, left, top, width)


def _told(brush: Brush, left: float, top: float, width: float, *, told: tuple[Told, ...]) -> float:
    for line in told[-LAST:]:
        if line.opens:
            top = brush.prose(line.words, left, top + 3, width, BODY + 1, voice=STRONG) + 1
        else:
            top = brush.prose(line.words, left, top, width, BODY - 1) + 1.6
    return top
