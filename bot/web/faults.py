"""Describes a fault for the log by its place in the code, never by its message."""


def place_of(fault: Exception) -> str:
    """Return file and line of a fault, without its message: a message may hold what somebody wrote."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
