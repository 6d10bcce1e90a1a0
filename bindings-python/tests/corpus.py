"""Reads the scenarios: one corpus for every runtime. core/tests/scenarios/README.md says how they are written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).resolve().parents[2] / "core" / "tests" / "scenarios"


class Step(NamedTuple):
    """What is asked, and what must be found in the answer and in the snapshot."""

    when: Any
    then: Any
    after: Any


class Case(NamedTuple):
    """A center in which something has happened, and what is asked of it then."""

    name: str
    policy: Any
    given: list[Any]
    steps: list[Step]


def cases() -> Iterator[Case]:
    """Every case, in the order of the files' paths. Calls of the vendor's API are for Rust alone."""
    files = [file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.json")]
    for name in sorted(file for file in files if not file.startswith(("worlds/", "wire/"))):
        scenario = _read(FOLDER / name)
        for case in scenario["cases"]:
            steps = case.get("steps", [case])
            yield Case(
                f"{name}: {case['title']}",
                _merged(scenario.get("policy"), case["policy"]) if "policy" in case else scenario.get("policy"),
                list(_world([*scenario.get("given", []), *case.get("given", [])])),
                [Step(_merged(scenario.get("when"), step.get("when", {})), step["then"], step.get("after")) for step in steps],
            )


def lacks(wanted: Any, found: Any, path: str) -> str | None:
    """Where what is found lacks what is wanted: objects hold at least these members, lists exactly these elements."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return _first(lacks(part, found.get(name), f"{path}.{name}") for name, part in wanted.items())
    if isinstance(wanted, dict) and isinstance(found, list):
        # The members are the ids of elements.
        named = {part.get("id"): part for part in found if isinstance(part, dict)}
        return _first(lacks(part, named.get(name), f"{path}[{name}]") for name, part in wanted.items())
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        return _first(lacks(*pair, f"{path}[{index}]") for index, pair in enumerate(zip(wanted, found)))
    same = type(wanted) is type(found) and wanted == found
    return None if same else f"{path}: expected {json.dumps(wanted)}, found {json.dumps(found)[:500]}"


def _first(lacking: Iterator[str | None]) -> str | None:
    return next((lack for lack in lacking if lack is not None), None)


def _world(given: list[Any]) -> Iterator[Any]:
    """Events and requests; `"@name"` stands for those of a file."""
    for entry in given:
        if isinstance(entry, str):
            yield from _world(_read(FOLDER / "worlds" / f"{entry.removeprefix('@')}.json"))
        else:
            yield entry


def _read(file: Path) -> Any:
    return _repeated(json.loads(file.read_text(encoding="utf-8")))


def _repeated(value: Any) -> Any:
    """`{"$repeat": 2, "prefix": "C"}` stands for `["C1", "C2"]`."""
    if isinstance(value, list):
        return [_repeated(part) for part in value]
    if not isinstance(value, dict):
        return value
    if "$repeat" in value:
        return [f"{value['prefix']}{number}" for number in range(1, value["$repeat"] + 1)]
    return {name: _repeated(part) for name, part in value.items()}


def _merged(base: Any, patch: Any) -> Any:
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(base) if isinstance(base, dict) else {}
    for name, part in patch.items():
        if part is None:
            merged.pop(name, None)
        else:
            merged[name] = _merged(merged.get(name), part)
    return merged
