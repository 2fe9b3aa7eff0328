"""`cchc schema --register`: the schema of the register in place of that of a plan."""

from __future__ import annotations

import json


def test_the_schema_of_the_register_is_another_one(cchc):
    plan, register = cchc("schema"), cchc("schema", "--register")
    assert (plan.code, register.code) == (0, 0)
    assert set(json.loads(register.out)["properties"]) == {"register", "documents"}
    assert "commune" in json.loads(plan.out)["properties"]
