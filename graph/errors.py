"""Every error a caller may catch.

::

    PloegError
    ├── InvalidInput          what was asked or given is wrong; says what to do
    │   ├── UnknownThing      no such id, key or name for this viewer
    │   ├── AmbiguousName     several things carry this name or key
    │   ├── RefusedRows       a table holds rows that can't go in
    │   └── SameEnds          a path from somebody to themselves
    ├── NotAllowed            this viewer's role may not ask this
    │   └── NotSignedIn       nobody has signed in, or what they sign in with does not hold
    ├── TooManyTries          too many failures of late; says how long to wait
    ├── DiskError             a file can't be written or read: the disk is full, or refuses; says which
    ├── MailError             a letter could not be sent; says why
    ├── ProviderUnavailable   the OpenID provider does not answer, or not as one
    ├── Stopped               a long piece of work was stopped before it was done
    ├── Conflict              somebody else changed it in between; nothing was written
    │   ├── Outdated          it is not any more what the caller says to have seen
    │   └── ErasedSince       somebody was erased since these tables were read
    └── StoreError
        ├── StoreUnavailable  the store does not answer
        ├── StoreTimeout      it took longer than allowed
        ├── SchemaMismatch    the store was made by another version of Ploeg
        └── EngineError       the embedded engine could not be started
"""


class PloegError(Exception):
    """Root of all errors of Ploeg; the text is for a person and says what to do."""


class InvalidInput(PloegError):
    """What was asked or given is wrong."""


class UnknownThing(InvalidInput):
    """No such thing for this viewer: unknown and not visible are told the same."""


class AmbiguousName(InvalidInput):
    """Several things carry this name or key."""


class RefusedRows(InvalidInput):
    """A table holds rows that can't go in; nothing was written."""


class SameEnds(InvalidInput):
    """A path was asked from somebody to themselves."""


class NotAllowed(PloegError):
    """The viewer's role may not ask this."""


class NotSignedIn(NotAllowed):
    """Nobody has signed in, or what they sign in with does not hold."""


class TooManyTries(PloegError):
    """Too many failures of late.

    Attributes
    ----------
    seconds
        How long to wait.
    """

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class DiskError(PloegError):
    """A file can't be written or read; says whether the disk is full or refuses."""


class MailError(PloegError):
    """A letter was not taken: by the mail server, or by the folder that stands in for one."""


class ProviderUnavailable(PloegError):
    """The OpenID provider does not answer, or not as one does."""


class Stopped(PloegError):
    """A long piece of work was stopped before it was done; nothing came of it."""


class Conflict(PloegError):
    """Somebody else changed the same thing in between; nothing was written."""


class Outdated(Conflict):
    """A thing is not any more what the caller says to have seen; nothing was written."""


class ErasedSince(Conflict):
    """Somebody was erased since tables were read or looked at, and could come back with them; nothing was written."""


class StoreError(PloegError):
    """Something about the place where data are kept."""


class StoreUnavailable(StoreError):
    """The store does not answer."""


class StoreTimeout(StoreError):
    """The store took longer than allowed."""


class SchemaMismatch(StoreError):
    """The store was made by another version of Ploeg."""


class EngineError(StoreError):
    """The embedded engine could not be started."""
