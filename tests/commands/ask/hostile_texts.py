"""Texts made to be slow to read."""

HOSTILE = (
    "how much " * 60,
    "if china sells " * 40,
    "sell its the their my " * 30,
    "did the most many some really " * 20,
    "is " * 200 + "5% a lot",
    "others others countries holders " * 20,
    "(" * 500,
    "a" * 500,
    "1 2 3 4 5 6 7 8 9 " * 30,
    "10y 2y 30y +5bp " * 30,
    "$1bn or $2bn to $3bn " * 24,
    "japan china uk brazil india " * 20,
    "what if " + "the world largest " * 28 + "sells",
    "\U0001f1ef\U0001f1f5" * 200,
    "\u202e\u200b" * 250,
    "日本が米国債を全部売ったらどうなる？" * 20,
)
