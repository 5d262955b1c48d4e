"""What the gateway does to a bot."""


async def test_it_answers(double, bot):
    await bot.start()
    answer = await double.answered(await double.ask())
    assert "If Japan sold $200 billion" in str(answer)
