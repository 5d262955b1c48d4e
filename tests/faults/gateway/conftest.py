from tests.faults.fast_forward_loop import FastForwardLoop


def pytest_asyncio_loop_factories():
    return {"fast forward": FastForwardLoop}
