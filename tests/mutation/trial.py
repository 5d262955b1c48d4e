"""Running the tests on a broken module: in a process of its own, with the change in memory only."""

import multiprocessing
import os
import sys
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import PathFinder, SourceFileLoader

import hypothesis
import pytest

# Loaded once here, so that no trial has to; nothing of the project may be among them.
HEAVY = ("numpy", "pydantic", "QuantLib")
# A bare pytest: the project's plugins and options cost a second a trial and judge nothing here.
# Warnings are errors, as in the project's own settings.
PYTEST = ["-c", os.devnull, "--import-mode=importlib", "-W", "error", "-x", "-q"]
PYTEST += ["-p", "no:cacheprovider"]
FORK = multiprocessing.get_context("fork")


def warm_up():
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    for name in HEAVY:
        import_module(name)
    # The same examples for every mutant, however busy the machine; nobody reads a shrunk one.
    hypothesis.settings.register_profile(
        "mutation",
        parent=hypothesis.settings.get_profile("ci"),
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    )
    hypothesis.settings.load_profile("mutation")


class Changed(MetaPathFinder, SourceFileLoader):
    """Gives changed code for one module and leaves all others to Python."""

    def __init__(self, module, path, code):
        super().__init__(module, path)
        self.code = code

    def find_spec(self, fullname, path, target=None):
        if fullname != self.name:
            return None
        spec = PathFinder.find_spec(fullname, path)
        spec.loader = self
        return spec

    def get_code(self, fullname):
        return self.code


class QuickestFirst:
    """Runs tests in the order of the time they took unbroken, and notes that time."""

    def __init__(self, seconds):
        self.seconds = seconds
        self.noted = {}

    def pytest_collection_modifyitems(self, items):
        items.sort(key=lambda item: self.seconds.get(item.nodeid, 0.0))

    def pytest_runtest_logreport(self, report):
        self.noted[report.nodeid] = self.noted.get(report.nodeid, 0.0) + report.duration


def _child(results, tests, seconds, changed):
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    if changed is not None:
        sys.meta_path.insert(0, changed)
    order = QuickestFirst(seconds)
    code = pytest.main([*PYTEST, *tests], plugins=[order])
    results.send((int(code), order.noted))


def trial(tests, seconds, limit=None, changed=None):
    """Exit code of pytest and seconds by test; a code of None when it took too long or died."""
    ours, theirs = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_child, args=(theirs, tests, seconds, changed))
    process.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(limit) else (None, {})
    except EOFError:
        return None, {}
    finally:
        process.kill()
        process.join()
