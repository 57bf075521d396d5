r"""One line for any gesture: typed by the facilitator, kept in scripts and golden sessions.

    EF-07 habitants: l'eau descendra chez nous        to write, about a card or a question
    EF-07 habitants (parties): entre nous             the same, kept to the table
    habitants pioche EF-07                            to draw
    habitants montre EX-03                            to reveal
    habitants évalue EF-07 theme=eau sens=moins-bien  to rate
    animateur choisit conteste=oui                    to choose
    groupe pose EF-07 dans accords                    to place
    maire va à +2 sur position-avant                  to move
    groupe remplit recit lieu="La plaine du Vernois"  to fill
    prescripteur propose perimetre=bassin-de-vie budget=haut   to make a proposal
    usager amende p1 budget=moyen                     to amend one
    jury classe priorites p3 > p1 ~ p2                to rank, `~` for ties
    groupe répartit strategie achat=60 subvention=40  to share
    habitants passe                                   to pass
    animateur clôt effets "il est tard"               to close
    animateur crée carte famille=impacts titre="…" texte="…"  to make a card on the spot
    animateur installe jury Léa, Omar                 to say who holds a seat from now on
    animateur part titulaire / animateur simule elue  nobody does, or the program
    animateur pause / animateur reprend / animateur minutes 3

`write_line` and `read_line` are inverse. A person may type less: see `shorthand`.
"""

from eclaireurs_play.play.notation.lines import read_line, write_line
from eclaireurs_play.play.notation.shorthand import read_typed

__all__ = ["read_line", "read_typed", "write_line"]
