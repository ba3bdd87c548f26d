"""What the README and the notices promise is there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_package_is_named_with_its_version_and_a_licence() -> None:
    pinned = re.findall(r"^([\w.-]+)==(\S+)", _read("requirements/runtime.txt"), re.MULTILINE)
    rows = re.findall(
        r"^\| ([\w.-]+)(?: \([^|]*\))? \| (\d\S*) \| ([^|]+) \|$", _read("THIRD-PARTY.md"), re.MULTILINE
    )
    assert {(name, version) for name, version, _ in rows} == set(pinned)
    assert all("LGPL" in licence or "GPL" not in licence for _, _, licence in rows)


def test_every_font_comes_with_its_licence() -> None:
    folder = ROOT / "resources" / "fonts"
    families = {path.stem.partition("-")[0] for path in folder.glob("*.ttf")}
    assert families
    for family in families:
        assert "SIL Open Font License" in (folder / f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert family in _read("THIRD-PARTY.md")


def test_what_the_readme_points_at_exists() -> None:
    text = _read("README.md")
    named = re.findall(r"\]\(((?!http)[^)]+)\)", text)
    named += re.findall(r"`((?:docs|installers|requirements|resources)/[\w./-]+)`", text)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_version_is_one() -> None:
    [version] = re.findall(r'^version = "(.+)"$', _read("pyproject.toml"), re.MULTILINE)
    assert f"## {version} " in _read("CHANGELOG.md")
