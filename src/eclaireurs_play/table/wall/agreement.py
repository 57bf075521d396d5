"""Where the agreement stands among all that could have been signed: one figure, and words.

It is computed from the sheets, which are secret: only once all is over, and when it is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from eclaireurs_play.engine.negotiation.exact import percent
from eclaireurs_play.engine.negotiation.frontier import frontier, uncrossed
from eclaireurs_play.engine.negotiation.space import LARGEST as MOST
from eclaireurs_play.engine.negotiation.standing import Standing, standing
from eclaireurs_play.engine.negotiation.table import NegotiationTable, Numbers
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Proposal, proposal_named
from eclaireurs_play.layout.display import Box, Circle, Line, Rect
from eclaireurs_play.layout.look import STRONG
from eclaireurs_play.play.naming import listed, worded
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LEAST, LINE, Row, rows, under, write
from eclaireurs_play.table.words import _

WHOLE = 1_000_000
TALL, BAR = 19.0, 6.0
ADOPTED, HELD = "adopte", "sinon"
"""How an outcome says that a version was adopted, or that objections remain."""

WIDE = 300.0
"""Under so many mm, names take a larger share of the figure."""

FIGURE = 120.0
"""The least height, in mm, that leaves room to say what each mark is."""


@dataclass(frozen=True)
class Reached:
    """An agreement beside the others: satisfactions are in parts per million, seat by seat."""

    table: NegotiationTable
    proposal: int

    @cached_property
    def standing(self) -> Standing:
        """Compare it with what crosses no red line."""
        return standing(self.table, self.proposal)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Give, seat by seat, the least and the most that good compromises give."""
        fair = uncrossed(self.table)
        best = self.table.satisfaction[:, frontier(self.table, fair if fair.any() else None)]
        return tuple((int(row.min()), int(row.max())) for row in best)

    @cached_property
    def better(self) -> tuple[int, ...]:
        """Give what each seat could have had without anyone losing, in the best such agreement."""
        gains = zip(self.standing.satisfaction, self.standing.room.gained, strict=True)
        return tuple(here + gain for here, gain in gains)


def adopted(shown: Shown) -> Proposal | None:
    """Give the last version that a discussion adopted."""
    return next((version for verdict, version in _verdicts(shown) if verdict == ADOPTED), None)


def refused(shown: Shown) -> str:
    """Say why nothing is adopted; "" if something is, or if nothing was to be."""
    if adopted(shown) is not None:
        return ""
    said = (one.outcome.sentence for one in reversed(shown.state.results)
            if HELD in one.outcome.chosen[:1])  # fmt: skip
    return worded(shown.rules, shown.state, next(said, ""))


def now_at(shown: Shown) -> Proposal | None:
    """Give the version where the table stands: adopted, or the last not refused."""
    out = {version.id for verdict, version in _verdicts(shown) if verdict == HELD}
    found = adopted(shown) or next(_listed(shown), None)
    return found if found and found.id not in out else None


def last_version(shown: Shown) -> Proposal | None:
    """Give the version adopted, or else the last discussed, when it settles every term."""
    terms, agreed = shown.rules.scenario.terms, adopted(shown)
    known = (*([agreed] if agreed else []), *_listed(shown))
    return next((one for one in known if terms and one.options.keys() == terms.keys()), None)


def _verdicts(shown: Shown) -> Iterator[tuple[str, Proposal]]:
    """List what became of versions that were to be adopted, the last first."""
    for one in reversed(shown.state.results):
        verdict = next(iter(one.outcome.chosen), "")
        version = proposal_named(shown.state, next(iter(one.outcome.items), ""))
        if version is not None and verdict in {ADOPTED, HELD}:
            yield verdict, version


def _listed(shown: Shown) -> Iterator[Proposal]:
    """List the versions that results name, the last first."""
    for one in reversed(shown.state.results):
        for item in one.outcome.items:
            version = proposal_named(shown.state, item)
            if version is not None:
                yield version


def reached(shown: Shown) -> Reached | None:
    """Compute where the agreement stands; nothing before the end, nor unless it is asked for."""
    version = last_version(shown) if shown.reveals else None
    scenario = shown.rules.scenario
    seats = [name for name, seat in scenario.seats.items()
             if name in shown.state.seats and (seat.weights or seat.red_lines)]  # fmt: skip
    size = 1
    for term in scenario.terms.values():
        size *= len(term.options)
    if version is None or not seats or size > MOST:
        return None
    table = Numbers(scenario, seats).at(shown.state.active)
    return Reached(table, table.space.index(version.options))


def sentence(shown: Shown, found: Reached) -> str:
    """Say it to people who know no economics."""
    here, name = found.standing, shown.rules.name
    if here.room.none:
        said = _("Personne ne pouvait avoir davantage sans que quelqu'un y perde.")
    else:
        gains = zip(here.room.gained, found.table.seats, strict=True)
        who = listed(name(seat) for gain, seat in gains if gain)
        said = _("Un autre accord aurait donné plus à {who}, sans que personne y perde.").format(
            who=who
        )
    if here.objecting:
        who = listed(map(name, here.objecting))
        said = f"{said} {_('D’après leur fiche, avaient de quoi s’y opposer : {who}.')}".format(
            who=who
        )
    return said


def draw_agreement(brush: Brush, shown: Shown, found: Reached, box: Box) -> None:
    """Draw a line from nothing to everything for each seat, and where the agreement stands."""
    top = write(brush, sentence(shown, found), Box(box.x, box.y, box.width, box.height * 0.3),
                (26.0, 23.0, LEAST), voice=STRONG) + 4  # fmt: skip
    foot = 2 * LINE + 2 if box.height >= FIGURE else 0.0
    seats = found.table.seats
    room = (box.y + box.height - top - foot) / max(1, len(seats))
    if room < LINE:
        shares = zip(found.table.seats, found.standing.satisfaction, strict=True)
        told = (Row(capital(shown.rules.name(seat)), note=f"{percent(share)} %")
                for seat, share in shares)  # fmt: skip
        rows(brush, told, under(box, top), most=len(seats))
        brush.aside(partial(_alone, shown, found))
        return
    telling = room >= TALL + LINE - 6
    tall = min(TALL, room - LINE if telling else room)
    for at, seat in enumerate(seats):
        _row(brush, shown, found, at, Box(box.x, top, box.width, tall))
        top += tall
        if telling:
            brush.word(held(shown, seat), (box.x, top + 3.5), LEAST, colour=brush.colours.soft,
                       room=box.width)  # fmt: skip
            top += LINE
    if not telling:
        brush.later(*_every_held(shown, found))
    if foot:
        _legend(brush, found, under(box, box.y + box.height - foot + 2))
    else:
        brush.later(_marks(found))


def _every_held(shown: Shown, found: Reached) -> Iterator[str]:
    """Say what each sheet held to."""
    for seat in found.table.seats:
        if words := held(shown, seat):
            yield f"{capital(shown.rules.name(seat))} : {words}"


def _alone(shown: Shown, found: Reached, brush: Brush, box: Box) -> None:
    """Draw the figure by itself, its sentence aside."""
    tall = box.height / max(1, len(found.table.seats))
    for at in range(len(found.table.seats)):
        _row(brush, shown, found, at, Box(box.x, box.y + at * tall, box.width, min(tall, TALL)))
    brush.later(*_every_held(shown, found), _marks(found))


def held(shown: Shown, seat: str) -> str:
    """Say what the first sheet of a seat held to; nothing unless it is asked for, at the end."""
    seated = shown.state.seats[seat]
    role = shown.rules.roles[seated.earlier[0] if seated.earlier else seated.role]
    return role.private.holds_to if shown.reveals else ""


def _row(brush: Brush, shown: Shown, found: Reached, at: int, box: Box) -> None:
    """Draw a seat: its name, its line, what it has."""
    names = box.width * (0.3 if box.width >= WIDE else 0.4)
    line = Box(box.x + names, box.y + box.height / 2 - BAR / 2, box.width - names - 26, BAR)
    base = box.y + box.height / 2 + 2.5
    brush.word(capital(shown.rules.name(found.table.seats[at])), (box.x, base), LEAST,
               font="semibold", room=names - 5)  # fmt: skip
    _line(brush, found, at, line)
    share = percent(found.standing.satisfaction[at])
    brush.word(f"{share} %", (box.x + box.width, base), LEAST, font="bold", align="right")


def _line(brush: Brush, found: Reached, at: int, box: Box) -> None:
    colours, middle = brush.colours, box.y + box.height / 2
    low, high = found.spans[at]
    brush.add(Line(((box.x, middle), (box.x + box.width, middle)), colours.line, 0.6))
    x = box.x + box.width * low / WHOLE
    span = max(1.0, box.width * (high - low) / WHOLE)
    brush.add(Rect(x, box.y, span, box.height, colours.tint, colours.line, 0.4, 1.0))
    enough = int(found.table.reservations[at])
    if enough:
        x = box.x + box.width * enough / WHOLE
        brush.add(Line(((x, box.y - 2.5), (x, box.y + box.height + 2.5)), colours.ink, 1.0))
    better, here = found.better[at], found.standing.satisfaction[at]
    if better != here:
        x = box.x + box.width * better / WHOLE
        brush.add(Circle(x, middle, 3.4, fill=colours.paper, stroke=colours.ink, line=0.8))
    brush.add(Circle(box.x + box.width * here / WHOLE, middle, 3.4, fill=colours.ink))


def _legend(brush: Brush, found: Reached, box: Box) -> None:
    write(brush, _marks(found), box, (LEAST,), colour=brush.colours.soft)


def _marks(found: Reached) -> str:
    """Say what each mark is."""
    better = _("cercle vide : l'accord qui donnait plus") if not found.standing.room.none else ""
    enough = _("trait : le seuil pour dire oui") if found.table.reservations.any() else ""
    here = _("point plein : cette proposition")
    span = _("bande : ce que donnent les meilleurs compromis")
    much = _("% : la part obtenue de ce qui compte pour la fiche")
    return " ; ".join(filter(None, (here, better, enough, span, much)))
