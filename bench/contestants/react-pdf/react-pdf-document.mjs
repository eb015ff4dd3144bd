// Takes the pages of sheets, gives react-pdf's elements.

import { Document, Page, Path, Rect, Svg, Text, View } from '@react-pdf/renderer';
import { createElement } from 'react';

/** @typedef {import('../../sheet.d.ts').Block} Block */
/** @typedef {import('../../sheet.d.ts').Span} Span */
/** @typedef {import('../../sheet.d.ts').FlowPage} FlowPage */
/** @typedef {Record<string, unknown>} Style */

const ACCENT = '#0f4c81';
const HAIRLINE = '#8aa0b4';
const SIDE = 45.354;
const FAMILIES = { regular: 'Gothic', bold: 'Gothic', mono: 'Mono', 'mono-bold': 'Mono' };

const view = (/** @type {Style} */ style, /** @type {readonly unknown[]} */ ...children) =>
  createElement(View, { style }, ...children.flat());

/** @param {readonly FlowPage[]} pages */
export const documentElement = (pages) =>
  createElement(
    Document,
    { title: 'メールソフト設定のご案内', language: 'ja-JP' },
    ...pages.map(({ top, blocks, absolutes, folds, footer: [left, right] }) =>
      createElement(
        Page,
        {
          size: 'A4',
          style: {
            paddingTop: top,
            paddingHorizontal: SIDE,
            paddingBottom: SIDE,
            fontFamily: 'Gothic',
            fontSize: 10.5,
          },
        },
        ...folds.map(({ x, y, width }) =>
          view({
            position: 'absolute',
            left: x,
            top: y,
            width,
            borderTopWidth: 0.57,
            borderTopColor: '#999999',
          }),
        ),
        ...absolutes.map(({ x, y, width, blocks: placed }) =>
          view({ position: 'absolute', left: x, top: y, width }, placed.map(setBlock)),
        ),
        ...blocks.map(setBlock),
        view(
          {
            position: 'absolute',
            left: SIDE,
            right: SIDE,
            bottom: 18,
            flexDirection: 'row',
            justifyContent: 'space-between',
            fontSize: 8.5,
            color: '#333333',
          },
          createElement(Text, {}, left),
          createElement(Text, {}, right),
        ),
      ),
    ),
  );

/** @param {number} size */
const tick = (size) =>
  view({
    width: size * 0.9,
    height: size * 0.9,
    borderWidth: 0.06 * size,
    borderColor: '#000000',
    borderRadius: 0.08 * size,
  });

/** @param {Block} block @returns {unknown} */
function setBlock(block) {
  switch (block.kind) {
    case 'paragraph': {
      const { size, leading, after, indent, fill, bar, marker, spans } = block;
      const [first, ...rest] = spans;
      const mark = marker?.[0] ?? (first?.kind === 'tick' ? first : undefined);
      const words = createElement(
        Text,
        { style: { fontSize: size, lineHeight: leading, flex: mark === undefined ? undefined : 1 } },
        ...(first?.kind === 'tick' ? rest : spans).map(setSpan),
      );
      if (fill !== undefined)
        return view(
          { backgroundColor: fill, paddingHorizontal: 8.5, paddingVertical: 2, marginBottom: after },
          words,
        );
      if (bar !== undefined)
        return view(
          { borderLeftWidth: 4.5, borderLeftColor: bar, paddingLeft: indent - 4.5, marginBottom: after },
          words,
        );
      if (mark === undefined) return view({ paddingLeft: indent, marginBottom: after }, words);
      const width = 1.3 * size;
      return view(
        { flexDirection: 'row', paddingLeft: Math.max(indent - width, 0), marginBottom: after },
        view(
          { width, ...(mark.kind === 'tick' ? { paddingTop: size * 0.25 } : {}) },
          mark.kind === 'tick'
            ? tick(size)
            : createElement(Text, { style: { fontSize: size, lineHeight: leading } }, setSpan(mark)),
        ),
        words,
      );
    }
    case 'table':
      return view(
        { marginLeft: block.indent, marginBottom: block.after },
        block.rows.map(({ cells }) => {
          let at = 0;
          const rule = block.rules === 'none' ? {} : { borderTopWidth: 0.57, borderTopColor: HAIRLINE };
          return view(
            { flexDirection: 'row', ...rule },
            cells.map(({ blocks, columns, padX, padY, gutter, fill }) => {
              const width = block.widths.slice(at, at + columns).reduce((sum, each) => sum + each, 0);
              at += columns;
              return view(
                {
                  width,
                  paddingLeft: padX,
                  paddingRight: padX + gutter,
                  paddingVertical: padY,
                  ...(fill === undefined ? {} : { backgroundColor: fill }),
                },
                blocks.map(setBlock),
              );
            }),
          );
        }),
      );
    case 'panel':
      return view(
        {
          backgroundColor: block.fill,
          paddingHorizontal: block.padX,
          paddingVertical: block.padY,
          marginBottom: block.after,
        },
        block.blocks.map(setBlock),
      );
    case 'symbol': {
      const d = block.rectangles.map(([x, y, w, h]) => `M${x} ${y}h${w}v${h}h${-w}z`).join('');
      return createElement(
        Svg,
        {
          width: block.width,
          height: block.height,
          viewBox: `0 0 ${block.width} ${block.height}`,
          style: { marginBottom: block.after },
        },
        createElement(Path, { d, fill: '#000000' }),
      );
    }
    case 'reading-aid': {
      const { size, readingSize, box, gap, rows, after } = block;
      const frame = { width: box, height: 1.4 * size };
      return view(
        { marginBottom: after },
        rows.map((row) =>
          view(
            { flexDirection: 'row', marginBottom: 0.6 * readingSize },
            row.map((group) =>
              view(
                { flexDirection: 'row', marginRight: gap },
                group.map(({ character, reading }) =>
                  view(
                    { width: box, alignItems: 'center' },
                    createElement(
                      Svg,
                      { ...frame, style: { position: 'absolute', left: 0, top: 0 } },
                      createElement(Rect, {
                        ...frame,
                        rx: 0.1 * size,
                        fill: 'none',
                        stroke: '#000000',
                        strokeWidth: 0.04 * size,
                      }),
                    ),
                    createElement(
                      Text,
                      {
                        style: { fontFamily: 'Mono', fontWeight: 'bold', fontSize: size, height: 1.4 * size },
                      },
                      character,
                    ),
                    createElement(Text, { style: { fontSize: readingSize } }, reading),
                  ),
                ),
              ),
            ),
          ),
        ),
      );
    }
    case 'rule':
      return view({ borderBottomWidth: block.width, borderBottomColor: ACCENT, marginBottom: block.after });
    case 'gap':
      return view({ height: block.height });
  }
}

/** @param {Span} span */
function setSpan(span) {
  if (span.kind !== 'text') return span.kind === 'break' ? '\n' : '';
  const style = {
    fontFamily: FAMILIES[span.face],
    fontWeight: span.face.endsWith('bold') ? 'bold' : 'normal',
    fontSize: span.size,
    color: span.color,
  };
  return createElement(Text, { style }, span.text);
}
