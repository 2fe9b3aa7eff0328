"""The language server: what `cchc` knows of a plan, while the plan is typed.

    positions      offsets in a text and the positions of the protocol (UTF-16)
    plan_text      one open file: its text, its plan, the place of everything
    diagnostics    findings, and what mends them
    hover          what stands under the pointer
    completion     what may stand here
    symbols        outline, definitions, references
    server         the protocol: requests in, answers out

Each module but `server` is plain functions over a `PlanText`; only `server` knows pygls.
"""
