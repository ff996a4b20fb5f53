"""A real browser on a real server: databases built for the tests, Streamlit on a free port, Debian's Chromium.

Everything is skipped, with the reason, where Chromium or Playwright is not there.
"""

import importlib.util
import json
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from leaderboard import resources
from leaderboard.warehouse import build

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing but this machine has an address: what would leave it fails, and is seen in the log of requests.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
# Opened at /progress, Streamlit first asks whether it is served under /progress/, and takes the 404 for a no.
PROBES = ("/_stcore/health", "/_stcore/host-config")
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'


def axe() -> str:
    """Return the text of axe."""
    pytest.importorskip("axe_playwright_python", reason="axe is not installed (the test extra has it)")
    found = importlib.util.find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def serving(db: Path) -> Iterator[str]:
    """Run `leaderboard serve` on a database and yield its address once it says that it listens."""
    port = free_port()
    words = [sys.executable, "-m", "leaderboard", "serve", "--db", str(db), "--port", str(port)]
    server = subprocess.Popen(
        words, cwd=resources.root(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert server.stdout is not None
    said: list[str] = []
    try:
        for line in server.stdout:
            said.append(line)
            if "URL" in line:
                break
        else:
            pytest.fail(f"the server ended: {''.join(said)}")
        threading.Thread(target=server.stdout.read, daemon=True).start()  # a full pipe would stop the server
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], Any]:
    """Serve a database of a test's own: `with serve(db) as address`."""
    return serving


WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


class Visit:
    """A page of a browser, with what it asked for and complained about."""

    def __init__(self, context: Any, address: str) -> None:
        self.address = address
        self.context = context
        self.page = context.new_page()
        self.page.set_default_timeout(60_000)  # a busy machine is slow, not wrong
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("websocket", lambda websocket: self.requests.append(websocket.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._heard)
        self.page.on(
            "dialog", lambda dialog: (self.complaints.append(f"dialog {dialog.message}"), dialog.dismiss())
        )

    def open(self, path: str = "") -> Any:
        """Open a path of the dashboard and wait until it is drawn."""
        self.page.goto(f"{self.address}/{path}")
        return self.drawn()

    def drawn(self) -> Any:
        """Wait until the server has nothing more to say, and return the page."""
        self.page.wait_for_selector(IDLE, state="attached")
        self.page.wait_for_function(
            '() => !document.querySelector(\'[data-testid="stSkeleton"], [data-stale="true"]\')'
        )
        return self.page

    def settled(self) -> Any:
        """Wait until what was just done has run and is drawn, and return the page."""
        self.page.wait_for_timeout(250)  # the run begins a moment after the click
        return self.drawn()

    def said(self) -> str:
        """Return the words of the page."""
        return str(self.page.inner_text('[data-testid="stMain"]'))

    def shows(self, *words: str) -> None:
        """Wait until the page says all of these words; a machine that has much to do takes its time."""
        for word in words:
            try:
                self.page.wait_for_function(
                    "word => document.querySelector('[data-testid=stMain]').innerText.includes(word)",
                    arg=word,
                )
            except Exception:
                assert word in self.said()

    def violations(self) -> list[str]:
        """Return what axe finds serious or critical on the page, a line each."""
        self.page.evaluate(axe())
        found = self.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{violation['id']} ({violation['impact']}): {node['html'][:200]} {node.get('failureSummary', '')[:300]}"
            for violation in found["violations"]
            if violation["impact"] in ("serious", "critical")
            for node in violation["nodes"]
        ]

    def outside(self) -> list[str]:
        """Return the addresses asked for that are not on this machine."""
        here = self.address.removeprefix("http:")
        own = (f"http:{here}/", f"ws:{here}/", "data:", f"blob:http:{here}/", "about:")
        return [url for url in self.requests if not url.startswith(own)]

    def _heard(self, message: Any) -> None:
        if message.type == "error" and not message.location.get("url", "").endswith(PROBES):
            self.complaints.append(f"{message.text} ({message.location.get('url', '')})")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed (the test extra has it)"
    )
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def dated_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    db = tmp_path_factory.mktemp("dated") / "leaderboard.duckdb"
    build([Path(__file__).parents[1] / "dashboard" / "data" / "made_up.jsonl"], db)
    return db


@pytest.fixture(scope="session")
def dated_server(browser: Any, dated_db: Path) -> Iterator[str]:
    with serving(dated_db) as address:
        yield address


Visits = Callable[..., Visit]


@pytest.fixture(scope="session")
def visiting(browser: Any, dated_server: str) -> Iterator[Visits]:
    """Open pages: `visiting()` on the made-up papers, or `visiting(address, color_scheme="dark")`.

    Pages of the same kind share a browser context, so that the program's own files are loaded once; a `fresh` one knows nothing of
    the others.
    """
    contexts: dict[str, Any] = {}

    def visiting(address: str = dated_server, *, fresh: bool = False, **kind: Any) -> Visit:
        key = f"fresh {len(contexts)}" if fresh else repr(sorted(kind.items()))
        if key not in contexts:
            contexts[key] = browser.new_context(**{"viewport": WIDE, "accept_downloads": True, **kind})
        return Visit(contexts[key], address)

    yield visiting
    for context in contexts.values():
        context.close()


@pytest.fixture
def visits(visiting: Visits) -> Iterator[Visits]:
    """Open pages as `visiting` does; each must end without a complaint in the console and without a request to elsewhere."""
    made: list[Visit] = []

    def visits(*address: str, **kind: Any) -> Visit:
        made.append(visiting(*address, **kind))
        return made[-1]

    yield visits
    for visit in made:
        visit.page.close()
    for visit in made:
        assert visit.outside() == []
        assert visit.complaints == []


@pytest.fixture(scope="session")
def hostile_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    source = folder / "papers.jsonl"
    source.write_text("\n".join(json.dumps(paper) for paper in hostile_papers()), encoding="utf-8")
    build([source], folder / "leaderboard.duckdb")
    return folder / "leaderboard.duckdb"


@pytest.fixture(scope="session")
def hostile_server(browser: Any, hostile_db: Path) -> Iterator[str]:
    with serving(hostile_db) as address:
        yield address


def hostile_papers() -> list[dict[str, Any]]:
    """Papers whose every text tries to be more than text; each also makes claims, so that it is shown."""
    script = "<script>window.hacked = 1; alert(1)</script>"
    image = '<img src=x onerror="window.hacked = 1">'
    link = "[click](javascript:window.hacked=1) javascript:window.hacked=1"
    markdown = "# heading **bold** :red[red] :material/home: | a | b | `code` ![x](http://example.com/x.png)"
    latex = r"$$\frac{1}{2}$$ \href{javascript:window.hacked=1}{x} $x^2$"
    texts = [
        script,
        image,
        link,
        markdown,
        latex,
        "\u202egnirts\u202c\x00\x07 \ufeff",
        "]]> --> <!-- </style><style>*{display:none}",
    ]
    result = "HyperX{0} reaches an accuracy of 8{0}.5% on GSM8K, improving over BaseNet by 3.{0} points and 2x faster. {1}"
    papers = [
        {
            "title": f"HyperX{n}: {text}",
            "abstract": result.format(n, text),
            "authors": [f"{text} Smith", "Ann O'Hara"],
            "year": 2020 + n % 5,
            "url": "javascript:window.hacked=1" if n % 2 else f"https://example.com/?q={text}",
        }
        for n, text in enumerate(texts)
    ]
    junk = "".join(chr(33 + (n * 7) % 90) for n in range(100_000))
    papers.append(
        {"title": "Junk: " + junk[:300], "abstract": result.format(9, junk), "authors": [], "year": 2024}
    )
    return papers
