"""Routes: the modules that a route names."""

import pytest
from table_rows import Seen, bare, deployment, fields, module, rows, seen


def routes(*texts: str) -> str:
    members = {f"r{index}": text for index, text in enumerate(texts)}
    content = {"$edgeHub": {"properties.desired": {"routes": members}}}
    return deployment({"cam": module(), "hub-2": module()}, content=content)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("FROM /* INTO $upstream", id="all messages"),
        pytest.param("FROM /messages/* INTO $upstream", id="all messages of modules and devices"),
        pytest.param("FROM /messages/modules/* INTO $upstream", id="the messages of all modules"),
        pytest.param("FROM /twinChangeNotifications INTO $upstream", id="changes of twins"),
        pytest.param("FROM /* WHERE x = 'modules/cam' INTO $upstream", id="a text in a condition"),
        pytest.param('FROM /* INTO BrokeredEndpoint("/devices/cam")', id="another endpoint"),
        pytest.param("FROM /* WHERE 'cam' = $connectionModuleIds INTO $upstream", id="a longer property"),
        pytest.param("FROM /messages/MODULE/cam/* INTO $upstream", id="a misspelt path"),
    ],
)
def test_a_route_that_names_no_module_is_one_row(text: str) -> None:
    row = {"name": "r0", "text": text}
    assert [(found.fields, found.parts) for found in seen("routes", routes(text))] == [(row, {})]


@pytest.mark.parametrize(
    ("text", "role", "target", "known"),
    [
        pytest.param("FROM /messages/modules/cam/outputs/* INTO $upstream", "from", "cam", True, id="a source"),
        pytest.param("FROM /messages/modules/cam INTO $upstream", "from", "cam", True, id="a source without a path"),
        pytest.param("from  /Messages/Modules/Cam/* into $upstream", "from", "Cam", False, id="names keep their case"),
        pytest.param('FROM /* INTO BrokeredEndpoint("/modules/cam/inputs/x")', "into", "cam", True, id="a sink"),
        pytest.param("FROM /* INTO brokeredendpoint( '/modules/x/inputs/y')", "into", "x", False, id="single quotes"),
        pytest.param('FROM /* INTO BrokeredEndpoint("modules/hub-2/inputs/y")', "into", "hub-2", True, id="no slash"),
        pytest.param(
            "FROM /* WHERE $connectionModuleId = 'cam' INTO $upstream", "where", "cam", True, id="a condition"
        ),
        pytest.param(
            "FROM /* WHERE $connectionModuleId='a b' INTO $upstream", "where", "a b", False, id="without blanks"
        ),
        pytest.param("FROM /* WHERE $connectionModuleId <> 'cam' INTO x", "where", "cam", True, id="another than that"),
        pytest.param("FROM /* WHERE $connectionModuleId!='cam' INTO x", "where", "cam", True, id="not that"),
        pytest.param("FROM /* WHERE 'cam' = $connectionModuleId INTO x", "where", "cam", True, id="turned round"),
    ],
)
def test_a_route_names_a_module(text: str, role: str, target: str, known: bool) -> None:
    row = {"name": "r0", "text": text, "role": role, "target": target, "known": known}
    row |= {"similar": "cam"} if target == "Cam" else {}
    assert [(found.fields, found.parts) for found in seen("routes", routes(text))] == [(row, {"target": target})]


@pytest.mark.parametrize(
    ("target", "similar"),
    [
        pytest.param("CAM", "cam", id="another letter case"),
        pytest.param("hub2", "hub-2", id="no hyphen"),
        pytest.param("hup2", "hub-2", id="one letter of four"),
        pytest.param("hub-3", None, id="another number"),
        pytest.param("tempSensor", None, id="another name"),
        pytest.param("cam", None, id="the name itself"),
    ],
)
def test_a_module_that_is_not_there_may_be_meant_for_another(target: str, similar: str | None) -> None:
    assert fields("routes", routes(f"FROM /messages/modules/{target}/* INTO $upstream"), "similar") == [similar]


def test_a_route_that_names_two_modules_is_two_rows() -> None:
    text = 'FROM /messages/modules/cam/* INTO BrokeredEndpoint("/modules/x/inputs/y")'
    assert fields("routes", routes(text), "role", "target") == [("from", "cam"), ("into", "x")]


def test_parts_are_found_through_escapes() -> None:
    text = routes('FROM /* INTO BrokeredEndpoint("/modules/cam/inputs/x")').replace(
        "modules/cam", "modules\\/c\\u0061m"
    )
    (row,) = seen("routes", text)
    assert (row.fields["target"], row.parts) == ("cam", {"target": "c\\u0061m"})


def test_a_route_may_be_an_object() -> None:
    text = routes("x").replace('"x"', '{"route": "FROM /messages/modules/cam/* INTO $upstream", "priority": 0}')
    route = "FROM /messages/modules/cam/* INTO $upstream"
    row = {"name": "r0", "text": route, "role": "from", "target": "cam", "known": True}
    assert seen("routes", text) == [Seen(row, route, {"target": "cam"})]


def test_a_layered_route_is_marked_where_it_stands() -> None:
    text = '{"modulesContent": {"$edgeHub": {"properties.desired.routes.r": "FROM /messages/modules/a/* INTO x"}}}'
    (row,) = seen("routes", text)
    assert (row.fields["name"], row.text, row.parts) == ("r", "FROM /messages/modules/a/* INTO x", {"target": "a"})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(bare(User="u"), id="bare options"),
        pytest.param(deployment({}), id="no routes"),
        pytest.param(routes("x").replace('"x"', "5"), id="a number"),
        pytest.param(routes("x").replace('"x"', "null"), id="null"),
        pytest.param(routes("x").replace('"x"', '{"priority": 0}'), id="an object without a route"),
    ],
)
def test_what_is_no_route_gives_no_row(text: str) -> None:
    assert rows("routes", text) == []
