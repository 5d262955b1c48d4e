"""Questions for every command: small, typical, huge, more than there is, too small to see."""

from difflib import get_close_matches
from functools import cache

from calc import load_snapshot
from commands.common.command import Request
from commands.common.slash_line import parse_slash_line
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS

_MORE = """
/selloff country:israel amount:1m over:year
/selloff country:japan amount:1m over:day
/selloff country:uk amount:10% over:year selling:bills
/selloff country:uae amount:half over:day selling:bonds
/selloff country:china amount:2t
/selloff country:japan amount:all over:day others:follow
/selloff country:japan amount:all others:dash fed:buys
/selloff country:cayman islands amount:200b others:follow fed:repo
/selloff country:uae amount:31t over:day selling:bonds
/target yield:5.25%
/target yield:12% over:day
/target price:99.99
/target price:50 over:year
/target interest:1b
/target interest:1t
/compare a:israel 1m year b:norway 1m day
/compare a:uk half day b:uae all year
/compare a:china 2t b:japan 5t day
/bond price:100
/bond price:100 coupon:5%
/bond price:110 coupon:6% years:30
/bond price:1 coupon:0% years:30
/bond price:99.99 coupon:4% years:6 months
/bond yield:6%
/bond yield:0.5% coupon:3% years:2
/bond yield:20% coupon:0% years:0.25
/bond price:900 face:1000 coupon:3% years:1
/interest at:3%
/interest at:5.2%
/interest at:20%
/interest issue:100b from:3% to:14.4%
/interest issue:1b from:3% to:3.01%
/interest issue:1t to:2%
/interest issue:20t from:3% to:20%
/holders
/holders country:uk
/holders country:china
/holders country:israel
/holders country:japan said:1.2t
/holders country:china said:3t
/holders country:japan said:20b
/history
/history country:israel amount:1m
/history country:japan amount:all
/history country:uae amount:31t
/ripple country:israel amount:1m over:year
/ripple country:japan amount:all over:day loan:1m years:15
/ripple country:china amount:2t
/ripple country:uae amount:31t over:day loan:1k years:1
/yen to:159.9 from:160
/yen to:120 from:160
/yen to:115 from:160
/yen to:150
/signal ten:+1bp
/signal ten:-30bp shares:-5%
/signal two:-20bp ten:-40bp dollar:+2% shares:-6%
/signal ten:+300bp thirty:+350bp dollar:-10% shares:-20%
/signal spread:-80 to -100
/claim text:China could destroy the dollar overnight
/claim text:If Japan sold $1 trillion, yields would rise to 10%
/claim text:A bond with a 3% coupon that sells for 90 yields 14.4%
/claim text:The US pays $2.36 trillion of interest a year
/claim text:Foreigners own 60% of the US debt
/claim text:Japan is dumping Treasuries
/claim text:Japan dumped US bonds overnight
/claim text:Japan and China are dumping Treasuries
/claim text:Foreigners are buying US debt
/claim text:If Japan sells all its treasuries, US interest will double
/claim text:If China sold all its US debt, yields would triple
/ask question:can china call the debt
/ask question:what happens if the US defaults on china
/ask question:why do bond prices fall when yields rise
/ask question:is 5.2% a lot
/ask question:what if nobody bids at an auction
/ask question:why does it matter if they sell to someone else
/ask question:who would buy if china stopped buying
/learn
/learn term:basis point
/learn term:duration
/learn term:bond
/about show:record
"""


REQUEST = Request(load_snapshot())


def lines():
    """The example of each command, then further questions."""
    return [command.example for command in COMMANDS.values()] + _further()


def _further():
    return of_present_commands(_MORE.strip().splitlines())


def is_present(name):
    """Whether there is such a command: rows of one that was taken out are left out of tables.

    Raises:
        LookupError: The name is a command's but for a slip, and its row would go silently.
    """
    if name not in COMMANDS and (near := get_close_matches(name, COMMANDS, cutoff=0.7)):
        raise LookupError(f"no command /{name}; there is /{near[0]}")
    return name in COMMANDS


def of_present_commands(rows):
    """The lines of commands that are there."""
    return [line for line in rows if is_present(parse_slash_line(line)[0])]


def first(line, request):
    """The answer to a line."""
    name, values = parse_slash_line(line)
    return run_command(COMMANDS[name], request, values)


@cache
def ask(line):
    """The answer to a line in English, worked out once for all tests."""
    return first(line, REQUEST)


@cache
def press(custom_id):
    """The answer to a button in English, worked out once for all tests."""
    return run_component(custom_id, REQUEST)


def answers(line):
    """The answer to a line and those of its menus and buttons, each with the way there."""
    answer = ask(line)
    yield line, answer
    for button in answer.controls:
        yield f"{line} > {button.label}", press(button.custom_id)
