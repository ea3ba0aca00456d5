"""Making a great many objects at once, all of which stay."""

import gc
import threading
from collections.abc import Generator
from contextlib import contextmanager

_guard = threading.Lock()
_under_way = 0


@contextmanager
def many_objects() -> Generator[None]:
    """Hold the collector of cycles off while many objects are made that stay, and have it pass them over afterwards.

    It would look at all of them again and again meanwhile: 17 of 28 seconds that it takes to make a snapshot of
    100,000 people and its indexes.  What is passed over is still freed by its reference count.
    """
    global _under_way
    with _guard:
        _under_way += 1
        gc.disable()
    try:
        yield
    finally:
        with _guard:
            _under_way -= 1
            if not _under_way:
                gc.freeze()
                gc.enable()
