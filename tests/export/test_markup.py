import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.export.html.markup import Markup, data_block, element, join, mathml, text


@given(st.text())
def test_no_string_becomes_markup(value):
    written = element("p", {"title": value}, value)
    assert "<" not in written.removeprefix("<p").removesuffix("</p>").replace("<bdi>", "").replace("</bdi>", "")


@given(st.dictionaries(st.text(), st.text()))
def test_no_string_ends_a_data_block(value):
    inside = (
        data_block("data", value).removeprefix('<script type="application/json" id="data">').removesuffix("</script>")
    )
    assert not set(inside) & set("<>&\u2028\u2029")


def test_text_that_turns_its_direction_is_isolated():
    assert text("a\u202eb") == "<bdi>a\u202eb</bdi>"
    assert text("plain") == "plain"


def test_markup_is_joined_as_it_is():
    assert join([Markup("<b>"), "<b>", None]) == "<b>&lt;b&gt;"


@pytest.mark.parametrize(
    "source",
    [
        '<math><mi onclick="x">x</mi></math>',
        "<math><script>x</script></math>",
        '<math><mi href="javascript:x">x</mi></math>',
        '<math><annotation-xml encoding="text/html">x</annotation-xml></math>',
        '<math style="color: red"><mi>x</mi></math>',
        '<!DOCTYPE math [<!ENTITY a "b">]><math>&a;</math>',
    ],
)
def test_mathml_with_anything_unknown_is_refused(source):
    with pytest.raises(ValueError, match="MathML"):
        mathml(source, "x")


def test_mathml_text_is_escaped_again():
    written = mathml("<math><mtext>&lt;b&gt;</mtext></math>", 'a "b" & <c>')
    assert written == '<math alttext="a &quot;b&quot; &amp; &lt;c&gt;"><mtext>&lt;b&gt;</mtext></math>'


def test_a_fence_stretches_only_around_what_is_tall():
    fence = '<mo fence="true" stretchy="true">(</mo>'
    assert 'stretchy="false"' in mathml(f"<math><mrow>{fence}<mi>x</mi></mrow></math>", "")
    assert 'stretchy="true"' in mathml(f"<math><mrow>{fence}<mfrac><mi>x</mi><mn>2</mn></mfrac></mrow></math>", "")
