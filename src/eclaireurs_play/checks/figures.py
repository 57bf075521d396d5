"""What `check` says of a phase's own figures: shares that can't add up, turns that never come."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from eclaireurs_play.content.bundle import GameContent, ScenarioContent, phases_of
from eclaireurs_play.content.places import Source, Trail
from eclaireurs_play.content.wording import counted
from eclaireurs_play.engine.domains import Amounts
from eclaireurs_play.engine.phases.allocate import PERCENT
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


def of_scenario(content: ScenarioContent) -> Iterator[Diagnostic]:
    """Check that each phase can share the scenario's envelope, or a hundred percent without one."""
    game, envelope = content.content, content.scenario.envelope
    for phase, _ in phases_of(game.game):
        if not isinstance(phase, kinds.Allocate) or phase.total:
            continue
        where = f"l'étape « {phase.title} » ({game.spot('phase', phase.id)})"
        if envelope and (why := _impossible(phase, envelope.amount)):
            hint = "changez ce montant, ou most_each et whole de l'étape"
            yield content.source.problem(("envelope", "amount"), f"{where} : {why}", hint)
        elif not envelope and (why := _impossible(phase, PERCENT)):
            hint = "augmentez most_each, ou donnez une envelope à cette situation"
            yield game.problem("phase", phase.id, ("most_each",), why, hint)


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
    elif phase.channels and not phase.ballots:
        sentence = "des urnes, mais aucun bulletin à y compter"
        yield "channels", sentence, "écrivez ballots : combien de bulletins, toutes urnes ensemble"
    if phase.method != "majority" and len(phase.options) == 1:
        yield "options", "une seule option : il n'y a rien à choisir", ""


def _allocate(phase: kinds.Allocate, content: GameContent) -> Told:
    del content
    if phase.total and (why := _impossible(phase, phase.total)):
        if phase.whole and phase.total % 1:
            yield "total", why, "écrivez un nombre entier, ou whole: false"
        else:
            yield "most_each", why, "augmentez most_each ou baissez total"


def _impossible(phase: kinds.Allocate, total: float) -> str:
    """Say why no sharing of a total comes out right; lines of other phases may be many enough."""
    most = phase.most_each if phase.among else None
    return Amounts(phase.among or {"": ""}, total, "", most, phase.whole).impossible


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


def _cast(phase: kinds.Cast, content: GameContent) -> Told:
    if phase.stance and not content.stances:
        yield "stance", "ce jeu n'a pas de postures", "écrivez stances dans roles.yaml"
    if phase.how == "given" and not phase.stance and _swapped_before(phase, content):
        sentence = "« given » ne rend pas les fiches prises avant : chacun garde celle d'un autre"
        yield "how", sentence, "pour que chacun reprenne la sienne, écrivez how: returned"


def _swapped_before(phase: kinds.Cast, content: GameContent) -> bool:
    """Tell whether the last sheets given or taken before a phase were drawn."""
    casts = [one for one, _ in phases_of(content.game) if isinstance(one, kinds.Cast)]
    before = casts[: casts.index(phase)]
    return bool(before) and before[-1].how == "drawn"


def _join(phase: kinds.Join, content: GameContent) -> Told:
    if phase.at_least > content.game.players.max:
        most = content.game.players.max
        yield "at_least", f"le jeu n'admet que {most} personnes : ce groupe n'existe jamais", ""


def _dashboard(phase: kinds.Dashboard, content: GameContent) -> Told:
    del content
    if not (phase.rows or phase.uses):
        yield "form", "ce tableau n'aura aucune ligne", "écrivez rows, ou ce qui en donne dans uses"


def _record(phase: kinds.Record, content: GameContent) -> Told:
    times = _times(phase, content)
    if times is not None and phase.quota > times:
        sentence = f"{phase.quota} par personne, mais cette étape n'est jouée que {times} fois"
        yield "quota", sentence, f"écrivez {times} au plus, ou rejouez l'étape plus souvent"


def _times(phase: PhaseBase, content: GameContent) -> int | None:
    """Count the times a phase may be played; None when that hangs on what people do."""
    tree, times = tuple(phases_of(content.game)), 1
    here = next(trail for one, trail in tree if one is phase)
    for around, trail in tree:
        if around.repeat and here[: len(trail)] == trail:
            if around.repeat.each:
                return None
            times *= around.repeat.times or around.repeat.at_most
    return times


_JUDGES: Mapping[type[PhaseBase], Callable[[Any, GameContent], Told]] = {
    kinds.Allocate: _allocate,
    kinds.Assign: _assign,
    kinds.Cast: _cast,
    kinds.Dashboard: _dashboard,
    kinds.Join: _join,
    kinds.Record: _record,
    kinds.Roleplay: _roleplay,
    kinds.Vote: _vote,
}
