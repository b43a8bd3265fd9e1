"""The electronic records: catalogue, journal, register, files, filing, review, audit, verification."""
