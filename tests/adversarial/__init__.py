"""Hostile input for every option of every command, with the outcomes that the rules allow.

The tables in ``data/`` were written from these rules, not from any reader's output:

1. Invisible characters are dropped, full-width forms and odd blanks become plain ones; reordering,
   control and broken characters are refused. Nothing else is normalised.
2. Digits are 0 to 9, groups and the decimal point are American, arithmetic is exact, and length
   and exponent are bounded before anything is computed.
3. Units in any case: k, m, mm, mn, b, bn, t, tn and their words; 万, 亿, 兆 and compounds of them.
4. US dollars only; another currency is refused.
5. The whole text is read or none of it. Nothing is evaluated, nothing is dropped from either end.
6. Percent, half, all are shares of the holding, above 0 and at most 100 %.
7. Less than a million is too small, or asked back when no unit was given; more than all US debt on
   the market is refused; more than the country holds is said first, and all of it worked out.
8. A number in another country's format, a range or a pace is asked back, never guessed.
9. A country is an ISO code, a name, a flag; a slip is corrected when one name is nearest, and
   shown; groups, institutions and two countries are asked back; the United States is refused.
10. A yield is in percent, 0 to 25; a bare 0.0425 or 425 is asked back; in times, m is months.

Every answer must be fit to send; every refusal is private and short, its echo is inert, and its
examples are answered.

A table maps an outcome to texts. A text is a string or a list of (piece, count).
"""
