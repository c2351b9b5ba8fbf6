"""What the stage calls its arrays of numbers. Owns: `Array`."""

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]  # floats; each use says its shape and its units
