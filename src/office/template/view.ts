/**
 * Takes a sheet, gives what its template may read: plain data, every name always there (an absent text is empty, an
 * absent group is null), so that a misspelt name is an error and an empty field is not.
 */

import type { Contact } from '../provider/provider.js';
import type {
  Kind,
  LegendEntry,
  ReadingAid,
  SettingsForm,
  SettingsRow,
  SettingsValue,
  Sheet,
} from '../sheet/sheet.js';

interface ViewValue {
  readonly value: string;
  readonly form: SettingsForm;
  readonly note: string;
}

export interface ViewRow extends ViewValue {
  readonly code: string;
  readonly key: string;
  readonly item: string;
  /** On the undecided sheet, where the two methods differ. */
  readonly methods: { readonly pop: ViewValue; readonly imap: ViewValue } | null;
  readonly facts: readonly string[];
}

/** What the sheet is about. On the undecided sheet all of them are true. */
interface Concerns {
  readonly pop: boolean;
  readonly imap: boolean;
  readonly multiple: boolean;
  readonly keep: boolean;
  readonly delete: boolean;
  readonly noSetting: boolean;
}

/** No file of a template's own begins with a slash, so none can be meant. */
export const logoSource = (name: string): string => `/provider/${name}`;

export interface View {
  readonly kind: Kind;
  readonly undecided: boolean;
  readonly concerns: Concerns;
  readonly large: boolean;
  /** Sent by post: the address stands in the envelope's window. */
  readonly post: boolean;
  readonly controlNumber: string;
  readonly issueDate: string;
  /** Revision of the provider's profile. */
  readonly revision: string;
  readonly settings: readonly ViewRow[];
  /** The value of a row by its key, for tables that repeat it; empty where the sheet has no such row. */
  readonly values: {
    readonly connectionMethod: string;
    readonly incomingPort: string;
    readonly keepingDays: string;
  };
  readonly readingAids: readonly Pick<ReadingAid, 'code' | 'item' | 'characters'>[];
  readonly legend: readonly LegendEntry[];
  readonly quotaMB: number;
  readonly extraNotes: readonly string[];
  readonly remarks: string;
  readonly qrText: string;
  readonly customer: {
    readonly id: string;
    readonly contractId: string;
    readonly name: string;
    readonly honorific: string;
    /** 400-0000 */
    readonly postalCode: string;
    readonly address: readonly string[];
    /** The 21 codes of `<customer-barcode>`. */
    readonly barcode: string;
    /** What follows the @ of the mail address. */
    readonly mailDomain: string;
    readonly devices: readonly { readonly name: string; readonly first: boolean }[];
    readonly firstDevice: string;
    readonly issuedBy: string;
    readonly branch: string;
    readonly reissueReason: string;
  };
  readonly provider: {
    readonly name: string;
    readonly sampleAddress: string;
    readonly userInfoPaper: string;
    readonly foldMarks: boolean;
    /** `logo`: what `src` of its `<img>` is. */
    readonly contact: { readonly [Key in keyof Contact]-?: string };
    readonly support: { readonly name: string; readonly text: string } | null;
  };
}

const viewOfValue = ({ value, form, note }: SettingsValue): ViewValue => ({ value, form, note: note ?? '' });

const viewOfRow = ({ code, key, item, value, form, note, methods, facts }: SettingsRow): ViewRow => ({
  code,
  key,
  item,
  value,
  form,
  note: note ?? '',
  methods: methods ? { pop: viewOfValue(methods.pop), imap: viewOfValue(methods.imap) } : null,
  facts,
});

/** The kind's letters: P/I, S/M, K/D/N (facts.md §1); IMAP counts as having no such setting. */
const concernsOf = (kind: Kind): Concerns => {
  const has = (letter: string) => kind === 'U' || kind.includes(letter);
  return {
    pop: has('P'),
    imap: has('I'),
    multiple: has('M'),
    keep: has('K'),
    delete: has('D'),
    noSetting: has('N') || has('I'),
  };
};

const viewOfCustomer = ({ customer, barcode }: Sheet): View['customer'] => ({
  id: customer.customerId,
  contractId: customer.contractId ?? '',
  name: customer.name,
  honorific: customer.honorific,
  postalCode: customer.postalCode?.replace(/^(\d{3})(\d{4})$/, '$1-$2') ?? '',
  address: [customer.address1, customer.address2, customer.building].filter((line) => line !== undefined),
  barcode: barcode?.codes ?? '',
  mailDomain: customer.mailAddress.slice(customer.mailAddress.lastIndexOf('@') + 1),
  // Two devices may have one name; only one of them was the first.
  devices: customer.deviceList.map((name, index) => ({
    name,
    first: index === customer.deviceList.indexOf(customer.firstDevice ?? ''),
  })),
  firstDevice: customer.firstDevice ?? '',
  issuedBy: customer.issuedBy ?? '',
  branch: customer.branch ?? '',
  reissueReason: customer.reissueReason ?? '',
});

const viewOfProvider = ({ provider, supportText }: Sheet): View['provider'] => {
  const { contact, supportService } = provider;
  return {
    name: provider.displayName,
    sampleAddress: provider.sampleAddress ?? '',
    userInfoPaper: provider.userInfoPaperName,
    foldMarks: provider.mailing?.foldMarks ?? false,
    contact: {
      name: contact.name,
      tel: contact.tel,
      mail: contact.mail,
      hours: contact.hours ?? '',
      url: contact.url ?? '',
      address: contact.address ?? '',
      logo: contact.logo === undefined ? '' : logoSource(contact.logo),
    },
    support: supportService ? { name: supportService.name, text: supportText ?? '' } : null,
  };
};

export function viewOf(sheet: Sheet): View {
  const value = (key: string) => sheet.settings.find((row) => row.key === key)?.value ?? '';
  return {
    kind: sheet.kind,
    undecided: sheet.kind === 'U',
    concerns: concernsOf(sheet.kind),
    large: sheet.edition === 'large',
    post: sheet.customer.deliveryMethod === 'post',
    controlNumber: sheet.controlNumber,
    issueDate: sheet.issueDateText,
    revision: sheet.provider.revision,
    settings: sheet.settings.map(viewOfRow),
    values: {
      connectionMethod: value('connection-method'),
      incomingPort: value('incoming-port'),
      keepingDays: value('keeping-days'),
    },
    readingAids: sheet.readingAids,
    legend: sheet.legend,
    quotaMB: sheet.quotaMB,
    extraNotes: sheet.extraNotes,
    remarks: sheet.remarks ?? '',
    qrText: sheet.qrText ?? '',
    customer: viewOfCustomer(sheet),
    provider: viewOfProvider(sheet),
  };
}
