/** Takes the content of a box, gives its min-content and max-content widths (CSS Sizing 3 §5.1). */

import { type Container, contentOf } from './container.js';
import type { FlowContext } from './flow-context.js';
import type { InlineMeasure } from './inline/inline-line.js';
import { measureInline } from './inline/measure-inline.js';

export function measureContent(container: Container, context: FlowContext): InlineMeasure {
  const content = contentOf(container);
  if ('inlines' in content) {
    const { inlines: held } = content;
    const ask = (inlines: typeof held) => measureInline(inlines, container.style, context);
    const answer = ask(held);
    context.trace?.questions.push({ kind: 'measure', held, ask, answer });
    return answer;
  }
  const measures = content.blocks
    .filter(({ style }) => style.position === 'static')
    .map((child) => context.measureBox(child));
  return {
    min: Math.max(0, ...measures.map(({ min }) => min)),
    max: Math.max(0, ...measures.map(({ max }) => max)),
  };
}
