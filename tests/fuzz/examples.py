"""Texts that are understood, or nearly, and what they are made of."""


def listed(text):
    return tuple(part.strip() for part in text.split("|"))


AMOUNTS = listed("""
    200b | $1.2 trillion | 10% | half | all | 200 billion dollars | 1/3 | 2000亿美元 | 5m
    | 1½ trillion | 1兆2000億ドル | one and a half trillion | $200,000,000,000 | 1.5tn usd
    | a quarter | ￥5兆 | €5bn | 50 percent of it | 200b-300b | two hundred billion | all of it
    | two thirds | 750 million
""")
AMOUNT_PIECES = listed("million|billion|bn|tn|trillion|usd|percent|half|of|亿|dollars|a|and|all")
COUNTRIES = listed("""
    japan | China | UK | United Kingdom | JP | 🇯🇵 | 日本 | Cayman Islands | Korea, South | EU
    | BRICS | people's republic of china | usa | japan and china | Luxemburg | Bank of Japan
    | saudi | hong kong | Côte d'Ivoire | Tokyo | all others | vatican | België | Phillipines
""")
NUMBERS = listed("""
    4.25% | 4 1/4 | 425bp | 0.0425 | par | $98.50 | 98-16 | 90 | 10y | 18 months | 1y6m | +15bp
    | -0.2 points | half a point | from 20 to 35 bp | ¥150 | 157.09 yen | 400k | $1.2 million
    | ten years | minus 5% | 4,25 | one hundred and one | 12.5 % | up 3% | 160 | 30 years | 5%
""")
NUMBER_PIECES = listed("""
    bp | basis points | % | percent | years | months | y | yen | par | from | to | points | half
    | a | and | thousand | million | usd | minus | one | twenty
""")
SALES = listed("""
    japan 200b month | china half in a day | uk all over a year | saudi arabia $50bn
    | korea, south 10% year | hong kong 1.5 trillion dollars
""")
LINES = listed("/selloff country:japan amount:200b | /claim text:a b: c | /about | /bond price:90")
CLAIMS = listed("""
    $1 trillion, that is $0 billion
    | Japan holds $1.2 trillion of US Treasuries
    | China sold $8.2 billion of Treasuries in March, and yields rose 0.3 points
    | You pay 95. A year later you get 105. That is 10.5%
    | The US pays more than $1 trillion a year in interest on its debt of $38 trillion
    | If Japan dumps $200bn, the 10-year yield will go from 4% to 5%
    | Foreigners own 30% of the debt. Moody's cut the rating to Aa1 in May 2025
    | When bond prices fall, yields fall too
    | A $100 bond bought for $90 that pays 100 in 5 years yields 2%
    | Interest eats 20% of the federal budget | The UK is the second largest holder, not China
    | In April 2025 China sold Treasuries, didn't it? Fake news.
    | $9.2 trillion of debt comes due in 2026
    | issuing $1 trillion at 5% instead of 4% costs $10 billion more a year
""")
CLAIM_PIECES = listed("""
    Japan | China | sold | holds | yield | % | billion | trillion | not | in | 2025 | per year
    | debt | interest | Treasuries | US | . | from | to | $ | bond | price | rises | falls
    | second | largest | double | half | never | the dollar | collapse | AA+ | Fitch | 30-year
""")
