"""Each product that can be asked for has its maker, and each that the page offers has a name in every language."""

from typing import get_args

import pytest

from mathora.export.making import BESIDE, MAKERS, OF_FILM
from mathora.export.products import PRODUCTS
from mathora.lesson import LanguageName
from mathora.words import words_of


def test_every_product_has_a_maker_in_the_same_order():
    assert list(MAKERS) == list(PRODUCTS)
    assert PRODUCTS.keys() >= BESIDE | OF_FILM


@pytest.mark.parametrize("language", get_args(LanguageName))
def test_what_the_page_offers_has_a_name_there(language):
    offered = [name for name, product in PRODUCTS.items() if product.file]
    assert [name for name in offered if not getattr(words_of(language).product, name)] == []


def test_no_two_products_are_offered_as_one_file():
    files = [product.file for product in PRODUCTS.values() if product.file]
    assert len(files) == len(set(files))
