"""What the README shows runs, and says something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


def test_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    readme = Path(__file__).parents[1].joinpath("README.md").read_text(encoding="utf-8")
    for block in re.findall(r"```python\n(.*?)```", readme, re.DOTALL):
        exec(block, {})
    assert "quota." in capsys.readouterr().out
