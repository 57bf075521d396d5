"""The one way a session moves: an action leads to a new state, or is refused."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from eclaireurs_play.engine.asks import Ask, Guard, Refused
from eclaireurs_play.engine.attendance import is_left_alone, seated
from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.creating import Created, create, creations
from eclaireurs_play.engine.domains import (
    Blanks,
    Nothing,
    Options,
    Pile,
    Terms,
    Text,
    suggest,
)
from eclaireurs_play.engine.flow import Event, Moved, close_leaf, here, kind_of, stop
from eclaireurs_play.engine.gestures import (
    FACILITATOR,
    GROUP,
    Action,
    Choose,
    Clock,
    Close,
    Create,
    Draw,
    Fill,
    Gesture,
    Reveal,
    Seat,
    Write,
)
from eclaireurs_play.engine.improvised import known
from eclaireurs_play.engine.news import with_news
from eclaireurs_play.engine.phases.base import Here, capital, with_leaf
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import (
    Closing,
    Contribution,
    Deviation,
    Leaf,
    State,
    all_contributions,
    correction,
)

SESSION = "seance"
_NAMED = 4
"""How many people a refusal names."""


def transition(rules: Rules, state: State, action: Action) -> Moved | Refused:
    """Apply an action. On refusal nothing changes and a French sentence says why."""
    if state.status != "playing":
        return Refused("session-over", "La séance est terminée.")
    rules = known(rules, state)
    actors = (*state.seats, FACILITATOR, GROUP)
    if action.by not in actors:
        return Refused("unknown-actor", f"Personne ne s'appelle {suggest(action.by, actors)} ici.")
    if action.by in state.away:
        return _nobody_there(rules, action.by)
    return _moved(rules, state, action)


def _moved(rules: Rules, state: State, action: Action) -> Moved | Refused:
    """Apply a gesture: of whoever hosts, whatever the phase, or else of the phase."""
    gesture = action.gesture
    if isinstance(gesture, Clock):
        return _timed(rules, state, action.by, gesture)
    if isinstance(gesture, Close):
        return _closed(rules, state, action.by, gesture)
    if isinstance(gesture, Create):
        return _created(here(rules, state), action, gesture)
    if isinstance(gesture, Seat):
        return seated(rules, state, action.by, gesture)
    return _gestured(here(rules, state), action)


def _nobody_there(rules: Rules, seat: str) -> Refused:
    name = capital(rules.name(seat))
    return Refused("nobody-there", f"{name} : la place est vide. Dites d'abord qui arrive.")


def _gestured(moment: Here[Any], action: Action) -> Moved | Refused:
    """Find what a gesture answers: the phase, what is open throughout, a note to correct."""
    ask = _matching(kind_of(moment).asks(moment, action.by), action.gesture)
    if ask is not None:
        return _answered(moment, action, ask)
    always = moment.rules.anytime.asks(moment.state.seen)
    aside = always.get((action.gesture.do, action.gesture.about))
    if aside is not None:
        return _noted(moment, action, aside)
    note = _note_to_correct(moment.state, action)
    return _corrected(moment, action, note) if note else _unasked(moment, action)


def legal_actions(rules: Rules, state: State, by: str) -> tuple[Ask, ...]:
    """List the gestures open to someone, each with its domain; texts are never enumerated.

    Guarded gestures are left out, unless the past is recorded: what happened happened. One may
    also correct a note by writing about its id, and whoever hosts may create (see `creations`) or
    say who is there; these are not listed.
    """
    if state.status != "playing" or by not in (*state.seats, FACILITATOR, GROUP):
        return ()
    if by in state.away:
        return ()
    rules = known(rules, state, by)
    moment = here(rules, state)
    first: dict[tuple[str, str], Ask] = {}
    for ask in (*kind_of(moment).asks(moment, by), *_closing(moment, by)):
        first.setdefault((ask.do, ask.about), ask)
    always = rules.anytime.asks(state.seen)
    shadowed = first.keys() & always.keys()
    open_now = [ask for ask in first.values() if ask.guard is None or state.past]
    open_now += [one for key, one in always.items() if key not in shadowed]
    return tuple(open_now)


def _matching(asks: Iterable[Ask], gesture: Gesture) -> Ask | None:
    same = (ask for ask in asks if ask.do == gesture.do and ask.about == gesture.about)
    return next(same, None)


def _answered(moment: Here[Any], action: Action, ask: Ask) -> Moved | Refused:
    """Take a gesture that the phase asks for."""
    mistake = ask.domain.mistake(action.gesture)
    if mistake:
        return Refused("out-of-domain", mistake)
    broken = kind_of(moment).stands_in_the_way(moment, action.by, action.gesture)
    guard = ask.guard or broken
    if guard and not moment.state.past:
        return Refused(guard.code, guard.sentence, rule=True)
    contribution = _contribution(moment, action, ask, hidden=moment.phase.hidden)
    moved = _made(moment, _deviated(moment.state, guard), contribution)
    if guard is None:
        return moved
    said = Event("deviated", moment.phase.id, action.by, guard.sentence)
    return Moved(moved.state, (*moved.events, said))


def _noted(moment: Here[Any], action: Action, ask: Ask) -> Moved | Refused:
    """Take a gesture that is possible throughout; it is kept aside of the phase."""
    mistake = ask.domain.mistake(action.gesture)
    if mistake:
        return Refused("out-of-domain", mistake)
    kept = _contribution(moment, action, ask, hidden=False)
    state = _counted(moment.state, moment.leaf, (*moment.state.aside, kept))
    event = Event("made", kept.gesture.about, kept.by, kept.id)
    return Moved(_seen(moment.rules, state, kept.gesture), (event,))


def _contribution(moment: Here[Any], action: Action, ask: Ask, *, hidden: bool) -> Contribution:
    return Contribution(
        number=moment.state.contributions + 1,
        by=action.by,
        phase=moment.phase.id,
        gesture=action.gesture,
        asked=ask.prompt,
        chosen=_chosen(ask, action.gesture),
        played=_played(moment, action.by),
        hidden=hidden,
        simulated=action.by in moment.state.simulated,
    )


def _played(moment: Here[Any], by: str) -> str:
    """Give the role that someone plays instead of their own, or else their stance.

    Behind a pseudonym it is not said: whoever saw the card in a hand would know whose words follow.
    """
    seated = moment.state.seats.get(by)
    if seated is None:
        return ""
    if seated.role != moment.rules.scenario.seats[by].role:
        return seated.role
    return "" if moment.rules.game.anonymous else seated.stance


def _chosen(ask: Ask, gesture: Gesture) -> str:
    if isinstance(gesture, Fill) and isinstance(ask.domain, Terms):
        return ask.domain.words(gesture)
    if isinstance(gesture, Fill) and isinstance(ask.domain, Blanks) and ask.domain.whole:
        return _mentions(ask.domain, gesture)
    if not (isinstance(gesture, Choose) and isinstance(ask.domain, Options)):
        return ""
    return ", ".join(ask.domain.options[option] for option in gesture.options)


def _mentions(domain: Blanks, gesture: Fill) -> str:
    """Say a ballot that gives each option a mention; other forms are said by their fields."""
    if not all(field.one_of and field.title for field in domain.fields.values()):
        return ""
    return " ; ".join(
        f"{field.title} : {(field.one_of or {})[str(gesture.values[name])]}"
        for name, field in domain.fields.items()
        if name in gesture.values
    )


def _counted(state: State, leaf: Leaf, aside: tuple[Contribution, ...]) -> State:
    """Count one contribution more, made in the phase or aside."""
    actions, contributions = state.actions + 1, state.contributions + 1
    return changed(state, leaf=leaf, aside=aside, actions=actions, contributions=contributions)


def _made(moment: Here[Any], state: State, contribution: Contribution) -> Moved:
    """Record a gesture of the phase, then let its kind move cards and turns."""
    kind, rules, phase = kind_of(moment), moment.rules, moment.phase
    dressed = kind.dress(moment, contribution)
    recorded = changed(moment.leaf, made=(*moment.leaf.made, dressed))
    counted = _counted(state, recorded, state.aside)
    after = kind.after(Here(rules, counted, phase, recorded), dressed)
    leaf = after.leaf or recorded
    if dressed.by in leaf.taken and kind.ends_turn(Here(rules, after, phase, leaf), dressed):
        after = with_leaf(after, _turn_taken(leaf, dressed.by))
    event = _event(state, dressed, unveiled=_hides(recorded) and not _hides(leaf))
    return Moved(_seen(rules, after, dressed.gesture), (event,))


def _hides(leaf: Leaf) -> bool:
    return any(one.hidden for one in leaf.made)


def _seen(rules: Rules, state: State, gesture: Gesture) -> State:
    """Remember a card or a piece of news once it is on the table."""
    if not isinstance(gesture, Draw | Reveal):
        return state
    card = gesture.card if isinstance(gesture, Draw) else gesture.about
    known = card in rules.cards or card in rules.scenario.surprises
    return changed(state, seen=(*state.seen, card)) if known and card not in state.seen else state


def _turn_taken(leaf: Leaf, by: str) -> Leaf:
    return changed(leaf, taken={**leaf.taken, by: leaf.taken[by] + 1})


def _event(state: State, contribution: Contribution, *, unveiled: bool) -> Event:
    """Tell a gesture; a card drawn by lot, or notes shown at once, can't be unseen."""
    gesture, by, note = contribution.gesture, contribution.by, contribution.id
    if isinstance(gesture, Draw):
        return Event("drew", gesture.card, by, note, unveiled or not state.in_hand)
    return Event("made", gesture.about, by, note, unveiled)


def _note_to_correct(state: State, action: Action) -> Contribution | None:
    """Find the note that words are about: one's own, or any for whoever hosts."""
    gesture = action.gesture
    if not isinstance(gesture, Write) or gesture.about[:1] != "n":
        return None
    notes = {one.id: one for one in all_contributions(state) if not one.hidden}
    note = notes.get(gesture.about)
    while note is not None and note.asked == correction(note.gesture.about):
        note = notes.get(note.gesture.about)
    return note if note and action.by in {note.by, FACILITATOR, GROUP} else None


def _corrected(moment: Here[Any], action: Action, note: Contribution) -> Moved | Refused:
    """Keep the new words of a note, for the same readers as the old ones."""
    if not (isinstance(note.gesture, Write) and isinstance(action.gesture, Write)):
        return Refused("not-a-note", f"{note.id} n'est pas une note : rien à corriger.")
    if action.gesture.to not in {"public", note.gesture.to}:
        return Refused(
            "same-readers",
            f"Une correction garde les lecteurs de la note : {note.id} en a d'autres.",
        )
    told = Action(action.by, Write(note.id, action.gesture.text, note.gesture.to))
    return _noted(moment, told, Ask("write", note.id, Text(), correction(note.id)))


def phase_asks(rules: Rules, state: State, by: str) -> tuple[Ask, ...]:
    """List what the current phase may ask of someone, guarded or not."""
    if state.leaf is None or by in state.away:
        return ()
    moment = here(known(rules, state), state)
    return tuple(kind_of(moment).asks(moment, by))


def _closing(moment: Here[Any], by: str) -> Iterator[Ask]:
    """Yield the two ways a facilitator ends something: the phase, or the whole session."""
    if by != FACILITATOR:
        return
    closing, about = _closing_now(moment), moment.phase.id
    guard = closing if isinstance(closing, Guard) else None
    prompt = f"Clore « {moment.phase.title} »"
    due = closing == "complete" or (guard is None and is_left_alone(moment))
    yield Ask("close", about, Nothing(Close(about)), prompt, due, guard)
    yield Ask("close", SESSION, Nothing(Close(SESSION)), "Arrêter la séance")


def _closing_now(moment: Here[Any]) -> Closing | Guard:
    """Say how the phase would close now, or why it may not yet; nobody waits for who is away."""
    half = kind_of(moment).half_done(moment)
    if half is not None:
        return half
    missing, may, made = kind_of(moment).missing(moment), moment.phase.may, moment.leaf.made
    if missing is None:
        return "complete" if made or moment.present or not moment.leaf.actors else "skipped"
    if made and moment.leaf.silent:
        return kind_of(moment).missing(_without_silent(moment)) or "shortened"
    alone = is_left_alone(moment)
    if made:
        return "shortened" if may or alone else missing
    return "skipped" if "skip" in may or alone else missing


def unfinished(rules: Rules, state: State) -> str:
    """Say what the phase being played still waits for; "" for nothing."""
    missing = None
    if state.leaf is not None:
        moment = here(known(rules, state), state)
        missing = kind_of(moment).missing(moment)
    return missing.sentence if missing else ""


def _without_silent(moment: Here[Any]) -> Here[Any]:
    """Count those who gave no paper as away: behind pseudonyms nobody can say who left."""
    taken, state = moment.leaf.taken, moment.state
    silent = (one for one in moment.present if not taken[one])
    return here(moment.rules, changed(state, away=(*state.away, *silent)))


def _closed(rules: Rules, state: State, by: str, gesture: Close) -> Moved | Refused:
    if by != FACILITATOR:
        return Refused("facilitator-only", "Seule la personne qui anime clôt une étape.", rule=True)
    counted = changed(state, actions=state.actions + 1)
    if gesture.about == SESSION:
        return stop(rules, counted, gesture.reason)
    moment = here(rules, state)
    if gesture.about not in {"", moment.phase.id}:
        return Refused("not-this-phase", f"L'étape en cours est « {moment.phase.title} ».")
    closing = _closing_now(moment)
    if not isinstance(closing, Guard):
        return close_leaf(rules, counted, closing, gesture.reason)
    if not state.past:
        return Refused(closing.code, closing.sentence, rule=True)
    deviated = changed(_deviated(state, closing), actions=counted.actions)
    how: Closing = "shortened" if moment.leaf.made else "skipped"
    moved = close_leaf(rules, deviated, how, gesture.reason)
    said = Event("deviated", moment.phase.id, by, closing.sentence)
    return Moved(moved.state, (said, *moved.events))


def _deviated(state: State, guard: Guard | None) -> State:
    if guard is None or state.leaf is None:
        return state
    deviation = Deviation(guard.code, guard.sentence, state.leaf.phase, state.actions + 1)
    return changed(state, deviations=(*state.deviations, deviation))


def _created(moment: Here[Any], action: Action, gesture: Create) -> Moved | Refused:
    """Make something on the spot; what is to be seen at once is shown by a gesture of its own."""
    if action.by != FACILITATOR:
        sentence = "Seule la personne qui anime crée une carte, un imprévu ou un rôle."
        return Refused("facilitator-only", sentence, rule=True)
    asks = creations(moment.rules, moment.state)
    ask = _matching(asks, gesture)
    if ask is None:
        kinds = tuple(one.about for one in asks)
        sentence = f"On ne crée pas {suggest(gesture.about, kinds)} ; essayez {', '.join(kinds)}."
        return Refused("unknown-subject", sentence)
    mistake = ask.domain.mistake(gesture)
    if mistake:
        return Refused("out-of-domain", mistake)
    made = create(moment, gesture)
    event = Event("created", made.one.code, action.by, made.one.kind)
    if made.shows is None:
        moved = Moved(changed(made.moment.state, actions=moment.state.actions + 1), ())
    else:
        moved = _shown(made, made.shows, ask)
    told = () if isinstance(made.shows, Reveal) else moved.events
    return Moved(moved.state, (event, *(replace(one, reveals=False) for one in told)))


def _shown(made: Created, gesture: Gesture, ask: Ask) -> Moved:
    """Put what was just made before everyone."""
    moment = made.moment
    kept = _contribution(moment, Action(FACILITATOR, gesture), ask, hidden=False)
    if made.inside:
        return _made(moment, moment.state, kept)
    state = _counted(with_news(moment.state, kept), moment.leaf, (*moment.state.aside, kept))
    event = _event(state, kept, unveiled=False)
    return Moved(_seen(moment.rules, state, gesture), (event,))


def _timed(rules: Rules, state: State, by: str, clock: Clock) -> Moved | Refused:
    if by != FACILITATOR:
        return Refused("facilitator-only", "Seule la personne qui anime tient le temps.", rule=True)
    if not rules.game.anytime.pause and clock.about != "elapsed":
        return Refused("no-pause", "Ce jeu ne prévoit pas de pause.", rule=True)
    if clock.seconds < 0:
        return Refused("out-of-domain", "Le temps ne recule pas.")
    timing = state.timing
    timing = replace(
        timing,
        paused=timing.paused if clock.about == "elapsed" else clock.about == "pause",
        total=timing.total + clock.seconds,
        here=timing.here + clock.seconds,
    )
    moved = changed(state, timing=timing, actions=state.actions + 1)
    return Moved(moved, (Event("timed", clock.about, by),))


def _unasked(moment: Here[Any], action: Action) -> Refused:
    """Explain why nothing of the sort is asked of this person here."""
    gesture, kind = action.gesture, kind_of(moment)
    others = [actor for actor in (*moment.state.seats, FACILITATOR, GROUP) if actor != action.by]
    asked = [(a, ask.about) for a in others for ask in kind.asks(moment, a) if ask.do == gesture.do]
    theirs = tuple(dict.fromkeys(a for a, about in asked if about == gesture.about))
    open_to = [ask for ask in kind.asks(moment, action.by) if ask.do == gesture.do]
    mine = tuple(dict.fromkeys(name for ask in open_to for name in _namable(ask)))
    if theirs and _made_already(moment, action):
        name = capital(moment.rules.name(action.by))
        return Refused("turn-taken", f"{name} a déjà joué dans cette étape.")
    if theirs:
        return _not_invited(moment, action.by, theirs)
    families = moment.rules.families if gesture.do == "draw" else ()
    if gesture.about in {*moment.rules.cards, *families}:
        return _card_elsewhere(moment, gesture)
    if mine:
        return Refused(
            "unknown-subject",
            f"{_subject(gesture)} ne convient pas ici ; essayez {', '.join(mine[:6])}.",
        )
    if asked:
        return _not_invited(moment, action.by, tuple(dict.fromkeys(a for a, _about in asked)))
    title = moment.phase.title
    return Refused("not-asked", f"Ce geste n'a pas sa place dans l'étape « {title} ».")


def _namable(ask: Ask) -> tuple[str, ...]:
    """List the words that say what a gesture is about: of a pile held in hand, its cards."""
    if isinstance(ask.domain, Pile) and ask.domain.named:
        return ask.domain.cards
    return (ask.about,)


def _made_already(moment: Here[Any], action: Action) -> bool:
    """Tell whether this person already did the same here, while others still may."""
    done = ((one.by, one.gesture.do, one.gesture.about) for one in moment.leaf.made)
    return (action.by, action.gesture.do, action.gesture.about) in done


def _not_invited(moment: Here[Any], by: str, invited: tuple[str, ...]) -> Refused:
    name, who = capital(moment.rules.name(by)), moment.names(invited[:_NAMED])
    who += " et d'autres" if len(invited) > _NAMED else ""
    return Refused("not-invited", f"{name} ne fait pas ce geste ici ; c'est à : {who}.")


def _card_elsewhere(moment: Here[Any], gesture: Gesture) -> Refused:
    """Explain a card that is not on the table, or a family not drawn from here."""
    title = moment.rules.title(gesture.about)
    if gesture.do == "draw":
        return Refused("not-this-family", f"On ne prend pas de carte « {title} » dans cette étape.")
    if gesture.about not in moment.state.seen:
        code = gesture.about
        return Refused("card-not-seen", f"La carte {code} « {title} » n'est pas sur la table.")
    return Refused("not-asked", f"On ne fait pas cela de la carte « {title} » dans cette étape.")


def _subject(gesture: Gesture) -> str:
    return f"« {gesture.about} »" if gesture.about else "Ce geste"
