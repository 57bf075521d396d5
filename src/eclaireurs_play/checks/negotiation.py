"""What `check` says of a scenario's numbers: choices that change nothing, limits out of reach."""

from collections.abc import Iterator

from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.content.places import Trail
from eclaireurs_play.content.wording import listed, quoted
from eclaireurs_play.engine.negotiation import soundness
from eclaireurs_play.engine.negotiation.exact import SCALE, percent
from eclaireurs_play.engine.negotiation.table import Numbers
from eclaireurs_play.errors import Diagnostic, EclaireursError
from eclaireurs_play.model.scenario import Scenario

Problems = Iterator[Diagnostic]

FEW = 20
"""Below so many proposals, a tenth of them is one or none: the zone is not said to be wide."""


def of_scenario(content: ScenarioContent) -> Problems:
    """Check the numbers of a scenario; one without terms plays in words, with nothing to say."""
    if not content.scenario.terms:
        return
    yield from _options(content)
    yield from _axes(content)
    numbers = Numbers(content.scenario)
    if not numbers.seats:
        sentence = "des termes à négocier, mais aucune place ne pèse rien"
        hint = "donnez à des places weights et reservation ; sinon ce qui se simule se joue au sort"
        yield content.source.problem(("terms",), sentence, hint, key=True, warning=True)
        return
    try:
        size = numbers.space.size
    except EclaireursError as error:
        yield content.source.problem(("terms",), str(error).rstrip("."), key=True)
        return
    yield from _out_of_reach(content, numbers)
    yield from _red_lines(content, numbers)
    yield from _zones(content, numbers, size)


def _options(content: ScenarioContent) -> Problems:
    """Tell the options that no number tells apart."""
    for found in soundness.alike_options(content.scenario):
        names = listed(map(quoted, found.options), "et")
        trail: Trail = ("terms", found.term, "options", found.options[1])
        if found.still:
            sentence, hint = f"{names} ne changent rien", "une option au plus laisse tout tel"
        else:
            sentence, hint = f"{names} changent tout de la même façon", "distinguez leurs moves"
        yield content.source.problem(trail, sentence, hint, key=True)


def _axes(content: ScenarioContent) -> Problems:
    """Tell the axes that nobody looks at, and the weights on what nothing moves."""
    scenario, source = content.scenario, content.source
    for axis in soundness.idle_axes(scenario):
        sentence = f"personne ne pèse ni ne borne l'axe {quoted(axis)}"
        yield source.problem(("axes", axis), sentence, key=True, warning=True)
    moved = _moved(scenario)
    for name, seat in scenario.seats.items():
        for axis in seat.weights.keys() & scenario.axes.keys() - moved:
            sentence = f"rien ne fait bouger l'axe {quoted(axis)} : ce poids ne compte pas"
            yield source.problem(("seats", name, "weights", axis), sentence, key=True, warning=True)


def _moved(scenario: Scenario) -> set[str]:
    """List the axes that an option or a surprise moves."""
    options = [one for term in scenario.terms.values() for one in term.options.values()]
    moves = [*(one.moves for one in options), *(one.later for one in options)]
    moves += [one.moves for one in scenario.surprises.values()]
    return {axis for move in moves for axis, value in move.items() if value}


def _out_of_reach(content: ScenarioContent, numbers: Numbers) -> Problems:
    """Tell the seats that no proposal suits, before any surprise."""
    for found in soundness.unreachable(numbers):
        if found.best is None:
            if not _shut(numbers, found.seat):
                sentence = "toute proposition franchit une ligne rouge de cette place"
                yield content.source.problem(("seats", found.seat, "red_lines"), sentence, key=True)
            continue
        asked, best = percent(found.reservation), percent(found.best)
        sentence = f"aucune proposition n'atteint cette exigence : {asked} %, {best} % au mieux"
        if best >= asked:
            sentence = "aucune proposition n'atteint cette exigence, de peu"
        hint = f"baissez reservation sous {found.best / SCALE:.3f}, ou ses lignes rouges"
        yield content.source.problem(("seats", found.seat, "reservation"), sentence, hint)


def _shut(numbers: Numbers, seat: str) -> bool:
    """Tell whether one red line of a seat is enough to refuse everything: it is told apart."""
    rows = zip(numbers.limits, numbers.at().crossed, strict=True)
    return any(limit.seat == seat and crossed.all() for limit, crossed in rows)


def _red_lines(content: ScenarioContent, numbers: Numbers) -> Problems:
    """Tell the red lines that no proposal crosses, with or without a surprise, or that all do."""
    tables = [numbers.at(), *(numbers.at((one,)) for one in sorted(numbers.scenario.surprises))]
    for row, trail in enumerate(_sides(content.scenario, numbers)):
        before = tables[0].crossed[row]
        if not any(table.crossed[row].any() for table in tables):
            sentence = "aucune proposition ne franchit cette ligne rouge"
            yield content.source.problem(trail, sentence, "elle ne sert à rien", warning=True)
        elif before.all():
            yield content.source.problem(trail, "toute proposition franchit cette ligne rouge")


def _sides(scenario: Scenario, numbers: Numbers) -> Iterator[Trail]:
    """Give where each limit is written, in the order of the tables."""
    for seat in numbers.seats:
        for index, line in enumerate(scenario.seats[seat].red_lines):
            for side in ("at_least", "at_most"):
                if getattr(line, side) is not None and line.axis in scenario.axes:
                    yield "seats", seat, "red_lines", index, side


def _zones(content: ScenarioContent, numbers: Numbers, size: int) -> Problems:
    """Warn of a zone of agreement that is empty, or holds more than a tenth of the proposals."""
    for found in soundness.zone_problems(numbers):
        if found.kind == "wide" and size < FEW:
            continue
        trail: Trail = ("surprises", found.surprise) if found.surprise else ("terms",)
        when = "une fois cette nouvelle tombée" if found.surprise else "avant toute nouvelle"
        sentence = f"{when}, aucune des {size} propositions ne convient à tout le monde"
        hint = _who(numbers, found.surprise)
        if found.kind == "wide":
            sentence = f"{when}, {found.count} propositions sur {size} conviennent à tout le monde"
            hint = "plus d'une sur 10 : il ne reste rien à négocier"
        yield content.source.problem(trail, sentence, hint, key=True, warning=True)


def _who(numbers: Numbers, surprise: str) -> str:
    """Name the seats that nothing suits once a surprise has come."""
    context = (surprise,) if surprise else ()
    seats = [quoted(one.seat) for one in soundness.unreachable(numbers, context)]
    return (
        f"rien ne convient à {listed(seats, 'ni à')}"
        if seats
        else "chaque place en accepte, mais jamais les mêmes"
    )
