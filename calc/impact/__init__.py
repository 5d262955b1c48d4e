"""The impact model: from a sale to the path of the yield."""
