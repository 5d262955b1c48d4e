"""What people and attackers type, with what each rule makes of it.

The tables were written from the rules, before looking at any reader, and hold no reader's output:

1. What is invisible is dropped, full-width forms and odd blanks become plain ones; what reorders
   text, control characters and broken characters are refused. Nothing else is normalised.
2. Digits are 0 to 9, groups and the decimal point are American, arithmetic is exact, and length
   and exponent are bounded before anything is worked out.
3. Units in any case: k, m, mm, mn, b, bn, t, tn and their words; 万, 亿, 兆 and compounds of them.
4. US dollars only; another currency is refused.
5. The whole text is read or none of it. Nothing is evaluated, nothing is dropped from either end.
6. Percent, half, all are shares of the holding, above 0 and at most 100 %.
7. Less than a million is too small, or asked back when no unit was given; more than all US debt on
   the market is refused; more than the country holds is said first, and all of it worked out.
8. What is a number elsewhere, a range, or a pace is asked back, never guessed.
9. A country is an ISO code, a name, a flag; a slip is corrected when one name is nearest, and
   shown; groups, institutions and two countries are asked back; the United States is refused.
10. A yield is in percent, 0 to 25; a bare 0.0425 or 425 is asked back; in times, m is months.

Beyond the value, every answer must be fit to send, every refusal private, short, with an echo that
does nothing and an example that is answered.
"""
