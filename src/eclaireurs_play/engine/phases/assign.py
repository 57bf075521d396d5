"""Assign: wishes, then an arbiter who matches people and posts under the game's rules."""

from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import NamedTuple

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Items, Order, Text
from eclaireurs_play.engine.gestures import GROUP, Gesture, Place, Rank, Value
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
        if by in here.leaf.actors and here.phase.wishes:
            turn, posts = self.turn_guard(here, by), tuple(_posts(here))
            domain = Order(posts, 1, min(here.phase.wishes, len(posts)))
            yield Ask("rank", WISHES, domain, "Vos vœux, dans l'ordre", needed=True, guard=turn)
            yield Ask("write", REASON, Text(), "Pourquoi ces vœux ?")
            yield pass_ask(turn)
        if by in _arbiters(here):
            yield from self._matches(here)

    def _matches(self, here: Here[Assign]) -> Iterator[Ask]:
        guard = _WISHES_FIRST if here.phase.wishes and here.waiting() else None
        held = _Held.at(here)
        for post, card in held.posts.items():
            broken = held.broken(post)
            fit = tuple([seat for seat in here.present if seat not in broken])
            needed = post not in held.given and bool(fit)
            domain = Items(fit, tuple(broken)) if fit else Items(tuple(broken))
            nobody = None if fit else Guard("incompatible", f"{card.title} : {_NOBODY_FITS}")
            prompt = f"Qui pour « {card.title} » ?"
            yield Ask("place", post, domain, prompt, needed=needed, guard=guard or nobody)

    @override
    def stands_in_the_way(self, here: Here[Assign], by: str, gesture: Gesture) -> Guard | None:
        if not isinstance(gesture, Place):
            return None
        why = _Held.at(here, gesture.item).broken(gesture.about).get(gesture.item)
        return Guard("incompatible", f"{here.rules.name(gesture.item)} {why}") if why else None

    @override
    def ends_turn(self, here: Here[Assign], contribution: Contribution) -> bool:
        return not isinstance(contribution.gesture, Place) and contribution.gesture.about != REASON

    @override
    def missing(self, here: Here[Assign]) -> Guard | None:
        if here.phase.wishes and here.waiting():
            return super().missing(here)
        held = _Held.at(here)
        for post, card in held.posts.items():
            if post not in held.given and not held.broken(post).keys() >= set(here.present):
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
    found = actors_of(here.rules, here.state, phase)
    there = tuple(one for one in found if one not in here.state.away)
    return there or ((GROUP,) if found else ())


def _posts(here: Here[Assign]) -> dict[str, Card]:
    family = here.phase.posts
    return {card.id: card for card in here.rules.cards.values() if card.family == family}


class _Post(NamedTuple):
    """What the rules look at in a post; `level` is the rank of its level, from 0, -1 if none."""

    title: str
    hours: float
    function: str
    level: int
    apart: tuple[Value | None, ...]

    @classmethod
    def of(cls, phase: Assign, card: Card) -> "_Post":
        """Read a card."""
        hours = card.fields.get(phase.hours) if phase.hours else None
        level = str(card.fields.get(phase.level)) if phase.level else ""
        return cls(
            card.title,
            float(hours) if isinstance(hours, int | float) else 0.0,
            str(card.fields.get(phase.function)) if phase.function else "",
            list(phase.levels).index(level) if level in phase.levels else -1,
            tuple(card.fields.get(field) for field in phase.apart),
        )


class _Load(NamedTuple):
    """What the posts someone holds add up to; `apart` gives the post that takes each value."""

    posts: int
    hours: float
    level: int
    functions: tuple[str, ...]
    apart: tuple[Mapping[Value, str], ...]

    @classmethod
    def of(cls, phase: Assign, held: Sequence[_Post]) -> "_Load":
        """Add up posts."""
        return cls(
            len(held),
            sum(one.hours for one in held),
            max((one.level for one in held), default=-1),
            tuple(one.function for one in held),
            tuple(
                {value: one.title for one in held if (value := one.apart[place]) is not None}
                for place in range(len(phase.apart))
            ),
        )


class _Held(NamedTuple):
    """The posts, whom each was given to, and what everyone holds: read once for a moment."""

    phase: Assign
    posts: Mapping[str, Card]
    given: Mapping[str, str]
    loads: Mapping[str, _Load]

    @classmethod
    def at(cls, here: Here[Assign], *seats: str) -> "_Held":
        """Read a moment, for some seats or for all."""
        phase, posts, given = here.phase, _posts(here), matches(here)
        by_seat: dict[str, list[_Post]] = {seat: [] for seat in seats or here.leaf.actors}
        for post, seat in given.items():
            if seat in by_seat:
                by_seat[seat].append(_Post.of(phase, posts[post]))
        loads = {seat: _Load.of(phase, held) for seat, held in by_seat.items()}
        return cls(phase, posts, given, loads)

    def broken(self, post: str) -> dict[str, str]:
        """Give each seat that may not hold a post besides what else it holds, and why."""
        phase, one, loads = self.phase, _Post.of(self.phase, self.posts[post]), self.loads
        holder = self.given.get(post, "")
        if holder in loads:
            loads = {**loads, holder: self._without(post, holder)}
        return {
            **_too_many_posts(phase, loads),
            **_too_many(phase, one, loads),
            **_too_long(phase, one, loads),
            **_same_day(phase, one, loads),
        }

    def _without(self, post: str, seat: str) -> _Load:
        """Add up what someone holds apart from a post."""
        others = (name for name, who in self.given.items() if who == seat and name != post)
        return _Load.of(self.phase, [_Post.of(self.phase, self.posts[name]) for name in others])


_Loads = Mapping[str, _Load]


def _same_day(phase: Assign, post: _Post, loads: _Loads) -> dict[str, str]:
    return {
        seat: f"tient déjà « {load.apart[place][value]} », le même {field}."
        for place, field in enumerate(phase.apart)
        if (value := post.apart[place]) is not None
        for seat, load in loads.items()
        if value in load.apart[place]
    }


def _too_long(phase: Assign, post: _Post, loads: _Loads) -> dict[str, str]:
    most = inf if phase.most_hours is None else phase.most_hours
    return {
        seat: f"aurait {hours:g} heures ; il en faut {most:g} au plus."
        for seat, load in loads.items()
        if (hours := load.hours + post.hours) > most
    }


def _too_many(phase: Assign, post: _Post, loads: _Loads) -> dict[str, str]:
    """Check the caps of the highest level among what someone would hold."""
    levels = tuple(phase.levels.values())
    found: dict[str, str] = {}
    for seat, load in loads.items():
        rank = max(post.level, load.level)
        for function, most in levels[rank].most.items() if rank >= 0 else ():
            count = load.functions.count(function) + (post.function == function)
            if count > most:
                what, level = function.replace("-", " "), levels[rank].title
                told = f"({level}) aurait {count} fonctions de {what} ; {most} au plus."
                found.setdefault(seat, told)
    return found


def _too_many_posts(phase: Assign, loads: _Loads) -> dict[str, str]:
    most = inf if phase.most_posts is None else phase.most_posts
    return {
        seat: f"tiendrait {load.posts + 1} places ; {most} au plus."
        for seat, load in loads.items()
        if load.posts >= most
    }
