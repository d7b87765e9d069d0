"""What strengths, outcomes, answers and standings are called, in the words of the ontology."""

from si_kg.definitions.agreement import Standing
from si_kg.definitions.classification import Answer
from si_kg.definitions.corpus import Strength
from si_kg.definitions.judgements import Outcome
from si_kg.language import Text

STRENGTHS = {
    Strength.REQUIRED: Text("vereist", "requires"),
    Strength.CHARACTERISTIC: Text("kenmerkend", "characteristic"),
    Strength.MENTIONED: Text("noemt", "mentions"),
}
OUTCOMES = {
    Outcome.MET: Text("voldaan", "met"),
    Outcome.NOT_MET: Text("niet voldaan", "not met"),
    Outcome.NO_EVIDENCE: Text("geen bewijs", "no evidence"),
    Outcome.PARTLY: Text("deels voldaan", "partly met"),
    Outcome.UNDETERMINED: Text("niet te bepalen", "undetermined"),
    Outcome.UNKNOWN: Text("niet beoordeeld", "not judged"),
}
ANSWERS = {
    Answer.FITS: Text("past", "fits"),
    Answer.FAILS: Text("past niet", "does not fit"),
    Answer.UNDECIDED: Text("onbeslist", "undecided"),
    Answer.NO_TEST: Text("geen toets", "no test"),
}
STANDINGS = {
    Standing.CORE: Text("kern", "core"),
    Standing.CHARACTERISTIC: Text("kenmerkend", "characteristic"),
    Standing.CONTESTED: Text("omstreden", "contested"),
    Standing.IDIOSYNCRATIC: Text("uitzonderlijk", "idiosyncratic"),
}
