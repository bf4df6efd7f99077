"""The command line: `sholu VERB`, and how it ends.

Exit codes: 0 done; 1 done, and something could not be read or went wrong; 2 bad usage;
130 stopped by Ctrl-C or by a reader that closed its end of the pipe.
"""

import logging
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

from cyclopts import CycloptsError
from cyclopts.exceptions import UnusedCliTokensError

from sholu.cli.lines import complain
from sholu.cli.verbs import app
from sholu.model import SholuError, SpanError, UsageError, WorldError

__all__ = ["main", "run"]


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line; what goes wrong becomes one sentence on stderr and an exit code."""
    try:
        code: Any = app(
            arguments, print_error=False, exit_on_error=False, result_action="return_value"
        )
        sys.stdout.flush()
    except (CycloptsError, UsageError, WorldError) as error:
        complain(_misused(error))
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # What is still buffered has no reader: let the interpreter flush it into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 130
    except Exception as error:  # noqa: BLE001 - the last resort: nobody is shown a traceback
        return _explain(error)
    return int(code or 0)


def _misused(error: Exception) -> str:
    if isinstance(error, UnusedCliTokensError):
        extra = " ".join(error.unused_tokens or ())
        return f"{extra!r} is more than this verb takes: see its `--help`"
    return " ".join(str(error).split()).removesuffix(".")


def _explain(error: Exception) -> int:
    """Exit code 1, with the sentence for what was not the user's mistake."""
    if os.environ.get("SHOLU_DEBUG"):
        traceback.print_exception(error)
    if isinstance(error, SholuError) and not isinstance(error, SpanError):
        complain(str(error))
    elif isinstance(error, OSError) and error.filename:
        complain(f"{error.filename}: {(error.strerror or type(error).__name__).lower()}")
    else:
        complain(
            f"a defect stopped the work ({type(error).__name__}: {error}); please report it, "
            "with what SHOLU_DEBUG=1 shows"
        )
    return 1


def main() -> None:
    """Run the command line of this process and exit."""
    logging.getLogger().addHandler(logging.NullHandler())  # libraries say nothing by themselves
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))
