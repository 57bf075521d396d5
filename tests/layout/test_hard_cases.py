"""Hard cases of French on a card: what can't be cut stays together, and all of it is printed."""

import pytest

from eclaireurs_play.layout.display import Page
from eclaireurs_play.layout.lines import Voice, break_lines
from eclaireurs_play.layout.look import Style, draw_setting, set_prose
from eclaireurs_play.layout.typography import SOFT, french
from eclaireurs_play.printing.pdf import About, PdfWriter
from tests.layout.samples import look
from tests.printing.reading import reader

CARD = 55.0
"""Width of a poker card's text, in mm."""

WHOLE = {
    "l'œuvre": "l’œuvre",
    "12 000 €": "12\u202f000\u00a0€",
    "12\u202f000 €": "12\u202f000\u00a0€",
    "3,5 %": "3,5\u00a0%",
    "« Oui ? »": "«\u202fOui\u202f?\u202f»",
    "n° 5": "n°\u00a05",
    "Mme Roux": "Mme\u00a0Roux",
    "18 h 30": "18\u00a0h\u00a030",
    "m²": "m²",
    "CO₂": "CO₂",
}
"""What is written, and what is printed of it; no line may end inside, but at a plain space."""

LONG = (
    "« Et dans dix ans ? »",
    "le 1er mars, la 2e fois, au XXIe siècle",
    "dichlorodiphényltrichloroéthane",
    "https://exemple.fr/dossiers/enquete-publique/2024/avis-de-la-mairie-au-conseil",
    "Attendez... qui paie ? l'État : 12 000 € (n° 5)",
)

LOOK = look()


@pytest.mark.parametrize(("written", "printed"), WHOLE.items())
@pytest.mark.parametrize("measure", range(6, 24, 2))
def test_what_can_t_be_cut_stays_together(written: str, printed: str, measure: int) -> None:
    text = french(f"Voici {written} pour tous, et encore {written} ici")
    lines = break_lines(text, measure, Voice(), LOOK.fonts)
    found = ["".join(run.text for run in line) for line in lines]
    for piece in printed.split(" "):
        assert sum(line.count(piece) for line in found) == 2


@pytest.mark.parametrize("written", [*WHOLE, *LONG])
@pytest.mark.parametrize("points", [10.5, 9.0])
def test_it_holds_in_a_card_and_is_read_back_from_the_file(written: str, points: float) -> None:
    text = f"Voici {written} et la suite"
    setting = set_prose(text, CARD, Style(points, 1.35, "#000000"), LOOK)
    for line in setting.lines:
        assert line is not None
        assert sum(LOOK.fonts.width(run.font, points, run.text) for run in line) <= CARD + 1e-6
    writer = PdfWriter(About("Essai", "", ""), LOOK.fonts)
    writer.add(Page(63, 88, tuple(draw_setting(setting, 4, 10, LOOK))))
    read = reader(writer.data()).pages[0].extract_text()
    assert _joined(read) == _joined(french(text))


def _joined(text: str) -> str:
    """Leave out spaces, line ends and the hyphens of cut words."""
    return "".join(text.replace(SOFT, "").split())
