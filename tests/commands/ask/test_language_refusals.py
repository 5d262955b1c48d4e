"""In other languages, too, what is bought, kept or not all read is never answered as a sale."""

import pytest

from commands.ask.reading import NO_SALE, read_question
from tests.commands.ask.reading_cases import KNOWN


@pytest.mark.parametrize(
    ("question", "locale"),
    [
        ("Was, wenn Japan seine Anleihen gar nicht verkauft?", "de"),
        ("Was, wenn Japan kaum Anleihen verkauft?", "de"),
        ("Was wäre, wenn China sich weigert zu verkaufen?", "de"),
        ("Was, wenn China aufhört zu verkaufen?", "de"),
        ("Was, wenn niemand verkauft?", "de"),
        ("Was passiert, wenn Japan 200 Milliarden dazukauft?", "de"),
        ("Was, wenn Japan statt zu verkaufen 100 Mrd. kauft?", "de"),
        ("Was wenn Japan seine Anleihen behält?", "de"),
        ("Was, wenn Japan 200 Milliarden Euro verkauft?", "de"),
        ("Was, wenn Japan 50 Milliarden pro Monat verkauft?", "de"),
        ("Japan verkauft -200 Milliarden, was nun?", "de"),
        ("Was, wenn der Staatsfonds alles verkauft?", "de"),
        ("Was wenn Bayern 200 Mrd. verkauft?", "de"),
        ("¿Y si Japón no vendiera sus bonos?", "es-ES"),
        ("¿Y si China deja de vender?", "es-ES"),
        ("¿Y si China se niega a vender?", "es-ES"),
        ("¿Y si nadie vende?", "es-ES"),
        ("¿Y si Japón aumenta sus tenencias en 100 mil millones?", "es-ES"),
        ("¿Y si Japón conserva sus bonos?", "es-ES"),
        ("¿Y si Japón vende 200 mil millones de euros?", "es-ES"),
        ("¿Y si Cataluña vende 200 mil millones?", "es-ES"),
        ("¿Y si vende en 3 semanas Japón todo?", "es-ES"),
        ("Et si le Japon ne vendait jamais ses obligations ?", "fr"),
        ("Et si la Chine arrêtait de vendre ?", "fr"),
        ("Et si la Chine refusait de vendre ?", "fr"),
        ("Et si personne ne vendait ?", "fr"),
        ("Et si le Japon gardait ses obligations ?", "fr"),
        ("Et si le Japon vend 200 milliards d'euros ?", "fr"),
        ("Et si la Bretagne vend 200 milliards ?", "fr"),
        ("E se o Japão nunca vender seus títulos?", "pt-BR"),
        ("E se a China parar de vender?", "pt-BR"),
        ("E se a China se recusar a vender?", "pt-BR"),
        ("E se ninguém vender?", "pt-BR"),
        ("E se o Japão mantiver seus títulos?", "pt-BR"),
        ("E se o Japão vender 200 bilhões de euros?", "pt-BR"),
        ("E se a Bahia vender 200 bilhões?", "pt-BR"),
        ("Что если Япония никогда не продаст облигации?", "ru"),
        ("Что если Китай перестанет продавать?", "ru"),
        ("Что если Китай откажется продавать?", "ru"),
        ("А если Япония сохранит облигации?", "ru"),
        ("Что если Япония продаст на 200 млрд евро?", "ru"),
        ("Что если Татарстан продаст 200 млрд?", "ru"),
        ("Что если Япония не станет продавать облигации?", "ru"),
        ("Nếu Nhật Bản không bao giờ bán trái phiếu thì sao?", "vi"),
        ("Nếu Trung Quốc ngừng bán thì sao?", "vi"),
        ("Nếu Trung Quốc từ chối bán thì sao?", "vi"),
        ("Nếu không ai bán thì sao?", "vi"),
        ("Nếu Nhật giữ lại trái phiếu thì sao?", "vi"),
        ("Nếu Nhật bán 200 tỷ euro thì sao?", "vi"),
        ("Nếu Vingroup bán 200 tỷ thì sao?", "vi"),
        ("日本が米国債を決して売らないとしたら？", "ja"),
        ("中国が売るのをやめたら？", "ja"),
        ("中国が売却を拒否したら？", "ja"),
        ("誰も売らなかったら？", "ja"),
        ("日本が米国債を保有し続けたら？", "ja"),
        ("日本が2000億ユーロ売ったら？", "ja"),
        ("トヨタが2000億ドル売ったら？", "ja"),
        ("日本が売ることはしないとしたらどうなる？", "ja"),
        ("日本が売却を見送ったら？", "ja"),
        ("如果日本從不賣美債呢？", "zh-TW"),
        ("如果中國停止賣呢？", "zh-TW"),
        ("如果中國拒絕賣呢？", "zh-TW"),
        ("如果沒人賣呢？", "zh-TW"),
        ("如果日本繼續持有美債呢？", "zh-TW"),
        ("如果日本賣2000億歐元呢？", "zh-TW"),
        ("如果台積電賣2000億美元呢？", "zh-TW"),
        ("如果中國什麼都不賣呢？", "zh-TW"),
        ("如果日本沒有把美債賣掉呢？", "zh-TW"),
    ],
)
def test_question_without_sale_or_half_read_is_not_answered(question, locale):
    assert read_question(question, KNOWN, locale).line is None


@pytest.mark.parametrize(
    ("question", "locale"),
    [
        ("¿y si japón vende todo y la fed no compra?", "es-ES"),
        ("la chine vend 1/3 en un an et la fed ne fait rien", "fr"),
        ("Was, wenn China alles verkauft und die Fed nicht kauft?", "de"),
        ("Wenn Japan alles verkauft, China aber nicht?", "de"),
    ],
)
def test_negation_of_another_actor_is_neither_help_nor_no_sale(question, locale):
    reading = read_question(question, KNOWN, locale)
    assert reading.topic != NO_SALE
    assert "fed:" not in str(reading.line)


def test_bills_and_not_bonds_are_a_sale_of_bills():
    reading = read_question("si japón vende solo letras y no bonos", KNOWN, "es-ES")
    assert str(reading.line) == "/selloff country:japan amount:all selling:bills"
