"""Comparisons, sweeps and things taken out: what they say, and what they must not."""

from copy import deepcopy
from dataclasses import replace
from functools import cache
from itertools import permutations

from eclaireurs_play import api
from eclaireurs_play.engine.chance import shuffled
from eclaireurs_play.engine.flow import Moved
from eclaireurs_play.engine.gestures import NEWS
from eclaireurs_play.engine.setup import Setup, start
from eclaireurs_play.simulation.advice import findings
from eclaireurs_play.simulation.advice_on_trials import rescales
from eclaireurs_play.simulation.assigning import assignment
from eclaireurs_play.simulation.comparing import IDENTICAL, NO_CHANGE, comparison
from eclaireurs_play.simulation.counting import tally
from eclaireurs_play.simulation.page import lines, page
from eclaireurs_play.simulation.pairing import Pairs, paired_up
from eclaireurs_play.simulation.report import Report, report
from eclaireurs_play.simulation.sections import How, Played, Trial
from eclaireurs_play.simulation.statistics import Fourfold, Moments
from eclaireurs_play.simulation.strangers import STRANGERS
from eclaireurs_play.simulation.sweeping import Point, sweep_report
from eclaireurs_play.simulation.sweeps import sweep
from eclaireurs_play.simulation.variants import Variant, knockouts, orders, swept
from eclaireurs_play.simulation.varying import varied
from tests.simulation.made import sessions
from tests.simulation.test_report import Page
from tests.support import REPOSITORY, content, rules

NAME, CHARTERED = "cantine-locale", "cantine-secheresse"
HOW = How("germe 1", 300)


@cache
def played(name: str = NAME, seed: int = 0) -> Played:
    return Played(content(name), rules(name), tally([sessions(rules(name), 300, seed=seed)],
                                                    rules(name)), HOW)  # fmt: skip


@cache
def pairs(name: str = NAME) -> Pairs:
    one, other = (sessions(rules(name), 300, seed=seed) for seed in (0, 1))
    return paired_up([one], [other], (rules(name), rules(name)))


def words(made: Report) -> str:
    read = Page(page(made))
    assert read.open == []
    return read.words


def test_a_version_beside_itself_changes_nothing() -> None:
    one = sessions(rules(NAME), 300)
    same = paired_up([one], [one], (rules(NAME), rules(NAME)))
    made = comparison(played(), played(), same, "rien")
    assert made.findings == ()
    assert made.main == (IDENTICAL,)
    assert made.sections == ()
    assert "--set" in words(made)


def test_versions_that_differ_in_words_alone_change_nothing_else() -> None:
    scenario = rules(NAME).scenario.model_copy(update={"title": "Autrement dit"})
    one = sessions(rules(NAME), 300)
    same = paired_up([one], [one], (rules(NAME), rules(NAME)))
    after = replace(played(), rules=replace(rules(NAME), scenario=scenario))
    made = comparison(played(), after, same, "un titre")
    assert NO_CHANGE in lines(made)
    assert "ni plus ni moins" in made.main[0]
    assert any("rien ne change" in said for said in made.main)


def test_two_games_are_never_paired() -> None:
    one, other = played(), played("zone-logistique")
    assert one.rules.game.id != other.rules.game.id
    made = comparison(one, other, Pairs(), "« autre »")
    assert STRANGERS in made.banners
    assert made.findings == ()
    assert "mêmes germes," not in made.played


def test_a_comparison_says_what_surely_changed() -> None:
    seat, other, *_ = rules(NAME).scenario.seats
    clear = Pairs(
        sessions=300,
        consent=Fourfold(100, 80, 5, 115),
        rounds=Moments.of([1, 0, 1, 1] * 50),
        satisfaction={
            seat: Moments.of([40_000, 60_000] * 50),
            other: Moments.of([-90_000, 90_000] * 50),
        },
        agreements=100,
        same=40,
    )
    made = comparison(played(), played(seed=1), clear, "une réserve plus haute")
    assert "moins souvent" in made.main[0]
    assert rules(NAME).name(seat) in made.main[1]
    assert rules(NAME).name(other) not in made.main[1]
    assert "60 %" in made.main[2]
    assert "davantage" in made.main[3]
    assert "une réserve plus haute" in made.played


def test_findings_that_come_and_go_are_told_with_their_place() -> None:
    poor = played(seed=1)
    found = tally([sessions(rules(NAME), 300)], rules(NAME))
    found.adopted = 3
    stuck = Played(content(NAME), rules(NAME), found, HOW)
    came = comparison(poor, stuck, pairs(), "un seuil")
    gone = comparison(stuck, poor, pairs(), "un seuil")
    assert "Apparaît" in next(one for one in came.findings if one.about == ("seldom",)).sentence
    assert "Disparaît" in next(one for one in gone.findings if one.about == ("seldom",)).sentence
    assert "Apparaît" in words(came)


def test_a_sweep_of_one_value_draws_curves() -> None:
    path = f"seats.{next(iter(rules(NAME).scenario.seats))}.reservation"
    values = [sweep(f"{path}=0.3,0.4,0.5")]
    points = [
        Point(
            tuple(each.value for each in one.assignments),
            Played(one.content(content(NAME)), api.rules_of(one.content(content(NAME))),
                   played(seed=seed).found, HOW),
        )
        for seed, one in enumerate(swept(content(NAME), values))
    ]  # fmt: skip
    made = sweep_report([path], points)
    assert path in words(made)
    assert len(made.main) == 4
    assert made.findings == ()


def swept_points(*consents: Fourfold) -> list[Point]:
    """Make a sweep over 2, 4, 6… whose points after the first change consent so."""
    first = Point(("2",), agreeing(consents[0].before))
    return [first, *(Point((str(2 * place),), agreeing(one.after),
                           Pairs(sessions=280, consent=one))
                     for place, one in enumerate(consents, start=2))]  # fmt: skip


def test_both_ends_of_a_sweep_are_paired_where_they_can_be() -> None:
    """Too near to be told apart as two batches, and never the other way round on one seed."""
    points = [Point(("2",), agreeing(100)), Point(("4",), agreeing(120))]
    assert sweep_report(["seats.x.weights.y"], points).findings == ()
    between = Pairs(sessions=280, consent=Fourfold(100, 0, 20, 160))
    for order in (points, points[::-1]):
        (said,) = sweep_report(["seats.x.weights.y"], order, between).findings
        assert "Prenez 4 pour que l'on s'accorde plus souvent, 2 pour" in said.sentence


def agreeing(adopted: int, asked: int = 280) -> Played:
    found = deepcopy(played().found)
    found.asked, found.adopted = asked, adopted
    return replace(played(), found=found)


def test_a_sweep_says_the_values_that_stand_clear() -> None:
    clear = swept_points(Fourfold(100, 5, 60, 115), Fourfold(40, 65, 5, 170))
    (said,) = sweep_report(["seats.x.weights.y"], clear).findings
    assert "Prenez 4 pour que l'on s'accorde plus souvent, 6 pour" in said.sentence
    (said,) = sweep_report(["seats.x.weights.y"], [clear[0], clear[2]]).findings
    assert "Prenez 2 pour que l'on s'accorde plus souvent, 6 pour" in said.sentence
    for order in permutations(clear):
        (said,) = sweep_report(["seats.x.weights.y"], order).findings
        assert "Prenez 4 pour que l'on s'accorde plus souvent, 6 pour" in said.sentence
    blurred = swept_points(Fourfold(100, 9, 12, 159), Fourfold(95, 14, 9, 162))
    assert sweep_report(["seats.x.weights.y"], blurred).findings == ()


def test_a_grid_is_shaded_by_rows_and_columns() -> None:
    points = [Point((row, column), played(seed=int(row + column)))
              for row in "12" for column in "345"]  # fmt: skip
    made = sweep_report(["un", "deux"], points)
    assert 'class="' in page(made)
    assert "Lignes" in words(made)


def trial(variant: Variant, consent: Fourfold) -> Trial:
    still = dict.fromkeys(rules(CHARTERED).scenario.seats, Moments.of([0] * 100))
    return Trial(
        variant, played(CHARTERED).found,
        Pairs(sessions=300, consent=consent, satisfaction=still, agreements=100, same=100),
    )  # fmt: skip


def advised(*trials: Trial) -> dict[tuple[str, ...], str]:
    some = replace(played(CHARTERED), how=replace(HOW, trials=trials))
    return {one.about: one.sentence for one in findings(some)}


def test_nothing_is_advised_of_question_cards_that_no_one_simulated_hears() -> None:
    cards = [one for one in knockouts(content(CHARTERED)) if one.kind == "card"]
    charter = content(CHARTERED).scenario.charter
    assert charter is not None
    kept = {*charter.criteria, *charter.guardrails}
    asking = [one for one in cards if one.spot[-1] not in kept]
    binding = [one for one in cards if one.spot[-1] in kept]
    assert asking
    assert binding
    still = Fourfold(150, 0, 0, 130)
    said = advised(*(trial(one, still) for one in cards))
    assert {about[-1] for about in said if about[0] == "needless"} == {
        one.spot[-1] for one in binding
    }


def test_what_shortens_a_scale_is_drawn_and_not_advised_upon() -> None:
    every = knockouts(content(CHARTERED))
    surprise = next(one for one in every if one.kind == "surprise")
    option = next(one for one in every if one.kind == "option" and rescales(rules(CHARTERED), one))
    seat = next(one for one in every if one.kind == "seat")
    assert not rescales(rules(CHARTERED), surprise)
    assert not rescales(rules(CHARTERED), seat)
    hard = Fourfold(60, 100, 5, 115)
    said = advised(trial(option, hard), trial(seat, hard))
    assert ("without", *seat.spot) in said
    assert ("without", *surprise.spot) not in said


def test_a_seat_that_gains_by_speaking_first_is_named() -> None:
    first, second, *_ = orders(content(CHARTERED))
    gains = trial(first, Fourfold(150, 0, 0, 130))
    gains.pairs.satisfaction[first.spot[-1]] = Moments.of([30_000, 40_000] * 60)
    said = advised(gains, trial(second, Fourfold(150, 0, 0, 130)))
    assert ("first", first.spot[-1]) in said
    assert ("first", second.spot[-1]) not in said


def test_what_was_tried_stands_on_the_page() -> None:
    still = Fourfold(150, 3, 5, 122)
    every = (*knockouts(content(CHARTERED)), *orders(content(CHARTERED)))
    how = replace(HOW, trials=tuple(trial(one, still) for one in every))
    some = played(CHARTERED)
    said = words(report(some.content, some.rules, some.found, how))
    assert "Que se passe-t-il sans" in said
    assert "L’ordre des places compte-t-il" in said
    assert "n’entendent pas les mots" in said


def test_a_grid_cut_short_leaves_its_cells_empty() -> None:
    points = [Point(("1", column), played()) for column in "34"] + [Point(("2", "3"), played())]
    assert "–" in words(sweep_report(["un", "deux"], points))


def test_the_value_that_varies_is_found_in_its_file() -> None:
    seat, one = next(
        (name, each) for name, each in rules(NAME).scenario.seats.items() if each.reservation
    )
    points = swept_points(Fourfold(40, 65, 5, 170))
    (said,) = sweep_report([f"seats.{seat}.reservation"], points).findings
    assert said.where is not None
    line = (REPOSITORY / said.where.file).read_text(encoding="utf-8").splitlines()
    assert line[said.where.line - 1].strip() == f"reservation: {one.reservation}"


def test_scales_that_change_between_versions_are_told() -> None:
    terms = rules(NAME).scenario.terms.items()
    path = next(
        f"terms.{term}.options.{option}.moves.{axis}"
        for term, one in terms for option, found in one.options.items() for axis in found.moves
    )  # fmt: skip
    cut = varied(content(NAME), [assignment(f"{path}=900")])
    after = Played(cut, api.rules_of(cut), played().found, HOW)
    assert any("échelles" in one for one in comparison(played(), after, pairs(), "sans").banners)
    assert not comparison(played(), played(seed=1), pairs(), "rien").banners


def test_a_surprise_set_aside_leaves_the_scales_and_the_others_order() -> None:
    surprise = next(name for name, one in rules(NAME).scenario.surprises.items() if one.moves)
    cut = varied(content(NAME), [assignment(f"surprises.{surprise}=off")])
    after = Played(cut, api.rules_of(cut), played().found, HOW)
    said = comparison(played(), after, pairs(), "sans").banners
    assert not any("échelles" in one for one in said)
    for seed in range(20):
        whole = shuffled(seed, f"pile/{NEWS}", tuple(sorted(rules(NAME).scenario.surprises)))
        first = start(api.rules_of(cut), Setup(seed=seed))
        assert isinstance(first, Moved)
        assert first.state.piles[NEWS] == tuple(one for one in whole if one != surprise)
