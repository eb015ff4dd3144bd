/**
 * Takes HTML text, gives its nodes and everything that is wrong with it. htmlparser2's tokenizer (HTML Standard §13.2.5)
 * does the reading; the tree is ours, since a forgiving one would mend what must be an error here.
 */

import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { type Problem, ProblemError, type SourcePlace, sure } from '../../problem.js';
import type { SourceText } from '../../source-text.js';
import { checkAttribute } from './check-attribute.js';
import { checkContent } from './check-content.js';
import type { Element, Node } from './element.js';
import * as problems from './markup-problems.js';
import { referenceAt, strayReference } from './reference.js';
import { tagOf } from './tags.js';

export interface Tree {
  readonly roots: readonly Node[];
  readonly problems: readonly Problem[];
}

export function readTree(source: SourceText): Tree {
  const reader = new TreeReader(source);
  const tokenizer = new Tokenizer({ decodeEntities: true, xmlMode: false }, reader);
  tokenizer.write(source.text);
  tokenizer.end();
  return reader.finish();
}

/** Beyond this the stages that follow would run out of stack. */
const DEPTH = 100;

interface OpenElement {
  readonly tag: string;
  readonly place: SourcePlace;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
}

const NOTHING_ELSE = {
  ja: '本文の section だけを書いてください。',
  en: 'Write the sections of the body only.',
};

class TreeReader implements TokenizerCallbacks {
  readonly #source: SourceText;
  readonly #html: string;
  readonly #problems: Problem[] = [];
  readonly #roots: Node[] = [];
  readonly #open: OpenElement[] = [];
  readonly #ids = new Set<string>();
  /** Offset behind the last token that was understood. */
  #end = 0;
  #tag: OpenElement | undefined;
  #attribute = '';
  #attributePlace: SourcePlace | undefined;
  #value = '';
  #text = '';
  #textPlace: SourcePlace | undefined;

  constructor(source: SourceText) {
    this.#source = source;
    this.#html = source.text;
  }

  ontext(start: number, end: number): void {
    const text = this.#html.slice(start, end);
    const bare = text.indexOf('<');
    const parent = this.#open.at(-1);
    // What stands in a script is no text; the tag has been refused.
    if (bare >= 0 && (parent === undefined || tagOf(parent.tag) !== undefined)) {
      // A tag that the text breaks off in arrives here too, as text.
      const place = this.#source.at(start + bare);
      this.#problems.push(
        end === this.#html.length ? problems.unfinished(place, TAG) : problems.bareLessThan(place),
      );
    }
    this.#checkReferences(text, start);
    this.#append(text, start);
    this.#end = end;
  }

  ontextentity(codePoint: number, end: number): void {
    this.#checkReference();
    this.#append(String.fromCodePoint(codePoint), this.#end);
    this.#end = end;
  }

  onopentagname(start: number, end: number): void {
    this.#flushText();
    this.#tag = {
      tag: this.#html.slice(start, end),
      place: this.#source.at(start - 1),
      attributes: {},
      children: [],
    };
    this.#end = end;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end);
    this.#attributePlace = this.#source.at(start);
    this.#value = '';
    this.#end = end;
  }

  onattribdata(start: number, end: number): void {
    const text = this.#html.slice(start, end);
    this.#checkReferences(text, start);
    this.#value += text;
    this.#end = end;
  }

  onattribentity(codePoint: number): void {
    // The tokenizer does not say where; the reference is the next ampersand (a second code point has none).
    const start = this.#html.indexOf('&', this.#end);
    const reference = start < 0 ? undefined : referenceAt(this.#html, start);
    if (reference !== undefined && /^[\s="']*$/.test(this.#html.slice(this.#end, start))) {
      if (!reference.valid)
        this.#problems.push(problems.unknownReference(this.#source.at(start), reference.text));
      this.#end = start + reference.text.length;
    }
    this.#value += String.fromCodePoint(codePoint);
  }

  onattribend(quote: QuoteType, end: number): void {
    this.#end = quote === QuoteType.Double || quote === QuoteType.Single ? end + 1 : end;
    const { tag, attributes } = sure(this.#tag, 'open tag');
    const place = sure(this.#attributePlace, 'place of the attribute');
    const name = this.#attribute;
    const known = tagOf(tag);
    if (known === undefined) return;
    const rules = known.attributes ?? {};
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) {
      this.#problems.push(problems.unknownAttribute(place, tag, name));
      return;
    }
    if (Object.hasOwn(attributes, name)) {
      this.#problems.push(problems.duplicateAttribute(place, tag, name));
      return;
    }
    const expected = checkAttribute(rule.kind, name, this.#value);
    if (expected !== undefined) this.#problems.push(problems.badAttribute(place, tag, name, expected));
    if (name === 'id') {
      if (this.#ids.has(this.#value)) this.#problems.push(problems.duplicateId(place, this.#value));
      this.#ids.add(this.#value);
    }
    attributes[name] = this.#value;
  }

  onopentagend(end: number): void {
    const element = this.#startElement(end);
    if (tagOf(element.tag)?.void === true) this.#add(element);
    else this.#open.push(element);
    if (this.#open.length > DEPTH) throw new ProblemError([problems.tooDeep(element.place, DEPTH)]);
  }

  onselfclosingtag(end: number): void {
    const element = this.#startElement(end);
    const known = tagOf(element.tag);
    if (known !== undefined && known.void !== true) {
      this.#problems.push(problems.selfClosing(element.place, element.tag));
    }
    this.#add(element);
  }

  onclosetag(start: number, end: number): void {
    this.#flushText();
    const tag = this.#html.slice(start, end);
    const place = this.#source.at(start - 2);
    const close = this.#html.indexOf('>', end);
    if (close < 0) this.#problems.push(problems.unfinished(place, TAG));
    else if (this.#html.slice(end, close).trim() !== '') {
      this.#problems.push(
        problems.unknownAttribute(this.#source.at(end), `/${tag}`, this.#html.slice(end, close).trim()),
      );
    }
    this.#end = close < 0 ? this.#html.length : close + 1;
    const index = this.#open.findLastIndex((element) => element.tag === tag);
    if (index < 0) {
      this.#problems.push(problems.strayClose(place, tag));
      return;
    }
    while (this.#open.length > index) {
      const element = sure(this.#open.pop(), 'open element');
      if (this.#open.length > index) this.#reportUnclosed(element);
      this.#add(element);
    }
  }

  oncomment(start: number, end: number, endOffset: number): void {
    this.#flushText();
    const place = this.#source.at(Math.max(0, this.#html.lastIndexOf('<', start)));
    this.#end = end + Math.max(0, endOffset);
    if (!this.#html.startsWith('<!--', start - 4)) {
      this.#problems.push(
        problems.notAllowedHere(
          place,
          { ja: '「<!」や「<?」で始まる指定', en: 'Markup that begins with "<!" or "<?"' },
          NOTHING_ELSE,
        ),
      );
    } else if (!this.#html.startsWith('-->', end) && !this.#html.startsWith('-->', end - 2)) {
      this.#problems.push(problems.unfinished(place, { ja: 'コメント', en: 'A comment' }));
    }
  }

  oncdata(start: number): void {
    this.#refuseDeclaration(start);
  }

  ondeclaration(start: number): void {
    this.#refuseDeclaration(start);
  }

  onprocessinginstruction(start: number): void {
    this.#refuseDeclaration(start);
  }

  onend(): void {
    this.#flushText();
  }

  finish(): Tree {
    if (this.#tag !== undefined) {
      this.#problems.push(problems.unfinished(this.#tag.place, TAG));
    } else if (this.#html.startsWith('</', this.#end)) {
      this.#problems.push(problems.unfinished(this.#source.at(this.#end), TAG));
    }
    while (this.#open.length > 0) {
      const element = sure(this.#open.pop(), 'open element');
      this.#reportUnclosed(element);
      this.#add(element);
    }
    return { roots: this.#roots, problems: this.#problems };
  }

  #refuseDeclaration(start: number): void {
    this.#flushText();
    const offset = Math.max(0, this.#html.lastIndexOf('<', start));
    this.#problems.push(
      problems.notAllowedHere(
        this.#source.at(offset),
        { ja: '<!doctype> などの宣言', en: 'A declaration such as <!doctype>' },
        NOTHING_ELSE,
      ),
    );
    const close = this.#html.indexOf('>', start);
    this.#end = close < 0 ? this.#html.length : close + 1;
  }

  /** An unknown tag has been reported as such: that it stays open too would only confuse. */
  #reportUnclosed({ tag, place }: OpenElement): void {
    if (tagOf(tag) !== undefined) this.#problems.push(problems.unclosed(place, tag));
  }

  #startElement(end: number): OpenElement {
    const element = sure(this.#tag, 'open tag');
    this.#tag = undefined;
    this.#end = end + 1;
    const known = tagOf(element.tag);
    const parent = this.#open.at(-1);
    if (known === undefined) {
      this.#problems.push(problems.unknownTag(element.place, element.tag));
      return element;
    }
    for (const [name, rule] of Object.entries(known.attributes ?? {})) {
      if (rule.required === true && !Object.hasOwn(element.attributes, name)) {
        this.#problems.push(problems.missingAttribute(element.place, element.tag, name));
      }
    }
    const allowed = parent === undefined ? undefined : tagOf(parent.tag)?.children;
    if (parent !== undefined && allowed !== undefined && !allowed.includes(element.tag)) {
      this.#problems.push(problems.wrongNesting(element.place, element.tag, parent.tag));
    }
    return element;
  }

  #add(element: OpenElement): void {
    const { tag, place, attributes, children } = element;
    const complete: Element = { kind: 'element', tag, attributes, children, place };
    this.#problems.push(...checkContent(complete));
    (this.#open.at(-1)?.children ?? this.#roots).push(complete);
  }

  #append(text: string, start: number): void {
    if (this.#text === '') this.#textPlace = this.#source.at(start);
    this.#text += text;
  }

  #flushText(): void {
    if (this.#text === '') return;
    const place = sure(this.#textPlace, 'place of the text');
    const parent = this.#open.at(-1);
    const text = this.#text.replaceAll('\r\n', '\n');
    this.#text = '';
    const blank = /^[ \t\r\n\f]*$/.test(text);
    if (parent === undefined) {
      if (!blank) this.#roots.push({ kind: 'text', text, place });
      return;
    }
    const known = tagOf(parent.tag);
    if (known !== undefined && known.text !== true) {
      if (!blank) this.#problems.push(problems.strayText(place, parent.tag));
      return;
    }
    parent.children.push({ kind: 'text', text, place });
  }

  #checkReferences(text: string, start: number): void {
    const stray = strayReference(text);
    if (stray !== undefined) {
      this.#problems.push(problems.unknownReference(this.#source.at(start + stray.index), stray.text));
    }
  }

  #checkReference(): void {
    const reference = referenceAt(this.#html, this.#end);
    if (reference !== undefined && !reference.valid) {
      this.#problems.push(problems.unknownReference(this.#source.at(this.#end), reference.text));
    }
  }
}

const TAG = { ja: 'タグ', en: 'A tag' };
