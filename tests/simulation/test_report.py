"""What the report says: from known columns, with a place for each finding, on a page that opens."""

import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

from typing_extensions import override

from eclaireurs_play.engine.negotiation.table import table
from eclaireurs_play.model.scenario import Scenario
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.dominance import Dominated, dominated
from eclaireurs_play.simulation.executor import run
from eclaireurs_play.simulation.findings import findings
from eclaireurs_play.simulation.page import lines, page
from eclaireurs_play.simulation.report import NO_OPINIONS, Report, report
from eclaireurs_play.simulation.rows import columns
from eclaireurs_play.simulation.store import Store
from eclaireurs_play.simulation.tally import Effect, Tally, tally
from tests.support import REPOSITORY, content, rules

NAME = "cantine-locale"


class Page(HTMLParser):
    """Checks that every tag opened is closed, and gathers words and addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.words = ""
        self.feed(html)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href"}]
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


def made(name: str, folder: Path, count: int = 4) -> Report:
    store = Store(folder, {"seed": 1}, columns(rules(name)))
    store.open()
    list(store.keep(run(Batch(rules(name), 1), range(1, count + 1), 1)))
    found = tally(store, rules(name))
    assert found.sessions == found.over == count
    return report(content(name), rules(name), found, how="germe 1", foreseen=count)


def test_the_page_opens_and_needs_nothing_else(tmp_path: Path) -> None:
    written = made(NAME, tmp_path / "a")
    html = page(written)
    read = Page(html)
    assert read.open == []
    assert read.addresses == []
    assert "url(" not in html
    assert "Zone d’accord" in read.words
    for drawing in html.split("<svg")[1:]:
        ET.fromstring("<svg" + drawing.split("</svg>")[0] + "</svg>")  # noqa: S314 - our own
    assert len(list(lines(written))) > 5


def test_a_game_of_notes_says_no_opinion(tmp_path: Path) -> None:
    written = made("zone-logistique", tmp_path / "a")
    words = Page(page(written)).words
    assert NO_OPINIONS.partition(",")[0] in words
    assert "atisfaction" not in words
    assert "onsentement atteint" not in words
    assert "Combien de temps" in words


def test_a_batch_cut_short_is_labelled(tmp_path: Path) -> None:
    store = Store(tmp_path / "a", {"seed": 1}, columns(rules(NAME)))
    store.open()
    list(store.keep(run(Batch(rules(NAME), 1), range(1, 2), 1)))
    cut = report(content(NAME), rules(NAME), tally(store, rules(NAME)), how="", foreseen=9)
    assert "partiels" in cut.played


def test_findings_name_the_line_of_the_option() -> None:
    term, one = next(iter(rules(NAME).scenario.terms.items()))
    left_out, *others = one.options
    found = Tally(sessions=100, over=100, versions=200)
    found.proposed.update({(term, option): 100 for option in others})
    where = content(NAME).where("term", term, "options", left_out)
    said = findings(content(NAME), rules(NAME), found)
    assert where in [one.where for one in said if "jamais proposée" in one.sentence]
    file, line, _ = where.split(":")
    assert file.endswith("cantine-locale.yaml")
    assert left_out in (REPOSITORY / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_a_surprise_that_decides_is_said_and_noise_is_not() -> None:
    first, second, *_ = rules(NAME).scenario.surprises
    found = Tally(sessions=100, over=100, asked=100, adopted=50)
    found.effects = {first: Effect(50, 0, 30), second: Effect(50, 10, 11)}
    said = [one.where for one in findings(content(NAME), rules(NAME), found)]
    assert content(NAME).where("surprise", first) in said
    assert content(NAME).where("surprise", second) not in said


def small(first: dict[str, float], second: dict[str, float]) -> Scenario:
    words = dict.fromkeys(
        ("title", "summary", "source", "attribution", "license", "context", "question",
         "origin_note"), "Mots.",
    )  # fmt: skip
    return Scenario.model_validate(
        words
        | {
            "id": "essai", "game": "jeu",
            "axes": {"cout": {"title": "Coût", "unit": "k€"}, "eau": {"title": "Eau", "unit": "m"}},
            "terms": {
                "lieu": {"title": "Lieu", "options": {
                    "ici": {"title": "Ici", "moves": first},
                    "la": {"title": "Là", "moves": second}}},
                "date": {"title": "Date", "options": {
                    "tot": {"title": "Tôt", "moves": {"cout": 3}},
                    "tard": {"title": "Tard", "moves": {"eau": 2}}}},
            },
            "seats": {
                "maire": {"role": "maire", "weights": {"cout": -2, "eau": 1}},
                "pecheur": {"role": "pecheur", "weights": {"eau": 3}},
            },
        }
    )  # fmt: skip


def test_a_dominated_option_is_found() -> None:
    worse = small({"cout": 5}, {"cout": 2, "eau": 1})
    assert Dominated("lieu", "ici", "la") in dominated(table(worse))
    assert [one.option for one in dominated(table(worse))] == ["tot", "ici"]


def test_options_that_trade_one_seat_for_another_are_left_alone() -> None:
    traded = small({"cout": 0, "eau": 0}, {"cout": 9, "eau": 1})
    assert [one for one in dominated(table(traded)) if one.term == "lieu"] == []


def test_options_alike_do_not_dominate_each_other() -> None:
    alike = small({"cout": 4}, {"cout": 4})
    assert [one for one in dominated(table(alike)) if one.term == "lieu"] == []
