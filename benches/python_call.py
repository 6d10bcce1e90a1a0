"""What does one call from Python cost, and how long does the import take? Run by `cargo xtask bench python`."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

import partnerkit

HERE = Path(__file__).parent
CNY = "CNY"


def world(customers: int) -> partnerkit.PartnerCenter:
    """The world of the Rust benches: a distributor, its customers and a quota."""
    center = partnerkit.PartnerCenter()
    at = "2026-03-10T00:00:00Z"
    commands = [
        {"type": "partner.set", "id": "D", "kind": "general-distributor"},
        {"type": "quota.set", "id": "Q1", "holder": "D", "value": {"amount": "100000000000.00", "currency": CNY},
         "effective_time": "2026-01-01T00:00:00Z", "expire_time": "2027-01-01T00:00:00Z"},
    ]
    for number in range(customers):
        customer = f"{number:032x}"
        commands.append({"type": "customer.set", "id": customer})
        commands.append({"type": "customer.associate", "customer": customer, "partner": "D", "mode": "agency-resale"})
    for number, command in enumerate(commands):
        assert center.handle({"id": f"w{number}", "at": at, "actor": {"type": "vendor"}, "command": command})
    return center


def nanoseconds(call: object, times: int) -> float:
    """The median of seven rounds, per call."""
    rounds = []
    for _ in range(7):
        start = time.perf_counter_ns()
        for _ in range(times):
            call()  # type: ignore[operator]
        rounds.append((time.perf_counter_ns() - start) / times)
    return statistics.median(rounds)


def import_milliseconds() -> float:
    """How much longer Python takes with the import than without, median of eleven."""

    def run(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return (time.perf_counter() - start) * 1000

    run("import partnerkit")
    return statistics.median(run("import partnerkit") - run("pass") for _ in range(11))


def main() -> None:
    """Prints one line a question."""
    center = world(1_000)
    request = json.loads((HERE / "request.json").read_text())
    assert center.decide(request)
    print(f"decide, a dict in and a Decision out: {nanoseconds(lambda: center.decide(request), 5_000):,.0f} ns")
    print(f"import partnerkit: {import_milliseconds():.1f} ms")


main()
