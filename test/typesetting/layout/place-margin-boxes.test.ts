import { describe, expect, test } from 'vitest';
import { inMm, itemsOf, layOutPages, problemsOf, textOf } from './lay-out.js';

const page = '@page { margin: 10mm; FURNITURE }';
const furnish = (html: string, boxes: string, css = '') =>
  layOutPages(html, `${page.replace('FURNITURE', boxes)} ${css}`).map(({ furniture }) =>
    furniture.map((placed) => ({
      text: textOf(itemsOf(placed)),
      x: inMm(placed.x),
      end: inMm(placed.x + placed.block.width),
      middle: inMm(placed.y + placed.block.height / 2),
    })),
  );

const two = '<section><p class="a"></p><p class="b"></p></section>';

describe('margin boxes', () => {
  test('count pages', () => {
    const found = furnish(
      two,
      '@bottom-right { content: counter(page) " / " counter(pages) }',
      'p { height: 60mm }',
    );
    expect(found.map(([box]) => box?.text)).toEqual(['1 / 2', '2 / 2']);
  });

  test('stand at the left, in the middle, at the right, centred in the margin', () => {
    const boxes =
      '@top-left { content: "左" } @top-center { content: "中" } @top-right { content: "右" } @bottom-center { content: "下" }';
    const [found] = furnish('<section></section>', boxes);
    expect(found?.map(({ text }) => text)).toEqual(['左', '中', '右', '下']);
    expect(found?.[0]?.x).toBe(10);
    expect(((found?.[1]?.x ?? 0) + (found?.[1]?.end ?? 0)) / 2).toBeCloseTo(50);
    expect(found?.[2]?.end).toBe(90);
    expect(found?.map(({ middle }) => middle)).toEqual([5, 5, 5, 95]);
  });

  test('show the first value of a string set on the page, else the last before it', () => {
    const html =
      '<section><h2>一</h2><h2>二</h2><p class="a"></p><p class="b"></p><p class="c"></p><h2>三</h2></section>';
    const css = 'h2 { string-set: chapter content(); font-size: 3mm } p { height: 70mm }';
    const found = furnish(html, '@top-left { content: string(chapter) }', css);
    expect(found.map(([box]) => box?.text)).toEqual(['一', '二', '三']);
  });

  test('show a string set in a box with a place of its own on the page', () => {
    const html =
      '<section><p class="a"></p><p class="b"></p><aside class="corner"><p>角 <strong>番号</strong></p></aside></section>';
    const css =
      '.a, .b { height: 60mm } .corner { position: absolute; top: 0; left: 0; width: 30mm; font-size: 3mm } strong { string-set: number content() }';
    const found = furnish(html, '@top-left { content: string(number) }', css);
    expect(found.map((boxes) => boxes[0]?.text)).toEqual([undefined, '番号']);
  });

  test('are left out where their text is empty', () => {
    const css = 'h1 { string-set: title content() }';
    expect(furnish('<section></section>', '@top-left { content: string(title) }', css)).toEqual([[]]);
  });

  test('that would run into each other are refused', () => {
    const long = '案内'.repeat(8);
    const boxes = `@top-left { content: "${long}" } @top-center { content: "${long}" }`;
    expect(problemsOf(() => furnish('<section></section>', boxes)).map(({ code }) => code)).toContain(
      'layout/crowded-margin',
    );
  });

  test('that are higher than the margin are refused', () => {
    const boxes = '@top-left { content: "大"; font-size: 12mm }';
    expect(problemsOf(() => furnish('<section></section>', boxes)).map(({ code }) => code)).toEqual([
      'layout/crowded-margin',
    ]);
  });
});
