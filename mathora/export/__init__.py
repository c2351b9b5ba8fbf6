"""From clips and a timeline to what students get: film, page, slides, handout, transcript. One module for each product.

Public: `export_lesson`, `published`, `import_makers`, `Exported`, `Published`, `Order`, `PRODUCTS`.
"""

from mathora.export.exporting import Exported, Published, export_lesson, import_makers, published
from mathora.export.order import Order
from mathora.export.products import PRODUCTS
