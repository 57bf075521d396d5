"""The form of terms: an option for each, and what the whole moves, at once."""

from collections.abc import Mapping
from functools import partial

from eclaireurs_play.engine.domains import Terms
from eclaireurs_play.engine.gestures import Fill, Gesture
from eclaireurs_play.model.scenario import Scenario
from eclaireurs_play.model.units import agreeing
from eclaireurs_play.play.values import number_words
from eclaireurs_play.table.brush import SMALL, Brush, Chip
from eclaireurs_play.table.forms.base import Asked, Done
from eclaireurs_play.table.words import _


class TermsForm:
    """Terms with their options; an amendment begins from the version that it changes."""

    def __init__(self, asked: Asked, done: Done) -> None:
        assert isinstance(asked.ask.domain, Terms)  # noqa: S101 - the registry keeps them together
        del done
        self.asked, self.domain = asked, asked.ask.domain
        self.base = dict(self.domain.base or {})
        self.picked = dict(self.base)
        self.label = _("Amender") if self.base else _("Proposer")

    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Draw each term, then what the whole moves on the axes."""
        scenario = self.asked.rules.scenario
        for term, options in self.domain.terms.items():
            top = brush.heading(scenario.terms[term].title, left, top, width)
            items = [
                Chip(f"form:term:{term}:{name}", self._words(term, name, words),
                 "chosen" if self.picked.get(term) == name else "plain",
                 partial(self._pick, term, name))
                for name, words in options.items()
            ]  # fmt: skip
            top = brush.chips(items, left, top, width) + 3
        return self._effects(brush, left, top, width) if scenario.axes else top

    def _words(self, term: str, name: str, words: str) -> str:
        kept = self.base.get(term) == name and self.picked.get(term) != name
        return f"{words} ({_('avant')})" if kept else words

    def _pick(self, term: str, name: str) -> None:
        self.picked[term] = name

    def _effects(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Write what the choices move, axis by axis, and how that differs from before."""
        scenario = self.asked.rules.scenario
        top = brush.heading(_("Ce que cela fait bouger"), left, top, width)
        rows = {
            scenario.axes[axis].title: told
            for axis in scenario.axes
            if (told := moved_words(scenario, axis, self.picked, self.base))
        }
        if not rows:
            return brush.note(_("Rien encore."), left, top, width)
        return brush.table(rows, left, top, width, SMALL + 1)

    def gesture(self) -> Gesture | None:
        """Give what changes, or every option of a first proposal."""
        changed = {term: one for term, one in self.picked.items() if self.base.get(term) != one}
        return Fill(self.asked.ask.about, changed) if changed else None


def moved(
    scenario: Scenario, axis: str, options: Mapping[str, str], *, later: bool = False
) -> float:
    """Add up what chosen options move on an axis, in its unit."""
    chosen = (scenario.terms[term].options[one] for term, one in options.items())
    return sum((one.later if later else one.moves).get(axis, 0.0) for one in chosen)


def moved_words(
    scenario: Scenario, axis: str, options: Mapping[str, str], base: Mapping[str, str]
) -> str:
    """Say what options move on an axis, now and later, and before; "" when nothing moves."""
    now, later = moved(scenario, axis, options), moved(scenario, axis, options, later=True)
    before = moved(scenario, axis, base)
    if not (now or later or before):
        return ""
    told = f"{_way(now)} {agreeing(scenario.axes[axis].unit, now)}"
    if later and scenario.horizon:
        horizon = scenario.horizon.later
        told += " ; " + _("{moved} de plus dans {horizon}").format(
            moved=_way(later), horizon=horizon
        )
    if base and before != now:
        told += " " + _("(avant : {before})").format(before=_way(before))
    return told


def _way(value: float) -> str:
    """Write a change with an arrow, so that its sense is not told by a sign alone."""
    if not value:
        return "0"
    return f"{'↑' if value > 0 else '↓'} {'+' if value > 0 else '−'}{number_words(abs(value))}"
