"""`edgelint why`: the steps of a rule on a line, in whole texts, and what has no steps to show."""

import json
from textwrap import dedent
from typing import Any

import pytest
from command_line import Ran, rule, run, write

pytestmark = pytest.mark.usefixtures("folder")

MANIFEST = json.dumps(
    {
        "modulesContent": {
            "$edgeAgent": {
                "properties.desired": {
                    "systemModules": {"edgeHub": {"settings": {"image": "hub:1"}}},
                    "modules": {
                        "cam": {
                            "settings": {"image": "cam:1"},
                            "env": {
                                "LEVEL": {"value": "debug"},
                                "OTHER": {"value": "debug"},
                                "API_KEY": {"value": "s3cret"},
                            },
                        },
                        "web": {"settings": {"image": "web:1"}, "env": {"LEVEL": {"value": "info"}}},
                    },
                }
            }
        }
    },
    indent=1,
)
LEVEL, OTHER, KEY, NAME = (
    MANIFEST[: MANIFEST.index(text)].count("\n") + 1 for text in ("debug", "OTHER", "s3cret", '"cam"')
)
WEB = MANIFEST[: MANIFEST.index('"web"')].count("\n") + 1

LEVELS = """\
code: SITE001
name: log-level
summary: A log level
severity: warning
scope: module
select: $.variables[?(@.name == "LEVEL")]
where:
  - {at: '@.value', in: [debug, trace], case: ignore}
  - {at: '$.status', not: {equals: stopped}}
message: Variable {name} is {value}
mark: value
"""


MODULES = "SITE001 log-level has scope: module"


def why(place: str, text: str = LEVELS, *, manifest: str = MANIFEST, name: str = "SITE001") -> Ran:
    """Run the command on `a.json` with one rule."""
    write("a.json", manifest)
    ran = run("why", place, name, "--no-default-rules", "--rules", write("own.yaml", text))
    assert [line for line in ran.stdout.splitlines() if len(line) > 100] == []
    return ran


def steps(where: str, place: str = f"a.json:{LEVEL}", **keys: Any) -> list[str]:
    """Return the steps, and what became of it, of a rule with these conditions for all variables."""
    text = rule("SITE001", "x", "$.variables[*]", "m {value}", scope=keys.pop("scope", "module"))
    text += "".join(f"{key}: {value}\n" for key, value in keys.items()) + f"where: {where}\n"
    return why(place, text).stdout.partition("\nAt ")[2].splitlines()[1:]


def test_what_is_reported() -> None:
    assert why(f"a.json:{LEVEL}") == Ran(
        0,
        dedent(f"""\
        a.json:{LEVEL} SITE001 log-level (warning)

        In module cam
          select $.variables[?(@.name == "LEVEL")]: 1 of 3 values
            {LEVEL - 1}:17 {{ "value": "debug" }}

        At {LEVEL - 1}:17: module="cam", list="env", name="LEVEL", value="debug"
          ✓ filter @.name == "LEVEL" — saw "LEVEL"
          ✓ @.value in: ["debug", "trace"], case: ignore — saw "debug"
          ✓ $.status not equals: "stopped" — saw nothing
          Reported at {LEVEL}:19 as warning: Variable LEVEL is debug
        """),
        "",
    )


def test_a_filter_that_leaves_a_value_out() -> None:
    assert why(f"a.json:{OTHER + 1}").stdout.partition("\nAt ")[2] == dedent(f"""\
        {OTHER}:17: module="cam", list="env", name="OTHER", value="debug"
        > ✗ filter @.name == "LEVEL" — saw "OTHER"
          Not reported: the filter marked > leaves it out.
        """)


def test_what_comes_behind_a_step_that_fails_is_not_looked_at() -> None:
    assert why(f"a.json:{WEB + 4}").stdout == dedent(f"""\
        a.json:{WEB + 4} SITE001 log-level (warning)

        In module web
          select $.variables[?(@.name == "LEVEL")]: 1 value
            {WEB + 5}:17 {{ "value": "info" }}

        None of them stands at a.json:{WEB + 4}; the nearest does at {WEB + 5}:17.

        At {WEB + 5}:17: module="web", list="env", name="LEVEL", value="info"
          ✓ filter @.name == "LEVEL" — saw "LEVEL"
        > ✗ @.value in: ["debug", "trace"], case: ignore — saw "info"
          · $.status not equals: "stopped"
          Not reported: the condition marked > does not hold.
        """)


@pytest.mark.parametrize(
    ("select", "why_not"),
    [
        ("$.createOptions.HostConfig.Binds[*]", "there is no $.createOptions.HostConfig"),
        ("$.env.LEVEL.kind", "there is no $.env.LEVEL.kind"),
        ("$['env']['a b'].x", "there is no $.env['a b']"),
        ("$.mounts[?(@.kind == 'share')].source", "$.mounts is empty"),
        ("$..nothing", "nothing matches"),
    ],
)
def test_where_a_path_ends(select: str, why_not: str) -> None:
    text = rule("SITE001", "x", select, "m")
    assert why(f"a.json:{LEVEL}", text).stdout == dedent(f"""\
        a.json:{LEVEL} SITE001 x (error)

        In module cam
          select {select}: nothing, for {why_not}
          Not reported: the rule finds nothing to look at.
        """)


def test_a_module_that_the_rule_does_not_look_at() -> None:
    line = MANIFEST[: MANIFEST.index("hub:1")].count("\n") + 1
    assert why(f"a.json:{line}", LEVELS.replace("scope: module", "scope: user-module")).stdout == dedent(f"""\
        a.json:{line} SITE001 log-level (warning)

        In module edgeHub
        > ✗ scope: user-module — a system module
          Not reported: the rule does not look at this module.
        """)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        pytest.param("[{at: '@.value', exists: true}]", ['  ✓ @.value exists: true — saw "debug"'], id="a test"),
        pytest.param("[{at: '@.name.x', exists: false}]", ["  ✓ @.name.x exists: false — saw nothing"], id="what is absent"),
        pytest.param("[{at: '@', is: object}]", ['  ✓ @ is: "object" — saw the row'], id="the row"),
        pytest.param(
            "[{at: '@.value', matches: '^d\\w'}]",
            ["  ✓ @.value matches: '^d\\w' — saw \"debug\""],
            id="a pattern as written",
        ),
        pytest.param(
            "[{at: '$.env.*.value', in: ['{value}', x]}]",
            ['  ✓ $.env.*.value in: [{value}, "x"] — saw "debug", "debug", "•••"; {value} is "debug"'],
            id="several values, a capture",
        ),
        pytest.param(
            "[any: [{at: '@.value', equals: a}, {at: '@.name', equals: LEVEL}, {at: '@.list', is: text}]]",
            [
                "  ✓ any of 3",
                '    ✗ @.value equals: "a" — saw "debug"',
                '    ✓ @.name equals: "LEVEL" — saw "LEVEL"',
                '    · @.list is: "text"',
            ],
            id="any, up to the one that holds",
        ),
        pytest.param(
            "[not: {all: [{at: '@.name', equals: LEVEL}, {at: '@.value', equals: info}, {at: '@.list', is: text}]}]",
            [
                "  ✓ not: all of 3",
                '    ✓ @.name equals: "LEVEL" — saw "LEVEL"',
                '    ✗ @.value equals: "info" — saw "debug"',
                '    · @.list is: "text"',
            ],
            id="not, what it is made of",
        ),
        pytest.param(
            "[some: {select: '$.variables[*]', where: [{at: '@.value', equals: '{value}'}, {at: '@.name', equals: OTHER}]}]",
            [
                "  ✓ some row of $.variables[*] — 1 of 3 rows",
                f'    ✓ {OTHER}:17 module="cam", list="env", name="OTHER", value="debug"',
                '      ✓ @.value equals: {value} — saw "debug"; {value} is "debug"',
                '      ✓ @.name equals: "OTHER" — saw "OTHER"',
            ],
            id="some, the row that holds",
        ),
        pytest.param(
            "[none: {select: '$.variables[*]', in: manifest, where: [{at: '@.value', equals: info}, {at: '@.name', equals: X}]}]",
            [
                "  ✓ no row of $.variables[*] in the manifest — 0 of 4 rows, 2 of them below",
                f'    ✗ {WEB + 5}:17 module="web", list="env", name="LEVEL", value="info"',
                '      ✓ @.value equals: "info" — saw "info"',
                '      ✗ @.name equals: "X" — saw "LEVEL"',
                f'    ✗ {LEVEL - 1}:17 module="cam", list="env", name="LEVEL", value="debug"',
                '      ✗ @.value equals: "info" — saw "debug"',
                '      · @.name equals: "X"',
            ],
            id="none, the rows that come nearest",
        ),
    ],
)  # fmt: skip
def test_a_condition_that_holds(where: str, expected: list[str]) -> None:
    assert steps(where) == [*expected, f"  Reported at {LEVEL - 1}:17 as error: m debug"]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        pytest.param(
            "[only: {select: '$.variables[*]', where: [{at: '@.value', equals: debug}], as: x}, {at: '{x}', exists: true}]",
            [
                "> ✗ exactly one row of $.variables[*] — 2 of 3 rows",
                f'    ✓ {LEVEL - 1}:17 module="cam", list="env", name="LEVEL", value="debug"',
                '      ✓ @.value equals: "debug" — saw "debug"',
                f'    ✓ {OTHER}:17 module="cam", list="env", name="OTHER", value="debug"',
                '      ✓ @.value equals: "debug" — saw "debug"',
                "  · {x} exists: true",
            ],
            id="more than one",
        ),
        pytest.param(
            "[earlier: {same: [value], differ: [name]}]",
            ["> ✗ an earlier row, same: value, differ: name — none of 0 rows before this one"],
            id="no earlier row",
        ),
        pytest.param(
            "[total: {of: value, above: 1}]",
            ["> ✗ the total of value first goes above 1 here — 0 before this row, 0 with it"],
            id="a sum",
        ),
    ],
)
def test_a_condition_that_does_not_hold(where: str, expected: list[str]) -> None:
    assert steps(where) == [*expected, "  Not reported: the condition marked > does not hold."]


def test_the_earlier_row_is_shown() -> None:
    assert steps("[earlier: {same: [value], differ: [name]}]", f"a.json:{OTHER}")[0] == (
        f'  ✓ an earlier row, same: value, differ: name — saw {LEVEL - 1}:17 module="cam", list="env", name="LEVEL",'
    )


CASES = "[{where: [{at: '@.value', equals: x}], message: 'one {name}'}, {where: [{at: '@.value', exists: true}]}]"


def test_each_case_up_to_the_one_that_speaks() -> None:
    assert steps("[]", cases=CASES) == [
        "  case: one {name}",
        '    ✗ @.value equals: "x" — saw "debug"',
        "  case: m {value}",
        '    ✓ @.value exists: true — saw "debug"',
        f"  Reported at {LEVEL - 1}:17 as error: m debug",
    ]


def test_no_case_speaks() -> None:
    assert steps("[]", cases=CASES.replace("exists: true", "is: number")) == [
        "  case: one {name}",
        '>   ✗ @.value equals: "x" — saw "debug"',
        "  case: m {value}",
        '>   ✗ @.value is: "number" — saw "debug"',
        "  Not reported: no case holds.",
    ]


def test_what_is_told_only_once() -> None:
    assert steps("[]", f"a.json:{OTHER}", once="module") == [
        "  Not reported: the rule has once: module, and something before this counts."
    ]


SHORT = json.dumps(json.loads(MANIFEST))


def test_on_one_long_line_a_column_says_which_is_meant() -> None:
    text = rule("SITE001", "x", "$.variables[*]", "m", scope="manifest")
    every = why("a.json:1", text, manifest=SHORT).stdout
    assert every.count("\nAt ") == 3
    assert every.splitlines()[-1] == f"Not shown, but as near: a.json:1:{SHORT.index('info') - 10}"
    for name, word in (("LEVEL", "info"), ("OTHER", '"debug"}, "API')):
        one = why(f"a.json:1:{SHORT.index(word) + 2}", text, manifest=SHORT).stdout
        assert one.count("\nAt ") == 1
        assert f', name="{name}"' in one.partition("\nAt ")[2]


def test_secrets_are_masked() -> None:
    text = rule("SITE001", "x", "$.variables[*]", "m {value}", scope="manifest") + (
        "where:\n- {at: '@.value', equals: '{value}'}\n- {at: '$.modules.cam.env', is: object}\n"
        "- some: {select: '$.modules.*.env.*', where: [{at: '@.value', is: text}]}\n"
    )
    shown = why(f"a.json:{KEY}", text).stdout
    assert "s3cret" not in shown
    assert 'value="•••"' in shown
    assert '{value} is "•••"' in shown
    assert '"API_KEY": {"value": "•••"}' in " ".join(shown.split())


@pytest.mark.parametrize(("secret", "text"), [("ab", "ab"), ("1.50", "1.5"), ("12345", "12345")])
def test_short_secrets_and_numbers_are_masked_too(secret: str, text: str) -> None:
    value = secret if secret[0].isdigit() else f'"{secret}"'
    shown = why(
        f"a.json:{KEY}", rule("SITE001", "x", "$.variables[*]", "m"), manifest=MANIFEST.replace('"s3cret"', value)
    )
    assert f"={text}" not in shown.stdout
    assert f'"{text}' not in shown.stdout
    assert 'name="API_KEY", value="•••"' in shown.stdout


def test_what_a_suppression_leaves_out() -> None:
    write(".edgelint.yaml", "suppressions: [{rule: SITE001, module: cam, reason: agreed with all}]")
    assert why(f"a.json:{LEVEL}").stdout.splitlines()[-1] == (
        f"  Found at {LEVEL}:19 and left out (suppressed, agreed with all): Variable LEVEL is debug"
    )


def test_what_a_baseline_leaves_out() -> None:
    own = ("--no-default-rules", "--rules", write("own.yaml", LEVELS))
    run("baseline", "known.json", write("a.json", MANIFEST), *own)
    write(".edgelint.yaml", "baseline: known.json")
    assert why(f"a.json:{LEVEL}").stdout.splitlines()[-1] == (
        f"  Found at {LEVEL}:19 and left out (the baseline holds it): Variable LEVEL is debug"
    )


def test_a_rule_that_does_not_run_is_traced_and_the_settings_are_named() -> None:
    write(".edgelint.yaml", "ignore: SITE001")
    assert why(f"a.json:{LEVEL}").stdout.splitlines()[-3:] == [
        f"  Reported at {LEVEL}:19 as warning: Variable LEVEL is debug",
        "",
        "SITE001 does not run on this file; edgelint config a.json shows the settings.",
    ]


def test_the_severity_is_that_of_the_configuration() -> None:
    write(".edgelint.yaml", "severity: {SITE001: info}")
    shown = why(f"a.json:{LEVEL}").stdout.splitlines()
    assert (shown[0], shown[-1]) == (
        f"a.json:{LEVEL} SITE001 log-level (info)",
        f"  Reported at {LEVEL}:19 as info: Variable LEVEL is debug",
    )


def test_a_rule_of_edgelint_by_its_name_and_a_place_as_a_report_has_it() -> None:
    options = json.dumps({"HostConfig": {"Binds": ["/srv/a:/b"]}})
    write("a.json", MANIFEST.replace('"image": "cam:1"', f'"image": "cam:1", "createOptions": {json.dumps(options)}'))
    place = run("a.json", "--select", "ASE101", "--output-format", "concise").stdout.partition(" ")[0]
    ran = run("why", place, "Docker-Binds")
    assert ran.stdout.splitlines()[-1] == (
        f'  Reported at {place[7:-1]} as error: Binds entry "/srv/a:/b" is not supported on Kubernetes'
    )


def test_a_file_that_is_no_json() -> None:
    broken = MANIFEST[:-2]
    shown = run("why", f"{write('a.json', broken)}:{broken.count(chr(10)) + 1}", "ASE001").stdout
    assert shown.splitlines()[-1].startswith("  Reported at ")


def test_a_stream_that_has_no_tick_gets_another_sign() -> None:
    write("a.json", MANIFEST)
    own = ("--no-default-rules", "--rules", write("own.yaml", LEVELS))
    shown = run("why", f"a.json:{WEB + 5}", "SITE001", *own, encoding="ascii").stdout
    assert '  + filter @.name == "LEVEL" - saw "LEVEL"\n> x @.value in:' in shown
    assert "  . $.status not equals" in shown


@pytest.mark.parametrize(
    ("place", "name", "message"),
    [
        ("a.json", "SITE001", '"a.json" names no line; it must be FILE:LINE or FILE:LINE:COLUMN, both counted from 1'),
        ("a.json:0", "SITE001", '"a.json:0" names no line; it must be FILE:LINE or FILE:LINE:COLUMN, both counted from 1'),
        ("a.json:x", "SITE001", '"a.json:x" names no line; it must be FILE:LINE or FILE:LINE:COLUMN, both counted from 1'),
        ("a.json:99", "SITE001", "a.json ends at line 43"),
        ("a.json:1:9", "SITE001", "a.json: line 1 ends at column 1"),
        ("b.json:1", "SITE001", "b.json: No such file or directory"),
        (".:1", "SITE001", ".: Is a directory"),
        ("own.yaml:1", "SITE001", "own.yaml: no deployment manifest"),
        ("a.json:1", "SITE1", '"SITE1" names no rule; did you mean "SITE001"?'),
        ("a.json:1", "ASE901", "ASE901 suppression-unused is about the configuration; it looks at no manifest"),
        (f"a.json:{NAME - 1}", "SITE001",
         f"a.json:{NAME - 1}: no module stands there; cam, the nearest one, is on lines {NAME} to {WEB - 1}\n{MODULES}"),
    ],
)  # fmt: skip
def test_what_cannot_be_traced_is_wrong_use(place: str, name: str, message: str) -> None:
    assert why(place, name=name) == Ran(2, "", f"edgelint: {message}\n")


def test_a_manifest_without_modules() -> None:
    text = json.dumps({"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {}}}}})
    message = f"edgelint: a.json:1: no module stands there, nor anywhere in the file\n{MODULES}\n"
    assert why("a.json:1", manifest=text) == Ran(2, "", message)


def test_a_rule_that_cannot_be_run() -> None:
    values = {
        "modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"m": {"env": [[[0] * 60] * 60] * 60}}}}}
    }
    ran = why("a.json:1", rule("SITE001", "x", "$..*..*", "m"), manifest=json.dumps(values))
    assert ran == Ran(2, "", "edgelint: SITE001 x: the path $..*..* finds more than 100000 values\n")
