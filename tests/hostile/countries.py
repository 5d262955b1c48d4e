"""Who sells: every way to name a country, and what is none."""

from .expected import ASK, ERROR, NO, exactly, if_read

# The holders with a figure, by code; what is typed for each must find it and nothing else.
_STRICT = {
    "jp": "Japan,japan,JAPAN,jp,JP,jpn,JPN,日本,🇯🇵, Japan ,Ｊａｐａｎ,"
    "J\u200bapan,Jap\u00adan,\ufeffJapan",
    "gb": "United Kingdom,UK,uk,U.K.,GB,GBR,Great Britain,Britain,🇬🇧,united  kingdom,英国",
    "cn": "China,CN,CHN,China\\, Mainland,Mainland China,PRC,中国,中國,🇨🇳,"
    "People's Republic of China",
    "be": "Belgium,BE,BEL,🇧🇪",
    "ky": "Cayman Islands,KY,CYM,Cayman,🇰🇾,the Cayman Islands",
    "ca": "Canada,CA,CAN,🇨🇦",
    "lu": "Luxembourg,LU,LUX,🇱🇺",
    "fr": "France,FR,FRA,🇫🇷",
    "ie": "Ireland,IE,IRL,🇮🇪,Republic of Ireland",
    "tw": "Taiwan,TW,TWN,🇹🇼,台湾,台灣",
    "ch": "Switzerland,CH,CHE,🇨🇭",
    "hk": "Hong Kong,HK,HKG,🇭🇰,香港",
    "sg": "Singapore,SG,SGP,🇸🇬",
    "no": "Norway,NO,NOR,🇳🇴",
    "in": "India,IN,IND,🇮🇳",
    "br": "Brazil,BR,BRA,🇧🇷",
    "sa": "Saudi Arabia,SA,SAU,🇸🇦,KSA",
    "kr": "South Korea,KR,KOR,🇰🇷,Korea\\, South,Republic of Korea,韩国,韓国",
    "il": "Israel,IL,ISR,🇮🇱",
    "ae": "United Arab Emirates,UAE,AE,ARE,🇦🇪,U.A.E.",
}

# Other tongues, nicknames and slips: read as this one, asked, or refused, never as another.
_LOOSE = {
    "jp": "Nippon,Nihon,Japon,Japón,Giappone,Japão,Япония,اليابان,일본,जापान,"
    "Jpan,Japn,Jaapn,Japann,"
    "japna,Japam,Jappan,JAPÁN,392,.jp,Japanese,the Japan,Japan\n,🇯🇵🇯🇵,🇯\u200b🇵,"
    "Land of the Rising Sun,"
    "State of Japan,Jap an,J a p a n,ja,Jp.,Japan.,japan?",
    "cn": "Chine,Cina,Kina,Chna,Chian,Chnia,Chinna,Chinaa,zhongguo,PR China,P.R. China,Red China,"
    "Китай,الصين,중국,156,Chinese,China (Mainland),China mainland",
    "gb": "England,Untied Kingdom,United Kindom,Unted Kingdom,Untied Kindgom,Britian,Royaume-Uni,"
    "Großbritannien,Vereinigtes Königreich,Reino Unido,Regno Unito,イギリス,U K,u.k,UK.,Scotland,"
    "Wales,Northern Ireland,🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f,"
    "United Kingdom of Great Britain and Northern Ireland,Brits,British",
    "be": "Belgique,Belgien,België,Bélgica,Belguim,Belgum,Beligum,比利时",
    "ky": "Caymans,the Caymans,Cayman Is.,Grand Cayman,Caiman Islands,Caymen Islands,Kaimaninseln",
    "ca": "Kanada,Cannada,Canda,Canadá,加拿大,Canuckistan",
    "lu": "Luxemburg,Luxenbourg,Luxembourgh,Lussemburgo,Luxemborg,Grand Duchy of Luxembourg",
    "fr": "Frankreich,Francia,França,Frnce,Frace,Framce,フランス,法国,French Republic",
    "ie": "Irland,Irlande,Eire,Éire,Irelnd,Irland ,Irlanda,Irelad,爱尔兰",
    "tw": "Taiwn,Tawian,Taiwan ROC,Taiwan (ROC),Formosa,Chinese Taipei,Republic of China,ROC,"
    "Тайвань,"
    "Taiwan\\, Province of China,Taiwan\\, China",
    "ch": "Schweiz,Suisse,Svizzera,Swiss,Switzerlnd,Swizerland,Switserland,Suiza,瑞士,スイス,"
    "Confoederatio Helvetica,die Schweiz",
    "hk": "Hongkong,Hong-Kong,HongKong,Hong Kong SAR,Hong Kong\\, China,HKSAR,Hong Kng",
    "sg": "Singapor,Sinagpore,Singapour,Singapur,シンガポール,新加坡",
    "no": "Norge,Norwegen,Norvège,Noruega,Norwy,Norwey,Noway,挪威,Kingdom of Norway",
    "in": "Bharat,Inde,Indien,Índia,Inida,Idnia,印度,インド,Hindustan",
    "br": "Brasil,Brésil,Brasilien,Brazl,Barzil,巴西",
    "sa": "Saudi,Saudis,Saudi Arabai,Suadi Arabia,Saudi-Arabien,Arabie saoudite,沙特,"
    "Kingdom of Saudi Arabia,السعودية",
    "kr": "Korea,S. Korea,S Korea,SKorea,Korea South,Korea (South),Südkorea,Corée du Sud,ROK,한국,"
    "Koria,"
    "South Koera,Corea del Sur",
    "il": "Isreal,Israël,Isarel,ישראל,State of Israel",
    "ae": "Emirates,the Emirates,The UAE,UEA,United Emirates,Émirats arabes unis,الإمارات,Emirate,"
    "Unites Arab Emirates,Dubai,Abu Dhabi",
}


def _named(texts):
    """Comma-separated; a comma of a name itself is escaped."""
    return [part.replace("\0", ",") for part in texts.replace("\\,", "\0").split(",")]


STRICT = {text: exactly(key) for key, texts in _STRICT.items() for text in _named(texts)}
LOOSE = {text: if_read(key) for key, texts in _LOOSE.items() for text in _named(texts)}

# No holder with a figure has this name, and some have one like it.
# fmt: off
OTHERS = dict.fromkeys(
    (
        "Iceland", "Island", "Iran", "Iraq", "IR", "IS", "Indonesia", "Indiana", "Indian Ocean",
        "Sweden", "Swaziland", "Eswatini", "Swedan", "South Africa", "ZA", "South Sudan",
        "Saint Lucia", "Austria", "Australia", "AU", "AT", "Slovakia", "Slovenia", "Niger",
        "Nigeria", "Dominica", "Dominican Republic", "Guinea", "Guinea-Bissau", "Papua New Guinea",
        "Equatorial Guinea", "Congo", "DR Congo", "North Korea", "DPRK", "KP", "PRK",
        "Korea, North", "Democratic People's Republic of Korea", "Macau", "Macao", "Ukraine", "UA",
        "UKR", "Jordan", "Jamaica", "Gabon", "Gambia", "Ghana", "Chad", "Chile", "CL", "Cuba",
        "Cyprus", "Georgia", "Jersey", "Guernsey", "Isle of Man", "Bermuda", "Bahamas",
        "British Virgin Islands", "VG", "Virgin Islands", "Cook Islands", "Faroe Islands",
        "Falkland Islands", "Marshall Islands", "Solomon Islands", "Germany", "DE", "Deutschland",
        "Mexico", "MX", "Spain", "Italy", "Netherlands", "Holland", "Poland", "Thailand", "Turkey",
        "Türkiye", "Vietnam", "Philippines", "Colombia", "Kuwait", "Russia", "RU", "🇷🇺", "Oman",
        "Yemen", "Qatar", "New Zealand", "Denmark", "Finland", "Finnland", "Portugal", "Peru",
        "Egypt", "Pakistan", "Bangladesh", "Sri Lanka", "Côte d'Ivoire", "Ivory Coast", "Curaçao",
        "Curacao", "São Tomé", "Åland", "Réunion", "Bosnia", "Czechia", "Czech Republic", "Vatican",
        "Holy See", "Kosovo", "Palestine", "Tibet", "Greenland", "Western Sahara", "Puerto Rico",
        "American Samoa", "Guam", "Soviet Union", "USSR", "Yugoslavia", "West Germany", "Prussia",
        "Brunei", "Belarus", "BY", "Belize", "Benin", "Burundi", "Bahrain", "Canary Islands",
        "Norfolk Island", "Northern Mariana Islands", "Saudi Aramco", "Francophonie", "Israelites",
    ),
    NO,
)
# fmt: on

_US = "US,us,USA,usa,U.S.,U.S.A.,United States,the United States,the US,America,🇺🇸"
THE_US = dict.fromkeys(_named(_US), ERROR) | {
    "United States of America": ERROR,
    "アメリカ": NO,
    "美国": NO,
    "EE.UU.": NO,
    "États-Unis": NO,
    "Vereinigte Staaten": NO,
    "Untied States": NO,
    "Uncle Sam": NO,
    "Texas": NO,
    "California": NO,
    "Washington": NO,
}

# fmt: off
GROUPS = dict.fromkeys(
    (
        "BRICS", "brics", "EU", "European Union", "Eurozone", "euro area", "Europe", "OPEC",
        "oil exporters", "Asia", "Africa", "foreigners", "all foreign holders", "everyone",
        "everybody", "the world", "G7", "G20", "ASEAN", "NATO", "Gulf states", "Middle East",
        "Scandinavia", "Benelux", "Latin America", "🇪🇺", "Grand Total", "All Other",
        "Caribbean",
    ),
    ASK,
)
INSTITUTIONS = dict.fromkeys(
    (
        "Bank of Japan", "BOJ", "PBOC", "People's Bank of China", "ECB", "IMF", "World Bank",
        "BlackRock", "Federal Reserve", "Fed", "the Fed", "Bank of England", "Norges Bank",
        "GPIF", "hedge funds", "BIS",
    ),
    ASK,
)
SEVERAL = dict.fromkeys(
    (
        "Japan and China", "Japan, China", "Japan/China", "Japan & UK", "Japan + China", "JP CN",
        "China Japan", "🇯🇵🇨🇳", "🇯🇵 🇨🇳", "UK or France", "Belgium and Luxembourg",
        "Japan and China and UK", "china & hong kong", "Japan vs China", "Japan; China",
    ),
    ASK,
)
NEITHER = dict.fromkeys(
    (
        "日本と中国", "Japan-China", "everyone but Japan", "not Japan", "non-Japan", "anti-Japan",
        "all but China", "two countries", "Japan or nobody", "foreign central banks", "Nordics",
        "欧盟", "金砖国家", "Total", "Other", "UN", "Warren Buffett", "Vanguard", "Japan Post Bank",
        "Norinchukin", "Tokyo", "Beijing", "London", "Paris", "Mars", "Moon", "Wakanda", "Narnia",
        "Atlantis", "United", "United K", "Islands", "Republic", "Kingdom", "South", "Arabia",
        "Arab", "Kong", "Cay", "J", "j p", "C", "Jap", "??", "1", "42", "999", "0", "🇯", "🇵🇯",
        "🇯 🇺🇸", "🏳️‍🌈", "🏴‍☠️", "🏁", "🗾", "🏯", "JPY", "USD", "CHF", "GBP", "CNY",
        "Japan 200b", "200b", "half", "all", "Japan half", "sell Japan", "Japan!!!", "Japan's",
        "Japan (country)", "Japan Japan", "Japanistan", "JapanChina", "New Japan", "Little China",
        "China town", "Indo-China", "French Polynesia", "French Guiana", "British India",
        "Hong Kong Disneyland", "Norwegian Wood", "Ireland, Northern", "Korea, North and South",
        "Belgian Congo", "Canadian", "J\u0430pan", "Сhina", "lndia", "ΙNDIA", "N0rway", "1srael",
        "𝐉𝐚𝐩𝐚𝐧", "Ⓙⓐⓟⓐⓝ", "ɐuᴉɥƆ", "napaJ", "napaj", "jppj", "xx", "zz", "ZZZ", "qq", "jpx",
        "over:day", "amount:200b", "country", "None", "null", "NaN", "true", "[]", "{}", "*",
        "SELECT * FROM countries", "' OR 1=1", "jp:200", "1:selloff:show:jp", "%s", "{0}",
    ),
    NO,
)
# fmt: on
# An England that is a flag, a two-letter slip of another: what the table above leaves open.
NEITHER |= {
    "Ireland, Northern": if_read("gb"),
    "𝐉𝐚𝐩𝐚𝐧": if_read("jp"),
    "Ⓙⓐⓟⓐⓝ": if_read("jp"),
    "J\u0430pan": if_read("jp"),
    "Сhina": if_read("cn"),
    "lndia": if_read("in"),
    "ΙNDIA": if_read("in"),
    "N0rway": if_read("no"),
    "1srael": if_read("il"),
    "Canadian": if_read("ca"),
    "Jap": if_read("jp"),
    "Cay": if_read("ky"),
    "J": if_read("jp"),
    "j p": if_read("jp"),
    "napaj": if_read("jp"),
    "Japan Japan": if_read("jp"),
    "United K": if_read("gb"),
    "Tokyo": if_read("jp"),
    "Beijing": if_read("cn"),
    "London": if_read("gb"),
    "Paris": if_read("fr"),
    "Japan's": if_read("jp"),
    "Japan!!!": if_read("jp"),
    "Japan (country)": if_read("jp"),
    "JPY": if_read("jp"),
    "CHF": if_read("ch"),
    "GBP": if_read("gb"),
    "CNY": if_read("cn"),
}
OTHERS |= {
    "Finnland": NO,
    "Swedan": NO,
    "Holland": NO,
}

SIGNS = {
    "\u200eJapan\u200f": exactly("jp"),
    "Japan\ufe0f": exactly("jp"),
    "🇯🇵\ufe0f": exactly("jp"),
    "Hong\u00a0Kong": exactly("hk"),
    "Hong\u3000Kong": exactly("hk"),
    "ＵＫ": exactly("gb"),
    "\u202eJapan": ERROR,
    "napaJ\u202e": ERROR,
    "\u202dJapan": ERROR,
    "Ja\x00pan": ERROR,
    "Japan\x07": ERROR,
    "\x1bJapan": ERROR,
    "\ud800": ERROR,
    "Japan\udfff": ERROR,
    "Ja\ue000pan": NO,
    "Jap\u0301an": if_read("jp"),
    "J̶a̶p̶a̶n̶": if_read("jp"),
    "\u2066Japan\u2069": if_read("jp"),
}

# fmt: off
JUNK = dict.fromkeys(
    (
        "", " ", "\u200b", "\n", "-", "--", ".", "/", "'", "\"", "`", "``", "```",
        "[Japan](https://evil.example)",
        "@everyone", "@here", "<@123>", "<@&123>", "<#1>", "</a:1>",
        "＠everyone", "@\u200beveryone", "https://evil.example", "ｈｔｔｐ：／／evil.example",
        "h\u00adttp://evil.example",
        "discord.gg/evil", "💣", "🤡🤡🤡", "$x_{$", "$$", "\\", "%n%n", "{typed}", "{name}",
        "${jndi:x}", "<script>", "&amp;", "﷽", "ยอด", "привет", "שלום", "\u0301\u0301\u0301",
    ),
    NO,
)
LONG = dict.fromkeys(
    (
        "a" * 6000, "Japan" * 1200, "Japan " * 1000, "japan," * 1000, "jp/" * 2000, "🇯🇵" * 1500,
        "🇯" * 3000, "\u0301" * 6000, "\ud800" * 6000, "日" * 6000, "9" * 6000, "(" * 6000,
        "and " * 1500, "Japan and " * 600, "@everyone " * 600, "https://evil.example/ " * 270,
        "." * 6000, "-" * 6000, " " * 6000, "\u200b" * 6000, "\u202e" * 6000, "💣" * 3000,
        "ab " * 2000, "unitedkingdo" * 500, "é" * 6000, "ß" * 6000, "İ" * 6000, "ﬃ" * 6000,
    ),
    NO,
)
# fmt: on
LONG |= {
    "Japan" + " " * 5995: if_read("jp"),
    "\u200b" * 5995 + "Japan": if_read("jp"),
    "Japan" + "." * 5995: if_read("jp"),
}

# Marks around a name are as slips in it: one name is nearest, and the answer shows it.
_MARKED = "*Japan*,`Japan`,~~Japan~~,||Japan||,# Japan,> Japan,<Japan>,@Japan,../jp"
MARKED = dict.fromkeys(_named(_MARKED), if_read("jp"))

FAMILIES = {
    "strict": STRICT,
    "loose": LOOSE,
    "others": OTHERS,
    "the US": THE_US,
    "groups": GROUPS,
    "institutions": INSTITUTIONS,
    "several": SEVERAL,
    "neither": NEITHER,
    "marked": MARKED,
    "signs": SIGNS,
    "junk": JUNK,
    "long": LONG,
}
