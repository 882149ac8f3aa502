"""What stores in files ask of the disk."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows which files a folder holds; raises OSError."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
