"""Suggestions: the known key that an unknown one is likely to mean."""

import pytest

from edgelint.suggestions import nearest

KNOWN = ("limits", "volumes", "volumeMounts", "serviceOptions", "strategy", "type", "Binds", "fc")


@pytest.mark.parametrize(
    ("word", "known"),
    [
        pytest.param("service-options", "serviceOptions", id="a hyphen"),
        pytest.param("SERVICE_OPTIONS", "serviceOptions", id="letter case and an underscore"),
        pytest.param("volumeMount", "volumeMounts", id="a letter too few"),
        pytest.param("volume", "volumes", id="the nearer of two"),
        pytest.param("stratgey", "strategy", id="two letters exchanged"),
        pytest.param("Bind", "Binds", id="a short word"),
        pytest.param("deploymentStrategy", "strategy", id="something in front"),
        pytest.param("strategyOptions", "strategy", id="something behind"),
        pytest.param("claims", None, id="half of the letters"),
        pytest.param("affinity", None, id="another word"),
        pytest.param("nfs", None, id="too short to tell"),
        pytest.param("", None, id="nothing"),
        pytest.param("contenttype", None, id="a short word at the end tells nothing"),
    ],
)
def test_a_key_is_near(word: str, known: str | None) -> None:
    assert nearest(word, KNOWN) == known


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert nearest("limits", ()) is None
