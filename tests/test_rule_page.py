"""The page on a rule and the index, word for word, of small rules."""

from typing import Any

from edgelint.config.notice_rules import notice_documents
from edgelint.docs.notice_page import notice_page
from edgelint.docs.rule_index import rule_index
from edgelint.docs.rule_page import rule_page
from edgelint.rule_files.yaml_reader import read_yaml

RULE: dict[str, Any] = read_yaml("""\
family: storage
code: TST102
name: share-name
summary: A share of another_ name
severity: error
cases:
- message: Share {share} is unknown
  help: Create share {share}
  fix: {title: 'Mount {answer}', applicability: needs-input, needs: 'shares.{share}', where: [x], then: ['Fill {answer}']}
- message: Share {share} is odd
  severity: warning
  help: Rename it
  fix:
  - {title: Rename it, applicability: safe}
- {message: 'Share {share} is odd', help: Drop it, fix: []}
why: |
  Kubernetes knows *shares*.
sources:
- {evidence: documented, statement: S5, title: The_article_, url: 'https://example.com/a'}
- {evidence: executed, title: The agent, url: 'https://example.com/b'}
since: 0.1.0
status: deprecated
replaced-by: TST103
examples:
- bad: {createOptions: {Volumes: {a*b: {}}}}
  finds: [{at: $, message: Share a*b is unknown}, {at: $, message: Share a*b is unknown}]
  fixed: {createOptions: {}}
  answers: {shares: {a*b: c}}
- good: {createOptions: {}}
  because: nothing *is* there
  statement: S11
- {bad: {createOptions: {}}, finds: [{at: $, message: Share is odd, severity: warning}], fixed: {createOptions: {}}}
""").data

PAGE = r"""# TST102 share-name

<!-- Made by `python -m edgelint.docs docs` from rules/storage/share-name.yaml. -->

A share of another\_ name.

| severity | fix | family | since | status | rule file |
|---|---|---|---|---|---|
| error or warning | safe, needs-input | [storage](README.md#storage) | 0.1.0 | deprecated, replaced by [TST103](TST103.md) | \
[rules/storage/share-name.yaml](../../rules/storage/share-name.yaml) |

## Why

Kubernetes knows *shares*.

## What it finds

### Bad 1

```json
{"createOptions": {"Volumes": {"a*b": {}}}}
```

```text
error TST102 Share a*b is unknown
```

Fixed, with the answers `{"shares": {"a*b": "c"}}`:

```json
{"createOptions": {}}
```

### Bad 2

```json
{"createOptions": {}}
```

```text
warning TST102 Share is odd
```

Fixed:

```json
{"createOptions": {}}
```

## What it leaves alone

### Good 1

```json
{"createOptions": {}}
```

Because nothing \*is\* there.

Statement [S11](../article-coverage.md#s11) wants it so.

## What to do

| what is said | what to do |
|---|---|
| Share \<share> is unknown | Create share \<share> |
| Share \<share> is odd | Rename it<br>Drop it |

## What --fix does

- Mount \<answer>: **needs-input**, by `--fix --answers FILE`
- Rename it: **safe**, by `--fix`

## What is left for you

- Give `shares.<share>` in the answers file; `--write-answers FILE` writes the question down, ready to fill in.
- Fill \<answer>.
- Not every finding can be fixed; for one that has no fix see [What to do](#what-to-do).

## Sources

- [The_article\_](https://example.com/a) ([documented](README.md#evidence), statement [S5](../article-coverage.md#s5))
- [The agent](https://example.com/b) ([executed](README.md#evidence))

## Where the rules hold
""".replace("\\\n", "")


def test_the_page_on_a_rule() -> None:
    assert rule_page(RULE).partition("rules hold\n")[0] + "rules hold\n" == PAGE


def test_a_rule_without_a_fix_says_so() -> None:
    page = rule_page({**RULE, "cases": [{"message": "x", "help": "Look at it"}]})
    assert "## What to do\n\n- Look at it\n\n## What is left for you\n\n- There is no automatic fix; see" in page
    assert "| error | none |" in page


def test_where_a_fix_does_all_nothing_is_left() -> None:
    assert "left for you" not in rule_page({**RULE, "cases": [RULE["cases"][1]]})


def test_a_fix_that_asks_is_not_called_unsafe() -> None:
    fix = {"title": "Rename to {answer}", "applicability": "unsafe", "needs": "modules.{name}"}
    page = rule_page({**RULE, "cases": [{**RULE["cases"][1], "fix": fix}]})
    assert "- Rename to \\<answer>: **needs-input**, by `--fix --answers FILE`" in page
    assert "| warning | needs-input |" in page


def test_the_page_on_a_finding_about_a_suppression() -> None:
    unused = next(document for document in notice_documents() if document["code"] == "ASE901")
    page = notice_page({**unused, "why": "An entry *matches* nothing.", "help": "Remove it, or *mend* it"})
    assert (
        page
        == """\
# ASE901 suppression-unused

<!-- Made by `python -m edgelint.docs docs` from edgelint/config/notice_rules.py. -->

A suppression in the configuration that matches no finding.

| severity | fix | family | since | status |
|---|---|---|---|---|
| warning | none | [configuration](README.md#configuration) | 0.1.0 | stable |

## Why

An entry *matches* nothing.

## What to do

- Remove it, or \\*mend\\* it

[Suppressions](../configuration.md#suppressions) tells what an entry says and when it is looked at.
"""
    )


def test_the_index_goes_by_family_in_the_order_of_codes() -> None:
    other = {**RULE, "status": "stable", "cases": [{}], "fix": []}
    rules = [{**other, "code": "TST001", "family": "manifest"}, RULE, {**other, "code": "TST902", "family": "manifest"}]
    rows = [line for line in rule_index(rules).splitlines() if line.startswith(("## ", "| [", "13", "3 "))]
    assert rows == [
        "3 rules, each with a page: what it finds, why, examples, what to do, and where it comes from. A terminal says the same:",
        "## manifest",
        r"| [TST001](TST001.md) | share-name | error | A share of another\_ name |  |",
        r"| [TST902](TST902.md) | share-name | error | A share of another\_ name |  |",
        "## storage",
        r"| [TST102](TST102.md) | share-name | error or warning | A share of another\_ name (deprecated) | safe, needs-input |",
        "## Evidence",
    ]
