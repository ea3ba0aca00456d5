"""Many pictures on one sheet, so that one can look at all of them at once."""

from pathlib import Path

from PIL import Image, ImageDraw

GAP = 12
WIDEST = 1900
NAME = 22


def sheet(pictures: list[Path], out: Path, *, width: int, highest: int) -> None:
    """Write pictures side by side, each `width` wide, cut off where it is higher than `highest`, under its name."""
    columns = max(1, WIDEST // (width + GAP))
    shown = [(picture, _small(picture, width, highest)) for picture in pictures]
    rows = [shown[at : at + columns] for at in range(0, len(shown), columns)]
    heights = [max(small.height for _, small in row) + NAME + GAP for row in rows]
    whole = Image.new("RGB", (columns * (width + GAP) + GAP, sum(heights) + GAP), "#777777")
    draw = ImageDraw.Draw(whole)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        for column, (picture, small) in enumerate(row):
            left = GAP + column * (width + GAP)
            draw.text((left, top), picture.stem, fill="white", font_size=15)
            whole.paste(small, (left, top + NAME))
        top += height
    whole.save(out)


def _small(picture: Path, width: int, highest: int) -> Image.Image:
    with Image.open(picture) as image:
        small = image.convert("RGB").resize(
            (width, round(image.height * width / image.width)), Image.Resampling.LANCZOS
        )
    return small.crop((0, 0, width, min(small.height, highest)))
