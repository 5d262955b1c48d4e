"""Run the tests on every supported Python, and with the newest dependencies."""

import nox

nox.needs_version = ">=2025.5"
nox.options.default_venv_backend = "uv"
nox.options.sessions = ["tests"]
# What this machine does not have is skipped.
nox.options.error_on_missing_interpreters = False
nox.options.download_python = "never"

PYTHONS = nox.project.python_versions(nox.project.load_toml("pyproject.toml"))


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests with the locked dependencies."""
    session.run_install(
        *("uv", "sync", "-q", "--locked", "--all-extras", "--group", "dev"),
        *("--python", session.virtualenv.location),
        env={"UV_PROJECT_ENVIRONMENT": session.virtualenv.location},
    )
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session(python=PYTHONS[0])
def newest(session: nox.Session) -> None:
    """Run tests with the newest dependencies that the ranges of pyproject.toml allow."""
    session.install("--upgrade", "-e", ".[sentry,sandbox]", "--group", "dev")
    session.run("pytest", "-n", "auto", *session.posargs)
