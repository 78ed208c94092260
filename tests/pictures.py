"""Pictures for tests: plain ones, and such as nobody should send."""

import io
import struct
import zlib

from PIL import Image


def picture(width: int = 640, height: int = 480, kind: str = "JPEG", **options: object) -> bytes:
    """Left half red, right half blue."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    image.paste((30, 30, 200), (width // 2, 0, width, height))
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def with_gps(orientation: int = 1) -> bytes:
    """A JPEG that says where and with what it was taken, and which side is up."""
    exif = Image.Exif()
    exif[0x010F] = "SECRET CAMERA"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (39.9, 0.0, 0.0)
    return picture(exif=exif.tobytes(), comment=b"SECRET COMMENT")


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb(width: int, height: int, extra: bytes = b"") -> bytes:
    """A small PNG that claims many pixels, with an extra chunk perhaps."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    whole = height * (1 + 3 * width)
    rows = zlib.compress(bytes(whole if whole < 150_000_000 else 1_000_000))
    return b"\x89PNG\r\n\x1a\n" + header + extra + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def inflating(kind: bytes) -> bytes:
    """A PNG with a chunk of text or of colours that inflates to 100 MB."""
    head = b"x\0\1\0\0\0" if kind == b"iTXt" else b"x\0\0"
    return bomb(10, 10, chunk(kind, head + zlib.compress(bytes(100_000_000), 9)))


def frames(kind: str, count: int = 1_000) -> bytes:
    """An animation."""
    pictures = [Image.new("RGB", (200, 200), (n % 256, n // 4 % 256, 0)) for n in range(count)]
    out = io.BytesIO()
    pictures[0].save(out, kind, save_all=True, append_images=pictures[1:])
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def form(content: bytes, field: str = "avatar", name: str = "a.jpg", **fields: str) -> tuple[bytes, dict[str, str]]:
    """A multipart body with one file, and its headers."""
    parts = [f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{fields[key]}\r\n'.encode() for key in fields]
    head = (
        f'--x\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\nContent-Type: image/jpeg\r\n\r\n'
    )
    body = b"".join(parts) + head.encode() + content + b"\r\n--x--\r\n"
    return body, {"Content-Type": "multipart/form-data; boundary=x"}
