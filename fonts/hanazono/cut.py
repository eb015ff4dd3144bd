"""Takes HanaMinA.ttf of Debian's fonts-hanazono and the faces asked before it, gives HanaMinA-cut.ttf: the ideographs
and ideographic variation sequences that those faces lack, without hinting.

    pip install fonttools==4.68.0
    python3 fonts/hanazono/cut.py /usr/share/fonts/truetype/hanazono/HanaMinA.ttf

The licence (hanazono/LICENSE.txt) allows modification. The name inside is changed, so that the file cannot be taken
for the whole font.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent
BEFORE = ["biz-ud-gothic/BIZUDPGothic-Regular.ttf", "noto-sans-jp/NotoSansJP-Regular.ttf"]
TARGET = FONTS / "hanazono" / "HanaMinA-cut.ttf"

# Unified and compatibility ideographs (Unicode 16.0 blocks, which hold nothing else that HanaMinA draws).
IDEOGRAPHS = [
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
]


def is_ideograph(code_point):
    return any(first <= code_point <= last for first, last in IDEOGRAPHS)


def variations(font):
    for table in font["cmap"].tables:
        if table.format == 14:
            return table
    raise SystemExit("no cmap format 14")


def held_by(path):
    font = TTFont(path, lazy=True)
    characters = set(font.getBestCmap())
    sequences = {
        (base, selector) for selector, pairs in variations(font).uvsDict.items() for base, _ in pairs
    }
    return characters, sequences


def main(source):
    characters, sequences = set(), set()
    for path in BEFORE:
        more_characters, more_sequences = held_by(FONTS / path)
        characters |= more_characters
        sequences |= more_sequences

    font = TTFont(source, lazy=False, recalcTimestamp=False)
    wanted = {code for code in font.getBestCmap() if is_ideograph(code) and code not in characters}
    table = variations(font)
    glyphs = set()
    for selector, pairs in list(table.uvsDict.items()):
        kept = [
            (base, glyph)
            for base, glyph in pairs
            if is_ideograph(base) and (base, selector) not in sequences
        ]
        if any(glyph is None for _, glyph in kept):
            raise SystemExit("HanaMinA has default sequences after all: keep their base characters")
        glyphs |= {glyph for _, glyph in kept}
        if kept:
            table.uvsDict[selector] = kept
        else:
            del table.uvsDict[selector]

    # The subsetter wants the selectors named, and would then keep the glyphs that HanaMinA has for them alone.
    for other in font["cmap"].tables:
        if other.format != 14:
            for selector in table.uvsDict:
                other.cmap.pop(selector, None)

    options = Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GSUB", "GDEF", "BASE", "FFTM", "prop", "vhea", "vmtx", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted | set(table.uvsDict), glyphs=glyphs)
    subsetter.subset(font)
    font["cmap"].tables = [
        t for t in font["cmap"].tables if (t.platformID, t.format) in {(3, 4), (3, 12), (0, 14)}
    ]
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = "HanaMinACut"
    font.save(TARGET, reorderTables=True)
    print(f"{TARGET.name}: {len(wanted)} characters, {len(glyphs)} variation glyphs, {TARGET.stat().st_size} bytes")


main(sys.argv[1])
