"""Every refusal of the vault has its Persian sentence, and gets the values that the sentence names."""

import ast
import string
import tomllib
from pathlib import Path

import services.vault
from resources import shelf
from services.errors import AppError
from services.vault.errors import VaultError

_TEXTS: dict[str, str] = tomllib.loads(shelf.path("texts", "vault.toml").read_text("utf-8"))
_MODULES = [ast.parse(path.read_text("utf-8")) for path in Path(services.vault.__path__[0]).glob("*.py")]


def _keys() -> set[str]:
    literals = {
        node.value
        for module in _MODULES
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text.removeprefix("vault.") for text in literals if text.startswith("vault.") and " " not in text}


def test_every_key_has_a_sentence_and_every_sentence_a_use() -> None:
    assert _keys() == set(_TEXTS)


def test_every_sentence_gets_its_values() -> None:
    given: dict[str, list[set[str]]] = {}
    for module in _MODULES:
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                key = str(node.args[0].value)
                if key.startswith("vault.") and " " not in key:
                    given.setdefault(key.removeprefix("vault."), []).append({k.arg or "" for k in node.keywords})
    for key, sentence in _TEXTS.items():
        wanted = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
        for values in given.get(key, []):
            assert wanted <= values, key


def test_an_error_joins_the_programs_own() -> None:
    error = VaultError("vault.wait", "password", seconds=5)
    assert isinstance(error, AppError)
    assert (error.key, error.field, error.values) == ("vault.wait", "password", {"seconds": 5})
