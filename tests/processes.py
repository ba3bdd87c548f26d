"""Processes of their own for tests of what happens between two programs, or to one that is killed.

Where the system has it, they come from a server that has loaded the services once: none of them shares anything with
the test, and none waits two seconds for its imports. Elsewhere each starts from nothing.
"""

import multiprocessing

_LOADED = ["services.container", "tests.factories", "tests.services.documents.story", "tests.services.drafts_of"]

HAS_SERVER = "forkserver" in multiprocessing.get_all_start_methods()
processes = multiprocessing.get_context("forkserver" if HAS_SERVER else "spawn")
if HAS_SERVER:
    processes.set_forkserver_preload(_LOADED)
