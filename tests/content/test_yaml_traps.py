import pytest

from eclaireurs_play.content.yaml_reader import DEEPEST, parse
from eclaireurs_play.errors import ContentError

TRAPS = [
    ("text: Il dit : non\n", "1:14: « : » coupe ce texte en deux, YAML y voit une clé"),
    ("- text: Il dit : non\n", "1:16: « : » coupe ce texte en deux, YAML y voit une clé"),
    (
        "text: Il dit ceci\n  à tous : non\n",
        "2:10: « : » coupe ce texte en deux, YAML y voit une clé",
    ),
    ("a: 1\n  b: 2\n", "2:4: cette clé n'est pas alignée avec celles au-dessus"),
    ("a:1\nb: 2\n", "2:2: il manque une espace après « : » à la ligne au-dessus"),
    ("b: 2\na:1\n", "2:1: il manque une espace après « : »"),
    (
        "a:\n  b: 1\n c: 2\n",
        "3:2: le retrait de cette ligne ne suit pas celui des lignes au-dessus",
    ),
    ("a:\n\tb: 1\n", "2:1: une tabulation sert de retrait"),
    ("a:\n  b: 1\n\tc: 1\n", "3:1: une tabulation sert de retrait"),
    ("text: *Attention* au bruit\n", "1:7: « * » en tête est lu comme un renvoi YAML"),
    ("text: *Attention au bruit\n", "1:7: « *Attention » ne renvoie à rien"),
    ("text: & co\n", "1:7: « & » en tête est lu comme une ancre YAML"),
    ("text: - un tiret\n", "1:7: « - » en tête est lu comme une liste"),
    ("text: % de terres\n", "1:7: un texte ne peut pas commencer par « % »"),
    ("text: @mairie\n", "1:7: un texte ne peut pas commencer par « @ »"),
    ("text: `code`\n", "1:7: un texte ne peut pas commencer par « ` »"),
    ("text: !Attention\n", "1:7: « !Attention » en tête est lu comme une marque YAML"),
    ("text: ? qui\n", "1:7: « ? » en tête est lu comme une clé"),
    ("text: > Le début\n", "1:7: rien ne peut suivre > sur sa ligne"),
    (
        "text: 'l'eau'\n",
        "1:10: l'apostrophe referme le guillemet ' ouvert avant, la suite est perdue",
    ),
    ("text: 'leau\nb: 1\n", "1:7: le guillemet ' ouvert ici n'est jamais refermé"),
    ('text: "leau\nb: 1\n', "1:7: le guillemet \" ouvert ici n'est jamais refermé"),
    (
        'text: "Il dit "non" ici"\n',
        "1:16: un guillemet \" à l'intérieur referme celui du début, la suite est perdue",
    ),
    ('text: "C:\\été"\n', "1:10: « \\ » suivi de « é » n'a pas de sens entre guillemets droits"),
    ('text: "a\\u001bb"\n', "1:7: caractère invisible U+001B dans ce texte"),
    (
        "text: [sic] il dit\n",
        "1:13: un crochet ou une accolade en tête est lu comme une liste, la suite est perdue",
    ),
    (
        "text: >\nsans retrait\nb: 1\n",
        "2:1: cette ligne n'est ni une clé suivie de « : », ni la suite d'un texte",
    ),
    (
        "text: Les Éclaireurs #3\n  et la suite\n",
        "2:3: « # » a coupé le texte de la ligne au-dessus, qui ne peut plus se poursuivre ici",
    ),
    ("a: [b, c\nd: 1\n", "1:4: la liste ouverte ici par « [ » n'est pas refermée"),
    (
        "a: {b: 1\nc: 2\n",
        "1:4: l'accolade « { » ouverte ici n'est pas refermée, ou un texte y contient « : »",
    ),
    ("- a\nb: 1\n", "2:1: une liste se poursuit par « - », cette ligne n'en a pas"),
    ("\u00a0b: 1\n", "1:1: une espace insécable colle à la clé « b »"),
    ("a: 1\na: 2\n", "2:1: clé « a » déjà écrite à la ligne 1"),
    ("a: {b: 1, b: 2}\n", "1:11: clé « b » déjà écrite à la ligne 1"),
    ("[a]: 1\n", "1:1: une clé est un mot, pas une liste ni un renvoi"),
    ("a: 1\n---\nb: 2\n", "2:1: « --- » ouvre un deuxième document"),
    ("a: 1\n...\nb: 2\n", "3:1: plus rien ne peut suivre la fin du document (« ... »)"),
    (
        "a: !!python/object:os.system x\n",
        "1:4: « !python/object:os.system » en tête est lu comme une marque YAML",
    ),
    ("a: &a [*a]\n", "1:8: « *a » se contient lui-même"),
    ("[" * 1_000_000, f"1:{DEEPEST + 1}: plus de {DEEPEST} niveaux imbriqués"),
    (
        "".join(" " * depth + "a:\n" for depth in range(900)),
        f"{DEEPEST + 1}:{DEEPEST + 1}: plus de {DEEPEST} niveaux imbriqués",
    ),
]


def _bomb(levels: int, width: int) -> str:
    first = "a0: &a0 [" + ", ".join(["boum"] * width) + "]\n"
    again = (
        f"a{level}: &a{level} [" + ", ".join([f"*a{level - 1}"] * width) + "]\n"
        for level in range(1, levels)
    )
    return first + "".join(again)


@pytest.mark.parametrize(("text", "said"), TRAPS)
def test_a_trap_is_explained_where_it_is(text: str, said: str) -> None:
    with pytest.raises(ContentError) as refused:
        parse(text, "f.yaml")
    assert [f"{one.line}:{one.column}: {one.sentence}" for one in refused.value.diagnostics] == [
        said
    ]


def test_an_alias_bomb_is_refused() -> None:
    with pytest.raises(ContentError, match=r"les renvois \(\*\) répètent trop de contenu"):
        parse(_bomb(30, 9), "f.yaml")


def test_a_file_of_too_many_things_is_refused() -> None:
    with pytest.raises(ContentError, match=r"^f\.yaml:1:\d+: ce fichier contient trop d'éléments$"):
        parse("[" + "1," * 900_000 + "]", "f.yaml")


def test_what_is_skipped_is_bounded_too() -> None:
    with pytest.raises(ContentError, match=f"plus de {DEEPEST} niveaux imbriqués"):
        parse("a: " + "{a: " * 100_000, "f.yaml", only=("b",))


def test_modest_aliases_are_allowed() -> None:
    assert parse(_bomb(3, 3), "f.yaml").data["a2"][2][2] == ["boum"] * 3


def test_problems_that_do_not_stop_reading_come_together() -> None:
    with pytest.raises(ContentError) as refused:
        parse("a: 1\na: 2\nb: !x y\nc: 'l'eau'\n", "f.yaml")
    assert [one.line for one in refused.value.diagnostics] == [2, 3, 4]


LOST = [
    ("source: Les Éclaireurs #3, La 27e Région\n", "« #3, La 27e Région »"),
    ("text: Il pleut # encore\n", "« # encore »"),
    ("text: #Paris\n", "« #Paris »"),
    ("- un mot #deux\n", "« #deux »"),
]


@pytest.mark.parametrize(("text", "lost"), LOST)
def test_a_text_cut_by_a_comment_warns_with_what_is_lost(text: str, lost: str) -> None:
    (warning,) = parse(text, "f.yaml").warnings
    assert warning.warning
    assert warning.sentence == f"{lost} est lu comme un commentaire et disparaît du texte"


@pytest.mark.parametrize(
    "text",
    [
        "minutes: 10  # dix minutes\n",
        "minutes: 10 # dix minutes\n",
        "text: Il pleut  # un vrai commentaire\n",
        "decides: nothing   # the game informs\n",
        "phases:  # la liste\n  - a\n",
        "a: 'Les #3'  # oui\n",
        "a: b#c\n",
        "text: >\n  Les Éclaireurs #3\n",
    ],
)
def test_true_comments_do_not_warn(text: str) -> None:
    assert parse(text, "f.yaml").warnings == ()


def test_an_anchor_that_nothing_uses_warns() -> None:
    (warning,) = parse("text: &fils et cie\n", "f.yaml").warnings
    assert warning.sentence == "« &fils » est lu comme une ancre YAML et disparaît du texte"
