"""What kind of writing a piece of plain text is: paragraph, title, heading, names, or a page's furniture."""

import regex

LONG = 250
SENTENCE_END = regex.compile(r"[.!?…。] [\"'”’)\]}*_]{0,3}+ \Z", regex.VERBOSE)
INNER_END = regex.compile(r"[a-z0-9)%][.!?] \s++ (?=[A-Z])", regex.VERBOSE)
WORD = regex.compile(r"[\w'’-]++")
MARKS = regex.compile(  # what stands before a title in Markdown and in lists
    r"""\A
    (?: \#{1,6}+ \s++                                  # ##
      | [-*+•] \s++                                    # a bullet
      | \[ \d{1,4}+ \] \s*+ | \(? \d{1,4}+ [.)] \s++  # [1], (1), 1.
      | > \s++ )++""",
    regex.VERBOSE,
)
EMPHASIS = regex.compile(r"\A (\*\*|__|\*|_) (?=\S) (.+) (?<=\S) \1 \Z", regex.VERBOSE)
MARKDOWN_LINK = regex.compile(
    r"\A \[ (?P<words> [^\]\[]++ (?: \[ [^\]\[]*+ \] [^\]\[]*+ )*+ ) \] \( (?P<link> [^()\s]++ ) \)",
    regex.VERBOSE,
)
ABSTRACT_HEADING = regex.compile(
    r"""[\s\#*_>]*+ (?: \d{1,2}+ \.? \s++ )?+ (?: abstract | summary | zusammenfassung | résumé )
        (?P<end> \s*+ [*_]*+ \s*+ (?: [:.—–-]++ \s*+ [*_]*+ )?+ \s*+ )""",
    regex.VERBOSE | regex.IGNORECASE,
)
_PARTS = r"""
    introduction background related\sworks? previous\swork prior\swork preliminaries motivation methods?
    methodology (?:our\s)?approach models? experiments? experimental\s(?:setup|results) evaluation results
    results\sand\sdiscussion discussion analysis ablations? ablation\sstudies limitations? conclusions?
    conclusions?\sand\sfuture\swork future\swork acknowledge?ments? references bibliography appendix
    (?:table\sof\s)?contents abstract keywords index\sterms ccs\sconcepts (?:code|data)\savailability
    ethics\sstatement broader\simpact supplementary\smaterial"""
SECTION = regex.compile(
    rf"""[\s\#*_]*+ (?: (?: \d{{1,2}}+ (?: \. \d{{1,2}}+ )*+ | [IVX]{{1,4}}+ | [A-H] ) [.)]?+ \s++ )?+
        (?: {"|".join(_PARTS.split())} )
        [\s:.*_]*+""",
    regex.VERBOSE | regex.IGNORECASE,
)
_MONTH = "(?: jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec ) [a-z]*+ \\.?+"
FURNITURE = regex.compile(
    rf"""
    # days and months: Mar 17; Monday, 17 March 2025; March 2025; 2025-03-17
    (?: (?: mon|tues|wednes|thurs|fri|satur|sun ) day ,?+ \s*+ )?+
    (?: {_MONTH} \s++ \d{{1,2}} (?!\d) (?: st|nd|rd|th )? (?: ,?+ \s*+ \d{{4}} )?+
      | \d{{1,2}}+ \s++ {_MONTH} (?: ,?+ \s*+ \d{{4}} )?+
      | {_MONTH} ,?+ \s*+ \d{{4}}
      | \d{{4}} - \d\d (?: - \d\d )?+ )
    # who put it there and when
  | (?: published | submitted | posted | updated | added ) \s++ (?: on | by | at ) \b .*+
    # counts, bars, dots: 1.2k, · 12 authors
  | [\W\d_]*+ (?: [km] \b [\W\d_]*+ )?+
    (?: (?: author | comment | upvote | like | view | star | vote | page ) s? [\W\d_]*+ | minutes? \s read )?+
    # where its authors work and what arXiv files it under
  | (?: [\p{{Lu}}&]\S*+ \s++ ){{1,4}}? (?: University | Institute | Laborator(?:y|ies) | College )
    (?: \s of \s .{{1,60}}+ )?+
  | University \s of (?: \s \p{{Lu}}\S*+ ){{1,4}}+
  | (?: [a-z-]{{2,9}}+ \. [A-Z]{{2}} [;,\s]*+ )++
    # what can be pressed
  | (?: subscribe | sign \s (?: up | in ) | log \s in | login | share | save | cite | new | trending | home
      | search | next | previous | back | menu | abs | pdf | html | code | github | project \s page
      | get \s (?: (?! \b inbox ) . )*+ inbox
      | (?: view | read | show | load | see ) \s (?: all | more | details? | full | pdf | paper | on ) \b .*+
    ) [.!…→»]*+
  | (?: pdf | html | abs | code ) (?: \s*+ [|·,/] \s*+ (?: pdf | html | abs | code | other ) )++
    # rights and links
  | (?: all \s rights | copyright \s | © ) .*+
  | https?:// \S*+ | arxiv : \S++ .*+ | doi : .*+
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_PARTICLE = r"(?: de|da|di|del|della|van|von|der|den|la|le|el|al|bin|ibn|dos|du|zu ) (?=\s)"
_MARK = r"[\d*†‡§¶∗]++"
_NAME = rf"""(?: \p{{Lu}} [\p{{L}}\p{{M}}.'’-]*+ (?: \s++ {_PARTICLE} )*+ \s*+ ){{2,5}}+
             (?: {_MARK} (?: ,{_MARK} )*+ )?+ \s*+"""
NAMES = regex.compile(
    rf"""(?i: authors? \s*+ : | by \s )?+ \s*+
         {_NAME} (?: (?: , | ; | · | & | \b and \b | (?<=,)\s*+and \b )++ \s*+ {_NAME} )++
         (?: ,?+ \s*+ et \s al\.? )?+
       | (?i: authors? \s*+ : | by \s ) .++""",
    regex.VERBOSE | regex.DOTALL,
)


def is_prose(text: str) -> bool:
    """Say whether a block is a paragraph and no title: long, or whole sentences of ten words and more.

    >>> is_prose("What's in a Star? A Theory of Counting"), is_prose("We count stars by hand. " * 4)
    (False, True)
    """
    if len(text) >= LONG:
        return True
    words = WORD.findall(text)
    if not ends_sentence(text) or (len(words) < 10 and (text.isascii() or len(text) < 60)):
        return False
    return INNER_END.search(text) is not None or not is_title_case(words)


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as sentences do: in a full stop, perhaps behind a quote or bracket."""
    return SENTENCE_END.search(text.rstrip()[-8:]) is not None


def is_title_case(words: list[str]) -> bool:
    """Say whether most of the longer words are capitalised, as in titles that end in a full stop."""
    long = [word for word in words if len(word) > 3]
    return sum(not word[0].islower() for word in long) > 0.6 * len(long)


def is_furniture(text: str) -> bool:
    """Say whether a short block is what pages put around papers: `Subscribe`, `Mar 17`, `12 upvotes`."""
    return len(text) < 200 and FURNITURE.fullmatch(text.strip()) is not None


def is_section(text: str) -> bool:
    """Say whether a line is the usual heading of a part of a paper: `1 Introduction`, `## Results`."""
    return len(text) < 80 and SECTION.fullmatch(text) is not None


def is_names(text: str) -> bool:
    """Say whether a block lists authors: `Ada Byron, Max Born` or `By A. Byron`."""
    return len(text) < 3_000 and NAMES.fullmatch(text.strip()) is not None


def abstract_heading(text: str) -> int:
    """Return where the abstract begins behind a heading at the start of a text, 0 for none.

    >>> abstract_heading("Abstract: We count."), abstract_heading("Abstract syntax trees")
    (10, 0)
    """
    found = ABSTRACT_HEADING.match(text[:200])
    if not found:
        return 0
    separated = found["end"].strip() or "\n" in found["end"] or found.end() == len(text[:200])
    return found.end() if separated else 0


def title_of(text: str) -> tuple[str, str]:
    """Return a title without list marks and emphasis, and the link it carried: `1. **[A](https://a.b)**`."""
    title, link = " ".join(text.split()), ""
    title = MARKS.sub("", title)
    for _ in range(2):
        if found := EMPHASIS.match(title):
            title = found[2]
        if found := MARKDOWN_LINK.match(title):
            link, title = found["link"], found["words"] + title[found.end() :]
    return title.strip(), link
