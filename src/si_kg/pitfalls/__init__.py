"""Known pitfalls of ontologies (OOPS!) and what makes one FAIR (FOOPS!), looked for offline."""

from si_kg.pitfalls.looking import PITFALLS, RULES, pitfall_remarks

__all__ = ["PITFALLS", "RULES", "pitfall_remarks"]
