"""The words that tell what a sentence claims: hold, sell, earn, cost, collapse, deny, mock."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final


class Cue(Enum):
    """A family of words that mean one thing here."""

    HOLD = (
        r"\bh[eo]ld(?:s|ing|ings)?\b|\bhas\b|\bhave\b|\bhad\b|\bown(?:s|ed|ing)?\b|\bsits? on"
        r"|\bsitting on|\bstash|\bhoard|\bparked\b|\bpile\b|\bportfolio|\bstockpile|\bposition\b"
        r"|\bholders?\b|\bpossess|\bstake\b|\bwar chest|\blent\b|\blends?\b|\bcreditor|\blender"
        r"|\bhands\b|\bexposure\b|\binvested\b|\bshare of\b|\baccounts? for\b"
        r"|持有|拥有|保有"
    )
    SELL = (
        r"\bsell|\bsold\b|\bsale\b|\bdump|\bunload|\boffload|\bliquidat|\bget(?:s|ting)? rid"
        r"|\blist(?:s|ed|ing)\b|\boffer(?:s|ed|ing)?\b|\bon (?:to )?the market"
        r"|\bdivest|\bsell-?off|\bshed(?:s|ding)?\b|\bditch"
        r"|抛售|卖出|出售|抛出|减持|賣|売"
    )
    BUY = r"\bb(?:uy|uys|uying|ought)\b|\bpurchas|\bsnapp?\w* up\b|买入|购买|增持"
    TREASURY = (
        r"\btre?asur(?:y|ys|ies)\b|\bt-?(?:bills?|bonds?|notes?)\b|\bbonds?\b|\bpaper\b|\bious?\b"
        r"|\busts?\b|\bnotes?\b|\bdebt\b|美债|国债|債"
    )
    DEBT = r"\bdebts?\b|\bowe[sd]?\b|\bowing\b|\bliabilit|\bborrowed\b|国债|债务|债台"
    IN_DEBT = r"\bin debt\b|\bowe[sd]?\b|\bnational debt\b|\bdebt (?:is|stands|hits?|has)\b|总额"
    BOND = (
        r"\bbonds?\b|\bnotes?\b|\bbills?\b|\bious?\b|\bpaper\b|\btreasur|\bface\b|\bcoupon|\byields?\b"
        r"|\bpays? back|\brepa(?:ys|id|ying)|\bmaturity|\bmatures?|\bearns?\b|\breturn|\bbought\b"
        r"|\bbuy|\bbucks\b|国债|债券|收益率"
    )
    YIELD = r"\byields?\b|\byielding\b|\brates?\b|收益率|利率"
    PRICE = r"\bprices?\b|\bpriced\b|\bvalues?\b|价格"
    INTEREST = r"\binterest\b|\bbondholders\b|\bdebt servic|\bservicing\b|利息"
    ISSUE = (
        r"\bissu|\bnew (?:debt|bonds?|treasur\w*|notes?|borrowing)|\bborrow|\brais(?:e|es|ing)\b"
        r"|\bfinanc|\bauction|\bcosts?\b|\bsells? (?:new )?bonds|发行"
    )
    DOLLAR = r"(?<![0-9.] )(?<!llion )(?<!tax )\bdollar\b(?! bond)|\bgreenback\b|\busd\b|美元"
    COLLAPSE = (
        r"\bcollaps|\bcrash|\bworthless|\btoast\b|\bto zero\b|\bdestroy|\bkill|\bimplo|\bdead\b"
        r"|\bdie[sd]?\b|\bdeath\b|\bend of\b|\bruin|\bwip(?:e|es|ed|ing)\b|\bplung|\btanks?\b"
        r"|\bsink|\bcrater|\bnosediv|\bdoom|\bfinished\b|\bgoes? down\b"
        r"|\bmeltdown|\bfall(?:s|ing)?\b"
        r"|\blos(?:e|es|ing)\b|\bdrop|\bhalve|\bover for\b|\bgame over|\bgoodbye\b|\bfarewell\b"
        r"|崩|完蛋|暴跌"
    )
    RATING = (
        r"(?<![a-z])aaa(?![a-z])|\btriple[- ]a\b|\btop (?:credit )?(?:rating|grade)"
        r"|\bhighest (?:credit )?rating"
        r"|\b(?:credit )?rating\b|\bdowngrad|\bcredit score|\baa\+|\baa1\b|评级"
    )
    TOP_RATING = (
        r"(?<![a-z])aaa(?![a-z])|\btriple[- ]a\b|\btop (?:credit )?(?:rating|grade)"
        r"|\bhighest (?:credit )?rating"
        r"|\bperfect\b"
    )
    RATING_LOST = (
        r"\bdowngrad|\blos[te]\b|\blosing\b|\btook\b|\bstripp|\bcut\b|\bno longer\b|\bnone of\b"
        r"|\bnot any ?more\b|\bremov|\bgone\b|\bdropp|\blower|失去|下调|降级|丢掉|取消"
    )
    LARGEST = (
        r"\b(?:large|big)(?:gest|st|est|t)?(?:gest)? (?:\w+ )?(?:\w+ )?"
        r"(?:holder|creditor|owner|lender|investor)"
        r"|\b(?:number one|top) (?:\w+ )?(?:holder|creditor)"
        r"|最大.{0,8}(?:持有|债权|债主)"
    )
    TOGETHER = r"\btogether\b|\bcombined\b|\bjointly\b|\bin total\b|\bbetween them\b|\bboth\b"
    OVERNIGHT = r"\bovernight\b|\bat night\b|\blast night\b|\bin the morning\b|\bin 1 (?:day|go)\b"
    TRADING = r"\btrad(?:ing|ed|es?)\b|\bturnover\b|\bchanges? hands?\b|\bvolume\b|成交"
    DAILY = r"\bdaily\b|\b(?:a|per|every|each|1|single) day\b|每天|每日|日均"
    MONTHLY = r"\bmonthly\b|\b(?:a|per|every|each) month\b|每月"
    DUE = (
        r"\brefinanc|\broll(?:ed|s|ing)?(?: |-)?over\b|\bmatur(?:e|es|ing)\b"
        r"|\b(?:come|comes|coming|falls?|is) due\b|\brepric"
    )
    WITHIN_YEAR = (
        r"\bwithin (?:a|1|the next|one) ?(?:year)?\b|\bnext year\b|_{4,}|\b(?:a|1|this) year\b"
    )
    RISE = (
        r"\brises?\b|\brising\b|\bjump|\bclimb|\bgo(?:es)? up\b|\bsoar|\bincreas|\bspik|\bhigher\b"
    )
    FALL = r"\bfalls?\b|\bfalling\b|\bdrop|\bdeclin|\bgo(?:es)? down\b|\bdecreas|\bsink|\blower\b"
    NEGATION = (
        r"\bnot\b|n['’]t\b|\bnever\b|\bnobody\b|\bno ?one\b|\bhardly\b|\bneither\b|\bmyth\b"
        r"|\bfalse\b|\buntrue\b|\bdenie[sd]|\bdebunk|\bhoax\b|\bnonsense\b|\bno way\b"
        r"|\bfar from\b|\bno truth\b|\bwrong\b|\blies?\b|\bno longer\b"
        r"|\bdoubt|\bfake\b|\bbogus\b|\bbullshit\b|\bno (?:evidence|proof)\b|\bfairy tale"
        r"|^no(?:pe)?[,.! ]|\bfiction\b|\bimpossible\b|没有|不是|并非|不会"
    )
    SARCASM = (
        r"(?:^|\s)/s\b|\byeah,? (?:right|sure)|\boh,? (?:sure|yes|great|wow)|^sure\b|\bas if\b"
        r"|\bpigs? (?:can |might |will )?fly|\bgood luck with\b|\bwhat could (?:possibly )?go wrong"
        r"|\btrust me,? bro|\bobviously\b.*(?:😂|🤡)|🙄|🤡|\blol sure\b|\bha(?:ha)+\b"
        r"|, sure[.!]*$|\baye right"
        r"|\bwhen hell freezes|\bthanks,? obama|\bmoon is made of|\bwhat a surprise\b|\bsuuure"
    )

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its words."""
        return _PATTERNS[self]


_PATTERNS: Final = {cue: re.compile(cue.value) for cue in Cue}
