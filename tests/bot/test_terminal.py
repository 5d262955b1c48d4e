"""The terminal: the same words, the same picture, readable failures, exit codes."""

import json
import re
import sys

import pytest

from bot import exit_codes as exits
from bot.cli import main
from bot.observability.logs import JsonFormatter, redact
from bot.terminal import render
from tests.commands.pseudo import pseudo

LINE = "/selloff country:japan amount:200b"


@pytest.fixture(autouse=True)
def _without_settings(monkeypatch, tmp_path):
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    monkeypatch.chdir(tmp_path)


def test_ask_prints_the_words_and_saves_the_picture(capsys, tmp_path):
    assert main(["ask", LINE, "--save", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out.startswith("If Japan sold $200 billion")
    (picture,) = (tmp_path / "out").iterdir()
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_ask_as_json(capsys):
    assert main(["ask", LINE, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert "10-year yield" in answer["text"]
    assert "interest over ten years" in answer["alt"]
    assert "Math" in [button["label"] for button in answer["buttons"]]
    assert [menu["placeholder"] for menu in answer["menus"]] == [
        "How much, and how fast",
        "Who else acts",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "selloff",
        "/sell country:japan amount:5b",
        "/selloff amount:5b",
        "/selloff country:japan",
    ],
)
def test_ask_says_what_was_wrong(capsys, line):
    assert main(["ask", line]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "/selloff country:japan amount:200b" in err.splitlines()[0]


@pytest.mark.parametrize("line", [LINE.removeprefix("/"), f"  {LINE}", f" {LINE[1:]}"])
def test_ask_does_without_the_slash(capsys, line):
    assert main(["ask", line]) == 0
    assert capsys.readouterr().out.startswith("If Japan sold $200 billion")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("/slloff", "selloff"), ("sell-off", "selloff"), ("/holder", "holders"), ("/bnd", "bond")],
)
def test_ask_names_the_command_that_a_slip_makes_unknown(capsys, typed, meant):
    assert main(["ask", f"{typed} country:japan amount:200b"]) == exits.USAGE
    out, err = capsys.readouterr()
    assert not out
    first, *rest = err.splitlines()
    assert f"Did you mean /{meant}?" in first
    assert rest[0] == "What can I ask?"


@pytest.mark.parametrize(
    "line", ["/weather", "/what would happen if Japan sold?", "/sell amount:5"]
)
def test_ask_guesses_at_nothing_that_is_not_near(capsys, line):
    assert main(["ask", line]) == exits.USAGE
    assert "Did you mean" not in capsys.readouterr().err


def test_ask_with_a_bad_amount(capsys):
    assert main(["ask", "/selloff country:japan amount:200 bananas"]) == 2
    assert "200 bananas" in capsys.readouterr().err


def test_run_without_a_token_ends_with_one_line_and_its_own_code(capsys):
    assert main(["run"]) == exits.CONFIG
    assert "DISCORD_TOKEN is not set" in capsys.readouterr().err


def test_a_blank_token_is_no_token(capsys, monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "  ")
    assert main(["run"]) == exits.CONFIG


def test_a_setting_out_of_range_is_named_in_one_line(capsys, monkeypatch):
    monkeypatch.setenv("DEFER_AFTER_SECONDS", "9")
    assert main(["run"]) == exits.CONFIG
    (line,) = capsys.readouterr().err.splitlines()
    assert "DEFER_AFTER_SECONDS" in line


def test_taps_follow_menus_and_buttons(capsys):
    assert main(["ask", LINE, "--tap", "A panic", "--tap", "Math"]) == 0
    assert "Rate risk sold" in capsys.readouterr().out
    assert main(["ask", LINE, "--tap", "Nothing"]) == exits.USAGE
    assert "[Show" not in capsys.readouterr().out


def test_ask_refuses_an_option_it_does_not_know(capsys):
    assert main(["ask", f"{LINE} pace:day"]) == exits.USAGE
    assert "has no option pace" in capsys.readouterr().err


BOT_ID = "MTA1NDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB"


@pytest.mark.parametrize(
    "secret",
    [
        BOT_ID,
        "https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb246MTIz/messages/@original",
        "/interactions/123/aW50ZXJhY3Rpb246MTIz/callback?with_response=1",
    ],
)
def test_no_secret_reaches_a_log(secret):
    import logging
    import sys

    hidden = "aW50ZXJhY3Rpb246MTIz" if "aW50" in secret else BOT_ID
    try:
        raise ValueError(secret)
    except ValueError:
        record = logging.LogRecord(
            "x", logging.ERROR, __file__, 1, "sent %s", (secret,), sys.exc_info()
        )
    record.url = secret
    line = JsonFormatter().format(record)
    assert hidden not in line
    assert json.loads(line)["level"] == "ERROR"
    assert "[hidden]" in redact(secret)


@pytest.mark.parametrize(
    "line",
    [
        f"C:/Program Files/Git{LINE}",
        f"C:\\Program Files\\Git\\{LINE[1:]}",
        f"{LINE} private:true",
        f"{LINE} private:False",
    ],
)
def test_line_as_people_type_it_is_answered(capsys, line):
    assert main(["ask", line]) == exits.OK
    assert capsys.readouterr().out.startswith("If Japan sold $200 billion")


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("/selloff japan 200b", LINE),
        ("rescue japan 200b", "/rescue country:japan amount:200b"),
        ("/selloff japan", LINE),
    ],
)
def test_values_without_option_names_are_rewritten(capsys, line, written):
    assert main(["ask", line]) == exits.USAGE
    assert f"Each value needs the name of its option: {written}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("what if japan sells half", "If Japan sold $552 billion of US Treasuries"),
        ("compare china selling half with japan selling half", "China selling $309 billion"),
        ("who won the cup", ""),
    ],
)
def test_bare_sentence_is_a_question(capsys, line, title):
    code = main(["ask", line])
    assert code == (exits.OK if title else exits.USAGE)
    assert title in capsys.readouterr().out


def test_ask_answers_in_a_language(capsys, german):
    assert main(["ask", f"{LINE} over:day", "--language", "de"]) == 0
    out = capsys.readouterr().out
    assert pseudo("US Treasuries") in out
    assert "200 Milliarden" in out
    assert main(["ask", "/selloff country:japan amount:200 Milliarden", "--language", "de"]) == 0


def test_ask_reads_language_from_the_line(capsys, german):
    assert main(["ask", f"{LINE} language:de"]) == 0
    assert pseudo("US Treasuries") in capsys.readouterr().out


def test_ask_names_languages_there_are(capsys, german):
    with pytest.raises(SystemExit) as ended:
        main(["ask", LINE, "--language", "xx"])
    assert ended.value.code == exits.USAGE
    assert "no answers in 'xx'; there are: en, de" in capsys.readouterr().err


def test_slash_command_stands_alone(capsys):
    expected = printed(capsys, ["ask", LINE])
    assert printed(capsys, [LINE]) == expected
    assert printed(capsys, LINE.split()) == expected
    assert printed(capsys, ["C:/Program Files/Git/selloff", "country:japan", "amount:200b"]) == (
        expected
    )


def printed(capsys, arguments):
    assert main(arguments) == exits.OK
    return capsys.readouterr().out


def test_pipe_gets_words_without_marks(capsys):
    for taps in ([], ["--tap", "Why?"], ["--tap", "Math"]):
        out = printed(capsys, ["ask", LINE, *taps])
        assert not re.search(r"\*\*|^#|^-#|\x1b|\]\(<|`", out, re.MULTILINE)


def test_terminal_shows_bold_and_dim(capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    out = printed(capsys, ["ask", LINE])
    assert out.startswith("\x1b[1mIf Japan sold $200 billion")
    assert "\x1b[1m0.15 points\x1b[0m" in out
    assert "\x1b[2m18% of its holdings" in out
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in printed(capsys, ["ask", LINE])


def test_help_is_the_reply_to_a_mistyped_command(capsys):
    asked = printed(capsys, ["ask", "/help"])
    assert main(["ask", "/weather"]) == exits.USAGE
    assert asked in capsys.readouterr().err


def test_json_keeps_the_markdown(capsys):
    assert json.loads(printed(capsys, ["ask", LINE, "--json"]))["text"].startswith("### If Japan")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("### A title", "A title"),
        ("-# Small **bold** print", "Small bold print"),
        ("- one\n- **two**", "- one\n- two"),
        ("[The paper](<https://a.example/b_(c)>)", "The paper <https://a.example/b_(c)>"),
        ("Try `6%` or `\\*`", "Try 6% or \\*"),
        (r"“\*x\_y”, \[not a link\](a)", "“*x_y”, [not a link](a)"),
        ("$1.2 trillion # 3 * 4", "$1.2 trillion # 3 * 4"),
    ],
)
def test_markdown_becomes_text(markdown, text):
    assert render(markdown, is_styled=False) == text
    assert (
        render(markdown, is_styled=True)
        .replace("\x1b[1m", "")
        .replace("\x1b[2m", "")
        .replace("\x1b[0m", "")
        == text
    )
