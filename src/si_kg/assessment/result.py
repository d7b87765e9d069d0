"""The assessment of a plan: what was found, as something to read."""

from dataclasses import dataclass

from si_kg.assessment.findings import Findings
from si_kg.assessment.sections import document
from si_kg.assessment.writers import markdown, page, records, text
from si_kg.errors import FormatNotFound

FORMATS = ("text", "md", "json", "html")


@dataclass(frozen=True)
class Assessment:
    """What was found about a plan."""

    findings: Findings

    def write(self, style: str, language: str, width: int = 0) -> str:
        """The report in one of FORMATS; raises FormatNotFound for any other."""
        match style:
            case "text":
                return text.write(document(self.findings, language), width)
            case "md":
                return markdown.write(document(self.findings, language))
            case "html":
                return page.write(document(self.findings, language))
            case "json":
                return records.write(self.findings, language)
        raise FormatNotFound(style, FORMATS, formats=", ".join(FORMATS))
