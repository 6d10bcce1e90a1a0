"""Walks every scenario through the package as its users see it, and prints the digest of all answers."""

from __future__ import annotations

import json
import re
import sys
from datetime import datetime, timezone
from decimal import Decimal
from hashlib import sha256
from typing import Any

import corpus

import partnerkit
from partnerkit import Decision, Eligibility, Export, Fault, Malformed, PartnerCenter, Unknown, View


def main() -> int:
    """The exit code: 0 when every answer is what its scenario says."""
    digest, walked, failures = sha256(), 0, 0
    for case in corpus.cases():
        center = begin(case)
        for step in case.steps:
            answer = ask(center, natural(step.when))
            walked += 1
            digest.update(canonical(answer).encode() + b"\n")
            lacking = [corpus.lacks(step.then, answer, "then")]
            lacking += [corpus.lacks(step.after, center.snapshot(), "after")] if step.after is not None else []
            for lack in filter(None, lacking):
                failures += 1
                print(f"{case.name}: {lack}", file=sys.stderr)
    print(f"{walked} answers, {failures} of them wrong")
    print(f"digest {digest.hexdigest()}")
    return 1 if failures else 0


def begin(case: corpus.Case) -> PartnerCenter:
    """The center of a case."""
    center = PartnerCenter(natural(case.policy))
    for entry in case.given:
        if "command" in entry:
            decision = center.handle(natural(entry))
            assert decision, f"{case.name}: what is given is refused: {decision}"
        else:
            center.apply(natural(entry))
    return center


def ask(center: PartnerCenter, when: Any) -> Any:
    """The answer, as the core wrote it."""
    try:
        if "audit" in when:
            return json.loads(canonical(partnerkit.audit(when["audit"])))
        return wire(carry_out(center, when))
    except (Malformed, Unknown, Fault) as error:
        return wire_error(error)


def carry_out(center: PartnerCenter, when: Any) -> Decision | Eligibility | View[Any] | Export:
    """By the method one would call."""
    if "ask" in when:
        return center.can(when)
    if "view" not in when:
        return center.handle(when)
    if "format" in when:
        return center.export(**when)
    view = when["view"]
    method = getattr(center, str(view.get("type")).replace("-", "_"), None) if isinstance(view, dict) else None
    if method is None or not when.keys() <= {"at", "actor", "access", "reveal", "view"} or when.keys() & view.keys():
        # A query that cannot even be written with keywords.
        return center.view(when)
    asked = {name: part for name, part in when.items() if name != "view"}
    found: View[Any] = method(**asked, **{name: part for name, part in view.items() if name != "type"})
    return found


TIME = re.compile(r"(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
AMOUNT = re.compile(r"-?\d{1,20}(\.\d{1,9})?", re.ASCII)


def natural(value: Any) -> Any:
    """Times as datetimes and decimals as Decimals, where the text is one: it must make no difference."""
    if isinstance(value, list):
        return [natural(part) for part in value]
    if isinstance(value, dict):
        return {name: decimal(part) if name == "amount" else natural(part) for name, part in value.items()}
    if isinstance(value, str) and TIME.fullmatch(value):
        try:
            return datetime.fromisoformat(value[:-1] + "+00:00")
        except ValueError:
            return value
    return value


def decimal(value: Any) -> Any:
    """A Decimal, if that is how the text would be written."""
    if isinstance(value, str) and AMOUNT.fullmatch(value) and format(Decimal(value), "f") == value:
        return Decimal(value)
    return natural(value)


def wire(answer: Decision | Eligibility | View[Any] | Export) -> Any:
    """The attributes of an answer, as JSON has them."""
    members = {name: getattr(answer, name) for name in type(answer).__slots__}
    if isinstance(answer, Export) and not answer:
        # There is no file.
        del members["text"]
    return json.loads(canonical(members))


def wire_error(error: Malformed | Unknown | Fault) -> Any:
    """An exception, as JSON has it."""
    kind = type(error).__name__.lower()
    return {"error": kind, **vars(error), "message": str(error)}


def canonical(value: Any) -> str:
    """The one way to write a value: sorted keys, no spaces, characters as they are."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=text)


def text(value: object) -> str:
    """How the core writes what Python has a type for."""
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert isinstance(value, Decimal), f"not a value of {partnerkit.__name__}: {value!r}"
    return format(value, "f")


if __name__ == "__main__":
    sys.exit(main())
