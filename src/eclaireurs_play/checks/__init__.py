"""Everything `check` says of content, beyond what stops it from loading."""

from eclaireurs_play.checks.run import check_library, check_path

__all__ = ["check_library", "check_path"]
