"""Turning boxes and pages by right angles. Coordinates from the top left, angles clockwise."""

from __future__ import annotations

from pipeline.model import Box, Rotation


def turned(box: Box, turn: Rotation, width: float, height: float) -> Box:
    """Where `box` lies after its page (`width` × `height` before) was turned clockwise by `turn`."""
    if turn == 90:
        return Box(left=height - box.bottom, top=box.left, right=height - box.top, bottom=box.right)
    if turn == 180:
        return Box(
            left=width - box.right,
            top=height - box.bottom,
            right=width - box.left,
            bottom=height - box.top,
        )
    if turn == 270:
        return Box(left=box.top, top=width - box.right, right=box.bottom, bottom=width - box.left)
    return box


def together(*turns: int) -> Rotation:
    """Turns one after the other, as one."""
    total = sum(turns) % 360
    if total == 90:
        return 90
    if total == 180:
        return 180
    return 270 if total == 270 else 0
