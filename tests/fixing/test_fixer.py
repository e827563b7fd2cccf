"""Fixing to rest: rounds, what is refused and why, what was fixed where, and that the order of rules does not matter."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from command_line import manifest, rule, write
from deployments import LIMITED, deployment
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import edgelint
from edgelint.editing import chunks, edits
from edgelint.editing.patch import Patch
from edgelint.engine.check import Checked, check
from edgelint.files.source import Source
from edgelint.fixing import fixer
from edgelint.fixing.fixer import Fixed, fix, fix_text
from edgelint.rule_files.rule_pack import load_rules, shipped_rules
from edgelint.rule_files.rules import Rule

BINDS = {"HostConfig": {"Binds": ["/srv/app:/data", "/home/hcsshares/in1:/in"]}}
RULES = shipped_rules()
SETTINGS = "/modulesContent/$edgeAgent/properties.desired/modules/cam/settings"


def fixable(code: str, select: str, steps: str, where: str = "[]", severity: str = "error") -> str:
    """Return a rule with a safe fix."""
    head = rule(code, code.lower(), select, "Found {text}", severity)
    return f"{head}where: {where}\nfix:\n  title: A fix\n  applicability: safe\n  steps: {steps}\n"


@pytest.fixture
def own(folder: Path) -> Callable[..., list[Rule]]:
    """Return a function that loads rules from their texts."""
    return lambda *texts: load_rules([write(f"own/{number}.yaml", text) for number, text in enumerate(texts)])


class Run:
    """Checks texts with rules, and counts how often."""

    def __init__(self, rules: Sequence[Rule] = RULES) -> None:
        self.rules = rules
        self.checks = 0

    def __call__(self, text: str) -> Checked | None:
        self.checks += 1
        return check(Source(text, "utf-8", b"", None), self.rules, "a.json")

    def fix(self, text: str, *, unsafe: bool = False) -> Fixed:
        before = self(text)
        assert before is not None
        self.checks = 0
        return fix(before, self, unsafe=unsafe)


# createOptions that say nothing


def adding(code: str, step: str, to: str, value: str) -> str:
    """Return a rule that adds a value to a module where it has none."""
    steps, where = [{step: {"to": to, "value": value}}], [{"at": to, "exists": False}]
    return fixable(code, "$.name", json.dumps(steps), json.dumps(where))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('{"image": "a"}', '{"image": "a", "createOptions": %s}', id="missing"),
        pytest.param("{}", '{"createOptions": %s}', id="missing, in empty settings"),
        pytest.param('{"createOptions": "", "image": "a"}', '{"createOptions": %s, "image": "a"}', id="empty"),
        pytest.param('{"createOptions": null, "image": "a"}', '{"createOptions": %s, "image": "a"}', id="null"),
        pytest.param('{"CreateOptions": "NULL"}', '{"CreateOptions": %s}', id="the word null, in another spelling"),
        pytest.param(
            '{"createOptions": "", "createOptions01": null}', '{"createOptions": %s, "createOptions01": null}', id="two"
        ),
    ],
)
def test_what_is_added_to_no_options_makes_one_text(own: Callable[..., list[Rule]], before: str, after: str) -> None:
    strategy = adding("OWN001", "add", "$.createOptions['k8s-experimental'].strategy.type", "Recreate")
    binds = adding("OWN002", "append", "$.createOptions.HostConfig.Binds", 'é"')
    limit = adding("OWN003", "add", "$.createOptions['k8s-experimental'].resources.limits.cpu", "1")
    options = {
        "k8s-experimental": {"strategy": {"type": "Recreate"}, "resources": {"limits": {"cpu": "1"}}},
        "HostConfig": {"Binds": ['é"']},
    }
    text = json.dumps(options, ensure_ascii=False, separators=(",", ":"))
    around = '{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"cam": {"settings": %s}}}}}}\n'
    fixed = fix_text(around % before, own(strategy, binds, limit), "a.json", unsafe=False, answers={})
    assert json.loads(fixed.text) == json.loads(around % after % json.dumps(text))
    assert (len(fixed.fixed), fixed.left, fixed.refused) == (3, [], "")
    start, end = (around % after).split("%s")
    assert fixed.text.startswith(start)
    assert fixed.text.endswith(end)


# Rounds

OPTIONS = {
    "HostConfig": {
        "Binds": [f"/srv/app{number}:/data/{number}" for number in range(5)]
        + [f"/home/hcsshares/share{number}:/share/{number}" for number in range(3)],
        "Memory": 536870912,
        "NanoCpus": 1500000000,
        "CpuShares": 512,
        "ShmSize": 268435456,
    },
    "k8s-experimental": {
        "resources": {"limits": {"microsoft.com/fpga_catapult": 2}, "requests": {"microsoft.com/fpga_catapult": 2}}
    },
    "Env": ["Logging:LogLevel:Default=Debug", "WIRESERVER_ADDRESS=10.139.218.1"],
}
VARIABLES_OF_CAM = {"https_proxy": {"value": "http://proxy:8080"}, "Modbus:Slave": {"value": "1"}}
EVERYTHING = json.dumps(
    deployment({"cam": {"settings": {"image": "cam:1", "createOptions": json.dumps(OPTIONS)}, "env": VARIABLES_OF_CAM}})
)


def test_everything_at_once_is_one_round() -> None:
    run = Run()
    fixed, after, refused = run.fix(EVERYTHING, unsafe=True)
    assert (len(fixed), after.findings, refused, run.checks) == (19, [], "", 1)


def test_everything_at_once_is_a_handful_of_edits() -> None:
    checked = Run()(EVERYTHING)
    assert checked is not None
    patch = Patch(checked.manifests[0].view)
    assert all(patch.take(judged.operations) for judged in checked.fixes)
    assert len(patch.edits()) == 9


def test_what_new_data_makes_possible_takes_another_round(own: Any) -> None:
    run = Run(
        own(
            fixable("TST001", "$.settings.a", "[{rename: {at: '@', to: b}}]"),
            fixable("TST002", "$.settings.b", "[{remove: {at: '@'}}]"),
        )
    )
    fixed, after, refused = run.fix(manifest({}, module={"settings": {"a": 1}}))
    assert (after.text, refused, run.checks) == (manifest({}, module={"settings": {}}), "", 2)
    assert [finding.code for finding in fixed] == ["TST001", "TST002"]


def chain(length: int) -> list[str]:
    """Return rules each of which makes what the next one finds."""
    names = [(f"$.settings.v{index}", f"v{index + 1}") for index in range(length)]
    return [
        fixable(f"TST{index:03}", at, f"[{{rename: {{at: '@', to: {to}}}}}]") for index, (at, to) in enumerate(names)
    ]


def test_five_rounds_are_enough(own: Any) -> None:
    text = manifest({}, module={"settings": {"v0": 1}})
    fixed, after, refused = Run(own(*chain(5))).fix(text)
    assert (after.text, len(fixed), refused) == (text.replace("v0", "v5"), 5, "")


def test_what_is_not_at_rest_after_five_rounds_is_refused(own: Any) -> None:
    text = manifest({}, module={"settings": {"v0": 1}})
    run = Run(own(*chain(6)))
    fixed, after, refused = run.fix(text)
    codes = ", ".join(f"TST{index:03}" for index in range(6))
    assert (after.text, fixed, run.checks) == (text, [], 5)
    assert refused == f"the fixes of {codes} were not made: they do not come to rest in 5 rounds"


def test_a_fixed_text_is_at_rest() -> None:
    run = Run()
    after = run.fix(EVERYTHING).after
    again = run.fix(after.text)
    assert (again.fixed, again.after.text, again.refused, run.checks) == ([], after.text, "", 0)


# Refused


def test_a_fix_that_brings_an_error_is_refused(own: Any) -> None:
    bad = fixable("TST001", "$.settings.a", "[{rename: {at: '@', to: b}}]", severity="warning")
    text = manifest({}, module={"settings": {"a": 1}})
    fixed, after, refused = Run(own(bad, rule("TST002", "no-b", "$.settings.b", "No b"))).fix(text)
    assert (fixed, after.text) == ([], text)
    assert refused == "the fixes of TST001 in module cam were not made: they would bring TST002 (No b)"


A_TO_B = fixable("TST001", "$.settings.a", "[{rename: {at: '@', to: b}}]", severity="warning")
C_GOES = fixable("TST003", "$.settings.c", "[{remove: {at: '@'}}]")
NO_B_OF_2 = rule("TST002", "no-b", "$.settings[?(@ == 2)]", "No {text}") + "where: [{at: $.settings.b, exists: true}]\n"


def modules(**settings: Any) -> str:
    """Return a deployment of modules of these settings."""
    return json.dumps(deployment({name: {"settings": value} for name, value in settings.items()}))


def test_the_fixes_of_a_module_into_which_they_bring_an_error_are_left_out_alone(own: Any) -> None:
    run = Run(own(A_TO_B, NO_B_OF_2, C_GOES))
    text = modules(x={"a": 2, "c": 1}, y={"a": 1}, z={"c": 1}, q={"a": 2})
    fixed, after, refused = run.fix(text)
    assert (after.text, run.checks) == (modules(x={"a": 2, "c": 1}, y={"b": 1}, z={}, q={"a": 2}), 2)
    assert [(each.code, each.module) for each in fixed] == [("TST001", "y"), ("TST003", "z")]
    assert refused == (
        "the fixes of TST001 in module q were not made: they would bring TST002 (No 2); "
        "the fixes of TST001, TST003 in module x were not made: they would bring TST002 (No 2)"
    )
    again = run.fix(after.text)
    assert (again.after.text, again.fixed, again.refused) == (after.text, [], refused)


def test_a_module_that_a_fix_renames_is_left_out_under_the_name_it_had(own: Any) -> None:
    name = fixable("TST004", "$.name", "[{rename-module: {to: new}}]", where="[{at: $.name, equals: old}]")
    run = Run(own(name, A_TO_B, NO_B_OF_2))
    fixed, after, refused = run.fix(modules(old={"a": 2}, y={"a": 1}))
    assert (after.text, [each.module for each in fixed]) == (modules(old={"a": 2}, y={"b": 1}), ["y"])
    assert refused == "the fixes of TST001, TST004 in module old were not made: they would bring TST002 (No 2)"


def test_an_error_that_stays_without_the_fixes_of_its_module_stops_all(own: Any) -> None:
    some = "where: [some: {in: manifest, select: '$.modules[*].settings.b', where: [{at: '@', equals: 1}]}]\n"
    run = Run(own(A_TO_B, C_GOES, rule("TST005", "other", "$.settings.e", "Some b") + some))
    text = modules(x={"c": 1, "e": 2}, y={"a": 1})
    fixed, after, refused = run.fix(text)
    assert (fixed, after.text) == ([], text)
    assert refused == (
        "the fixes of TST003 in module x were not made: they would bring TST005 (Some b); "
        "the fixes of TST001 were not made: they would bring TST005 (Some b)"
    )


def test_a_new_error_of_a_rule_that_does_not_run_counts(own: Any) -> None:
    run, everything = Run(own(A_TO_B, C_GOES)), Run(own(A_TO_B, NO_B_OF_2, C_GOES))
    before = run(text := modules(x={"a": 2}, z={"c": 1}))
    assert before is not None
    result = fix(before, run, unsafe=False, check_all=everything)
    assert (result.after.text, [each.code for each in result.after.findings]) == (modules(x={"a": 2}, z={}), ["TST001"])
    assert result.refused == "the fixes of TST001 in module x were not made: they would bring TST002 (No 2)"
    assert text != result.after.text


def test_all_rules_are_run_only_where_a_fix_is_made(own: Any) -> None:
    run, everything = Run(own(C_GOES)), Run(own(C_GOES))
    before = run(modules(x={"a": 2}))
    assert before is not None
    assert fix(before, run, unsafe=False, check_all=everything).refused == ""
    assert everything.checks == 0


def test_a_fix_that_brings_a_warning_is_made(own: Any) -> None:
    bad = fixable("TST001", "$.settings.a", "[{rename: {at: '@', to: b}}]")
    text = manifest({}, module={"settings": {"a": 1}})
    after = Run(own(bad, rule("TST002", "no-b", "$.settings.b", "No b", "warning"))).fix(text).after
    assert (after.text, [found.code for found in after.findings]) == (text.replace('"a"', '"b"'), ["TST002"])


def test_options_of_which_nothing_is_left_are_fixed(own: Any) -> None:
    gone = fixable("TST001", "$.createOptions.HostConfig", "[{remove: {at: '@'}}]")
    fixed, after, refused = Run(own(gone)).fix('{"HostConfig": {}}')
    assert ([found.code for found in fixed], after.text, after.findings, refused) == (["TST001"], "{}", [], "")


def _lose(text: str, made: Any) -> str:
    return edits.apply(text, made)[:-1]


def _serialise(text: str, made: Any) -> str:
    return json.dumps(json.loads(edits.apply(text, made)), indent=2)


def _meddle(text: str, made: Any) -> str:
    return edits.apply(text, made).replace("cam:1", "cam:2")


def _meddle_inside(text: str, made: Any) -> str:
    return edits.apply(text, made).replace("/srv/app", "/srv/App")


def _break_inside(text: str, made: Any) -> str:
    return edits.apply(text, made).replace('\\"Mounts\\"', "{")


@pytest.mark.parametrize(
    ("planted", "reason"),
    [
        (_lose, "the text would be broken at character"),
        (_meddle, "the text would not say what it should"),
        (_meddle_inside, "the text would not say what it should"),
        (_break_inside, "the text would not say what it should"),
    ],
)
def test_a_result_that_is_not_what_was_meant_is_never_given(
    planted: Any, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fixer, "apply", planted)
    text = manifest(BINDS)
    fixed, after, refused = Run().fix(text)
    assert (fixed, after.text) == ([], text)
    assert refused.startswith(f"the fixes of ASE101, ASE102 were not made: {reason}")


def test_a_chunk_that_got_too_long_is_never_given(monkeypatch: pytest.MonkeyPatch) -> None:
    text = chunked(manifest({**BINDS, "Labels": {"a": "b" * 900}}))
    monkeypatch.setattr(chunks, "CHUNK_UNITS", 5000)
    assert (
        Run().fix(text).refused
        == "the fixes of ASE101, ASE102 were not made: a chunk of createOptions would be too long"
    )


def chunked(text: str) -> str:
    """Return a manifest with its createOptions cut into chunks."""
    data = json.loads(text)
    holder = data["modulesContent"]["$edgeAgent"]["properties.desired"]["modules"]["cam"]["settings"]
    options = holder.pop("createOptions")
    for start in range(0, len(options), 512):
        holder[f"createOptions{start // 512:02}" if start else "createOptions"] = options[start : start + 512]
    return json.dumps(data)


# What was fixed where


def places(found: Sequence[Any]) -> list[tuple[str, str, str]]:
    """Return code, path and marked text of findings."""
    return [(each.code, each.location.path.removeprefix(SETTINGS), each.value) for each in found]


def test_a_fixed_finding_is_the_one_that_was_there() -> None:
    before = Run()(EVERYTHING)
    assert before is not None
    assert Run().fix(EVERYTHING, unsafe=True).fixed == [finding._replace(fixed=True) for finding in before.findings]


def test_a_finding_of_a_later_round_that_was_there_stands_where_it_stood(own: Any) -> None:
    first = fixable("TST001", "$.settings.a", "[{rename: {at: '@', to: c}}]")
    later = fixable("TST002", "$.settings.b", "[{remove: {at: '@'}}]", where="[{at: $.settings.c, exists: true}]")
    always = rule("TST003", "all", "$.settings.b", "Found {value}", "info")
    text = manifest({}, module={"settings": {"a": 1, "b": "x"}})
    fixed = Run(own(first, later, always)).fix(text).fixed
    assert places(fixed) == [("TST001", "/a", "1"), ("TST002", "/b", "x"), ("TST003", "/b", "x")]
    assert [text[slice(*each.location.span)] for each in fixed] == ["1", "x", "x"]


@pytest.mark.parametrize("form", [json.dumps, json.loads, lambda text: text])
def test_a_finding_that_a_fix_brought_about_stands_at_the_nearest_part_that_was_there(form: Any, own: Any) -> None:
    mounts = fixable(
        "TST001",
        "$.mounts[?(@.list == 'Binds')]",
        "[{append: {to: $.createOptions.HostConfig.Mounts, value: {Type: bind}}}, {remove: {at: '@', prune: empty-parents}}]",
    )
    gone = fixable("TST002", "$.createOptions.HostConfig.Mounts[*]", "[{remove: {at: '@'}}]")
    options = {"HostConfig": {"Binds": ["/a:/b"]}}
    text = manifest({}, module={"settings": {"createOptions": options if form is json.loads else json.dumps(options)}})
    fixed, after, refused = Run(own(mounts, gone)).fix(text)
    assert (refused, after.findings) == ("", [])
    (bind, mount) = fixed
    assert bind.location.path == f"{SETTINGS}/createOptions/HostConfig/Binds/0"
    assert mount.location.path == f"{SETTINGS}/createOptions/HostConfig"
    assert text[slice(*mount.location.span)].replace("\\", "") == json.dumps(options["HostConfig"])


def test_a_finding_that_another_fix_took_with_it_is_fixed(own: Any) -> None:
    whole = fixable("TST001", "$.settings.a", "[{remove: {at: '@'}}]")
    inner = rule("TST002", "inner", "$.settings.a.b", "Found {value}")
    text = manifest({}, module={"settings": {"a": {"b": 1}}})
    assert places(Run(own(whole, inner)).fix(text).fixed) == [("TST001", "/a", '{"b": 1}'), ("TST002", "/a/b", "1")]


def test_a_finding_whose_path_a_fix_renamed_is_not_fixed(own: Any) -> None:
    rename = fixable("TST001", "$.settings.a", "[{rename: {at: '@', to: c}}]")
    inner = rule("TST002", "inner", "$.settings.*.b", "Found {value}", "warning")
    fixed, after, _ = Run(own(rename, inner)).fix(manifest({}, module={"settings": {"a": {"b": 1}}}))
    assert (places(fixed), places(after.findings)) == ([("TST001", "/a", '{"b": 1}')], [("TST002", "/c/b", "1")])


# The order of rules

SPOKEN = [
    "/srv/a:/a",
    "/srv/a:/a:ro",
    "/home/hcsshares/in1:/in",
    "/home/hcsshares/My_Share:/x",
    "b:/b",
    "/etc/hosts:/h",
    "$S:/p",
]
VARIABLES = ["A:B", "A__B", "WIRESERVER_ADDRESS", "https_proxy", "NO_PROXY", "no_proxy", "X"]
RESOURCES = ["microsoft.com/fpga_catapult", "microsoft.com/fpga", "nvidia.com/gpu", "memory"]
LIMITS = {
    "Memory": 536870912,
    "NanoCpus": 1500000000,
    "CpuQuota": 50000,
    "CpuShares": 512,
    "ShmSize": 268435456,
    "IpcMode": "host",
    "NetworkMode": "host",
    "PublishAllPorts": True,
    "Tmpfs": {"/run": "size=64m"},
    "Bind": ["/q:/q"],
}
PORT_KEYS = ["80/tcp", "80/udp", "35000", "8080/TCP"]
HOST_PORTS = ["80", "35000", "8080", "", "80-90"]
VALUES = ["1", "$(A:B)", "localhost", "", "10.139.218.1", "http://p:8080"]


def some(random: Random, items: Sequence[str], most: int = 4) -> list[str]:
    return [random.choice(items) for _ in range(random.randint(0, most))]


def any_options(random: Random) -> Any:
    """Return createOptions that many rules have something to say about."""
    devices = [{"PathOnHost": path, "PathInContainer": path} for path in some(random, ["/dev/catapult0", "/dev/x"], 2)]
    lists = {name: dict.fromkeys(some(random, RESOURCES), random.choice([1, "2"])) for name in ("limits", "requests")}
    mounts = [
        {"Type": "bind", "Source": "/home/hcsshares/in1", "Target": path} for path in some(random, ["/in", "/x"], 1)
    ]
    limits = {name: value for name, value in LIMITS.items() if random.random() < 0.3}
    ports = {key: [{"HostPort": random.choice(HOST_PORTS)}] for key in some(random, PORT_KEYS, 2)}
    return {
        "HostConfig": {
            "Binds": some(random, SPOKEN),
            "Devices": devices,
            "Mounts": mounts,
            "PortBindings": ports,
            **limits,
        },
        "k8s-experimental": {"resources": lists},
        "Env": [f"{name}={random.choice(VALUES)}" for name in some(random, VARIABLES)],
    }


def any_manifest(random: Random) -> str:
    env = {name: {"value": random.choice(VALUES)} for name in some(random, VARIABLES)}
    text = manifest(any_options(random), module={"env": env} if random.random() < 0.8 else {})
    text = chunked(text) if random.random() < 0.3 else text
    indent = random.choice([None, 1, 2, "\t"])
    return json.dumps(json.loads(text), indent=indent).replace("\n", random.choice(["\n", "\r\n"]))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_rules_does_not_matter_and_a_second_fix_changes_nothing(random: Random, unsafe: bool) -> None:
    text = any_manifest(random)
    first = fix_text(text, RULES, "a.json", unsafe=unsafe, answers={"shares": {"My_Share": "out"}})
    shuffled = random.sample(RULES, len(RULES))
    assert fix_text(text, shuffled, "a.json", unsafe=unsafe, answers={"shares": {"My_Share": "out"}}) == first
    assert first.refused == ""
    again = fix_text(first.text, RULES, "a.json", unsafe=unsafe, answers={"shares": {"My_Share": "out"}})
    assert (again.text, again.fixed, again.left) == (first.text, [], first.left)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False), st.booleans())
def test_every_finding_is_either_fixed_or_left(random: Random, unsafe: bool) -> None:
    text = any_manifest(random)
    found = Counter(each.code for each in edgelint.lint(text))
    _, fixed, left, _ = edgelint.fix(text, unsafe=unsafe)
    assert found <= Counter(each.code for each in [*fixed, *left])


# The Python interface


def test_a_text_that_is_no_manifest_stays() -> None:
    assert edgelint.fix("{}") == ("{}", [], [], "")


def test_the_python_interface_does_what_the_command_does() -> None:
    options = json.dumps(BINDS | LIMITED)
    text = json.dumps(deployment({"cam": {"settings": {"image": "cam:1", "createOptions": options}}}))
    result = edgelint.fix(text, answers={"shares": {"in1": "nfs"}})
    assert '\\"Source\\": \\"nfs\\"' in result.text
    assert [found.code for found in result.fixed] == ["ASE101", "ASE102"]
    assert ([found.code for found in result.left], result.refused) == (["ASE601"], "")
