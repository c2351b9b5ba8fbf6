"""From clips and a timeline to what students get: film, page, slides, handout, transcript. One module for each product.

Public: `export_lesson`, `published`, `prepare`, `Exported`, `Published`, `Order`, `PRODUCTS`.
"""

from mathora.export.exporting import Exported, Published, export_lesson, prepare, published
from mathora.export.order import Order
from mathora.export.products import PRODUCTS
