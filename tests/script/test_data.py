"""Data in a lesson: a column of numbers becomes names of the model, each number knowing where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.cli.course import read_lesson
from mathora.lesson import Faulty, Text
from mathora.script import read_script
from mathora.script.data import column

LESSON = """\
id: data
title: Data
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  MODEL
sections:
  - {id: s, title: T, scene: Slope, with: {function: f, at: {x: 1}}, steps: [{do: draw, say: a}]}
"""
SIZES = 'size;"price; net"\n1,5;2\n-3;2e3\n\n0.25;"7"\n'


def told(call, *arguments):
    with pytest.raises(Faulty) as faulty:
        call(*arguments)
    return [f"{one.place}: {one.message}" for one in faulty.value.faults]


def named(name="data.csv"):
    return Text.written(name, "lesson.yaml", 5, 10)


def values(source, wanted):
    return [number.value for number in column(source, "data.csv", wanted and Text.written(wanted), named())]


def read(model, catalogue, **files):
    lesson = read_script(
        LESSON.replace("MODEL", model), "x.yaml", catalogue, lambda name: (files[name.value[:-4]], name.value)
    )
    return [(one.head.value, one.body and one.body.value) for one in lesson.model.declarations]


def test_a_column_becomes_a_running_name_and_a_name_for_each_number(catalogue):
    numbers = [("x_i", None), ("x_{1}", "1"), ("x_{2}", "2.5")]
    assert read("x_i: {data: [1, 2.5]}", catalogue) == numbers
    assert read("x_i: {data: a.csv}", catalogue, a="x\n1\n2.5\n") == numbers


def test_cells_may_be_quoted_and_have_a_decimal_comma_where_semicolons_divide_them():
    assert values(SIZES, "size") == ["1.5", "-3", "0.25"]
    assert values(SIZES, "price; net") == ["2", r"2 \cdot 10^{3}", "7"]
    assert values("a\n1,5\n\N{MINUS SIGN}2,25\n", "a") == ["1.5", "-2.25"]
    assert values("a;b\n1,250;2\n", "a") == ["1.250"]


def test_windows_lines_a_mark_of_byte_order_and_tabs_change_nothing():
    assert values("\ufeffa\tb\r\n1\t2\r\n3\t4\r\n", "b") == ["2", "4"]


@pytest.mark.parametrize(
    ("source", "wanted", "faults"),
    [
        ("a,b\n1,x\n2,\n", "b", ["data.csv:2:3: found 'x', expected a number",
                                 "data.csv:3:3: found an empty cell, expected a number"]),
        ("a,b\n1\n2,3,4\n", "a", ["data.csv:2:1: found 1 cells, expected 2, one for each column",
                                  "data.csv:3:1: found 3 cells, expected 2, one for each column"]),
        ("a,b\n1,2\n", "c", ["<text>:1:1: the file has no column 'c'"]),
        ("a,b,a\n1,2,3\n", None, ["lesson.yaml:5:10: the file 'data.csv' has two columns called 'a'"]),
        ("a,b\n1,2\n", None, ["lesson.yaml:5:10: found 2 columns, expected 'column:' with the name of one"]),
        ("", None, ["lesson.yaml:5:10: the file 'data.csv' has no first line with the columns' names"]),
        ("a\n", None, ["lesson.yaml:5:10: the file 'data.csv' has no rows of data"]),
        ("a\n" + "1\n" * 65, None, ["lesson.yaml:5:10: found 65 rows of data, expected at most 64"]),
        ('a\n"1"2\n', None, ["data.csv:2:1: found '\"1\"2', expected a cell with its quotes around all of it"]),
        ("a\n1,000\n2\n", None, [
            "data.csv:2:1: found '1,000', which is a number with three decimals, or one of thousands"
        ]),
        ("a\nNaN\ninf\n", None, ["data.csv:2:1: found 'NaN', expected a number",
                                 "data.csv:3:1: found 'inf', expected a number"]),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_file_is_told_at_its_place(source, wanted, faults):
    assert told(values, source, wanted) == faults


@given(st.text())
def test_every_text_gives_numbers_or_faults(source):
    try:
        numbers = column(source, "data.csv", None, named())
    except Faulty:
        return
    assert 0 < len(numbers) <= 64


@pytest.mark.parametrize(
    ("model", "fault"),
    [
        ("x: {data: [1, 2]}", "found 'x' for data, expected a name that runs over an index"),
        ("x_i: {data: [1], is: 2}", "has data beside other keys"),
        ("x_i: {column: a}", "a column of no file"),
        ("x_i: {data: [1], column: a}", "found a column, where the data are written here"),
        ("x_i: {data: ../secret.csv}", "expected numbers, such as [1, 2, 3], or the name of a CSV file"),
        ("x_i: {data: /etc/passwd.csv}", "expected numbers"),
        ("x_i: {data: 'C:\\data.csv'}", "expected numbers"),
        ("x_i: {data: notes.txt}", "expected numbers"),
        ("x_i: {data: []}", "found 0 numbers, expected at least 1"),
    ],
)
def test_what_is_no_data_is_told(model, fault, catalogue):
    assert any(fault in one for one in told(read, model, catalogue))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("1\n2\n", "the number 1 for its column's name"),
        (" 2.5e3\n2\n", "for its column's name"),
        ("a\n\N{ARABIC-INDIC DIGIT ONE}\n", "expected a number"),
        ("a\n\N{FULLWIDTH DIGIT ONE}\n", "expected a number"),
    ],
)
def test_no_number_is_taken_for_a_name_and_no_sign_for_a_digit(source, said):
    assert said in told(column, source, "data.csv", None, named())[0]


def test_a_column_called_like_a_number_is_asked_for_and_lines_end_as_they_do():
    assert values("2020,2021\r1,2\r3,4", "2020") == ["1", "3"]
    assert values("2020\r\n1\r\n", "2020") == ["1"]


# ── on the disk ───────────────────────────────────────────────────────────────────────────────────────────────────────


def on_disk(folder, model):
    script = folder / "scripts" / "x.yaml"
    script.parent.mkdir(exist_ok=True)
    script.write_text(LESSON.replace("MODEL", model))
    return script


def test_a_file_lies_in_the_scripts_folder_and_its_faults_name_it(tmp_path, catalogue):
    script = on_disk(tmp_path, "x_i: {data: sub/a.csv}")
    (script.parent / "sub").mkdir()
    (script.parent / "sub" / "a.csv").write_text("a\n1\nx\n")
    (fault,) = told(read_lesson, script, catalogue)
    assert fault == f"{script.parent / 'sub' / 'a.csv'}:3:1: found 'x', expected a number"


def test_a_file_that_is_not_there_is_told_with_what_is(tmp_path, catalogue):
    script = on_disk(tmp_path, "x_i: {data: a.csv}")
    message = "there is no file 'a.csv' beside the script, nor in the course's folder above"
    assert told(read_lesson, script, catalogue) == [f"{script}:5:15: {message}"]


def test_of_a_missing_file_of_data_data_are_named_also_those_in_its_folder(tmp_path, catalogue):
    script = on_disk(tmp_path, "x_i: {data: data/agee.csv}")
    (tmp_path / "data").mkdir()
    for name in ("data/age.csv", "data/age.png", "image.svg"):
        (tmp_path / name).write_text("a\n1\n")
    with pytest.raises(Faulty) as raised:
        read_lesson(script, catalogue)
    assert [one.hint for one in raised.value.faults] == ["did you mean 'data/age.csv'?"]


def test_a_file_may_lie_in_the_courses_folder(tmp_path, catalogue):
    script = on_disk(tmp_path, "x_i: {data: a.csv}")
    (tmp_path / "a.csv").write_text("a\nx\n")
    assert told(read_lesson, script, catalogue) == [f"{tmp_path / 'a.csv'}:2:1: found 'x', expected a number"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path, catalogue):
    course = tmp_path / "course"
    course.mkdir()
    script = on_disk(course, "x_i: {data: a.csv}")
    (tmp_path / "secret.csv").write_text("a\n1\n")
    (script.parent / "a.csv").symlink_to(tmp_path / "secret.csv")
    message = "the file 'a.csv' lies outside of the course's folder"
    assert told(read_lesson, script, catalogue) == [f"{script}:5:15: {message}"]


def test_a_file_that_is_no_text_is_told(tmp_path, catalogue):
    script = on_disk(tmp_path, "x_i: {data: a.csv}")
    (script.parent / "a.csv").write_bytes(b"a\n\xff\n")
    assert "is not UTF-8" in told(read_lesson, script, catalogue)[0]
