"""One error type for everything a user can mend."""


class BriefingError(Exception):
    """Bad input or a missing tool, told in one sentence: what, where, what next.

    The command line prints the message alone and exits with ``exit_code``.
    """

    exit_code = 1
