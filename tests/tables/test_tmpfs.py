"""Memory file systems of HostConfig.Tmpfs."""

from typing import Any

import pytest
from table_rows import fields, host, rows, seen


def test_an_entry_is_a_row_at_its_options() -> None:
    (row,) = seen("tmpfs", host(Tmpfs={"/run": "rw,size=64m"}))
    assert row.fields == {"target": "/run", "fresh_volume": "tmpfs-run", "size": "64Mi"}
    assert (row.text, row.parts) == ("rw,size=64m", {"target": "/run"})


@pytest.mark.parametrize(
    ("text", "size", "readonly"),
    [
        pytest.param("", None, None, id="no options"),
        pytest.param("size=1000", "1000", None, id="bytes"),
        pytest.param("size=2G,mode=1777", "2Gi", None, id="a large unit"),
        pytest.param("size=50%", None, None, id="a share of the memory"),
        pytest.param("noexec,ro", None, True, id="read-only"),
        pytest.param("prohibit", None, None, id="letters inside a word"),
        pytest.param(5, None, None, id="no text"),
    ],
)
def test_options_are_read(text: Any, size: str | None, readonly: bool | None) -> None:
    assert fields("tmpfs", host(Tmpfs={"/t": text}), "size", "readonly") == [(size, readonly)]


@pytest.mark.parametrize(
    ("target", "text"),
    [("run", ""), ("${DIR}", ""), ("/run/${DIR}", ""), ("/run", "${OPTIONS}"), ("/run", 5)],
)
def test_a_volume_in_its_place_may_not_be_known(target: str, text: Any) -> None:
    assert fields("tmpfs", host(Tmpfs={target: text}), "fresh_volume") == [None]


def test_a_fresh_volume_has_a_name_of_its_own() -> None:
    text = (
        '{"HostConfig": {"Tmpfs": {"/a/b": "", "/ab": ""}, "Binds": ["/tmpfs-ab:/x"]}, '
        '"k8s-experimental": {"volumes": [{"volume": {"name": "tmpfs-ab-2"}}]}}'
    )
    assert fields("tmpfs", text, "fresh_volume") == ["tmpfs-ab-3", "tmpfs-ab-4"]


@pytest.mark.parametrize("value", [None, {}, [], ["/run"], "/run"])
def test_what_names_no_file_system_gives_no_row(value: Any) -> None:
    assert rows("tmpfs", host(Tmpfs=value)) == []
