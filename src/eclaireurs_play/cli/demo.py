"""What `make demo` does: a whole session, its kit, its journal and its synthesis, in `out/`."""

import sys
from pathlib import Path

import click

from eclaireurs_play.cli import console
from eclaireurs_play.cli.program import eclaireurs

SCENARIO = "zone-logistique"
SCRIPT = Path("scenarios/jeu-des-impacts/zone-logistique.seance.txt")


def main(folder: Path) -> None:
    """Play the evening of the Longues Raies and leave things to look at."""
    console.prepare()
    folder.mkdir(parents=True, exist_ok=True)
    journal = folder / "seance.jsonl"
    journal.unlink(missing_ok=True)
    script, kept = str(SCRIPT), str(journal)
    _run("play", SCENARIO, "--script", script, "--in-hand", "--journal", kept)
    for audience, name in (("parties", "synthese"), ("public", "synthese-publique")):
        _run("synthesis", kept, "--for", audience, "-o", str(folder / f"{name}.html"))
    _run("synthesis", kept, "--force", "-o", str(folder / "synthese.md"))
    _run("print", "jeu-des-impacts", "-o", str(folder / "kit-jeu-des-impacts.pdf"))
    sys.stdout.write(
        f"\nÀ ouvrir dans {folder}/ :\n"
        "  synthese.html             ce que les parties reçoivent le soir même\n"
        "  synthese.md               le même texte, à corriger\n"
        "  kit-jeu-des-impacts.pdf   tout ce qui s'imprime pour jouer\n"
        "  seance.jsonl              la séance : eclaireurs replay la rejoue\n"
    )


def _run(*words: str) -> None:
    """Run a command; a mistake is said as it is on the command line."""
    try:
        eclaireurs.main(args=list(words), prog_name="eclaireurs", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
