"""Consent: adopted when an examination of objections keeps none.

Facilitated as practised in sociocracy (Endenburg; Buck & Villines, "We the People", 2007):
understand, react, object in silence, examine each objection, integrate, ask again.
"""

from collections.abc import Iterator
from dataclasses import replace

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.domains import Objection, Options, Terms, Text
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Choose, Fill, Gesture, Write
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask, with_leaf
from eclaireurs_play.engine.repeats import again
from eclaireurs_play.engine.state import (
    Contribution,
    Leaf,
    Outcome,
    Proposal,
    State,
    is_there,
    proposal_named,
)
from eclaireurs_play.engine.versions import (
    breach,
    holder_of,
    made_in,
    rails,
    taken_up,
    terms_of,
    with_version,
)
from eclaireurs_play.model.phases import Consent

CLARIFY = "clarification"
OBJECT, EXAMINE, INTEGRATE, ADOPTED, HELD = "objection", "examen", "integration", "adopte", "sinon"
VALID, PREFERENCE = "objection", "preference"
_PROMPTS = {
    CLARIFY: "Que n'avez-vous pas compris ? (ou passer)",
    "reaction": "Qu'est-ce que cette proposition vous fait ? (ou passer)",
    OBJECT: "Quel risque, pour qui ? Écrivez-le en silence (ou passer : pas d'objection)",
}


class ConsentKind(Kind[Consent]):
    """The leaf's step says where the group is; `round` counts the integrations begun."""

    on_proposals = True

    @override
    def begin(self, here: Here[Consent]) -> State:
        first = (*here.phase.steps, OBJECT)[0]
        return with_leaf(here.state, changed(here.leaf, step=first, round=0))

    @override
    def asks(self, here: Here[Consent], by: str) -> Iterator[Ask]:
        step = here.leaf.step
        if not current(here):
            return
        if step in _PROMPTS and by in here.leaf.actors:
            yield from _spoken(here, by, step)
        elif step == EXAMINE and by in {GROUP, FACILITATOR}:
            options = {VALID: "Un risque à traiter", PREFERENCE: "Une préférence"}
            for one in _unexamined(here):
                domain = Options(options, hoped=VALID)
                yield Ask("choose", one.id, domain, f"{one.id} : un risque, ou une préférence ?",
                          needed=by == GROUP)  # fmt: skip
        elif step == INTEGRATE and by == _integrator(here):
            yield from self._integrations(here)

    def _integrations(self, here: Here[Consent]) -> Iterator[Ask]:
        version = proposal_named(here.state, current(here))
        left = _unanswered(here)
        if version is None or not left:
            return
        prompt = f"Changer la proposition pour lever {left[0].id}"
        if version.options:
            yield Ask("fill", version.id, _changes(here, version), prompt, needed=True)
        else:
            yield Ask("write", version.id, Text(aloud=True), prompt, needed=True)
        yield pass_ask(None, needed=True)

    @override
    def stands_in_the_way(self, here: Here[Consent], by: str, gesture: Gesture) -> Guard | None:
        version = proposal_named(here.state, gesture.about)
        return breach(_changes(here, version), gesture) if version else None

    @override
    def dress(self, here: Here[Consent], contribution: Contribution) -> Contribution:
        return replace(contribution, hidden=here.leaf.step == OBJECT, version=current(here))

    @override
    def after(self, here: Here[Consent], contribution: Contribution) -> State:
        state, gesture = here.state, contribution.gesture
        if here.leaf.step == INTEGRATE and isinstance(gesture, Fill | Write):
            state = with_version(state, contribution, gesture.about)
        taken = dict(here.leaf.taken)
        if here.leaf.step in _PROMPTS and contribution.by in taken:
            taken[contribution.by] = 1
        leaf = changed(here.leaf, taken=taken)
        moved = replace(here, state=with_leaf(state, leaf), leaf=leaf)
        return with_leaf(state, _stepped(moved))

    @override
    def attended(self, here: Here[Consent], newcomer: str) -> State:
        """Go on when whoever was still to speak has left; nobody at all consents to nothing."""
        return with_leaf(here.state, _stepped(here)) if here.present else here.state

    @override
    def ends_turn(self, here: Here[Consent], contribution: Contribution) -> bool:
        return False

    @override
    def missing(self, here: Here[Consent]) -> Guard | None:
        if here.leaf.step in {ADOPTED, HELD} or not current(here):
            return None
        waiting = here.waiting()
        names = f" Il reste à entendre : {here.names(waiting)}." if waiting else ""
        return Guard("no-consent-yet", f"Le tour d'objections n'est pas fini.{names}")

    @override
    def outcome(self, here: Here[Consent]) -> Outcome:
        adopted = here.leaf.step == ADOPTED
        name = current(here)
        version = f"la proposition {name.removeprefix('p')}"
        reached = {
            ADOPTED: f"Personne ne garde d'objection : {version} est adoptée.",
            HELD: f"Des objections demeurent à {version} : on passe à la suivante."
            if _more_to_discuss(here)
            else f"Des objections demeurent : {here.phase.otherwise}",
        }
        cut = "Le consentement n'a pas été mené à son terme"
        early = cut if name else "Il n'y avait pas de proposition"
        words = reached.get(here.leaf.step, f"{early} : {here.phase.otherwise}")
        items = (name, *taken_up(here.state, here.phase)[1:]) if name else ()
        return Outcome(items=items, chosen=(ADOPTED if adopted else HELD,), sentence=words)


def _more_to_discuss(here: Here[Consent]) -> bool:
    """Tell whether this phase comes back for another of what it discusses one by one."""
    return any(
        step.of in here.phase.uses and again(here.rules, here.state, step) is not None
        for step in here.state.path
    )


def _changes(here: Here[Consent], version: Proposal) -> Terms:
    return terms_of(here.rules, version.options, rails(here.rules, here.state, here.phase.within))


def current(here: Here[Consent]) -> str:
    """Give the version under discussion: the first one taken up, as integrated so far."""
    integrated = [one.id for one in made_in(here.state, here.leaf).values()]
    return next(iter((*integrated[-1:], *taken_up(here.state, here.phase)[:1])), "")


def _spoken(here: Here[Consent], by: str, step: str) -> Iterator[Ask]:
    done = here.leaf.taken[by] > 0
    guard = Guard("turn-taken", "Vous avez déjà répondu à cette étape.") if done else None
    domain = Objection(current(here)) if step == OBJECT else Text(lived=step == CLARIFY)
    yield Ask("write", step, domain, _PROMPTS[step], needed=not done, guard=guard)
    yield replace(pass_ask(guard, needed=not done), prompt=_PROMPTS[step])


def _objections(here: Here[Consent]) -> tuple[Contribution, ...]:
    """List the objections of the current round."""
    began = _round_began(here)
    return tuple(
        one
        for one in here.leaf.made
        if one.number > began and isinstance(one.gesture, Write) and one.gesture.about == OBJECT
    )


def _round_began(here: Here[Consent]) -> int:
    """Give the number of the last contribution before the current round of objections."""
    began, asking = 0, False
    for one in here.leaf.made:
        spoken = one.asked == _PROMPTS[OBJECT]
        if spoken and not asking:
            began = one.number - 1
        asking = spoken
    return began


def _examined(here: Here[Consent]) -> dict[str, str]:
    return {
        one.gesture.about: one.gesture.options[0]
        for one in here.leaf.made
        if isinstance(one.gesture, Choose)
    }


def _unexamined(here: Here[Consent]) -> tuple[Contribution, ...]:
    examined = _examined(here)
    return tuple(one for one in _objections(here) if one.id not in examined)


def _kept(here: Here[Consent]) -> tuple[Contribution, ...]:
    """List the objections of this round judged to be risks."""
    examined = _examined(here)
    return tuple(one for one in _objections(here) if examined.get(one.id) == VALID)


def _unanswered(here: Here[Consent]) -> tuple[Contribution, ...]:
    """List the kept objections that nobody has tried to integrate yet, one at a time."""
    kept = _kept(here)
    last = max((one.number for one in here.leaf.made if isinstance(one.gesture, Choose)), default=0)
    tried = sum(one.number > last for one in here.leaf.made)
    return kept[tried:]


def _integrator(here: Here[Consent]) -> str:
    holder = holder_of(here.state, current(here))
    return holder if is_there(here.state, holder) else GROUP


def _stepped(here: Here[Consent]) -> Leaf:
    """Go to the next step when the current one has nothing left to wait for."""
    if here.leaf.step in _PROMPTS:
        return here.leaf if here.waiting() else _heard(here)
    if here.leaf.step == EXAMINE and not _unexamined(here):
        return _examined_all(here)
    if here.leaf.step == INTEGRATE and not _unanswered(here):
        return _fresh(here.leaf, OBJECT)
    return here.leaf


def _heard(here: Here[Consent]) -> Leaf:
    """Go on once everybody has spoken: to the next step, or to what was objected."""
    leaf, steps = here.leaf, (*here.phase.steps, OBJECT)
    if leaf.step != OBJECT:
        return _fresh(leaf, steps[steps.index(leaf.step) + 1])
    shown = changed(leaf, made=tuple(replace(one, hidden=False) for one in leaf.made))
    return _fresh(shown, EXAMINE if _objections(here) else ADOPTED)


def _examined_all(here: Here[Consent]) -> Leaf:
    """Go on once every objection is judged: adopted, to be integrated, or held."""
    leaf = here.leaf
    if not _kept(here):
        return _fresh(leaf, ADOPTED)
    if leaf.round >= here.phase.rounds:
        return _fresh(leaf, HELD)
    return _fresh(leaf, INTEGRATE, leaf.round + 1)


def _fresh(leaf: Leaf, step: str, count: int | None = None) -> Leaf:
    taken = dict.fromkeys(leaf.taken, 0)
    return changed(leaf, step=step, taken=taken, round=leaf.round if count is None else count)
