"""Places of examples: paths read, and found in what the runner itself has written."""

import pytest

from edgelint.testing.places import UNKNOWN, Path, Spot, Stand, find_spot, parse_place

OPTIONS = {"hostconfig": {"BINDS": ["/a:/b"], "PortBindings": {"80/tcp": []}}, "labels": {"Env": "x"}}
STANDS: dict[Path, Stand] = {
    ("modules", "m"): Stand(("a", "b.c"), "c", {"env": {"X/Y": 1}, "settings": {}}),
    ("modules", "m", "createOptions"): Stand(("a", "o"), "createOptions", OPTIONS, inside=True, option=""),
    ("modules", "n", "createOptions"): Stand(("n",), "createOptions", "{'Env': 1}", option=""),
}


@pytest.mark.parametrize(
    ("at", "steps"),
    [
        pytest.param("$", (), id="the root"),
        pytest.param("$.a.b-c", ("a", "b-c"), id="names"),
        pytest.param("$.a[0][12].b", ("a", 0, 12, "b"), id="indices"),
        pytest.param("$['a.b']['80/tcp'].c", ("a.b", "80/tcp", "c"), id="names in quotes"),
        pytest.param("""$["it's"]['']""", ("it's", ""), id="other quotes and no name"),
        pytest.param("$['0']", ("0",), id="a name of digits"),
    ],
)
def test_a_simple_path_has_steps(at: str, steps: Path) -> None:
    assert parse_place(at) == steps


@pytest.mark.parametrize("at", ["", "a.b", "$a", "$.a[*]", "$..a", "$.a[-1]", "$.a[?(@.b)]", "$.a.", "$.a['b]"])
def test_any_other_path_is_refused(at: str) -> None:
    with pytest.raises(ValueError, match="is no simple path"):
        parse_place(at)


@pytest.mark.parametrize(
    ("at", "spot"),
    [
        pytest.param("$.modules.m", Spot("/a/b.c", "c", STANDS["modules", "m"].value, False), id="a module"),
        pytest.param("$.modules.m.env['X/Y']", Spot("/a/b.c/env/X~1Y", "X/Y", 1, False), id="a member"),
        pytest.param("$.modules.m.createOptions", Spot("/a/o", "createOptions", OPTIONS, True), id="createOptions"),
        pytest.param(
            "$.modules.m.createOptions.HostConfig.Binds[0]",
            Spot("/a/o/hostconfig/BINDS/0", None, "/a:/b", True),
            id="Docker keys in another case",
        ),
        pytest.param(
            "$.modules.m.createOptions.HostConfig.PortBindings['80/tcp']",
            Spot("/a/o/hostconfig/PortBindings/80~1tcp", "80/tcp", [], True),
            id="a user's key",
        ),
        pytest.param(
            "$.modules.n.createOptions", Spot("/n", "createOptions", "{'Env': 1}", False), id="a text that is no JSON"
        ),
        pytest.param(
            "$.modules.n.createOptions.Env", Spot("/n/Env", None, UNKNOWN, True), id="inside a text that is no JSON"
        ),
    ],
)
def test_a_spot_is_where_the_runner_put_it(at: str, spot: Spot) -> None:
    assert find_spot(STANDS, parse_place(at)) == spot


@pytest.mark.parametrize(
    "at",
    [
        pytest.param("$.modules.x", id="another module"),
        pytest.param("$.modules.m.Env", id="a member in another case"),
        pytest.param("$.modules.m.createOptions.Labels.env", id="a user's key in another case"),
        pytest.param("$.modules.m.createOptions.HostConfig.Binds[1]", id="behind the end of a list"),
        pytest.param("$.modules.m.createOptions.HostConfig[0]", id="an index of an object"),
        pytest.param("$.modules.m.env['X/Y'].z", id="below a number"),
    ],
)
def test_where_nothing_stands_there_is_no_spot(at: str) -> None:
    with pytest.raises(LookupError, match="nothing stands"):
        find_spot(STANDS, parse_place(at))
