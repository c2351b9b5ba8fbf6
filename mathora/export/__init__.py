"""From clips and a timeline to what students get: film, page, slides, handout, transcript. One module for each product.

Public: `export_lesson`, `import_makers`, `Exported`, `Order`, `PRODUCTS`.
"""

from mathora.export.exporting import Exported, export_lesson, import_makers
from mathora.export.order import Order
from mathora.export.products import PRODUCTS

__all__ = ["PRODUCTS", "Exported", "Order", "export_lesson", "import_makers"]
