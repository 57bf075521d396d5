"""Who is there: each seat and who holds it, with the ways to change it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from eclaireurs_play.engine.attendance import bent, holding, is_pseudonym
from eclaireurs_play.engine.gestures import FACILITATOR, Seat
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import State
from eclaireurs_play.layout.display import Box
from eclaireurs_play.play.people import read_names, said_names
from eclaireurs_play.table.brush import BODY, SMALL, Brush, Chip
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.fields import field_of
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.words import _

How = Literal["", "arrive", "replace", "share", "leave"]


@dataclass
class Attending:
    """The sheet of who is there; `how` the seat chosen is to change, once people have said who."""

    playing: Playing
    seat: str = ""
    how: How = ""
    names: Editor = field(default_factory=lambda: Editor(single=True))
    reason: Editor = field(default_factory=lambda: Editor(single=True))

    _asked: str = ""

    def focus(self) -> str:
        """Say once, when something is asked, where one answers."""
        asked, self._asked = self._asked, ""
        return asked

    def ask(self, seat: str, how: How) -> None:
        """Ask who comes, or why someone leaves; where nothing is asked, change the seat at once."""
        self.seat, self.how = seat, how
        self.names, self.reason = Editor(single=True), Editor(single=True)
        anonymous = self.playing.session.rules.game.anonymous
        if not anonymous:
            self._asked = "attend:reason" if how == "leave" else "attend:names"
        elif how != "leave":
            self.settle()

    def settle(self) -> None:
        """Let those named have the seat, with those who stay."""
        before = self.here(self.seat) if self.how == "share" else ()
        people = tuple(dict.fromkeys((*before, *read_names(self.names.text))))
        self._make(Seat(self.seat, people))

    def leave(self, *names: str) -> None:
        """Let some of those at the seat go, or all of them."""
        left = tuple(one for one in self.here(self.seat) if one not in names) if names else ()
        self._make(Seat(self.seat, left, "people" if left else "empty", self.reason.text.strip()))

    def hand_over(self, seat: str) -> None:
        """Let the program hold a seat."""
        reason = self.reason.text.strip() if self.seat == seat else ""
        self._make(Seat(seat, (), "simulated", reason))

    def here(self, seat: str) -> tuple[str, ...]:
        """Give the names of those who hold a seat, when they were told."""
        seated = self.playing.state.seats.get(seat)
        return seated.people if seated else ()

    def forget(self) -> None:
        """Change nothing."""
        self.seat, self.how = "", ""

    def _make(self, gesture: Seat) -> None:
        stay = gesture.people and set(gesture.people) <= set(self.here(gesture.about))
        comes = gesture.held == "people" and not stay
        if not self.playing.make(FACILITATOR, gesture):
            return
        self.forget()
        anonymous = self.playing.session.rules.game.anonymous
        if comes and not anonymous and not self.playing.over:
            name = capital(self.playing.session.rules.name(gesture.about))
            self.playing.message = _("{name} : sa feuille se lit à la touche « feuille ».").format(
                name=name)  # fmt: skip


def turn_attending(playing: Playing) -> None:
    """Open the sheet of who is there, or close it."""
    playing.attending = None if playing.attending else Attending(playing)
    playing.creating, playing.side, playing.message = False, "work", ""


def who_words(state: State, seat: str) -> str:
    """Say who holds a seat: names, someone, the program, nobody."""
    held = holding(state, seat)
    if held == "simulated":
        return _("place simulée")
    if held == "empty":
        return _("place vide") if seat in state.seats else _("pas en jeu")
    people = state.seats[seat].people
    return said_names(people) if people else _("quelqu'un")


def draw_attending(
    brush: Brush, sheet: Attending, place: tuple[float, float, float]
) -> float:  # fmt: skip
    """Draw each seat, who holds it, and what may change."""
    left, top, width = place
    playing = sheet.playing
    rules = playing.session.rules
    top = brush.heading(_("Qui est là ?"), left, top, width) + 0.6
    words = _("Personne n'attend une place vide : la séance continue sans elle. "
              "Qui arrive joue dès cette étape.")  # fmt: skip
    if rules.game.anonymous:
        words = _("Un pseudonyme ne part ni n'arrive ici : tout le monde verrait de qui il est. "
                  "N'attendez personne, l'étape se clôt sans le papier de qui manque ; qui arrive "
                  "tire un papier resté dans le chapeau.")  # fmt: skip
    top = brush.note(words, left, top, width) + 3
    for seat in (one for one in rules.scenario.seats if not is_pseudonym(rules, one)):
        top = _seat(brush, sheet, seat, (left, top, width)) + 3
    brush.button("attend:close", _("Revenir au jeu"), Box(left, top + 1, 44, 9),
                 partial(turn_attending, playing), kind="main")  # fmt: skip
    return top + 11


def _seat(
    brush: Brush, sheet: Attending, seat: str, place: tuple[float, float, float]
) -> float:  # fmt: skip
    left, top, width = place
    rules, state = sheet.playing.session.rules, sheet.playing.state
    held = holding(state, seat)
    there = held != "empty"
    brush.dot(left + 1.6, top + 3.2, full=there)
    colour = brush.colours.ink if there else brush.colours.soft
    x = left + 5
    x += brush.word(capital(rules.name(seat)), (x, top + 4.6), BODY, font="semibold",
                    colour=colour, room=width * 0.5) + 4  # fmt: skip
    brush.word(who_words(state, seat), (x, top + 4.6), BODY, colour=brush.colours.soft,
               room=left + width - x)  # fmt: skip
    if sheet.seat == seat and sheet.how:
        return _asked(brush, sheet, (left + 5, top + 7, width - 5))
    return brush.chips(_changes(sheet, seat), left + 5, top + 7, width - 5, size=SMALL + 1)


def _changes(sheet: Attending, seat: str) -> Iterator[Chip]:
    """List what may happen to a seat now."""
    rules, state = sheet.playing.session.rules, sheet.playing.state
    held, named = holding(state, seat), not rules.game.anonymous

    def chip(how: How, words: str) -> Chip:
        return Chip(f"attend:{how}:{seat}", words, "plain", partial(sheet.ask, seat, how))

    if held == "people":
        yield chip("leave", _("Part"))
        if named:
            yield chip("replace", _("Est remplacé…"))
            yield chip("share", _("Partage sa place…"))
    else:
        yield chip("arrive", _("Quelqu'un arrive…") if named else _("Quelqu'un arrive"))
    if held == "simulated":
        yield chip("leave", _("Laisser vide"))
    else:
        yield Chip(f"attend:simulate:{seat}", _("Confier au programme"), "plain",
                   partial(sheet.hand_over, seat))  # fmt: skip


def _asked(brush: Brush, sheet: Attending, place: tuple[float, float, float]) -> float:
    """Draw what is asked before a seat changes hands."""
    left, top, width = place
    no = Chip("attend:no", _("Ne rien changer"), "quiet", sheet.forget)
    if sheet.how == "leave":
        return _leaving(brush, sheet, no, place)
    label = {"arrive": _("Qui arrive ? Un nom, ou plusieurs : Léa et Omar"),
             "replace": _("Qui tient la place maintenant ?"),
             "share": _("Qui vient partager la place ?")}[sheet.how]  # fmt: skip
    top = field_of(brush, ("attend:names", label), sheet.names, Box(left, top + 1, width, 0), 1,
                   enter=sheet.settle) + 2.4  # fmt: skip
    yes = Chip("attend:yes", _("C'est fait"), "main", sheet.settle)
    return brush.chips([yes, no], left, top, width)


def _leaving(brush: Brush, sheet: Attending, no: Chip, place: tuple[float, float, float]) -> float:
    """Draw who leaves, the rule it bends, why if one wants to say it, and the other way."""
    left, top, width = place
    rules, state, seat = sheet.playing.session.rules, sheet.playing.state, sheet.seat
    guard = bent(rules, state, Seat(seat, (), "empty"))
    if guard is not None:
        words = _("{rule} La place vide sera notée comme un écart ; le programme peut aussi la "
                  "tenir.").format(rule=guard.sentence)  # fmt: skip
        top = brush.prose(words, left, top + 0.5, width) + 1
    if not rules.game.anonymous:
        named = ("attend:reason", _("Pourquoi, si vous voulez le noter"))
        top = field_of(brush, named, sheet.reason, Box(left, top + 1, width, 0), 1,
                       enter=sheet.leave) + 2.4  # fmt: skip
    here = sheet.here(seat)
    chips = [Chip("attend:yes", _("La place reste vide"), "main", sheet.leave)]
    if len(here) > 1:
        chips = [
            *(Chip(f"attend:goes:{one}", _("{name} part").format(name=one), "plain",
                   partial(sheet.leave, one)) for one in here),
            Chip("attend:yes", _("Tous partent, la place reste vide"), "plain", sheet.leave),
        ]  # fmt: skip
    if holding(state, seat) != "simulated":
        chips.append(Chip(f"attend:simulate:{seat}", _("Le programme la tient"), "plain",
                          partial(sheet.hand_over, seat)))  # fmt: skip
    return brush.chips([*chips, no], left, top, width)
