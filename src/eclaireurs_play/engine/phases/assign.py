"""Assign: wishes, then an arbiter who matches people and posts under the game's rules."""

from collections.abc import Iterator, Mapping

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Items, Order, Text
from eclaireurs_play.engine.gestures import Gesture, Place, Rank
from eclaireurs_play.engine.phases.base import Here, Kind, actors_of, pass_ask
from eclaireurs_play.engine.state import Contribution, Outcome
from eclaireurs_play.model.deck import Card
from eclaireurs_play.model.phases import Assign, PhaseBase

WISHES, REASON = "voeux", "motif"
_NOBODY_FITS = "personne ne peut tenir cette place sans incompatibilité."
_WISHES_FIRST = Guard("wishes-first", "Les vœux sont d'abord tous lus, puis les places proposées.")


class AssignKind(Kind[Assign]):
    """A post given again goes to the last person named."""

    @override
    def asks(self, here: Here[Assign], by: str) -> Iterator[Ask]:
        posts = _posts(here)
        if by in here.leaf.actors and here.phase.wishes:
            turn = self.turn_guard(here, by)
            domain = Order(tuple(posts), 1, min(here.phase.wishes, len(posts)))
            yield Ask("rank", WISHES, domain, "Vos vœux, dans l'ordre", needed=True, guard=turn)
            yield Ask("write", REASON, Text(), "Pourquoi ces vœux ?")
            yield pass_ask(turn)
        if by in _arbiters(here):
            yield from self._matches(here, posts)

    def _matches(self, here: Here[Assign], posts: Mapping[str, Card]) -> Iterator[Ask]:
        guard = _WISHES_FIRST if here.phase.wishes and here.waiting() else None
        given = matches(here)
        for post, card in posts.items():
            fit = tuple(seat for seat in here.leaf.actors if not _why_not(here, post, seat))
            unfit = tuple(seat for seat in here.leaf.actors if seat not in fit)
            needed = post not in given and bool(fit)
            domain = Items(fit, unfit) if fit else Items(unfit)
            nobody = None if fit else Guard("incompatible", f"{card.title} : {_NOBODY_FITS}")
            prompt = f"Qui pour « {card.title} » ?"
            yield Ask("place", post, domain, prompt, needed=needed, guard=guard or nobody)

    @override
    def stands_in_the_way(self, here: Here[Assign], by: str, gesture: Gesture) -> Guard | None:
        if not isinstance(gesture, Place):
            return None
        why = _why_not(here, gesture.about, gesture.item)
        return Guard("incompatible", why) if why else None

    @override
    def ends_turn(self, here: Here[Assign], contribution: Contribution) -> bool:
        return not isinstance(contribution.gesture, Place) and contribution.gesture.about != REASON

    @override
    def missing(self, here: Here[Assign]) -> Guard | None:
        if here.phase.wishes and here.waiting():
            return super().missing(here)
        given = matches(here)
        for post, card in _posts(here).items():
            free = any(not _why_not(here, post, seat) for seat in here.leaf.actors)
            if post not in given and free:
                return Guard("post-vacant", f"Personne n'est encore proposé pour « {card.title} ».")
        return None

    @override
    def outcome(self, here: Here[Assign]) -> Outcome:
        given, posts = matches(here), _posts(here)
        told = (f"{posts[post].title} : {here.rules.name(seat)}" for post, seat in given.items())
        vacant = [card.title for post, card in posts.items() if post not in given]
        rest = f" ; sans personne : {', '.join(vacant)}" if vacant else ""
        return Outcome(items=tuple(given), sentence=" ; ".join(told) + rest)


def matches(here: Here[Assign]) -> dict[str, str]:
    """Give each post proposed so far and to whom."""
    placed = (one.gesture for one in here.leaf.made if isinstance(one.gesture, Place))
    return {one.about: one.item for one in placed}


def wishes(here: Here[Assign]) -> dict[str, tuple[str, ...]]:
    """Give the posts each person wished for, the first wish first."""
    ranks = ((one.by, one.gesture) for one in here.leaf.made if isinstance(one.gesture, Rank))
    return {by: tuple(post for group in rank.order for post in group) for by, rank in ranks}


def _arbiters(here: Here[Assign]) -> tuple[str, ...]:
    phase = PhaseBase(id=here.phase.id, title=here.phase.title, who=here.phase.arbiter)
    return actors_of(here.rules, here.state, phase)


def _posts(here: Here[Assign]) -> dict[str, Card]:
    family = here.phase.posts
    return {card.id: card for card in here.rules.cards.values() if card.family == family}


def _why_not(here: Here[Assign], post: str, seat: str) -> str:
    """Say which rule keeps a post from someone, given what they already hold."""
    posts = _posts(here)
    held = [posts[one] for one, who in matches(here).items() if who == seat and one != post]
    name, card = here.rules.name(seat), posts[post]
    return (
        _same_day(here.phase, card, held, name)
        or _too_long(here.phase, card, held, name)
        or _too_many(here.phase, card, held, name)
        or _too_many_posts(here.phase, held, name)
    )


def _same_day(phase: Assign, card: Card, held: list[Card], name: str) -> str:
    for field in phase.apart:
        for other in held:
            if card.fields.get(field) == other.fields.get(field) is not None:
                return f"{name} tient déjà « {other.title} », le même {field}."
    return ""


def _too_long(phase: Assign, card: Card, held: list[Card], name: str) -> str:
    if phase.hours is None or phase.most_hours is None:
        return ""
    hours = sum(_number(one, phase.hours) for one in (*held, card))
    if hours <= phase.most_hours:
        return ""
    return f"{name} aurait {hours:g} heures ; il en faut {phase.most_hours:g} au plus."


def _too_many(phase: Assign, card: Card, held: list[Card], name: str) -> str:
    """Check the caps of the highest level among what someone would hold."""
    if phase.function is None or phase.level is None:
        return ""
    order = tuple(phase.levels)
    both = (*held, card)
    known = [str(one.fields.get(phase.level)) for one in both]
    level = max((one for one in known if one in order), key=order.index, default="")
    if not level:
        return ""
    for function, most in phase.levels[level].most.items():
        count = sum(one.fields.get(phase.function) == function for one in both)
        if count > most:
            title, what = phase.levels[level].title, function.replace("-", " ")
            return f"{name} ({title}) aurait {count} fonctions de {what} ; {most} au plus."
    return ""


def _too_many_posts(phase: Assign, held: list[Card], name: str) -> str:
    if phase.most_posts is None or len(held) < phase.most_posts:
        return ""
    return f"{name} tiendrait {len(held) + 1} places ; {phase.most_posts} au plus."


def _number(card: Card, field: str) -> float:
    value = card.fields.get(field)
    return float(value) if isinstance(value, int | float) else 0.0
