"""What `check` says of a contract in force: a guard-rail it breaks, a game that never reads it."""

from collections.abc import Iterator
from fractions import Fraction

from eclaireurs_play.checks.holdings import HOLDS
from eclaireurs_play.content.bundle import ScenarioContent, phases_of
from eclaireurs_play.engine.negotiation.exact import exact
from eclaireurs_play.errors import Diagnostic
from eclaireurs_play.model.scenario import Guardrail, Scenario

Problems = Iterator[Diagnostic]


def of_scenario(content: ScenarioContent) -> Problems:
    """Check the contract in force against the charter, and that the game has a use for it."""
    if not content.scenario.current:
        return
    yield from _beyond(content)
    held = (HOLDS[type(phase)] for phase, _ in phases_of(content.content.game))
    if "proposals" not in held:
        sentence = "aucune étape du jeu ne lit ce contrat en vigueur : rien ne s'y propose"
        hint = "retirez current, ou ajoutez au jeu une étape propose"
        yield content.source.problem(("current",), sentence, hint, key=True, warning=True)


def _beyond(content: ScenarioContent) -> Problems:
    """Tell the guard-rails that are broken before anyone changes anything."""
    scenario = content.scenario
    for card, rail in scenario.charter.guardrails.items() if scenario.charter else ():
        moved, unit = _moved(scenario, rail.axis), scenario.axes[rail.axis].unit
        if bound := _broken(rail, moved):
            sentence = f"le contrat en vigueur franchit ce garde-fou : {_words(moved)} {unit}, "
            place = ("charter", "guardrails", card)
            hint = "desserrez ce garde-fou, ou changez current"
            yield content.source.problem(
                place, f"{sentence}pour {bound}", hint, key=True, warning=True
            )


def _moved(scenario: Scenario, axis: str) -> Fraction:
    """Add up what the options in force move on an axis, exactly."""
    options = (scenario.terms[term].options[one] for term, one in scenario.current.items())
    return sum((exact(one.moves.get(axis, 0)) for one in options), Fraction(0))


def _broken(rail: Guardrail, moved: Fraction) -> str:
    """Say the bound that a value goes beyond, or nothing."""
    if rail.at_least is not None and moved < exact(rail.at_least):
        return f"{_words(exact(rail.at_least))} au moins"
    if rail.at_most is not None and moved > exact(rail.at_most):
        return f"{_words(exact(rail.at_most))} au plus"
    return ""


def _words(value: Fraction) -> str:
    """Write a value as people do: `12,5`."""
    return f"{float(value):g}".replace(".", ",")
