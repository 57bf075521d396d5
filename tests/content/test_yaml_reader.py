from pathlib import Path

import pytest

from eclaireurs_play.content.text_file import read_text
from eclaireurs_play.content.yaml_reader import parse, read
from eclaireurs_play.errors import ContentError

CORE = [
    ("no", "no"),
    ("yes", "yes"),
    ("on", "on"),
    ("off", "off"),
    ("y", "y"),
    ("12:30", "12:30"),
    ("2024-01-31", "2024-01-31"),
    ("1_000", "1_000"),
    ("0b11", "0b11"),
    ("0,5", "0,5"),
    (".nan", ".nan"),
    (".inf", ".inf"),
    ("1e999", "1e999"),
    ("1234567890123456789", "1234567890123456789"),
    ("<<", "<<"),
    ("=", "="),
    ("true", True),
    ("False", False),
    ("null", None),
    ("~", None),
    ("", None),
    ("12", 12),
    ("-12", -12),
    ("012", 12),
    ("0o17", 15),
    ("0xff", 255),
    ("0.5", 0.5),
    (".5", 0.5),
    ("1e3", 1000.0),
    ("'12'", "12"),
    ('"true"', "true"),
]


@pytest.mark.parametrize(("word", "value"), CORE, ids=[word for word, _ in CORE])
def test_words_mean_what_yaml_1_2_says(word: str, value: object) -> None:
    data = parse(f"a: {word}\n", "f.yaml").data
    assert data == {"a": value}
    assert type(data["a"]) is type(value)


def test_keys_are_always_text() -> None:
    assert parse("no: 1\n12: 2\ntrue: 3\nnull: 4\n", "f.yaml").data == {
        "no": 1,
        "12": 2,
        "true": 3,
        "null": 4,
    }


def test_every_key_and_value_has_its_exact_place() -> None:
    text = "titre: é à  \ncards:\n  - id: EF-01\n    tags: [eau, 'le sol']\n  - {id: EF-02}\n"
    source = parse(text, "f.yaml")
    assert source.values == {
        (): (1, 1),
        ("titre",): (1, 8),
        ("cards",): (3, 3),
        ("cards", 0): (3, 5),
        ("cards", 0, "id"): (3, 9),
        ("cards", 0, "tags"): (4, 11),
        ("cards", 0, "tags", 0): (4, 12),
        ("cards", 0, "tags", 1): (4, 17),
        ("cards", 1): (5, 5),
        ("cards", 1, "id"): (5, 10),
    }
    assert source.keys == {
        ("titre",): (1, 1),
        ("cards",): (2, 1),
        ("cards", 0, "id"): (3, 5),
        ("cards", 0, "tags"): (4, 5),
        ("cards", 1, "id"): (5, 6),
    }


def test_what_has_no_place_takes_that_of_what_holds_it() -> None:
    source = parse("cards:\n  - id: EF-01\n", "f.yaml")
    assert source.where(("cards", 0, "title")) == (2, 5)
    assert source.where_key(("cards", 0, "title")) == (2, 5)
    assert source.where(("nothing",)) == (1, 1)


def test_an_alias_repeats_a_value_and_keeps_the_places_inside_it() -> None:
    source = parse("a: &a {b: 1}\nc: *a\n", "f.yaml")
    assert source.data == {"a": {"b": 1}, "c": {"b": 1}}
    assert source.where(("c",)) == (2, 4)
    assert source.where(("c", "b")) == (1, 11)
    assert source.where_key(("c", "b")) == (1, 8)


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_every_end_of_line_reads_the_same(tmp_path: Path, line_end: str) -> None:
    text = "a: 1\ntext: >\n  un\n  deux\n\n  trois\nb: [x,\n  y]\n"
    path = tmp_path / "f.yaml"
    path.write_bytes(text.replace("\n", line_end).encode())
    assert read(path, "f.yaml") == parse(text, "f.yaml")


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    source = read(path, "f.yaml")
    assert source.data == {"a": 1}
    assert source.where_key(("a",)) == (1, 1)


def test_only_some_keys_of_the_top_may_be_read() -> None:
    text = "a: 1\nb: [x, {a: 2}]\nc: &c 3\nd: {a: 5}\n"
    assert parse(text, "f.yaml", only=("a", "d")).data == {"a": 1, "d": {"a": 5}}


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    with path.open("wb") as opened:
        opened.truncate(50_000_000)
    with pytest.raises(ContentError) as refused:
        read_text(path, "f.yaml")
    assert str(refused.value) == "f.yaml: le fichier pèse 50,0 Mo, la limite est de 2 Mo"


BYTES = [
    (b"a: \xe9t\xe9\n", "f.yaml:1:4: le fichier n'est pas en UTF-8, à la ligne « a: été »"),
    (
        b"a: 1\r\nb: \xc3\xa9\xe9\r\n",
        "f.yaml:2:5: le fichier n'est pas en UTF-8, à la ligne « b: Ã©é »",
    ),
    (b"\xff\xfea\x00", "f.yaml: le fichier est enregistré en UTF-16"),
    (b"a: \x00\n", "f.yaml:1:4: caractère invisible U+0000"),
    (b"a: 1\nb: x\xe2\x80\xa8\n", "f.yaml:2:5: caractère invisible U+2028"),
    (b"", "f.yaml: le fichier est vide"),
    (b"\xef\xbb\xbf", "f.yaml: le fichier est vide"),
    (b"# rien\n", "f.yaml: le fichier est vide"),
    (b"---\n", "f.yaml: le fichier est vide"),
]


@pytest.mark.parametrize(("content", "said"), BYTES)
def test_a_file_that_is_not_text_is_explained(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(content)
    with pytest.raises(ContentError) as refused:
        read(path, "f.yaml")
    assert str(refused.value).split(" (")[0] == said


def test_what_is_not_a_file_is_explained(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"^f.yaml: ce fichier n'existe pas$"):
        read(tmp_path / "absent.yaml", "f.yaml")
    with pytest.raises(ContentError, match=r"^f.yaml: ce n'est pas un fichier$"):
        read(tmp_path, "f.yaml")
    with pytest.raises(ContentError, match=r"^f.yaml: ce fichier ne peut pas être lu$"):
        read(tmp_path / "a\0b", "f.yaml")
