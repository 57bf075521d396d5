"""Kits for 4, 8 and 12 people: the first page says exactly what a reader of the PDF counts."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from eclaireurs_play.errors import NotFoundError
from eclaireurs_play.model.game import Players
from eclaireurs_play.press import print_kit
from eclaireurs_play.printing.kit import Report
from eclaireurs_play.printing.order import Order
from tests.layout.samples import ROOT, read
from tests.printing.reading import reader

SIZES = (4, 8, 12)
BLANK = "Page laissée blanche"

ROW = re.compile(r"^(\d+)(?:-(\d+))? (.+?) (\d+) fois (\d+)(?: Recto (seul|verso).*)?$")
LOADED = re.compile(r"^(A[34].*?) (\d+) feuilles?$")


def players(game: str) -> Players:
    data = read((ROOT / "decks" / game / "game.yaml").read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return Players.model_validate(data["players"])


GAMES = sorted(path.parent.name for path in (ROOT / "decks").glob("*/game.yaml"))
PLAYED = [(game, size) for game in GAMES for size in SIZES if size >= players(game).min]
TOO_FEW = [(game, size) for game in GAMES for size in SIZES if size < players(game).min]


@dataclass(frozen=True)
class Row:
    """A line of the first page: the pages, how many times, the sheets it announces, two sides."""

    first: int
    last: int
    times: int
    sheets: int
    both: bool


def told(text: str) -> tuple[dict[str, int], list[tuple[str, Row]]]:
    """Read the first page: sheets by paper, and each line with its paper."""
    papers: dict[str, int] = {}
    rows: list[tuple[str, Row]] = []
    for line in lines(text):
        if found := LOADED.match(line):
            papers[found[1]] = int(found[2])
        elif found := ROW.match(line):
            first, last, _what, times, sheets, sides = found.groups()
            row = Row(int(first), int(last or first), int(times), int(sheets), sides == "verso")
            rows.append((list(papers)[-1], row))
    return papers, rows


def lines(text: str) -> list[str]:
    """Join what extraction cuts: a line begins with pages, or with the name of a paper."""
    found: list[str] = []
    for piece in text.replace("\u00a0", " ").replace("\u202f", " ").split("\n"):
        fresh = re.match(r"^(\d+(-\d+)?( |$)|A[34])", piece.strip())
        if fresh or not found:
            found.append(piece.strip())
        else:
            found[-1] = f"{found[-1]} {piece.strip()}"
    return found


@pytest.mark.parametrize(("game", "size"), PLAYED)
def test_the_first_page_counts_as_a_reader_does(game: str, size: int, tmp_path: Path) -> None:
    report: Report = print_kit(game, tmp_path / "kit.pdf", Order(seats=size), library_root=ROOT)
    pdf = reader((tmp_path / "kit.pdf").read_bytes())
    papers, rows = told(pdf.pages[0].extract_text())
    begins = [pdf.get_destination_page_number(one) + 1 for one in pdf.outline]  # type: ignore[operator, arg-type]
    blank = {n for n, page in enumerate(pdf.pages, 1) if BLANK in page.extract_text()[:200]}
    ends = [
        max(page for page in range(first, after) if page not in blank)
        for first, after in zip(begins, [*begins[1:], len(pdf.pages) + 1], strict=True)
    ]
    assert sorted((row.first, row.last) for _, row in rows) == list(
        zip(begins[1:], ends[1:], strict=True)
    )
    counted: Counter[str] = Counter({"A4 ordinaire": ends[0]})
    for paper, row in rows:
        pages = row.last - row.first + 1
        assert row.sheets == -(-pages // (2 if row.both else 1)) * row.times
        counted[paper] += row.sheets
    assert dict(counted) == papers == report.sheets_by_paper


@pytest.mark.parametrize(("game", "size"), TOO_FEW)
def test_too_few_people_are_told_how_many_it_takes(game: str, size: int, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=f"se joue à {players(game).min} ou plus, pas à {size}"):
        print_kit(game, tmp_path / "kit.pdf", Order(seats=size), library_root=ROOT)
    assert not (tmp_path / "kit.pdf").exists()


def test_those_without_a_seat_watch(tmp_path: Path) -> None:
    print_kit("election-futurs", tmp_path / "kit.pdf", Order(seats=12), library_root=ROOT)
    text = reader((tmp_path / "kit.pdf").read_bytes()).pages[0].extract_text()
    plain = " ".join(text.replace("\u00a0", " ").split())
    assert "Pour 12 personnes : 8 places à table, 4 qui observent" in plain
    assert re.search(r"Feuilles d’observation\. Une par personne qui regarde\. 4 fois 4", plain)
