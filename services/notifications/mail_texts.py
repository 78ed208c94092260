"""What every mail says beside its own text, and the mail that verifies an address, in each language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MailTexts:
    """The fixed texts of mails. Places in braces are filled in."""

    open: str
    footer: str
    unsubscribe: str
    verify_subject: str
    verify_body: str
    verify_link: str
    verify_footer: str


_TEXTS = {
    "zh": MailTexts(
        open="打开爱家租房",
        footer="您收到这封邮件，是因为您在爱家租房验证了这个邮箱。",
        unsubscribe="不再接收这类邮件",
        verify_subject="验证您的邮箱",
        verify_body="有人在爱家租房填写了这个邮箱，用来接收通知。\n\n如果是您，请在 {hours} 小时内打开下面的链接，并在页面上确认。",
        verify_link="验证邮箱",
        verify_footer="如果不是您，请不用理会：没有您的确认，我们不会再发送邮件。",
    ),
    "en": MailTexts(
        open="Open ihome",
        footer="You get this mail since you verified this address at ihome.",
        unsubscribe="No more mails of this kind",
        verify_subject="Verify your mail address",
        verify_body=(
            "Somebody gave this address at ihome, to get notifications.\n\n"
            "If it was you, open the link within {hours} hours and confirm it on the page."
        ),
        verify_link="Verify the address",
        verify_footer="If it was not you, do nothing: without your consent we send no further mails.",
    ),
}


def of(language: str) -> MailTexts:
    """The texts of a language, zh or en."""
    return _TEXTS[language]
