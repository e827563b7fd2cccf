"""The concise report."""

from report_builders import finding, place, report, written

TEXT = '{"a": "b"}'
ERROR = finding(place(TEXT, "b"))


def test_a_finding_is_a_line() -> None:
    info = ERROR._replace(severity="info", code="ASE900", message="카메라", help="Do it")
    assert written("concise", report(TEXT, ERROR, info, quiet=False)) == (
        "deploy/deployment.json:1:8: error ASE101 It is wrong\ndeploy/deployment.json:1:8: info ASE900 카메라\n"
    )


def test_no_finding_is_no_output() -> None:
    assert written("concise", report(TEXT, quiet=False)) == ""


def test_a_fixed_finding_is_not_left() -> None:
    assert written("concise", report(TEXT, ERROR._replace(fixed=True))) == ""


def test_nothing_breaks_a_line_or_the_stream() -> None:
    bad = ERROR._replace(file="a\udcff\n.json", message="\x1b[2J\r\n카")
    assert written("concise", report(TEXT, bad), "ascii", "strict") == "a??.json:1:8: error ASE101 ?[2J???\n"
