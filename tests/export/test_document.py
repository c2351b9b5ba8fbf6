"""A whole page: its policy lets run what it was made with, and nothing else; its language is said."""

from mathora.export.html.document import document
from mathora.export.html.markup import Markup


def test_a_page_runs_its_own_scripts_and_no_others():
    page = document(language="en", head=Markup(""), body=Markup(""), styles=("p {}",), scripts=("alert(1)",))
    policy = page.split('content="')[1].split('"')[0]
    assert "default-src &#39;none&#39;" in policy
    assert "unsafe" not in policy
    assert policy.count("sha256-") == 2
    assert "http" not in policy


def test_without_scripts_none_may_run():
    assert "script-src &#39;none&#39;" in document(language="en", head=Markup(""), body=Markup(""), styles=())


def test_a_page_says_its_language():
    page = document(language="de", head=Markup(""), body=Markup(""), styles=(), theme="light")
    assert '<html lang="de" data-theme="light">' in page
