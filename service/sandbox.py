"""What a worker process takes from itself before it touches a stranger's file."""

from __future__ import annotations

import ctypes
import os
import resource
import signal

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
"""unshare(2)"""

_PR_SET_PDEATHSIG = 1
"""prctl(2)"""


def confine(memory_mib: int) -> None:
    """Limit memory and the size of any file written to `memory_mib`, each; no core dumps, no network,
    files for owner and group only; die with the parent. To be called before any thread is started.
    """
    size = memory_mib << 20
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.umask(0o027)
    leave_network()
    # After that, for new credentials may forget it. No orphan goes on writing when the service dies.
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def leave_network() -> bool:
    """Move into a network of our own, in which there is nothing, not even a loopback that is up.

    False where the kernel does not let us: unprivileged user namespaces are switched off there, or the
    unit forbids namespaces (and then grants no network either; see deploy/akte.service).
    """
    unshare = ctypes.CDLL(None).unshare
    return bool(unshare(_CLONE_NEWNET) == 0 or unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0)
