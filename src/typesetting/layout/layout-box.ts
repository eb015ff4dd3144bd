/** Takes any block-level box, gives it laid out by the rules of its kind. The one place that knows all kinds. */

import type { Length } from '../../units.js';
import type { BlockLevelBox } from '../style/box.js';
import type { FlowContext } from './flow-context.js';
import type { Flow } from './fragment.js';
import { layoutBlock } from './layout-block.js';
import type { LayoutContext } from './layout-context.js';
import { layoutReadingAid } from './layout-reading-aid.js';
import { layoutReplaced } from './layout-replaced.js';
import { layoutRule } from './layout-rule.js';
import { measureBox } from './measure-box.js';
import { layoutTable } from './table/layout-table.js';

export function createFlowContext(context: LayoutContext): FlowContext {
  const flow: FlowContext = {
    ...context,
    layoutBox: (box, containing, own) => layoutBox(box, containing, own, flow),
    measureBox: (box) => measureBox(box, flow),
  };
  return flow;
}

function layoutBox(box: BlockLevelBox, containing: Length, own: boolean, context: FlowContext): Flow {
  switch (box.kind) {
    case 'block':
    case 'list-item':
      return layoutBlock(box, containing, own, context);
    case 'table':
      return layoutTable(box, containing, context);
    case 'rule':
      return layoutRule(box, containing);
    case 'reading-aid': {
      const { characters: held } = box;
      const ask = (characters: typeof held) => layoutReadingAid({ ...box, characters }, containing, context);
      const answer = ask(held);
      context.trace?.questions.push({ kind: 'aid', held, ask, answer });
      return answer;
    }
    case 'replaced':
      return layoutReplaced(box, containing, context);
  }
}
