"""What the tests of the gateway look at."""

import asyncio


async def answers(double):
    return "If Japan sold $200 billion" in str(await double.answered(await double.ask()))


async def is_back(double, bot, *, resumes, identifies=1):
    """After so many resumes and identifies in all it is connected once more, and answers."""
    await double.until(
        lambda: (len(double.resumes), len(double.identifies)) >= (resumes, identifies)
    )
    await double.until(bot.client.is_connected)
    assert await answers(double)
    assert (len(double.resumes), len(double.identifies)) == (resumes, identifies)


def now():
    return asyncio.get_running_loop().time()
