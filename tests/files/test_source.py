import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgelint.files.source import Source, decode
from edgelint.json_text.text import Fault


@pytest.mark.parametrize(
    ("data", "source"),
    [
        pytest.param(b"", Source("", "utf-8", b"", None), id="no bytes are an empty text"),
        pytest.param("{é}".encode(), Source("{é}", "utf-8", b"", None), id="without a mark it is UTF-8"),
        pytest.param(b"\xef\xbb\xbf{}", Source("{}", "utf-8", codecs.BOM_UTF8, None), id="UTF-8 with a mark"),
        pytest.param(b"\xef\xbb\xbf", Source("", "utf-8", codecs.BOM_UTF8, None), id="a mark alone"),
        pytest.param(b"\xff\xfe{\0}\0", Source("{}", "utf-16-le", b"\xff\xfe", None), id="UTF-16, low byte first"),
        pytest.param(b"\xfe\xff\0{\0}", Source("{}", "utf-16-be", b"\xfe\xff", None), id="UTF-16, high byte first"),
        pytest.param(
            b"\xff\xfe\0\0{\0\0\0", Source("{", "utf-32-le", b"\xff\xfe\0\0", None), id="UTF-32 before UTF-16"
        ),
        pytest.param(
            b"\0\0\xfe\xff\0\0\0{", Source("{", "utf-32-be", b"\0\0\xfe\xff", None), id="UTF-32, high byte first"
        ),
        pytest.param(
            codecs.BOM_UTF8 * 2 + b"{}",
            Source("\ufeff{}", "utf-8", codecs.BOM_UTF8, None),
            id="a second mark is a character",
        ),
        pytest.param(b"{\0}\0", Source("{\0}\0", "utf-8", b"", None), id="UTF-16 is not guessed without a mark"),
    ],
)
def test_the_mark_decides_the_encoding(data: bytes, source: Source) -> None:
    assert decode(data) == source


@pytest.mark.parametrize(
    ("data", "text", "fault"),
    [
        pytest.param(
            b'{"\xc3\xa9": "\xff"}',
            '{"é": "\ufffd"}',
            Fault(7, "byte 0xff is not valid UTF-8"),
            id="the offset counts characters, not bytes",
        ),
        pytest.param(
            b"\xef\xbb\xbf\xe9", "\ufffd", Fault(0, "byte 0xe9 is not valid UTF-8"), id="the mark is not counted"
        ),
        pytest.param(
            b"ab\xed\xa0\x80",
            "ab\ufffd\ufffd\ufffd",
            Fault(2, "byte 0xed is not valid UTF-8"),
            id="a surrogate is no character of UTF-8",
        ),
        pytest.param(
            b"\xef\xbb{}", "\ufffd{}", Fault(0, "byte 0xef is not valid UTF-8"), id="half a mark is a bad byte"
        ),
        pytest.param(
            b"\xff\xfea\0b", "a\ufffd", Fault(1, "byte 0x62 is not valid UTF-16"), id="half a character of UTF-16"
        ),
        pytest.param(
            b"\0\0\xfe\xff\0\0\0a\0\x11\0\0",
            "a\ufffd",
            Fault(1, "byte 0x00 is not valid UTF-32"),
            id="a number beyond Unicode",
        ),
    ],
)
def test_bad_bytes_are_a_fault_at_the_first_of_them(data: bytes, text: str, fault: Fault) -> None:
    source = decode(data)
    assert (source.text, source.fault) == (text, fault)


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    source = decode(data)
    if source.fault is None:
        assert source.bom + source.text.encode(source.encoding) == data
    else:
        before = source.text[: source.fault.offset].encode(source.encoding)
        assert data.startswith(source.bom + before)
