"""How a session begins: who sits where, the piles shuffled, the first phase open."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.chance import shuffled
from eclaireurs_play.engine.domains import suggest
from eclaireurs_play.engine.flow import Moved, open_first
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, NEWS
from eclaireurs_play.engine.people import misnamed
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Result, Seated, State

PSEUDONYMS = "pseudonymes"
"""The stream of luck that says which optional seats are filled."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What is decided before the first phase.

    `seats`: the seats in play, empty for all of the scenario. `people`: seat → names, if any.
    `simulated`: seats, facilitator or group
    held by the program. `in_hand`: people hold printed cards.
    `past`: a session that already took place is being recorded. `table`: how simulated players
    negotiate (a name of `negotiation.styles`, or `mixed`). `calm`: no surprise ever falls.
    `campaign` and `inherited`: the campaign this is a session of, and what earlier ones left.
    """

    seed: int = 0
    seats: tuple[str, ...] = ()
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    simulated: tuple[str, ...] = ()
    in_hand: bool = False
    past: bool = False
    table: str = "mixed"
    calm: bool = False
    campaign: str = ""
    inherited: tuple[Result, ...] = ()


def start(rules: Rules, setup: Setup) -> Moved | Refused:
    """Open a session, or say why it can't be."""
    if rules.game.anonymous and setup.people:
        return Refused("anonymous", "Ce jeu est anonyme : aucun nom ne s'y écrit.", rule=True)
    chosen = setup.seats or _foreseen(rules, setup.seed)
    held = tuple(one for one in setup.simulated if one not in {FACILITATOR, GROUP})
    names = (misnamed(one) for one in setup.people.values())
    refused = _refused(rules, chosen, (*setup.people, *held)) or next(filter(None, names), None)
    if refused is not None:
        return refused
    seats = {
        seat: Seated(
            role=rules.scenario.seats[seat].role,
            people=setup.people.get(seat, ()),
        )
        for seat in rules.scenario.seats
        if seat in chosen
    }
    state = State(
        seed=setup.seed,
        past=setup.past,
        in_hand=setup.in_hand or setup.past,
        seats=seats,
        piles=_piles(rules, setup.seed, calm=setup.calm),
        inherited=setup.inherited,
        simulated=setup.simulated,
    )
    return open_first(rules, state)


def _foreseen(rules: Rules, seed: int) -> tuple[str, ...]:
    """List the seats in play when nobody says which: all, or so many drawn by lot."""
    scenario = rules.scenario
    if scenario.seated is None:
        return tuple(scenario.seats)
    needed = tuple(seat for seat, one in scenario.seats.items() if not one.optional)
    free = tuple(seat for seat, one in scenario.seats.items() if one.optional)
    drawn = shuffled(seed, PSEUDONYMS, free)[: max(0, scenario.seated - len(needed))]
    return tuple(seat for seat in scenario.seats if seat in (*needed, *drawn))


def _refused(rules: Rules, chosen: tuple[str, ...], mentioned: tuple[str, ...]) -> Refused | None:
    known = tuple(rules.scenario.seats)
    for seat in (*chosen, *mentioned):
        if seat not in known and rules.game.anonymous:
            return Refused(
                "anonymous",
                f"Ce jeu est anonyme : « {seat} » n'est pas un de ses pseudonymes, "
                "et aucun nom ne s'y écrit.",
                rule=True,
            )
        if seat not in known:
            return Refused("unknown-seat", f"Place inconnue : {suggest(seat, known)}.")
    players = rules.game.players
    if not players.min <= len(set(chosen)) <= players.max:
        return Refused(
            "seats-out-of-range",
            f"« {rules.game.title} » se joue de {players.min} à {players.max} ; "
            f"{len(set(chosen))} n'est pas possible.",
            rule=True,
        )
    needed = [seat for seat, one in rules.scenario.seats.items() if not one.optional]
    absent = ", ".join(rules.name(seat) for seat in needed if seat not in chosen)
    if absent:
        return Refused("seat-needed", f"Cette situation ne se joue pas sans : {absent}.", rule=True)
    return None


def _piles(rules: Rules, seed: int, *, calm: bool) -> dict[str, tuple[str, ...]]:
    """Shuffle a pile for each family that some phase draws from."""
    drawn = {family for phase in rules.phases.values() for family in getattr(phase, "families", ())}
    falling = (name for name, one in sorted(rules.scenario.surprises.items()) if one.falls)
    surprises = () if calm else tuple(falling)
    news = {NEWS: shuffled(seed, f"pile/{NEWS}", surprises)} if surprises else {}
    return news | {
        family: shuffled(seed, f"pile/{family}", _codes(rules, family)) for family in sorted(drawn)
    }


def _codes(rules: Rules, family: str) -> tuple[str, ...]:
    cards = sorted(
        (card for card in rules.cards.values() if card.family == family), key=lambda one: one.id
    )
    return tuple(card.id for card in cards for _ in range(card.copies))
