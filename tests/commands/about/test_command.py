"""``/about`` and its views: misses are said, studies are scaled, sources are named."""

import re
from importlib.metadata import version

import pytest

from calc import Scenario, load_snapshot
from calc.estimates import ReadIn, load_studies
from calc.events.track_record import dated_record
from calc.record.custody import custody_record
from commands.about.buttons import CITED, about_id, record_id, studies_id
from commands.about.command import COMMAND
from commands.common.chart import theme
from commands.common.chart.canvas import Area, Dot, Line, Text
from commands.common.command import Request
from commands.dispatch import run_command, run_component
from commands.selloff.buttons import scenario_id
from tests.commands.common.chart.checks import check_texts_are_legible

REQUEST = Request(load_snapshot())
SALES = [
    Scenario("il", 10**6),
    Scenario("jp", 2 * 10**11),
    Scenario("cn", 2 * 10**12),
    Scenario("jp", 20 * 10**12, beyond_holding=True, regime="panic"),
]
VIEWS = [about_id(), record_id(), *(studies_id(scenario) for scenario in SALES)]
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def tap(custom_id):
    return run_component(custom_id, REQUEST)


def test_about_says_what_it_keeps_and_which_version_it_is():
    answer = run_command(COMMAND, REQUEST, {})
    assert "keeps nothing about anyone" in answer.text
    assert f"Version {version('treasury-selloff-bot')}," in answer.small_print
    assert "9 Oct 2026" in tap(about_id("sources")).text


@pytest.mark.parametrize("shown", ["record", "studies", "model", "sources"])
def test_every_page_is_answered(shown):
    assert not run_command(COMMAND, REQUEST, {"show": shown}).is_refusal


def test_unknown_page_is_refused_with_known():
    answer = run_command(COMMAND, REQUEST, {"show": "secrets"})
    assert answer.is_refusal
    assert "`record`" in answer.text
    assert len(answer.buttons) == 4
    for button in answer.buttons:
        assert not tap(button.custom_id).is_refusal


def test_record_says_what_is_true_of_custody():
    custody, record, text = custody_record(), dated_record(), tap(record_id()).text
    assert "Nobody could see foreign governments’ sales in the yield" in text
    assert f"In **{custody.rose} of {len(custody.spells)}** spells of sales" in text
    assert "governments often sell in fear, when others buy" in text
    full = tap(about_id("cases")).text
    assert f"{len(record.within)} of {len(record.tested)} are inside" in full
    assert f"{record.within_if_exact:.1f} would be expected" in full
    assert f"{custody.within_model} of {len(custody.spells)} do with our number" in full


def test_record_chart_has_a_bar_and_a_dot_for_each_spell():
    marks = tap(record_id()).picture.spec.primitives
    bars = [m for m in marks if isinstance(m, Line) and m.color == theme.MEASURED]
    assert len(bars) == len(custody_record().spells)
    assert sum(isinstance(m, Dot) for m in marks) == len(bars)


def test_every_case_stands_in_the_table_with_its_source_and_verdict():
    text = tap(about_id("cases")).text
    assert len(text) <= 4000
    record = dated_record()
    for case in (*record.tested, *record.overlapping, *record.fitted):
        (row,) = [line for line in text.splitlines() if line.startswith(f"- {case.label}, ")]
        assert case.source.url in row
        assert ("**missed**" in row) == (not case.is_within)
        assert f"seen {case.observed * 100:+.2f}".replace("-", "−") in row


@pytest.mark.parametrize("scenario", SALES[1:], ids=str)
def test_studies_stand_beside_numbers_of_sale(scenario):
    answer = tap(studies_id(scenario))
    sale = tap(scenario_id("show", scenario))
    (peak,) = re.findall(r"Ours, at the peak: (?:about )?(.*?)\.\n", answer.text)
    assert peak in sale.plain_text
    back = {button.custom_id for button in answer.controls}
    assert scenario_id("show", scenario) in back
    assert studies_id(scenario, CITED) in back


def test_studies_text_says_pooled_numbers_of_reference_sale():
    """15.4 bp (mean 9.1 to 26, next study 3.9 to 60), I2 71%: computed apart from the code."""
    answer = tap(studies_id(SALES[1]))
    for words in (
        "8 results say **0.15** points",
        "Most further ones would say 0.04 to 0.60",
        "13 results say **0.02**",
    ):
        assert words in answer.text
    cited = tap(studies_id(SALES[1], CITED)).text
    for words in (
        "8 results of 7 papers, pooled 0.15 (90%: 0.09 to 0.26)",
        "0.18 without the 2 quoted from memory",
        "0.26 scaled by GDP, 0.13 to 0.19 without any one; 71% of the differences are real",
        "13 results of 13 papers, pooled 0.02",
    ):
        assert words in cited


def test_studies_of_next_to_nothing_read_alike():
    text = tap(studies_id(SALES[0])).text
    assert "All 21 published results say **less than 0.01** points" in text
    assert "further ones" not in text


@pytest.mark.parametrize("scenario", SALES, ids=str)
def test_forest_plot_has_a_line_for_each_pooled_study(scenario):
    picture = tap(studies_id(scenario)).picture
    marks, pooled = picture.spec.primitives, [s for s in load_studies().values() if s.pooled]
    assert sum(isinstance(mark, Dot) for mark in marks) == len(pooled) + 2
    assert sum(isinstance(mark, Area) for mark in marks) == 2
    words = [mark.words for mark in marks if isinstance(mark, Text)]
    unchecked = [s for s in pooled if s.read is ReadIn.FROM_MEMORY]
    assert sum(word.endswith(" *") for word in words) == len(unchecked)
    assert "Not checked: Eren 2023, Bernanke 2004." in picture.alt
    check_texts_are_legible(picture.spec)


@pytest.mark.parametrize("scenario", SALES, ids=str)
def test_every_study_is_cited(scenario):
    text = tap(studies_id(scenario, CITED)).text
    assert len(text) <= 4000
    for study in load_studies().values():
        assert str(study.reference.url) in text


def test_sources_and_model_fit_message():
    sources = tap(about_id("sources")).text
    assert len(sources) <= 4000
    for source in REQUEST.snapshot.sources.values():
        assert source.url in sources
    model = tap(about_id("model")).text
    assert [line[:3] for line in model.splitlines() if line[0].isdigit()][-1] == "10."


@pytest.mark.parametrize(
    "rest",
    ["record:x", "studies", "studies:xx:1", "studies:jp:1:month:held:calm:typical", "secrets"],
)
def test_forged_button_is_stale(rest):
    assert tap(f"1:about:{rest}").is_refusal


def test_studies_page_gives_our_range_where_it_is_not_theirs():
    """Japan's bills make its sale lighter than the one that studies are pooled at."""
    small = run_command(COMMAND, REQUEST, {"show": "studies"}).small_print
    assert "Ours (0.04 to 0.59) also counts what is sold." in small


def test_sources_give_the_newest_official_day():
    """The press's $40 trillion of August is no newer day of the Treasury's own table."""
    text = run_component(about_id("sources"), REQUEST).text
    (debt,) = (line for line in text.splitlines() if "Debt to the Penny" in line)
    (sales,) = (line for line in text.splitlines() if "Table 3: U.S." in line)
    (closes,) = (line for line in text.splitlines() if "(DGS10)" in line)
    assert debt.endswith(": 9 Jul 2026")
    assert sales.endswith(": 30 Apr 2026")
    assert closes.endswith(": 30 Sep 2026")
