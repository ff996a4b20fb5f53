"""The look of what Streamlit has no element for: quotes, slots, keys; readable in both themes, nothing from outside."""

from typing import Final

_SHEET: Final = """
[data-testid="stMainBlockContainer"] { padding-left: clamp(1rem, 3vw, 3rem); padding-right: clamp(1rem, 3vw, 3rem); padding-bottom: 4rem; }
[data-testid="stSidebarUserContent"] { padding-top: .5rem; }
[data-testid="stButtonGroup"] [aria-checked="true"], [data-testid="stButtonGroup"] [aria-checked="true"] p,
[data-testid="stTabs"] [aria-selected="true"], [data-testid="stTabs"] [aria-selected="true"] p { color: inherit !important; }
.st-key-w-sql textarea { font-family: monospace; font-size: .9rem; line-height: 1.5; }
.lb-quote { margin: 0 0 .4rem; padding: .2rem 0 .2rem .9rem; border-left: 4px solid #0072b2; font-size: 1.05rem; line-height: 1.6;
  overflow-wrap: anywhere; white-space: pre-wrap; max-height: 20rem; overflow-y: auto; }
.lb-quote mark, .lb-side mark { background: #ffd54a; color: #111; padding: .05em .2em; border-radius: .2em; font-weight: 600; }
.lb-slots { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: 0; font-size: .9rem; }
.lb-slots b { font-weight: 600; }
.lb-key { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; padding: 0 !important; margin: 0 !important;
  font-size: .9rem; }
.lb-key li { display: flex; align-items: center; gap: .4rem; margin: 0 !important; padding: 0; font-size: .9rem; }
.lb-key i { width: .85rem; height: .85rem; flex: none; filter: drop-shadow(0 0 .6px currentColor); }
.lb-key b { display: block; width: 100%; height: 100%; }
.lb-legend { margin-left: 0 !important; padding-left: 0 !important; }
.lb-legend li { margin: 0 !important; }
.st-key-lb-scroll { overflow-x: auto; }
.st-key-lb-scroll [data-testid="stVegaLiteChart"], .st-key-lb-scroll [data-testid="stElementContainer"] { max-width: none !important; }
.lb-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: .6rem; margin: 0 0 .4rem !important;
  padding: 0 !important; }
.lb-facts div { padding: .7rem .9rem; border: 1px solid color-mix(in srgb, currentColor 18%, transparent); border-radius: .6rem; }
.lb-facts dt { font-size: .85rem; font-weight: 400; margin: 0; }
.lb-facts dd { font-size: 1.5rem; font-weight: 600; margin: 0; line-height: 1.25; }
.lb-side { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: .8rem; margin: 0; }
.lb-side figure { margin: 0; padding: .8rem 1rem; border: 1px solid color-mix(in srgb, currentColor 18%, transparent); border-radius: .6rem; }
.lb-side figcaption { font-size: .9rem; }
.lb-side strong { font-size: 1.3rem; }
"""


def style() -> str:
    """Return the style sheet as HTML."""
    return f"<style>{_SHEET}</style>"
