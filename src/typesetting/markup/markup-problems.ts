/** Takes what is wrong with a piece of markup, gives the Problem: every sentence of this stage stands here. */

import { nearest } from '../../nearest.js';
import type { Problem, SourcePlace, Wording } from '../../problem.js';
import { TAGS, tagOf } from './tags.js';

const error = (code: string, place: SourcePlace, message: Wording, hint: Wording): Problem => ({
  code: `markup/${code}`,
  severity: 'error',
  message,
  hint,
  place,
});

const tagNames = Object.keys(TAGS);
const asTags = (names: readonly string[]): string => names.map((name) => `<${name}>`).join(' ');

const meant = (word: string, candidates: readonly string[], wrap: (found: string) => string): Wording => {
  const found = nearest(word, candidates);
  return found === undefined
    ? {
        ja: `使えるのは ${candidates.map(wrap).join(' ')} です。`,
        en: `Allowed: ${candidates.map(wrap).join(' ')}.`,
      }
    : { ja: `もしかして ${wrap(found)} ですか。`, en: `Did you mean ${wrap(found)}?` };
};

export const unknownTag = (place: SourcePlace, name: string): Problem =>
  error(
    'unknown-tag',
    place,
    { ja: `<${name}> というタグは使えません。`, en: `The tag <${name}> is not part of the subset.` },
    meant(name, tagNames, (tag) => `<${tag}>`),
  );

export const unknownAttribute = (place: SourcePlace, tag: string, name: string): Problem => {
  const allowed = Object.keys(tagOf(tag)?.attributes ?? {});
  const hint =
    name === 'style'
      ? {
          ja: '見た目は class を付けてスタイルシートに書いてください。',
          en: 'Use a class and the style sheet.',
        }
      : meant(name, allowed, (attribute) => attribute);
  return error(
    'unknown-attribute',
    place,
    { ja: `<${tag}> に ${name} という属性は使えません。`, en: `<${tag}> takes no attribute ${name}.` },
    hint,
  );
};

export const duplicateAttribute = (place: SourcePlace, tag: string, name: string): Problem =>
  error(
    'duplicate-attribute',
    place,
    { ja: `<${tag}> に属性 ${name} が二つあります。`, en: `<${tag}> has the attribute ${name} twice.` },
    { ja: '一つにまとめてください。', en: 'Keep one of them.' },
  );

export const duplicateId = (place: SourcePlace, id: string): Problem =>
  error(
    'duplicate-id',
    place,
    {
      ja: `id「${id}」が同じ section の中に二つあります。`,
      en: `The id "${id}" stands twice in one section.`,
    },
    { ja: '別の名前にするか、class を使ってください。', en: 'Choose another name, or use a class.' },
  );

export const missingAttribute = (place: SourcePlace, tag: string, name: string): Problem =>
  error(
    'missing-attribute',
    place,
    { ja: `<${tag}> には属性 ${name} が必要です。`, en: `<${tag}> needs the attribute ${name}.` },
    { ja: `<${tag} ${name}="…"> のように書いてください。`, en: `Write <${tag} ${name}="…">.` },
  );

export const badAttribute = (place: SourcePlace, tag: string, name: string, expected: Wording): Problem =>
  error(
    'bad-attribute-value',
    place,
    {
      ja: `<${tag}> の属性 ${name} の値が正しくありません。`,
      en: `The value of ${name} on <${tag}> is not valid.`,
    },
    expected,
  );

export const wrongNesting = (place: SourcePlace, tag: string, parent: string): Problem => {
  const allowed = tagOf(parent)?.children ?? [];
  const hint =
    tag === 'section'
      ? {
          ja: 'section は入れ子にできません。並べて書いてください。',
          en: 'Sections stand side by side, never inside.',
        }
      : allowed.length === 0
        ? { ja: `<${parent}> の中にタグは置けません。`, en: `<${parent}> holds no tags.` }
        : {
            ja: `<${parent}> に置けるのは ${asTags(allowed)} です。`,
            en: `<${parent}> may hold ${asTags(allowed)}.`,
          };
  return error(
    'wrong-nesting',
    place,
    { ja: `<${parent}> の中に <${tag}> は置けません。`, en: `<${tag}> may not stand in <${parent}>.` },
    hint,
  );
};

export const strayText = (place: SourcePlace, parent: string): Problem => {
  const allowed = tagOf(parent)?.children ?? [];
  return error(
    'stray-text',
    place,
    { ja: `<${parent}> の中に文字を直接書けません。`, en: `Text may not stand directly in <${parent}>.` },
    allowed.length === 0
      ? {
          ja: `<${parent}></${parent}> のように空にしてください。`,
          en: `Leave it empty: <${parent}></${parent}>.`,
        }
      : { ja: `${asTags(allowed)} の中に書いてください。`, en: `Put it in ${asTags(allowed)}.` },
  );
};

export const missingContent = (place: SourcePlace, tag: string, expected: Wording): Problem =>
  error(
    'missing-content',
    place,
    { ja: `<${tag}> の中身が足りません。`, en: `<${tag}> lacks content.` },
    expected,
  );

export const unclosed = (place: SourcePlace, tag: string): Problem =>
  error(
    'unclosed',
    place,
    { ja: `<${tag}> が閉じられていません。`, en: `<${tag}> is not closed.` },
    { ja: `</${tag}> を書いてください。`, en: `Add </${tag}>.` },
  );

export const strayClose = (place: SourcePlace, tag: string): Problem =>
  error(
    'stray-close',
    place,
    { ja: `</${tag}> に対応する開始タグがありません。`, en: `</${tag}> closes nothing.` },
    tagOf(tag)?.void === true
      ? { ja: `<${tag}> は終了タグなしで書きます。`, en: `<${tag}> is written without an end tag.` }
      : { ja: `<${tag}> を書くか、</${tag}> を消してください。`, en: `Add <${tag}> or remove </${tag}>.` },
  );

export const selfClosing = (place: SourcePlace, tag: string): Problem =>
  error(
    'self-closing',
    place,
    { ja: `<${tag} /> と閉じることはできません。`, en: `<${tag} /> does not close the tag in HTML.` },
    { ja: `<${tag}></${tag}> と書いてください。`, en: `Write <${tag}></${tag}>.` },
  );

export const unfinished = (place: SourcePlace, what: Wording): Problem =>
  error(
    'unfinished',
    place,
    { ja: `${what.ja}が途中で終わっています。`, en: `${what.en} is not finished.` },
    {
      ja: '「>」や引用符の閉じ忘れがないか確かめてください。',
      en: 'Look for a missing ">" or quotation mark.',
    },
  );

export const notAllowedHere = (place: SourcePlace, what: Wording, hint: Wording): Problem =>
  error(
    'not-allowed',
    place,
    { ja: `${what.ja}は使えません。`, en: `${what.en} is not part of the subset.` },
    hint,
  );

export const unknownReference = (place: SourcePlace, reference: string): Problem =>
  error(
    'unknown-reference',
    place,
    {
      ja: `文字参照 ${reference} は正しくありません。`,
      en: `${reference} is not a valid character reference.`,
    },
    {
      ja: '「&」という文字そのものは &amp; と書きます。文字参照は「;」で終えてください。',
      en: 'Write &amp; for an ampersand, and end a reference with a semicolon.',
    },
  );

export const bareLessThan = (place: SourcePlace): Problem =>
  error(
    'bare-less-than',
    place,
    { ja: '「<」がタグの始まりになっていません。', en: 'This "<" does not begin a tag.' },
    { ja: '文字としての「<」は &lt; と書いてください。', en: 'Write &lt; for the character.' },
  );

export const outsideSection = (place: SourcePlace): Problem =>
  error(
    'outside-section',
    place,
    { ja: 'section の外に内容があります。', en: 'There is content outside any section.' },
    {
      ja: '本文は <section>…</section> だけを並べてください（<html> や <body> は要りません）。',
      en: 'The body is a list of <section>…</section> and nothing else (no <html>, no <body>).',
    },
  );

export const tooDeep = (place: SourcePlace, most: number): Problem =>
  error(
    'too-deep',
    place,
    { ja: `要素が${most}より深く重なっています。`, en: `Elements are nested more than ${most} deep.` },
    { ja: '閉じ忘れたタグがないか確かめてください。', en: 'Look for a tag that is not closed.' },
  );
