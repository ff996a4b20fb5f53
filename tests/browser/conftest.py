"""A real browser on a real server: databases built for the tests, Streamlit on a free port, Debian's Chromium.

Everything is skipped, with the reason, where Chromium or Playwright is not there.
"""

import json
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from leaderboard import resources
from leaderboard.warehouse import build

playwright = pytest.importorskip(
    "playwright.sync_api", reason="Playwright is not installed (the test extra has it)"
)
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
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'


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


class Visit:
    """A page of a new browser context, with what it asked for and complained about."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.address = address
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, **context)
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
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

    def outside(self) -> list[str]:
        """Return the addresses asked for that are not on this machine."""
        here = self.address.removeprefix("http:")
        own = (f"http:{here}/", f"ws:{here}/", "data:", f"blob:http:{here}/", "about:")
        return [url for url in self.requests if not url.startswith(own)]

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self.complaints.append(message.text)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def sample_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    db = tmp_path_factory.mktemp("sample") / "leaderboard.duckdb"
    build([resources.sample() / "papers.jsonl"], db)
    return db


@pytest.fixture(scope="session")
def sample_server(browser: Any, sample_db: Path) -> Iterator[str]:
    with serving(sample_db) as address:
        yield address


@pytest.fixture
def visit(browser: Any, sample_server: str) -> Iterator[Visit]:
    """A visit to the dashboard on the sample, that must end without a complaint or a request to elsewhere."""
    yield from visiting(browser, sample_server)


def visiting(browser: Any, address: str) -> Iterator[Visit]:
    made = Visit(browser, address, accept_downloads=True)
    yield made
    made.context.close()
    assert made.outside() == []
    assert made.complaints == []


@pytest.fixture(scope="session")
def hostile_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    source = folder / "papers.jsonl"
    source.write_text("\n".join(json.dumps(paper) for paper in hostile_papers()), encoding="utf-8")
    build([source], folder / "leaderboard.duckdb")
    return folder / "leaderboard.duckdb"


@pytest.fixture
def hostile_visit(browser: Any, hostile_db: Path) -> Iterator[Visit]:
    with serving(hostile_db) as address:
        yield from visiting(browser, address)


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
