"""Build the gallery: run the commands of `pages.yaml`, draw their telling pages, write the README.

    python docs/gallery/build.py

Pictures are small PNG with a palette; the same kits give the same bytes.
"""

import io
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import yaml
from click.testing import CliRunner
from PIL import Image

from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.errors import NotFoundError

HERE = Path(__file__).parent
WIDTH = 800
"""Width of a picture of an upright page, in pixels; a wide page is as high as that is wide."""

HEAVIEST = 60_000
"""Most bytes of a picture."""

COLOURS = (96, 64, 48, 32, 24, 16)
"""Sizes of palettes, from the finest: the first that makes a picture light enough is taken."""

SPREAD = Image.Quantize.MAXCOVERAGE
"""How a palette is chosen: a colour of a small shape counts as much as that of a large ground."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page to show: the picture's name, a line about it, the part of the kit, the page in it.

    Without `item`, the page is counted in the whole file.
    """

    picture: str
    words: str
    item: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A command and the pages shown of the kit it writes."""

    title: str
    command: str
    words: str
    pages: tuple[Shown, ...]


def parts(path: Path = HERE / "pages.yaml") -> Iterator[Part]:
    """Read what the gallery shows."""
    for part in yaml.safe_load(path.read_text(encoding="utf-8")):
        yield Part(**{**part, "pages": tuple(Shown(**one) for one in part["pages"])})


def pictures(part: Part) -> Iterator[tuple[str, bytes]]:
    """Run a part's command and give its pictures by file name.

    Raises NotFoundError when the kit has no such part or no such page.
    """
    with TemporaryDirectory() as folder:
        kit = Path(folder) / "kit.pdf"
        _run(part.command, kit)
        with pypdfium2.PdfDocument(kit) as document:
            first = {one.get_title(): one.get_dest().get_index() for one in document.get_toc()}
            for shown in part.pages:
                yield f"{shown.picture}.png", _picture(document, _place(shown, first, document))


def _run(command: str, output: Path) -> None:
    """Run a command of the program as a person types it, its file put elsewhere."""
    words = shlex.split(command)[1:]
    words[words.index("-o") + 1] = str(output)
    CliRunner().invoke(eclaireurs, words, catch_exceptions=False, standalone_mode=False)


def _place(shown: Shown, first: Mapping[str, int], document: pypdfium2.PdfDocument) -> int:
    """Find a page of the file."""
    if not shown.item:
        return shown.page - 1
    if shown.item not in first:
        raise NotFoundError(f"le kit n'a pas de « {shown.item} » (connus : {', '.join(first)})")
    place = first[shown.item] + shown.page - 1
    following = [one for one in first.values() if one > first[shown.item]]
    if place >= min(following, default=len(document)):
        raise NotFoundError(f"« {shown.item} » n'a pas de page {shown.page}")
    return place


def _picture(document: pypdfium2.PdfDocument, place: int) -> bytes:
    """Draw a page as a small picture, with as many colours as its weight allows."""
    page = document[place]
    drawn = page.render(scale=WIDTH / min(page.get_size())).to_pil().convert("RGB")
    for colours in COLOURS:
        data = _png(drawn.quantize(colours, SPREAD, dither=Image.Dither.NONE))
        if len(data) <= HEAVIEST:
            return data
    smaller = drawn.resize((drawn.width * 2 // 3, drawn.height * 2 // 3))
    return _png(smaller.quantize(COLOURS[-1], SPREAD, dither=Image.Dither.NONE))


def _png(image: Image.Image) -> bytes:
    data = io.BytesIO()
    image.save(data, "PNG", optimize=True)
    return data.getvalue()


def readme(shown: tuple[Part, ...]) -> str:
    """Write the page that shows the pictures."""
    lines = [
        "# Ce qui sort de l'imprimante",
        "",
        "Chaque image est une page d'un kit. La commande au-dessus écrit le kit entier, en PDF ;",
        "`make gallery` refait les images et cette page.",
    ]
    for part in shown:
        lines += ["", f"## {part.title}", "", part.words.strip(), ""]
        lines += ["```console", f"$ {part.command}", "```"]
        for page in part.pages:
            lines += ["", f"![{page.words}]({page.picture}.png)", "", page.words]
    return "\n".join(lines) + "\n"


def build(folder: Path = HERE) -> None:
    """Write every picture and the page, and remove pictures that are no longer shown."""
    shown = tuple(parts())
    drawn = {name: data for part in shown for name, data in pictures(part)}
    for old in folder.glob("*.png"):
        if old.name not in drawn:
            old.unlink()
    for name, data in drawn.items():
        (folder / name).write_bytes(data)
    (folder / "README.md").write_text(readme(shown), encoding="utf-8")


if __name__ == "__main__":
    build()
