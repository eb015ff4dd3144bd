/**
 * The library `annai` on one page: what makes customers, what makes their sheets, and what both complain with.
 *
 * For HTML and CSS without customers there is `annai/typesetting`.
 */

export type { Customer, IsoDate } from './office/customers/customer.js';
export type { CustomerRead } from './office/customers/customer-read.js';
// biome-ignore lint/performance/noBarrelFile: this is what package.json exports; annai itself imports from the modules.
export { customerFromFields } from './office/customers/from-fields.js';
export { readCustomers } from './office/customers/read-customers.js';
export type { Provider } from './office/provider/provider.js';
export type { Edition, Sheet } from './office/sheet/sheet.js';
export {
  createPipeline,
  type Pipeline,
  type PipelineOptions,
  type SheetDocument,
  type SheetPrintFile,
} from './pipeline.js';
export { type Place, type Problem, ProblemError, type RecordPlace, type Wording } from './problem.js';
