"""What the runtime's scanner takes and its model of createOptions refuses."""

import pytest

from edgelint.json_text.parser import parse
from edgelint.manifests.refusals import refusals


def refused(text: str) -> list[tuple[int, str]]:
    return [(fault.offset, fault.reason) for fault in refusals(parse(text, tolerant=True).root, text)]


@pytest.mark.parametrize(
    ("text", "offset", "name"),
    [
        pytest.param('{"Tty":/*c*/true}', 7, "Tty", id="an option that the model has not"),
        pytest.param('{"Foo": \n // c\n 1}', 10, "Foo", id="no option, on lines of their own"),
        pytest.param('{"Cmd":/*c*/["a"]}', 7, "Cmd", id="an option that becomes a list later"),
        pytest.param('{"k8s-experimental":/*c*/{}}', 20, "k8s-experimental", id="the section of Kubernetes"),
        pytest.param('{"Name":/*c*/"x"}', 8, "Name", id="a name that the model leaves out"),
        pytest.param("{cmd:/*c*/[]}", 5, "cmd", id="a name without quotes, in lower case"),
        pytest.param('{"hostconfig":{"Foo":/*c*/1}}', 21, "Foo", id="in HostConfig"),
        pytest.param('{"HostConfig":{"Devices":[{},{"x":/*c*/1}]}}', 34, "x", id="in an object of a list"),
        pytest.param('{"HostConfig":{"PortBindings":{"80":[{"x":/*c*/1}]}}}', 42, "x", id="in a list of a map"),
        pytest.param('{"ExposedPorts":{"80/tcp":{"x":/*c*/1}}}', 31, "x", id="in an object without members"),
        pytest.param('{"A":/*c*/1,"A":2}', 5, "A", id="in a member that a later one replaces"),
    ],
)
def test_a_comment_before_a_value_without_a_type_is_refused(text: str, offset: int, name: str) -> None:
    assert refused(text) == [(offset, f"comment before the value of {name}")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"HostConfig":/*c*/{"memory":/*c*/5,"Init":/*c*/true}}', id="before typed values"),
        pytest.param('{"Env":/*c*/[/*c*/"A=1"/*c*/,/*c*/]}', id="in a list"),
        pytest.param('{"Labels":/*c*/{"a":/*c*/"b"}}', id="in a map"),
        pytest.param('{"Foo":{"a":/*c*/1,"b":[/*c*/2]}}', id="inside an untyped value"),
        pytest.param('{"k8s-experimental":{"nodeSelector":/*c*/{"a":/*c*/"b"}}}', id="in the section of Kubernetes"),
        pytest.param('{/*c*/"Tty":1/*c*/,/*c*/}', id="around a member"),
        pytest.param('{"Foo":"/*c*/"}', id="in a string"),
        pytest.param('{"Foo/*c*/":1}', id="in a name"),
        pytest.param('{"HostConfig":[{"Foo":/*c*/1}]}', id="in what has another type anyway"),
    ],
)
def test_other_comments_are_taken(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize(
    ("text", "offset", "reason"),
    [
        pytest.param('{"Image":undefined}', 9, "undefined as the value of Image", id="a text"),
        pytest.param('{"Image":,"A":1}', 9, "nothing as the value of Image", id="no text"),
        pytest.param('{"Env":[undefined]}', 8, "undefined as the value of Env[]", id="an item"),
        pytest.param('{"Cmd":["a",,"b"]}', 12, "nothing as the value of Cmd[]", id="no item"),
        pytest.param('{"HostConfig":{"Init":NaN}}', 22, "NaN as the value of HostConfig.Init", id="a boolean"),
        pytest.param('{"HostConfig":{"Binds":Infinity}}', 23, "Infinity as the value of HostConfig.Binds", id="a list"),
        pytest.param('{"HostConfig":{"Mounts":[NaN]}}', 25, "NaN as the value of HostConfig.Mounts[]", id="an object"),
        pytest.param(
            '{"k8s-experimental":{"nodeSelector":{"a":undefined}}}',
            41,
            "undefined as the value of k8s-experimental.nodeSelector.*",
            id="in the section of Kubernetes",
        ),
        pytest.param(
            '{"k8s-experimental":{"resources":{"limits":{"cpu":-Infinity}}}}',
            50,
            "-Infinity as the value of k8s-experimental.resources.limits.*",
            id="a quantity",
        ),
    ],
)
def test_a_word_of_the_wrong_type_is_refused(text: str, offset: int, reason: str) -> None:
    assert refused(text) == [(offset, reason)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"Image":NaN,"Env":[-Infinity],"Labels":{"a":NaN}}', id="numbers as texts"),
        pytest.param('{"Env":undefined,"Labels":,"HostConfig":undefined}', id="nothing for containers"),
        pytest.param('{"HostConfig":{"Devices":[undefined]}}', id="nothing for an object of a list"),
        pytest.param('{"Tty":undefined,"Foo":[NaN,,undefined]}', id="anything where no type is"),
        pytest.param('{"WorkingDir":undefined,"Cmd":undefined}', id="nothing for what is read later"),
        pytest.param('{"k8s-experimental":NaN}', id="a section that is no object"),
        pytest.param('{"k8s-experimental":{"resources":{"limits":{"cpu":undefined}}}}', id="nothing for a quantity"),
        pytest.param('{"Image":null,"Env":[null],"HostConfig":{"Init":true}}', id="strict JSON"),
        pytest.param('{"Image":"undefined","Env":["NaN"]}', id="words in strings"),
    ],
)
def test_other_words_are_taken(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"Cmd":NaN,"Cmd":["a"]}', id="an option that becomes a list later"),
        pytest.param('{"k8s-experimental":{"strategy":NaN},"k8s-experimental":{}}', id="the whole section"),
        pytest.param('{"k8s-experimental":{"Strategy":Infinity,"strategy":{}}}', id="a member in another letter case"),
        pytest.param('{"k8s-experimental":{"resources":{"limits":{"cpu":NaN,"cpu":1}}}}', id="a resource"),
        pytest.param('{"k8s-experimental":{"volumes":[{"volume":{"name":undefined,"name":"v"}}]}}', id="in a list"),
    ],
)
def test_a_word_that_a_later_member_replaces_is_taken(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        pytest.param('{"Env":NaN,"Env":["A=1"]}', 7, id="an option that is filled twice"),
        pytest.param('{"HostConfig":{"Binds":NaN,"Binds":[]}}', 23, id="what the model reads one after the other"),
        pytest.param('{"k8s-experimental":{"strategy":{},"strategy":NaN}}', 46, id="the later member itself"),
        pytest.param(
            '{"k8s-experimental":{"strategy":{"Type":undefined,"type":"Recreate"}}}', 40, id="deeper, by case"
        ),
        pytest.param('{"k8s-experimental":{"nodeSelector":{"A":undefined,"a":"b"}}}', 41, id="two keys of a user"),
    ],
)
def test_a_word_is_refused_though_another_member_follows(text: str, offset: int) -> None:
    assert [found for found, _ in refused(text)] == [offset]
