"""What figures claim of themselves, measured as a scene measures it on every frame."""


def worst(claims):
    """The residual of each claim as a share of what it may be: all at most 1 where what is claimed is true."""
    return {name: residual() / tolerance for name, residual, tolerance in claims}


def holds(claims):
    """Whether all that is claimed is true of what is drawn."""
    return all(share <= 1 for share in worst(claims).values())


def broken(claims):
    """The claims that are not true of what is drawn."""
    return [name for name, share in worst(claims).items() if not share <= 1]
