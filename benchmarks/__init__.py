"""Measures cchc beside its peers on made-up plans; see docs/performance.md.

No part of the package: nothing here is imported by cchc, and nothing here is installed with it.
"""
