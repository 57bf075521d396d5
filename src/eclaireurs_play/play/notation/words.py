"""The characters of the notation: words, quotes, escapes, accents folded away."""

import re
import unicodedata

_WORD = re.compile(r'(?:[^\s"\\«“]|\\.|"(?:[^"\\]|\\.)*"|«[^»]*»|“[^”]*”|[«“])+', re.DOTALL)
_PIECE = re.compile(
    r'"((?:[^"\\]|\\.)*)"|«\s*([^»]*?)\s*»|“\s*([^”]*?)\s*”|([^"«“]+|["«“])', re.DOTALL
)
_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|(.))", re.DOTALL)


def plain(word: str) -> str:
    """Fold a word: no capitals, no accents."""
    folded = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def slug(words: str) -> str:
    """Fold words into an id: `Moins bien` is `moins-bien`."""
    return plain(words).strip().replace(" ", "-")


def split_words(text: str) -> list[str]:
    r"""Cut a line at its spaces, those around `=` apart.

    Quotes hold spaces together, straight or French, and `\` escapes.
    """
    words: list[str] = []
    for match in _WORD.finditer(text):
        word = match.group()
        awaited = bool(words) and words[-1].endswith("=") and "=" not in word
        if awaited or (words and word.startswith("=")):
            words[-1] += word
        else:
            words.append(word)
    return words


def bare(word: str) -> str:
    """Take a word's quotes and escapes away."""
    return "".join(unescaped("".join(pieces)) for pieces in _PIECE.findall(word))


def quoted(text: str) -> str:
    """Hold a text together between double quotes."""
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_BREAK.sub(_coded, inner)}"'


def escaped(text: str) -> str:
    r"""Keep a text on one line, its outer spaces too; `\{` can't be taken for a rating."""
    flat = _BREAK.sub(_coded, text.replace("\\", "\\\\").replace("{", "\\{"))
    return re.sub(r"^\s|\s$", _coded, flat)


def unescaped(text: str) -> str:
    """Undo `escaped`."""
    return _ESCAPE.sub(lambda one: chr(int(one[1], 16)) if one[1] else one[2], text)


def _coded(space: re.Match[str]) -> str:
    return f"\\u{ord(space.group()):04x}"
