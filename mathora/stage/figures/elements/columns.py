"""The numbers of a table's column: how each is written.

Laws:
- A column's numbers are written with one number of decimals, enough to tell different ones apart, but for those behind
  which a power of ten stands.
- What has no value is told, and not drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from mathora.stage.arrays import Array
from mathora.stage.text.numerals import Numeral, fixed, written


@dataclass(frozen=True, eq=False)
class Column:
    """The values (n,) of a column, written with `least` decimals or more."""

    values: Array
    least: int = 0

    def written(self, row: int) -> Numeral:
        """The number of a row, counted from 0."""
        found = written([float(one) for one in self.values])
        if found[row].power:
            return found[row]
        plain = (one for one in found if not one.power)
        decimals = max(self.least, *(max(0, -int(Decimal(one.digits).as_tuple().exponent)) for one in plain))
        return Numeral(fixed(float(self.values[row]), decimals))
