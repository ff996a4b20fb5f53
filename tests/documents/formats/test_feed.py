from collections.abc import Callable
from typing import Any

Read = Callable[[str | bytes], Any]
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a feed -->\n'
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">\n'
    "<title>ArXiv Query: stars</title><id>http://arxiv.org/api/x</id>\n"
)
ENTRY = """<entry>
  <id>http://arxiv.org/abs/2312.01234v2</id>
  <updated>2024-01-04T00:00:00Z</updated>
  <published>2023-12-04T00:00:00Z</published>
  <title>Counting
    Stars</title>
  <summary>
    We count 12 &lt; 13&nbsp;stars &amp; more,
    <i>by hand</i>.
  </summary>
  <author><name>Ada Byron</name><arxiv:affiliation>Star House</arxiv:affiliation></author>
  <author><name>Max Born</name></author>
  <arxiv:doi>10.1234/Stars</arxiv:doi>
  <link title="doi" href="http://dx.doi.org/10.1234/Stars" rel="related"/>
  <link href="http://arxiv.org/abs/2312.01234v2" rel="alternate" type="text/html"/>
  <arxiv:journal_ref>J. Stars 1</arxiv:journal_ref>
</entry>
"""


def simple(title: str) -> str:
    return f"<entry><title>{title}</title><summary>We count.</summary></entry>\n"


def test_entry_of_arxiv(found: Read) -> None:
    paper = found(HEAD + ENTRY + "</feed>").only
    assert (paper.id, paper.title, paper.doi) == ("arxiv:2312.01234", "Counting Stars", "10.1234/stars")
    assert paper.abstract == "We count 12 < 13\xa0stars & more,\n    by hand."
    assert paper.authors == ("Ada Byron", "Max Born")
    assert paper.date == "2023-12-04"
    assert paper.url == "http://arxiv.org/abs/2312.01234v2"
    assert paper.venue == "J. Stars 1"
    assert paper.place == "entry 1 (line 5)"


def test_declared_encoding_does_not_matter_where_the_bytes_say_otherwise(found: Read) -> None:
    text = HEAD.replace("UTF-8", "ISO-8859-1") + simple("Café") + "</feed>"
    assert found(text.encode("latin-1")).titles == ["Café"]
    assert found(text.encode("utf-8")).titles == ["Café"]
    assert found(text.encode("utf-16")).titles == ["Café"]


def test_broken_entries_are_refused_with_their_lines_and_the_others_read(found: Read) -> None:
    everything = found(
        HEAD
        + simple("A")
        + simple("B<b>")
        + simple("&nothing;")
        + simple("C & D")
        + simple("\x01E")
        + "<entry>\n<title>"
    )
    assert everything.titles == ["A", "\ufffdE"]
    assert everything.places == [
        "entry 2 (line 6)",
        "entry 3 (line 7)",
        "entry 4 (line 8)",
        "entry 6 (line 10)",
    ]
    assert "ends in the middle" in everything.refusals[-1].reason


def test_entry_that_is_not_closed_costs_only_itself(found: Read) -> None:
    everything = found(HEAD + simple("A") + "<entry><title>B</title>\n" + simple("C") + "</feed>")
    assert everything.titles == ["A", "C"]
    assert everything.places == ["entry 2 (line 6)"]


def test_entities_that_explode_are_never_expanded(found: Read) -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    )
    bomb += "<feed>" + simple("&b;") + simple("B") + "</feed>"
    everything = found(bomb)
    assert everything.titles == ["B"]
    assert "entities" in everything.refusals[0].reason
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><feed>' + simple("&a;") + "</feed>"
    assert found(outside).titles == []


def test_deep_elements_take_no_time(found: Read) -> None:
    deep = HEAD + "<entry><title>A</title>" + "<b>" * 50_000 + "</b>" * 50_000 + "</entry></feed>"
    assert found(deep).titles == ["A"]


def test_rss_and_oai_and_the_anthology(found: Read) -> None:
    rss = "<rss version='2.0'><channel><title>x</title><item><title>A</title><description>We count.</description>"
    rss += "<link>https://arxiv.org/abs/2312.01234</link><dc:creator>Ada Byron, Max Born</dc:creator></item></channel></rss>"
    paper = found(rss).only
    assert (paper.id, paper.abstract, paper.authors) == (
        "arxiv:2312.01234",
        "We count.",
        ("Ada Byron", "Max Born"),
    )
    oai = """<OAI-PMH xmlns="x"><ListRecords><record><header><identifier>oai:arXiv.org:0704.0001</identifier>
      <datestamp>2008-11-26</datestamp></header><metadata><arXiv xmlns="y"><id>0704.0001</id><created>2007-04-02</created>
      <authors><author><keyname>Byron</keyname><forenames>Ada</forenames></author></authors><title>B</title>
      <abstract> We count. </abstract></arXiv></metadata></record></ListRecords></OAI-PMH>"""
    paper = found(oai).only
    assert (paper.id, paper.title, paper.authors) == ("arxiv:0704.0001", "B", ("Ada Byron",))
    anthology = """<collection id="2024.x"><volume id="long"><meta><booktitle>M</booktitle></meta><paper id="1">
      <title>A <fixed-case>BERT</fixed-case></title><author><first>Ada</first><last>Byron</last></author>
      <abstract>We count.</abstract><url>2024.x-long.1</url></paper></volume></collection>"""
    paper = found(anthology).only
    assert (paper.title, paper.authors) == ("A BERT", ("Ada Byron",))


def test_feed_without_entries(found: Read) -> None:
    assert found(HEAD + "</feed>").refusals[0].reason == "is a feed without entries"
