"""The kernel: the only place where a `proved` is made.

Owns: `Certificate`, `attest` (makes one, if the rules allow) and `holds` (judges one again). Everything outside may
search as it likes; what it finds is only a hint. Imports neither SymPy nor a tactic: plain fractions, FLINT's balls and
factors, and the formula's own tree.
"""

from mathora.prove.kernel.attesting import attest, holds
from mathora.prove.kernel.certificate import Certificate, Claim, Refused
