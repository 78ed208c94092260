"""Print a new key that signs Web Push (VAPID, RFC 8292): the line for the settings, and the public key as a comment."""

from base64 import urlsafe_b64encode

from utils import crypto


def main() -> None:
    key = crypto.p256_key()
    private, public = (urlsafe_b64encode(each).decode().rstrip("=") for each in (key, crypto.p256_point(key)))
    print(f"# browsers subscribe with {public}")
    print(f"IHOME_VAPID_PRIVATE_KEY={private}")


if __name__ == "__main__":
    main()
