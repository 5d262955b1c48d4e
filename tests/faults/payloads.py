"""What Discord sends, as small as it can be."""

from commands.common.custom_id import build_custom_id

APPLICATION_ID = "500"
ME = {
    "id": APPLICATION_ID,
    "username": "selloff",
    "discriminator": "0",
    "avatar": None,
    "bot": True,
    "verified": True,
    "mfa_enabled": False,
    "locale": "en-US",
    "flags": 0,
}
ANN = {"id": "7", "username": "ann", "discriminator": "0", "avatar": None, "global_name": "Ann"}
APPLICATION = {
    "id": APPLICATION_ID,
    "name": "selloff",
    "icon": None,
    "description": "",
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "0" * 64,
    "flags": 0,
    "owner": ANN,
    "team": None,
    "interactions_endpoint_url": None,
}
SELLOFF = {
    "type": 2,
    "data": {
        "id": "9",
        "name": "selloff",
        "type": 1,
        "options": [
            {"name": "country", "type": 3, "value": "japan"},
            {"name": "amount", "type": 3, "value": "200b"},
        ],
    },
}


def selloff(country="japan", amount="200b"):
    """/selloff with these options, as typed."""
    options = [
        {"name": "country", "type": 3, "value": country},
        {"name": "amount", "type": 3, "value": amount},
    ]
    return {"type": 2, "data": SELLOFF["data"] | {"options": options}}


IN_A_DAY = build_custom_id(
    "selloff", "show", "jp", "200000000000", "day", "held", "calm", "typical"
)


def press(custom_id):
    """A tap on a button."""
    return {
        "type": 3,
        "data": {"custom_id": custom_id, "component_type": 2},
        "message": message(88) | {"flags": 64},
    }


def interaction(identifier, token, payload):
    """In a direct message, as INTERACTION_CREATE carries it."""
    return {
        "id": identifier,
        "application_id": APPLICATION_ID,
        "token": token,
        "version": 1,
        "locale": "en-US",
        "attachment_size_limit": 10_000_000,
        "user": ANN,
        "channel_id": "30",
        "channel": {"id": "30", "type": 1, "recipients": [ANN]},
        "authorizing_integration_owners": {"1": "7"},
        "context": 1,
        "entitlements": [],
        "app_permissions": "0",
    } | payload


def ready(shard, session, gateway):
    """READY of a bot in no server."""
    return {
        "v": 10,
        "user": ME,
        "guilds": [],
        "session_id": session,
        "resume_gateway_url": gateway,
        "shard": shard,
        "application": {"id": APPLICATION_ID, "flags": 0},
    }


def message(number):
    """The message that an edit returns."""
    return {
        "id": str(number),
        "channel_id": "30",
        "author": ME,
        "content": "",
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
    }


def registered(command, number):
    """A command as Discord gives it back."""
    return {
        "id": str(number),
        "application_id": APPLICATION_ID,
        "version": "1",
        "default_member_permissions": None,
        "nsfw": False,
        "description": "",
    } | command
