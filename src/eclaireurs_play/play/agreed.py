"""What a simulated group writes down of a contract: what was adopted, or that nothing changed."""

from collections.abc import Iterable, Mapping

from eclaireurs_play.engine.phases.consent import ADOPTED
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State, proposal_named


def agreed(rules: Rules, state: State) -> Mapping[str, str]:
    """Give the option of each term that holds now: of the version adopted, else of the contract."""
    last = (one for one in reversed(state.results) if one.outcome.chosen == (ADOPTED,))
    found = next((proposal_named(state, one.outcome.items[0]) for one in last), None)
    return found.options if found else rules.scenario.current


def words_for(
    rules: Rules, held: Mapping[str, str], sheet: str, sheets: Iterable[str]
) -> list[str]:
    """Say what holds for the term a sheet is named after; the first says the other terms too."""
    known = [name for name in dict.fromkeys(sheets) if name in held]
    others = [term for term in held if term not in known] if sheet == known[0] else []
    return [_said(rules, term, held[term]) for term in (sheet, *others)]


def _said(rules: Rules, term: str, option: str) -> str:
    now = rules.scenario.terms[term].options[option].title
    return f"{now} (comme avant)" if rules.scenario.current.get(term) == option else now
