"""Every string that a template puts in is text, a missing name is an error, its own line breaks are none."""

import jinja2
import pytest

from mathora.export.html import templates
from mathora.export.html.markup import Markup
from mathora.export.html.templates import fill_in


@pytest.fixture
def template(monkeypatch):
    """Fills in a template with this source."""

    def filled(source, **values):
        monkeypatch.setattr(templates, "web_file", lambda _: source)
        templates._environment.cache_clear()
        return fill_in("any.html", **values)

    yield filled
    templates._environment.cache_clear()


def test_what_is_put_in_is_text(template):
    assert template("<p>{{ said }}</p>", said="<b>1 & 2</b>") == "<p>&lt;b&gt;1 &amp; 2&lt;/b&gt;</p>"
    assert template('<p title="{{ said }}"></p>', said='" onclick="x') == '<p title="&#34; onclick=&#34;x"></p>'


def test_markup_that_was_made_here_stays(template):
    found = template("<p>{{ made }}</p>", made=Markup("<b>1</b>"))
    assert (found, type(found)) == ("<p><b>1</b></p>", Markup)


@pytest.mark.parametrize("source", ["{{ nobody }}", "{{ story.nobody }}", "{% if nobody %}x{% endif %}"])
def test_a_name_that_is_not_there_is_an_error(template, source):
    with pytest.raises(jinja2.UndefinedError):
        template(source, story={})


def test_a_line_break_between_tags_is_nothing_and_one_in_a_text_is_one(template):
    assert template("<p>\n  <b>a\n  b</b>\n  {{ c }}\n</p>\n", c="d") == "<p><b>a\n  b</b>d</p>"


def test_a_filter_that_is_not_there_is_told_when_the_template_is_read(template):
    with pytest.raises(jinja2.TemplateAssertionError):
        template("{{ 1 | nobody }}")


def test_a_time_is_written_as_a_script_reads_it(template):
    assert template("{{ time | seconds }}", time=1 / 3) == "0.333"
