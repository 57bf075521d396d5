"""Forms to choose: among options, an order."""

from functools import partial

from eclaireurs_play.engine.domains import Options, Order
from eclaireurs_play.engine.gestures import Choose, Gesture, Rank
from eclaireurs_play.layout.display import Box
from eclaireurs_play.table.brush import BODY, SMALL, TALL, Brush, Chip
from eclaireurs_play.table.forms.base import Asked, Done
from eclaireurs_play.table.words import _


class OptionsForm:
    """Options as buttons; one choice among several is made at once."""

    def __init__(self, asked: Asked, done: Done) -> None:
        assert isinstance(asked.ask.domain, Options)  # noqa: S101 - the registry keeps them together
        self.asked, self.domain, self.done = asked, asked.ask.domain, done
        self.picked: list[str] = []
        self.label = "" if self._at_once else _("Choisir")

    @property
    def _at_once(self) -> bool:
        return self.domain.at_most == 1 == self.domain.at_least

    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Draw every option, those chosen with a mark."""
        items = [
            Chip(f"form:option:{name}", words, "chosen" if name in self.picked else "plain",
             partial(self._pick, name))
            for name, words in self.domain.options.items()
        ]  # fmt: skip
        bottom = brush.chips(items, left, top, width, keys=True)
        if not self._at_once and self.domain.at_most > 1:
            words = _("De {least} à {most} ; choisis : {count}.").format(
                least=self.domain.at_least, most=self.domain.at_most, count=len(self.picked)
            )
            bottom = brush.note(words, left, bottom + 1.5, width)
        return bottom

    def _pick(self, name: str) -> None:
        if self._at_once:
            self.picked = [name]
            self.done()
        elif name in self.picked:
            self.picked.remove(name)
        else:
            self.picked = [*self.picked, name][-self.domain.at_most :]

    def gesture(self) -> Gesture | None:
        """Give the options chosen; none at all is a choice where the ask allows it."""
        if len(self.picked) < self.domain.at_least:
            return None
        order = tuple(one for one in self.domain.options if one in self.picked)
        return Choose(self.asked.ask.about, order)


class OrderForm:
    """Items put in order, one press after the other; a press on `=` ties one with that above."""

    def __init__(self, asked: Asked, done: Done) -> None:
        assert isinstance(asked.ask.domain, Order)  # noqa: S101 - the registry keeps them together
        del done
        self.asked, self.domain = asked, asked.ask.domain
        self.order: list[list[str]] = []
        self.label = _("Garder cet ordre")

    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Draw the order so far, then what is left to put."""
        rank = 1
        for group in self.order:
            for name in group:
                self._row(brush, name, rank, Box(left, top, width, TALL))
                top += TALL + 1.2
            rank += len(group)
        left_over = [one for one in self.domain.items if not any(one in g for g in self.order)]
        if not left_over:
            return top
        words = _("Dans l'ordre, appuyez sur le premier, puis sur le suivant :")
        top = brush.note(words, left, top + 1, width) + 1
        items = [
            Chip(
                f"form:rank:{name}", self.asked.title(name), "plain", partial(self._put, name), name
            )
            for name in left_over
        ]
        return brush.chips(items, left, top, width, keys=True)

    def _row(self, brush: Brush, name: str, rank: int, box: Box) -> None:
        brush.rect(box, fill=brush.colours.paper, stroke=brush.colours.line)
        brush.hit(f"form:row:{name}", box, self.asked.title(name), lambda: None, carries=name,
                  takes=partial(self._before, name))  # fmt: skip
        base = brush.middle(box, BODY)
        brush.word(f"{rank}.", (box.x + 2.5, base), font="bold")
        brush.word(self.asked.title(name), (box.x + 11, base), room=box.width - 52)
        right = box.x + box.width
        for at, (sign, words, do) in enumerate(
            (
                ("×", _("Retirer"), partial(self._take, name)),
                ("=", _("À égalité avec celui du dessus"), partial(self._tie, name)),
                ("↓", _("Descendre"), partial(self._shift, name, 1)),
                ("↑", _("Monter"), partial(self._shift, name, -1)),
            )
        ):
            key = Box(right - (at + 1) * 9, box.y + 0.8, 8, TALL - 1.6)
            says = f"{words} : {self.asked.title(name)}"
            brush.button(f"form:{sign}:{name}", sign, key, do, size=SMALL, says=says)

    def _put(self, name: str) -> None:
        if sum(map(len, self.order)) < self.domain.at_most:
            self.order.append([name])

    def _before(self, name: str, carried: str, x: float, y: float) -> None:
        """Put what was dropped on a row in its place; the row and those under it go down."""
        del x, y
        known = sum(map(len, self.order))
        inside = any(carried in group for group in self.order)
        if carried == name or carried not in self.domain.items:
            return
        if not inside and known >= self.domain.at_most:
            return
        flat = [one for group in self.order for one in group if one != carried]
        down = inside and self._place(carried) < self._place(name)
        flat.insert(flat.index(name) + down, carried)
        self.order = [[one] for one in flat]

    def _place(self, name: str) -> int:
        return [one for group in self.order for one in group].index(name)

    def _take(self, name: str) -> None:
        self.order = [
            left for group in self.order if (left := [one for one in group if one != name])
        ]

    def _tie(self, name: str) -> None:
        at = next(at for at, group in enumerate(self.order) if name in group)
        if len(self.order[at]) > 1:
            self.order[at].remove(name)
            self.order.insert(at + 1, [name])
        elif at:
            self.order[at - 1].append(name)
            del self.order[at]

    def _shift(self, name: str, way: int) -> None:
        flat = [one for group in self.order for one in group]
        at = flat.index(name)
        there = max(0, min(at + way, len(flat) - 1))
        flat.insert(there, flat.pop(at))
        self.order = [[one] for one in flat]

    def gesture(self) -> Gesture | None:
        """Give the order, once enough is in it."""
        if sum(map(len, self.order)) < self.domain.at_least:
            return None
        return Rank(self.asked.ask.about, tuple(tuple(group) for group in self.order))
