"""The synthesis: what a session left, as a document people edit, then as a page."""

from eclaireurs_play.synthesis.build import build
from eclaireurs_play.synthesis.campaign import build_campaign
from eclaireurs_play.synthesis.html import to_html
from eclaireurs_play.synthesis.impacts import draw_figures
from eclaireurs_play.synthesis.kept import kept
from eclaireurs_play.synthesis.markdown import to_markdown

__all__ = ["build", "build_campaign", "draw_figures", "kept", "to_html", "to_markdown"]
