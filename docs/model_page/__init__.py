"""Write ``docs/model.md`` from the code and its data: ``python -m docs.model_page``."""
