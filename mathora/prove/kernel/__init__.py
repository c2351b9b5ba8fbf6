"""The kernel: the only place where a `proved` with a certificate is made.

Owns: `Certificate`, `attest` (makes one, if the rules allow) and `holds` (judges one again). Everything outside may
search as it likes; what it finds is only a hint. Imports neither SymPy nor a tactic: plain fractions, and the formula's
own tree.
"""

from mathora.prove.kernel.certificate import Certificate, Claim, Refused, claim_digest
from mathora.prove.kernel.rules import attest, holds

__all__ = ["Certificate", "Claim", "Refused", "attest", "claim_digest", "holds"]
