"""How a run of examples reads."""

from collections import Counter

from edgelint.testing.outcome import Failure, Outcome, format_outcome

NOISY = 'error "No" under "x" at 3:4 /a'
FINE = Outcome(13, 120, frozenset("abc"), 1000, 1040, 2040, Counter(), 0, ())


def failure(shape: str, word: str = "missing", expected: str = "a finding", found: str = "", line: int = 7) -> Failure:
    return Failure("rules/a.yaml", line, "ASE101", 2, shape, word, expected, found)


def test_a_run_without_a_failure_is_one_line() -> None:
    assert format_outcome(FINE) == (
        "13 rules, 120 examples, 2,040 runs in 3 shapes and layouts: 1,000 reported, 1,040 silent, 0 missing, 0 noisy\n"
    )


def test_what_was_left_out_is_told() -> None:
    outcome = FINE._replace(rules=1, examples=1, runs=1, skipped=Counter(bare=1410, layered=12), fixes=1)
    assert format_outcome(outcome) == (
        "1 rule, 1 example, 1 run (1 with a fix) in 3 shapes and layouts:"
        " 1,000 reported, 1,040 silent, 0 missing, 0 noisy (skipped: bare 1,410, layered 12)\n"
    )


def test_one_failure_of_several_shapes_is_told_once() -> None:
    outcome = FINE._replace(failures=(failure("string", found=NOISY), failure("bom", found="other")))
    assert format_outcome(outcome).splitlines()[:-1] == [
        "rules/a.yaml:7: ASE101 example 2: missing in string, bom",
        "  expected  a finding",
        '  found     error "No" under "x" at 3:4 /a',
    ]


def test_two_findings_are_two_failures_wherever_they_stand() -> None:
    found = [NOISY, NOISY.replace("3:4 /a", "9:9 /b"), NOISY.replace("No", "Nor")]
    outcome = FINE._replace(failures=tuple(failure("string", "noisy", "", each, line=0) for each in found))
    assert format_outcome(outcome).splitlines() == [
        "rules/a.yaml: ASE101 example 2: noisy in string",
        "  found     " + found[0],
        "rules/a.yaml: ASE101 example 2: noisy in string",
        "  found     " + found[2],
        "13 rules, 120 examples, 2,040 runs in 3 shapes and layouts: 1,000 reported, 1,040 silent, 0 missing, 3 noisy",
    ]
