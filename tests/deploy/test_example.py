""".env.example: every setting once, and copied as it is it changes nothing."""

import re
from collections import Counter

from bot.settings import Settings
from tests.deploy.test_files import ROOT

EXAMPLE = ROOT / ".env.example"


def test_example_has_every_setting_once():
    written = re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    settings = {name.upper() for name in Settings.model_fields}
    assert Counter(written) == Counter(settings)


def test_every_setting_has_a_comment():
    for block in EXAMPLE.read_text(encoding="utf-8").strip().split("\n\n")[1:]:
        *comments, setting = block.splitlines()
        assert comments
        assert all(line.startswith("# ") for line in comments)
        assert re.match(r"[A-Z_]+=", setting)


def test_copied_example_changes_nothing():
    assert Settings(_env_file=EXAMPLE) == Settings(_env_file=None)
