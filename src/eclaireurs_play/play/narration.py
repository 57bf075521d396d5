"""A session told in words: what each action did, as one would tell someone who was not there."""

from collections.abc import Callable, Iterator, Mapping

from eclaireurs_play.engine.flow import Event
from eclaireurs_play.engine.gestures import GROUP, NEWS, Draw
from eclaireurs_play.engine.improvised import FAMILY, ROLE, SEAT, SURPRISE
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, Result, State, all_contributions
from eclaireurs_play.play.handovers import handover_words
from eclaireurs_play.play.naming import (
    objecting,
    order_words,
    ranked_words,
    raw_order,
    title,
    worded,
)
from eclaireurs_play.play.saying import contribution_words

_CLOSINGS = {
    "shortened": "étape écourtée",
    "skipped": "étape sautée",
    "stopped": "séance arrêtée ici",
}

SEVERAL = 2
"""An order of more places than this is told after who came first."""

Line = tuple[str, str]
"""What is told, and the id by which it can be placed, judged or corrected, if it can."""


def tell(
    rules: Rules, state: State, events: tuple[Event, ...], *, numbered: bool = False
) -> Iterator[str]:
    """Tell events, given the state they led to; a line that opens a phase starts with `##`.

    `numbered` adds the id by which a note can be placed or corrected, and tells ballots one by one.
    """
    for event in events:
        if not numbered and _is_ballot(rules, state, event):
            continue
        for told, number in _TELLERS[event.kind](rules, state, event):
            yield f"{told} ({number})" if numbered and number else told


def _opened(rules: Rules, state: State, event: Event) -> Iterator[Line]:
    step = next((step for step in state.path if step.phase == event.about), None)
    heading = f"## {rules.phases[event.about].title}"
    if step and step.item:
        yield f"{heading} : {title(rules, step.phase, step.item)}", ""
    else:
        yield heading + (f" ({step.time})" if step and step.time > 1 else ""), ""


def _closed(rules: Rules, state: State, event: Event) -> Iterator[Line]:
    result = next((one for one in reversed(state.results) if one.phase == event.about), None)
    ballots = sum(one.hidden and one.by == GROUP for one in result.made) if result else 0
    if ballots:
        yield f"{ballots} bulletin{'s' if ballots > 1 else ''} dans l'urne.", ""
    settled = settled_words(rules, state, result) if result else ""
    if settled:
        yield settled if settled.endswith((".", "?", "!", "…")) else f"{settled}.", ""
    if event.detail in _CLOSINGS:
        reason = f" : {result.reason}" if result and result.reason else ""
        yield f"({rules.phase_title(event.about)}, {_CLOSINGS[event.detail]}{reason})", ""


def settled_words(rules: Rules, state: State, result: Result) -> str:
    """Say what a phase settled, as one says it; a share told by whoever made it is not repeated."""
    outcome = result.outcome
    if outcome.shares and len({one.by for one in result.made if one.gesture.do == "share"}) == 1:
        return ""
    if outcome.ordered and outcome.sentence == raw_order(rules, outcome.ordered):
        return f"Ordre retenu : {order_words(rules, result.phase, outcome.ordered)}."
    told = worded(rules, state, outcome.sentence)
    if len(outcome.ordered) <= SEVERAL:
        return told
    return f"{told} Dans l'ordre : {ranked_words(rules, result.phase, outcome.ordered)}."


def _is_ballot(rules: Rules, state: State, event: Event) -> bool:
    """Tell whether something is one of the ballots that come by the group, counted at the close."""
    leaf = state.leaf
    if leaf is None or (event.kind, event.by) != ("made", GROUP):
        return False
    secret = any(one.hidden for one in leaf.made if one.id == event.detail)
    return secret and getattr(rules.phases[leaf.phase], "ballots", 0) > 0


def _made(rules: Rules, state: State, event: Event) -> Iterator[Line]:
    found = (one for one in all_contributions(state) if one.id == event.detail)
    for last in found:
        for one in _shown_with(state, last):
            yield contribution_words(rules, state, one), one.id


def _shown_with(state: State, last: Contribution) -> tuple[Contribution, ...]:
    """List what shows with a contribution: all the round, when it ends one made in silence."""
    if last.hidden or not objecting(last.asked):
        return (last,)
    shown = [last]
    made = state.leaf.made if state.leaf else state.results[-1].made
    for one in reversed([one for one in made if one.number < last.number]):
        if one.asked != last.asked:
            break
        shown.append(one)
    return tuple(reversed(shown))


def _drew(rules: Rules, state: State, event: Event) -> Iterator[Line]:
    """Say what was drawn: a card with its code and text, a piece of news, a role, numbers."""
    found = next((one for one in all_contributions(state) if one.id == event.detail), None)
    pile = found.gesture.about if found and isinstance(found.gesture, Draw) else ""
    name, what = capital(rules.name(event.by)), event.about
    if what in rules.cards:
        text = rules.cards[what].text.strip()
        yield f"{name} prend {what} « {rules.title(what)} ». {text}", ""
    elif pile == NEWS and what in rules.scenario.surprises:
        news = rules.scenario.surprises[what]
        asks = f" {news.asks.strip()}" if news.asks else ""
        yield f"{name} lit une nouvelle : « {news.title} ». {news.text.strip()}{asks}", ""
    elif what in rules.roles:
        yield f"{name} prend le rôle « {rules.roles[what].title} ».", ""
    elif what in rules.stances:
        yield f"{name} prend la posture « {rules.stances[what].title} ».", ""
    else:
        numbers = found.asked if found and found.asked.startswith(what) else what
        phase = found.phase if found else ""
        yield f"{name} tire au sort dans « {title(rules, phase, pile)} » : {numbers}.", ""


def _created(rules: Rules, state: State, event: Event) -> Iterator[Line]:
    """Tell what was made on the spot; a card on its pile is not told before it is drawn."""
    one = next((one for one in state.improvised if one.code == event.about), None)
    if one is None:
        return
    if one.kind == ROLE:
        role, seat = rules.roles[one.code], rules.name(str(one.values[SEAT]))
        told = f"{capital(seat)} reçoit un rôle improvisé, « {role.title} »."
        yield f"{told} Son but : {role.aim}", ""
    elif one.kind == SURPRISE:
        falls = "" if one.code in state.seen else " Elle tombera à l'étape qui en attend une."
        yield f"Une nouvelle est improvisée.{falls}", ""
    elif one.code in state.seen:
        card = rules.cards[one.code]
        yield f"Carte improvisée : {one.code} « {card.title} ». {card.text}", ""
    else:
        family = rules.title(str(one.values[FAMILY]))
        yield f"Une carte improvisée, {one.code}, est posée sur la pile « {family} ».", ""


def _revealed(rules: Rules, state: State, event: Event) -> Iterator[Line]:
    """Tell one by one what was kept hidden until the phase closed."""
    last = next((one for one in reversed(state.results) if one.phase == event.about), None)
    for one in last.made if last else ():
        yield contribution_words(rules, state, one), one.id


def _deviated(rules: Rules, state: State, event: Event) -> Iterator[Line]:
    """Tell a deviation once in a phase, however often it comes again; all are kept."""
    alike = [one for one in state.deviations if one.phase == event.about]
    times = sum(one.sentence == event.detail for one in alike)
    if times <= 1:
        yield f"Écart à la règle : {worded(rules, state, event.detail)}", ""


def _lapsed(rules: Rules, state: State, event: Event) -> Iterator[Line]:
    yield f"À noter : {worded(rules, state, event.detail)}", ""


def _seated(rules: Rules, state: State, event: Event) -> Iterator[Line]:
    """Tell who comes or goes."""
    last = next(one for one in reversed(state.handovers) if one.seat == event.about)
    yield handover_words(rules, last), ""


def _ended(rules: Rules, state: State, event: Event) -> Iterator[Line]:
    del rules, state, event
    yield "## Fin de la séance", ""


def _timed(rules: Rules, state: State, event: Event) -> Iterator[Line]:
    del rules, state, event
    yield from ()


_TELLERS: Mapping[str, Callable[[Rules, State, Event], Iterator[Line]]] = {
    "opened": _opened,
    "closed": _closed,
    "drew": _drew,
    "made": _made,
    "created": _created,
    "revealed": _revealed,
    "deviated": _deviated,
    "lapsed": _lapsed,
    "seated": _seated,
    "ended": _ended,
    "timed": _timed,
}
