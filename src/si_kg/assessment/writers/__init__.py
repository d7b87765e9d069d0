"""Write a report: as text, Markdown or a page, all from the same sections."""
