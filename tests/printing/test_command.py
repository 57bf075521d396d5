"""`eclaireurs print` as people type it: what it writes, and what it says of what it can't."""

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.printing.reading import reader, size, words

OFFICE = "Imprimante du service"


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is measured out of the settings of whoever runs the tests."""
    folder = tmp_path / "reglages"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    return folder


def test_a_kit_folds_with_little_ink(tmp_path: Path) -> None:
    output = tmp_path / "fold.pdf"
    fold = ("--imposition", "gutter-fold", "--low-ink", "--items", "cartes")
    ran = run("print", "modelisateur-strategique", *fold, "-o", output)
    assert (ran.code, ran.err) == (0, "")
    pages = reader(output.read_bytes()).pages
    assert {size(page) for page in pages} == {(210, 297)}
    assert f"{len(pages)} feuilles, A4 épais" in ran.out.replace("\u00a0", " ")


def test_cards_for_a_printer_fill_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "png"
    asked = ("--printer", "makeplayingcards", "--only", "EX-01..EX-02")
    ran = run("print", "demineurs", *asked, "-o", folder)
    assert (ran.code, ran.err) == (0, "")
    assert len(list(folder.glob("*.png"))) == 4
    assert "2 cartes, taille poker." in ran.out.replace("\u00a0", " ")


def test_some_pages_are_counted_alone(tmp_path: Path) -> None:
    ran = run("print", "demineurs", "--pages", "3-5", "-o", tmp_path / "kit.pdf")
    assert ran.out.replace("\u00a0", " ").split("\n", 1)[0].endswith(" : 3 pages.")
    assert [line.split(maxsplit=1) for line in ran.out.splitlines()[1:]] == [
        ["3", "feuilles, A4 ordinaire"]
    ]


def test_a_printer_is_measured_once_then_named(tmp_path: Path, settings: Path) -> None:
    sheet = tmp_path / "mire.pdf"
    assert run("print", "--calibrate", OFFICE, "-o", sheet).code == 0
    assert len(reader(sheet.read_bytes()).pages) == 2
    kept = run("print", "--calibrate", OFFICE, "--measured", "x=1.5 y=-0.5 angle=0.2")
    assert kept.code == 0
    assert "x = 1,5 mm, y = −0,5 mm, angle = 0,2°" in kept.out
    assert [one.name for one in settings.rglob("*.json")] == ["imprimantes.json"]
    written = []
    for named in ((), ("--on", OFFICE)):
        output = tmp_path / "kit.pdf"
        assert run("print", "demineurs", "--items", "cartes", *named, "-o", output).code == 0
        written.append(reader(output.read_bytes()))
    fronts = [pdf.pages[0].get_contents() for pdf in written]
    backs = [pdf.pages[1].get_contents() for pdf in written]
    assert fronts[0] is not None
    assert fronts[1] is not None
    assert backs[0] is not None
    assert backs[1] is not None
    assert fronts[0].get_data() == fronts[1].get_data()
    assert backs[0].get_data() != backs[1].get_data()
    assert words(written[0].pages[1]) == words(written[1].pages[1])


def test_the_test_sheet_can_be_printed_corrected_to_see_that_it_falls_right(
    tmp_path: Path,
) -> None:
    run("print", "--calibrate", OFFICE, "--measured", "x=2")
    for name, more in (("a.pdf", ()), ("b.pdf", ("--on", OFFICE))):
        assert run("print", "--calibrate", OFFICE, *more, "-o", tmp_path / name).code == 0
    assert (tmp_path / "a.pdf").read_bytes() != (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ((), 2, "NOM"),
        (("demineurs",), 2, "-o"),
        (("--calibrate", OFFICE), 2, "-o"),
        (("demineurs", "--measured", "x=1", "-o", "{}/k.pdf"), 2, "--calibrate"),
        (("--calibrate", OFFICE, "--measured", "zut"), 1, "gauche=-0,8"),
        (("demineurs", "--on", "Zoé", "-o", "{}/k.pdf"), 2, "mesurez-la d'abord"),
        (("demineurs", "--printer", "makeplayingcard", "-o", "{}/p"), 2, "« makeplayingcards »"),
        (("demineurs", "--printer", "drivethrucards", "-o", "{}/p"), 2, ".pdf"),
        (("demineurs", "--printer", "makeplayingcards", "-o", "{}/rien/p"), 2, "n'existe pas"),
        (
            ("demineurs", "--printer", "makeplayingcards", "--marks", "crop", "-o", "{}/p"),
            2,
            "--marks ne va pas avec --printer",
        ),
        (("demineurs", "-o", "{}"), 2, "est un dossier"),
        (("demineurs", "--pages", "4-1", "-o", "{}/k.pdf"), 2, "à l'envers"),
        (("demineurs", "--pages", "0", "-o", "{}/k.pdf"), 2, "à partir de 1"),
        (("demineurs", "--only", ",", "-o", "{}/k.pdf"), 2, "« , » ne nomme rien"),
        (("demineurs", "--items", "", "-o", "{}/k.pdf"), 2, "ne nomme rien"),
        (("demineurs", "--items", "roles", "--only", "EX", "-o", "{}/k.pdf"), 2, "pas de cartes"),
        (("demineurs", "--copies", "0", "-o", "{}/k.pdf"), 2, "0 ne convient pas (attendu"),
        (("demineurs", "--ink-limit", "200", "-o", "{}/k.pdf"), 2, "va avec --ink cmyk"),
        (("demineurs", "--calibrate", OFFICE, "-o", "{}/k.pdf"), 2, "NOM ne va pas avec"),
        (("--calibrate", OFFICE, "--low-ink", "-o", "{}/k.pdf"), 2, "--low-ink ne va pas"),
        (("--calibrate", OFFICE, "--measured", "x=1", "-o", "{}/k.pdf"), 2, "ne va pas avec"),
        (("--calibrate", " ", "-o", "{}/k.pdf"), 2, "un nom"),
        (("demineurs", "--pages", "quatre", "-o", "{}/k.pdf"), 2, "1-4,9"),
        (("demineurs", "--pages", "900", "-o", "{}/k.pdf"), 2, "rien à imprimer"),
        (("demineurs", "--items", "chevaux", "-o", "{}/k.pdf"), 2, "pas de « chevaux »"),
        (("demineurs", "--only", "ZZ", "-o", "{}/k.pdf"), 2, "« ZZ »"),
        (("demineurs", "--paper", "A44", "-o", "{}/k.pdf"), 2, "« a4 »"),
        (("demineurs", "--paper", "60x70", "-o", "{}/k.pdf"), 1, "trop petite"),
        (("demineurs", "--paper", "1x1", "-o", "{}/k.pdf"), 1, "taille de papier"),
        (("demineurs", "--card", "tarots", "-o", "{}/k.pdf"), 2, "« tarot »"),
        (("demineurs", "--ink", "cmyk", "--ink-limit", "100", "-o", "{}/k.pdf"), 1, "100 %"),
        (("demineurs", "--seats", "1", "-o", "{}/k.pdf"), 2, "pas à 1"),
    ],
)
def test_what_cannot_be_printed_is_said_and_nothing_is_written(
    typed: tuple[str, ...], code: int, said: str, tmp_path: Path
) -> None:
    ran = run("print", *(one.replace("{}", str(tmp_path)) for one in typed))
    assert ran.code == code
    assert said in ran.err.replace("\u202f", " ").replace("\u00a0", " ")
    assert "Traceback" not in ran.err
    assert [one for one in tmp_path.rglob("*") if one.suffix in {".pdf", ".png"}] == []


def test_a_measure_holds_for_upright_sheets(tmp_path: Path) -> None:
    run("print", "--calibrate", OFFICE, "--measured", "x=2")
    asked = ("demineurs", "--items", "cartes", "--on", OFFICE, "-o", tmp_path / "kit.pdf")
    wide = run("print", *asked, "--paper", "450x320mm")
    assert wide.code == 1
    assert "donnez d'abord le petit côté" in wide.err.replace("’", "'")
    assert run("print", *asked, "--paper", "320x450mm").code == 0


def test_the_help_tells_options_under_headings() -> None:
    french = run("print", "--help").out.replace("\u00a0", " ")
    english = run("print", "--help", lang="en").out
    for heading in ("Options :", "Ce qui est imprimé :", "Cartes et feuilles :", "Imprimante :"):
        assert heading in french
    for heading in ("Options:", "What is printed:", "Cards and sheets:", "Printer:"):
        assert heading in english
