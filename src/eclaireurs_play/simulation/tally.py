"""The columns of a batch added up, one row at a time: memory does not grow with the sessions."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from eclaireurs_play.engine.negotiation.frontier import room, uncrossed
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.simulation.statistics import Distribution
from eclaireurs_play.simulation.store import Store

Line = Mapping[str, str]


@dataclass(slots=True)
class Effect:
    """Sessions where a surprise fell, beside the same sessions without any surprise."""

    pairs: int = 0
    gained: int = 0
    lost: int = 0


@dataclass(slots=True)
class Tally:
    """What the report counts; satisfactions are in parts per million."""

    sessions: int = 0
    over: int = 0
    unfinished: list[str] = field(default_factory=list)
    asked: int = 0
    adopted: int = 0
    paired: int = 0
    calm_adopted: int = 0
    first_seed: str = ""
    actions: Distribution = field(default_factory=Distribution)
    minutes: Distribution = field(default_factory=Distribution)
    rounds: Distribution = field(default_factory=Distribution)
    objections: Distribution = field(default_factory=Distribution)
    left: Distribution = field(default_factory=Distribution)
    agreements: Counter[tuple[str, str]] = field(default_factory=Counter)
    effects: dict[str, Effect] = field(default_factory=dict)
    satisfaction: dict[str, Distribution] = field(default_factory=dict)
    least: Counter[str] = field(default_factory=Counter)
    crossed: Counter[str] = field(default_factory=Counter)
    contributions: dict[str, Distribution] = field(default_factory=dict)
    versions: int = 0
    proposed: Counter[tuple[str, str]] = field(default_factory=Counter)
    agreed: Counter[tuple[str, str]] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)


_UNFINISHED_NAMED = 5


def tally(store: Store, rules: Rules) -> Tally:
    """Add up the files of a batch."""
    found = Tally()
    for row in store.read("sessions"):
        _session(found, row)
    _seats(found, store.read("seats"))
    for row in store.read("proposals"):
        _proposal(found, row, rules)
    for row in store.read("cards"):
        found.seen[row["card"]] += int(row["seen"])
        found.answered[row["card"]] += int(row["answered"])
    _distances(found, rules)
    return found


def _session(found: Tally, row: Line) -> None:
    found.sessions += 1
    found.over += row["status"] == "over"
    if row["status"] != "over" and len(found.unfinished) < _UNFINISHED_NAMED:
        found.unfinished.append(row["session"])
    found.actions.add(int(row["actions"]))
    found.minutes.add(round(float(row["minutes"])))
    found.objections.add(int(row["objections"]))
    if row["adopted"]:
        found.asked += 1
        found.adopted += row["adopted"] == "1"
        found.rounds.add(int(row["consent_rounds"]))
    if row["agreement"]:
        found.agreements[row["surprises"], row["agreement"]] += 1
    if row["adopted"] and row["calm_adopted"]:
        _pair(found, row)


def _pair(found: Tally, row: Line) -> None:
    """Compare a session with its twin without surprises."""
    found.paired += 1
    found.calm_adopted += row["calm_adopted"] == "1"
    for surprise in row["surprises"].split():
        effect = found.effects.setdefault(surprise, Effect())
        effect.pairs += 1
        effect.gained += row["adopted"] > row["calm_adopted"]
        effect.lost += row["adopted"] < row["calm_adopted"]


def _seats(found: Tally, rows: Iterable[Line]) -> None:
    """Add up seats, and see who is served least by each agreement (all those tied count)."""
    number, levels = "", dict[str, int]()
    for row in rows:
        if row["session"] != number:
            _least(found, levels)
            number, levels = row["session"], {}
        said = found.contributions.setdefault(row["seat"], Distribution())
        said.add(int(row["contributions"]))
        if row["satisfaction"]:
            levels[row["seat"]] = int(row["satisfaction"])
            found.satisfaction.setdefault(row["seat"], Distribution()).add(levels[row["seat"]])
            found.crossed[row["seat"]] += int(row["red_line_crossed"])
    _least(found, levels)


def _least(found: Tally, levels: Mapping[str, int]) -> None:
    worst = min(levels.values(), default=0)
    found.least.update(seat for seat, level in levels.items() if level == worst)


def _proposal(found: Tally, row: Line, rules: Rules) -> None:
    found.versions += 1
    for term in rules.scenario.terms:
        if row[term]:
            found.proposed[term, row[term]] += 1
            found.agreed[term, row[term]] += int(row["agreement"])


def _distances(found: Tally, rules: Rules) -> None:
    """Measure what each agreement left: the mean over the seats of what all could gain."""
    for (context, agreement), count in found.agreements.items():
        table = rules.numbers.at(context.split())
        gained = room(table, int(agreement), uncrossed(table)).gained
        mean = sum(gained) // len(gained) if gained else 0
        for _ in range(count):
            found.left.add(mean)
