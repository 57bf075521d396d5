"""What the report says: nothing that intervals do not support, a place for each finding, a page."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest
from typing_extensions import override

from eclaireurs_play.api import rules_of
from eclaireurs_play.simulation import choosing
from eclaireurs_play.simulation.advice import findings
from eclaireurs_play.simulation.advice_on_news import news_effects
from eclaireurs_play.simulation.alone import alone, only
from eclaireurs_play.simulation.assigning import assignment
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.counting import tally
from eclaireurs_play.simulation.findings import FEWEST, Finding
from eclaireurs_play.simulation.lockstep import playing
from eclaireurs_play.simulation.page import lines, page
from eclaireurs_play.simulation.report import NOTHING, Report, report
from eclaireurs_play.simulation.rows import play
from eclaireurs_play.simulation.running import NOT_SOUGHT, WITHOUT_NUMBERS
from eclaireurs_play.simulation.sections import How, Played
from eclaireurs_play.simulation.statistics import Fourfold, Interval
from eclaireurs_play.simulation.tally import Tally, shape_of
from eclaireurs_play.simulation.varying import varied
from eclaireurs_play.simulation.wording import between, some_points, suiting, typed
from tests.simulation.made import sessions
from tests.support import REPOSITORY, content, rules

NAME = "cantine-locale"
HOW = How("germe 1", 500)


class Page(HTMLParser):
    """Checks that every tag opened is closed, and gathers words, addresses and headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.heads: list[str] = []
        self.words = ""
        self.feed(html)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href"}]
        if tag in {"h1", "h2", "h3"}:
            self.heads.append(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag, attrs

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        self.words += data


def none(name: str = NAME) -> Tally:
    """Begin a tally made by hand: a hundred sessions that all end by an agreement to seek."""
    found = Tally.none(shape_of(rules(name)))
    found.sessions = found.over = found.asked = 100
    found.adopted = 60
    return found


def told(found: Tally, how: How = HOW, name: str = NAME) -> dict[tuple[str, ...], Finding]:
    played = Played(content(name), rules(name), found, how)
    return {one.about: one for one in findings(played)}


@cache
def by_lot(count: int = 500) -> Report:
    found = tally([sessions(rules(NAME), count)], rules(NAME))
    return report(content(NAME), rules(NAME), found, HOW)


@cache
def played_whole(name: str, count: int) -> Report:
    found = tally([play(Batch(rules(name), 1), range(1, count + 1))], rules(name))
    return report(content(name), rules(name), found, How("germe 1", count))


def drawings(html: str) -> Iterable[ET.Element]:
    return (
        ET.fromstring("<svg" + one.split("</svg>")[0] + "</svg>")  # noqa: S314 - our own
        for one in html.split("<svg")[1:]
    )


def test_the_page_opens_and_needs_nothing_else() -> None:
    html = page(by_lot())
    read = Page(html)
    assert read.open == []
    assert all(one.startswith("#") for one in read.addresses)
    assert "url(" not in html
    assert "<script" not in html
    assert read.heads[0] == "h1"
    assert "Zone d’accord" in read.words or "conviennent à tout le monde" in read.words
    assert len(list(drawings(html))) > 8


def test_each_drawing_has_a_name_and_a_table_and_stays_on_its_sheet() -> None:
    html = page(by_lot())
    assert html.count("<figure") == html.count("<table>") == html.count("<figcaption>")
    for one in drawings(html):
        assert one.get("aria-label")
        wide, high = map(float, (one.get("viewBox") or "").split()[2:])
        for place in one.iter():
            for name, most in (("x", wide), ("cx", wide), ("y", high), ("cy", high)):
                assert -15 <= float(place.get(name, "0")) <= most + 15, place.attrib


def test_every_address_of_the_contents_is_on_the_page() -> None:
    html = page(by_lot())
    targets = set(re.findall(r'id="([^"]+)"', html))
    assert {one[1:] for one in Page(html).addresses} <= targets


def test_real_sessions_give_a_page_and_five_sentences() -> None:
    made = played_whole(NAME, 3)
    assert len(made.main) == 5
    assert Page(page(made)).open == []
    assert next(iter(lines(made))).startswith("3 séances")
    assert any("moins de 30" in one for one in made.banners)


def test_a_game_of_notes_says_no_opinion() -> None:
    made = played_whole("zone-logistique", 2)
    words = Page(page(made)).words
    assert WITHOUT_NUMBERS in words
    assert NOT_SOUGHT not in words
    assert "ordre des places" not in words
    assert "atisfaction" not in words
    assert "On s’accorde" not in words
    assert "Combien de temps" in words
    assert "Quelles cartes viennent" in words


def test_nothing_is_said_of_rates_of_a_few_sessions() -> None:
    for seed in range(5):
        chunk = sessions(rules(NAME), FEWEST - 1, seed=seed)
        chunk.sessions["status"] = 0
        exact = {"dominated", "cold", "empty", "wide"}
        found = told(tally([chunk], rules(NAME)))
        assert {about[0] for about in found} <= exact


def test_luck_alone_makes_no_finding() -> None:
    """Surprises, seats and styles drawn by lot change nothing: nothing is to be said of them."""
    alarms = 0
    for seed in range(12):
        chunk = sessions(rules(NAME), 400, seed=seed)
        found = told(tally([chunk], rules(NAME)))
        alarms += sum(about[0] in {"news", "style", "unheard"} for about in found)
    assert alarms <= 2


def test_a_batch_cut_short_is_labelled() -> None:
    cut = report(content(NAME), rules(NAME), none(), replace(HOW, foreseen=900))
    assert "Résultats partiels" in cut.banners[0]
    assert not report(content(NAME), rules(NAME), none(), replace(HOW, foreseen=100)).banners


def test_who_played_and_what_witnesses_say_stand_on_the_page() -> None:
    found, witnesses = none(), none()
    witnesses.sessions = 8
    slow = report(content(NAME), rules(NAME), found, replace(HOW, slow="On y écrit des mots."))
    assert any("On y écrit des mots." in one for one in slow.banners)
    found.lockstep = 100
    fast = replace(HOW, witnesses=witnesses)
    agreed = report(content(NAME), rules(NAME), found, fast).banners
    assert any("8 témoins" in one and "exactement" in one for one in agreed)
    parted = report(content(NAME), rules(NAME), found, replace(fast, differs="Séance 3."))
    assert any("À ne pas croire" in one and "Séance 3." in one for one in parted.banners)
    assert not any("exactement" in one for one in parted.banners)


def test_findings_name_the_line_of_the_option() -> None:
    found, space = none(), rules(NAME).numbers.space
    term, (left_out, *_) = space.terms[0], space.options[0]
    found.asked = found.sessions = found.over = 5000
    for place, tried in enumerate(found.tried):
        tried[:] = 2000
        found.agreed[place][:] = 100
    found.tried[0][0] = found.agreed[0][0] = 0
    one = told(found)["untried", term, left_out]
    assert one.where is not None
    line = (REPOSITORY / one.where.file).read_text(encoding="utf-8").splitlines()
    assert left_out in line[one.where.line - 1]
    assert re.fullmatch(r"scenarios/.+\.yaml:\d+", one.place)


def test_links_lead_where_they_are_told_to() -> None:
    found = none()
    found.over = 90
    found.unfinished = frozenset({4, 8})
    made = report(content(NAME), rules(NAME), found, HOW)
    html = page(made, lambda file: f"../../{file}")
    one = made.findings[0]
    assert "--open 4" in one.sentence
    assert one.where is not None
    assert f'href="../../{one.where.file}#L{one.where.line}"' in html


def test_consent_too_rare_or_too_easy_is_said() -> None:
    rare, easy, middling = none(), none(), none()
    rare.adopted, easy.adopted = 5, 100
    assert ("seldom",) in told(rare)
    assert ("always",) in told(easy)
    assert not {("seldom",), ("always",)} & told(middling).keys()


def test_a_surprise_that_decides_is_said_and_noise_is_not() -> None:
    names = sorted(rules(NAME).scenario.surprises)
    found = none()
    found.calm[:] = (20, 45, 10, 25)
    found.together[0, 0] = found.together[1, 1] = 50
    found.shifts[[0, 1, -1]] = (-30, -1, 55)
    for place, cells in enumerate((Fourfold(10, 30, 0, 10), Fourfold(10, 11, 10, 19))):
        found.effects[place] = (cells.both, cells.lost, cells.gained, cells.neither)
    effects = news_effects(Played(content(NAME), rules(NAME), found, HOW))
    assert effects[names[0]].estimate == pytest.approx(-0.6)
    assert effects[names[1]].sign == 0
    said = told(found)
    assert ("news", names[0]) in said
    assert ("news", names[1]) not in said


def test_a_surprise_is_ranked_on_what_it_does_alone_and_said_so() -> None:
    """Together, the first seems to do it all; alone, the second does."""
    first, second, *_ = sorted(rules(NAME).scenario.surprises)
    found = none()
    found.calm[:] = (20, 45, 10, 25)
    found.together[0, 0] = found.together[1, 1] = 50
    found.shifts[[0, 1, -1]] = (-30, -1, 55)
    for place, cells in enumerate((Fourfold(10, 30, 0, 10), Fourfold(10, 11, 10, 19))):
        found.effects[place] = (cells.both, cells.lost, cells.gained, cells.neither)
    apart = {first: Fourfold(300, 10, 10, 180), second: Fourfold(150, 160, 10, 180)}
    joint = report(content(NAME), rules(NAME), found, HOW)
    solo = report(content(NAME), rules(NAME), found, replace(HOW, alone=apart))
    titles = [rules(NAME).title(name) for name in (first, second)]
    assert titles[0] in joint.main[3]
    assert "quand il tombe parmi les autres, il compte pour environ −60 points" in joint.main[3]
    assert "seul" not in joint.main[3]
    assert titles[1] in solo.main[3]
    assert "−30 points" in solo.main[3].partition("quand il tombe seul")[0]
    assert {about[1] for about in told(found, replace(HOW, alone=apart)) if about[0] == "news"} == {
        second
    }
    for made in (joint, solo):
        assert "lui seul" not in Page(page(made)).words
        assert "propre" not in Page(page(made)).words


def test_a_surprise_played_alone_never_meets_another() -> None:
    """What it changes is what the batch without the others says, and no other falls there."""
    name = min(rules(NAME).scenario.surprises)
    some = only(rules(NAME), name)
    assert [one for one, each in some.scenario.surprises.items() if each.falls] == [name]
    found = tally([playing.play(Batch(some, 3), range(1, 41))], some)
    assert found.contexts.keys() <= {0, 1}
    cells = alone(Batch(rules(NAME), 3), 40)[name]
    assert cells.pairs == found.contexts[1]
    assert cells == Fourfold(*map(int, found.effects[0]))


def set_aside(name: str) -> Played:
    cut = varied(content(NAME), [assignment(f"surprises.{name}=off")])
    made = tally([sessions(rules(NAME), 300)], rules(NAME))
    return Played(cut, rules_of(cut), made, HOW)


def test_a_surprise_set_aside_is_not_counted_among_those_that_fall() -> None:
    name = min(rules(NAME).scenario.surprises)
    played = set_aside(name)
    assert name not in played.zones
    assert name in Played(content(NAME), rules(NAME), played.found, HOW).zones
    assert played.rules.title(name) not in str(choosing.zone(played))


def test_an_empty_zone_is_told_once_and_names_who_closes_it() -> None:
    seat = next(name for name, one in rules(NAME).scenario.seats.items() if one.reservation)
    cut = varied(content(NAME), [assignment(f"seats.{seat}.reservation=1")])
    found = tally([sessions(rules(NAME), 300)], rules(NAME))
    found.adopted = 0
    said = {one.about: one for one in findings(Played(cut, rules_of(cut), found, HOW))}
    assert ("empty", "") in said
    assert not {"seldom", "shut", "wide"} & {about[0] for about in said}
    assert sum(about[0] == "empty" for about in said) == 1
    one = said["empty", ""]
    assert f"« {rules(NAME).name(seat)} »" in one.sentence
    assert one.where == Played(cut, rules_of(cut), found, HOW).spot("seat", seat)
    assert one.where is not None
    assert one.where.line > 2
    line = (REPOSITORY / one.where.file).read_text(encoding="utf-8").splitlines()
    assert line[one.where.line - 1].strip() == f"{seat}:"


@pytest.mark.parametrize(("written", "expected"), [
    (some_points(0.4), "0,4 point"),
    (some_points(2), "2 points"),
    (suiting(0, 90), "aucune proposition sur 90 ne convient à tout le monde"),
    (suiting(1), "1 proposition convient à tout le monde"),
    (typed("0.4"), "0,4"),
    (typed("off"), "off"),
    (between(Interval(-0.112, -0.131, -0.094)), "−0,11 (de −0,13 à −0,09)"),
    (between(Interval(-0.5, -0.5, -0.5)), "−0,5 (de −0,5 à −0,5)"),
])  # fmt: skip
def test_figures_are_written_as_in_french(written: str, expected: str) -> None:
    assert written == expected


def test_the_seat_that_pays_is_named() -> None:
    found, seats = none(), tuple(rules(NAME).scenario.seats)
    found.agreements[0, 0] = 60
    found.satisfaction[:, 0], found.satisfaction[:, 1] = 60, 60 * 500_000
    found.least[2] = 55
    assert ("least", seats[2]) in told(found)
    found.least[:] = 60 // len(seats)
    found.least[2] += 6
    assert ("least", seats[2]) not in told(found)


def test_a_seat_served_least_three_times_its_share_is_sacrificed() -> None:
    found = none()
    found.agreements[0, 0] = 300
    found.satisfaction[:, 0], found.satisfaction[:, 1] = 300, 300 * 500_000
    many = len(rules(NAME).scenario.seats)
    found.least[:] = 150 // (many - 1)
    found.least[1] = 150
    said = told(found)["least", tuple(rules(NAME).scenario.seats)[1]]
    assert "à parts égales" in said.evidence
    found.agreements[0, 0] = found.satisfaction[0, 0] = found.least[1] = 1
    found.least[:] //= 150
    few = report(content(NAME), rules(NAME), found, HOW).main[1]
    assert "Trop peu" in few
    assert "sacrifiée" not in few


def test_the_gravest_comes_first() -> None:
    found = none()
    found.over, found.unfinished, found.adopted = 90, frozenset({3}), 2
    ranks = [one.gravity for one in findings(Played(content(NAME), rules(NAME), found, HOW))]
    assert ranks == sorted(ranks, reverse=True)
    assert len(ranks) > 1


def test_nothing_to_say_is_said() -> None:
    made = replace(by_lot(), findings=())
    assert NOTHING.partition(" :")[0] in Page(page(made)).words
    assert list(lines(made))[-1] == NOTHING


@pytest.mark.parametrize("text", ["<b>", "l'eau & le feu", '"x"'])
def test_words_are_never_markup(text: str) -> None:
    made = replace(by_lot(), title=text, main=(text,))
    read = Page(page(made))
    assert read.open == []
    assert text.replace("'", "’") in read.words
