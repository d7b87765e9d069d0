"""The figures on which the checks of a draft turn, in one place."""

# what is read at all
MOST_BYTES, MOST_TEXT_BYTES = 50_000_000, 5_000_000
MOST_WORDS = 200_000
# an archive is refused where a part swells more than this, or all of them fill more than that
MOST_SWOLLEN, SWELLING_COUNTS_FROM, MOST_UNPACKED = 200, 1_000_000, 300_000_000

# a stretch between quotation marks is a quotation from so many words
QUOTATION_WORDS = 5

# definitions of one concept disagree where there are so many of them, none of their requirements
# is shared by all, and this part of the pairs has no requirement in common
MANY_DEFINITIONS, PAIRS_APART = 5, 0.4

# two descriptions of one term differ where they share no more than this part of their words
SHARED_WORDS = 0.25
# a sentence describes a term from so many words on
DESCRIBING_WORDS = 5

# a word is a sign of a criterion where no more than this part of all criteria uses it
COMMON_WORD = 0.1
# a sentence gives the words of a definition where it has this part of one of its sentences
FOLLOWED = 0.7

# the words of a claim stand within so many words of each other
CLAIM_WINDOW = 8

# a cited name is a slip for one that resembles it so well (of 100), a year for one so near
NAME_LIKENESS, YEARS_APART = 84, 2
