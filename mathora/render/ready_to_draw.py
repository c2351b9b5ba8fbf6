"""What a process imports from which workers are to fork: what draws, so that it is imported once for all of them.

Laws:
- Nothing of a course is imported: scenes come with a job, and only the worker that draws it runs them.
- Nothing is raised: what cannot be imported here is tried again by a worker, which can tell why.
"""

import gc
from contextlib import suppress

from mathora.render.worker import SELDOM, import_drawing

gc.set_threshold(SELDOM)
with suppress(Exception):
    import_drawing()
gc.freeze()  # what all workers share is copied by none that looks for garbage
