"""The center as a Python object."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from conftest import request, set_quota

import partnerkit
from partnerkit import Malformed, PartnerCenter, audit, explain, rules


def test_a_refusal_is_a_value(center: PartnerCenter) -> None:
    decision = center.handle(set_quota(value={"amount": "0.001", "currency": "CNY"}))
    assert not decision
    assert not decision.accepted
    assert decision.events == []
    (breach,) = decision.breaches
    assert breach["message"]["en"] and breach["message"]["zh"]
    assert breach["rule"] in repr(decision)
    assert explain(breach["rule"])["id"] == breach["rule"]


def test_a_repeat_is_answered_from_memory(center: PartnerCenter) -> None:
    first, again = center.handle(set_quota()), center.handle(set_quota())
    assert (first.repeated, again.repeated) == (False, True)
    assert again.events == []


def test_decide_changes_nothing(center: PartnerCenter) -> None:
    before = center.snapshot()
    assert center.decide(set_quota())
    assert center.snapshot() == before


def test_events_and_snapshots_make_the_same_center(center: PartnerCenter) -> None:
    log = center.decide(request("r0", type="partner.set", id="D2", kind="solution-provider")).events
    replayed = PartnerCenter.replay(iter(log))
    applied = PartnerCenter()
    for event in json.loads(json.dumps(log, default=str_of_time)):
        applied.apply(event)
    restored = PartnerCenter.restore(json.loads(json.dumps(applied.snapshot())))
    copied = pickle.loads(pickle.dumps(copy.deepcopy(restored)))
    assert replayed.snapshot() == applied.snapshot() == restored.snapshot() == copied.snapshot()


def str_of_time(value: object) -> str:
    return str(value).replace(" ", "T").replace("+00:00", "Z")


def test_a_policy_is_checked() -> None:
    policy: Any = {"limits": {"customers_max": 50}}
    assert PartnerCenter(policy).snapshot()["policy"]["limits"]["customers_max"] == 50
    policy["limits"]["customers"] = 50
    with pytest.raises(Malformed) as error:
        PartnerCenter(policy)
    assert error.value.field == "limits.customers"


def test_threads_share_a_center(center: PartnerCenter) -> None:
    with ThreadPoolExecutor(8) as pool:
        quotas = (set_quota(f"t{number}", id=f"Q{number}") for number in range(400))
        assert all(pool.map(center.handle, quotas))
    assert center.snapshot() == PartnerCenter.restore(center.snapshot()).snapshot()


def test_the_catalogue() -> None:
    found = rules()
    assert len({rule["id"] for rule in found}) == len(found) > 0
    assert all(rule["statement"]["en"] and rule["statement"]["zh"] for rule in found)
    assert explain(found[0]["id"]) == found[0]


def test_exported_tables_are_audited(center: PartnerCenter) -> None:
    assert audit({"quotas": [], "coupon-records": iter(())}) == {"findings": []}
    wrong: list[Any] = [None, 5, {"ledger": []}, {"quotas": 5}, {"quotas": "Q1"}, {"quotas": [{"quota_id": "Q1"}]}, {"quotas": [1.5]}]
    for tables in wrong:
        with pytest.raises(Malformed):
            audit(tables)


def test_exceptions_survive_a_process(center: PartnerCenter) -> None:
    with pytest.raises(Malformed) as error:
        center.decide(set_quota(value=1))
    again = pickle.loads(pickle.dumps(error.value))
    assert (str(again), again.field, again.expected, again.found) == (
        str(error.value), error.value.field, error.value.expected, error.value.found,
    )


def test_importing_is_quick_and_leaves_the_types_alone() -> None:
    # What comes with Python is not ours to speed up, and a busy machine is not ours to blame: the quickest of several counts.
    code = """
import datetime, decimal, json, sys, time, typing
before, start = set(sys.modules), time.process_time()
import partnerkit
print(time.process_time() - start)
assert {name for name in sys.modules if name.split(".")[0] != "partnerkit"} <= before | {"__future__"}, sys.modules.keys() - before
assert "partnerkit.types" not in sys.modules
import partnerkit.types
"""
    runs = [subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout for _ in range(5)]
    assert min(map(float, runs)) < 0.015


def test_everything_public_has_words_of_its_own() -> None:
    for name in partnerkit.__all__:
        assert getattr(partnerkit, name).__doc__, name
    for name, method in vars(PartnerCenter).items():
        assert name.startswith("_") or method.__doc__, name
