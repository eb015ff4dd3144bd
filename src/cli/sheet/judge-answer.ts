/** Takes the pipeline, gives the judge of single answers: the field's own rule, and the rules that need the profile (such as its mail domains). */

import type { Customer } from '../../office/customers/customer.js';
import { fields } from '../../office/customers/fields.js';
import { customerFromFields } from '../../office/customers/from-fields.js';
import { readField } from '../../office/customers/read-field.js';
import type { Pipeline } from '../../pipeline.js';
import type { Problem } from '../../problem.js';
import type { Terminal } from '../terminal.js';
import type { Answers, Objection } from './ask-customer.js';

export function judgeAnswers(pipeline: Pipeline, { say }: Terminal): Objection {
  /** Stands in for what has not been asked yet, so that one answer can be judged alone. */
  const standIns: Answers = {
    customerId: '0',
    name: '様',
    mailAddress: `a@${pipeline.provider.domains[0] ?? 'example.jp'}`,
    connection: 'IMAP',
    devices: '1',
  };
  return (name, text, before) => {
    if (text.trim() === '') {
      if (!fields[name].required) return undefined;
      return say({ ja: `入力してください。${fields[name].hint.ja}`, en: `Needed. ${fields[name].hint.en}` });
    }
    const place = { kind: 'record' } as const;
    const { customer } = customerFromFields({ ...standIns, ...before, [name]: text }, place);
    const [problem] = [
      ...readField(name, text, place).problems,
      ...(customer === undefined ? [] : profileProblems(customer, name, pipeline)),
    ].filter(({ severity }) => severity === 'error');
    if (problem === undefined) return undefined;
    return [problem.message, ...(problem.hint === undefined ? [] : [problem.hint])].map(say).join(' ');
  };
}

function profileProblems(customer: Customer, field: string, pipeline: Pipeline): readonly Problem[] {
  return pipeline.check(customer).filter(({ place }) => place?.kind === 'record' && place.field === field);
}
