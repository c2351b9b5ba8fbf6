"""The interactives of tables, trees and matrices begin with the lesson's numbers, and each cell can be chosen."""

from played import found, plays


def test_a_table_begins_with_its_first_row_and_has_each_of_its_functions():
    play = found()["Table"]
    assert [(one.low, one.high, one.step, one.start) for one in play.dials] == [(1, 4, 1, 1)]
    assert list(play.functions) == ["column 0", "column 1"]
    assert [one["base"] for one in play.data["heads"]] == ["f", "g"]


def test_an_entry_is_chosen_by_row_and_column():
    assert [(one.low, one.high) for one in found()["TwoWayTable"].dials] == [(1, 2), (1, 2)]
    assert found()["TwoWayTable"].data["entries"] == [[9, 1], [99, 891]]
    assert found()["MatrixProduct"].data == {"left": ((1, 2), (3, 4)), "right": ((1, 2), (3, 4))}


def test_each_fork_of_a_tree_has_its_chance_and_all_leaves_can_be_chosen():
    dials = found()["ProbabilityTree"].dials
    assert [(*one.name, one.start) for one in dials] == [
        ("chance: ill", 0.01),
        ("chance: a, after ill", 0.9),
        ("chance: a, after well", 0.09),
        ("leaf", 1),
    ]
    assert dials[-1].high == 4


def test_the_right_side_stands_behind_the_bar():
    assert found()["Elimination"].data == {"rows": [[1, 2, 2], [3, 4, 1]], "bar": 2}


def test_a_matrix_without_a_second_one_has_nothing_to_move():
    assert plays([("MatrixProduct", "{left: A}", "write")]) == [None]


def test_a_chain_whose_columns_say_where_to_go_is_read_by_rows():
    given = "{states: [a, b], matrix: [[0.9, 0.5], [0.1, 0.5]], by: columns}"
    (play,) = plays([("MarkovChain", given, "chain")])
    assert play.data["moves"] == [[0.9, 0.1], [0.5, 0.5]]
    assert [dial.start for dial in play.dials] == [0, 1, 0.9]


def test_two_vectors_are_one_row_under_a_kernel():
    (play,) = plays([("Convolution", "{signal: [1, 2, 4], kernel: [1, -1]}", "write")])
    assert (play.data["signal"], len(play.dials), play.dials[0].high) == (((1, 2, 4),), 1, 2)
