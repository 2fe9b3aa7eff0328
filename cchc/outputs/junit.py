"""Diagnostics as JUnit XML, which GitLab, Jenkins and Azure show as test results.

A file is a suite; each error and warning in it is a failed case, and a file with neither is one
case that passed. Infos are not failures and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from cchc.messages import say
from cchc.model.finding import Diagnostic, Severity
from cchc.outputs.diagnostics import LABELS, printable

_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, not even escaped."""


def dumps(found: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """Return the whole file; every path of `sources` becomes a suite, in that order."""
    failures = [one for one in found if one.finding.severity is not Severity.INFO]
    ordered = sorted(failures, key=lambda one: one.path)  # stable: the order of lines stays
    by_path = {path: list(group) for path, group in groupby(ordered, key=lambda one: one.path)}
    root = ET.Element("testsuites", name="cchc")
    for path in {**dict.fromkeys(sources), **by_path}:
        _suite(root, printable(path), by_path.get(path, []))
    _count(root, len(failures), sum(int(suite.get("tests", 0)) for suite in root))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, path: str, failures: Sequence[Diagnostic]) -> None:
    suite = ET.SubElement(root, "testsuite", name=path)
    _count(suite, len(failures), len(failures) or 1)
    for one in failures:
        _failed_case(suite, path, one)
    if not failures:
        passed = str(say("no errors or warnings"))
        ET.SubElement(suite, "testcase", classname=path, name=passed, file=path)


def _failed_case(suite: ET.Element, path: str, one: Diagnostic) -> None:
    finding, at = one.finding, one.span
    message = _legal(str(finding.message))
    name = f"{finding.code} {finding.name} ({at.line}:{at.column})"
    case = ET.SubElement(suite, "testcase", classname=path, name=name, file=path, line=str(at.line))
    failure = ET.SubElement(case, "failure", type=finding.severity.value, message=message)
    label = LABELS[finding.severity]
    failure.text = f"{path}:{at.line}:{at.column}: {label}: {message}"
    if finding.help:
        failure.text += f"\n{_legal(str(finding.help))}"


def _count(element: ET.Element, failures: int, tests: int) -> None:
    element.set("tests", str(tests))
    element.set("failures", str(failures))
    element.set("errors", "0")


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
