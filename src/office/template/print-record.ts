/**
 * Takes the facts of a sheet, gives the hooks that keep a record while the template prints, and what the
 * record proves: every applicable fact once, no other.
 */

import { type Problem, ProblemError, type SourcePlace, type Wording } from '../../problem.js';
import type { FactId } from '../sheet/sheet.js';
import type { PrintHooks } from './print-hooks.js';
import { saysSomething, shows } from './visible-text.js';

export interface PrintRecord {
  readonly hooks: PrintHooks;
  /** Call once after printing: what is wrong, nothing where the proof holds. */
  problems(placesOf: (id: string) => readonly SourcePlace[], template: string): readonly Problem[];
}

const refusal = (code: string, message: Wording, hint: Wording, place: SourcePlace): ProblemError =>
  new ProblemError([{ code: `template/${code}`, severity: 'error', message, hint, place }]);

const list = (ids: readonly string[]): Wording => ({ ja: ids.join('、'), en: ids.join(', ') });

/** `applicable`: all that the sheet must say. */
export function createPrintRecord(applicable: ReadonlySet<FactId>): PrintRecord {
  const printed = new Set<FactId>();
  const doubled = new Set<FactId>();
  const record = (ids: readonly FactId[]) => {
    for (const id of ids) {
      if (printed.has(id)) doubled.add(id);
      printed.add(id);
    }
  };
  let open: readonly string[] | undefined;

  const hooks: PrintHooks = {
    fact(ids, body, place) {
      const due = ids.filter((id) => applicable.has(id));
      if (due.length === 0) return '';
      if (open !== undefined) {
        // The outer sentence could be empty and borrow the words of the inner one.
        throw refusal(
          'nested-fact',
          {
            ja: `事実 ${open.join(' ')} の中に事実 ${ids.join(' ')} があります。`,
            en: `fact ${ids.join(' ')} stands inside fact ${open.join(' ')}`,
          },
          { ja: '一つずつ別の文にしてください。', en: 'give each its own sentence' },
          place,
        );
      }
      open = ids;
      const html = body();
      open = undefined;
      if (saysSomething(html)) record(due);
      return html;
    },
    row(row, body, place) {
      const html = body();
      const values = row.methods ? [row.methods.pop, row.methods.imap] : [row];
      const missing = values.some(({ value, form }) => form !== 'blank' && !shows(html, value));
      if (missing) {
        throw refusal(
          'row-without-value',
          {
            ja: `設定項目 ${row.code}（${row.item}）の値が印刷されません。`,
            en: `the value of settings row ${row.code} is not printed`,
          },
          { ja: '{{#row}} の中に {{value}} を置いてください。', en: 'put {{value}} inside {{#row}}' },
          place,
        );
      }
      record(row.facts);
      return html;
    },
  };

  return {
    hooks,
    problems(placesOf, template) {
      const found: Problem[] = [];
      const report = (code: string, ids: readonly string[], message: Wording, hint: Wording) => {
        if (ids.length === 0) return;
        const place = ids.flatMap((id) => placesOf(id)).at(-1) ?? { kind: 'file', file: template };
        found.push({ code: `template/${code}`, severity: 'error', message, hint, place });
      };
      const lost = [...applicable].filter((id) => !printed.has(id)).sort();
      const twice = [...doubled].sort();
      const wrong = [...printed].filter((id) => !applicable.has(id)).sort();
      report(
        'fact-lost',
        lost,
        {
          ja: `印刷すべき事実が抜けています: ${list(lost).ja}`,
          en: `facts that apply are not printed: ${list(lost).en}`,
        },
        {
          ja: 'テンプレートに {{#fact "番号"}} の文を置いてください。',
          en: 'give each its {{#fact "id"}} sentence',
        },
      );
      report(
        'fact-inapplicable',
        wrong,
        {
          ja: `当てはまらない事実が印刷されています: ${list(wrong).ja}`,
          en: `facts that do not apply are printed: ${list(wrong).en}`,
        },
        {
          ja: '設定項目が持つ事実と facts.yaml の条件をご確認ください。',
          en: 'compare the facts of the settings rows with the conditions in facts.yaml',
        },
      );
      report(
        'fact-doubled',
        twice,
        {
          ja: `同じ事実が二度印刷されています: ${list(twice).ja}`,
          en: `facts are printed twice: ${list(twice).en}`,
        },
        { ja: 'どちらか一方を消してください。', en: 'remove one of the two' },
      );
      return found;
    },
  };
}
