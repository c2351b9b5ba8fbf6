"""`mathora check`: what it says, where it says it, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.usefixtures("prover_here")

FALSE = r"\frac{d}{dx} f(x) = 3x"


def test_a_lesson_that_holds(run, write):
    write("slopes")
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("scripts/slopes.yaml: 2 formulas hold: 1 ")


def test_a_false_formula_is_quoted_with_its_witness(run, write):
    write("slopes", show=FALSE)
    result = run("check", "scripts/slopes.yaml")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[:3] == [
        "scripts/slopes.yaml:15:15: formula is false: at x = 1 the left side is 2, the right side 3 [formula-false]",
        rf"    15 |         show: {FALSE}",
        "       |               " + "^" * len(FALSE),
    ]


def test_a_line_is_quoted_as_it_is_now(run, write):
    write("slopes", text="id: [")
    assert "id: [" in run("check", "scripts/slopes.yaml").stderr
    write("slopes", text="id: {a")
    assert "id: {a" in run("check", "scripts/slopes.yaml").stderr


def test_all_lessons_are_checked_whatever_is_wrong_with_one(run, write):
    write("a", text="id: [")
    write("b", show=FALSE)
    write("c")
    result = run("check")
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in result.stderr.splitlines() if line.startswith("scripts")] == [
        "scripts/a.yaml", "scripts/b.yaml",
    ]  # fmt: skip
    assert result.stdout.startswith("scripts/c.yaml: 2 formulas hold")


def test_a_script_is_named_by_path_or_by_name(run, write):
    write("slopes")
    assert run("check", "slopes").exit_code == run("check", "scripts/slopes.yaml").exit_code == 0


def test_a_file_of_the_course_is_named_as_one_would_go_to_it(run, write):
    script = write("slopes")
    script.write_text(script.read_text().replace("sections:", "  x_i: {data: h.csv}\nsections:"))
    (script.parent.parent / "h.csv").write_text("h\n1\nx\n")
    assert run("check").stderr.startswith("h.csv:3:1: found 'x', expected a number")


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ("f(x): {is: x^2, domain: [x > 3, x < 1]}", "5:28: no x is in this domain: from 3 to 1"),
        ("f(x): {is: x^2, domain: [0 < x < 3 < 2]}", "5:28: 3 < 2 is false, so nothing is in this domain"),
        ("f(x): x^2\n  t: {domain: 1 < t < 1}", "6:15: no t is in this domain: from 1 to 1"),
    ],
)
def test_a_domain_without_a_number_is_told_where_it_is_written(run, write, declared, told):
    script = write("slopes")
    script.write_text(script.read_text().replace("f(x): x^2\nsec", f"{declared}\nsec"))
    assert f"slopes.yaml:{told} [empty-domain]" in run("check").stderr


def test_a_domain_of_what_cannot_be_computed_is_no_failure_of_ours(run, write):
    script = write("slopes")
    script.write_text(script.read_text().replace("sections:", "  g(x): {is: '\\sqrt{-4}', domain: x > 0}\nsections:"))
    assert run("check").exit_code == 0


def test_two_lessons_cannot_have_one_id(run, write):
    first = write("slopes")
    write("zlopes", text=first.read_text())
    result = run("check")
    assert result.exit_code == 1
    assert "the lesson's id 'slopes' is also that of scripts/slopes.yaml [duplicate-lesson]" in result.stderr


def test_events_for_tools(run, write):
    write("a", show=FALSE)
    write("c")
    result = run("check", "--json")
    fault, checked = (json.loads(line) for line in result.stdout.splitlines())
    assert (result.exit_code, result.stderr) == (1, "")
    assert (fault["event"], fault["file"], fault["line"], fault["column"], fault["rule"]) == (
        "fault", "scripts/a.yaml", 15, 15, "formula-false",
    )  # fmt: skip
    assert (checked["event"], checked["lesson"], sum(checked["verdicts"].values())) == ("checked", "c", 2)


CANCELLED = r"\frac{x^2 - 1}{x - 1} = x + 1"


def test_conditions_are_told(run, write):
    write("slopes", show=CANCELLED)
    said = run("check").stdout.splitlines()[1:]
    assert said == [rf"  proved at scripts/slopes.yaml:15:15 where x - 1 \ne 0: {CANCELLED}"]
    _, told = (json.loads(line) for line in run("check", "--json").stdout.splitlines())
    assert (told["event"], told["where"], told["tex"]) == ("conditions", [r"x - 1 \ne 0"], CANCELLED)


def test_wrong_usage(run, course, write):
    assert run("check").exit_code == 2
    write("slopes")
    missing = run("check", "slpoes")
    assert missing.exit_code == 2
    assert "There is no script 'slpoes': did you mean 'slopes'?" in missing.stderr
    assert "There is no script 'slopes.yml': did you mean 'slopes'?" in run("check", "slopes.yml").stderr
    assert run("check", "--josn").exit_code == 2
    (course / "scripts" / "slopes.yaml").unlink()
    assert run("check").exit_code == 2


@pytest.mark.parametrize("named", ["slopes", "slopes.yaml", "scripts", "scripts/", ".", "scripts/slopes.yaml"])
def test_scripts_are_named_by_file_name_or_folder(named, run, course, write):
    write("slopes")
    (course / "slopes").mkdir()
    assert run("check", named).stdout.startswith("scripts/slopes.yaml: 2 formulas hold")


def test_from_among_the_scripts_the_way_up_is_told(run, course, monkeypatch):
    monkeypatch.chdir(course / "scripts")
    assert "cd .." in run("check").stderr


def test_a_file_that_is_no_text(run, course):
    (course / "scripts" / "bytes.yaml").write_bytes(b"id: a\ntitle: \xff\n")
    result = run("check")
    assert result.exit_code == 1
    assert result.stderr.startswith("scripts/bytes.yaml:2:8: byte 14 is not UTF-8 [encoding]")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16(run, course, encoding):
    (course / "scripts" / "wide.yaml").write_bytes("id: wide\n".encode(encoding))
    result = run("check")
    assert result.exit_code == 1
    assert result.stderr.startswith("scripts/wide.yaml:1:1: this is UTF-16, which some editors call Unicode [encoding]")


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        (rb"{\rtf1\ansi {\f0 id: a}", "a document in RTF"),
        (b"PK\3\4\24\0", "a document of Word"),
        (b"%PDF-1.4", "a PDF"),
        (b"\n<!DOCTYPE html>", "a page in HTML"),
    ],
)
def test_a_document_in_the_place_of_a_script_is_one_fault(run, course, begins, kind):
    (course / "scripts" / "wide.yaml").write_bytes(begins + b"\nid: wide\nsections:\n- - a\n")
    result = run("check")
    assert result.stderr.startswith(f"scripts/wide.yaml:1:1: this is {kind}")
    assert result.stderr.count("wide.yaml:") == 1


def test_a_file_that_was_not_saved_to_its_end(run, course):
    (course / "scripts" / "wide.yaml").write_bytes(bytes(200))
    assert "the file holds nothing but zeros: it was not saved to its end [encoding]" in run("check").stderr


def test_a_file_that_is_too_big(run, course):
    (course / "scripts" / "big.yaml").write_bytes(b"#" * ((1 << 20) + 1))
    result = run("check")
    assert (result.exit_code, "too-big" in result.stderr) == (1, True)


def test_what_a_script_contains_never_reaches_the_terminal_raw(run, write):
    write("slopes", text='title: "\x1b[31m"\nid: \u202eevil\n')
    result = run("check")
    assert result.exit_code == 1
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output


def test_very_many_faults_are_cut_short_for_readers_only(run, write):
    write("slopes", text="".join(f"key{at}: 1\n" for at in range(200)))
    assert "… and 154 more" in run("check").stderr
    assert len(run("check", "--json").stdout.splitlines()) == 204


def test_checking_never_imports_what_draws(course, write):
    script = write("slopes")
    script.write_text(script.read_text().replace("x^2\nsec", "{is: x^2, domain: -1 \\le x \\le 2}\nsec"))
    code = (
        "import sys\nfrom mathora.cli import main\n"
        "try:\n    main(['check'])\nexcept SystemExit as end:\n    assert end.code == 0, end.code\n"
        "print(sorted({'manim', 'sympy', 'skia', 'av', 'pptx', 'rich', 'distributed'} & set(sys.modules)))"
    )
    for _ in ("cold", "with kept verdicts"):
        result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=course, check=True)
        assert result.stdout.splitlines()[-1] == "[]"


def test_where_nothing_can_be_written_a_lesson_is_checked_all_the_same(run, write):
    write("slopes")
    assert run("check", "--out", "/proc/nowhere").exit_code == 0
