"""A form with a file in it, as browsers send it: byte for byte, or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.server.faults import TextMalformed
from si_kg.server.uploads import read
from si_kg.site.place import Upload

KIND = "multipart/form-data; boundary=frontier"


def body(*parts: tuple[bytes, bytes]) -> bytes:
    """The body of a form with these parts, each a disposition and its data."""
    made = b"".join(
        b"--frontier\r\nContent-Disposition: form-data; " + head + b"\r\n\r\n" + data + b"\r\n"
        for head, data in parts
    )
    return made + b"--frontier--\r\n"


@given(st.binary(max_size=400))
def test_a_file_arrives_byte_for_byte(data: bytes) -> None:
    """Whatever line ends and signs it has."""
    sent = body((b'name="x"', "é".encode()), (b'name="plan"; filename="plan.xlsx"', data))
    found = read(KIND, sent)
    assert found.pairs == (("x", "é"),)
    assert found.files == (Upload("plan.xlsx", data),)


def test_the_name_of_a_file_is_read_as_utf_8() -> None:
    """Also one that no letter of this alphabet is in."""
    found = read(KIND, body(('name="plan"; filename="plän ش.yaml"'.encode(), b"x")))
    assert found.files[0].name == "plän ش.yaml"


@pytest.mark.parametrize(
    ("kind", "sent"),
    [
        pytest.param("multipart/form-data", body((b'name="x"', b"y")), id="no boundary"),
        pytest.param(KIND, b"", id="nothing"),
        pytest.param(KIND, b"--frontier--\r\n", id="no part"),
        pytest.param(KIND, b"--frontier\r\nno blank line\r\n--frontier--", id="no data"),
        pytest.param(KIND, body((b"", b"y")), id="no name"),
        pytest.param(KIND, body(*[(b'name="x"', b"y")] * 21), id="too many"),
        pytest.param("multipart/form-data; boundary=é", body((b'name="x"', b"y")), id="boundary"),
    ],
)
def test_what_is_no_such_form_is_refused(kind: str, sent: bytes) -> None:
    """In words, and never with a fault of ours."""
    with pytest.raises(TextMalformed):
        read(kind, sent)


@given(st.binary(max_size=200))
def test_any_body_is_read_or_refused(data: bytes) -> None:
    """Between two marks of the boundary."""
    try:
        read(KIND, b"--frontier\r\n" + data + b"\r\n--frontier--")
    except TextMalformed:
        return
