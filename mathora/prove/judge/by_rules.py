"""What the kernel's rules prove by themselves.

Owns: `holds_by_rules`.
"""

from __future__ import annotations

from contextlib import suppress

from mathora.prove.kernel import Claim, Refused, attest


def holds_by_rules(claim: Claim) -> bool:
    """Whether the kernel proves a claim without hints, and under no condition."""
    with suppress(Refused, RecursionError):
        return not attest(claim).conditions
    return False
