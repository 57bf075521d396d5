"""The pages people read, and what they show."""

import re
import shlex

from tests.support import REPOSITORY

DESIGN = "docs/guide-conception.md"
MEDIATION = "docs/guide-mediation.md"
TRAINING = "docs/guide-formation.md"
DEFUSING = "docs/guide-demineurs.md"
RESEARCH = "docs/guide-recherche.md"
BALANCE = "docs/guide-equilibrage.md"
READMES = ("README.md", "README.fr.md")
FRENCH = ("README.fr.md", DESIGN, MEDIATION, TRAINING, DEFUSING, RESEARCH, BALANCE)
PAGES = (*READMES, *FRENCH[1:], "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")

FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    found = FENCE.finditer(page(name))
    return [one["text"] for one in found if one["language"] == language]


def commands(name: str) -> list[list[str]]:
    lines = [line for block in blocks(name, "console") for line in block.splitlines()]
    return [shlex.split(line.removeprefix("$ ")) for line in lines if line.startswith("$ ")]
