"""What `check` says of a phase's own figures: shares that can't add up, turns that never come."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from eclaireurs_play.content.bundle import GameContent
from eclaireurs_play.content.places import Source, Trail
from eclaireurs_play.content.wording import counted
from eclaireurs_play.errors import Diagnostic
from eclaireurs_play.model import phases as kinds
from eclaireurs_play.model.phases import PhaseBase

Told = Iterator[tuple[str, str, str]]
"""The key of a setting, what is wrong with it, a hint."""


def of_phase(
    phase: PhaseBase, trail: Trail, source: Source, content: GameContent
) -> Iterator[Diagnostic]:
    """Check the settings that no file but the game's can contradict."""
    judge = _JUDGES.get(type(phase))
    for key, sentence, hint in judge(phase, content) if judge else ():
        yield source.problem((*trail, key), sentence, hint)


def _vote(phase: kinds.Vote, content: GameContent) -> Told:
    del content
    most, count = phase.most_each, len(phase.options)
    if phase.method == "points" and most and count and most * count < phase.points:
        sentence = f"{count} options à {most} points au plus n'en font pas {phase.points}"
        yield "most_each", sentence, "augmentez most_each ou baissez points"
    if phase.method == "judgment" and len(set(phase.mentions)) < len(phase.mentions):
        yield "mentions", "deux mentions ont les mêmes mots", ""
    if phase.method == "judgment" and len(phase.mentions) <= 1:
        yield "mentions", "il faut au moins deux mentions", ""
    if phase.channels and phase.method not in {"borda", "schulze"}:
        sentence = f"les bulletins d'un vote « {phase.method} » ne se comptent pas par urne"
        yield "channels", sentence, "seuls borda et schulze pèsent des urnes"
    if phase.method != "majority" and len(phase.options) == 1:
        yield "options", "une seule option : il n'y a rien à choisir", ""


def _allocate(phase: kinds.Allocate, content: GameContent) -> Told:
    del content
    most, count, total = phase.most_each, len(phase.among), phase.total
    if most and count and total and most * count < total:
        sentence = f"{count} lignes à {most:g} au plus n'en font pas {total:g}"
        yield "most_each", sentence, "augmentez most_each ou baissez total"
    if total and phase.whole and total != int(total):
        sentence = f"des parts entières ne font jamais {total:g}"
        yield "total", sentence, "écrivez un nombre entier, ou whole: false"


def _assign(phase: kinds.Assign, content: GameContent) -> Told:
    cards = sum(card.family == phase.posts for card in content.cards.values())
    if not cards:
        yield "posts", "cette famille n'a aucune carte : aucune place à donner", ""
    elif phase.wishes > cards:
        sentence = f"{counted(phase.wishes, 'vœu')} pour {counted(cards, 'place')}"
        yield "wishes", sentence.replace("vœus", "vœux"), "baissez wishes"
    if phase.levels and not (phase.function and phase.level):
        sentence = "ces plafonds ne s'appliquent jamais"
        yield "levels", sentence, "dites aussi function et level, les champs qu'ils comptent"
    if bool(phase.hours) != (phase.most_hours is not None):
        key = "hours" if phase.hours else "most_hours"
        yield key, "hours et most_hours vont ensemble : l'un sans l'autre ne compte rien", ""


def _roleplay(phase: kinds.Roleplay, content: GameContent) -> Told:
    del content
    for turn in phase.surprises_on:
        if turn > phase.turns:
            turns = counted(phase.turns, "tour")
            yield "surprises_on", f"il n'y a pas de tour {turn} : la scène en a {turns}", ""


_JUDGES: Mapping[type[PhaseBase], Callable[[Any, GameContent], Told]] = {
    kinds.Allocate: _allocate,
    kinds.Assign: _assign,
    kinds.Roleplay: _roleplay,
    kinds.Vote: _vote,
}
