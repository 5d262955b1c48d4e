"""The ways between answers: back, to everybody, to all questions, with nothing remembered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands.common.command import Request
from commands.common.custom_id import (
    MAX_LENGTH,
    back_id,
    held_ids,
    more_id,
    parse_custom_id,
    post_id,
    trail_from,
)
from commands.dispatch import run_component
from tests.commands.cases import REQUEST, ask, lines

SALE = "1:selloff:show:jp:200000000000:month:held:calm:typical"
WHY = SALE.replace(":show:", ":why:")
TERM = "1:learn:show:yield"


def tap(answer, label, *, is_private=False):
    """What somebody sees who taps this in an answer."""
    (custom_id,) = {each.custom_id for each in answer.controls if each.label == label}
    return follow(answer, custom_id, is_private=is_private)


def follow(answer, custom_id, *, is_private=False):
    trail = trail_from(each.custom_id for each in answer.controls)
    request = Request(REQUEST.snapshot, is_private=is_private, came_from=trail)
    return run_component(custom_id, request)


def labels(answer):
    return [button.label for button in answer.buttons]


def words(answer):
    return answer.text, answer.small_print, answer.picture


@pytest.mark.parametrize("line", lines())
def test_every_answer_that_a_tap_reaches_leads_back(line):
    start = ask(line)
    for control in start.controls:
        reached = follow(start, control.custom_id)
        assert not reached.is_refusal, control
        assert reached.rows <= 3, control
        # A new message leaves the old one where it is, and a menu's own choice changes nothing.
        is_new = parse_custom_id(control.custom_id).is_new_message
        if is_new or not start.own_id or reached.own_id == start.own_id:
            continue
        back = tap(reached, "Back")
        # What was said of the way it was typed is not repeated.
        assert back.own_id == start.own_id, control
        assert back.text.partition("\n")[0] in start.text, control


@settings(max_examples=60)
@given(st.sampled_from(lines()), st.booleans(), st.data())
def test_random_walk_can_be_walked_back_a_step_at_any_time(line, is_private, data):
    shown = ask(line)
    for _ in range(data.draw(st.integers(1, 6))):
        taps = [
            each
            for each in shown.controls
            if each.label != "Back" and not parse_custom_id(each.custom_id).is_new_message
        ]
        before, chosen = shown, data.draw(st.sampled_from(taps))
        shown = follow(before, chosen.custom_id, is_private=is_private)
        assert not shown.is_refusal
        assert shown.rows <= 3
        if before.own_id and shown.own_id != before.own_id:
            back = tap(shown, "Back", is_private=is_private)
            assert back.own_id == before.own_id


def test_way_back_is_as_long_as_the_way_there():
    sale = ask("/selloff country:japan amount:200b")
    why = tap(sale, "Why?")
    term = tap(why, "What is a yield?", is_private=True)
    further = tap(term, "Price", is_private=True) if "Price" in labels(term) else term
    back = further
    while back.own_id != why.own_id:
        assert "Back" in labels(back)
        back = tap(back, "Back", is_private=True)
    assert words(tap(back, "Back", is_private=True)) == words(sale)


def test_sum_that_was_checked_is_checked_again_on_the_way_back():
    asked = ask("/holders country:japan said:1.2t")
    assert tap(tap(asked, "If it sold half"), "Back").text == asked.text
    question = ask("/holders country:japan said:1.2")
    assert labels(question) == ["1.2b", "1.2t"]
    assert run_component(question.buttons[1].custom_id, REQUEST).text == asked.text


def test_math_without_a_way_there_leads_back_to_its_question():
    """A button of a message sent before messages said where they stand."""
    math = run_component(SALE.replace(":show:", ":math:"), REQUEST)
    assert tap(math, "Back").own_id == SALE


@pytest.mark.parametrize("label", ["Why?", "Math", "More"])
def test_private_answer_can_be_posted(label):
    private = tap(ask("/selloff country:japan amount:200b"), label)
    assert private.is_private
    (post,) = [each.custom_id for each in private.buttons if each.label == "Post it here"]
    assert parse_custom_id(post).is_new_message
    posted = run_component(post, REQUEST)
    assert posted.text == private.text
    assert not posted.is_private
    assert "Post it here" not in labels(posted)


def test_public_answer_has_nothing_to_post():
    assert "Post it here" not in labels(ask("/selloff country:japan amount:200b"))
    private = run_component(SALE, Request(REQUEST.snapshot, is_private=True))
    assert "Post it here" in labels(private)


PARTS = st.from_regex(r"1:[a-z]{1,8}:[a-z0-9]{1,8}(:[a-z0-9._-]{1,12}){0,6}", fullmatch=True)


@given(st.lists(PARTS, min_size=1, max_size=5), PARTS)
def test_ids_hold_what_there_is_room_for(trail, own):
    back = back_id(trail)
    held = held_ids(parse_custom_id(back)) if back else ()
    assert list(held) == trail[: len(held)]
    assert held or len(trail[0]) > MAX_LENGTH - len("back:")
    more = more_id(own)
    assert len(more) <= MAX_LENGTH
    found = trail_from(["not ours", more, *([back] if back else [])])
    assert found == (*(held_ids(parse_custom_id(more))), *held)
    if post := post_id(own):
        assert held_ids(parse_custom_id(post)) == (own,)


@pytest.mark.parametrize(
    "custom_id",
    [
        "1:back:nothing",
        "1:back:explode:now",
        "1:back:back:selloff:show:jp",
        "1:back:selloff:show:xx:1:month:held:calm:typical",
        "1:post:nothing",
        "1:post:post:selloff:show:jp",
        "1:post:selloff:show:xx:1:month:held:calm:typical",
        "1:more:selloff:show:xx:1:month:held:calm:typical+",
        "1:back:+",
    ],
)
def test_forged_way_gets_a_polite_answer(custom_id):
    answer = run_component(custom_id, REQUEST)
    assert answer.is_private
    assert answer.text
    for button in answer.buttons:
        assert not run_component(button.custom_id, REQUEST).is_refusal


EARLIER = (
    "1:selloff:show:jp:200000000000:month:held:calm:typical",
    "1:selloff:show:jp:200000000000:month:held:panic:typical:follow:buys",
    "1:selloff:why:jp:200000000000:month:held:calm:typical",
    "1:selloff:math:cn:2000000000000:day:any:jumpy:bonds",
    "1:rescue:show:jp:200000000000:month:held:calm:typical:dash:out",
    "1:ripple:show:jp:200000000000:month:400000:360",
    "1:ripple:math:jp:200000000000:year:400000:360",
    "1:target:show:yield:60000:month",
    "1:bond:show:price:90:100:0.03:12",
    "1:bond:sale:price:90:100:0.03:12",
    "1:interest:show:debt:60000:all",
    "1:interest:now:debt:60000:all",
    "1:holders:show:all",
    "1:history:show:all",
    "1:learn:show:yield",
    "1:about:show",
    "1:about:record",
    "1:more:show",
    "1:more:show:14",
    "1:more:selloff",
)


@pytest.mark.parametrize("custom_id", EARLIER)
def test_id_in_an_earlier_message_still_works(custom_id):
    assert not run_component(custom_id, REQUEST).is_refusal
