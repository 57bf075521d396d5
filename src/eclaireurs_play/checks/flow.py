"""What `check` says of how a game goes: phases never played, results that hold nothing to use."""

from collections.abc import Iterator

from eclaireurs_play.checks import figures
from eclaireurs_play.checks.holdings import Holding, holdings, wanted
from eclaireurs_play.checks.reach import reachable, stopped
from eclaireurs_play.content.bundle import GameContent, ScenarioContent, phases_of
from eclaireurs_play.content.places import Source, Trail
from eclaireurs_play.content.results import SEATS, Tree, left_by
from eclaireurs_play.content.wording import listed, quoted
from eclaireurs_play.engine.versions import PROPOSAL
from eclaireurs_play.errors import Diagnostic
from eclaireurs_play.model.game import Players
from eclaireurs_play.model.phases import PhaseBase
from eclaireurs_play.model.scenario import Scenario
from eclaireurs_play.play.notation.verbs import VERSION

Problems = Iterator[Diagnostic]

_LACKS: dict[Holding, str] = {
    "proposals": "aucune proposition ne vient jusqu'à cette étape",
    "items": "cette étape n'a rien sur quoi porter",
}
_GIVE: dict[Holding, str] = {
    "proposals": "citez dans uses une étape qui propose ou qui amende",
    "items": "écrivez ses propres lignes, ou citez dans uses une étape qui en laisse",
}


def of_game(content: GameContent) -> Problems:
    """Check how the phases of a game follow each other, and their figures."""
    tree, source = tuple(phases_of(content.game)), content.sources[0]
    yield from _reached(tree, source, content.game.players)
    for name in content.game.forms:
        if name == PROPOSAL or VERSION.fullmatch(name):
            sentence = f"{quoted(name)} se tape déjà pour une proposition"
            hint = "donnez un autre nom à cette feuille"
            yield source.problem(("forms", name), sentence, hint, key=True)
    held = holdings(tree)
    for phase, trail in tree:
        yield from _used(phase, trail, source, held)
        yield from _kept_out(phase, trail, content, tree)
        yield from figures.of_phase(phase, trail, source, content)


def of_scenario(content: ScenarioContent) -> Problems:
    """Check that this situation suits the phases: someone holds the roles, figures add up."""
    yield from figures.of_scenario(content)
    held = {seat.role for seat in content.scenario.seats.values()}
    sure = _sure(content.scenario)
    for phase, _ in phases_of(content.content.game):
        for key in ("who", "arbiter"):
            roles = getattr(phase, key, "")
            if isinstance(roles, str) or sure & set(roles):
                continue
            known = {role: one.title for role, one in content.content.roles_by_id.items()}
            names = listed((quoted(known[role]) for role in roles), "ni")
            where = f"« {phase.title} » ({content.content.spot('phase', phase.id, key)})"
            if held & set(roles):
                sentence = f"sans place facultative, personne ne joue {where}"
                hint = f"aucune place obligatoire n'a pour rôle {names}"
                yield content.source.problem(("seats",), sentence, hint, key=True, warning=True)
            else:
                sentence = f"personne ne peut jouer l'étape {where}"
                hint = f"aucune place n'a pour rôle {names}"
                yield content.source.problem(("seats",), sentence, hint, key=True)


def _sure(scenario: Scenario) -> set[str]:
    """List the roles that someone holds, whichever optional seats are drawn by lot."""
    sure = {seat.role for seat in scenario.seats.values() if not seat.optional}
    free = [seat.role for seat in scenario.seats.values() if seat.optional]
    drawn = (scenario.seated or 0) - (len(scenario.seats) - len(free))
    return sure | {role for role in free if drawn > len(free) - free.count(role)}


def _used(phase: PhaseBase, trail: Trail, source: Source, held: dict[str, Holding]) -> Problems:
    """Tell a phase that has nothing to bear on, or comes back for each of nothing."""
    want = wanted(phase)
    found = {held.get(name, "nothing") for name in phase.uses}
    enough = {"proposals"} if want == "proposals" else {"proposals", "items"}
    if want != "nothing" and not found & enough:
        place = (*trail, "uses") if phase.uses else trail
        yield source.problem(place, _LACKS[want], _GIVE[want])
    each = phase.repeat.each if phase.repeat else None
    if each and each != SEATS and held.get(each) == "nothing":
        sentence = f"{quoted(each)} ne laisse rien à reprendre un par un"
        yield source.problem((*trail, "repeat", "each"), f"{sentence} : étape jamais jouée")


def _kept_out(phase: PhaseBase, trail: Trail, content: GameContent, tree: Tree) -> Problems:
    """Tell a phase kept to those a result lists, whose roles can't be among them."""
    who = frozenset(phase.who) if isinstance(phase.who, tuple) else None
    givers = [one for one, _ in tree if phase.only in left_by(one)]
    if who is None or not givers or not all(isinstance(one.who, tuple) for one in givers):
        return
    listed_there = {role for one in givers for role in one.who}
    if who.isdisjoint(listed_there):
        known = {role: one.title for role, one in content.roles_by_id.items()}
        names = listed((quoted(known.get(role, role)) for role in phase.who), "et")
        may = listed((quoted(known.get(role, role)) for role in sorted(listed_there)), "ou")
        sentence = f"personne ne joue cette étape : {quoted(phase.only)} ne retient jamais {names}"
        hint = f"donnez-la à {may}, ou retirez only"
        yield content.sources[0].problem((*trail, "who"), sentence, hint)


def _reached(tree: Tree, source: Source, players: Players) -> Problems:
    """Tell the phases whose condition can never hold, the outermost of those inside each other."""
    reached = reachable(tree, players)
    shut: list[Trail] = []
    for index, (phase, trail) in enumerate(tree):
        if index in reached or any(trail[: len(around)] == around for around in shut):
            continue
        shut.append(trail)
        key, why = stopped(phase.when, tree, index, reached, players)
        sentence = f"l'étape « {phase.title} » n'est jamais jouée : {why}"
        yield source.problem((*trail, "when", key), sentence)
