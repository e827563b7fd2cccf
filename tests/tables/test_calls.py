"""Calls: the endpoints of other modules, as rows of the module that they name."""

from table_rows import deployment, module, seen


def test_a_call_is_a_row_of_the_module_that_is_called() -> None:
    one = module({"Cmd": ["http://CAM:81", "http://cam", "other:1", "one:2"]})
    content = {"n": {"properties.desired": {"peer": "my_cam:83"}}}
    text = deployment({"one": one, "cam": module({"Cmd": ["cam:80"]}), "My_Cam": module()}, content=content)
    assert [(row.fields, row.parts) for row in seen("calls", text)] == [
        (
            {"module": "cam", "caller": "one", "text": "http://CAM:81", "host": "CAM", "port": 81},
            {"host": "CAM", "port": "81"},
        ),
        (
            {"module": "cam", "caller": "one", "text": "http://cam", "host": "cam", "port": 80, "implied": True},
            {"host": "cam"},
        ),
        (
            {"module": "My_Cam", "caller": "n", "text": "my_cam:83", "host": "my_cam", "port": 83},
            {"host": "my_cam", "port": "83"},
        ),
    ]
