"""How ready modules, manifests and all of them are, and how findings go away."""

from collections.abc import Sequence

import pytest
from report_builders import FILE, finding, place, report

from edgelint.findings import Finding, FixOffer, LeftOut
from edgelint.report import Change, Report
from edgelint.reporters.readiness import BLOCKED, FIXABLE, READY, TO_REVIEW, Part, State, headlines, overviews
from edgelint.reporters.ways import ANSWER, BY_HAND, FIX, UNSAFE, by_hand, counted_ways, fixes, questions, steps, way

TEXT = '{"a": "b", "c": "d", "e": "f"}'
ERROR = finding(place(TEXT, "a"), module="cam")
OTHER = finding(place(TEXT, "b"), module="cam", message="Another one")
WARNING = finding(place(TEXT, "c"), module="cam", severity="warning")
INFO = finding(place(TEXT, "d"), module="cam", severity="info")


def fixed_by(*removed: Finding, made: bool = False) -> Change:
    return Change(TEXT, TEXT, removed=[each._replace(fixed=True) for each in removed], made=made)


def run(*found: Finding, removed: Sequence[Finding] = (), made: bool = False) -> Report:
    """Return a report on the modules cam and idle, of which --fix removes some findings."""
    return report(TEXT, *found, modules={FILE: ["cam", "idle"]}, changes=lambda file: fixed_by(*removed, made=made))


def parts(report: Report) -> list[tuple[str | None, State]]:
    (overview,) = overviews(report)
    return [(part.module, part.state) for part in overview.parts]


@pytest.mark.parametrize(
    ("found", "removed", "state"),
    [
        pytest.param([], [], READY, id="nothing found"),
        pytest.param([INFO], [], READY, id="an info does not count"),
        pytest.param([INFO], [INFO], READY, id="not even one that --fix mends"),
        pytest.param([ERROR], [ERROR], FIXABLE, id="an error that --fix mends"),
        pytest.param([ERROR, OTHER, WARNING], [ERROR, OTHER, WARNING], FIXABLE, id="all that --fix mends"),
        pytest.param([WARNING], [WARNING], FIXABLE, id="a warning that --fix mends"),
        pytest.param([WARNING], [], TO_REVIEW, id="a warning does not block"),
        pytest.param([ERROR, WARNING], [ERROR], TO_REVIEW, id="a warning is left beside what --fix mends"),
        pytest.param([ERROR], [], BLOCKED, id="an error without a fix"),
        pytest.param([ERROR, OTHER], [ERROR], BLOCKED, id="one error of two is left"),
        pytest.param([ERROR, WARNING], [WARNING], BLOCKED, id="the error beside a warning that --fix mends"),
    ],
)
def test_the_readiness_of_a_module(found: list[Finding], removed: list[Finding], state: State) -> None:
    assert parts(run(*found, removed=removed)) == [("cam", state), ("idle", READY)]
    (overview,) = overviews(run(*found, removed=removed))
    assert overview.state == state


def test_a_safe_fix_that_is_not_made_mends_nothing() -> None:
    offered = ERROR._replace(fix=FixOffer("safe", "Do it"))
    assert parts(run(offered)) == [("cam", BLOCKED), ("idle", READY)]
    (overview,) = overviews(run(offered))
    assert way(overview, offered) == BY_HAND


def test_what_this_run_fixed_mends_nothing_more_even_where_a_like_finding_stands_at_its_place() -> None:
    assert parts(run(ERROR, removed=[ERROR], made=True)) == [("cam", BLOCKED), ("idle", READY)]
    assert parts(run(ERROR._replace(fixed=True), removed=[ERROR], made=True)) == [("cam", READY), ("idle", READY)]


def test_what_stands_outside_of_modules_is_a_part_of_its_own_while_something_is_found_there() -> None:
    routes = ERROR._replace(module=None)
    assert parts(run(routes)) == [(None, BLOCKED), ("cam", READY), ("idle", READY)]


def test_a_module_of_findings_alone_and_one_that_stands_twice() -> None:
    twice = run(ERROR)._replace(modules={FILE: ["idle", "idle"]})
    assert parts(twice) == [("idle", READY), ("cam", BLOCKED)]


def test_a_manifest_without_findings_is_there_and_a_configuration_is_no_manifest() -> None:
    other = WARNING._replace(file=".edgelint.yaml", module=None)
    both = run(other)._replace(modules={"b.json": ["x"], "a.json": []}, changes=lambda file: None)
    assert [(each.file, each.manifest, each.state) for each in overviews(both)] == [
        (".edgelint.yaml", False, TO_REVIEW),
        ("a.json", True, READY),
        ("b.json", True, READY),
    ]
    assert headlines(both, overviews(both)) == ["2 manifests: 2 ready", "1 module: ready", "1 warning left"]


def test_the_headlines_tell_all_that_a_reader_must_know() -> None:
    full = run(ERROR, WARNING, INFO, OTHER._replace(fixed=True))
    full = full._replace(fixed=1, unreadable=2, left_out=(LeftOut(OTHER, "Known"),))
    assert headlines(full, overviews(full)) == [
        "1 manifest: blocked",
        "2 modules: 1 blocked, 1 ready",
        "1 error, 1 warning and 1 info left",
        "1 finding fixed in 1 file",
        "1 finding left out by suppressions or the baseline",
        "2 files could not be read",
    ]
    nothing = report("", modules={})
    assert headlines(nothing, []) == ["0 manifests", "0 modules", "No findings left"]


SAFE, UNSAFE_OFFER, OPEN = (FixOffer(kind, f"Title {kind}", ("Step",)) for kind in ("safe", "unsafe", "needs-input"))


def test_how_findings_go_away() -> None:
    first = ERROR._replace(fix=SAFE)
    unsafe = OTHER._replace(fix=UNSAFE_OFFER)
    answer = WARNING._replace(fix=OPEN)
    hand = [WARNING._replace(location=place(TEXT, "e")), ERROR._replace(message="By hand")]
    all_ = run(first, unsafe, answer, *hand, INFO, removed=[first])
    all_ = all_._replace(question=lambda found: "shares.in" if found == answer else "")
    files = overviews(all_)
    assert counted_ways(files) == {FIX: 1, UNSAFE: 1, ANSWER: 1, BY_HAND: 2}
    assert [(task.text, task.findings) for task in by_hand(files)] == [
        ("By hand", (hand[1],)),
        ("It is wrong", (hand[0],)),
    ]
    assert [(task.text, task.findings) for task in questions(all_, files)] == [("shares.in", (answer,))]
    assert [(task.text, task.findings) for task in fixes(files)] == [("Title safe", (first,))]
    assert [(task.text, task.findings) for task in steps(all_)] == [("Step", (first, unsafe, answer))]


def test_the_steps_of_infos_are_not_told_unless_they_are_done() -> None:
    info = INFO._replace(fix=SAFE)
    assert steps(run(info)) == []
    assert [task.text for task in steps(run(info._replace(fixed=True)))] == ["Step"]


def test_a_part_counts_what_is_mended_in_it() -> None:
    (overview,) = overviews(run(ERROR, OTHER, INFO, removed=[ERROR, INFO]))
    cam, idle = overview.parts
    assert (cam, idle) == (Part("cam", (ERROR, OTHER, INFO), 2, BLOCKED), Part("idle", (), 0, READY))
    assert overview.mended() == 2
