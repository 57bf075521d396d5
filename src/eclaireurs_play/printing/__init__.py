"""Display lists to PDF, imposition and kits: the only part that knows ReportLab."""
