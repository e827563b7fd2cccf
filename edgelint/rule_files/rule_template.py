"""The file that a new rule begins with: it is right as it stands, and says what to change."""

from __future__ import annotations

_TEXT = """\
# A rule of your own. It works as it stands; change it and its examples together, and run `edgelint test` after each step.
# Of edgelint's documents, docs/rule-format.md explains every key and docs/tables.md lists what can be selected.
code: CODE # belongs to this rule for ever
name: NAME # the file is called so
summary: A log level that fills the disk # what the rule finds, in one line
severity: warning # error, warning or info
scope: module # what $ is: module, user-module, system-module or manifest

# What the rule looks at: rows of a table (mounts, ports, variables, images, endpoints, routes ...), or a path into the data,
# such as $.createOptions.HostConfig.NetworkMode. This table holds the variables of env and of createOptions.Env alike.
select: $.variables[?(@.name == "LOG_LEVEL")]

# What must hold for such a value, @, so that the rule speaks. What is absent passes nothing but `exists: false` and `not`.
where:
  - {at: '@.value', in: [debug, trace], case: ignore}

# What it says, and the part of the text that it points at. {name} and {value} are columns of the row.
message: Variable {name} is {value}
help: Set it to info
mark: value
why: |
  Every message of the module goes to the disk at this level. Say here what goes wrong; `edgelint explain` shows it.

# What --fix does. Leave it out where there is no one right answer.
fix:
  title: Set {name} to info
  applicability: safe
  steps:
    - rewrite: {at: '@', part: value, with: info}

# The examples are the test. First the near-misses, in which nothing may be found, each with its reason; then what is found:
# its place, the marked text, the message. Each is a bit of a manifest, here of one module.
examples:
  - good: {env: {LOG_LEVEL: {value: info}, OTHER_LOG_LEVEL: {value: debug}}}
    because: the level is another one, and the second name is another variable
  - good: {env: {LOG_LEVEL: {value: '${LEVEL}'}}}
    because: nobody knows yet what the placeholder becomes
  - bad: {createOptions: {Env: [LOG_LEVEL=Debug]}}
    finds:
      - {at: '$.createOptions.Env[0]', text: Debug, message: Variable LOG_LEVEL is Debug, fix: safe}
    fixed: {createOptions: {Env: [LOG_LEVEL=info]}}
"""


def rule_text(name: str, code: str) -> str:
    """Return the text of a rule file with this name and code, whose examples come out right."""
    return _TEXT.replace("CODE", code, 1).replace("NAME", name, 1)
