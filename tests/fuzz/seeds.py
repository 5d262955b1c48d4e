"""Texts that each reader understands, or nearly, and pieces that make them hostile."""


def _listed(text):
    return tuple(part.strip() for part in text.split(" | "))


HOSTILE = (
    *_listed(
        "½ | ⅔ | ٣ | ３ | 二 | 兆 | K | İ | 💣 | 🇯🇵 | nan | inf | 1e1000000 | 0x10 | 1.234,89 "
        "| @everyone | <@123> | <t:0> | ` | ** | [x](https://evil.example) | $x_{$ | {0} | null"
    ),
    *("", " ", "\n", "\x00", "\x1b[31m", "\ud800", "\u200b", "\u202e", "\u0301"),
    *("9" * 40, "x" * 6000),
)  # fmt: skip
MARKS = tuple("0123456789.,-+−–%$€¥£/*^()'’·_:;~{}[]\" bmtkn")
AMOUNTS = _listed(
    "200b | $1.2 trillion | 10% | half | all | 200 billion dollars | 1/3 | 2000亿美元 | 1½ tn "
    "| 1兆2000億ドル | one and a half trillion | $200,000,000,000 | ￥5兆 | 50 percent of it"
)
COUNTRIES = _listed(
    "japan | China | UK | United Kingdom | JP | 🇯🇵 | 日本 | Korea, South | EU | BRICS | hong kong "
    "| people's republic of china | usa | japan and china | Bank of Japan | Côte d'Ivoire | vatican"
)
NUMBERS = _listed(
    "4.25% | 4 1/4 | 425bp | par | $98.50 | 98-16 | 10y | 18 months | +15bp | ¥150 | minus 5% "
    "| half a point | from 20 to 35 bp | 157.09 yen | $1.2 million | one hundred and one | up 3%"
)
SALES = _listed("japan 200b month | china half in a day | uk all over a year | korea, south 10%")
LINES = _listed("/selloff country:japan amount:200b | /claim text:a b: c | /about | /bond price:90")
CLAIMS = _listed(
    "$1 trillion, that is $0 billion | Japan holds $1.2 trillion of US Treasuries | never | double "
    "| China sold $8.2 billion of Treasuries in March, and yields rose 0.3 points | AA+ | per year "
    "| You pay 95. A year later you get 105. That is 10.5% "
    "| When bond prices fall, yields fall too "
    "| The US pays more than $1 trillion a year in interest on its debt of $38 trillion "
    "| If Japan dumps $200bn, the 10-year yield will go from 4% to 5% | Foreigners own 30% of it "
    "| The UK is the second largest holder, not China | Moody's cut the rating to Aa1 in May 2025 "
    "| issuing $1 trillion at 5% instead of 4% costs $10 billion more a year"
)
BODIES = _listed(
    '{"type":2,"id":"1234567890","token":"x","data":{"name":"selloff"},"locale":"ja"} '
    '| {"type":1,"id":"1"} | {"type":2,"id":1,"locale":null} | {"type":true,"id":"1"} | [1]'
)
