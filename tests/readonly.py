"""Check the image without a container engine: ``python -m tests.readonly [FOLDER]``.

Installs the locked bot as the Containerfile does, then runs it as user 65532 without any
privilege, with every file system read-only but one folder, in the image's own environment. With a
FOLDER that holds the package ``harness``, a stand-in for Discord, the bot also answers there.

It needs Linux, root, ``unshare``, ``setpriv`` and ``uv``; where one is missing it says so and
leaves the rest out.
"""

import argparse
import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
USER = "65532"
ASK = "/selloff country:japan amount:200b"
AS_NOBODY = [
    "setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", "--no-new-privs",
    "--bounding-set=-all", "--inh-caps=-all", "--",
]  # fmt: skip
# Everything becomes read-only, then only the one folder is laid over it again.
READ_ONLY = (
    'mount --bind "$WRITABLE" "$WRITABLE" && mount -o remount,ro,bind / '
    '&& for other in /dev/shm /run /var /home /work; do mountpoint -q "$other" '
    '&& mount -o remount,ro,bind "$other"; done; cd "$1" && shift && exec "$@"'
)


class ImageError(Exception):
    """The image does not do what it should."""


def need(holds, what):
    if not holds:
        raise ImageError(what)
    print(f"ok   {what}", flush=True)


def missing():
    """What keeps this from running here, or nothing."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "it needs root on Linux"
    for tool in ("unshare", "setpriv"):
        if shutil.which(tool) is None:
            return f"it needs {tool}"
    if find_uv() is None:
        return "it needs uv"
    if find_python() is None:
        return "it needs a Python that another user may run"
    mounts = [shutil.which("unshare"), "--mount", "true"]
    allowed = subprocess.run(mounts, check=False, capture_output=True).returncode == 0
    return None if allowed else "this machine does not let root mount anything"


def find_uv():
    beside = Path(sys.executable).with_name("uv")
    return str(beside) if beside.exists() else shutil.which("uv", path=os.environ["PATH"])


def find_python():
    """A Python from 3.11 on whose files are not hidden in somebody's home."""
    # A program in a hidden folder still starts, but cannot see its own files.
    works = "import os, sys; os.stat(sys.executable); sys.exit(sys.version_info < (3, 11))"
    for folder in (Path(sys.base_prefix) / "bin", Path("/usr/local/bin"), Path("/usr/bin")):
        program = str(folder / "python3")
        tried = subprocess.run(
            [*AS_NOBODY, program, "-c", works], check=False, capture_output=True, cwd="/"
        )
        if tried.returncode == 0:
            return program
    return None


def from_containerfile():
    """The environment that the image sets, and the extras that it installs."""
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    last = text.rpartition("\nFROM ")[2]
    extras = re.search(r"--no-default-groups ((?:--extra \w+ ?)*)", text)[1].split()
    return dict(re.findall(r"\b([A-Z_]+)=(\S+)", last)), extras


def _moved(value, to):
    """A path of the image, where it lies here."""
    return re.sub(r"^/(tmp|venv)", lambda found: str(to[found[1]]), value)


class Image:
    """The installed bot in a folder, with another one that may be written to."""

    def __init__(self, folder):
        self.venv, self.writable = folder / "venv", folder / "tmp"
        self.writable.mkdir(mode=0o1777)
        self.writable.chmod(0o1777)
        folder.chmod(0o755)
        settings, self._extras = from_containerfile()
        self.environment = {
            name: _moved(value, {"tmp": self.writable, "venv": self.venv})
            for name, value in settings.items()
        } | {"PATH": f"{self.venv}/bin:/usr/bin:/bin", "TMPDIR": str(self.writable)}

    def install(self):
        build = {"UV_PROJECT_ENVIRONMENT": str(self.venv), "UV_LINK_MODE": "copy"}
        command = [find_uv(), "sync", "-q", "--locked", "--no-default-groups", *self._extras,
                   "--no-editable", "--python", find_python(), "--no-python-downloads"]  # fmt: skip
        subprocess.run(command, cwd=ROOT, env={**os.environ, **build}, check=True)

    def command(self, *arguments):
        """A command of the image, in its own mounts, as nobody."""
        inside = [*AS_NOBODY, *arguments]
        return ["unshare", "--mount", "--propagation", "private", "--",
                "sh", "-c", READ_ONLY, "sh", str(self.venv), *inside]  # fmt: skip

    def run(self, *arguments):
        environment = {**self.environment, "WRITABLE": str(self.writable)}
        return subprocess.run(
            self.command(*arguments), env=environment, check=False, capture_output=True, text=True
        )


def check_in_the_terminal(image):
    for place in (image.venv, image.venv.parent, Path("/etc"), ROOT):
        wrote = image.run("touch", str(place / "x"))
        need(wrote.returncode and "Read-only" in wrote.stderr, f"{place} is read-only")
    need(image.run("id", "-u").stdout.strip() == USER, f"the user is {USER}")
    said = image.run("python", "-m", "bot", "ask", ASK, "--save", str(image.writable / "out"))
    need(said.returncode == 0, f"ask answers: {(said.stdout or said.stderr).splitlines()[0]}")
    pictures = list((image.writable / "out").glob("*.png"))
    need(pictures and pictures[0].read_bytes().startswith(b"\x89PNG"), "and draws")
    sick = image.run("python", "-m", "bot", "health")
    need(sick.returncode, f"health knows that nothing runs: {sick.stdout.strip()}")
    stop = image.run("python", "-m", "bot", "run")
    need(stop.returncode == 78, "run without a token ends with 78")


async def healthy(image):
    """What health says, once the bot has had the time to write how it is."""
    for _ in range(30):
        said = image.run("python", "-m", "bot", "health")
        if said.returncode == 0:
            break
        await asyncio.sleep(1)
    return said


async def check_against_discord(image, folder):
    sys.path.insert(0, folder)
    harness = __import__("harness")
    environment = {**image.environment, "WRITABLE": str(image.writable), "REFRESH_HOURS": "0"}
    async with harness.Harness() as discord:
        bot = await discord.start_bot(image.command("python", "-m", "bot", "run"), env=environment)
        need(bot.ready_ms, f"ready after {bot.ready_ms:.0f} ms")
        reply = await discord.slash(ASK)
        need(
            "If Japan sold" in reply.text and reply.files, f"answers in {reply.complete_ms:.0f} ms"
        )
        well = await healthy(image)
        need(well.returncode == 0, f"health: {well.stdout.strip() or well.stderr.strip()}")
        need(await bot.stop() == 0, f"SIGTERM ends it after {bot.stop_ms or 0:.0f} ms with 0")
        findings = discord.findings("violation", "warning")
        need(not findings, f"Discord objects to nothing {findings or ''}")


def main(harness):
    """Install, then check."""
    if reason := missing():
        print(f"Left out: {reason}.")
        return 0
    with tempfile.TemporaryDirectory(prefix="selloff-image-") as folder:
        image = Image(Path(folder))
        image.install()
        check_in_the_terminal(image)
        if harness is not None:
            asyncio.run(check_against_discord(image, str(harness)))
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.readonly", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="that holds the package harness")
    options = parser.parse_args()
    if options.folder is not None and not (options.folder / "harness" / "__init__.py").is_file():
        parser.error(f"no package harness in {options.folder}")
    try:
        sys.exit(main(options.folder))
    except ImageError as error:
        sys.exit(f"FAIL {error}")
